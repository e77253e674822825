//! OTHER SYSTEMS. For each a trait, the real one, and one that stands in where the real one is not: the demo, tests.

pub mod e_legitimation;
pub mod mailer;
