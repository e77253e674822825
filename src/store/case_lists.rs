//! Work lists: the cases of a body, or of all, with what a list shows of their proposals.

use super::{
    cases::{Case, CaseRow},
    db::{Result, Tx},
};
use crate::domain::ids::{BodyId, ProposalId, ProposalNumber};
use sqlx::FromRow;

/// A line of a work list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The case.
    pub case: Case,
    /// The proposal's public number.
    pub number: ProposalNumber,
    /// The proposal's title.
    pub title: String,
    /// How many have signed.
    pub count: i64,
}

#[derive(FromRow)]
struct Row {
    #[sqlx(flatten)]
    case: CaseRow,
    number: ProposalNumber,
    title: String,
    total_count: Option<i64>,
}

impl Row {
    fn into_listed(self) -> Result<Listed> {
        Ok(Listed {
            case: self.case.into_case()?,
            number: self.number,
            title: self.title,
            count: self.total_count.unwrap_or(0),
        })
    }
}

const LIST_OF_BODY: &str = "
    SELECT c.*, b.name AS body_name, p.number, p.title, n.total_count
    FROM cases c JOIN bodies b ON b.id = c.body_id JOIN proposals p ON p.id = c.proposal_id
        LEFT JOIN proposal_counts n ON n.proposal_id = p.id
    WHERE c.body_id = $1 AND p.stage = 'closed_reached'
    ORDER BY c.received_on, p.number LIMIT $2";

const LIST_ALL: &str = "
    SELECT c.*, b.name AS body_name, p.number, p.title, n.total_count
    FROM cases c JOIN bodies b ON b.id = c.body_id JOIN proposals p ON p.id = c.proposal_id
        LEFT JOIN proposal_counts n ON n.proposal_id = p.id
    WHERE c.is_coordinating = TRUE AND p.stage = 'closed_reached'
    ORDER BY c.received_on, p.number LIMIT $1";

/// The most lines of a list; a body that has more closes its old ones.
const MOST: i64 = 2_000;

/// The cases of a body, also those it is only informed of, oldest first.
///
/// # Errors
/// What the engine refuses, or a row without a fact its stage must have.
pub async fn list_of_body(tx: &mut Tx, body: BodyId) -> Result<Vec<Listed>> {
    let rows: Vec<Row> = tx.query(LIST_OF_BODY).bind(body).bind(MOST).all().await?;
    rows.into_iter().map(Row::into_listed).collect()
}

/// All coordinating cases, oldest first, for those who route.
///
/// # Errors
/// As [`list_of_body`].
pub async fn list_all(tx: &mut Tx) -> Result<Vec<Listed>> {
    let rows: Vec<Row> = tx.query(LIST_ALL).bind(MOST).all().await?;
    rows.into_iter().map(Row::into_listed).collect()
}

/// A proposal that was closed with enough signatures and has no body.
#[derive(Debug, Clone, FromRow)]
pub struct Unrouted {
    /// Its key.
    pub id: ProposalId,
    /// Its public number.
    pub number: ProposalNumber,
    /// Its title.
    pub title: String,
}

const LIST_UNROUTED: &str = "
    SELECT p.id, p.number, p.title FROM proposals p
    WHERE p.stage = 'closed_reached'
        AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.proposal_id = p.id AND c.is_coordinating = TRUE)
    ORDER BY p.closed_at, p.number LIMIT 200";

/// Proposals that a body must be found for.
///
/// # Errors
/// What the engine refuses.
pub async fn list_unrouted(tx: &mut Tx) -> Result<Vec<Unrouted>> {
    tx.query(LIST_UNROUTED).all().await
}
