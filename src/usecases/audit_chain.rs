//! Chains committed entries of the audit log, and checks the chain.
//!
//! The rule of order: a place is given in the order of sealing; within one batch by time and id. An entry is left alone
//! for [`SETTLE_SECONDS`], so that one whose transaction began earlier and committed later still comes first. One that
//! commits later still gets a later place: what is chosen is what has no place, never what is newer than the last, so
//! none is passed over. Two sealers at once cannot fork the chain: a place is unique, the later one is rolled back.

use super::env::Env;
use crate::{
    domain::{
        audit::{Broken, ChainedEntry, GENESIS, entry_hash, payload_hash, verify},
        time::Timestamp,
    },
    store::{
        audit,
        db::{Result, StoreError, Tx},
    },
};

/// How long an entry waits for others that began before it; longer than any request may take.
pub const SETTLE_SECONDS: i64 = 20;
/// Entries chained in one transaction: some 15 ms on SQLite, which has one writer.
pub const BATCH: i64 = 400;
/// Entries read at once when the chain is checked.
const PAGE: i64 = 2_000;

/// Chains the oldest settled entries, at most [`BATCH`]; gives how many.
///
/// # Errors
/// [`StoreError::Conflict`] when another sealer was at it: roll back, it does the work.
pub async fn seal_batch(tx: &mut Tx, now: Timestamp) -> Result<i64> {
    let until = now.plus_seconds(-SETTLE_SECONDS);
    let entries = audit::list_unsealed(tx, until, BATCH).await?;
    let (mut seq, mut previous) = match audit::find_head(tx).await? {
        Some(head) => head,
        None => (0, GENESIS.to_vec()),
    };
    let mut count = 0;
    for entry in entries {
        seq += 1;
        count += 1;
        let chained = ChainedEntry {
            seq,
            at: entry.at,
            actor: entry.actor,
            act: entry.act,
            subject: entry.subject,
            payload_hash: entry.payload_hash,
            hash: Vec::new(),
        };
        let hash = entry_hash(&previous, &chained);
        if !audit::seal(tx, entry.id, seq, &previous, &hash).await? {
            return Err(StoreError::Conflict);
        }
        previous = hash.to_vec();
    }
    Ok(count)
}

/// A chain that holds.
#[derive(Debug, PartialEq, Eq)]
pub struct Verified {
    /// Entries with a place.
    pub sealed: i64,
    /// The last one's hash: kept elsewhere, it shows later that nothing was cut off.
    pub head: Vec<u8>,
    /// Entries that wait for a place.
    pub unsealed: i64,
    /// When the oldest of them happened.
    pub oldest_unsealed: Option<Timestamp>,
}

/// Why a chain cannot be vouched for.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// It breaks.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Checks every link of the chain and every payload that has not been erased, in one consistent view.
///
/// # Errors
/// The first place where it breaks.
pub async fn verify_log(env: &Env) -> std::result::Result<Verified, VerifyError> {
    let mut tx = env.db.begin_read().await?;
    let (mut seq, mut head) = (0, GENESIS.to_vec());
    loop {
        let page = audit::list_sealed(&mut tx, seq, PAGE).await?;
        if page.is_empty() {
            break;
        }
        for entry in page {
            let covered = entry.chained.payload_hash.clone();
            (seq, head) = verify(seq, &head, [entry.chained])?;
            if let Some(payload) = &entry.payload
                && payload_hash(&entry.salt, payload.as_bytes()) != *covered
            {
                return Err(Broken::Changed { seq }.into());
            }
        }
    }
    let (unsealed, oldest_unsealed) = audit::count_unsealed(&mut tx).await?;
    Ok(Verified {
        sealed: seq,
        head,
        unsealed,
        oldest_unsealed,
    })
}
