//! Drafts: sealed, of a browser until their owner has signed in.

use super::db::{Result, Tx};
use crate::domain::{
    ids::{DraftId, PersonId, ProposalNumber},
    time::Timestamp,
};
use sqlx::FromRow;

/// A draft as it is kept.
#[derive(Debug, Clone, FromRow)]
pub struct DraftRow {
    /// Its id.
    pub id: DraftId,
    /// The hash of the token of the browser it was begun in.
    pub token_hash: Vec<u8>,
    /// Its owner, once she has signed in.
    pub person_id: Option<PersonId>,
    /// What was written, sealed.
    pub sealed: Vec<u8>,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// The proposal it became.
    pub sent_as: Option<ProposalNumber>,
}

const INSERT_DRAFT: &str = "
    INSERT INTO drafts (id, token_hash, person_id, sealed, created_at, changed_at)
    VALUES ($1, $2, $3, $4, $5, $5)
    ON CONFLICT (id) DO NOTHING";

/// Keeps a new draft. `false`: there is one with this id already.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_draft(
    tx: &mut Tx,
    id: DraftId,
    token_hash: &[u8],
    person: Option<PersonId>,
    sealed: Vec<u8>,
    now: Timestamp,
) -> Result<bool> {
    let added = tx
        .query(INSERT_DRAFT)
        .bind(id)
        .bind(token_hash.to_vec())
        .bind(person)
        .bind(sealed)
        .bind(now)
        .execute()
        .await?;
    Ok(added == 1)
}

const FIND_DRAFT: &str = "
    SELECT id, token_hash, person_id, sealed, changed_at, sent_as FROM drafts WHERE id = $1";

/// The draft with this id, whoever asks.
///
/// # Errors
/// What the engine refuses.
pub async fn find_draft(tx: &mut Tx, id: DraftId) -> Result<Option<DraftRow>> {
    tx.query(FIND_DRAFT).bind(id).optional().await
}

const LOCK_DRAFT: &str = "
    UPDATE drafts SET changed_at = changed_at WHERE id = $1
    RETURNING id, token_hash, person_id, sealed, changed_at, sent_as";

/// The same, and whoever else wants to change it waits until this unit of work ends.
///
/// # Errors
/// What the engine refuses.
pub async fn lock_draft(tx: &mut Tx, id: DraftId) -> Result<Option<DraftRow>> {
    tx.query(LOCK_DRAFT).bind(id).optional().await
}

const UPDATE_DRAFT: &str = "
    UPDATE drafts SET person_id = $2, sealed = $3, changed_at = $4
    WHERE id = $1 AND sent_as IS NULL";

/// Keeps what is written now, and who owns it.
///
/// # Errors
/// What the engine refuses.
pub async fn update_draft(
    tx: &mut Tx,
    id: DraftId,
    person: Option<PersonId>,
    sealed: Vec<u8>,
    now: Timestamp,
) -> Result<()> {
    tx.query(UPDATE_DRAFT)
        .bind(id)
        .bind(person)
        .bind(sealed)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

const MARK_SENT: &str = "
    UPDATE drafts SET sent_as = $2, person_id = $3, sealed = $4, changed_at = $5 WHERE id = $1";

/// Marks a draft as sent; what was written lies in the proposal from now on.
///
/// # Errors
/// What the engine refuses.
pub async fn mark_sent(
    tx: &mut Tx,
    id: DraftId,
    number: ProposalNumber,
    person: PersonId,
    now: Timestamp,
) -> Result<()> {
    tx.query(MARK_SENT)
        .bind(id)
        .bind(number)
        .bind(person)
        .bind(Vec::new())
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

const LIST_UNSENT: &str = "
    SELECT id, token_hash, person_id, sealed, changed_at, sent_as FROM drafts
    WHERE sent_as IS NULL AND (person_id = $1 OR (person_id IS NULL AND token_hash = $2))
    ORDER BY changed_at DESC, id LIMIT 20";

/// The drafts of a person, and those of her browser that nobody owns yet, last changed first; at most 20.
///
/// # Errors
/// What the engine refuses.
pub async fn list_unsent(
    tx: &mut Tx,
    person: Option<PersonId>,
    token_hash: &[u8],
) -> Result<Vec<DraftRow>> {
    tx.query(LIST_UNSENT)
        .bind(person)
        .bind(token_hash.to_vec())
        .all()
        .await
}

const DELETE_DRAFT: &str = "DELETE FROM drafts WHERE id = $1 AND sent_as IS NULL";

/// Throws an unsent draft away.
///
/// # Errors
/// What the engine refuses.
pub async fn delete_draft(tx: &mut Tx, id: DraftId) -> Result<()> {
    tx.query(DELETE_DRAFT).bind(id).execute().await?;
    Ok(())
}
