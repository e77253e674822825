//! Server-side sessions: only the token's hash is stored.

use super::db::{Result, Tx};
use crate::domain::{
    identity::TrustLevel,
    ids::{BodyId, PersonId},
    permissions::{Grant, Role},
    time::Timestamp,
};
use sqlx::FromRow;

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

const FIND_SESSION: &str = "
    SELECT s.person_id, s.level, s.last_seen_at, s.ends_at, p.profile, p.residence
    FROM sessions s JOIN persons p ON p.id = s.person_id
    WHERE s.token_hash = $1 AND s.ends_at > $2 AND s.last_seen_at > $3";

/// The session with this token hash that has neither ended nor been idle since `idle_since`.
///
/// # Errors
/// What the engine refuses.
pub async fn find_session(
    tx: &mut Tx,
    token_hash: &[u8],
    now: Timestamp,
    idle_since: Timestamp,
) -> Result<Option<Session>> {
    tx.query(FIND_SESSION)
        .bind(token_hash.to_vec())
        .bind(now)
        .bind(idle_since)
        .optional()
        .await
}

#[derive(FromRow)]
struct GrantRow {
    role: Role,
    body_id: Option<BodyId>,
}

const LIST_GRANTS: &str =
    "SELECT role, body_id FROM grants WHERE person_id = $1 AND revoked_at IS NULL ORDER BY id";

/// The person's rights in force.
///
/// # Errors
/// What the engine refuses.
pub async fn list_grants(tx: &mut Tx, person: PersonId) -> Result<Vec<Grant>> {
    let rows: Vec<GrantRow> = tx.query(LIST_GRANTS).bind(person).all().await?;
    Ok(rows
        .into_iter()
        .map(|row| Grant {
            person,
            role: row.role,
            body: row.body_id,
        })
        .collect())
}
