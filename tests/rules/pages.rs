//! Pages: no script or style inside a page (the content security policy forbids them), and no prose in Rust.

use super::{
    assert_holds, example, places,
    source::{self, Fault, Source, words},
};

/// Layers that write to people. Mails need inline styles, so only the pages' layers are held to the first rule.
const SPEAKING: &[&str] = &["web", "api", "mails", "usecases", "jobs"];
const PAGES: &[&str] = &["web", "api"];

/// Attributes whose value a person reads or hears.
const READ_OUT: &[&str] = &[
    "alt",
    "aria-label",
    "aria-description",
    "label",
    "placeholder",
    "title",
];

fn inline_code(files: &[Source]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for source in files
        .iter()
        .filter(|source| PAGES.contains(&source.layer()))
    {
        let code = source.shipped();
        for at in words(code, "style=") {
            faults.push(source.fault(at, "no inline style: use a class of the design system"));
        }
        for (at, _) in code.match_indices('=') {
            let name: String = code[..at]
                .chars()
                .rev()
                .take_while(char::is_ascii_lowercase)
                .collect();
            let quoted = code[at + 1..].starts_with(['"', '(']);
            if quoted && name.len() > 4 && name.ends_with("no") {
                faults.push(source.fault(at, "no event attribute: scripts are files in assets/js"));
            }
        }
        for at in ["script", "style"]
            .iter()
            .flat_map(|element| words(code, element))
        {
            let after = code[at..]
                .trim_start_matches(char::is_alphabetic)
                .trim_start();
            let field = code[..at].trim_end().ends_with(['.', ':']);
            if after.starts_with('{') && !field {
                faults
                    .push(source.fault(at, "no inline script or style: they are files in assets"));
            }
        }
        for text in source.shipped_texts() {
            if ["<script", "<style", "javascript:"]
                .iter()
                .any(|bad| text.raw.contains(bad))
            {
                faults.push(source.fault(text.at, "no markup in strings, no script in a page"));
            }
        }
    }
    faults
}

fn prose(files: &[Source]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for source in files
        .iter()
        .filter(|source| SPEAKING.contains(&source.layer()))
    {
        for text in source.shipped_texts() {
            let swedish = text.raw.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']);
            if swedish || PAGES.contains(&source.layer()) && is_read_out(source, text) {
                faults.push(source.fault(text.at, format!("\"{}\" belongs in locales/", text.raw)));
            }
        }
    }
    faults
}

/// Whether a literal is text on a page: three words or more as an element's content, or one in an attribute that is read.
fn is_read_out(source: &Source, text: &source::Text) -> bool {
    let before = source.code[..text.at].trim_end();
    let worded = |count: usize| {
        text.raw
            .split(' ')
            .filter(|word| word.len() > 1 && word.chars().all(char::is_alphabetic))
            .count()
            >= count
    };
    if let Some(attribute) = before.strip_suffix('=') {
        let name = attribute
            .rsplit(|c: char| !(c.is_alphanumeric() || c == '-'))
            .next()
            .unwrap_or("");
        return READ_OUT.contains(&name) && worded(1);
    }
    before.ends_with(['{', '}', ')']) && worded(3)
}

#[test]
fn no_script_or_style_stands_in_a_page() {
    assert_holds(inline_code(&source::all()));
}

#[test]
fn what_people_read_stands_in_the_locales() {
    assert_holds(prose(&source::all()));
}

#[test]
fn inline_script_and_style_are_found() {
    let bad = "html! {\n  p style=(width) {}\n  button onclick=\"x()\" {}\n  script { (code) }\n  (PreEscaped(\"<script>\"))\n  style { (css) }\n}";
    assert_eq!(
        places(inline_code(&example("src/web/layout.rs", bad))),
        [
            "src/web/layout.rs:2",
            "src/web/layout.rs:3",
            "src/web/layout.rs:4",
            "src/web/layout.rs:6",
            "src/web/layout.rs:5"
        ]
    );
    let good = "html! { script src=(url) defer {} p class=\"style\" {} }\nlet style = 1; let horizon=\"x\";";
    assert!(inline_code(&example("src/web/layout.rs", good)).is_empty());
}

#[test]
fn prose_in_a_page_is_found() {
    let bad =
        "html! {\n  h1 { \"Your proposal is here\" }\n  img alt=\"Map\";\n  p { \"Förslag\" }\n}";
    assert_eq!(
        places(prose(&example("src/web/x/pages.rs", bad))),
        [
            "src/web/x/pages.rs:2",
            "src/web/x/pages.rs:3",
            "src/web/x/pages.rs:4"
        ]
    );
    assert_eq!(
        places(prose(&example("src/usecases/x.rs", "let a = \"är slut\";"))),
        ["src/usecases/x.rs:1"]
    );
    let good = "html! { p class=\"card wide tall\" { (t.title()) } }\ntracing::warn!(\"the mail was not sent\");\n#[cfg(test)]\n\"å\"";
    assert!(prose(&example("src/web/x/pages.rs", good)).is_empty());
}
