//! From an idea to a proposal that waits for review, and what its author may do until it is published.

mod acts;
pub mod pages;
mod sessions;
