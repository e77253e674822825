//! Keys derived from one secret: K_id finds a person, K_sign makes pseudonyms, K_seal closes what may be opened again.
//!
//! The secret has versions. New things are made with the newest; older ones find and open what they made. Pseudonyms alone
//! stay with the version the database began with: one that changed would free a second signature, and a new one tells a
//! thief of the old secret nothing less, since whoever has it and a dump of then opens the seals of then.

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

/// One version of the keys.
struct Version {
    id: [u8; 32],
    sign: [u8; 32],
    seal: [u8; 32],
    fingerprint: String,
}

/// All versions of the keys that are in use. Never printed.
pub struct Keys {
    newest: Version,
    /// Those before, newest first: they find and open, and make nothing.
    older: Vec<Version>,
    sign: [u8; 32],
    number: i64,
}

/// What an identity is found by: its hash under the newest keys, and what it may still be kept as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lookup {
    newest: [u8; 32],
    older: Vec<[u8; 32]>,
    version: i64,
}

impl Lookup {
    /// The hash it is kept as from now on.
    pub fn newest(&self) -> [u8; 32] {
        self.newest
    }

    /// The hashes it may be kept as since earlier, the plain ones before those hashed again.
    pub fn older(&self) -> &[[u8; 32]] {
        &self.older
    }

    /// The number of the newest keys in this database.
    pub fn version(&self) -> i64 {
        self.version
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keys({})", self.fingerprint())
    }
}

impl Version {
    fn derive(secret: &[u8]) -> Self {
        let fingerprint = mac(secret, &[b"torget fingerprint"]);
        Version {
            id: mac(secret, &[b"torget K_id"]),
            sign: mac(secret, &[b"torget K_sign"]),
            seal: mac(secret, &[b"torget K_seal"]),
            fingerprint: fingerprint[..8]
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        }
    }

    fn lookup(&self, kind: IdentityKind, value: &str) -> [u8; 32] {
        mac(
            &self.id,
            &[kind.as_str().as_bytes(), b":", value.as_bytes()],
        )
    }

    fn onion(&self, hash: &[u8]) -> [u8; 32] {
        mac(&self.id, &[b"onion:", hash])
    }

    fn open(&self, sealed: &[u8], about: &[u8]) -> Option<Vec<u8>> {
        let (nonce, closed) = sealed.split_first_chunk::<NONCE_BYTES>()?;
        let cipher = XChaCha20Poly1305::new(&self.seal.into());
        let payload = Payload {
            msg: closed,
            aad: about,
        };
        cipher.decrypt(&(*nonce).into(), payload).ok()
    }
}

impl Keys {
    /// Derives the keys from a secret of at least 32 random bytes.
    pub fn derive(secret: &[u8]) -> Self {
        let newest = Version::derive(secret);
        Keys {
            sign: newest.sign,
            newest,
            older: Vec::new(),
            number: 1,
        }
    }

    /// The same with the secrets before, newest first.
    pub fn with_older(self, secrets: &[Vec<u8>]) -> Self {
        let older: Vec<Version> = secrets
            .iter()
            .map(|secret| Version::derive(secret))
            .collect();
        Keys { older, ..self }
    }

    /// The same for a database that began with the keys of this fingerprint and has the newest as number `number`.
    /// `None`: the secret it began with is not among these.
    pub fn for_database(self, began_with: &str, number: i64) -> Option<Self> {
        let mut versions = self.versions();
        let sign = versions.find(|one| one.fingerprint == began_with)?.sign;
        drop(versions);
        Some(Keys {
            sign,
            number,
            ..self
        })
    }

    fn versions(&self) -> impl Iterator<Item = &Version> {
        std::iter::once(&self.newest).chain(&self.older)
    }

    /// Names the newest keys without telling anything of them.
    pub fn fingerprint(&self) -> &str {
        &self.newest.fingerprint
    }

    /// Whether the keys of this fingerprint are among them: a backup is restored only with the secret it was made with.
    pub fn knows(&self, fingerprint: &str) -> bool {
        self.versions().any(|one| one.fingerprint == fingerprint)
    }

    /// The number of the newest keys in the database.
    pub fn number(&self) -> i64 {
        self.number
    }

    /// What an identity is found by: `HMAC(K_id, kind ‖ value)`, so no personal number is stored.
    pub fn lookup(&self, kind: IdentityKind, value: &str) -> Lookup {
        let mut older: Vec<[u8; 32]> = Vec::new();
        // Oldest first, each around all before it: every way in which retiring keys may have layered them.
        for version in self.older.iter().rev() {
            let around: Vec<_> = older.iter().map(|hash| version.onion(hash)).collect();
            older.push(version.lookup(kind, value));
            older.extend(around);
        }
        let around: Vec<_> = older.iter().map(|hash| self.newest.onion(hash)).collect();
        older.extend(around);
        Lookup {
            newest: self.newest.lookup(kind, value),
            older,
            version: self.number,
        }
    }

    /// A hash of older keys, hashed again with the newest: worthless to whoever has only the older.
    pub fn onion(&self, hash: &[u8]) -> [u8; 32] {
        self.newest.onion(hash)
    }

    /// A keyed mark of something short or guessable (a one-time code, a network address), so that the stored mark tells
    /// nothing without the key. `purpose` keeps marks of different kinds apart.
    pub fn mark(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut all: Vec<&[u8]> = vec![b"mark ", purpose.as_bytes()];
        for part in parts {
            all.extend([b":".as_slice(), part]);
        }
        mac(&self.newest.id, &all)
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
        let cipher = XChaCha20Poly1305::new(&self.newest.seal.into());
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

    /// Opens what [`Keys::seal`] closed, with whichever version closed it; `None` when it was closed with other keys, about
    /// something else, or changed.
    pub fn open(&self, sealed: &[u8], about: &[u8]) -> Option<Vec<u8>> {
        self.versions().find_map(|one| one.open(sealed, about))
    }

    /// The same closed with the newest keys; `None` when it is already, or cannot be opened.
    pub fn resealed(
        &self,
        sealed: &[u8],
        about: &[u8],
        nonce: [u8; NONCE_BYTES],
    ) -> Option<Vec<u8>> {
        let mut older = self.older.iter();
        let plain = older.find_map(|one| one.open(sealed, about))?;
        Some(self.seal(&plain, about, nonce))
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
    fn new_keys_open_what_the_older_closed_and_close_it_anew() {
        let sealed = keys().seal(b"person", b"proposal 1", [3; NONCE_BYTES]);
        let changed = Keys::derive(&[8; 32]).with_older(&[vec![7; 32]]);
        let plain = changed.open(&sealed, b"proposal 1");
        assert_eq!(plain.as_deref(), Some(b"person".as_slice()));
        let anew = changed
            .resealed(&sealed, b"proposal 1", [4; NONCE_BYTES])
            .unwrap();
        let newest = Keys::derive(&[8; 32]);
        assert!(newest.open(&anew, b"proposal 1").is_some());
        assert!(keys().open(&anew, b"proposal 1").is_none());
        assert_eq!(
            changed.resealed(&anew, b"proposal 1", [5; NONCE_BYTES]),
            None
        );
    }

    #[test]
    fn a_pseudonym_outlives_every_change_of_keys() {
        let (anna, one) = (PersonId(Uuid::from_u128(1)), ProposalId(Uuid::from_u128(1)));
        let began = keys();
        let changed = Keys::derive(&[9; 32]).with_older(&[vec![8; 32], vec![7; 32]]);
        let changed = changed.for_database(began.fingerprint(), 3).unwrap();
        assert_eq!(changed.pseudonym(anna, one), began.pseudonym(anna, one));
        assert!(
            Keys::derive(&[9; 32])
                .for_database(began.fingerprint(), 3)
                .is_none()
        );
    }

    #[test]
    fn an_identity_is_found_however_often_keys_were_retired() {
        let (first, second) = (keys(), Keys::derive(&[8; 32]));
        let third = Keys::derive(&[9; 32]).with_older(&[vec![8; 32], vec![7; 32]]);
        let of = |keys: &Keys| keys.lookup(IdentityKind::Se, "191212121212").newest();
        let found = third.lookup(IdentityKind::Se, "191212121212");
        for kept in [
            of(&first),
            of(&second),
            second.onion(&of(&first)),
            third.onion(&of(&first)),
            third.onion(&of(&second)),
            third.onion(&second.onion(&of(&first))),
        ] {
            assert!(found.older().contains(&kept));
        }
        assert_eq!(found.older().len(), 6);
        assert!(!found.older().contains(&found.newest()));
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
