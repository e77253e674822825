//! Every wording a proposal has had before and after its publication.

use super::db::{Result, Tx};
use crate::domain::{ids::ProposalId, time::Timestamp};
use sqlx::FromRow;

/// One wording.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Wording {
    /// The proposal's version from which it holds.
    pub version: i64,
    /// The title.
    pub title: String,
    /// The text.
    pub text: String,
    /// When it was written.
    pub written_at: Timestamp,
    /// `author` or `staff`.
    pub written_by: String,
}

const INSERT_VERSION: &str = "
    INSERT INTO proposal_versions (proposal_id, version, title, text, written_at, written_by)
    VALUES ($1, $2, $3, $4, $5, $6)";

/// Keeps a wording.
///
/// # Errors
/// What the engine refuses, or a version that is there already.
pub async fn insert_version(tx: &mut Tx, proposal: ProposalId, wording: &Wording) -> Result<()> {
    tx.query(INSERT_VERSION)
        .bind(proposal)
        .bind(wording.version)
        .bind(wording.title.clone())
        .bind(wording.text.clone())
        .bind(wording.written_at)
        .bind(wording.written_by.clone())
        .execute()
        .await?;
    Ok(())
}

const LIST_VERSIONS: &str = "
    SELECT version, title, text, written_at, written_by FROM proposal_versions
    WHERE proposal_id = $1 ORDER BY version";

/// All wordings, oldest first.
///
/// # Errors
/// What the engine refuses.
pub async fn list_versions(tx: &mut Tx, proposal: ProposalId) -> Result<Vec<Wording>> {
    tx.query(LIST_VERSIONS).bind(proposal).all().await
}
