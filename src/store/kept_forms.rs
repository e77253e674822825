//! Forms posted when the session had ended, sealed, each for the browser that posted it.

use super::db::{Result, Tx};
use crate::domain::time::Timestamp;

/// Which form of which browser.
#[derive(Debug, Clone)]
pub struct KeptKey {
    /// The hash of the browser's token.
    pub browser_hash: Vec<u8>,
    /// The path the form stands on, without its language.
    pub path: String,
}

const KEEP: &str = "
    INSERT INTO kept_forms (browser_hash, path, sealed, posted_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (browser_hash, path)
    DO UPDATE SET sealed = excluded.sealed, posted_at = excluded.posted_at";

/// Keeps a form; what was typed last replaces what was typed before.
///
/// # Errors
/// What the engine refuses.
pub async fn upsert_form(
    tx: &mut Tx,
    key: &KeptKey,
    sealed: Vec<u8>,
    now: Timestamp,
) -> Result<()> {
    tx.query(KEEP)
        .bind(key.browser_hash.clone())
        .bind(key.path.clone())
        .bind(sealed)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

const FIND: &str = "
    SELECT sealed FROM kept_forms WHERE browser_hash = $1 AND path = $2 AND posted_at > $3";

/// The form kept since `since`, sealed.
///
/// # Errors
/// What the engine refuses.
pub async fn find_form(tx: &mut Tx, key: &KeptKey, since: Timestamp) -> Result<Option<Vec<u8>>> {
    let found: Option<(Vec<u8>,)> = tx
        .query(FIND)
        .bind(key.browser_hash.clone())
        .bind(key.path.clone())
        .bind(since)
        .optional()
        .await?;
    Ok(found.map(|(sealed,)| sealed))
}

const DELETE: &str = "DELETE FROM kept_forms WHERE browser_hash = $1 AND path = $2";

/// Forgets a form.
///
/// # Errors
/// What the engine refuses.
pub async fn delete_form(tx: &mut Tx, key: &KeptKey) -> Result<()> {
    tx.query(DELETE)
        .bind(key.browser_hash.clone())
        .bind(key.path.clone())
        .execute()
        .await?;
    Ok(())
}
