//! Texts that people write, parsed once: past these types nothing is too long, empty or hides characters.
//!
//! Lengths are counted in characters (Unicode scalar values) after cleaning, so å counts as one and an emoji
//! made of several parts counts as its parts. Text is kept as typed, not renormalised to NFC.

use serde::Serialize;

/// Why a text can not be accepted. The words a person reads lie in `locales/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    /// Nothing was written, or nothing that holds a letter or a digit.
    #[error("nothing is written")]
    Missing,
    /// Shorter than `min` characters; `found` were written.
    #[error("shorter than {min} characters")]
    TooShort {
        /// The fewest characters that are accepted.
        min: usize,
        /// What was written, in characters after cleaning.
        found: usize,
    },
    /// Longer than `max` characters; `found` were written.
    #[error("longer than {max} characters")]
    TooLong {
        /// The most characters that are accepted.
        max: usize,
        /// What was written, in characters after cleaning.
        found: usize,
    },
    /// Holds a character that can not be shown or that hides what is shown.
    #[error("holds a character that can not be used")]
    BadCharacter,
    /// Is not of the form name@domain.
    #[error("not an e-mail address")]
    NotAnEmail,
}

/// Refused everywhere: NUL and other control characters, overrides of the reading direction (they make text read as
/// something else than it is, Unicode TR 36), invisible tag characters, byte order marks and non-characters.
/// The marks that Persian and Arabic need (joiners, LRM, RLM) are kept.
fn is_refused(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFD}'
            | '\u{FDD0}'..='\u{FDEF}' | '\u{E0000}'..='\u{E007F}')
        || (c as u32) & 0xFFFE == 0xFFFE
}

/// One line: outer space removed, inner space (tabs and line breaks too) collapsed to single spaces.
fn one_line(raw: &str) -> String {
    raw.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Paragraphs: line breaks of every system become `\n`, line ends are trimmed, at most one empty line in a row.
fn paragraphs(raw: &str) -> String {
    let unified = raw
        .replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let mut lines: Vec<String> = Vec::new();
    for line in unified.split('\n') {
        let line = line.replace('\t', " ").trim().to_owned();
        let is_second_blank = line.is_empty() && lines.last().is_none_or(String::is_empty);
        if !is_second_blank {
            lines.push(line);
        }
    }
    lines.join("\n").trim_end().to_owned()
}

fn check(cleaned: String, min: usize, max: usize) -> Result<String, TextProblem> {
    if cleaned.chars().any(|c| c != '\n' && is_refused(c)) {
        return Err(TextProblem::BadCharacter);
    }
    if !cleaned.chars().any(char::is_alphanumeric) {
        return Err(TextProblem::Missing);
    }
    let found = cleaned.chars().count();
    if found < min {
        return Err(TextProblem::TooShort { min, found });
    }
    if found > max {
        return Err(TextProblem::TooLong { max, found });
    }
    Ok(cleaned)
}

macro_rules! text {
    ($(#[$doc:meta])* $name:ident, $clean:ident, $min:literal..=$max:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The fewest characters accepted.
            pub const MIN: usize = $min;
            /// The most characters accepted.
            pub const MAX: usize = $max;

            /// Cleans and checks what a person wrote.
            pub fn parse(raw: &str) -> Result<Self, TextProblem> {
                check($clean(raw), Self::MIN, Self::MAX).map($name)
            }

            /// Takes a text that was accepted earlier, or imported under older limits, as it stands.
            pub fn from_stored(text: String) -> Self {
                $name(text)
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text, owned.
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text!(/// A proposal's title: one line. The old platform cut titles at 60 characters; many need more.
    Title, one_line, 10..=120);
text!(/// A proposal's text: paragraphs divided by empty lines.
    Body, paragraphs, 50..=5_000);
text!(/// The place a person says she lives in (riktlinje KF 2023-12-07 § 91: required to sign).
    Ort, one_line, 1..=100);
text!(/// A postal address in any country, on one or several lines (riktlinje § 91: required to propose).
    PostalAddress, paragraphs, 3..=400);
text!(/// A postal code of any country; countries without them have none.
    PostalCode, one_line, 2..=16);
text!(/// A country, in the words of whoever writes it.
    Country, one_line, 2..=60);
text!(/// The place a proposal is about, in its author's words.
    PlaceText, one_line, 2..=200);
text!(/// A short remark by staff: why a meeting moved, how far a measure has come.
    Note, paragraphs, 1..=2_000);
text!(/// A reason or a question in klarspråk that a person gets from the city (riktlinje § 91, språklagen 11 §).
    Reason, paragraphs, 10..=5_000);

/// First and last name. Both are required to sign and to propose (riktlinje § 91). Debug shows neither.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PersonName {
    first: String,
    last: String,
}

/// What is wrong with a name, part by part, so that each field can say its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameProblems {
    /// The first name.
    pub first: Option<TextProblem>,
    /// The last name.
    pub last: Option<TextProblem>,
}

impl PersonName {
    /// The most characters in each part.
    pub const MAX: usize = 100;

    /// Cleans and checks both parts.
    pub fn parse(first: &str, last: &str) -> Result<Self, NameProblems> {
        let part = |raw: &str| check(one_line(raw), 1, Self::MAX);
        match (part(first), part(last)) {
            (Ok(first), Ok(last)) => Ok(PersonName { first, last }),
            (first, last) => Err(NameProblems {
                first: first.err(),
                last: last.err(),
            }),
        }
    }

    /// Takes a name that was accepted earlier.
    pub fn from_stored(first: String, last: String) -> Self {
        PersonName { first, last }
    }

    /// The first name.
    pub fn first(&self) -> &str {
        &self.first
    }

    /// The last name.
    pub fn last(&self) -> &str {
        &self.last
    }
}

impl std::fmt::Display for PersonName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.first, self.last)
    }
}

impl std::fmt::Debug for PersonName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonName(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_trimmed_collapsed_and_counted_in_characters() {
        assert_eq!(
            Title::parse("  Fler \t bänkar\r\nvid  ån ")
                .unwrap()
                .as_str(),
            "Fler bänkar vid ån"
        );
        assert_eq!(
            Title::parse("Åäö åäö åä").unwrap().as_str().chars().count(),
            10
        );
        assert_eq!(
            Title::parse("Badplats!"),
            Err(TextProblem::TooShort { min: 10, found: 9 })
        );
        assert!(Title::parse(&"å".repeat(120)).is_ok());
        assert_eq!(
            Title::parse(&"å".repeat(121)),
            Err(TextProblem::TooLong {
                max: 120,
                found: 121
            })
        );
    }

    #[test]
    fn a_text_without_a_letter_or_digit_is_missing() {
        assert_eq!(Title::parse("   "), Err(TextProblem::Missing));
        assert_eq!(Title::parse("!!!!!!!!!!!!"), Err(TextProblem::Missing));
        assert_eq!(Ort::parse("\u{200B}\u{200D}"), Err(TextProblem::Missing));
        assert!(Ort::parse("ደብረ ብርሃን").is_ok());
    }

    #[test]
    fn characters_that_hide_or_turn_text_are_refused() {
        for bad in [
            '\0',
            '\u{7}',
            '\u{1B}',
            '\u{202E}',
            '\u{2066}',
            '\u{FEFF}',
            '\u{FFFE}',
            '\u{1FFFF}',
            '\u{E0041}',
        ] {
            let raw = format!("Fler bänkar{bad} vid ån");
            assert_eq!(
                Title::parse(&raw),
                Err(TextProblem::BadCharacter),
                "{bad:?}"
            );
            let raw = format!("{}{bad}", "ord ".repeat(20));
            if bad != '\u{FEFF}' {
                assert_eq!(Body::parse(&raw), Err(TextProblem::BadCharacter), "{bad:?}");
            }
        }
        assert!(
            Title::parse("می‌خواهم پارک").is_ok(),
            "Persian needs the zero width non-joiner"
        );
    }

    #[test]
    fn a_body_keeps_its_paragraphs_whatever_the_line_breaks() {
        let raw = "\r\n\r\nFörsta stycket har några ord.  \r\n\r\n\r\n\r\nAndra\tstycket\rtredje raden\u{2028}fjärde raden\n\n";
        assert_eq!(
            Body::parse(raw).unwrap().as_str(),
            "Första stycket har några ord.\n\nAndra stycket\ntredje raden\nfjärde raden"
        );
        assert_eq!(
            Body::parse("kort"),
            Err(TextProblem::TooShort { min: 50, found: 4 })
        );
        assert!(Body::parse(&"a".repeat(5_000)).is_ok());
        assert_eq!(
            Body::parse(&"a".repeat(5_001)),
            Err(TextProblem::TooLong {
                max: 5_000,
                found: 5_001
            })
        );
    }

    #[test]
    fn cleaning_twice_changes_nothing() {
        let once = Body::parse(&" a b \r\n\r\n\r\n c\td ".repeat(9)).unwrap();
        assert_eq!(Body::parse(once.as_str()).unwrap(), once);
    }

    #[test]
    fn each_part_of_a_name_says_its_own_fault_and_debug_shows_none() {
        let name = PersonName::parse(" Testperson ", "3").unwrap();
        assert_eq!(name.to_string(), "Testperson 3");
        assert_eq!(format!("{name:?}"), "PersonName(…)");
        let problems = PersonName::parse("", &"x".repeat(101)).unwrap_err();
        assert_eq!(problems.first, Some(TextProblem::Missing));
        assert_eq!(
            problems.last,
            Some(TextProblem::TooLong {
                max: 100,
                found: 101
            })
        );
    }
}
