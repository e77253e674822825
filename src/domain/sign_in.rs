//! Signing in: the limits, the one-time code, what the person was about to do, and where she came from.

use super::ids::{DraftId, ProposalNumber};
use serde::{Deserialize, Serialize};

/// A code or link is good for a quarter of an hour, and so is a visit to an e-legitimation.
pub const SIGN_IN_SECONDS: i64 = 15 * 60;
/// Wrong codes before a new one must be asked for.
pub const MAX_TRIES: i64 = 5;
/// Codes sent to one address in an hour: with [`MAX_TRIES`] at most 25 guesses among 10⁸.
pub const MAX_PER_ADDRESS: i64 = 5;
/// Sign-ins begun from one network address in an hour; a school or a library shares one.
pub const MAX_PER_CLIENT: i64 = 60;
/// A resident's session ends after this long without use (OWASP ASVS 5.0 V7.3.1).
pub const IDLE_SECONDS: i64 = 12 * 3600;
/// A resident's session ends after this long, whatever happens (V7.3.2).
pub const LONGEST_SECONDS: i64 = 7 * 24 * 3600;
/// The same for staff, who see what others may not: two hours without use.
pub const STAFF_IDLE_SECONDS: i64 = 2 * 3600;
/// The same for staff: a long working day.
pub const STAFF_LONGEST_SECONDS: i64 = 12 * 3600;

/// A one-time code of eight digits, sent by mail and typed in.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// The digits of a code.
    pub const DIGITS: usize = 8;

    /// A code from random bytes; the remainder favours no code by more than 10⁻¹¹.
    pub fn from_random(bytes: [u8; 8]) -> Self {
        Code(format!("{:08}", u64::from_be_bytes(bytes) % 100_000_000))
    }

    /// A code as typed, with or without spaces and hyphens.
    pub fn parse(typed: &str) -> Option<Self> {
        let digits: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .collect();
        let is_code = digits.len() == Self::DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
        is_code.then_some(Code(digits))
    }

    /// The eight digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In two groups, as people read it from a mail: `1234 5678`.
    pub fn grouped(&self) -> String {
        format!("{} {}", &self.0[..4], &self.0[4..])
    }
}

/// What a person was about to do when she was asked to sign in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", content = "what", rename_all = "snake_case")]
pub enum Intent {
    /// Nothing in particular.
    #[default]
    Nothing,
    /// Sign this proposal.
    Sign(ProposalNumber),
    /// Follow this proposal without signing.
    Follow(ProposalNumber),
    /// Send this draft.
    SendDraft(DraftId),
}

impl Intent {
    /// As it stands in an address: `skriv-under-839`. Empty for nothing.
    pub fn as_word(&self) -> String {
        match self {
            Intent::Nothing => String::new(),
            Intent::Sign(number) => format!("skriv-under-{number}"),
            Intent::Follow(number) => format!("folj-{number}"),
            Intent::SendDraft(draft) => format!("skicka-{draft}"),
        }
    }

    /// From an address; anything unknown is nothing.
    pub fn from_word(word: &str) -> Self {
        let number = |prefix: &str| word.strip_prefix(prefix)?.parse().ok();
        if let Some(proposal) = number("skriv-under-") {
            return Intent::Sign(proposal);
        }
        if let Some(proposal) = number("folj-") {
            return Intent::Follow(proposal);
        }
        word.strip_prefix("skicka-")
            .and_then(|id| id.parse().ok())
            .map_or(Intent::Nothing, Intent::SendDraft)
    }
}

/// An address within this site. Anything that a browser could take for another site is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LocalPath(String);

impl LocalPath {
    /// The longest address that is taken back to.
    pub const MAX: usize = 500;

    /// Accepts `/path?query`: one slash first (`//host` is another site), no backslash (browsers read it as a slash),
    /// no control characters or spaces (they are dropped before the address is read), ASCII only.
    pub fn parse(path: &str) -> Option<Self> {
        let rest = path.strip_prefix('/')?;
        let is_local = path.len() <= Self::MAX
            && !rest.starts_with('/')
            && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
        is_local.then(|| LocalPath(path.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for LocalPath {
    type Error = &'static str;
    fn try_from(path: String) -> Result<Self, Self::Error> {
        LocalPath::parse(&path).ok_or("not a local path")
    }
}

impl From<LocalPath> for String {
    fn from(path: LocalPath) -> String {
        path.0
    }
}

/// What is kept of a person's errand while she signs in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// What she was about to do.
    pub intent: Intent,
    /// Where she was.
    pub back: Option<LocalPath>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = Code::from_random([0, 0, 0, 0, 0, 0, 4, 210]);
        assert_eq!(
            (code.as_str(), code.grouped().as_str()),
            ("00001234", "0000 1234")
        );
        for typed in ["00001234", " 0000 1234 ", "0000-1234", "0000\u{a0}1234"] {
            assert!(
                Code::parse(typed).is_some_and(|parsed| parsed == code),
                "{typed}"
            );
        }
        for wrong in ["", "1234", "000012345", "0000123a", "００００１２３４"] {
            assert!(Code::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn only_addresses_of_this_site_are_returned_to() {
        for good in ["/", "/sv/forslag/839", "/sv/forslag?q=b%C3%A4nk&sida=2"] {
            assert!(LocalPath::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "sv/forslag",
            "//elsewhere.example",
            "/\\elsewhere.example",
            "https://elsewhere.example",
            "/sv/\r\nSet-Cookie:x",
            "/\t/elsewhere.example",
            "/sv/bänk",
            "javascript:alert(1)",
        ] {
            assert!(LocalPath::parse(bad).is_none(), "{bad}");
        }
        assert!(LocalPath::parse(&format!("/{}", "a".repeat(500))).is_none());
    }

    #[test]
    fn an_intent_survives_the_address_and_the_row() {
        let draft = DraftId(Uuid::from_u128(7));
        for intent in [
            Intent::Nothing,
            Intent::Sign(ProposalNumber(839)),
            Intent::Follow(ProposalNumber(90001)),
            Intent::SendDraft(draft),
        ] {
            assert_eq!(Intent::from_word(&intent.as_word()), intent);
            let wish = Wish {
                intent,
                back: LocalPath::parse("/sv/forslag"),
            };
            let json = serde_json::to_string(&wish).unwrap();
            assert!(json.starts_with('{'));
            assert_eq!(serde_json::from_str::<Wish>(&json).unwrap(), wish);
        }
        for nonsense in ["skriv-under-x", "skicka-1", "ta-bort-839"] {
            assert_eq!(Intent::from_word(nonsense), Intent::Nothing);
        }
        assert!(
            serde_json::from_str::<Wish>(r#"{"intent":{"act":"nothing"},"back":"//x"}"#).is_err()
        );
    }
}
