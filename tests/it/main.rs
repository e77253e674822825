//! Acts and pages, each test on both databases through the whole router. One file per capability.

mod api;
mod audit;
mod backup;
mod bad_input;
mod cache;
mod cases;
mod closing;
mod commands;
mod eid;
mod health;
mod identity;
mod imports;
mod jobs;
mod kill;
mod mails;
mod propose;
mod reading;
mod review_pages;
mod reviews;
mod rules_in_force;
mod search;
mod signature_pages;
mod signatures;
mod statistics;
mod support;
mod two_processes;
