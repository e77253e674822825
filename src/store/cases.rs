//! Cases: a proposal at one receiving body.

use super::db::{Result, StoreError, Tx};
use crate::domain::{
    case_clock::CaseClock,
    case_facts::CaseFacts,
    cases::{CaseStage, CaseStageCode},
    decisions::{FinalOutcome, FirstOutcome},
    diarienummer::Diarienummer,
    followups::FollowUpState,
    ids::{BodyId, CaseId, PersonId, ProposalId},
    routing::CaseRole,
    time::{Day, Timestamp},
};
use sqlx::FromRow;

/// A proposal's case at one body.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its key.
    pub id: CaseId,
    /// The proposal.
    pub proposal: ProposalId,
    /// The body.
    pub body: BodyId,
    /// The body's name.
    pub body_name: String,
    /// The body's part.
    pub role: CaseRole,
    /// Grows with every change; stale writes are refused.
    pub version: i64,
    /// Where it stands.
    pub stage: CaseStage,
    /// The day the body received it.
    pub received_on: Day,
    /// The day it was entered in the diary.
    pub registered_on: Option<Day>,
    /// The latest follow-up.
    pub follow_up: Option<(FollowUpState, Day)>,
    /// The body says that the matter is another's.
    pub not_ours: Option<NotOurs>,
}

/// A body's word that a matter is another's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotOurs {
    /// When it said so.
    pub at: Timestamp,
    /// Why, and whose it may be.
    pub note: String,
}

impl Case {
    /// The facts that its clock needs.
    pub fn clock(&self) -> CaseClock<'_> {
        CaseClock {
            stage: &self.stage,
            received_on: self.received_on,
            follow_up: self.follow_up,
        }
    }
}

#[derive(FromRow)]
pub(super) struct CaseRow {
    id: CaseId,
    proposal_id: ProposalId,
    body_id: BodyId,
    body_name: String,
    is_coordinating: bool,
    version: i64,
    stage: CaseStageCode,
    diarienummer: Option<String>,
    agenda_on: Option<Day>,
    received_on: Day,
    registered_on: Option<Day>,
    first_outcome: Option<FirstOutcome>,
    first_decided_on: Option<Day>,
    final_outcome: Option<FinalOutcome>,
    final_decided_on: Option<Day>,
    follow_up_state: Option<FollowUpState>,
    follow_up_on: Option<Day>,
    closed_on: Option<Day>,
    not_ours_at: Option<Timestamp>,
    not_ours_note: Option<String>,
}

impl CaseRow {
    pub(super) fn into_case(self) -> Result<Case> {
        let facts = CaseFacts {
            code: self.stage,
            dnr: self.diarienummer.map(Diarienummer::from_stored),
            agenda_on: self.agenda_on,
            first_outcome: self.first_outcome,
            first_decided_on: self.first_decided_on,
            final_outcome: self.final_outcome,
            final_decided_on: self.final_decided_on,
            closed_on: self.closed_on,
        };
        let stage = facts
            .into_stage()
            .map_err(|missing| StoreError::Unreadable {
                table: "cases",
                found: format!("{}: {missing}", self.id),
            })?;
        let role = if self.is_coordinating {
            CaseRole::Coordinating
        } else {
            CaseRole::Informed
        };
        Ok(Case {
            id: self.id,
            proposal: self.proposal_id,
            body: self.body_id,
            body_name: self.body_name,
            role,
            version: self.version,
            stage,
            received_on: self.received_on,
            registered_on: self.registered_on,
            follow_up: self.follow_up_state.zip(self.follow_up_on),
            not_ours: self
                .not_ours_at
                .zip(self.not_ours_note)
                .map(|(at, note)| NotOurs { at, note }),
        })
    }
}

const FIND_CASE: &str = "
    SELECT c.*, b.name AS body_name FROM cases c JOIN bodies b ON b.id = c.body_id WHERE c.id = $1";

/// One case.
///
/// # Errors
/// What the engine refuses, or a row without a fact its stage must have.
pub async fn find_case(tx: &mut Tx, id: CaseId) -> Result<Option<Case>> {
    let row: Option<CaseRow> = tx.query(FIND_CASE).bind(id).optional().await?;
    row.map(CaseRow::into_case).transpose()
}

const FIND_COORDINATING: &str = "
    SELECT c.*, b.name AS body_name FROM cases c JOIN bodies b ON b.id = c.body_id
    WHERE c.proposal_id = $1 AND c.is_coordinating = TRUE";

/// The case at the body that decides; `None` while the proposal has none.
///
/// # Errors
/// As [`find_case`].
pub async fn find_coordinating(tx: &mut Tx, proposal: ProposalId) -> Result<Option<Case>> {
    let row: Option<CaseRow> = tx
        .query(FIND_COORDINATING)
        .bind(proposal)
        .optional()
        .await?;
    row.map(CaseRow::into_case).transpose()
}

const LIST_BY_PROPOSAL: &str = "
    SELECT c.*, b.name AS body_name FROM cases c JOIN bodies b ON b.id = c.body_id
    WHERE c.proposal_id = $1 ORDER BY c.is_coordinating DESC, b.sort_key, b.name";

/// All cases of a proposal, the coordinating one first.
///
/// # Errors
/// As [`find_case`].
pub async fn list_by_proposal(tx: &mut Tx, proposal: ProposalId) -> Result<Vec<Case>> {
    let rows: Vec<CaseRow> = tx.query(LIST_BY_PROPOSAL).bind(proposal).all().await?;
    rows.into_iter().map(CaseRow::into_case).collect()
}

/// A case to be opened.
#[derive(Debug, Clone, Copy)]
pub struct NewCase {
    /// Its key.
    pub id: CaseId,
    /// The proposal.
    pub proposal: ProposalId,
    /// The body.
    pub body: BodyId,
    /// The body's part.
    pub role: CaseRole,
}

const INSERT_CASE: &str = "
    INSERT INTO cases (id, proposal_id, body_id, is_coordinating, stage, version, received_on, created_at, changed_at)
    VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $7)
    ON CONFLICT (proposal_id, body_id) DO NOTHING";

/// Opens a case. `false`: the body has one already.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_case(tx: &mut Tx, new: NewCase, now: Timestamp) -> Result<bool> {
    let added = tx
        .query(INSERT_CASE)
        .bind(new.id)
        .bind(new.proposal)
        .bind(new.body)
        .bind(new.role == CaseRole::Coordinating)
        .bind(CaseStageCode::Received)
        .bind(now.day())
        .bind(now)
        .execute()
        .await?;
    Ok(added == 1)
}

const UPDATE_CASE: &str = "
    UPDATE cases SET version = version + 1, is_coordinating = $1, stage = $2, diarienummer = $3, agenda_on = $4,
        received_on = $5, registered_on = $6, first_outcome = $7, first_decided_on = $8, final_outcome = $9,
        final_decided_on = $10, follow_up_state = $11, follow_up_on = $12, closed_on = $13, not_ours_at = $14,
        not_ours_note = $15, changed_at = $16
    WHERE id = $17 AND version = $18";

/// Writes a case as it stands after an act, over the version that was read. `false`: someone changed it meanwhile.
///
/// # Errors
/// What the engine refuses.
pub async fn update_case(tx: &mut Tx, case: &Case, now: Timestamp) -> Result<bool> {
    let facts = CaseFacts::from(&case.stage);
    let not_ours = case.not_ours.clone();
    let changed = tx
        .query(UPDATE_CASE)
        .bind(case.role == CaseRole::Coordinating)
        .bind(facts.code)
        .bind(facts.dnr.map(|dnr| dnr.to_string()))
        .bind(facts.agenda_on)
        .bind(case.received_on)
        .bind(case.registered_on)
        .bind(facts.first_outcome)
        .bind(facts.first_decided_on)
        .bind(facts.final_outcome)
        .bind(facts.final_decided_on)
        .bind(case.follow_up.map(|(state, _)| state))
        .bind(case.follow_up.map(|(_, on)| on))
        .bind(facts.closed_on)
        .bind(not_ours.as_ref().map(|word| word.at))
        .bind(not_ours.map(|word| word.note))
        .bind(now)
        .bind(case.id)
        .bind(case.version)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// How an official is personally part of a proposal.
#[derive(Debug, Clone, Copy, FromRow)]
struct InvolvedRow {
    is_author: bool,
    is_signer: bool,
}

const FIND_INVOLVEMENT: &str = "
    SELECT EXISTS (SELECT 1 FROM proposals WHERE id = $1 AND author_id = $2) AS is_author,
        EXISTS (SELECT 1 FROM signatures WHERE proposal_id = $1 AND pseudonym = $3) AS is_signer";

/// Whether a person wrote or has signed a proposal; `pseudonym` is hers at it.
///
/// # Errors
/// What the engine refuses.
pub async fn find_involvement(
    tx: &mut Tx,
    proposal: ProposalId,
    person: PersonId,
    pseudonym: [u8; 32],
) -> Result<crate::domain::permissions::Involvement> {
    use crate::domain::permissions::Involvement;
    let row: InvolvedRow = tx
        .query(FIND_INVOLVEMENT)
        .bind(proposal)
        .bind(person)
        .bind(pseudonym.to_vec())
        .one()
        .await?;
    Ok(if row.is_author {
        Involvement::Author
    } else if row.is_signer {
        Involvement::Signer
    } else {
        Involvement::None
    })
}
