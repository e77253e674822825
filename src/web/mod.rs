//! HTTP: extract, act or read, page. Reads go to `store` in a read transaction, writes to `usecases`.

pub mod layout;
pub mod urls;
