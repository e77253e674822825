//! Things one can read at a glance: a file without its tests, and a handler.

use super::{
    assert_holds, example, places,
    source::{self, Fault, Source, closing, words},
};

/// Lines of a file before its tests; aim at 150.
const FILE: usize = 400;
/// Lines between the braces of a handler: take in, act or read, answer.
const HANDLER: usize = 25;

fn long_files(files: &[Source]) -> Vec<Fault> {
    let lines = |source: &Source| source.shipped().lines().count();
    files
        .iter()
        .filter(|source| lines(source) > FILE)
        .map(|source| {
            let rule = format!(
                "{} lines before the tests; split the file at {FILE}",
                lines(source)
            );
            source.fault(source.tests_at, rule)
        })
        .collect()
}

/// Handlers are the async functions in `mod.rs` of a capability's folder in web, and those of the API.
fn long_handlers(files: &[Source]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for source in files {
        let page = source.layer() == "web"
            && source.path.matches('/').count() == 3
            && source.path.ends_with("/mod.rs");
        if !page && source.layer() != "api" {
            continue;
        }
        let code = source.shipped();
        for at in words(code, "async fn ") {
            let Some(open) = body(code, at) else { continue };
            let lines = code[open..closing(code, open)]
                .matches('\n')
                .count()
                .saturating_sub(1);
            if lines > HANDLER {
                faults.push(source.fault(at, format!("a handler of {lines} lines; {HANDLER} are enough when acts and pages do the rest")));
            }
        }
    }
    faults
}

/// The brace that opens a function's body: the first after its parameters.
fn body(code: &str, at: usize) -> Option<usize> {
    let parameters = at + code[at..].find('(')?;
    let after = closing(code, parameters);
    Some(after + code[after..].find('{')?)
}

#[test]
fn no_file_is_too_long_to_read() {
    assert_holds(long_files(&source::all()));
}

#[test]
fn no_handler_does_the_work_itself() {
    assert_holds(long_handlers(&source::all()));
}

#[test]
fn a_long_file_is_found_and_its_tests_do_not_count() {
    let long = "fn f() {}\n".repeat(FILE + 1);
    assert_eq!(long_files(&example("src/cli.rs", &long)).len(), 1);
    let tested = format!("{}#[cfg(test)]\n{long}", "fn f() {}\n".repeat(FILE));
    assert!(long_files(&example("src/cli.rs", &tested)).is_empty());
}

#[test]
fn a_long_handler_is_found() {
    let bad = format!(
        "fn a() {{}}\npub async fn show(State({{ app }}): S) -> R {{\n{}}}\n",
        "    act();\n".repeat(HANDLER + 1)
    );
    assert_eq!(
        places(long_handlers(&example("src/web/proposals/mod.rs", &bad))),
        ["src/web/proposals/mod.rs:2"]
    );
    assert!(long_handlers(&example("src/web/proposals/pages.rs", &bad)).is_empty());
    let good = bad.replacen("    act();\n", "", 1);
    assert!(long_handlers(&example("src/web/proposals/mod.rs", &good)).is_empty());
}
