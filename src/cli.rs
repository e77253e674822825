//! The command line: one file per command, and the one place where the application is put together.

pub mod application;
