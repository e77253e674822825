//! Layers around every route.

pub mod bad_input;
pub mod client;
pub mod error_pages;
pub mod headers;
pub mod limits;
pub mod observe;
