//! The append-only audit log.

use super::db::{Result, Tx};
use crate::domain::{ids::AuditId, time::Timestamp};

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
