//! What is on its way to a body: proposals that collect signatures, with the body's word that one is another's.

use super::{
    cases::NotOurs,
    db::{Result, Tx},
};
use crate::domain::{
    ids::{BodyId, ProposalId, ProposalNumber},
    time::Timestamp,
};
use sqlx::FromRow;

/// A proposal that becomes a case at a body if it reaches its threshold.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// Its key.
    pub proposal: ProposalId,
    /// Its public number.
    pub number: ProposalNumber,
    /// Its title.
    pub title: String,
    /// How many have signed.
    pub count: i64,
    /// How many are needed.
    pub threshold: i64,
    /// When signing ends.
    pub closes_at: Timestamp,
    /// The body that will answer.
    pub body: BodyId,
    /// The body's name.
    pub body_name: String,
    /// The body says that the matter is another's.
    pub not_ours: Option<NotOurs>,
}

#[derive(FromRow)]
struct Row {
    id: ProposalId,
    number: ProposalNumber,
    title: String,
    total_count: Option<i64>,
    threshold: i64,
    closes_at: Timestamp,
    body_id: BodyId,
    body_name: String,
    said_at: Option<Timestamp>,
    note: Option<String>,
}

impl From<Row> for Incoming {
    fn from(row: Row) -> Self {
        Incoming {
            proposal: row.id,
            number: row.number,
            title: row.title,
            count: row.total_count.unwrap_or(0),
            threshold: row.threshold,
            closes_at: row.closes_at,
            body: row.body_id,
            body_name: row.body_name,
            not_ours: row
                .said_at
                .zip(row.note)
                .map(|(at, note)| NotOurs { at, note }),
        }
    }
}

const FIND: &str = "
    SELECT p.id, p.number, p.title, n.total_count, p.threshold, p.closes_at, r.body_id, b.name AS body_name,
        o.said_at, o.note
    FROM proposals p
        JOIN proposal_bodies r ON r.proposal_id = p.id AND r.is_coordinating = TRUE
        JOIN bodies b ON b.id = r.body_id
        LEFT JOIN proposal_counts n ON n.proposal_id = p.id
        LEFT JOIN routing_objections o ON o.proposal_id = p.id AND o.body_id = r.body_id
    WHERE p.stage = 'published' AND p.number = $1";

/// One proposal that collects signatures; `None` before and after that.
///
/// # Errors
/// What the engine refuses.
pub async fn find_incoming(tx: &mut Tx, number: ProposalNumber) -> Result<Option<Incoming>> {
    let row: Option<Row> = tx.query(FIND).bind(number).optional().await?;
    Ok(row.map(Incoming::from))
}

const LIST_OF_BODY: &str = "
    SELECT p.id, p.number, p.title, n.total_count, p.threshold, p.closes_at, r.body_id, b.name AS body_name,
        o.said_at, o.note
    FROM proposals p
        JOIN proposal_bodies r ON r.proposal_id = p.id AND r.is_coordinating = TRUE
        JOIN bodies b ON b.id = r.body_id
        LEFT JOIN proposal_counts n ON n.proposal_id = p.id
        LEFT JOIN routing_objections o ON o.proposal_id = p.id AND o.body_id = r.body_id
    WHERE p.stage = 'published' AND r.body_id = $1
    ORDER BY p.closes_at, p.number LIMIT $2";

const LIST_ALL: &str = "
    SELECT p.id, p.number, p.title, n.total_count, p.threshold, p.closes_at, r.body_id, b.name AS body_name,
        o.said_at, o.note
    FROM proposals p
        JOIN proposal_bodies r ON r.proposal_id = p.id AND r.is_coordinating = TRUE
        JOIN bodies b ON b.id = r.body_id
        LEFT JOIN proposal_counts n ON n.proposal_id = p.id
        LEFT JOIN routing_objections o ON o.proposal_id = p.id AND o.body_id = r.body_id
    WHERE p.stage = 'published'
    ORDER BY o.said_at NULLS LAST, p.closes_at, p.number LIMIT $1";

/// The most lines of a list.
const MOST: i64 = 1_000;

/// What is on its way to a body, what closes first, first.
///
/// # Errors
/// What the engine refuses.
pub async fn list_of_body(tx: &mut Tx, body: BodyId) -> Result<Vec<Incoming>> {
    let rows: Vec<Row> = tx.query(LIST_OF_BODY).bind(body).bind(MOST).all().await?;
    Ok(rows.into_iter().map(Incoming::from).collect())
}

/// What is on its way to any body: first what its body says is another's, then what closes first.
///
/// # Errors
/// What the engine refuses.
pub async fn list_all(tx: &mut Tx) -> Result<Vec<Incoming>> {
    let rows: Vec<Row> = tx.query(LIST_ALL).bind(MOST).all().await?;
    Ok(rows.into_iter().map(Incoming::from).collect())
}

const OBJECT: &str = "
    INSERT INTO routing_objections (proposal_id, body_id, said_at, note) VALUES ($1, $2, $3, $4)
    ON CONFLICT (proposal_id) DO UPDATE SET body_id = $2, said_at = $3, note = $4";

/// Keeps a body's word that the matter is another's.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_objection(
    tx: &mut Tx,
    proposal: ProposalId,
    body: BodyId,
    word: &NotOurs,
) -> Result<()> {
    tx.query(OBJECT)
        .bind(proposal)
        .bind(body)
        .bind(word.at)
        .bind(word.note.clone())
        .execute()
        .await?;
    Ok(())
}

const DELETE_OBJECTION: &str = "DELETE FROM routing_objections WHERE proposal_id = $1";

/// Forgets a body's word once the matter is routed.
///
/// # Errors
/// What the engine refuses.
pub async fn delete_objection(tx: &mut Tx, proposal: ProposalId) -> Result<()> {
    tx.query(DELETE_OBJECTION).bind(proposal).execute().await?;
    Ok(())
}

const CARRY_OVER: &str = "
    UPDATE cases SET
        not_ours_at = (SELECT o.said_at FROM routing_objections o WHERE o.proposal_id = $1),
        not_ours_note = (SELECT o.note FROM routing_objections o WHERE o.proposal_id = $1)
    WHERE proposal_id = $1 AND is_coordinating = TRUE
        AND body_id = (SELECT o.body_id FROM routing_objections o WHERE o.proposal_id = $1)";

/// Hands a word that is not yet answered to the case that the proposal has become.
///
/// # Errors
/// What the engine refuses.
pub async fn carry_over(tx: &mut Tx, proposal: ProposalId) -> Result<()> {
    tx.query(CARRY_OVER).bind(proposal).execute().await?;
    delete_objection(tx, proposal).await
}

const MARK_ROUTED: &str = "
    UPDATE proposals SET version = version + 1, changed_at = $1 WHERE id = $2 AND stage = 'published'";

/// Marks an open proposal as changed by its routing. `false`: it is no longer open.
///
/// # Errors
/// What the engine refuses.
pub async fn mark_routed(tx: &mut Tx, proposal: ProposalId, now: Timestamp) -> Result<bool> {
    let changed = tx
        .query(MARK_ROUTED)
        .bind(now)
        .bind(proposal)
        .execute()
        .await?;
    Ok(changed == 1)
}
