//! Those whose names a body gets with a case: sealed rows of one proposal, and the profiles they lead to.

use super::{
    db::{Result, Tx},
    proposals::json,
};
use crate::domain::ids::PersonId;
use sqlx::FromRow;

/// A person's sealed profile.
#[derive(Debug, FromRow)]
pub struct SealedProfile {
    /// Whose.
    pub id: PersonId,
    /// Name, ort and e-mail, sealed; `None`: never told, or erased.
    pub profile: Option<Vec<u8>>,
}

const LIST_PROFILES_SQLITE: &str = "
    SELECT id, profile FROM persons WHERE id IN (SELECT unhex(value) FROM json_each($1))";
const LIST_PROFILES_POSTGRES: &str = "
    SELECT id, profile FROM persons
    WHERE id IN (SELECT CAST(value AS UUID) FROM jsonb_array_elements_text($1::jsonb))";

/// The sealed profiles of these people, in no order.
///
/// # Errors
/// What the engine refuses.
pub async fn list_profiles(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<SealedProfile>> {
    let ids: Vec<String> = people.iter().map(|id| id.0.simple().to_string()).collect();
    tx.query_each(LIST_PROFILES_SQLITE, LIST_PROFILES_POSTGRES)
        .bind(json(&ids)?)
        .all()
        .await
}
