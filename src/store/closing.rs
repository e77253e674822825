//! Closing: which proposals are due, the count that decides, and the stage a proposal is left in.

use super::db::{Result, Tx};
use crate::domain::{
    display::DisplayStage,
    ids::{BodyId, ProposalId},
    stages::StageCode,
    time::{Day, Timestamp},
};

const LIST_DUE: &str = "
    SELECT id FROM proposals
    WHERE stage = 'published' AND closes_at <= $1 AND paused_at IS NULL AND origin <> 'imported'
    ORDER BY closes_at, number LIMIT $2";

/// The first `most` proposals whose time ran out at or before `until`; paused and imported ones never.
///
/// # Errors
/// What the engine refuses.
pub async fn list_due(tx: &mut Tx, until: Timestamp, most: i64) -> Result<Vec<ProposalId>> {
    let rows: Vec<(ProposalId,)> = tx.query(LIST_DUE).bind(until).bind(most).all().await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

const HOLD: &str = "
    UPDATE proposals SET version = version + 1, changed_at = $1
    WHERE id = $2 AND stage = 'published' AND closes_at <= $3 AND paused_at IS NULL AND origin <> 'imported'";

/// Takes a due proposal for closing: waits for signatures that are being written, and keeps others away until the end
/// of the transaction. `false`: another instance closed it, or it is paused.
///
/// # Errors
/// What the engine refuses.
pub async fn hold_due(
    tx: &mut Tx,
    proposal: ProposalId,
    until: Timestamp,
    now: Timestamp,
) -> Result<bool> {
    let held = tx
        .query(HOLD)
        .bind(now)
        .bind(proposal)
        .bind(until)
        .execute()
        .await?;
    Ok(held == 1)
}

const COUNT_BEFORE: &str = "
    SELECT CAST(COALESCE((SELECT imported_count FROM proposal_counts WHERE proposal_id = $1), 0)
        + (SELECT COUNT(*) FROM signatures WHERE proposal_id = $1 AND signed_at < $2) AS BIGINT)";

/// Signatures received before an instant: what the import counted and our own rows.
///
/// # Errors
/// What the engine refuses.
pub async fn count_before(tx: &mut Tx, proposal: ProposalId, deadline: Timestamp) -> Result<i64> {
    let (count,): (i64,) = tx
        .query(COUNT_BEFORE)
        .bind(proposal)
        .bind(deadline)
        .one()
        .await?;
    Ok(count)
}

const CLOSE: &str = "
    UPDATE proposals SET stage = $1, shown_stage = $2, closed_at = $3, reached_at = $4, changed_at = $5
    WHERE id = $6";

/// The facts of a closed proposal.
#[derive(Debug, Clone, Copy)]
pub struct Closed {
    /// Closed with enough signatures or with too few.
    pub stage: StageCode,
    /// What people see.
    pub shown: DisplayStage,
    /// The deadline, whenever the job ran.
    pub closed_at: Timestamp,
    /// When the threshold was passed.
    pub reached_at: Option<Timestamp>,
}

/// Closes a proposal that is held.
///
/// # Errors
/// What the engine refuses.
pub async fn close_proposal(
    tx: &mut Tx,
    proposal: ProposalId,
    closed: Closed,
    now: Timestamp,
) -> Result<()> {
    tx.query(CLOSE)
        .bind(closed.stage)
        .bind(closed.shown)
        .bind(closed.closed_at)
        .bind(closed.reached_at)
        .bind(now)
        .bind(proposal)
        .execute()
        .await?;
    Ok(())
}

const SHOW: &str = "
    UPDATE proposals SET shown_stage = $1, decided_on = COALESCE($2, decided_on), version = version + 1,
        changed_at = $3
    WHERE id = $4 AND stage = 'closed_reached'";

/// Keeps what people see after an act on the coordinating case, and the day of the latest decision. `false`: the
/// proposal is no longer with a body.
///
/// # Errors
/// What the engine refuses.
pub async fn show_stage(
    tx: &mut Tx,
    proposal: ProposalId,
    shown: DisplayStage,
    decided_on: Option<Day>,
    now: Timestamp,
) -> Result<bool> {
    let changed = tx
        .query(SHOW)
        .bind(shown)
        .bind(decided_on)
        .bind(now)
        .bind(proposal)
        .execute()
        .await?;
    Ok(changed == 1)
}

const FIND_LEADING_BODY: &str = "
    SELECT id FROM bodies WHERE kind = 'kommunstyrelse' ORDER BY slug LIMIT 1";

/// Kommunstyrelsen, which leads and coordinates (kommunallagen 6 kap. 1 §).
///
/// # Errors
/// What the engine refuses.
pub async fn find_leading_body(tx: &mut Tx) -> Result<Option<BodyId>> {
    let row: Option<(BodyId,)> = tx.query(FIND_LEADING_BODY).optional().await?;
    Ok(row.map(|(id,)| id))
}

const NAME_COORDINATING: &str = "
    UPDATE proposal_bodies SET is_coordinating = (body_id = $2) WHERE proposal_id = $1 AND body_id IS NOT NULL";
const ADD_BODY: &str = "
    INSERT INTO proposal_bodies (proposal_id, position, body_id, name_as_written, is_coordinating)
    SELECT p.id, (SELECT COALESCE(MAX(position), -1) + 1 FROM proposal_bodies WHERE proposal_id = $1),
        b.id, b.name, TRUE
    FROM proposals p, bodies b WHERE p.id = $1 AND b.id = $2
        AND NOT EXISTS (SELECT 1 FROM proposal_bodies r WHERE r.proposal_id = $1 AND r.body_id = $2)";
const LIST_NAMES: &str = "
    SELECT COALESCE(b.name, r.name_as_written) AS name
    FROM proposal_bodies r LEFT JOIN bodies b ON b.id = r.body_id
    WHERE r.proposal_id = $1 ORDER BY r.position";
const SET_BODY_NAMES: &str = "UPDATE proposals SET body_names = $1 WHERE id = $2";

/// Names a body as the coordinating one, adding it to the proposal's bodies where it is new.
///
/// # Errors
/// What the engine refuses.
pub async fn name_coordinating(tx: &mut Tx, proposal: ProposalId, body: BodyId) -> Result<()> {
    tx.query(NAME_COORDINATING)
        .bind(proposal)
        .bind(body)
        .execute()
        .await?;
    tx.query(ADD_BODY)
        .bind(proposal)
        .bind(body)
        .execute()
        .await?;
    let names: Vec<(String,)> = tx.query(LIST_NAMES).bind(proposal).all().await?;
    let names: Vec<String> = names.into_iter().map(|(name,)| name).collect();
    tx.query(SET_BODY_NAMES)
        .bind(names.join("; "))
        .bind(proposal)
        .execute()
        .await?;
    Ok(())
}
