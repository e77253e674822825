//! A foreign person's identifier, from the Swedish eIDAS connector (Sweden Connect, Registry for Identifiers §3).

use super::codes::text_enum;

/// `DE:abc0123456`: the country of the e-legitimation, which is not citizenship, and a value of its own for each person.
/// Never shown or stored; Debug tells the country alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Prid(String);

text_enum! {
    /// How long a person keeps her `prid`.
    pub enum Persistence {
        /// About as long as a personnummer.
        Lasting => "A",
        /// It may change with the name.
        MayChange => "B",
        /// It may change with each new e-legitimation.
        ChangesWithEid => "C",
    }
}

impl Prid {
    /// Accepts `^[A-Z]{2}:[0-9a-z][0-9a-z-]{8,28}[0-9a-z]$` in any case: two that differ in case are the same person.
    pub fn parse(text: &str) -> Option<Self> {
        let (country, value) = text.split_once(':')?;
        let is_country = country.len() == 2 && country.bytes().all(|b| b.is_ascii_alphabetic());
        let is_inner = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        let is_value = (10..=30).contains(&value.len())
            && value.bytes().all(is_inner)
            && !value.starts_with('-')
            && !value.ends_with('-');
        let same = || {
            let country = country.to_ascii_uppercase();
            Prid(format!("{country}:{}", value.to_ascii_lowercase()))
        };
        (is_country && is_value).then(same)
    }

    /// The two letters of the country.
    pub fn country(&self) -> &str {
        &self.0[..2]
    }

    /// The whole, for its lookup and nothing else.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Prid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Prid({}:…)", self.country())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_makes_no_other_person() {
        let one = Prid::parse("DE:ab0123-45c").unwrap();
        assert_eq!(Some(&one), Prid::parse("de:AB0123-45C").as_ref());
        assert_eq!(one.reveal(), "DE:ab0123-45c");
        assert_eq!(one.country(), "DE");
        assert_eq!(format!("{one:?}"), "Prid(DE:…)");
    }

    #[test]
    fn what_has_not_its_shape_is_none() {
        let long = format!("NO:{}", "a".repeat(31));
        for text in [
            "",
            "DE",
            "DE:",
            "DE:ab012345",
            "D:ab01234567",
            "DEU:ab01234567",
            "D1:ab01234567",
            "DE:-b01234567",
            "DE:ab0123456-",
            "DE:ab01234_67",
            "DE:åb01234567",
            "åä:ab01234567",
            &long,
        ] {
            assert_eq!(Prid::parse(text), None, "{text}");
        }
    }
}
