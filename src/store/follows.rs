//! Follows: who wants to hear of a proposal without signing it. As secret as signatures.

use super::{
    batch,
    db::{Result, Tx},
    signatures::{KeyRow, SignerKey},
};
use crate::domain::{ids::ProposalId, time::Timestamp};
use serde::Serialize;
use sqlx::FromRow;

/// A follow to be kept.
#[derive(Debug, Clone, Serialize)]
pub struct NewFollow {
    /// Who, and what.
    #[serde(flatten)]
    pub key: SignerKey,
    /// The person's id, sealed to the proposal.
    #[serde(serialize_with = "batch::as_hex")]
    pub sealed: Vec<u8>,
    /// When the post came in.
    pub followed_at: Timestamp,
}

#[derive(FromRow)]
struct ProposalOnly {
    proposal_id: ProposalId,
}

const INSERT_FOLLOWS_SQLITE: &str = "
    INSERT INTO follows (proposal_id, pseudonym, sealed, followed_at)
    SELECT unhex(value ->> 'proposal'), unhex(value ->> 'pseudonym'), unhex(value ->> 'sealed'),
        value ->> 'followed_at'
    FROM json_each($1) WHERE TRUE
    ON CONFLICT (proposal_id, pseudonym) DO NOTHING
    RETURNING proposal_id, pseudonym";
const INSERT_FOLLOWS_POSTGRES: &str = "
    INSERT INTO follows (proposal_id, pseudonym, sealed, followed_at)
    SELECT proposal, decode(pseudonym, 'hex'), decode(sealed, 'hex'), followed_at
    FROM json_to_recordset(CAST($1 AS json)) AS r (proposal uuid, pseudonym text, sealed text, followed_at bigint)
    ON CONFLICT (proposal_id, pseudonym) DO NOTHING
    RETURNING proposal_id, pseudonym";

/// Keeps follows and tells which are new.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_follows(tx: &mut Tx, new: &[NewFollow]) -> Result<Vec<SignerKey>> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<KeyRow> = tx
        .query_each(INSERT_FOLLOWS_SQLITE, INSERT_FOLLOWS_POSTGRES)
        .bind(batch::rows("follows", new)?)
        .all()
        .await?;
    Ok(rows.into_iter().filter_map(KeyRow::key).collect())
}

const DELETE_FOLLOWS_SQLITE: &str = "
    DELETE FROM follows WHERE (proposal_id, pseudonym) IN (
        SELECT unhex(value ->> 'proposal'), unhex(value ->> 'pseudonym') FROM json_each($1))
    RETURNING proposal_id, pseudonym";
const DELETE_FOLLOWS_POSTGRES: &str = "
    DELETE FROM follows WHERE (proposal_id, pseudonym) IN (
        SELECT proposal, decode(pseudonym, 'hex')
        FROM json_to_recordset(CAST($1 AS json)) AS r (proposal uuid, pseudonym text))
    RETURNING proposal_id, pseudonym";

/// Removes follows and tells which there were.
///
/// # Errors
/// What the engine refuses.
pub async fn delete_follows(tx: &mut Tx, keys: &[SignerKey]) -> Result<Vec<SignerKey>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<KeyRow> = tx
        .query_each(DELETE_FOLLOWS_SQLITE, DELETE_FOLLOWS_POSTGRES)
        .bind(batch::rows("follows", keys)?)
        .all()
        .await?;
    Ok(rows.into_iter().filter_map(KeyRow::key).collect())
}

const HAS_FOLLOW: &str = "
    SELECT EXISTS (SELECT 1 FROM follows WHERE proposal_id = $1 AND pseudonym = $2)";

/// Whether the person follows the proposal.
///
/// # Errors
/// What the engine refuses.
pub async fn has_follow(tx: &mut Tx, key: &SignerKey) -> Result<bool> {
    let (found,): (bool,) = tx
        .query(HAS_FOLLOW)
        .bind(key.proposal)
        .bind(key.pseudonym.to_vec())
        .one()
        .await?;
    Ok(found)
}

const LIST_FOLLOWED_SQLITE: &str = "
    SELECT proposal_id FROM follows WHERE (proposal_id, pseudonym) IN (
        SELECT unhex(value ->> 'proposal'), unhex(value ->> 'pseudonym') FROM json_each($1))
    ORDER BY followed_at DESC, proposal_id";
const LIST_FOLLOWED_POSTGRES: &str = "
    SELECT proposal_id FROM follows WHERE (proposal_id, pseudonym) IN (
        SELECT proposal, decode(pseudonym, 'hex')
        FROM json_to_recordset(CAST($1 AS json)) AS r (proposal uuid, pseudonym text))
    ORDER BY followed_at DESC, proposal_id";

/// The proposals followed among these keys, last followed first: with the person's keys at all proposals, all of hers.
///
/// # Errors
/// What the engine refuses.
pub async fn list_followed(tx: &mut Tx, keys: &[SignerKey]) -> Result<Vec<ProposalId>> {
    let rows: Vec<ProposalOnly> = tx
        .query_each(LIST_FOLLOWED_SQLITE, LIST_FOLLOWED_POSTGRES)
        .bind(batch::rows("follows", keys)?)
        .all()
        .await?;
    Ok(rows.into_iter().map(|row| row.proposal_id).collect())
}
