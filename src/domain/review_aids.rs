//! Help for whoever reviews a text: what may be personal data, where links lead, how hard it is to read. Never judgement:
//! a finding says where to look.

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Looks like an e-mail address.
    Email(String),
    /// Looks like a telephone number.
    Phone(String),
    /// Looks like a Swedish personal or coordination number.
    PersonalNumber(String),
    /// A link.
    Link(String),
}

/// What a text holds that a moderator should look at, each once, in order.
pub fn findings(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |finding| {
        if !found.contains(&finding) {
            found.push(finding);
        }
    };
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '/'));
        let is_link = ["http://", "https://", "www."]
            .iter()
            .any(|start| word.to_lowercase().starts_with(start));
        if is_link {
            add(Finding::Link(word.to_owned()));
        } else if is_email(word) {
            add(Finding::Email(word.to_owned()));
        }
    }
    for run in number_runs(text) {
        if is_personal_number(run) {
            add(Finding::PersonalNumber(run.to_owned()));
        } else if is_phone(run) {
            add(Finding::Phone(run.to_owned()));
        }
    }
    found
}

fn is_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.contains('.') && !domain.starts_with('.')
    })
}

/// Runs of digits and what people put between them, from digit (or plus) to digit.
fn number_runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '-' | '+')))
        .map(|run| run.trim_matches([' ', '-']))
        .filter(|run| run.bytes().filter(u8::is_ascii_digit).count() >= 7)
}

fn digits(run: &str) -> Vec<u8> {
    run.bytes().filter(u8::is_ascii_digit).collect()
}

/// Six or eight digits that can be a day of birth (plus 60 for a coordination number), a sign or none, and four more.
fn is_personal_number(run: &str) -> bool {
    let digits = digits(run);
    let Some(born) = digits.len().checked_sub(4).filter(|n| matches!(n, 6 | 8)) else {
        return false;
    };
    let two = |at: usize| u32::from(digits[at] - b'0') * 10 + u32::from(digits[at + 1] - b'0');
    let is_day = matches!(two(born - 2), 1..=31 | 61..=91);
    let is_born = matches!(two(born - 4), 1..=12) && is_day;
    let has_sign = run.len() == digits.len() + 1 && matches!(run.as_bytes()[born], b'-' | b'+');
    let is_bare = run.len() == digits.len() && digits[0] != b'0';
    is_born && (has_sign || is_bare)
}

/// As Swedish and international numbers are written: begins with 0 or +, eight to thirteen digits.
fn is_phone(run: &str) -> bool {
    let count = digits(run).len();
    (8..=13).contains(&count) && run.starts_with(['0', '+'])
}

/// Words and long words, for how hard a text is to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readability {
    /// LIX below 40: most people read it with ease.
    Easy,
    /// LIX 40 to 49: as a newspaper.
    Medium,
    /// LIX from 50: as an official letter.
    Hard,
}

/// Fewer words than this say nothing.
const FEWEST_WORDS: usize = 40;

/// LIX (Björnsson 1968): words a sentence plus the share of words longer than six letters. `None` for a short text.
pub fn lix(text: &str) -> Option<i64> {
    let words: Vec<usize> = text
        .split(|c: char| !c.is_alphanumeric())
        .map(|word| word.chars().count())
        .filter(|letters| *letters > 0)
        .collect();
    if words.len() < FEWEST_WORDS {
        return None;
    }
    let long = words.iter().filter(|letters| **letters > 6).count();
    let sentences = text
        .split(['.', '!', '?', ':', '\n'])
        .filter(|part| part.chars().any(char::is_alphabetic))
        .count()
        .max(1);
    let lix = words.len() / sentences + 100 * long / words.len();
    i64::try_from(lix).ok()
}

impl Readability {
    /// What a LIX means.
    pub const fn of(lix: i64) -> Self {
        match lix {
            ..40 => Readability::Easy,
            40..50 => Readability::Medium,
            _ => Readability::Hard,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_personal_data_is_found_and_years_are_not() {
        let text = "Ring Testperson på 031-123 45 67 eller +46 70 123 45 67, mejla test@example.se. \
            Född 19121212-1212. Se (https://example.se/karta). Sedan 2017 och 2022 har 1 410 skrivit under.";
        assert_eq!(
            findings(text),
            [
                Finding::Email("test@example.se".to_owned()),
                Finding::Link("https://example.se/karta".to_owned()),
                Finding::Phone("031-123 45 67".to_owned()),
                Finding::Phone("+46 70 123 45 67".to_owned()),
                Finding::PersonalNumber("19121212-1212".to_owned()),
            ]
        );
    }

    #[test]
    fn a_mobile_number_is_no_personal_number() {
        assert_eq!(
            findings("0701234567"),
            [Finding::Phone("0701234567".to_owned())]
        );
        assert_eq!(
            findings("121212-1212"),
            [Finding::PersonalNumber("121212-1212".to_owned())]
        );
        assert_eq!(findings("Den 12 12 2026 kl 10 samlas vi"), []);
    }

    #[test]
    fn long_words_and_long_sentences_are_hard() {
        let easy = "Jag vill ha en bänk vid ån. ".repeat(8);
        let hard = "Stadsbyggnadsnämnden bereder fördjupade detaljplaneprocesser gällande \
            parkeringsanläggningar för kollektivtrafikresenärer "
            .repeat(8);
        assert_eq!(lix(&easy).map(Readability::of), Some(Readability::Easy));
        assert_eq!(lix(&hard).map(Readability::of), Some(Readability::Hard));
        assert_eq!(lix("Kort text."), None);
    }
}
