//! `torget bench`: how much each thing costs, as CPU per request of server and database.

pub mod connection;
