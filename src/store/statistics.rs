//! Figures: few statements, each over all public proposals, whose rows are as many as the groups and never as many as the
//! signatures. What they mean is in `domain/statistics.rs`.
//!
//! *Public* is every proposal that anyone may read; *reached* is the mark kept when a threshold is passed, and for
//! imported ones what the source says.

use super::db::{Result, Tx};
use sqlx::FromRow;

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
