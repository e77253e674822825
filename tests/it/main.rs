//! Acts and pages, each test on both databases through the whole router. One file per capability.

mod audit;
mod health;
mod imports;
mod jobs;
mod mails;
mod signature_pages;
mod identity;
mod jobs;
mod mails;
mod signatures;
mod support;
