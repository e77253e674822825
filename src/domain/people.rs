//! What a person has told about herself; sealed wherever it is stored.

use super::{
    ids::PersonId,
    keys::{Keys, NONCE_BYTES},
};
use serde::{Deserialize, Serialize};

/// Name, ort and e-mail: what the riktlinje asks of everyone who signs (KF 2023-12-07 § 91).
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// First name; empty until told.
    pub first_name: String,
    /// Last name; empty until told.
    pub last_name: String,
    /// The place where the person lives, in her own words; empty until told.
    pub ort: String,
    /// The confirmed address mails go to; `None` for one who only has an e-legitimation.
    pub email: Option<String>,
}

impl Profile {
    /// First and last name, as the header and the name list show them.
    pub fn shown_name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
            .trim()
            .to_owned()
    }

    /// Whether name and ort are told, which signing asks once.
    pub fn is_complete(&self) -> bool {
        !self.first_name.is_empty() && !self.last_name.is_empty() && !self.ort.is_empty()
    }

    /// What is not told here, taken from another profile of the same person. Name and ort go together.
    pub fn filled_from(self, other: Profile) -> Profile {
        let email = self.email.clone().or_else(|| other.email.clone());
        let told = if self.is_complete() || !other.is_complete() {
            self
        } else {
            other
        };
        Profile { email, ..told }
    }

    /// Closes it, bound to the person.
    pub fn seal(&self, keys: &Keys, person: PersonId, nonce: [u8; NONCE_BYTES]) -> Vec<u8> {
        keys.seal_json(self, person.0.as_bytes(), nonce)
    }

    /// Opens a person's sealed profile; `None` when it is not hers or not readable.
    pub fn open(keys: &Keys, person: PersonId, sealed: &[u8]) -> Option<Self> {
        let plain = keys.open(sealed, person.0.as_bytes())?;
        serde_json::from_slice(&plain).ok()
    }
}

impl std::fmt::Debug for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Profile(..)")
    }
}
