//! E-mail addresses: what looks deliverable, and the form under which an address is looked up.

use super::text::TextProblem;

/// An address as typed, with the domain in lower case. Debug shows nothing of it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// The longest address that can be delivered to (RFC 5321 4.5.3.1, erratum 1690), in bytes.
    pub const MAX: usize = 254;

    /// Accepts `name@domain` where the name holds the ASCII characters of RFC 5322 `atext` and dots, and the domain
    /// has at least two labels (letters of any script: the mailer turns them to ASCII). Quoted names, comments and
    /// address literals are refused: nobody's mailbox needs them, and they are where parsers disagree.
    pub fn parse(raw: &str) -> Result<Self, TextProblem> {
        let raw = raw.trim();
        if raw.is_empty() {
            return Err(TextProblem::Missing);
        }
        if raw.len() > Self::MAX {
            return Err(TextProblem::TooLong {
                max: Self::MAX,
                found: raw.len(),
            });
        }
        let (name, domain) = raw.rsplit_once('@').ok_or(TextProblem::NotAnEmail)?;
        if !is_name(name) || !is_domain(domain) {
            return Err(TextProblem::NotAnEmail);
        }
        Ok(Email(format!("{name}@{}", domain.to_lowercase())))
    }

    /// Takes an address that was accepted earlier.
    pub fn from_stored(address: String) -> Self {
        Email(address)
    }

    /// The address to send to.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form under which a person is found: all in lower case. Dots and `+tags` are kept, since only some
    /// providers ignore them and joining two people is worse than two accounts.
    pub fn lookup(&self) -> String {
        self.0.to_lowercase()
    }
}

fn is_name(name: &str) -> bool {
    name.len() <= 64
        && name.split('.').all(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c))
        })
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    labels.len() >= 2
        && labels.iter().all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
        && labels.last().is_some_and(|top| {
            top.chars().count() >= 2 && !top.starts_with(|c: char| c.is_numeric())
        })
}

impl std::fmt::Debug for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Email(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_are_accepted_and_found_whatever_their_case() {
        let email = Email::parse("  Test.Person+3@Example.ORG ").unwrap();
        assert_eq!(email.as_str(), "Test.Person+3@example.org");
        assert_eq!(email.lookup(), "test.person+3@example.org");
        assert_eq!(format!("{email:?}"), "Email(…)");
        for good in ["a@b.se", "o'neil_x@sub.göteborg.se", "x@xn--gteborg-90a.se"] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
    }

    #[test]
    fn what_can_not_be_delivered_or_smuggles_a_header_is_refused() {
        for bad in [
            "test",
            "@example.org",
            "a@",
            "a@b",
            "a b@example.org",
            "a..b@example.org",
            ".a@example.org",
            "a.@example.org",
            "a@-b.se",
            "a@b-.se",
            "a@b..se",
            "a@[127.0.0.1]",
            "a@127.0.0.1",
            "\"a b\"@example.org",
            "a@b@c.se",
            "a@b.se\r\nBcc: x@y.se",
            "a@b.s",
            "a\0@b.se",
            "a@b.se,c@d.se",
            "<a@b.se>",
        ] {
            assert_eq!(Email::parse(bad), Err(TextProblem::NotAnEmail), "{bad:?}");
        }
        assert_eq!(Email::parse(" "), Err(TextProblem::Missing));
        let long = format!("{}@example.org", "a".repeat(250));
        assert!(matches!(
            Email::parse(&long),
            Err(TextProblem::TooLong { .. })
        ));
        assert_eq!(
            Email::parse(&format!("{}@example.org", "a".repeat(65))),
            Err(TextProblem::NotAnEmail)
        );
    }
}
