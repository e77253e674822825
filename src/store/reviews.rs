//! Reviews: one row for each proposal that was ever sent in, and the moderators' queue.

use super::db::{Result, StoreError, Tx};
use crate::domain::{
    ids::{PersonId, ProposalId, ProposalNumber},
    proposals::{Origin, Topic},
    reviews::{Review, ReviewState, ReviewStep},
    time::{Day, Timestamp},
};
use sqlx::FromRow;

const WAITING: &str = "waiting";
const DECIDED: &str = "decided";

#[derive(FromRow)]
struct Row {
    state: String,
    due_on: Day,
    version: i64,
    claimed_by: Option<PersonId>,
    lease_until: Option<Timestamp>,
}

impl Row {
    fn into_review(self) -> Result<Review> {
        let state = match (self.state.as_str(), self.claimed_by.zip(self.lease_until)) {
            (WAITING, Some((by, until))) => ReviewState::Claimed { by, until },
            (WAITING, None) => ReviewState::Waiting,
            (DECIDED, _) => ReviewState::Decided,
            (other, _) => {
                return Err(StoreError::Unreadable {
                    table: "reviews",
                    found: other.to_owned(),
                });
            }
        };
        Ok(Review {
            due: self.due_on,
            version: self.version,
            state,
        })
    }
}

const FIND_REVIEW: &str = "
    SELECT state, due_on, version, claimed_by, lease_until FROM reviews WHERE proposal_id = $1";

/// The review of a proposal; `None` for imported ones, which were reviewed elsewhere.
///
/// # Errors
/// What the engine refuses, or a state of another release.
pub async fn find_review(tx: &mut Tx, proposal: ProposalId) -> Result<Option<Review>> {
    let row: Option<Row> = tx.query(FIND_REVIEW).bind(proposal).optional().await?;
    row.map(Row::into_review).transpose()
}

const UPDATE_REVIEW: &str = "
    UPDATE reviews SET state = $1, due_on = $2, version = $3, claimed_by = $4, claimed_at = $5, lease_until = $6
    WHERE proposal_id = $7 AND version = $8";

/// Writes a review over the version it was made from. `false`: someone changed it since.
///
/// # Errors
/// What the engine refuses.
pub async fn update_review(
    tx: &mut Tx,
    (proposal, version): (ProposalId, i64),
    review: &Review,
    now: Timestamp,
) -> Result<bool> {
    let (state, claim) = match review.state {
        ReviewState::Waiting => (WAITING, None),
        ReviewState::Claimed { by, until } => (WAITING, Some((by, until))),
        ReviewState::Decided => (DECIDED, None),
    };
    let changed = tx
        .query(UPDATE_REVIEW)
        .bind(state.to_owned())
        .bind(review.due)
        .bind(review.version)
        .bind(claim.map(|(by, _)| by))
        .bind(claim.map(|_| now))
        .bind(claim.map(|(_, until)| until))
        .bind(proposal)
        .bind(version)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// A line of the queue.
#[derive(Debug, Clone, FromRow)]
pub struct Queued {
    /// Whose proposal's number.
    pub number: ProposalNumber,
    /// Its title.
    pub title: String,
    /// Its text, for the preview.
    pub text: Option<String>,
    /// What its author says it is about.
    pub topic: Option<Topic>,
    /// Where it comes from.
    pub origin: Origin,
    /// The day it was sent in, first of all.
    pub submitted_on: Option<Day>,
    /// The last day within the promise; for returned ones the last day to answer.
    pub due_on: Day,
    /// Who works on it.
    pub claimed_by: Option<PersonId>,
    /// Until when.
    pub lease_until: Option<Timestamp>,
}

impl Queued {
    /// Who works on it now: a lease that has ended holds nobody.
    pub fn holder(&self, now: Timestamp) -> Option<PersonId> {
        self.claimed_by
            .filter(|_| self.lease_until.is_some_and(|until| now < until))
    }
}

const LIST_WAITING: &str = "
    SELECT p.number, p.title, p.text, p.topic, p.origin, p.submitted_on, r.due_on, r.claimed_by, r.lease_until
    FROM reviews r JOIN proposals p ON p.id = r.proposal_id
    WHERE r.state = 'waiting' AND p.stage = 'submitted'
    ORDER BY r.due_on, p.submitted_at, p.number LIMIT 1000";

/// All that waits for a decision, the most urgent first.
///
/// # Errors
/// What the engine refuses.
pub async fn list_waiting(tx: &mut Tx) -> Result<Vec<Queued>> {
    tx.query(LIST_WAITING).all().await
}

const LIST_RETURNED: &str = "
    SELECT p.number, p.title, p.text, p.topic, p.origin, p.submitted_on, p.answer_by AS due_on,
        r.claimed_by, r.lease_until
    FROM reviews r JOIN proposals p ON p.id = r.proposal_id
    WHERE p.stage = 'returned' AND p.answer_by IS NOT NULL
    ORDER BY p.answer_by, p.number LIMIT 1000";

/// What waits for its author's answer, the one that lapses next first.
///
/// # Errors
/// What the engine refuses.
pub async fn list_returned(tx: &mut Tx) -> Result<Vec<Queued>> {
    tx.query(LIST_RETURNED).all().await
}

/// A line of the list of what was decided.
#[derive(Debug, Clone, FromRow)]
pub struct Decided {
    /// Whose proposal's number.
    pub number: ProposalNumber,
    /// Its title.
    pub title: String,
    /// What was done.
    pub kind: ReviewStep,
    /// The codes of the reasons, as a JSON object.
    pub reasons: String,
    /// By whom; `None`: by time.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Timestamp,
}

impl Decided {
    /// The codes of the reasons.
    pub fn codes(&self) -> Vec<String> {
        super::review_decisions::codes(&self.reasons).unwrap_or_default()
    }
}

const LIST_DECIDED: &str = "
    SELECT p.number, p.title, d.kind, d.reasons, d.decided_by, d.decided_at
    FROM review_decisions d JOIN proposals p ON p.id = d.proposal_id
    ORDER BY d.decided_at DESC, d.id DESC LIMIT 100";

/// The hundred latest decisions, newest first.
///
/// # Errors
/// What the engine refuses.
pub async fn list_decided(tx: &mut Tx) -> Result<Vec<Decided>> {
    tx.query(LIST_DECIDED).all().await
}

const LIST_UNANSWERED: &str = "
    SELECT number FROM proposals WHERE stage = 'returned' AND answer_by < $1 ORDER BY answer_by, number LIMIT $2";

/// Returned proposals whose last day to answer lies before `today`.
///
/// # Errors
/// What the engine refuses.
pub async fn list_unanswered(tx: &mut Tx, today: Day, limit: i64) -> Result<Vec<ProposalNumber>> {
    let rows: Vec<(ProposalNumber,)> = tx
        .query(LIST_UNANSWERED)
        .bind(today)
        .bind(limit)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(number,)| number).collect())
}
