//! What `torget bench` fills its own throw-away database with, and how it finds the database's processes.

use super::db::{Db, Result, Tx};
use crate::domain::{
    ids::{PersonId, ProposalId, ProposalNumber},
    time::Timestamp,
};

const CREATE_SCHEMA: &str = "CREATE SCHEMA torget_bench";
const DROP_SCHEMA: &str = "DROP SCHEMA IF EXISTS torget_bench CASCADE";

/// The schema of a measurement on PostgreSQL.
pub const SCHEMA: &str = "torget_bench";

/// Makes the schema anew, or only removes it.
///
/// # Errors
/// What the engine refuses.
pub async fn reset_schema(tx: &mut Tx, make: bool) -> Result<()> {
    tx.query(DROP_SCHEMA).execute().await?;
    if make {
        tx.query(CREATE_SCHEMA).execute().await?;
    }
    Ok(())
}

const BACKEND_PID_POSTGRES: &str = "SELECT CAST(pg_backend_pid() AS BIGINT)";

/// The process that serves this connection.
///
/// # Errors
/// What the engine refuses.
pub async fn backend_pid(tx: &mut Tx) -> Result<i64> {
    let (pid,): (i64,) = tx.query(BACKEND_PID_POSTGRES).one().await?;
    Ok(pid)
}

const SETTLE_POSTGRES: &str = "VACUUM (ANALYZE)";

/// Does at once what PostgreSQL does by itself some minutes after rows were poured in: otherwise it happens in the middle
/// of a measurement, and is counted.
///
/// # Errors
/// What the engine refuses.
pub async fn settle(db: &Db) -> Result<()> {
    if db.is_postgres() {
        let mut alone = db.look().await?;
        alone.query(SETTLE_POSTGRES).execute().await?;
    }
    Ok(())
}

const INSERT_PERSON: &str = "
    INSERT INTO persons (id, profile, residence, locale, created_at, created_on)
    VALUES ($1, $2, $3, 'sv', $4, $5)";
const INSERT_SESSION: &str = "
    INSERT INTO sessions (token_hash, person_id, level, created_at, last_seen_at, ends_at)
    VALUES ($1, $2, 'email', $3, $3, $4)";

/// A person who is signed in for twelve hours.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_signed_in(
    tx: &mut Tx,
    id: PersonId,
    profile: Vec<u8>,
    residence: &str,
    token_hash: Vec<u8>,
    now: Timestamp,
) -> Result<()> {
    tx.query(INSERT_PERSON)
        .bind(id)
        .bind(profile)
        .bind(residence.to_owned())
        .bind(now)
        .bind(now.day())
        .execute()
        .await?;
    tx.query(INSERT_SESSION)
        .bind(token_hash)
        .bind(id)
        .bind(now)
        .bind(now.plus_seconds(12 * 3600))
        .execute()
        .await?;
    Ok(())
}

const INSERT_PROPOSAL: &str = "
    INSERT INTO proposals (id, number, origin, version, stage, title, text, locale, author_residence,
        place_is_fallback, submitted_at, submitted_on, published_on, opens_at, closes_at, threshold,
        shown_stage, body_names, created_at, changed_at)
    VALUES ($1, $2, 'own', 1, 'published', $3, $4, 'sv', 'not_stated',
        FALSE, $5, $6, $6, $5, $7, 1000000, 'collecting', '', $5, $5)";
const INSERT_COUNTS: &str = "
    INSERT INTO proposal_counts (proposal_id, imported_count, own_count, total_count, follow_count)
    VALUES ($1, 0, 0, 0, 0)";

/// A proposal that is open for ninety days, with a threshold that no measurement reaches.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_open_proposal(
    tx: &mut Tx,
    id: ProposalId,
    number: ProposalNumber,
    title: &str,
    text: &str,
    now: Timestamp,
) -> Result<()> {
    tx.query(INSERT_PROPOSAL)
        .bind(id)
        .bind(number)
        .bind(title.to_owned())
        .bind(text.to_owned())
        .bind(now)
        .bind(now.day())
        .bind(now.day().plus_days(91).start())
        .execute()
        .await?;
    tx.query(INSERT_COUNTS).bind(id).execute().await?;
    Ok(())
}

const LIST_TITLES: &str = "SELECT title FROM proposals ORDER BY number";

/// The titles there are, for words to search for.
///
/// # Errors
/// What the engine refuses.
pub async fn list_titles(tx: &mut Tx) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = tx.query(LIST_TITLES).all().await?;
    Ok(rows.into_iter().map(|(title,)| title).collect())
}

const COUNTS_AGREE: &str = "
    SELECT CAST(COUNT(*) AS BIGINT),
        (SELECT CAST(COALESCE(SUM(own_count), 0) AS BIGINT) FROM proposal_counts) FROM signatures";

/// Signatures there are, and signatures counted.
///
/// # Errors
/// What the engine refuses.
pub async fn count_signatures(tx: &mut Tx) -> Result<(i64, i64)> {
    tx.query(COUNTS_AGREE).one().await
}
