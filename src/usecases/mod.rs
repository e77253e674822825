//! ACTS. One public function per act of a person or of time; it owns the transaction, the audit row and the queued mail.

pub mod audit;
pub mod audit_chain;
pub mod demo;
pub mod env;
pub mod identity;
pub mod imports;
pub mod jobs;
pub mod mails;
pub mod post_box;
pub mod signatures;
pub mod start;
