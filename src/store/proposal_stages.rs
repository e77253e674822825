//! Moving a proposal from one stage to the next, and where it is sent: the writes of acts, never of the import.

use super::{
    db::{Result, Tx},
    proposals::Place,
};
use crate::domain::{
    display::DisplayStage,
    ids::{BodyId, ProposalId},
    proposals::Topic,
    stage_facts::StageFacts,
    stages::Stage,
    time::Timestamp,
};

const UPDATE_STAGE: &str = "
    UPDATE proposals SET stage = $1, submitted_at = $2, answer_by = $3, published_on = $4, opens_at = $5,
        closes_at = $6, threshold = $7, reached_at = $8, paused_at = $9, shown_stage = $10, changed_at = $11,
        version = version + 1
    WHERE id = $12 AND version = $13";

/// Writes a new stage with its facts. `false`: someone changed the proposal since `version` was read.
///
/// # Errors
/// What the engine refuses.
pub async fn update_stage(
    tx: &mut Tx,
    (id, version): (ProposalId, i64),
    stage: &Stage,
    shown: DisplayStage,
    now: Timestamp,
) -> Result<bool> {
    let facts = StageFacts::from(stage);
    let changed = tx
        .query(UPDATE_STAGE)
        .bind(facts.code)
        .bind(facts.submitted_at)
        .bind(facts.answer_by)
        .bind(facts.published_on)
        .bind(facts.opens_at)
        .bind(facts.closes_at)
        .bind(facts.threshold)
        .bind(facts.reached_at)
        .bind(facts.paused_at)
        .bind(shown)
        .bind(now)
        .bind(id)
        .bind(version)
        .execute()
        .await?;
    Ok(changed == 1)
}

const MARK_REMOVED: &str = "
    UPDATE proposals SET stage = 'removed', shown_stage = 'removed', paused_at = NULL, changed_at = $1,
        version = version + 1
    WHERE id = $2 AND version = $3";

/// Takes a public proposal away; its facts stay for statistics. `false`: someone changed it since.
///
/// # Errors
/// What the engine refuses.
pub async fn mark_removed(
    tx: &mut Tx,
    (id, version): (ProposalId, i64),
    now: Timestamp,
) -> Result<bool> {
    let changed = tx
        .query(MARK_REMOVED)
        .bind(now)
        .bind(id)
        .bind(version)
        .execute()
        .await?;
    Ok(changed == 1)
}

const UPDATE_ROUTE: &str = "
    UPDATE proposals SET topic = $1, place_primar = $2, place_mellan = $3, place_stad = $4, body_names = $5
    WHERE id = $6";

const DELETE_RECIPIENTS: &str = "DELETE FROM proposal_bodies WHERE proposal_id = $1";

const INSERT_RECIPIENT: &str = "
    INSERT INTO proposal_bodies (proposal_id, position, body_id, name_as_written, is_coordinating)
    VALUES ($1, $2, $3, $4, $5)";

/// Writes what a proposal is about and which bodies receive it, the first of them coordinating, in place of what
/// was there. The stage is written in the same transaction and carries the version.
///
/// # Errors
/// What the engine refuses.
pub async fn write_route(
    tx: &mut Tx,
    id: ProposalId,
    topic: Topic,
    place: &Place,
    bodies: &[(BodyId, String)],
) -> Result<()> {
    let names: Vec<&str> = bodies.iter().map(|(_, name)| name.as_str()).collect();
    tx.query(UPDATE_ROUTE)
        .bind(topic)
        .bind(place.primar.clone())
        .bind(place.mellan.clone())
        .bind(place.stad.clone())
        .bind(names.join("; "))
        .bind(id)
        .execute()
        .await?;
    tx.query(DELETE_RECIPIENTS).bind(id).execute().await?;
    for (position, (body, name)) in (0_i64..).zip(bodies) {
        tx.query(INSERT_RECIPIENT)
            .bind(id)
            .bind(position)
            .bind(*body)
            .bind(name.clone())
            .bind(position == 0)
            .execute()
            .await?;
    }
    Ok(())
}
