//! Proposals: one row with its counts, as pages, feeds and acts read it.

use super::db::{Result, StoreError, Tx};
use crate::domain::{
    decisions::Outcome,
    display::DisplayStage,
    ids::{BodyId, PersonId, ProposalId, ProposalNumber},
    proposals::{ImportedFacts, Origin, Topic},
    stage_facts::StageFacts,
    stages::{Stage, StageCode},
    time::{Day, Timestamp},
};
use serde::Serialize;
use sqlx::FromRow;
use std::collections::HashMap;

/// A proposal at any stage.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Its key.
    pub id: ProposalId,
    /// Its public number.
    pub number: ProposalNumber,
    /// Where it comes from.
    pub origin: Origin,
    /// Grows with every change of text or stage; stale writes are refused.
    pub version: i64,
    /// Where it stands.
    pub stage: Stage,
    /// What people see of its state, kept by every act.
    pub shown_stage: DisplayStage,
    /// The title.
    pub title: String,
    /// The text; `None`: not part of the city's open data.
    pub text: Option<String>,
    /// The code of the language it is written in.
    pub locale: String,
    /// What it is about, when known.
    pub topic: Option<Topic>,
    /// Its author; `None` for imported ones. Never public.
    pub author: Option<PersonId>,
    /// The author's name, when she consented to its publication.
    pub author_name: Option<String>,
    /// The place meant.
    pub place: Place,
    /// The day it was sent in.
    pub submitted_on: Option<Day>,
    /// The day it was published.
    pub published_on: Option<Day>,
    /// When it could first be signed.
    pub opens_at: Option<Timestamp>,
    /// From when it can not be signed any more.
    pub closes_at: Option<Timestamp>,
    /// Signatures needed.
    pub threshold: Option<i64>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// The day of the latest decision.
    pub decided_on: Option<Day>,
    /// Signatures: imported and own.
    pub count: Option<i64>,
    /// Those who follow without having signed.
    pub follow_count: i64,
    /// What the import knows, beside the stage.
    pub imported: ImportedFacts,
}

/// The place a proposal is about: words, a point on the map, the areas around it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Place {
    /// As the author wrote it.
    pub text: Option<String>,
    /// Latitude and longitude, WGS 84.
    pub point: Option<(f64, f64)>,
    /// Primärområde, its code.
    pub primar: Option<String>,
    /// Mellanområde, its code.
    pub mellan: Option<String>,
    /// Stadsområde, its code.
    pub stad: Option<String>,
}

#[derive(FromRow)]
struct Row {
    id: ProposalId,
    number: ProposalNumber,
    origin: Origin,
    version: i64,
    stage: StageCode,
    shown_stage: DisplayStage,
    title: String,
    text: Option<String>,
    locale: String,
    topic: Option<Topic>,
    author_id: Option<PersonId>,
    author_name: Option<String>,
    place_text: Option<String>,
    place_lat: Option<f64>,
    place_lon: Option<f64>,
    place_primar: Option<String>,
    place_mellan: Option<String>,
    place_stad: Option<String>,
    submitted_at: Option<Timestamp>,
    submitted_on: Option<Day>,
    published_on: Option<Day>,
    opens_at: Option<Timestamp>,
    closes_at: Option<Timestamp>,
    threshold: Option<i64>,
    reached_at: Option<Timestamp>,
    closed_at: Option<Timestamp>,
    answer_by: Option<Day>,
    paused_at: Option<Timestamp>,
    decided_on: Option<Day>,
    total_count: Option<i64>,
    follow_count: Option<i64>,
    body_names: String,
    import_status: Option<String>,
    import_result: Option<String>,
    import_result_code: Option<Outcome>,
    import_reached: Option<bool>,
    import_seen_on: Option<Day>,
}

impl Row {
    fn into_proposal(self) -> Result<Proposal> {
        let facts = StageFacts {
            code: self.stage,
            submitted_at: self.submitted_at,
            answer_by: self.answer_by,
            published_on: self.published_on,
            opens_at: self.opens_at,
            closes_at: self.closes_at,
            threshold: self.threshold,
            reached_at: self.reached_at,
            paused_at: self.paused_at,
        };
        let stage = facts
            .into_stage()
            .map_err(|missing| StoreError::Unreadable {
                table: "proposals",
                found: format!("{}: {missing}", self.id),
            })?;
        Ok(Proposal {
            id: self.id,
            number: self.number,
            origin: self.origin,
            version: self.version,
            stage,
            shown_stage: self.shown_stage,
            title: self.title,
            text: self.text,
            locale: self.locale,
            topic: self.topic,
            author: self.author_id,
            author_name: self.author_name,
            place: Place {
                text: self.place_text,
                point: self.place_lat.zip(self.place_lon),
                primar: self.place_primar,
                mellan: self.place_mellan,
                stad: self.place_stad,
            },
            submitted_on: self.submitted_on,
            published_on: self.published_on,
            opens_at: self.opens_at,
            closes_at: self.closes_at,
            threshold: self.threshold,
            closed_at: self.closed_at,
            decided_on: self.decided_on,
            count: self.total_count,
            follow_count: self.follow_count.unwrap_or(0),
            imported: ImportedFacts {
                status: self.import_status,
                result: self.import_result,
                outcome: self.import_result_code,
                recipients: Some(self.body_names).filter(|names| !names.is_empty()),
                reached: self.import_reached,
                seen_on: self.import_seen_on,
            },
        })
    }
}

const FIND_BY_NUMBER: &str = "
    SELECT p.*, c.total_count, c.follow_count
    FROM proposals p LEFT JOIN proposal_counts c ON c.proposal_id = p.id
    WHERE p.number = $1";

/// The proposal with this public number, at any stage: the caller decides who may see it.
///
/// # Errors
/// What the engine refuses, or a row without a fact its stage must have.
pub async fn find_by_number(tx: &mut Tx, number: ProposalNumber) -> Result<Option<Proposal>> {
    let row: Option<Row> = tx.query(FIND_BY_NUMBER).bind(number).optional().await?;
    row.map(Row::into_proposal).transpose()
}

const FIND_BY_ID: &str = "
    SELECT p.*, c.total_count, c.follow_count
    FROM proposals p LEFT JOIN proposal_counts c ON c.proposal_id = p.id
    WHERE p.id = $1";

/// The proposal with this key, at any stage.
///
/// # Errors
/// As [`find_by_number`].
pub async fn find_by_id(tx: &mut Tx, id: ProposalId) -> Result<Option<Proposal>> {
    let row: Option<Row> = tx.query(FIND_BY_ID).bind(id).optional().await?;
    row.map(Row::into_proposal).transpose()
}

// Lists name their columns: each one not needed is copied once a row.
const LIST_BY_NUMBERS_SQLITE: &str = "
    SELECT p.id, p.number, p.origin, p.version, p.stage, p.shown_stage, p.title, p.text, p.locale, p.topic,
        p.author_id, p.author_name, p.place_text, p.place_lat, p.place_lon, p.place_primar, p.place_mellan,
        p.place_stad, p.submitted_at, p.submitted_on, p.published_on, p.opens_at, p.closes_at, p.threshold,
        p.reached_at, p.closed_at, p.answer_by, p.paused_at, p.decided_on, p.body_names, p.import_status,
        p.import_result, p.import_result_code, p.import_reached, p.import_seen_on, c.total_count, c.follow_count
    FROM proposals p LEFT JOIN proposal_counts c ON c.proposal_id = p.id
    WHERE p.number IN (SELECT value FROM json_each($1))";
const LIST_BY_NUMBERS_POSTGRES: &str = "
    SELECT p.id, p.number, p.origin, p.version, p.stage, p.shown_stage, p.title, p.text, p.locale, p.topic,
        p.author_id, p.author_name, p.place_text, p.place_lat, p.place_lon, p.place_primar, p.place_mellan,
        p.place_stad, p.submitted_at, p.submitted_on, p.published_on, p.opens_at, p.closes_at, p.threshold,
        p.reached_at, p.closed_at, p.answer_by, p.paused_at, p.decided_on, p.body_names, p.import_status,
        p.import_result, p.import_result_code, p.import_reached, p.import_seen_on, c.total_count, c.follow_count
    FROM proposals p LEFT JOIN proposal_counts c ON c.proposal_id = p.id
    WHERE p.number IN (SELECT CAST(value AS BIGINT) FROM jsonb_array_elements_text($1::jsonb))";

/// The proposals with these numbers, in the order of `numbers`; those that are not there are left out.
///
/// # Errors
/// As [`find_by_number`].
pub async fn list_by_numbers(tx: &mut Tx, numbers: &[ProposalNumber]) -> Result<Vec<Proposal>> {
    let wanted = json(numbers)?;
    let rows: Vec<Row> = tx
        .query_each(LIST_BY_NUMBERS_SQLITE, LIST_BY_NUMBERS_POSTGRES)
        .bind(wanted)
        .all()
        .await?;
    let mut found: HashMap<ProposalNumber, Row> =
        rows.into_iter().map(|row| (row.number, row)).collect();
    numbers
        .iter()
        .filter_map(|number| found.remove(number))
        .map(Row::into_proposal)
        .collect()
}

/// A JSON text, for the statements that take many values at once.
pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Unreadable {
        table: "the statement's values",
        found: error.to_string(),
    })
}

/// A body that receives a proposal.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Recipient {
    /// As written in the source.
    pub name_as_written: String,
    /// Today's body, where there is one.
    pub body_id: Option<BodyId>,
    /// Its slug.
    pub slug: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Whether it coordinates and answers.
    pub is_coordinating: bool,
}

const LIST_RECIPIENTS: &str = "
    SELECT r.name_as_written, r.body_id, b.slug, b.name, r.is_coordinating
    FROM proposal_bodies r LEFT JOIN bodies b ON b.id = r.body_id
    WHERE r.proposal_id = $1 ORDER BY r.position";

/// The bodies that receive a proposal, in the order of the source.
///
/// # Errors
/// What the engine refuses.
pub async fn list_recipients(tx: &mut Tx, id: ProposalId) -> Result<Vec<Recipient>> {
    tx.query(LIST_RECIPIENTS).bind(id).all().await
}

#[derive(FromRow)]
struct NumberedRecipient {
    number: ProposalNumber,
    #[sqlx(flatten)]
    recipient: Recipient,
}

const LIST_RECIPIENTS_BY_NUMBERS_SQLITE: &str = "
    SELECT p.number, r.name_as_written, r.body_id, b.slug, b.name, r.is_coordinating
    FROM proposals p JOIN proposal_bodies r ON r.proposal_id = p.id
        LEFT JOIN bodies b ON b.id = r.body_id
    WHERE p.number IN (SELECT value FROM json_each($1)) ORDER BY p.number, r.position";
const LIST_RECIPIENTS_BY_NUMBERS_POSTGRES: &str = "
    SELECT p.number, r.name_as_written, r.body_id, b.slug, b.name, r.is_coordinating
    FROM proposals p JOIN proposal_bodies r ON r.proposal_id = p.id
        LEFT JOIN bodies b ON b.id = r.body_id
    WHERE p.number IN (SELECT CAST(value AS BIGINT) FROM jsonb_array_elements_text($1::jsonb))
    ORDER BY p.number, r.position";

/// The bodies that receive each of these proposals, in the order of the source; absent where there are none.
///
/// # Errors
/// What the engine refuses.
pub async fn list_recipients_by_numbers(
    tx: &mut Tx,
    numbers: &[ProposalNumber],
) -> Result<HashMap<ProposalNumber, Vec<Recipient>>> {
    let wanted = json(numbers)?;
    let rows: Vec<NumberedRecipient> = tx
        .query_each(
            LIST_RECIPIENTS_BY_NUMBERS_SQLITE,
            LIST_RECIPIENTS_BY_NUMBERS_POSTGRES,
        )
        .bind(wanted)
        .all()
        .await?;
    let mut found: HashMap<ProposalNumber, Vec<Recipient>> = HashMap::new();
    for row in rows {
        found.entry(row.number).or_default().push(row.recipient);
    }
    Ok(found)
}
