//! RULES. No I/O, no async, no SQL, no HTTP, no clock reading: time and ids come in as parameters.

pub mod audit;
pub mod codes;
pub mod email;
pub mod identity;
pub mod ids;
pub mod keys;
pub mod people;
pub mod permissions;
pub mod settings;
pub mod text;
pub mod time;
pub mod words;
