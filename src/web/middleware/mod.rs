//! Layers around every route.

pub mod error_pages;
pub mod headers;
