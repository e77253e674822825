//! Who someone is to the system: how strongly she is known, and what she tells about herself.

use super::codes::text_enum;

text_enum! {
    /// How strongly a person is known. Ordered: a space that asks for `Email` also takes `Eid`.
    pub enum TrustLevel {
        /// A confirmed e-mail address: all that the riktlinje (KF 2023-12-07 § 91) asks for.
        Email => "email",
        /// An e-legitimation on LoA 3 or higher, Swedish or eIDAS.
        Eid => "eid",
    }
}

text_enum! {
    /// What kind of value identifies a person.
    pub enum IdentityKind {
        /// A Swedish personal or coordination number, from an e-legitimation.
        Se => "se",
        /// A foreign person's `prid`, from an eIDAS e-legitimation.
        Eu => "eu",
        /// An e-mail address.
        Mail => "mail",
    }
}

impl IdentityKind {
    /// The trust that proving such a value gives.
    pub const fn trust(self) -> TrustLevel {
        match self {
            IdentityKind::Mail => TrustLevel::Email,
            IdentityKind::Se | IdentityKind::Eu => TrustLevel::Eid,
        }
    }
}

/// The acr values accepted for acting (Sweden Connect, Registry for Identifiers 1.8): tillitsnivå 3 and 4, eIDAS
/// substantial and high.
pub const ACCEPTED_ACR: &[&str] = &[
    "http://id.elegnamnden.se/loa/1.0/loa3",
    "http://id.elegnamnden.se/loa/1.0/loa4",
    "http://id.elegnamnden.se/loa/1.0/eidas-sub",
    "http://id.elegnamnden.se/loa/1.0/eidas-high",
];

/// Levels claimed by a test provider, of the same strength but reviewed by nobody.
pub const UNCERTIFIED_ACR: &[&str] = &[
    "http://id.swedenconnect.se/loa/1.0/uncertified-loa3",
    "http://id.swedenconnect.se/loa/1.0/uncertified-eidas-sub",
    "http://id.swedenconnect.se/loa/1.0/uncertified-eidas-high",
];

/// Whether an e-legitimation of this level lets a person act. Uncertified levels count only outside production.
/// Check the level *received*, also when the provider gave no error.
pub fn is_accepted_acr(acr: &str, is_production: bool) -> bool {
    ACCEPTED_ACR.contains(&acr) || (!is_production && UNCERTIFIED_ACR.contains(&acr))
}

/// The code of one of the city's areas: stadsområde `01`, mellanområde `10` or primärområde `101`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(transparent)]
pub struct AreaCode(String);

impl AreaCode {
    /// Accepts two or three digits; whether there is such an area the table of areas knows.
    pub fn parse(code: &str) -> Option<Self> {
        let is_code = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
        is_code.then(|| AreaCode(code.to_owned()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for AreaCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The mellanområde where a person says she lives. Voluntary (riktlinje § 91), never checked against a register;
/// *not stated* is always shown beside the areas.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Residence {
    /// A mellanområde in Göteborg.
    Area(AreaCode),
    /// Lives outside Göteborg.
    NotInGoteborg,
    /// Chose not to say.
    WillNotSay,
    /// Was not asked or left the question.
    NotStated,
}

impl Residence {
    /// The stored code: the digits of the area, `not_in_goteborg`, `will_not_say` or `not_stated`.
    pub fn as_str(&self) -> &str {
        match self {
            Residence::Area(code) => code.as_str(),
            Residence::NotInGoteborg => "not_in_goteborg",
            Residence::WillNotSay => "will_not_say",
            Residence::NotStated => "not_stated",
        }
    }

    /// The residence with this code. Mellanområden have two digits.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "not_in_goteborg" => Some(Residence::NotInGoteborg),
            "will_not_say" => Some(Residence::WillNotSay),
            "not_stated" => Some(Residence::NotStated),
            digits if digits.len() == 2 => AreaCode::parse(digits).map(Residence::Area),
            _ => None,
        }
    }

    /// The area, when one was stated.
    pub fn area(&self) -> Option<&AreaCode> {
        match self {
            Residence::Area(code) => Some(code),
            _ => None,
        }
    }
}

text_enum! {
    /// Gender as a proposer states it (riktlinje § 91 asks; both *other* and *will not say* are answers).
    pub enum Gender {
        /// Kvinna.
        Woman => "woman",
        /// Man.
        Man => "man",
        /// Annat.
        Other => "other",
        /// Vill inte svara.
        WillNotSay => "will_not_say",
    }
}

/// A proposer's age in whole years. Anyone may propose, children included (riktlinje § 91).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Age(u8);

impl Age {
    /// The highest age taken for a true answer.
    pub const MAX: u8 = 120;

    /// An age from 0 to [`Age::MAX`].
    pub fn new(years: i64) -> Option<Self> {
        u8::try_from(years)
            .ok()
            .filter(|years| *years <= Self::MAX)
            .map(Age)
    }

    /// Whole years.
    pub fn years(self) -> i64 {
        i64::from(self.0)
    }

    /// The name of a proposer under 18 is never published, so consent is not even offered.
    pub fn may_publish_name(self) -> bool {
        self.0 >= 18
    }

    /// The band in which this age is counted.
    pub fn band(self) -> AgeBand {
        match self.0 {
            0..=18 => AgeBand::Young,
            19..=65 => AgeBand::Middle,
            _ => AgeBand::Old,
        }
    }
}

text_enum! {
    /// The age bands of the city's own population figures, so that shares can be compared with them.
    pub enum AgeBand {
        /// 0–18 years.
        Young => "0_18",
        /// 19–65 years.
        Middle => "19_65",
        /// 66 years and older.
        Old => "66_plus",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_e_legitimation_is_stronger_than_an_address() {
        assert!(TrustLevel::Eid > TrustLevel::Email);
        assert_eq!(IdentityKind::Mail.trust(), TrustLevel::Email);
        assert_eq!(IdentityKind::Eu.trust(), TrustLevel::Eid);
    }

    #[test]
    fn only_reviewed_levels_count_in_production() {
        for acr in ACCEPTED_ACR {
            assert!(is_accepted_acr(acr, true));
        }
        for acr in UNCERTIFIED_ACR {
            assert!(!is_accepted_acr(acr, true), "{acr}");
            assert!(is_accepted_acr(acr, false));
        }
        for weak in [
            "loa2",
            "eidas-low",
            "eidas-nf-sub",
            "eidas-nf-high",
            "loa3-nonresident",
            "",
        ] {
            assert!(
                !is_accepted_acr(&format!("http://id.elegnamnden.se/loa/1.0/{weak}"), false),
                "{weak}"
            );
        }
    }

    #[test]
    fn a_residence_comes_back_from_its_code() {
        for code in ["10", "80", "not_in_goteborg", "will_not_say", "not_stated"] {
            assert_eq!(Residence::parse(code).unwrap().as_str(), code);
        }
        for bad in ["", "1", "101", "1a", "Outside", "１０"] {
            assert_eq!(Residence::parse(bad), None, "{bad}");
        }
        assert_eq!(
            Residence::parse("35").unwrap().area().unwrap().as_str(),
            "35"
        );
    }

    #[test]
    fn age_bands_meet_without_gap_and_children_stay_unnamed() {
        let band = |years| Age::new(years).unwrap().band();
        assert_eq!((band(0), band(18)), (AgeBand::Young, AgeBand::Young));
        assert_eq!((band(19), band(65)), (AgeBand::Middle, AgeBand::Middle));
        assert_eq!((band(66), band(120)), (AgeBand::Old, AgeBand::Old));
        assert_eq!(
            (Age::new(-1), Age::new(121), Age::new(1_000)),
            (None, None, None)
        );
        assert!(!Age::new(17).unwrap().may_publish_name());
        assert!(Age::new(18).unwrap().may_publish_name());
    }
}
