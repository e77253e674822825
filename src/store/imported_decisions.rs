//! Decisions of imported proposals, in the words of the city's data.

use super::db::{Result, Tx};
use crate::domain::{decisions::Outcome, ids::ProposalId};
use sqlx::FromRow;
use std::collections::HashMap;

/// A decision as written.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct ImportedDecision {
    /// The proposal.
    pub proposal_id: ProposalId,
    /// The body, as written.
    pub recipient: Option<String>,
    /// The result, as written.
    pub result: Option<String>,
    /// The result as a code.
    pub result_code: Option<Outcome>,
    /// The text.
    pub text: String,
    /// Whether the source cut the text.
    pub is_truncated: bool,
    /// Where it comes from.
    pub source: String,
}

const FIND_DECISION: &str = "SELECT * FROM imported_decisions WHERE proposal_id = $1";

/// The decision of an imported proposal.
///
/// # Errors
/// What the engine refuses.
pub async fn find_decision(tx: &mut Tx, proposal: ProposalId) -> Result<Option<ImportedDecision>> {
    tx.query(FIND_DECISION).bind(proposal).optional().await
}

const LIST_DECISIONS: &str = "SELECT * FROM imported_decisions";

/// All decisions of imported proposals.
///
/// # Errors
/// What the engine refuses.
pub async fn list_decisions(tx: &mut Tx) -> Result<HashMap<ProposalId, ImportedDecision>> {
    let rows: Vec<ImportedDecision> = tx.query(LIST_DECISIONS).all().await?;
    Ok(rows.into_iter().map(|row| (row.proposal_id, row)).collect())
}

const UPSERT_DECISION: &str = "
    INSERT INTO imported_decisions (proposal_id, recipient, result, result_code, text, is_truncated, source)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (proposal_id) DO UPDATE SET recipient = excluded.recipient, result = excluded.result,
        result_code = excluded.result_code, text = excluded.text, is_truncated = excluded.is_truncated,
        source = excluded.source";

/// Writes a decision, new or changed.
///
/// # Errors
/// What the engine refuses.
pub async fn write_decision(tx: &mut Tx, decision: &ImportedDecision) -> Result<()> {
    let decision = decision.clone();
    tx.query(UPSERT_DECISION)
        .bind(decision.proposal_id)
        .bind(decision.recipient)
        .bind(decision.result)
        .bind(decision.result_code)
        .bind(decision.text)
        .bind(decision.is_truncated)
        .bind(decision.source)
        .execute()
        .await?;
    Ok(())
}
