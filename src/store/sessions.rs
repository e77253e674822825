//! Server-side sessions: only the token's hash is stored.

use super::{
    batch,
    db::{Result, Tx},
};
use crate::domain::{
    identity::TrustLevel,
    ids::{BodyId, PersonId},
    permissions::{Grant, Role},
    time::Timestamp,
};
use sqlx::FromRow;
use std::collections::HashMap;

pub use super::grants::list_grants;

/// A session in force.
#[derive(Debug, Clone, FromRow)]
pub struct Session {
    /// Whose it is.
    pub person_id: PersonId,
    /// How the person proved who it is.
    pub level: TrustLevel,
    /// When it was last used.
    pub last_seen_at: Timestamp,
    /// When it ends, whatever happens.
    pub ends_at: Timestamp,
    /// The person's sealed profile; `None` until first asked for.
    pub profile: Option<Vec<u8>>,
    /// Where the person says they live.
    pub residence: String,
}

/// A session as it was found: the hash of its token, itself, and the person's rights.
pub type Found = (Vec<u8>, Session, Vec<Grant>);

#[derive(FromRow)]
struct SessionRow {
    token_hash: Vec<u8>,
    #[sqlx(flatten)]
    session: Session,
    role: Option<Role>,
    body_id: Option<BodyId>,
}

const FIND_SESSIONS_SQLITE: &str = "
    SELECT s.token_hash, s.person_id, s.level, s.last_seen_at, s.ends_at, p.profile, p.residence, g.role, g.body_id
    FROM sessions s JOIN persons p ON p.id = s.person_id
    LEFT JOIN grants g ON g.person_id = s.person_id AND g.revoked_at IS NULL
    WHERE s.token_hash IN (SELECT unhex(value) FROM json_each($1)) AND s.ends_at > $2 AND s.last_seen_at > $3
    ORDER BY g.id";
const FIND_SESSIONS_POSTGRES: &str = "
    SELECT s.token_hash, s.person_id, s.level, s.last_seen_at, s.ends_at, p.profile, p.residence, g.role, g.body_id
    FROM sessions s JOIN persons p ON p.id = s.person_id
    LEFT JOIN grants g ON g.person_id = s.person_id AND g.revoked_at IS NULL
    WHERE s.token_hash = ANY (ARRAY(
            SELECT decode(value, 'hex') FROM jsonb_array_elements_text(CAST($1 AS jsonb)) AS hashes (value)))
        AND s.ends_at > $2 AND s.last_seen_at > $3
    ORDER BY g.id";

/// The sessions with these token hashes that have neither ended nor been idle since `idle_since`, with the rights of
/// whose they are: one statement for all, since those who press a button wait for it.
///
/// # Errors
/// What the engine refuses.
pub async fn find_sessions(
    tx: &mut Tx,
    token_hashes: &[Vec<u8>],
    now: Timestamp,
    idle_since: Timestamp,
) -> Result<Vec<Found>> {
    let hashes: Vec<String> = token_hashes.iter().map(hex::encode).collect();
    let rows: Vec<SessionRow> = tx
        .query_each(FIND_SESSIONS_SQLITE, FIND_SESSIONS_POSTGRES)
        .bind(batch::rows("sessions", &hashes)?)
        .bind(now)
        .bind(idle_since)
        .all()
        .await?;
    let mut found: HashMap<Vec<u8>, (Session, Vec<Grant>)> = HashMap::with_capacity(rows.len());
    for row in rows {
        let grant = row.role.map(|role| Grant {
            person: row.session.person_id,
            role,
            body: row.body_id,
        });
        let (_, grants) = found
            .entry(row.token_hash)
            .or_insert((row.session, Vec::new()));
        grants.extend(grant);
    }
    let found = found.into_iter();
    Ok(found
        .map(|(hash, (session, grants))| (hash, session, grants))
        .collect())
}

const INSERT_SESSION: &str = "
    INSERT INTO sessions (token_hash, person_id, level, created_at, last_seen_at, ends_at)
    VALUES ($1, $2, $3, $4, $4, $5)";

/// Begins a session.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_session(
    tx: &mut Tx,
    token_hash: &[u8],
    person: PersonId,
    level: TrustLevel,
    now: Timestamp,
    ends_at: Timestamp,
) -> Result<()> {
    tx.query(INSERT_SESSION)
        .bind(token_hash.to_vec())
        .bind(person)
        .bind(level)
        .bind(now)
        .bind(ends_at)
        .execute()
        .await?;
    Ok(())
}

const MARK_SEEN: &str =
    "UPDATE sessions SET last_seen_at = $1 WHERE token_hash = $2 AND last_seen_at < $1";

/// Notes that a session is in use.
///
/// # Errors
/// What the engine refuses.
pub async fn mark_seen(tx: &mut Tx, token_hash: &[u8], now: Timestamp) -> Result<()> {
    tx.query(MARK_SEEN)
        .bind(now)
        .bind(token_hash.to_vec())
        .execute()
        .await?;
    Ok(())
}

/// A session, for the person herself.
#[derive(Debug, Clone, FromRow)]
pub struct OwnSession {
    /// The hash of its token.
    pub token_hash: Vec<u8>,
    /// How she proved who she is.
    pub level: TrustLevel,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to within five minutes.
    pub last_seen_at: Timestamp,
    /// When it ends, whatever happens.
    pub ends_at: Timestamp,
}

const LIST_OWN: &str = "
    SELECT token_hash, level, created_at, last_seen_at, ends_at FROM sessions
    WHERE person_id = $1 AND ends_at > $2 AND last_seen_at > $3
    ORDER BY last_seen_at DESC, created_at DESC, token_hash";

/// A person's sessions in force, last used first.
///
/// # Errors
/// What the engine refuses.
pub async fn list_own(
    tx: &mut Tx,
    person: PersonId,
    now: Timestamp,
    idle_since: Timestamp,
) -> Result<Vec<OwnSession>> {
    tx.query(LIST_OWN)
        .bind(person)
        .bind(now)
        .bind(idle_since)
        .all()
        .await
}

const RENEW: &str = "UPDATE sessions SET token_hash = $1 WHERE token_hash = $2";

/// Gives a session a new token: something was proved in it.
///
/// # Errors
/// What the engine refuses.
pub async fn renew(tx: &mut Tx, old: &[u8], new: &[u8]) -> Result<()> {
    tx.query(RENEW)
        .bind(new.to_vec())
        .bind(old.to_vec())
        .execute()
        .await?;
    Ok(())
}

const RAISE: &str = "UPDATE sessions SET level = 'eid' WHERE token_hash = $1";

/// Lets a session count as one by e-legitimation, which was shown in it.
///
/// # Errors
/// What the engine refuses.
pub async fn raise(tx: &mut Tx, token_hash: &[u8]) -> Result<()> {
    tx.query(RAISE).bind(token_hash.to_vec()).execute().await?;
    Ok(())
}

const DELETE_SESSION: &str = "DELETE FROM sessions WHERE token_hash = $1";

/// Ends one session.
///
/// # Errors
/// What the engine refuses.
pub async fn delete_session(tx: &mut Tx, token_hash: &[u8]) -> Result<()> {
    tx.query(DELETE_SESSION)
        .bind(token_hash.to_vec())
        .execute()
        .await?;
    Ok(())
}

const DELETE_SESSIONS_OF: &str = "DELETE FROM sessions WHERE person_id = $1";

/// Ends all of a person's sessions.
///
/// # Errors
/// What the engine refuses.
pub async fn delete_sessions_of(tx: &mut Tx, person: PersonId) -> Result<u64> {
    tx.query(DELETE_SESSIONS_OF).bind(person).execute().await
}
