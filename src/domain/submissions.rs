//! What is sent in: a proposal with its place and its author, every part checked.

use super::{
    email::Email,
    geometry::Point,
    identity::{Age, AreaCode, Gender, Residence},
    ids::ProposalId,
    keys::{Keys, NONCE_BYTES},
    proposals::Topic,
    text::{Body, Country, Ort, PersonName, PlaceText, PostalAddress, PostalCode, Title},
};
use serde::{Deserialize, Serialize};

/// A proposal ready to be sent.
#[derive(Debug, Clone)]
pub struct Submission {
    /// What it asks for.
    pub idea: Idea,
    /// The place meant.
    pub place: PlaceMeant,
    /// Who sends it.
    pub about: About,
}

/// What a proposal asks for.
#[derive(Debug, Clone)]
pub struct Idea {
    /// The title.
    pub title: Title,
    /// The text.
    pub text: Body,
    /// What it is about.
    pub topic: Topic,
}

/// The place meant; all of it voluntary (riktlinje KF 2023-12-07 § 91).
#[derive(Debug, Clone, Default)]
pub struct PlaceMeant {
    /// The mellanområde; `None`: the whole city.
    pub area: Option<AreaCode>,
    /// In words.
    pub text: Option<PlaceText>,
    /// On the map, inside the city.
    pub point: Option<Point>,
}

/// What the riktlinje (§ 91) asks of a proposer.
#[derive(Debug, Clone)]
pub struct About {
    /// First and last name.
    pub name: PersonName,
    /// Where post reaches her, in any country.
    pub address: PostalAddress,
    /// The postal code, where there is one.
    pub postal_code: Option<PostalCode>,
    /// The place she lives in.
    pub town: Ort,
    /// The country.
    pub country: Country,
    /// Her age; anyone may propose.
    pub age: Age,
    /// Her gender, as she states it.
    pub gender: Gender,
    /// Where mail reaches her.
    pub email: Email,
    /// The mellanområde she lives in; voluntary.
    pub residence: Residence,
    /// Whether she ticked that her name may be published.
    pub consents_to_name: bool,
}

impl About {
    /// The name to publish: only with consent, and never of one under 18, whatever was posted.
    pub fn published_name(&self) -> Option<String> {
        let may = self.consents_to_name && self.age.may_publish_name();
        may.then(|| self.name.to_string())
    }

    /// What is kept about the author, sealed.
    pub fn facts(&self) -> AuthorFacts {
        AuthorFacts {
            first_name: self.name.first().to_owned(),
            last_name: self.name.last().to_owned(),
            address: self.address.as_str().to_owned(),
            postal_code: self
                .postal_code
                .as_ref()
                .map(|code| code.as_str().to_owned()),
            town: self.town.as_str().to_owned(),
            country: self.country.as_str().to_owned(),
            age: self.age.years(),
            gender: self.gender,
            email: self.email.as_str().to_owned(),
        }
    }
}

/// What is kept about an author, sealed to her proposal: nobody but the author and the city's moderators reads it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorFacts {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Street and number, or what stands in its place.
    pub address: String,
    /// The postal code, where there is one.
    pub postal_code: Option<String>,
    /// The town.
    pub town: String,
    /// The country.
    pub country: String,
    /// Age in whole years when it was sent.
    pub age: i64,
    /// Gender as stated.
    pub gender: Gender,
    /// E-mail.
    pub email: String,
}

impl AuthorFacts {
    /// Closes them, bound to the proposal.
    pub fn seal(&self, keys: &Keys, proposal: ProposalId, nonce: [u8; NONCE_BYTES]) -> Vec<u8> {
        keys.seal_json(self, proposal.0.as_bytes(), nonce)
    }

    /// Opens them; `None` when they belong to another proposal or other keys.
    pub fn open(keys: &Keys, proposal: ProposalId, sealed: &[u8]) -> Option<Self> {
        let plain = keys.open(sealed, proposal.0.as_bytes())?;
        serde_json::from_slice(&plain).ok()
    }
}

impl std::fmt::Debug for AuthorFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AuthorFacts(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn about(age: i64, consents_to_name: bool) -> About {
        About {
            name: PersonName::parse("Testperson", "3").unwrap(),
            address: PostalAddress::parse("Storgatan 1").unwrap(),
            postal_code: None,
            town: Ort::parse("Göteborg").unwrap(),
            country: Country::parse("Sverige").unwrap(),
            age: Age::new(age).unwrap(),
            gender: Gender::WillNotSay,
            email: Email::parse("testperson3@example.se").unwrap(),
            residence: Residence::NotStated,
            consents_to_name,
        }
    }

    #[test]
    fn a_name_is_published_with_consent_and_never_of_a_child() {
        assert_eq!(
            about(18, true).published_name().as_deref(),
            Some("Testperson 3")
        );
        assert_eq!(about(18, false).published_name(), None);
        assert_eq!(about(17, true).published_name(), None);
    }

    #[test]
    fn the_facts_open_only_for_their_proposal_and_are_never_printed() {
        let keys = Keys::derive(&[7; 32]);
        let (one, two) = (
            ProposalId(Uuid::from_u128(1)),
            ProposalId(Uuid::from_u128(2)),
        );
        let facts = about(30, false).facts();
        let sealed = facts.seal(&keys, one, [1; NONCE_BYTES]);
        assert_eq!(AuthorFacts::open(&keys, one, &sealed), Some(facts.clone()));
        assert_eq!(AuthorFacts::open(&keys, two, &sealed), None);
        assert_eq!(format!("{facts:?}"), "AuthorFacts(..)");
    }
}
