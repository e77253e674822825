//! What the import writes: proposals as the city's data have them. Nothing else writes `imported_count`.

use super::{
    db::{Result, Tx},
    proposals::Place,
};
use crate::domain::{
    decisions::Outcome,
    display::DisplayStage,
    ids::{BodyId, ProposalId, ProposalNumber},
    proposals::{Origin, Topic},
    time::{Day, Timestamp},
};
use sqlx::FromRow;
use std::collections::HashMap;

/// A proposal as the import knows it; two equal ones need no write.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedProposal {
    /// The old platform's number, which stays the public one.
    pub number: ProposalNumber,
    /// The title.
    pub title: String,
    /// What it is about.
    pub topic: Option<Topic>,
    /// Where its point lies, when one was set.
    pub place: Place,
    /// The day it was sent in.
    pub submitted_on: Option<Day>,
    /// The day it was published.
    pub published_on: Option<Day>,
    /// When it could first be signed.
    pub opens_at: Option<Timestamp>,
    /// From when it could not be signed any more.
    pub closes_at: Option<Timestamp>,
    /// Signatures needed.
    pub threshold: i64,
    /// What people see of its state.
    pub shown_stage: DisplayStage,
    /// Recipients as written, joined with `; `.
    pub body_names: String,
    /// Status as written.
    pub status: Option<String>,
    /// Result as written.
    pub result: Option<String>,
    /// Result as a code.
    pub outcome: Option<Outcome>,
    /// Whether the source says that it reached the threshold.
    pub reached: Option<bool>,
    /// Where the facts come from.
    pub source: String,
    /// The day they were last known to hold.
    pub seen_on: Option<Day>,
    /// Signatures; `None` where the source has none.
    pub count: Option<i64>,
    /// Recipients: as written, and today's body.
    pub recipients: Vec<(String, Option<BodyId>)>,
}

#[derive(FromRow)]
struct Row {
    id: ProposalId,
    number: ProposalNumber,
    origin: Origin,
    title: String,
    topic: Option<Topic>,
    place_primar: Option<String>,
    place_mellan: Option<String>,
    place_stad: Option<String>,
    submitted_on: Option<Day>,
    published_on: Option<Day>,
    opens_at: Option<Timestamp>,
    closes_at: Option<Timestamp>,
    threshold: Option<i64>,
    shown_stage: DisplayStage,
    body_names: String,
    import_status: Option<String>,
    import_result: Option<String>,
    import_result_code: Option<Outcome>,
    import_reached: Option<bool>,
    import_source: Option<String>,
    import_seen_on: Option<Day>,
    imported_count: Option<i64>,
}

/// What lies in the database under a number.
#[derive(Debug)]
pub enum Held {
    /// An imported proposal.
    Imported(ProposalId, Box<ImportedProposal>),
    /// A proposal of another origin: the import must not touch it.
    Other,
}

const LIST_HELD: &str = "
    SELECT p.id, p.number, p.origin, p.title, p.topic, p.place_primar, p.place_mellan, p.place_stad,
        p.submitted_on, p.published_on, p.opens_at, p.closes_at, p.threshold, p.shown_stage, p.body_names,
        p.import_status, p.import_result, p.import_result_code, p.import_reached, p.import_source,
        p.import_seen_on, c.imported_count
    FROM proposals p LEFT JOIN proposal_counts c ON c.proposal_id = p.id";

const LIST_HELD_RECIPIENTS: &str = "
    SELECT r.proposal_id, r.name_as_written, r.body_id
    FROM proposal_bodies r JOIN proposals p ON p.id = r.proposal_id AND p.origin = 'imported'
    ORDER BY r.proposal_id, r.position";

/// All proposals by number, as far as an import must compare.
///
/// # Errors
/// What the engine refuses.
pub async fn list_held(tx: &mut Tx) -> Result<HashMap<ProposalNumber, Held>> {
    let mut recipients: HashMap<ProposalId, Vec<(String, Option<BodyId>)>> = HashMap::new();
    let rows: Vec<(ProposalId, String, Option<BodyId>)> =
        tx.query(LIST_HELD_RECIPIENTS).all().await?;
    for (proposal, name, body) in rows {
        recipients.entry(proposal).or_default().push((name, body));
    }
    let rows: Vec<Row> = tx.query(LIST_HELD).all().await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let number = row.number;
            if row.origin != Origin::Imported {
                return (number, Held::Other);
            }
            let own = recipients.remove(&row.id).unwrap_or_default();
            (
                number,
                Held::Imported(row.id, Box::new(row.into_imported(own))),
            )
        })
        .collect())
}

impl Row {
    fn into_imported(self, recipients: Vec<(String, Option<BodyId>)>) -> ImportedProposal {
        ImportedProposal {
            number: self.number,
            title: self.title,
            topic: self.topic,
            place: Place {
                text: None,
                point: None,
                primar: self.place_primar,
                mellan: self.place_mellan,
                stad: self.place_stad,
            },
            submitted_on: self.submitted_on,
            published_on: self.published_on,
            opens_at: self.opens_at,
            closes_at: self.closes_at,
            threshold: self.threshold.unwrap_or(0),
            shown_stage: self.shown_stage,
            body_names: self.body_names,
            status: self.import_status,
            result: self.import_result,
            outcome: self.import_result_code,
            reached: self.import_reached,
            source: self.import_source.unwrap_or_default(),
            seen_on: self.import_seen_on,
            count: self.imported_count,
            recipients,
        }
    }
}

const UPSERT_IMPORTED: &str = "
    INSERT INTO proposals (id, number, origin, version, stage, title, locale, topic, author_residence,
        place_primar, place_mellan, place_stad, place_is_fallback, submitted_on, published_on, opens_at, closes_at,
        threshold, shown_stage, body_names, import_status, import_result, import_result_code, import_reached,
        import_source, import_seen_on, created_at, changed_at)
    VALUES ($1, $2, 'imported', 1, 'imported', $3, 'sv', $4, 'not_stated', $5, $6, $7, FALSE, $8, $9, $10, $11,
        $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $21)
    ON CONFLICT (number) DO UPDATE SET
        title = excluded.title, topic = excluded.topic, place_primar = excluded.place_primar,
        place_mellan = excluded.place_mellan, place_stad = excluded.place_stad,
        submitted_on = excluded.submitted_on, published_on = excluded.published_on, opens_at = excluded.opens_at,
        closes_at = excluded.closes_at, threshold = excluded.threshold, shown_stage = excluded.shown_stage,
        body_names = excluded.body_names, import_status = excluded.import_status,
        import_result = excluded.import_result, import_result_code = excluded.import_result_code,
        import_reached = excluded.import_reached, import_source = excluded.import_source,
        import_seen_on = excluded.import_seen_on, changed_at = excluded.changed_at,
        version = proposals.version + 1
    WHERE proposals.origin = 'imported'";

const DELETE_RECIPIENTS: &str = "DELETE FROM proposal_bodies WHERE proposal_id = $1";

const INSERT_RECIPIENT: &str = "
    INSERT INTO proposal_bodies (proposal_id, position, body_id, name_as_written, is_coordinating)
    VALUES ($1, $2, $3, $4, FALSE)";

const UPSERT_COUNT: &str = "
    INSERT INTO proposal_counts (proposal_id, imported_count, own_count, total_count, follow_count)
    VALUES ($1, $2, 0, $2, 0)
    ON CONFLICT (proposal_id) DO UPDATE SET imported_count = excluded.imported_count,
        total_count = excluded.imported_count + proposal_counts.own_count";

/// Writes an imported proposal, new or changed, with its recipients and count.
///
/// # Errors
/// What the engine refuses.
pub async fn write_imported(
    tx: &mut Tx,
    id: ProposalId,
    proposal: &ImportedProposal,
    now: Timestamp,
) -> Result<()> {
    let p = proposal.clone();
    tx.query(UPSERT_IMPORTED)
        .bind(id)
        .bind(p.number)
        .bind(p.title)
        .bind(p.topic)
        .bind(p.place.primar)
        .bind(p.place.mellan)
        .bind(p.place.stad)
        .bind(p.submitted_on)
        .bind(p.published_on)
        .bind(p.opens_at)
        .bind(p.closes_at)
        .bind(p.threshold)
        .bind(p.shown_stage)
        .bind(p.body_names)
        .bind(p.status)
        .bind(p.result)
        .bind(p.outcome)
        .bind(p.reached)
        .bind(p.source)
        .bind(p.seen_on)
        .bind(now)
        .execute()
        .await?;
    tx.query(DELETE_RECIPIENTS).bind(id).execute().await?;
    for (position, (name, body)) in (0_i64..).zip(p.recipients) {
        tx.query(INSERT_RECIPIENT)
            .bind(id)
            .bind(position)
            .bind(body)
            .bind(name)
            .execute()
            .await?;
    }
    if let Some(count) = p.count {
        tx.query(UPSERT_COUNT)
            .bind(id)
            .bind(count)
            .execute()
            .await?;
    }
    Ok(())
}

const SET_DECIDED_ON: &str = "
    UPDATE proposals SET decided_on = $2, changed_at = $3
    WHERE id = $1 AND origin = 'imported' AND (decided_on IS NULL OR decided_on <> $2)";

/// Sets the day of the latest decision of an imported proposal; whether it was another before.
///
/// # Errors
/// What the engine refuses.
pub async fn set_decided_on(tx: &mut Tx, id: ProposalId, on: Day, now: Timestamp) -> Result<bool> {
    let changed = tx
        .query(SET_DECIDED_ON)
        .bind(id)
        .bind(on)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}

const LIST_NUMBERS: &str = "SELECT number, id FROM proposals WHERE origin = 'imported'";

/// The keys of all imported proposals by number.
///
/// # Errors
/// What the engine refuses.
pub async fn list_numbers(tx: &mut Tx) -> Result<HashMap<ProposalNumber, ProposalId>> {
    let rows: Vec<(ProposalNumber, ProposalId)> = tx.query(LIST_NUMBERS).all().await?;
    Ok(rows.into_iter().collect())
}

const MARK_CHANGED: &str = "UPDATE proposals SET changed_at = $2 WHERE id = $1";

/// Tells the catalogue that a proposal's words changed.
///
/// # Errors
/// What the engine refuses.
pub async fn mark_changed(tx: &mut Tx, id: ProposalId, now: Timestamp) -> Result<()> {
    tx.query(MARK_CHANGED).bind(id).bind(now).execute().await?;
    Ok(())
}
