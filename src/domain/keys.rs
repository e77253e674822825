//! Keys derived from one secret: K_id finds a person, K_sign makes pseudonyms, K_seal closes what may be opened again.
//!
//! Rotation by version and the onion hash of a leaked key belong to the identity store; here is one version's keys.

use super::{
    identity::IdentityKind,
    ids::{PersonId, ProposalId},
};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use hmac::{Hmac, Mac};
use serde::Serialize;
use sha2::Sha256;

/// Bytes of randomness each seal needs.
pub const NONCE_BYTES: usize = 24;

/// One version of the keys. Never printed.
pub struct Keys {
    id: [u8; 32],
    sign: [u8; 32],
    seal: [u8; 32],
    fingerprint: String,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keys({})", self.fingerprint)
    }
}

impl Keys {
    /// Derives the keys from a secret of at least 32 random bytes.
    pub fn derive(secret: &[u8]) -> Self {
        let fingerprint = mac(secret, &[b"torget fingerprint"]);
        Keys {
            id: mac(secret, &[b"torget K_id"]),
            sign: mac(secret, &[b"torget K_sign"]),
            seal: mac(secret, &[b"torget K_seal"]),
            fingerprint: fingerprint[..8]
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        }
    }

    /// Names the keys without telling anything of them: a backup is restored only with the same.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// What an identity is found by: `HMAC(K_id, kind ‖ value)`, so no personal number is stored.
    pub fn lookup(&self, kind: IdentityKind, value: &str) -> [u8; 32] {
        mac(
            &self.id,
            &[kind.as_str().as_bytes(), b":", value.as_bytes()],
        )
    }

    /// A keyed mark of something short or guessable (a one-time code, a network address), so that the stored mark tells
    /// nothing without the key. `purpose` keeps marks of different kinds apart.
    pub fn mark(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut all: Vec<&[u8]> = vec![b"mark ", purpose.as_bytes()];
        for part in parts {
            all.extend([b":".as_slice(), part]);
        }
        mac(&self.id, &all)
    }

    /// The person's pseudonym at one proposal: `HMAC(K_sign, person ‖ proposal)`; a dump links nobody across proposals.
    pub fn pseudonym(&self, person: PersonId, proposal: ProposalId) -> [u8; 32] {
        mac(&self.sign, &[person.0.as_bytes(), proposal.0.as_bytes()])
    }

    /// Closes `plain`, bound to `about` (a proposal's or person's id): nonce ‖ ciphertext.
    ///
    /// # Panics
    /// Above 256 GiB, the cipher's bound. Whatever act it stands in is undone then: an empty seal would be kept as if it
    /// held something.
    pub fn seal(&self, plain: &[u8], about: &[u8], nonce: [u8; NONCE_BYTES]) -> Vec<u8> {
        let cipher = XChaCha20Poly1305::new(&self.seal.into());
        let payload = Payload {
            msg: plain,
            aad: about,
        };
        let closed = cipher
            .encrypt(&nonce.into(), payload)
            .unwrap_or_else(|_| unreachable!("forms are far below the cipher's 256 GiB"));
        [nonce.as_slice(), &closed].concat()
    }

    /// Closes a value as JSON.
    ///
    /// # Panics
    /// As [`Keys::seal`], and for a value that cannot be JSON (a map whose keys are no texts): a mistake of ours, never of
    /// what someone wrote.
    pub fn seal_json<T: Serialize>(
        &self,
        value: &T,
        about: &[u8],
        nonce: [u8; NONCE_BYTES],
    ) -> Vec<u8> {
        let plain = serde_json::to_vec(value)
            .unwrap_or_else(|error| unreachable!("what is sealed can be JSON: {error}"));
        self.seal(&plain, about, nonce)
    }

    /// Opens what [`Keys::seal`] closed; `None` when it was closed with other keys, about something else, or changed.
    pub fn open(&self, sealed: &[u8], about: &[u8]) -> Option<Vec<u8>> {
        let (nonce, closed) = sealed.split_first_chunk::<NONCE_BYTES>()?;
        let cipher = XChaCha20Poly1305::new(&self.seal.into());
        cipher
            .decrypt(
                &(*nonce).into(),
                Payload {
                    msg: closed,
                    aad: about,
                },
            )
            .ok()
    }
}

fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key)
        .unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn keys() -> Keys {
        Keys::derive(&[7; 32])
    }

    #[test]
    fn a_pseudonym_differs_between_proposals_and_between_people() {
        let (anna, bo) = (PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
        let (one, two) = (
            ProposalId(Uuid::from_u128(1)),
            ProposalId(Uuid::from_u128(2)),
        );
        assert_eq!(keys().pseudonym(anna, one), keys().pseudonym(anna, one));
        assert_ne!(keys().pseudonym(anna, one), keys().pseudonym(anna, two));
        assert_ne!(keys().pseudonym(anna, one), keys().pseudonym(bo, one));
    }

    #[test]
    fn a_seal_opens_only_about_the_same_thing_with_the_same_keys() {
        let sealed = keys().seal(b"person", b"proposal 1", [3; NONCE_BYTES]);
        assert_eq!(
            keys().open(&sealed, b"proposal 1").as_deref(),
            Some(b"person".as_slice())
        );
        assert_eq!(keys().open(&sealed, b"proposal 2"), None);
        assert_eq!(Keys::derive(&[8; 32]).open(&sealed, b"proposal 1"), None);
        let mut changed = sealed.clone();
        changed[30] ^= 1;
        assert_eq!(keys().open(&changed, b"proposal 1"), None);
        assert_eq!(keys().open(&[1, 2], b"proposal 1"), None);
    }

    #[test]
    fn a_value_comes_back_from_its_seal() {
        let sealed = keys().seal_json(&["Å", "b"], b"proposal 1", [3; NONCE_BYTES]);
        let plain = keys().open(&sealed, b"proposal 1").unwrap();
        assert_eq!(
            serde_json::from_slice::<[String; 2]>(&plain).unwrap(),
            ["Å", "b"]
        );
    }

    #[test]
    #[should_panic(expected = "what is sealed can be JSON")]
    fn what_cannot_be_sealed_is_never_an_empty_seal() {
        let no_json = std::collections::HashMap::from([(vec![1], 2)]);
        keys().seal_json(&no_json, b"proposal 1", [3; NONCE_BYTES]);
    }

    #[test]
    fn the_fingerprint_tells_keys_apart_and_is_all_that_is_printed() {
        assert_ne!(keys().fingerprint(), Keys::derive(&[8; 32]).fingerprint());
        assert_eq!(
            format!("{:?}", keys()),
            format!("Keys({})", keys().fingerprint())
        );
    }

    #[test]
    fn the_kind_is_part_of_what_is_looked_up() {
        let number = "191212121212";
        assert_ne!(
            keys().lookup(IdentityKind::Se, number),
            keys().lookup(IdentityKind::Eu, number)
        );
    }
}
