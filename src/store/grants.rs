//! Rights of staff: a grant is a row, a revoked one stays with the time it ended.

use super::db::{Result, Tx};
use crate::domain::{
    ids::{BodyId, GrantId, PersonId},
    permissions::{Grant, Role},
    time::Timestamp,
};
use sqlx::FromRow;

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

const INSERT_GRANT: &str = "
    INSERT INTO grants (id, person_id, role, body_id, granted_at)
    SELECT $1, $2, $3, $4, $5
    WHERE NOT EXISTS (
        SELECT 1 FROM grants WHERE person_id = $2 AND role = $3 AND revoked_at IS NULL
          AND body_id IS NOT DISTINCT FROM $4
    )";

/// Gives a right. `false`: the person has it already.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_grant(tx: &mut Tx, id: GrantId, grant: &Grant, now: Timestamp) -> Result<bool> {
    let added = tx
        .query(INSERT_GRANT)
        .bind(id)
        .bind(grant.person)
        .bind(grant.role)
        .bind(grant.body)
        .bind(now)
        .execute()
        .await?;
    Ok(added == 1)
}

const MARK_REVOKED: &str = "
    UPDATE grants SET revoked_at = $1
    WHERE person_id = $2 AND role = $3 AND body_id IS NOT DISTINCT FROM $4 AND revoked_at IS NULL";

/// Ends a right. `false`: the person does not have it.
///
/// # Errors
/// What the engine refuses.
pub async fn mark_revoked(tx: &mut Tx, grant: &Grant, now: Timestamp) -> Result<bool> {
    let ended = tx
        .query(MARK_REVOKED)
        .bind(now)
        .bind(grant.person)
        .bind(grant.role)
        .bind(grant.body)
        .execute()
        .await?;
    Ok(ended > 0)
}

const LIST_BODY_NAMES: &str = "
    SELECT DISTINCT b.name, b.sort_key FROM grants g JOIN bodies b ON b.id = g.body_id
    WHERE g.person_id = $1 AND g.role = $2 AND g.revoked_at IS NULL ORDER BY b.sort_key";

/// The names of the bodies at which a person has this role, in Swedish order.
///
/// # Errors
/// What the engine refuses.
pub async fn list_body_names(tx: &mut Tx, person: PersonId, role: Role) -> Result<Vec<String>> {
    let rows: Vec<(String, Vec<u8>)> = tx
        .query(LIST_BODY_NAMES)
        .bind(person)
        .bind(role)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(name, _)| name).collect())
}
