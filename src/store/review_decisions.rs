//! The history of reviews: what was done with a proposal, by whom, why, and what the proposer was told.

use super::{
    db::{Result, StoreError, Tx},
    proposals::json,
};
use crate::domain::{
    ids::{PersonId, ProposalId, ReviewId},
    reviews::{RemovalReason, ReviewStep},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its key.
    pub id: ReviewId,
    /// What was done.
    pub kind: ReviewStep,
    /// The codes of its reasons.
    pub reasons: Vec<String>,
    /// What was written.
    pub note: Option<String>,
    /// By whom; `None`: by time.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

#[derive(Serialize, Deserialize)]
struct Codes {
    codes: Vec<String>,
}

/// The codes in a stored JSON object.
pub(super) fn codes(stored: &str) -> serde_json::Result<Vec<String>> {
    serde_json::from_str::<Codes>(stored).map(|stored| stored.codes)
}

#[derive(FromRow)]
struct Row {
    id: ReviewId,
    kind: ReviewStep,
    reasons: String,
    note: Option<String>,
    decided_by: Option<PersonId>,
    decided_at: Timestamp,
}

impl Row {
    fn into_step(self) -> Result<Step> {
        let reasons = codes(&self.reasons).map_err(|error| StoreError::Unreadable {
            table: "review_decisions",
            found: format!("{}: {error}", self.id),
        })?;
        Ok(Step {
            id: self.id,
            kind: self.kind,
            reasons,
            note: self.note,
            by: self.decided_by,
            at: self.decided_at,
        })
    }
}

const INSERT_STEP: &str = "
    INSERT INTO review_decisions (id, proposal_id, kind, reasons, note, decided_by, decided_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)";

/// Adds a line to the history.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_step(tx: &mut Tx, proposal: ProposalId, step: &Step) -> Result<()> {
    let codes = Codes {
        codes: step.reasons.clone(),
    };
    tx.query(INSERT_STEP)
        .bind(step.id)
        .bind(proposal)
        .bind(step.kind)
        .bind(json(&codes)?)
        .bind(step.note.clone())
        .bind(step.by)
        .bind(step.at)
        .execute()
        .await?;
    Ok(())
}

const LIST_STEPS: &str = "
    SELECT id, kind, reasons, note, decided_by, decided_at FROM review_decisions
    WHERE proposal_id = $1 ORDER BY decided_at, id";

/// The history of one proposal, oldest first.
///
/// # Errors
/// What the engine refuses, or reasons that can not be read.
pub async fn list_steps(tx: &mut Tx, proposal: ProposalId) -> Result<Vec<Step>> {
    let rows: Vec<Row> = tx.query(LIST_STEPS).bind(proposal).all().await?;
    rows.into_iter().map(Row::into_step).collect()
}

/// Why a proposal was taken away; `None` when it was not, or the reason is not known any more.
///
/// # Errors
/// As [`list_steps`].
pub async fn find_removal(tx: &mut Tx, proposal: ProposalId) -> Result<Option<RemovalReason>> {
    let steps = list_steps(tx, proposal).await?;
    let removed = steps.iter().rfind(|step| step.kind == ReviewStep::Removed);
    Ok(removed.and_then(|step| RemovalReason::parse(step.reasons.first()?)))
}
