//! RULES. No I/O, no async, no SQL, no HTTP, no clock reading: time and ids come in as parameters.

pub mod ids;
pub mod time;
