//! What handlers ask for: the request's context, and who may enter.

pub mod client;
pub mod context;
pub mod session_cache;
pub mod session_reader;
pub mod visitor;

pub use context::Ctx;
pub use visitor::{Session, SignedIn, Staff};
