//! Texts: every language has the same messages with the same values in them, and every message is used.
//!
//! The build already refuses a message that code asks for and a language lacks; these rules also see the ones no code
//! asks for, and a value that only one language shows.

use super::{
    assert_holds, example, places,
    source::{self, Fault, Source, walk, words},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// The language all others are compared with.
const FIRST: &str = "sv";

/// A message or an attribute of one, such as `sign-button` or `sign-button.title`.
#[derive(Debug)]
struct Message {
    language: String,
    path: String,
    line: usize,
    id: String,
    /// `$count` and the like, from all its lines.
    values: BTreeSet<String>,
    /// Messages it takes in: `{ site-name }`.
    takes_in: BTreeSet<String>,
}

/// Reads a Fluent file far enough: an id at the start of a line, attributes and further lines are indented.
fn messages(path: &str, text: &str) -> Vec<Message> {
    let language = path
        .trim_start_matches("locales/")
        .split('/')
        .next()
        .unwrap_or_default();
    let mut found: Vec<Message> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let indented = line.starts_with([' ', '\t']);
        let attribute = line.trim_start().starts_with('.');
        if !indented || attribute {
            let Some((id, _)) = line.split_once('=') else {
                continue;
            };
            let id = id.trim().trim_start_matches('.');
            let whole = match found.last() {
                Some(last) if attribute => {
                    format!("{}.{id}", last.id.split('.').next().unwrap_or_default())
                }
                _ => id.to_owned(),
            };
            found.push(Message {
                language: language.to_owned(),
                path: path.to_owned(),
                line: index + 1,
                id: whole,
                values: BTreeSet::new(),
                takes_in: BTreeSet::new(),
            });
        }
        let Some(message) = found.last_mut() else {
            continue;
        };
        message.values.extend(named_after(line, '$'));
        message.takes_in.extend(
            line.split('{')
                .skip(1)
                .map(|inside| name(inside.trim_start())),
        );
    }
    found
}

fn named_after(line: &str, sign: char) -> impl Iterator<Item = String> {
    line.split(sign).skip(1).map(name)
}

fn name(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
        .collect()
}

fn read() -> Vec<Message> {
    let mut found = Vec::new();
    walk(Path::new("locales"), "ftl", &mut |path, text| {
        found.extend(messages(path, text))
    });
    assert!(!found.is_empty(), "no text was read");
    found
}

fn fault(message: &Message, rule: String) -> Fault {
    Fault {
        path: message.path.clone(),
        line: message.line,
        rule,
    }
}

fn gaps(messages: &[Message]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut by_id: BTreeMap<&str, BTreeMap<&str, &Message>> = BTreeMap::new();
    for message in messages {
        if by_id
            .entry(&message.id)
            .or_default()
            .insert(&message.language, message)
            .is_some()
        {
            faults.push(fault(
                message,
                format!("{} is written twice in {}", message.id, message.language),
            ));
        }
    }
    let languages: BTreeSet<&str> = messages
        .iter()
        .map(|message| message.language.as_str())
        .collect();
    for (id, versions) in &by_id {
        let Some(one) = versions.get(FIRST).or_else(|| versions.values().next()) else {
            continue;
        };
        for language in languages
            .iter()
            .filter(|language| !versions.contains_key(*language))
        {
            faults.push(fault(one, format!("{id} is missing in {language}")));
        }
        for other in versions.values().filter(|other| other.values != one.values) {
            let rule = format!(
                "{id} shows {:?} in {} but {:?} here",
                one.values, one.language, other.values
            );
            faults.push(fault(other, rule));
        }
    }
    faults
}

/// Whether the file calls the message's function: `t.sign_button()`. A variable of the same name shows nothing.
fn is_called(file: &Source, function: &str) -> bool {
    words(&file.code, function)
        .into_iter()
        .any(|at| file.code[..at].ends_with(['.', ':']))
}

/// Messages whose function no file calls, whose key no string names, and which no other message takes in.
fn unused(messages: &[Message], files: &[Source]) -> Vec<Fault> {
    let taken: BTreeSet<&str> = messages
        .iter()
        .flat_map(|message| &message.takes_in)
        .map(String::as_str)
        .collect();
    let called = |id: &str| {
        let function = id.replace(['-', '.'], "_");
        files
            .iter()
            .any(|file| is_called(file, &function) || file.texts.iter().any(|text| text.raw == id))
    };
    messages
        .iter()
        .filter(|message| message.language == FIRST && !message.id.starts_with('-'))
        .filter(|message| !taken.contains(message.id.as_str()) && !called(&message.id))
        .map(|message| fault(message, format!("{} is used nowhere", message.id)))
        .collect()
}

#[test]
fn every_language_says_the_same() {
    assert_holds(gaps(&read()));
}

#[test]
fn every_text_is_shown_somewhere() {
    assert_holds(unused(&read(), &source::all()));
}

#[test]
fn a_gap_between_languages_is_found() {
    let mut both = messages(
        "locales/sv/x.ftl",
        "# a = b\na = Hej { $name }\n    på { $day }\nb = Två\nb = Två\n",
    );
    both.extend(messages(
        "locales/en/x.ftl",
        "a = Hello { $name }\nb = Two\n    .title = Tip\n",
    ));
    assert_eq!(
        places(gaps(&both)),
        [
            "locales/sv/x.ftl:5",
            "locales/en/x.ftl:1",
            "locales/en/x.ftl:3"
        ]
    );
}

#[test]
fn a_text_nobody_shows_is_found() {
    let texts = messages(
        "locales/sv/x.ftl",
        "kept-one = 1\nkept-key = 2\ninner = 3\nouter = { inner }\nlost = 5\n",
    );
    let files = example(
        "src/web/x.rs",
        "t.kept_one(); key(\"kept-key\"); t.outer(); let lost = 5; // t.lost()",
    );
    assert_eq!(places(unused(&texts, &files)), ["locales/sv/x.ftl:5"]);
}
