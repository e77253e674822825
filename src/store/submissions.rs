//! Proposals as they come in: the number, the row with what belongs to it, and the author's own changes.

use super::{
    db::{Result, Tx},
    proposals::Proposal,
};
use crate::domain::{
    display::DisplayStage,
    identity::{AgeBand, Gender, Residence},
    ids::{PersonId, ProposalId, ProposalNumber},
    proposals::{Origin, Topic},
    stage_facts::StageFacts,
    time::{Day, Timestamp},
};

const TAKE_NUMBER: &str = "
    UPDATE proposal_numbers SET next = next + 1 WHERE origin = $1 RETURNING next - 1";

/// The next number; whoever else sends one in waits until this unit of work ends.
///
/// # Errors
/// What the engine refuses, or an origin that has no numbers of its own.
pub async fn take_number(tx: &mut Tx, origin: Origin) -> Result<ProposalNumber> {
    let (number,): (ProposalNumber,) = tx.query(TAKE_NUMBER).bind(origin).one().await?;
    Ok(number)
}

/// A proposal that comes in.
#[derive(Debug)]
pub struct NewProposal<'a> {
    /// Its key.
    pub id: ProposalId,
    /// Its public number.
    pub number: ProposalNumber,
    /// Own, or the demo's.
    pub origin: Origin,
    /// The title.
    pub title: &'a str,
    /// The text.
    pub text: &'a str,
    /// The language it is written in.
    pub locale: &'a str,
    /// What it is about.
    pub topic: Topic,
    /// Its author.
    pub author: PersonId,
    /// What is kept about her, sealed to the proposal.
    pub author_facts: Vec<u8>,
    /// Her name, when it may be published.
    pub author_name: Option<String>,
    /// Where she lives, if she says.
    pub author_residence: &'a Residence,
    /// The band of her age.
    pub author_age_band: AgeBand,
    /// Her gender as stated.
    pub author_gender: Gender,
    /// The place meant.
    pub place: NewPlace<'a>,
    /// Its stage, which must be submitted.
    pub stage: &'a StageFacts,
    /// What people see of it.
    pub shown_stage: DisplayStage,
    /// When it came in.
    pub now: Timestamp,
}

/// The place meant.
#[derive(Debug, Default)]
pub struct NewPlace<'a> {
    /// In words.
    pub text: Option<&'a str>,
    /// Latitude and longitude.
    pub point: Option<(f64, f64)>,
    /// The primärområde the point lies in.
    pub primar: Option<String>,
    /// The mellanområde chosen or pointed at.
    pub mellan: Option<String>,
    /// Whether the point lies outside every area and the nearest was taken.
    pub is_fallback: bool,
}

// The areas are looked up, so that one the city's table does not hold is left out instead of refused.
const INSERT_PROPOSAL: &str = "
    INSERT INTO proposals (id, number, origin, version, stage, title, text, locale, topic,
        author_id, author_facts, author_name, author_residence, author_age_band, author_gender,
        place_text, place_lat, place_lon, place_primar, place_mellan, place_stad, place_is_fallback,
        submitted_at, submitted_on, shown_stage, body_names, created_at, changed_at)
    VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
        (SELECT code FROM areas WHERE code = $18), (SELECT code FROM areas WHERE code = $19),
        (SELECT parent FROM areas WHERE code = $19), $20, $21, $22, $23, '', $24, $24)";

const INSERT_COUNTS: &str = "
    INSERT INTO proposal_counts (proposal_id, imported_count, own_count, total_count, follow_count)
    VALUES ($1, 0, 0, 0, 0)";

/// Keeps a proposal that comes in, with its counts at zero.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_proposal(tx: &mut Tx, new: NewProposal<'_>) -> Result<()> {
    let id = new.id;
    tx.query(INSERT_PROPOSAL)
        .bind(id)
        .bind(new.number)
        .bind(new.origin)
        .bind(new.stage.code)
        .bind(new.title.to_owned())
        .bind(new.text.to_owned())
        .bind(new.locale.to_owned())
        .bind(new.topic)
        .bind(new.author)
        .bind(new.author_facts)
        .bind(new.author_name)
        .bind(new.author_residence.clone())
        .bind(new.author_age_band)
        .bind(new.author_gender)
        .bind(new.place.text.map(str::to_owned))
        .bind(new.place.point.map(|(latitude, _)| latitude))
        .bind(new.place.point.map(|(_, longitude)| longitude))
        .bind(new.place.primar)
        .bind(new.place.mellan)
        .bind(new.place.is_fallback)
        .bind(new.stage.submitted_at)
        .bind(new.stage.submitted_at.map(Timestamp::day))
        .bind(new.shown_stage)
        .bind(new.now)
        .execute()
        .await?;
    tx.query(INSERT_COUNTS).bind(id).execute().await?;
    Ok(())
}

const OPEN_REVIEW: &str = "
    INSERT INTO reviews (proposal_id, state, due_on, version) VALUES ($1, 'waiting', $2, 1)
    ON CONFLICT (proposal_id) DO UPDATE SET state = 'waiting', due_on = excluded.due_on,
        version = reviews.version + 1, claimed_by = NULL, claimed_at = NULL, lease_until = NULL";

/// Puts a proposal into the review's queue, for the first time or again.
///
/// # Errors
/// What the engine refuses.
pub async fn open_review(tx: &mut Tx, proposal: ProposalId, due_on: Day) -> Result<()> {
    tx.query(OPEN_REVIEW)
        .bind(proposal)
        .bind(due_on)
        .execute()
        .await?;
    Ok(())
}

const END_REVIEW: &str = "
    UPDATE reviews SET state = 'decided', version = version + 1,
        claimed_by = NULL, claimed_at = NULL, lease_until = NULL
    WHERE proposal_id = $1";

/// Takes a proposal out of the review's queue: its author took it back.
///
/// # Errors
/// What the engine refuses.
pub async fn end_review(tx: &mut Tx, proposal: ProposalId) -> Result<()> {
    tx.query(END_REVIEW).bind(proposal).execute().await?;
    Ok(())
}

const UPDATE_BY_AUTHOR: &str = "
    UPDATE proposals SET version = version + 1, stage = $3, title = $4, text = $5,
        submitted_at = $6, answer_by = $7, shown_stage = $8, changed_at = $9
    WHERE id = $1 AND version = $2";

/// What an author changes before publication: the stage, and the wording when she answers.
#[derive(Debug)]
pub struct AuthorChange<'a> {
    /// The stage from now on.
    pub stage: &'a StageFacts,
    /// What people see of it.
    pub shown_stage: DisplayStage,
    /// The title from now on.
    pub title: &'a str,
    /// The text from now on.
    pub text: &'a str,
    /// When.
    pub now: Timestamp,
}

/// Changes a proposal as it was read. `false`: somebody changed it first. The version grows by one; the day it was first
/// sent in, which statistics count by, stays.
///
/// # Errors
/// What the engine refuses.
pub async fn update_by_author(
    tx: &mut Tx,
    read: &Proposal,
    change: AuthorChange<'_>,
) -> Result<bool> {
    let changed = tx
        .query(UPDATE_BY_AUTHOR)
        .bind(read.id)
        .bind(read.version)
        .bind(change.stage.code)
        .bind(change.title.to_owned())
        .bind(change.text.to_owned())
        .bind(change.stage.submitted_at)
        .bind(change.stage.answer_by)
        .bind(change.shown_stage)
        .bind(change.now)
        .execute()
        .await?;
    Ok(changed == 1)
}

const FIND_AUTHOR_FACTS: &str = "SELECT author_facts FROM proposals WHERE id = $1";

/// What is kept about the author, sealed to the proposal.
///
/// # Errors
/// What the engine refuses.
pub async fn find_author_facts(tx: &mut Tx, proposal: ProposalId) -> Result<Option<Vec<u8>>> {
    let row: Option<(Option<Vec<u8>>,)> = tx
        .query(FIND_AUTHOR_FACTS)
        .bind(proposal)
        .optional()
        .await?;
    Ok(row.and_then(|(facts,)| facts))
}
