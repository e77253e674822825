//! Rules with history, the fingerprint of the keys the database was written with, and the demo's own state.

use super::db::{Result, StoreError, Tx};
use crate::domain::{settings::Rules, time::Timestamp};

const RULES: &str = "rules";

const FIND_SETTING: &str = "
    SELECT value FROM settings WHERE key = $1 AND valid_from <= $2
    ORDER BY valid_from DESC LIMIT 1";

/// The rules in force at `now`; `None` when the city has never changed the riktlinje's own.
///
/// # Errors
/// What the engine refuses, or a stored version that this release cannot read.
pub async fn find_rules(tx: &mut Tx, now: Timestamp) -> Result<Option<Rules>> {
    let row: Option<(String,)> = tx
        .query(FIND_SETTING)
        .bind(RULES.to_owned())
        .bind(now)
        .optional()
        .await?;
    row.map(|(value,)| serde_json::from_str(&value).map_err(|error| unreadable(&error)))
        .transpose()
}

const INSERT_SETTING: &str = "
    INSERT INTO settings (key, valid_from, value) VALUES ($1, $2, $3)
    ON CONFLICT (key, valid_from) DO UPDATE SET value = excluded.value";

/// Puts rules in force from `valid_from` on.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_rules(tx: &mut Tx, rules: &Rules, valid_from: Timestamp) -> Result<()> {
    let value = serde_json::to_string(rules).map_err(|error| unreadable(&error))?;
    tx.query(INSERT_SETTING)
        .bind(RULES.to_owned())
        .bind(valid_from)
        .bind(value)
        .execute()
        .await?;
    Ok(())
}

fn unreadable(error: &serde_json::Error) -> StoreError {
    StoreError::Unreadable {
        table: "settings",
        found: error.to_string(),
    }
}

const LIST_FINGERPRINTS: &str =
    "SELECT version, fingerprint FROM key_fingerprints ORDER BY version";

/// The fingerprints of all keys this database was ever written with, oldest first.
///
/// # Errors
/// What the engine refuses.
pub async fn list_fingerprints(tx: &mut Tx) -> Result<Vec<(i64, String)>> {
    tx.query(LIST_FINGERPRINTS).all().await
}

const INSERT_FINGERPRINT: &str = "
    INSERT INTO key_fingerprints (version, fingerprint, first_used) VALUES ($1, $2, $3)
    ON CONFLICT (version) DO NOTHING";

/// Notes the keys a database is written with from now on. `false`: another process was first.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_fingerprint(
    tx: &mut Tx,
    version: i64,
    fingerprint: &str,
    now: Timestamp,
) -> Result<bool> {
    let added = tx
        .query(INSERT_FINGERPRINT)
        .bind(version)
        .bind(fingerprint.to_owned())
        .bind(now)
        .execute()
        .await?;
    Ok(added == 1)
}

const FIND_DEMO_STATE: &str = "SELECT value FROM demo_state WHERE key = $1";

/// What the demo remembers under `key`.
///
/// # Errors
/// What the engine refuses.
pub async fn find_demo_state(tx: &mut Tx, key: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = tx
        .query(FIND_DEMO_STATE)
        .bind(key.to_owned())
        .optional()
        .await?;
    Ok(row.map(|(value,)| value))
}

const SET_DEMO_STATE: &str = "
    INSERT INTO demo_state (key, value) VALUES ($1, $2)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value";

/// Lets the demo remember something.
///
/// # Errors
/// What the engine refuses.
pub async fn set_demo_state(tx: &mut Tx, key: &str, value: &str) -> Result<()> {
    tx.query(SET_DEMO_STATE)
        .bind(key.to_owned())
        .bind(value.to_owned())
        .execute()
        .await?;
    Ok(())
}
