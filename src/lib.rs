//! Torget: proposals, signatures, decisions and what became of them, for Göteborgs Stad.
//!
//! The modules, in the order a newcomer should read them. Arrows point down only (`tests/rules.rs` holds that).

pub mod api;
pub mod cli;
pub mod config;
pub mod demo;
pub mod domain;
pub mod i18n;
pub mod jobs;
pub mod mails;
pub mod outside;
pub mod store;
pub mod telemetry;
pub mod usecases;
pub mod web;
