//! What the yearly report to kommunfullmäktige holds beside the public figures (riktlinje KF 2023-12-07 § 91).

use super::db::{Result, Tx};
use crate::domain::{
    display::DisplayStage,
    identity::{AgeBand, Gender},
    ids::ProposalNumber,
    stages::StageCode,
    time::Day,
};
use sqlx::FromRow;

/// The days of a year, the last one exclusive, and whether what was made for the demo is counted.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    /// The first day.
    pub from: Day,
    /// The day after the last.
    pub to: Day,
    /// Whether the demo's own proposals count.
    pub with_examples: bool,
}

const COUNT_ACCOUNTS: &str = "
    SELECT CAST(COUNT(*) AS BIGINT) FROM persons WHERE created_on >= $1 AND created_on < $2";

/// Accounts that were made.
///
/// # Errors
/// What the engine refuses.
pub async fn count_accounts(tx: &mut Tx, span: Span) -> Result<i64> {
    let query = tx.query(COUNT_ACCOUNTS).bind(span.from).bind(span.to);
    let (count,): (i64,) = query.one().await?;
    Ok(count)
}

const COUNT_BY_STAGE: &str = "
    SELECT stage, CAST(COUNT(*) AS BIGINT) FROM proposals
    WHERE submitted_on >= $1 AND submitted_on < $2 AND (origin <> 'demo' OR $3)
    GROUP BY stage";

/// Proposals that were sent in, by where they stand now.
///
/// # Errors
/// What the engine refuses.
pub async fn count_by_stage(tx: &mut Tx, span: Span) -> Result<Vec<(StageCode, i64)>> {
    tx.query(COUNT_BY_STAGE)
        .bind(span.from)
        .bind(span.to)
        .bind(span.with_examples)
        .all()
        .await
}

const COUNT_IMPORTED_DECISIONS: &str = "
    SELECT CAST(COUNT(*) AS BIGINT) FROM proposals
    WHERE origin = 'imported' AND decided_on >= $1 AND decided_on < $2";

/// Imported proposals whose decision, as minutes tell, fell in the year.
///
/// # Errors
/// What the engine refuses.
pub async fn count_imported_decisions(tx: &mut Tx, span: Span) -> Result<i64> {
    let query = tx.query(COUNT_IMPORTED_DECISIONS);
    let (count,): (i64,) = query.bind(span.from).bind(span.to).one().await?;
    Ok(count)
}

/// A proposal that many signed.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct MostSigned {
    /// Its public number.
    pub number: ProposalNumber,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub shown_stage: DisplayStage,
    /// How many signed.
    pub total_count: i64,
}

const LIST_MOST_SIGNED: &str = "
    SELECT p.number, p.title, p.shown_stage, c.total_count
    FROM proposals p JOIN proposal_counts c ON c.proposal_id = p.id
    WHERE p.submitted_on >= $1 AND p.submitted_on < $2 AND (p.origin <> 'demo' OR $3)
        AND p.stage IN ('published', 'closed_below', 'closed_reached', 'imported') AND c.total_count > 0
    ORDER BY c.total_count DESC, p.number LIMIT 10";

/// The ten proposals of the year that most people signed.
///
/// # Errors
/// What the engine refuses.
pub async fn list_most_signed(tx: &mut Tx, span: Span) -> Result<Vec<MostSigned>> {
    tx.query(LIST_MOST_SIGNED)
        .bind(span.from)
        .bind(span.to)
        .bind(span.with_examples)
        .all()
        .await
}

/// Proposers who told the same about themselves.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Proposers {
    /// Where they live, as stored.
    pub residence: String,
    /// Their age.
    pub age: Option<AgeBand>,
    /// Their gender.
    pub gender: Option<Gender>,
    /// How many.
    pub count: i64,
}

const LIST_PROPOSERS: &str = "
    SELECT author_residence AS residence, author_age_band AS age, author_gender AS gender,
        CAST(COUNT(*) AS BIGINT) AS count
    FROM proposals
    WHERE submitted_on >= $1 AND submitted_on < $2 AND (origin = 'own' OR (origin = 'demo' AND $3))
    GROUP BY author_residence, author_age_band, author_gender";

/// Who sent in the year's proposals, as they told it; imported ones tell nothing. Not to be shown as it is.
///
/// # Errors
/// What the engine refuses.
pub async fn list_proposers(tx: &mut Tx, span: Span) -> Result<Vec<Proposers>> {
    tx.query(LIST_PROPOSERS)
        .bind(span.from)
        .bind(span.to)
        .bind(span.with_examples)
        .all()
        .await
}
