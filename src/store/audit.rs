//! The append-only audit log.

use super::db::{Result, Tx};
use crate::domain::{audit::ChainedEntry, ids::AuditId, time::Timestamp};
use sqlx::FromRow;

/// An entry not yet chained.
#[derive(Debug)]
pub struct NewEntry<'a> {
    /// Its id.
    pub id: AuditId,
    /// When it happened.
    pub at: Timestamp,
    /// Who did it.
    pub actor: String,
    /// What was done.
    pub act: &'a str,
    /// What it concerns.
    pub subject: &'a str,
    /// Facts as a JSON object.
    pub payload: String,
    /// Makes the payload's hash unguessable.
    pub salt: Vec<u8>,
    /// The salted hash the chain covers.
    pub payload_hash: Vec<u8>,
    /// Whether the public may read it.
    pub is_public: bool,
}

const INSERT_ENTRY: &str = "
    INSERT INTO audit_entries (id, at, actor, act, subject, payload, salt, payload_hash, is_public)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

/// Appends an unchained entry.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_entry(tx: &mut Tx, entry: NewEntry<'_>) -> Result<()> {
    tx.query(INSERT_ENTRY)
        .bind(entry.id)
        .bind(entry.at)
        .bind(entry.actor)
        .bind(entry.act.to_owned())
        .bind(entry.subject.to_owned())
        .bind(entry.payload)
        .bind(entry.salt)
        .bind(entry.payload_hash)
        .bind(entry.is_public)
        .execute()
        .await?;
    Ok(())
}

const FIND_HEAD: &str = "
    SELECT seq, hash FROM audit_entries WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1";

/// Place and hash of the last chained entry; `None` before the first.
///
/// # Errors
/// What the engine refuses.
pub async fn find_head(tx: &mut Tx) -> Result<Option<(i64, Vec<u8>)>> {
    tx.query(FIND_HEAD).optional().await
}

/// An entry that waits for its place in the chain.
#[derive(Debug, FromRow)]
pub struct UnsealedEntry {
    /// Its id.
    pub id: AuditId,
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
}

const LIST_UNSEALED: &str = "
    SELECT id, at, actor, act, subject, payload_hash FROM audit_entries
    WHERE seq IS NULL AND at <= $1 ORDER BY at, id LIMIT $2";

/// The oldest entries without a place that happened until `until`.
///
/// # Errors
/// What the engine refuses.
pub async fn list_unsealed(
    tx: &mut Tx,
    until: Timestamp,
    limit: i64,
) -> Result<Vec<UnsealedEntry>> {
    tx.query(LIST_UNSEALED).bind(until).bind(limit).all().await
}

const SEAL: &str = "
    UPDATE audit_entries SET seq = $1, prev_hash = $2, hash = $3
    WHERE id = $4 AND seq IS NULL";

/// Gives an entry its place. `false`: another sealer gave it one.
///
/// # Errors
/// [`Conflict`](super::db::StoreError::Conflict) when another sealer took the place.
pub async fn seal(
    tx: &mut Tx,
    id: AuditId,
    seq: i64,
    previous: &[u8],
    hash: &[u8],
) -> Result<bool> {
    let sealed = tx
        .query(SEAL)
        .bind(seq)
        .bind(previous.to_vec())
        .bind(hash.to_vec())
        .bind(id)
        .execute()
        .await?;
    Ok(sealed == 1)
}

#[derive(FromRow)]
struct SealedRow {
    seq: i64,
    at: Timestamp,
    actor: String,
    act: String,
    subject: String,
    payload: Option<String>,
    salt: Vec<u8>,
    payload_hash: Vec<u8>,
    hash: Option<Vec<u8>>,
}

/// An entry of the chain, with what its facts can be checked by.
#[derive(Debug)]
pub struct SealedEntry {
    /// What the chain covers.
    pub chained: ChainedEntry,
    /// The facts; `None` when they were erased.
    pub payload: Option<String>,
    /// What the facts were hashed with.
    pub salt: Vec<u8>,
}

const LIST_SEALED: &str = "
    SELECT seq, at, actor, act, subject, payload, salt, payload_hash, hash FROM audit_entries
    WHERE seq > $1 ORDER BY seq LIMIT $2";

/// The entries after place `after`, in order of the chain.
///
/// # Errors
/// What the engine refuses.
pub async fn list_sealed(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<SealedEntry>> {
    let rows: Vec<SealedRow> = tx.query(LIST_SEALED).bind(after).bind(limit).all().await?;
    Ok(rows
        .into_iter()
        .map(|row| SealedEntry {
            chained: ChainedEntry {
                seq: row.seq,
                at: row.at,
                actor: row.actor,
                act: row.act,
                subject: row.subject,
                payload_hash: row.payload_hash,
                hash: row.hash.unwrap_or_default(),
            },
            payload: row.payload,
            salt: row.salt,
        })
        .collect())
}

const COUNT_UNSEALED: &str = "
    SELECT CAST(COUNT(*) AS BIGINT), MIN(at) FROM audit_entries WHERE seq IS NULL";

/// How many entries wait for a place, and since when the oldest does.
///
/// # Errors
/// What the engine refuses.
pub async fn count_unsealed(tx: &mut Tx) -> Result<(i64, Option<Timestamp>)> {
    tx.query(COUNT_UNSEALED).one().await
}
