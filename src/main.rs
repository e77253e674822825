//! The `torget` command.

fn main() {}
