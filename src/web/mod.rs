//! HTTP: extract, act or read, page. Reads go to `store` in a read transaction, writes to `usecases`.

pub mod assets;
pub mod cache;
pub mod cases;
pub mod components;
pub mod demo;
pub mod demo_idp;
pub mod error;
pub mod errors_page;
pub mod extract;
pub mod health;
pub mod identity;
pub mod info;
pub mod layout;
pub mod live;
pub mod mails;
pub mod middleware;
pub mod my_pages;
pub mod proposals;
pub mod router;
pub mod signatures;
pub mod staff;
pub mod start;
pub mod state;
pub mod style_guide;
pub mod urls;
pub mod words;
