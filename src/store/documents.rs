//! Files kept with cases: waiting until a decision is published with them, public from then on.

use super::db::{Result, Tx};
use crate::domain::{
    documents::{File, MediaType},
    ids::{CaseId, DecisionId, DocumentId, ProposalId},
    time::Timestamp,
};
use sha2::{Digest, Sha256};
use sqlx::FromRow;

/// A file without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Document {
    /// Its key.
    pub id: DocumentId,
    /// The case it lies with.
    pub case_id: CaseId,
    /// The decision it was published with; `None` while it waits.
    pub decision_id: Option<DecisionId>,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub media_type: MediaType,
    /// Its size in bytes.
    pub size: i64,
}

const INSERT_DOCUMENT: &str = "
    INSERT INTO documents (id, case_id, decision_id, name, media_type, size, sha256, content, added_at)
    VALUES ($1, $2, NULL, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (case_id, sha256) DO NOTHING";

/// Keeps a file with a case; the same bytes are kept once. Gives whether it was new.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_document(
    tx: &mut Tx,
    id: DocumentId,
    case: CaseId,
    file: &File,
    now: Timestamp,
) -> Result<bool> {
    let added = tx
        .query(INSERT_DOCUMENT)
        .bind(id)
        .bind(case)
        .bind(file.name.clone())
        .bind(file.media_type)
        .bind(i64::try_from(file.content.len()).unwrap_or(i64::MAX))
        .bind(Sha256::digest(&file.content).to_vec())
        .bind(file.content.clone())
        .bind(now)
        .execute()
        .await?;
    Ok(added == 1)
}

const LIST_BY_CASE: &str = "
    SELECT id, case_id, decision_id, name, media_type, size FROM documents
    WHERE case_id = $1 ORDER BY added_at, id";

/// All files of a case, waiting and published, oldest first.
///
/// # Errors
/// What the engine refuses.
pub async fn list_by_case(tx: &mut Tx, case: CaseId) -> Result<Vec<Document>> {
    tx.query(LIST_BY_CASE).bind(case).all().await
}

const LIST_PUBLISHED: &str = "
    SELECT d.id, d.case_id, d.decision_id, d.name, d.media_type, d.size
    FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE c.proposal_id = $1 AND d.decision_id IS NOT NULL ORDER BY d.added_at, d.id";

/// The files published with the decisions on a proposal.
///
/// # Errors
/// What the engine refuses.
pub async fn list_published(tx: &mut Tx, proposal: ProposalId) -> Result<Vec<Document>> {
    tx.query(LIST_PUBLISHED).bind(proposal).all().await
}

const PUBLISH_WAITING: &str = "
    UPDATE documents SET decision_id = $1 WHERE case_id = $2 AND decision_id IS NULL";

/// Publishes all waiting files of a case with a decision.
///
/// # Errors
/// What the engine refuses.
pub async fn publish_waiting(tx: &mut Tx, case: CaseId, decision: DecisionId) -> Result<u64> {
    tx.query(PUBLISH_WAITING)
        .bind(decision)
        .bind(case)
        .execute()
        .await
}

const DELETE_WAITING: &str =
    "DELETE FROM documents WHERE id = $1 AND case_id = $2 AND decision_id IS NULL";

/// Takes a waiting file away. `false`: there is none, or it is published and stays.
///
/// # Errors
/// What the engine refuses.
pub async fn delete_waiting(tx: &mut Tx, case: CaseId, id: DocumentId) -> Result<bool> {
    let deleted = tx
        .query(DELETE_WAITING)
        .bind(id)
        .bind(case)
        .execute()
        .await?;
    Ok(deleted == 1)
}

/// A file to be sent.
#[derive(Debug, FromRow)]
pub struct Sent {
    /// The case it lies with.
    pub case_id: CaseId,
    /// The proposal.
    pub proposal_id: ProposalId,
    /// Whether it is published.
    pub is_published: bool,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub media_type: MediaType,
    /// Its bytes.
    pub content: Vec<u8>,
}

const FIND_CONTENT: &str = "
    SELECT d.case_id, c.proposal_id, d.decision_id IS NOT NULL AS is_published, d.name, d.media_type, d.content
    FROM documents d JOIN cases c ON c.id = d.case_id WHERE d.id = $1";

/// A file with its bytes.
///
/// # Errors
/// What the engine refuses.
pub async fn find_content(tx: &mut Tx, id: DocumentId) -> Result<Option<Sent>> {
    tx.query(FIND_CONTENT).bind(id).optional().await
}
