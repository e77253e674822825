//! Reads Rust files well enough for the rules: code with comments and texts blanked out, and the texts apart.

use std::{fmt, fs, path::Path};

/// A broken rule and where.
#[derive(Debug)]
pub struct Fault {
    /// The file, from the root of the repository.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what to do instead.
    pub rule: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.rule)
    }
}

/// A string literal.
#[derive(Debug)]
pub struct Text {
    /// The byte where its opening quote stands.
    pub at: usize,
    /// What stands between the quotes, as written.
    pub raw: String,
}

/// A Rust file.
#[derive(Debug)]
pub struct Source {
    /// From the root of the repository, such as `src/domain/time.rs`.
    pub path: String,
    /// As long as the file, with comments and the insides of literals turned into blanks.
    pub code: String,
    /// The string literals in order.
    pub texts: Vec<Text>,
    /// The byte where the file's own tests begin, or its length.
    pub tests_at: usize,
}

impl Source {
    /// Reads a file's text.
    pub fn new(path: &str, text: &str) -> Self {
        let (code, texts) = blank(text);
        let tests_at = code.find("#[cfg(test)]").unwrap_or(code.len());
        Source {
            path: path.to_owned(),
            code,
            texts,
            tests_at,
        }
    }

    /// The code before the file's own tests.
    pub fn shipped(&self) -> &str {
        &self.code[..self.tests_at]
    }

    /// The string literals before the file's own tests.
    pub fn shipped_texts(&self) -> impl Iterator<Item = &Text> {
        self.texts.iter().filter(|text| text.at < self.tests_at)
    }

    /// The line of a byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    /// A fault at a byte.
    pub fn fault(&self, at: usize, rule: impl Into<String>) -> Fault {
        Fault {
            path: self.path.clone(),
            line: self.line(at),
            rule: rule.into(),
        }
    }

    /// The folder or file straight under `src`, without `.rs`.
    pub fn layer(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside
            .split('/')
            .next()
            .unwrap_or(inside)
            .trim_end_matches(".rs")
    }
}

/// Every Rust file under `src`.
pub fn all() -> Vec<Source> {
    let mut found = Vec::new();
    walk(Path::new("src"), "rs", &mut |path, text| {
        found.push(Source::new(path, text))
    });
    assert!(
        found.len() > 3,
        "the rules read nothing: run them from the root of the repository"
    );
    found
}

/// Calls `each` with the path and text of every file with this ending, in order.
pub fn walk(folder: &Path, ending: &str, each: &mut impl FnMut(&str, &str)) {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a readable folder").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, ending, each);
        } else if path.extension().is_some_and(|found| found == ending) {
            let text = fs::read_to_string(&path).expect("a file in UTF-8");
            each(&path.to_string_lossy(), &text);
        }
    }
}

/// Where `word` stands in `code` as a word of its own, not inside a longer name.
pub fn words(code: &str, word: &str) -> Vec<usize> {
    let named = |c: char| c.is_alphanumeric() || c == '_';
    let opens = word.starts_with(named);
    let closes = word.ends_with(named);
    code.match_indices(word)
        .filter(|(at, _)| {
            let before = code[..*at].chars().next_back().is_some_and(named);
            let after = code[at + word.len()..].chars().next().is_some_and(named);
            !(opens && before || closes && after)
        })
        .map(|(at, _)| at)
        .collect()
}

/// The byte of the bracket that closes the one at `open`.
pub fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            return at;
        }
    }
    code.len()
}

/// Splits a file into code, with everything else blank, and its string literals.
fn blank(text: &str) -> (String, Vec<Text>) {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut texts = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text.as_bytes()[at..];
        let end = if rest.starts_with(b"//") {
            at + find(rest, b"\n", rest.len())
        } else if rest.starts_with(b"/*") {
            at + find(rest, b"*/", rest.len()) + 2
        } else if let Some((inside, close)) = string_at(bytes, at) {
            texts.push(Text {
                at,
                raw: text[at + inside..close.0].to_owned(),
            });
            wipe(&mut code, at + inside, close.0);
            at = close.1;
            continue;
        } else if let Some(end) = character_at(bytes, at) {
            end
        } else {
            at += 1;
            continue;
        };
        wipe(&mut code, at, end.min(bytes.len()));
        at = end;
    }
    (String::from_utf8(code).expect("blanks are ASCII"), texts)
}

fn wipe(code: &mut [u8], from: usize, to: usize) {
    for byte in &mut code[from..to] {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

fn find(rest: &[u8], what: &[u8], otherwise: usize) -> usize {
    rest.windows(what.len())
        .position(|window| window == what)
        .unwrap_or(otherwise)
}

/// A string literal at this byte: how far in its inside begins, and (where the inside ends, where the literal ends).
fn string_at(bytes: &[u8], at: usize) -> Option<(usize, (usize, usize))> {
    let named = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_');
    if bytes[at] == b'"' {
        let mut end = at + 1;
        while end < bytes.len() && bytes[end] != b'"' {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        return Some((1, (end.min(bytes.len()), (end + 1).min(bytes.len()))));
    }
    if bytes[at] != b'r' || (named && bytes[at - 1] != b'b') {
        return None;
    }
    let hashes = bytes[at + 1..]
        .iter()
        .take_while(|byte| **byte == b'#')
        .count();
    if bytes.get(at + 1 + hashes) != Some(&b'"') {
        return None;
    }
    let inside = 2 + hashes;
    let mut close = vec![b'"'];
    close.extend(std::iter::repeat_n(b'#', hashes));
    let end = at + inside + find(&bytes[at + inside..], &close, bytes.len() - at - inside);
    Some((inside, (end, (end + close.len()).min(bytes.len()))))
}

/// The end of a character literal at this byte; a lifetime is none.
fn character_at(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes[at] != b'\'' {
        return None;
    }
    if bytes.get(at + 1) == Some(&b'\\') {
        return Some(at + 3 + find(&bytes[at + 3..], b"'", 0) + 1);
    }
    let width = match bytes.get(at + 1)? {
        0..=0x7f => 1,
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    };
    (bytes.get(at + 1 + width) == Some(&b'\'')).then_some(at + width + 2)
}

#[test]
fn code_and_texts_are_told_apart() {
    let source = Source::new(
        "src/x.rs",
        "let a = \"crate::web \\\" }\"; // crate::jobs\nlet b = r#\"sqlx \"quoted\"\"#; let c: &'a str = '\"';\nfn d() {}\n#[cfg(test)]\nmod tests { \"late\" }",
    );
    assert!(!source.code.contains("crate") && !source.code.contains("sqlx"));
    assert!(source.shipped().contains("fn d() {}"));
    let raw: Vec<&str> = source
        .shipped_texts()
        .map(|text| text.raw.as_str())
        .collect();
    assert_eq!(raw, ["crate::web \\\" }", "sqlx \"quoted\""]);
    assert_eq!(
        source.line(source.code.find("fn d").expect("it is there")),
        3
    );
}

#[test]
fn a_word_is_not_found_inside_a_longer_name() {
    assert_eq!(
        words("rand::x operand::x my_rand::y (rand::z)", "rand::").len(),
        2
    );
}
