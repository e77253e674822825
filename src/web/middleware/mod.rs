//! Layers around every route.

pub mod bad_input;
pub mod error_pages;
pub mod headers;
