//! Sign-ins under way. Codes, links and states are stored as hashes; addresses, nonces and verifiers sealed.

use super::db::{Result, StoreError, Tx};
use crate::domain::{
    ids::{PersonId, SignInId},
    sign_in::Wish,
    time::Timestamp,
};
use sqlx::FromRow;

/// A sign-in that begins.
#[derive(Debug)]
pub struct NewSignIn<'a> {
    /// Its id.
    pub id: SignInId,
    /// `email` or `eid`.
    pub way: &'static str,
    /// The browser that began it.
    pub browser_hash: &'a [u8],
    /// The mark of the network address it began from.
    pub client: &'a [u8],
    /// The lookup of the address, when it goes by mail.
    pub lookup: Option<Vec<u8>>,
    /// The sealed address, or nonce and verifier.
    pub sealed: Vec<u8>,
    /// The account it adds to, when it does not open one of its own.
    pub person_id: Option<PersonId>,
    /// The mark of the code.
    pub code_hash: Option<Vec<u8>>,
    /// The hash of the link's token or of the state.
    pub link_hash: Vec<u8>,
    /// The e-legitimation's provider.
    pub provider: Option<String>,
    /// What the person was about to do.
    pub wish: &'a Wish,
    /// The language to go on in.
    pub locale: &'a str,
    /// When it began.
    pub created_at: Timestamp,
    /// When it is no longer good.
    pub ends_at: Timestamp,
}

const INSERT_SIGN_IN: &str = "
    INSERT INTO sign_ins (id, way, browser_hash, client, lookup, sealed, person_id, code_hash, link_hash,
        provider, wish, locale, attempts, created_at, ends_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, $13, $14)";

/// Keeps a sign-in that begins.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_sign_in(tx: &mut Tx, new: NewSignIn<'_>) -> Result<()> {
    let wish = serde_json::to_string(new.wish).map_err(|error| unreadable(&error))?;
    tx.query(INSERT_SIGN_IN)
        .bind(new.id)
        .bind(new.way.to_owned())
        .bind(new.browser_hash.to_vec())
        .bind(new.client.to_vec())
        .bind(new.lookup)
        .bind(new.sealed)
        .bind(new.person_id)
        .bind(new.code_hash)
        .bind(new.link_hash)
        .bind(new.provider)
        .bind(wish)
        .bind(new.locale.to_owned())
        .bind(new.created_at)
        .bind(new.ends_at)
        .execute()
        .await?;
    Ok(())
}

const COUNT_SINCE: &str = "
    SELECT CAST(COUNT(CASE WHEN lookup = $1 THEN 1 END) AS BIGINT),
        CAST(COUNT(CASE WHEN client = $2 THEN 1 END) AS BIGINT)
    FROM sign_ins WHERE (lookup = $1 OR client = $2) AND created_at > $3";

/// How many sign-ins began since `since` for this address, and from this client.
///
/// # Errors
/// What the engine refuses.
pub async fn count_since(
    tx: &mut Tx,
    lookup: Option<Vec<u8>>,
    client: &[u8],
    since: Timestamp,
) -> Result<(i64, i64)> {
    tx.query(COUNT_SINCE)
        .bind(lookup)
        .bind(client.to_vec())
        .bind(since)
        .one()
        .await
}

/// A sign-in under way.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// Its id.
    pub id: SignInId,
    /// The browser that began it.
    pub browser_hash: Vec<u8>,
    /// The lookup of the address.
    pub lookup: Option<Vec<u8>>,
    /// The sealed address, or nonce and verifier.
    pub sealed: Vec<u8>,
    /// The account it adds to.
    pub person_id: Option<PersonId>,
    /// The e-legitimation's provider.
    pub provider: Option<String>,
    /// What the person was about to do.
    pub wish: Wish,
    /// The language to go on in.
    pub locale: String,
    /// Codes tried.
    pub attempts: i64,
    /// When it is no longer good.
    pub ends_at: Timestamp,
    /// When it was used.
    pub used_at: Option<Timestamp>,
}

impl SignIn {
    /// Whether it can still be confirmed.
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.used_at.is_none() && now < self.ends_at
    }
}

#[derive(FromRow)]
struct Row {
    id: SignInId,
    browser_hash: Vec<u8>,
    lookup: Option<Vec<u8>>,
    sealed: Vec<u8>,
    person_id: Option<PersonId>,
    provider: Option<String>,
    wish: String,
    locale: String,
    attempts: i64,
    ends_at: Timestamp,
    used_at: Option<Timestamp>,
}

impl Row {
    fn read(self) -> Result<SignIn> {
        Ok(SignIn {
            id: self.id,
            browser_hash: self.browser_hash,
            lookup: self.lookup,
            sealed: self.sealed,
            person_id: self.person_id,
            provider: self.provider,
            wish: serde_json::from_str(&self.wish).map_err(|error| unreadable(&error))?,
            locale: self.locale,
            attempts: self.attempts,
            ends_at: self.ends_at,
            used_at: self.used_at,
        })
    }
}

const FIND_IN_BROWSER: &str = "
    SELECT id, browser_hash, lookup, sealed, person_id, provider, wish, locale, attempts, ends_at, used_at
    FROM sign_ins WHERE id = $1 AND browser_hash = $2";

/// The sign-in, if this browser began it.
///
/// # Errors
/// What the engine refuses.
pub async fn find_in_browser(
    tx: &mut Tx,
    id: SignInId,
    browser_hash: &[u8],
) -> Result<Option<SignIn>> {
    let row: Option<Row> = tx
        .query(FIND_IN_BROWSER)
        .bind(id)
        .bind(browser_hash.to_vec())
        .optional()
        .await?;
    row.map(Row::read).transpose()
}

const FIND_BY_LINK: &str = "
    SELECT id, browser_hash, lookup, sealed, person_id, provider, wish, locale, attempts, ends_at, used_at
    FROM sign_ins WHERE link_hash = $1 AND way = $2";

/// The sign-in by mail (`email`) this link belongs to, or by e-legitimation (`eid`) this state belongs to.
///
/// # Errors
/// What the engine refuses.
pub async fn find_by_link(
    tx: &mut Tx,
    link_hash: &[u8],
    way: &'static str,
) -> Result<Option<SignIn>> {
    let row: Option<Row> = tx
        .query(FIND_BY_LINK)
        .bind(link_hash.to_vec())
        .bind(way.to_owned())
        .optional()
        .await?;
    row.map(Row::read).transpose()
}

const MARK_TRIED: &str = "
    UPDATE sign_ins SET attempts = attempts + 1
    WHERE id = $1 AND browser_hash = $2 AND used_at IS NULL AND ends_at > $3 AND attempts < $4
    RETURNING attempts";

/// Counts a try before the code is compared, so that two at once are two. `None`: no try is left, or it has ended.
///
/// # Errors
/// What the engine refuses.
pub async fn mark_tried(
    tx: &mut Tx,
    id: SignInId,
    browser_hash: &[u8],
    now: Timestamp,
    max: i64,
) -> Result<Option<i64>> {
    let tried: Option<(i64,)> = tx
        .query(MARK_TRIED)
        .bind(id)
        .bind(browser_hash.to_vec())
        .bind(now)
        .bind(max)
        .optional()
        .await?;
    Ok(tried.map(|(attempts,)| attempts))
}

const FIND_BY_CODE: &str = "
    SELECT id, browser_hash, lookup, sealed, person_id, provider, wish, locale, attempts, ends_at, used_at
    FROM sign_ins
    WHERE code_hash = $1 AND browser_hash = $2 AND used_at IS NULL AND ends_at > $3
    ORDER BY created_at DESC LIMIT 1";

/// The sign-in whose code this is, among those this browser began: the mail that came first may be read last.
///
/// # Errors
/// What the engine refuses.
pub async fn find_by_code(
    tx: &mut Tx,
    code_hash: &[u8],
    browser_hash: &[u8],
    now: Timestamp,
) -> Result<Option<SignIn>> {
    let row: Option<Row> = tx
        .query(FIND_BY_CODE)
        .bind(code_hash.to_vec())
        .bind(browser_hash.to_vec())
        .bind(now)
        .optional()
        .await?;
    row.map(Row::read).transpose()
}

const MARK_USED: &str = "
    UPDATE sign_ins SET used_at = $1 WHERE id = $2 AND used_at IS NULL AND ends_at > $1";

/// Uses a sign-in up. `false`: it was used already or has ended.
///
/// # Errors
/// What the engine refuses.
pub async fn mark_used(tx: &mut Tx, id: SignInId, now: Timestamp) -> Result<bool> {
    let used = tx.query(MARK_USED).bind(now).bind(id).execute().await?;
    Ok(used == 1)
}

fn unreadable(error: &serde_json::Error) -> StoreError {
    StoreError::Unreadable {
        table: "sign_ins",
        found: error.to_string(),
    }
}
