//! Decisions as published, and as they stood before a correction.

use super::db::{Result, StoreError, Tx};
use crate::domain::{
    decisions::{FinalOutcome, FirstOutcome, Round},
    ids::{BodyId, CaseId, DecisionId, ProposalId},
    time::{Day, Timestamp},
};
use sqlx::FromRow;

/// What was decided, in the words of its round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// The first time at a meeting.
    First(FirstOutcome),
    /// After an investigation.
    Final(FinalOutcome),
}

impl Decided {
    /// First or final.
    pub fn round(self) -> Round {
        match self {
            Decided::First(_) => Round::First,
            Decided::Final(_) => Round::Final,
        }
    }

    /// The outcome's code.
    pub fn as_str(self) -> &'static str {
        match self {
            Decided::First(outcome) => outcome.as_str(),
            Decided::Final(outcome) => outcome.as_str(),
        }
    }

    /// The outcome of this round with this code.
    pub fn parse(round: Round, code: &str) -> Option<Self> {
        match round {
            Round::First => FirstOutcome::parse(code).map(Decided::First),
            Round::Final => FinalOutcome::parse(code).map(Decided::Final),
        }
    }
}

/// A published decision.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Its key.
    pub id: DecisionId,
    /// The case it settles or sends on.
    pub case: CaseId,
    /// The body that decided.
    pub body: BodyId,
    /// The body's name.
    pub body_name: String,
    /// The case's number in the diary.
    pub diarienummer: Option<String>,
    /// What was decided.
    pub decided: Decided,
    /// The day of the meeting.
    pub on: Day,
    /// The paragraph of the minutes: the number alone.
    pub paragraph: Option<String>,
    /// The reason in klarspråk.
    pub reason: String,
    /// When it was published.
    pub published_at: Timestamp,
    /// 1 as first published; grows with every correction.
    pub version: i64,
    /// When it was last corrected.
    pub corrected_at: Option<Timestamp>,
}

#[derive(FromRow)]
struct Row {
    id: DecisionId,
    case_id: CaseId,
    body_id: BodyId,
    body_name: String,
    diarienummer: Option<String>,
    kind: Round,
    outcome: String,
    decided_on: Day,
    paragraph: Option<String>,
    reason: String,
    published_at: Timestamp,
    version: i64,
    corrected_at: Option<Timestamp>,
}

impl Row {
    fn into_decision(self) -> Result<Decision> {
        let decided =
            Decided::parse(self.kind, &self.outcome).ok_or_else(|| StoreError::Unreadable {
                table: "decisions",
                found: format!("{}: {}", self.id, self.outcome),
            })?;
        Ok(Decision {
            id: self.id,
            case: self.case_id,
            body: self.body_id,
            body_name: self.body_name,
            diarienummer: self.diarienummer,
            decided,
            on: self.decided_on,
            paragraph: self.paragraph,
            reason: self.reason,
            published_at: self.published_at,
            version: self.version,
            corrected_at: self.corrected_at,
        })
    }
}

const LIST_BY_PROPOSAL: &str = "
    SELECT d.id, d.case_id, c.body_id, b.name AS body_name, c.diarienummer, d.kind, d.outcome, d.decided_on,
        d.paragraph, d.reason, d.published_at, d.version, d.corrected_at
    FROM decisions d JOIN cases c ON c.id = d.case_id JOIN bodies b ON b.id = c.body_id
    WHERE c.proposal_id = $1 ORDER BY d.decided_on, d.published_at, d.id";

/// The published decisions on a proposal, the first one first.
///
/// # Errors
/// What the engine refuses, or an outcome that its round does not know.
pub async fn list_by_proposal(tx: &mut Tx, proposal: ProposalId) -> Result<Vec<Decision>> {
    let rows: Vec<Row> = tx.query(LIST_BY_PROPOSAL).bind(proposal).all().await?;
    rows.into_iter().map(Row::into_decision).collect()
}

const FIND_DECISION: &str = "
    SELECT d.id, d.case_id, c.body_id, b.name AS body_name, c.diarienummer, d.kind, d.outcome, d.decided_on,
        d.paragraph, d.reason, d.published_at, d.version, d.corrected_at
    FROM decisions d JOIN cases c ON c.id = d.case_id JOIN bodies b ON b.id = c.body_id
    WHERE d.id = $1";

/// One published decision.
///
/// # Errors
/// As [`list_by_proposal`].
pub async fn find_decision(tx: &mut Tx, id: DecisionId) -> Result<Option<Decision>> {
    let row: Option<Row> = tx.query(FIND_DECISION).bind(id).optional().await?;
    row.map(Row::into_decision).transpose()
}

/// A decision's content, new or corrected.
#[derive(Debug, Clone)]
pub struct Content {
    /// What was decided.
    pub decided: Decided,
    /// The day of the meeting.
    pub on: Day,
    /// The paragraph: the number alone.
    pub paragraph: Option<String>,
    /// The reason.
    pub reason: String,
}

const INSERT_DECISION: &str = "
    INSERT INTO decisions (id, case_id, kind, outcome, decided_on, paragraph, reason, published_at, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)";

/// Publishes a decision.
///
/// # Errors
/// What the engine refuses; [`StoreError::Conflict`] when the case has a decision of this round.
pub async fn insert_decision(
    tx: &mut Tx,
    id: DecisionId,
    case: CaseId,
    content: &Content,
    now: Timestamp,
) -> Result<()> {
    tx.query(INSERT_DECISION)
        .bind(id)
        .bind(case)
        .bind(content.decided.round())
        .bind(content.decided.as_str().to_owned())
        .bind(content.on)
        .bind(content.paragraph.clone())
        .bind(content.reason.clone())
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

const KEEP_VERSION: &str = "
    INSERT INTO decision_versions (decision_id, version, outcome, decided_on, paragraph, reason, stood_until)
    SELECT id, version, outcome, decided_on, paragraph, reason, CAST($2 AS BIGINT) FROM decisions WHERE id = $1";

const CORRECT_DECISION: &str = "
    UPDATE decisions SET outcome = $1, decided_on = $2, paragraph = $3, reason = $4, version = version + 1,
        corrected_at = $5
    WHERE id = $6 AND version = $7";

/// Corrects a decision over the version that was read, keeping what stood before. `false`: someone was first.
///
/// # Errors
/// What the engine refuses.
pub async fn correct_decision(
    tx: &mut Tx,
    decision: &Decision,
    content: &Content,
    now: Timestamp,
) -> Result<bool> {
    tx.query(KEEP_VERSION)
        .bind(decision.id)
        .bind(now)
        .execute()
        .await?;
    let corrected = tx
        .query(CORRECT_DECISION)
        .bind(content.decided.as_str().to_owned())
        .bind(content.on)
        .bind(content.paragraph.clone())
        .bind(content.reason.clone())
        .bind(now)
        .bind(decision.id)
        .bind(decision.version)
        .execute()
        .await?;
    Ok(corrected == 1)
}
