//! The rules of the code base that no compiler holds: who may import whom, where clock and chance come from, what pages
//! may hold, how large things grow, that both languages say the same, and that both databases read every statement.
//!
//! Every rule has a test that feeds it a bad example, so that a rule which has gone blind is found.

mod homes;
mod imports;
mod locales;
mod pages;
mod sizes;
mod source;
mod sql;

use source::{Fault, Source};

/// Fails with every broken rule, one a line.
#[track_caller]
fn assert_holds(faults: Vec<Fault>) {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    assert!(
        lines.is_empty(),
        "{} broken:\n{}",
        lines.len(),
        lines.join("\n")
    );
}

/// The one file of a bad example.
fn example(path: &str, text: &str) -> Vec<Source> {
    vec![Source::new(path, text)]
}

/// `path:line` of every fault, for the tests of the rules themselves.
fn places(faults: Vec<Fault>) -> Vec<String> {
    faults
        .iter()
        .map(|fault| format!("{}:{}", fault.path, fault.line))
        .collect()
}
