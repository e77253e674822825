//! Acts and pages, each test on both databases through the whole router. One file per capability.

mod audit;
mod backup;
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
mod reviews;
mod signature_pages;
mod signatures;
mod support;
