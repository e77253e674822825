//! Acts and pages, each test on both databases through the whole router. One file per capability.

mod health;
mod mails;
mod signatures;
mod support;
