//! Figures: few statements, each over all public proposals, whose rows are as many as the groups and never as many as the
//! signatures. What they mean is in `domain/statistics.rs`.
//!
//! *Public* is every proposal that anyone may read; *reached* is the mark kept when a threshold is passed, and for
//! imported ones what the source says.

use super::db::{Result, Tx};
use crate::domain::{
    display::DisplayStage,
    proposals::Topic,
    statistics::{CaseTime, Fact, Filter, Totals},
    time::{Day, Timestamp},
};
use sqlx::FromRow;
use std::collections::HashMap;

/// The three figures everything else must add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub struct Summary {
    /// Public proposals.
    pub proposals: i64,
    /// Those that reached their threshold.
    pub reached_threshold: i64,
    /// Signatures at them, imported and own.
    pub signatures: i64,
}

const SUMMARY: &str = "
    SELECT CAST(COUNT(*) AS BIGINT) AS proposals,
        CAST(COALESCE(SUM(CASE WHEN p.import_reached OR p.reached_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT)
            AS reached_threshold,
        CAST(COALESCE(SUM(c.total_count), 0) AS BIGINT) AS signatures
    FROM proposals p LEFT JOIN proposal_counts c ON c.proposal_id = p.id
    WHERE p.stage IN ('published', 'closed_below', 'closed_reached', 'imported') AND p.origin <> 'demo'";

/// The whole city's figures, without what was made for the demo.
///
/// # Errors
/// What the engine refuses.
pub async fn summary(tx: &mut Tx) -> Result<Summary> {
    tx.query(SUMMARY).one().await
}

#[derive(FromRow)]
struct FactRow {
    year: Option<String>,
    topic: Option<Topic>,
    stad: Option<String>,
    mellan: Option<String>,
    stage: DisplayStage,
    proposals: i64,
    reached: i64,
    signatures: i64,
}

const LIST_FACTS: &str = "
    SELECT SUBSTR(p.submitted_on, 1, 4) AS year, p.topic, p.place_stad AS stad,
        COALESCE(p.place_mellan, a.parent) AS mellan, p.shown_stage AS stage,
        CAST(COUNT(*) AS BIGINT) AS proposals,
        CAST(SUM(CASE WHEN p.import_reached OR p.reached_at IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS reached,
        CAST(COALESCE(SUM(c.total_count), 0) AS BIGINT) AS signatures
    FROM proposals p LEFT JOIN proposal_counts c ON c.proposal_id = p.id
        LEFT JOIN areas a ON a.code = p.place_primar
    WHERE p.stage IN ('published', 'closed_below', 'closed_reached', 'imported')
        AND (p.origin <> 'demo' OR $1)
    GROUP BY SUBSTR(p.submitted_on, 1, 4), p.topic, p.place_stad, COALESCE(p.place_mellan, a.parent), p.shown_stage";

/// All public proposals, those that are alike put together; with or without those made for the demo.
///
/// # Errors
/// What the engine refuses.
pub async fn list_facts(tx: &mut Tx, with_examples: bool) -> Result<Vec<Fact>> {
    let rows: Vec<FactRow> = tx.query(LIST_FACTS).bind(with_examples).all().await?;
    Ok(rows.into_iter().map(FactRow::into_fact).collect())
}

impl FactRow {
    fn into_fact(self) -> Fact {
        Fact {
            year: self.year.and_then(|year| year.parse().ok()),
            topic: self.topic,
            stad: self.stad,
            mellan: self.mellan,
            stage: self.stage,
            totals: Totals {
                proposals: self.proposals,
                reached: self.reached,
                signatures: self.signatures,
            },
        }
    }
}

/// What a body has received.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Received {
    /// Its name today; as written in the source where there is no body of today.
    pub name: String,
    /// Whether it is a body of today.
    pub is_today: bool,
    /// Public proposals sent or meant for it.
    pub proposals: i64,
    /// Those that reached their threshold.
    pub reached: i64,
}

const LIST_RECEIVED: &str = "
    SELECT COALESCE(b.name, r.name_as_written) AS name, CASE WHEN b.id IS NULL THEN FALSE ELSE TRUE END AS is_today,
        CAST(COUNT(DISTINCT p.id) AS BIGINT) AS proposals,
        CAST(COUNT(DISTINCT CASE WHEN p.import_reached OR p.reached_at IS NOT NULL THEN p.id END) AS BIGINT) AS reached
    FROM proposal_bodies r JOIN proposals p ON p.id = r.proposal_id
        LEFT JOIN bodies b ON b.id = r.body_id
    WHERE p.stage IN ('published', 'closed_below', 'closed_reached', 'imported')
        AND (p.origin <> 'demo' OR $1)
        AND (CAST($2 AS TEXT) IS NULL OR SUBSTR(p.submitted_on, 1, 4) = $2)
        AND (CAST($3 AS TEXT) IS NULL OR p.topic = $3)
    GROUP BY COALESCE(b.name, r.name_as_written), CASE WHEN b.id IS NULL THEN FALSE ELSE TRUE END
    ORDER BY proposals DESC, name";

/// What each body has received, most first. A proposal with several bodies counts at each.
///
/// # Errors
/// What the engine refuses.
pub async fn list_received(tx: &mut Tx, filter: Filter) -> Result<Vec<Received>> {
    tx.query(LIST_RECEIVED)
        .bind(filter.with_examples)
        .bind(year_text(filter))
        .bind(filter.topic)
        .all()
        .await
}

fn year_text(filter: Filter) -> Option<String> {
    filter.year.map(|year| format!("{year:04}"))
}

#[derive(FromRow)]
struct CaseRow {
    body: String,
    received_on: Day,
    decided_on: Option<Day>,
}

const LIST_CASE_TIMES: &str = "
    SELECT b.name AS body, k.received_on,
        COALESCE(k.final_decided_on, CASE WHEN k.first_outcome <> 'investigate' THEN k.first_decided_on END) AS decided_on
    FROM cases k JOIN bodies b ON b.id = k.body_id JOIN proposals p ON p.id = k.proposal_id
    WHERE k.is_coordinating AND p.stage = 'closed_reached'
        AND (p.origin <> 'demo' OR $1)
        AND (CAST($2 AS TEXT) IS NULL OR SUBSTR(p.submitted_on, 1, 4) = $2)
        AND (CAST($3 AS TEXT) IS NULL OR p.topic = $3)
    ORDER BY b.sort_key, k.received_on";

/// When each case at a coordinating body came and when it was answered.
///
/// # Errors
/// What the engine refuses.
pub async fn list_case_times(tx: &mut Tx, filter: Filter) -> Result<Vec<CaseTime>> {
    let rows: Vec<CaseRow> = tx
        .query(LIST_CASE_TIMES)
        .bind(filter.with_examples)
        .bind(year_text(filter))
        .bind(filter.topic)
        .all()
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| CaseTime {
            body: row.body,
            received_on: row.received_on,
            decided_on: row.decided_on,
        })
        .collect())
}

/// What decides which quarters of signers can be told, and how fresh the imported facts are.
#[derive(Debug, Clone, Copy, FromRow)]
pub struct Horizon {
    /// When the first proposal with signatures of its own was closed.
    pub first_closed_at: Option<Timestamp>,
    /// The earliest deadline that has passed without the proposal having been closed yet; paused ones wait for nothing.
    pub unclosed_since: Option<Timestamp>,
    /// The day the imported facts were last known to hold.
    pub imported_on: Option<Day>,
}

const HORIZON: &str = "
    SELECT MIN(closed_at) AS first_closed_at,
        MIN(CASE WHEN stage = 'published' AND paused_at IS NULL AND closes_at <= $1 THEN closes_at END)
            AS unclosed_since,
        MAX(import_seen_on) AS imported_on
    FROM proposals WHERE origin <> 'demo' OR $2";

/// What decides which quarters can be told.
///
/// # Errors
/// What the engine refuses.
pub async fn horizon(tx: &mut Tx, with_examples: bool, now: Timestamp) -> Result<Horizon> {
    tx.query(HORIZON).bind(now).bind(with_examples).one().await
}

const LIST_SIGNERS: &str = "
    SELECT t.residence, CAST(SUM(t.count) AS BIGINT)
    FROM proposals p JOIN signature_tallies t ON t.proposal_id = p.id
    WHERE p.closed_at >= $1 AND p.closed_at < $2 AND (p.origin <> 'demo' OR $3)
    GROUP BY t.residence";

/// The signatures given here at the proposals that closed between two instants, by where the signers say they live. A proposal
/// that was removed later still counts: what has been told of a period must not change.
///
/// # Errors
/// What the engine refuses.
pub async fn list_signers(
    tx: &mut Tx,
    from: Timestamp,
    to: Timestamp,
    with_examples: bool,
) -> Result<HashMap<String, i64>> {
    let rows: Vec<(String, i64)> = tx
        .query(LIST_SIGNERS)
        .bind(from)
        .bind(to)
        .bind(with_examples)
        .all()
        .await?;
    Ok(rows.into_iter().collect())
}
