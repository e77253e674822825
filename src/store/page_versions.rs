//! When what a page shows last changed. Acts touch a key in their own transaction; instances poll for newer ones.

use super::db::{Result, StoreError, Tx};
use crate::domain::{ids::ProposalNumber, time::Timestamp};

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PageKey {
    /// Everything: an import.
    Everything,
    /// What may show on any page: a setting, a proposal published or removed.
    Site,
    /// What one proposal's page shows: its text, count, events, decisions.
    Proposal(ProposalNumber),
}

impl std::fmt::Display for PageKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PageKey::Everything => f.write_str("everything"),
            PageKey::Site => f.write_str("site"),
            PageKey::Proposal(number) => write!(f, "proposal:{number}"),
        }
    }
}

impl PageKey {
    fn parse(key: &str) -> Option<Self> {
        match key.strip_prefix("proposal:") {
            Some(number) => number.parse().ok().map(PageKey::Proposal),
            None if key == "everything" => Some(PageKey::Everything),
            None => (key == "site").then_some(PageKey::Site),
        }
    }
}

const TOUCH: &str = "
    INSERT INTO page_versions (key, version) VALUES ($1, $2)
    ON CONFLICT (key) DO UPDATE SET version =
        CASE WHEN excluded.version > page_versions.version THEN excluded.version
             ELSE page_versions.version + 1 END";

/// Marks that something changed, in the transaction that changes it.
///
/// # Errors
/// What the engine refuses.
pub async fn touch(tx: &mut Tx, key: PageKey, now: Timestamp) -> Result<()> {
    tx.query(TOUCH)
        .bind(key.to_string())
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

const TOUCH_PROPOSALS_SQLITE: &str = "
    INSERT INTO page_versions (key, version)
    SELECT 'proposal:' || value, $2 FROM json_each($1) WHERE TRUE ORDER BY value
    ON CONFLICT (key) DO UPDATE SET version =
        CASE WHEN excluded.version > page_versions.version THEN excluded.version
             ELSE page_versions.version + 1 END";
const TOUCH_PROPOSALS_POSTGRES: &str = "
    INSERT INTO page_versions (key, version)
    SELECT 'proposal:' || value, $2 FROM jsonb_array_elements_text($1::jsonb) ORDER BY value
    ON CONFLICT (key) DO UPDATE SET version =
        CASE WHEN excluded.version > page_versions.version THEN excluded.version
             ELSE page_versions.version + 1 END";

/// Marks many proposals at once, each named once, for a batch of signatures. Rows are taken in one order everywhere,
/// so that two instances never wait for each other.
///
/// # Errors
/// What the engine refuses.
pub async fn touch_proposals(
    tx: &mut Tx,
    numbers: &[ProposalNumber],
    now: Timestamp,
) -> Result<()> {
    if numbers.is_empty() {
        return Ok(());
    }
    let numbers = serde_json::to_string(numbers).map_err(|error| StoreError::Unreadable {
        table: "page_versions",
        found: error.to_string(),
    })?;
    tx.query_each(TOUCH_PROPOSALS_SQLITE, TOUCH_PROPOSALS_POSTGRES)
        .bind(numbers)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

const LIST_CHANGED: &str = "SELECT key, version FROM page_versions WHERE version > $1";

/// The keys touched after `since` with their versions.
///
/// # Errors
/// What the engine refuses.
pub async fn list_changed(tx: &mut Tx, since: i64) -> Result<Vec<(PageKey, i64)>> {
    let rows: Vec<(String, i64)> = tx.query(LIST_CHANGED).bind(since).all().await?;
    Ok(rows
        .into_iter()
        .filter_map(|(key, version)| Some((PageKey::parse(&key)?, version)))
        .collect())
}

const NEWEST: &str = "SELECT CAST(COALESCE(MAX(version), 0) AS BIGINT) FROM page_versions";

/// The newest version there is, 0 when nothing was ever touched.
///
/// # Errors
/// What the engine refuses.
pub async fn newest(tx: &mut Tx) -> Result<i64> {
    let (version,): (i64,) = tx.query(NEWEST).one().await?;
    Ok(version)
}
