//! ACTS. One public function per act of a person or of time; it owns the transaction, the audit row and the queued mail.

pub mod audit;
pub mod audit_chain;
pub mod backup;
pub mod cases;
pub mod city;
pub mod closing;
pub mod decisions;
pub mod demo;
pub mod documents;
pub mod drafts;
pub mod env;
pub mod follow_ups;
pub mod gathering;
pub mod identity;
pub mod imports;
pub mod jobs;
pub mod kept_forms;
pub mod mails;
pub mod name_lists;
pub mod post_box;
pub mod reviews;
pub mod routing;
pub mod rules;
pub mod signatures;
pub mod start;
pub mod submissions;
