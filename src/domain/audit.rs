//! The hash chain of the audit log: whoever holds the entries can check that none was changed, removed or moved.
//!
//! An entry's hash covers the hash before it, its place and its facts, each with its length in front so that no two
//! entries write the same bytes. The facts enter as a salted hash: erasing them leaves the chain whole.

use super::time::Timestamp;
use sha2::{Digest, Sha256};

/// A SHA-256 value.
pub type Hash = [u8; 32];

/// The hash before the first entry.
pub const GENESIS: Hash = [0; 32];

/// What the chain covers of one entry.
#[derive(Debug, Clone)]
pub struct ChainedEntry {
    /// Its place: 1, 2, 3 ….
    pub seq: i64,
    /// When it happened.
    pub at: Timestamp,
    /// Who did it.
    pub actor: String,
    /// What was done.
    pub act: String,
    /// What it concerns.
    pub subject: String,
    /// The salted hash of its facts.
    pub payload_hash: Vec<u8>,
    /// The hash it was sealed with.
    pub hash: Vec<u8>,
}

/// Where a chain breaks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A place is missing or stands twice.
    #[error("entry {expected} is missing: found {found}")]
    Gap {
        /// The place that should have come.
        expected: i64,
        /// The place that came.
        found: i64,
    },
    /// An entry does not give the hash it was sealed with.
    #[error("entry {seq} was changed")]
    Changed {
        /// Its place.
        seq: i64,
    },
}

/// `SHA-256(salt ‖ payload)`.
pub fn payload_hash(salt: &[u8], payload: &[u8]) -> Hash {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(payload);
    hash.finalize().into()
}

/// The hash of an entry after `previous`; the entry's own `hash` does not enter.
pub fn entry_hash(previous: &[u8], entry: &ChainedEntry) -> Hash {
    let mut hash = Sha256::new();
    for part in [
        previous,
        &entry.seq.to_be_bytes(),
        &entry.at.micros().to_be_bytes(),
        entry.actor.as_bytes(),
        entry.act.as_bytes(),
        entry.subject.as_bytes(),
        &entry.payload_hash,
    ] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// Checks entries in order, from the one after `last_seq` whose hash is `last_hash`; gives the new last hash.
///
/// # Errors
/// The first place where the chain breaks.
pub fn verify(
    last_seq: i64,
    last_hash: &[u8],
    entries: impl IntoIterator<Item = ChainedEntry>,
) -> Result<(i64, Vec<u8>), Broken> {
    let (mut seq, mut previous) = (last_seq, last_hash.to_vec());
    for entry in entries {
        if entry.seq != seq + 1 {
            return Err(Broken::Gap {
                expected: seq + 1,
                found: entry.seq,
            });
        }
        if entry_hash(&previous, &entry) != *entry.hash {
            return Err(Broken::Changed { seq: entry.seq });
        }
        (seq, previous) = (entry.seq, entry.hash);
    }
    Ok((seq, previous))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain() -> Vec<ChainedEntry> {
        let mut previous = GENESIS.to_vec();
        (1..=4)
            .map(|seq| {
                let mut entry = ChainedEntry {
                    seq,
                    at: Timestamp::from_micros(seq * 10),
                    actor: "operator".to_owned(),
                    act: "review.publish".to_owned(),
                    subject: format!("proposal:{seq}"),
                    payload_hash: payload_hash(b"salt", b"{}").to_vec(),
                    hash: Vec::new(),
                };
                entry.hash = entry_hash(&previous, &entry).to_vec();
                previous.clone_from(&entry.hash);
                entry
            })
            .collect()
    }

    #[test]
    fn a_whole_chain_verifies_also_in_parts() {
        assert_eq!(verify(0, &GENESIS, chain()).unwrap().0, 4);
        let (seq, hash) = verify(0, &GENESIS, chain().into_iter().take(2)).unwrap();
        assert_eq!(
            verify(seq, &hash, chain().into_iter().skip(2)).unwrap().0,
            4
        );
    }

    #[test]
    fn a_changed_removed_or_moved_entry_is_found() {
        let mut changed = chain();
        changed[1].act = "review.refuse".to_owned();
        assert_eq!(
            verify(0, &GENESIS, changed),
            Err(Broken::Changed { seq: 2 })
        );
        let mut removed = chain();
        removed.remove(2);
        assert_eq!(
            verify(0, &GENESIS, removed),
            Err(Broken::Gap {
                expected: 3,
                found: 4
            })
        );
        let mut moved = chain();
        moved.swap(0, 1);
        assert!(verify(0, &GENESIS, moved).is_err());
    }

    #[test]
    fn fields_do_not_run_into_each_other() {
        let mut one = chain().remove(0);
        let mut two = one.clone();
        (one.actor, one.act) = ("ab".to_owned(), "c".to_owned());
        (two.actor, two.act) = ("a".to_owned(), "bc".to_owned());
        assert_ne!(entry_hash(&GENESIS, &one), entry_hash(&GENESIS, &two));
    }
}
