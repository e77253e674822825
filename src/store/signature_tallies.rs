//! Counts and tallies: added to once per batch, recountable from the rows.

use super::{
    batch,
    db::{Result, Tx},
};
use crate::domain::{
    identity::TrustLevel,
    ids::{ProposalId, ProposalNumber},
    time::Day,
};
use serde::{Serialize, Serializer};
use sqlx::FromRow;

/// How a batch changes the counts of one proposal.
#[derive(Debug, Clone, Serialize)]
pub struct CountChange {
    /// The proposal.
    #[serde(serialize_with = "as_hex")]
    pub proposal: ProposalId,
    /// Signatures given less those taken back.
    pub signed: i64,
    /// Follows begun less those ended.
    pub followed: i64,
}

/// How a batch changes one tally.
#[derive(Debug, Clone, Serialize)]
pub struct TallyChange {
    /// The proposal.
    #[serde(serialize_with = "as_hex")]
    pub proposal: ProposalId,
    /// The day on which the signatures were given.
    pub signed_on: Day,
    /// Where the signers said that they live.
    pub residence: String,
    /// How they proved who they are.
    pub level: TrustLevel,
    /// Signatures given less those taken back.
    pub count: i64,
}

fn as_hex<S: Serializer>(id: &ProposalId, to: S) -> std::result::Result<S::Ok, S::Error> {
    batch::id_as_hex(&id.0, to)
}

#[derive(FromRow)]
struct TotalRow {
    proposal_id: ProposalId,
    total_count: i64,
}

const ADD_TO_COUNTS_SQLITE: &str = "
    INSERT INTO proposal_counts (proposal_id, imported_count, own_count, total_count, follow_count)
    SELECT unhex(value ->> 'proposal'), 0, value ->> 'signed', value ->> 'signed', value ->> 'followed'
    FROM json_each($1) WHERE TRUE
    ON CONFLICT (proposal_id) DO UPDATE SET
        own_count = proposal_counts.own_count + excluded.own_count,
        total_count = proposal_counts.total_count + excluded.own_count,
        follow_count = proposal_counts.follow_count + excluded.follow_count
    RETURNING proposal_id, total_count";
const ADD_TO_COUNTS_POSTGRES: &str = "
    INSERT INTO proposal_counts (proposal_id, imported_count, own_count, total_count, follow_count)
    SELECT proposal, 0, signed, signed, followed
    FROM json_to_recordset(CAST($1 AS json)) AS r (proposal uuid, signed bigint, followed bigint)
    ORDER BY proposal
    ON CONFLICT (proposal_id) DO UPDATE SET
        own_count = proposal_counts.own_count + excluded.own_count,
        total_count = proposal_counts.total_count + excluded.own_count,
        follow_count = proposal_counts.follow_count + excluded.follow_count
    RETURNING proposal_id, total_count";

/// Adds a batch's changes to the counts and gives the new total of each proposal. Each proposal is named once.
///
/// # Errors
/// What the engine refuses.
pub async fn add_to_counts(tx: &mut Tx, changes: &[CountChange]) -> Result<Vec<(ProposalId, i64)>> {
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<TotalRow> = tx
        .query_each(ADD_TO_COUNTS_SQLITE, ADD_TO_COUNTS_POSTGRES)
        .bind(batch::rows("proposal_counts", changes)?)
        .all()
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.proposal_id, row.total_count))
        .collect())
}

const ADD_TO_TALLIES_SQLITE: &str = "
    INSERT INTO signature_tallies (proposal_id, signed_on, residence, level, count)
    SELECT unhex(value ->> 'proposal'), value ->> 'signed_on', value ->> 'residence', value ->> 'level',
        value ->> 'count'
    FROM json_each($1) WHERE TRUE
    ON CONFLICT (proposal_id, signed_on, residence, level) DO UPDATE SET
        count = signature_tallies.count + excluded.count";
const ADD_TO_TALLIES_POSTGRES: &str = "
    INSERT INTO signature_tallies (proposal_id, signed_on, residence, level, count)
    SELECT proposal, signed_on, residence, level, count
    FROM json_to_recordset(CAST($1 AS json)) AS r (proposal uuid, signed_on text, residence text, level text,
        count bigint)
    ORDER BY proposal, signed_on, residence, level
    ON CONFLICT (proposal_id, signed_on, residence, level) DO UPDATE SET
        count = signature_tallies.count + excluded.count";

/// Adds a batch's changes to the tallies. Each tally is named once.
///
/// # Errors
/// What the engine refuses.
pub async fn add_to_tallies(tx: &mut Tx, changes: &[TallyChange]) -> Result<()> {
    if !changes.is_empty() {
        tx.query_each(ADD_TO_TALLIES_SQLITE, ADD_TO_TALLIES_POSTGRES)
            .bind(batch::rows("signature_tallies", changes)?)
            .execute()
            .await?;
    }
    Ok(())
}

/// What is kept for one proposal, and what its rows say.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Recount {
    /// The proposal.
    pub proposal_id: ProposalId,
    /// Its public number.
    pub number: ProposalNumber,
    /// What was imported; written by the import alone.
    pub imported_count: i64,
    /// Own signatures as kept.
    pub own_count: i64,
    /// Imported and own signatures as kept.
    pub total_count: i64,
    /// Follows as kept.
    pub follow_count: i64,
    /// Tallies as kept, without empty ones.
    pub tallies: i64,
    /// Tallies as the rows give them.
    pub true_tallies: i64,
    /// Those of them that are kept as they are.
    pub right_tallies: i64,
    /// Signatures there are.
    pub signatures: i64,
    /// Follows there are.
    pub follows: i64,
}

impl Recount {
    /// Whether all that is kept agrees with the rows.
    pub fn agrees(&self) -> bool {
        self.own_count == self.signatures
            && self.total_count == self.imported_count + self.signatures
            && self.follow_count == self.follows
            && self.tallies == self.right_tallies
            && self.true_tallies == self.right_tallies
    }
}

const LIST_SIGNED_PROPOSALS: &str = "SELECT proposal_id FROM proposal_counts WHERE own_count > 0";

/// The proposals that anyone has signed here.
///
/// # Errors
/// What the engine refuses.
pub async fn list_signed_proposals(tx: &mut Tx) -> Result<Vec<ProposalId>> {
    let rows: Vec<(ProposalId,)> = tx.query(LIST_SIGNED_PROPOSALS).all().await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

const LIST_FOLLOWED_PROPOSALS: &str =
    "SELECT proposal_id FROM proposal_counts WHERE follow_count > 0";

/// The proposals that anyone follows.
///
/// # Errors
/// What the engine refuses.
pub async fn list_followed_proposals(tx: &mut Tx) -> Result<Vec<ProposalId>> {
    let rows: Vec<(ProposalId,)> = tx.query(LIST_FOLLOWED_PROPOSALS).all().await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

const LIST_PROPOSALS_AFTER: &str = "
    SELECT proposal_id FROM proposal_counts WHERE proposal_id > $1 ORDER BY proposal_id LIMIT $2";

/// The next proposals with counts, for a recount in steps.
///
/// # Errors
/// What the engine refuses.
pub async fn list_proposals_after(
    tx: &mut Tx,
    after: ProposalId,
    limit: i64,
) -> Result<Vec<ProposalId>> {
    let rows: Vec<(ProposalId,)> = tx
        .query(LIST_PROPOSALS_AFTER)
        .bind(after)
        .bind(limit)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

const RECOUNT: &str = "
    WITH counted AS (
        SELECT signed_on, residence, level, COUNT(*) AS signatures FROM signatures
        WHERE proposal_id = $1 GROUP BY signed_on, residence, level)
    SELECT c.proposal_id, p.number, c.imported_count, c.own_count, c.total_count, c.follow_count,
        (SELECT CAST(COUNT(*) AS BIGINT) FROM signature_tallies t
            WHERE t.proposal_id = $1 AND t.count <> 0) AS tallies,
        (SELECT CAST(COUNT(*) AS BIGINT) FROM counted) AS true_tallies,
        (SELECT CAST(COUNT(*) AS BIGINT) FROM counted n JOIN signature_tallies t
            ON t.proposal_id = $1 AND t.signed_on = n.signed_on AND t.residence = n.residence
            AND t.level = n.level AND t.count = n.signatures) AS right_tallies,
        (SELECT CAST(COALESCE(SUM(n.signatures), 0) AS BIGINT) FROM counted n) AS signatures,
        (SELECT CAST(COUNT(*) AS BIGINT) FROM follows f WHERE f.proposal_id = $1) AS follows
    FROM proposal_counts c JOIN proposals p ON p.id = c.proposal_id
    WHERE c.proposal_id = $1";

/// Counts one proposal's rows beside what is kept. Before a repair hold it with `lock_proposals`.
///
/// # Errors
/// What the engine refuses.
pub async fn recount(tx: &mut Tx, proposal: ProposalId) -> Result<Option<Recount>> {
    tx.query(RECOUNT).bind(proposal).optional().await
}

const REPAIR_COUNTS: &str = "
    UPDATE proposal_counts SET own_count = $1, total_count = imported_count + $1, follow_count = $2
    WHERE proposal_id = $3";
const DELETE_TALLIES: &str = "DELETE FROM signature_tallies WHERE proposal_id = $1";
const REBUILD_TALLIES: &str = "
    INSERT INTO signature_tallies (proposal_id, signed_on, residence, level, count)
    SELECT proposal_id, signed_on, residence, level, COUNT(*) FROM signatures
    WHERE proposal_id = $1 GROUP BY proposal_id, signed_on, residence, level";

/// Writes what the rows say over what was kept; the imported part is left as it is.
///
/// # Errors
/// What the engine refuses.
pub async fn repair(tx: &mut Tx, found: &Recount) -> Result<()> {
    tx.query(REPAIR_COUNTS)
        .bind(found.signatures)
        .bind(found.follows)
        .bind(found.proposal_id)
        .execute()
        .await?;
    tx.query(DELETE_TALLIES)
        .bind(found.proposal_id)
        .execute()
        .await?;
    tx.query(REBUILD_TALLIES)
        .bind(found.proposal_id)
        .execute()
        .await?;
    Ok(())
}
