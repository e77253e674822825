//! Everything that happened to a proposal, in order.

use super::{
    db::{Result, StoreError, Tx},
    proposals::json,
};
use crate::domain::{
    events::{EventFacts, EventKind},
    ids::{EventId, ProposalId},
    time::{Day, Timestamp},
};
use sqlx::FromRow;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its key; the page links to it.
    pub id: EventId,
    /// What kind of thing.
    pub kind: EventKind,
    /// When; for imported events the beginning of the day.
    pub at: Timestamp,
    /// The day in Göteborg.
    pub happened_on: Day,
    /// Its facts.
    pub facts: EventFacts,
    /// Whether anyone may read it; otherwise only the author and staff.
    pub is_public: bool,
}

impl Event {
    /// An event that happens now.
    pub fn now(id: EventId, kind: EventKind, now: Timestamp, facts: EventFacts) -> Self {
        Event {
            id,
            kind,
            at: now,
            happened_on: now.day(),
            facts,
            is_public: true,
        }
    }

    /// The same, for the author and staff only.
    pub fn kept_private(self) -> Self {
        Event {
            is_public: false,
            ..self
        }
    }
}

const INSERT_EVENT: &str = "
    INSERT INTO proposal_events (id, proposal_id, kind, at, happened_on, facts, is_public)
    VALUES ($1, $2, $3, $4, $5, $6, $7)";

/// Adds an event to a proposal's timeline.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_event(tx: &mut Tx, proposal: ProposalId, event: &Event) -> Result<()> {
    tx.query(INSERT_EVENT)
        .bind(event.id)
        .bind(proposal)
        .bind(event.kind)
        .bind(event.at)
        .bind(event.happened_on)
        .bind(json(&event.facts)?)
        .bind(event.is_public)
        .execute()
        .await?;
    Ok(())
}

const CORRECT_EVENT_OF_KIND: &str = "
    UPDATE proposal_events SET happened_on = $1, facts = $2 WHERE proposal_id = $3 AND kind = $4";

/// Writes over the one event of this kind: a decision that was corrected must not stand wrong in the timeline.
///
/// # Errors
/// What the engine refuses.
pub async fn correct_event_of_kind(tx: &mut Tx, proposal: ProposalId, event: &Event) -> Result<()> {
    tx.query(CORRECT_EVENT_OF_KIND)
        .bind(event.happened_on)
        .bind(json(&event.facts)?)
        .bind(proposal)
        .bind(event.kind)
        .execute()
        .await?;
    Ok(())
}

const HIDE_EVENTS: &str =
    "UPDATE proposal_events SET is_public = FALSE WHERE proposal_id = $1 AND kind = $2";

/// Takes events of a kind out of the public timeline, for what was undone; the author and staff still see them.
///
/// # Errors
/// What the engine refuses.
pub async fn hide_events(tx: &mut Tx, proposal: ProposalId, kind: EventKind) -> Result<()> {
    tx.query(HIDE_EVENTS)
        .bind(proposal)
        .bind(kind)
        .execute()
        .await?;
    Ok(())
}

#[derive(FromRow)]
struct Row {
    id: EventId,
    kind: EventKind,
    at: Timestamp,
    happened_on: Day,
    facts: String,
    is_public: bool,
}

const LIST_EVENTS: &str = "
    SELECT id, kind, at, happened_on, facts, is_public FROM proposal_events
    WHERE proposal_id = $1 ORDER BY happened_on, at, id";

/// All events of a proposal, oldest first, also those that are not public.
///
/// # Errors
/// What the engine refuses, or facts that can not be read.
pub async fn list_events(tx: &mut Tx, proposal: ProposalId) -> Result<Vec<Event>> {
    let rows: Vec<Row> = tx.query(LIST_EVENTS).bind(proposal).all().await?;
    rows.into_iter()
        .map(|row| {
            let facts =
                serde_json::from_str(&row.facts).map_err(|error| StoreError::Unreadable {
                    table: "proposal_events",
                    found: format!("{}: {error}", row.id),
                })?;
            Ok(Event {
                id: row.id,
                kind: row.kind,
                at: row.at,
                happened_on: row.happened_on,
                facts,
                is_public: row.is_public,
            })
        })
        .collect()
}

const CORRECT_EVENT: &str = "UPDATE proposal_events SET facts = $2 WHERE id = $1";

/// Replaces the facts of an imported event by those of a corrected source.
///
/// # Errors
/// What the engine refuses.
pub async fn correct_event(tx: &mut Tx, id: EventId, facts: &EventFacts) -> Result<()> {
    tx.query(CORRECT_EVENT)
        .bind(id)
        .bind(json(facts)?)
        .execute()
        .await?;
    Ok(())
}
