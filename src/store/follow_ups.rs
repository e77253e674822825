//! What became of decisions.

use super::db::{Result, Tx};
use crate::domain::{
    followups::{FollowUp, FollowUpState},
    ids::{CaseId, FollowUpId, ProposalId},
    time::{Day, Timestamp},
};
use sqlx::FromRow;

/// A note on how a decision is carried out, as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Recorded {
    /// Its key.
    pub id: FollowUpId,
    /// The case.
    pub case_id: CaseId,
    /// The name of the body that tells.
    pub body_name: String,
    /// How far it has come.
    pub state: FollowUpState,
    /// The day it came so far.
    pub on_day: Day,
    /// What was done, in klarspråk.
    pub note: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

const LIST_FOLLOW_UPS: &str = "
    SELECT f.id, f.case_id, b.name AS body_name, f.state, f.on_day, f.note, f.recorded_at
    FROM follow_ups f JOIN cases c ON c.id = f.case_id JOIN bodies b ON b.id = c.body_id
    WHERE c.proposal_id = $1 ORDER BY f.on_day, f.recorded_at, f.id";

/// The follow-up of a proposal's decisions, oldest first.
///
/// # Errors
/// What the engine refuses.
pub async fn list_follow_ups(tx: &mut Tx, proposal: ProposalId) -> Result<Vec<Recorded>> {
    tx.query(LIST_FOLLOW_UPS).bind(proposal).all().await
}

const INSERT_FOLLOW_UP: &str = "
    INSERT INTO follow_ups (id, case_id, state, on_day, note, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)";

/// Records a note.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_follow_up(
    tx: &mut Tx,
    id: FollowUpId,
    case: CaseId,
    new: &FollowUp,
    now: Timestamp,
) -> Result<()> {
    tx.query(INSERT_FOLLOW_UP)
        .bind(id)
        .bind(case)
        .bind(new.state)
        .bind(new.on)
        .bind(new.note.as_str().to_owned())
        .bind(now)
        .execute()
        .await?;
    Ok(())
}
