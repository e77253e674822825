//! Acts and pages, each test on both databases through the whole router. One file per capability.

mod audit;
mod health;
mod mails;
mod jobs;
mod signatures;
mod support;
