//! What goes when a person leaves, and what stays without her.

use super::db::{Result, Tx};
use crate::domain::{
    ids::{PersonId, ProposalNumber},
    time::Timestamp,
};

const HOLD: &str = "UPDATE persons SET locale = locale WHERE id = $1";

/// Holds a person until the end of the unit of work. `false`: she is gone.
///
/// # Errors
/// What the engine refuses.
pub async fn hold_person(tx: &mut Tx, person: PersonId) -> Result<bool> {
    Ok(tx.query(HOLD).bind(person).execute().await? == 1)
}

const UNNAME_PROPOSALS: &str = "
    UPDATE proposals SET author_id = NULL, author_name = NULL, changed_at = $2 WHERE author_id = $1
    RETURNING number";

/// Lets the proposals a person sent in stand without her: the account and the published name go, the document stays.
/// Gives their numbers.
///
/// # Errors
/// What the engine refuses.
pub async fn unname_proposals(
    tx: &mut Tx,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<ProposalNumber>> {
    let rows: Vec<(ProposalNumber,)> = tx
        .query(UNNAME_PROPOSALS)
        .bind(person)
        .bind(now)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(number,)| number).collect())
}

const DELETE_LETTERS: &str = "
    DELETE FROM mails WHERE kind = 'sign_in_code' AND recipient IN
        (SELECT lookup FROM identities WHERE person_id = $1 AND kind = 'mail')";
const DELETE_SIGN_INS: &str = "
    DELETE FROM sign_ins WHERE person_id = $1 OR lookup IN
        (SELECT lookup FROM identities WHERE person_id = $1 AND kind = 'mail')";
const DELETE_JOININGS: &str = "DELETE FROM joinings WHERE into_id = $1 OR from_id = $1";
const DELETE_CHOICES: &str = "DELETE FROM declined_mails WHERE person_id = $1";
const DELETE_DRAFTS: &str = "DELETE FROM drafts WHERE person_id = $1";
const DELETE_SESSIONS: &str = "DELETE FROM sessions WHERE person_id = $1";
const DELETE_IDENTITIES: &str = "DELETE FROM identities WHERE person_id = $1";
const RELEASE_CLAIMS: &str = "
    UPDATE reviews SET claimed_by = NULL, claimed_at = NULL, lease_until = NULL WHERE claimed_by = $1";
const FORGET: &str = "UPDATE persons SET profile = NULL, residence = 'not_stated' WHERE id = $1";
const DELETE_PERSON: &str = "
    DELETE FROM persons WHERE id = $1
        AND NOT EXISTS (SELECT 1 FROM grants WHERE person_id = $1)
        AND NOT EXISTS (SELECT 1 FROM review_decisions WHERE decided_by = $1)";

/// Removes all that names a person or lets her in. The bare random id of one who was staff stays, since what she decided
/// for the city must be attributable.
///
/// # Errors
/// What the engine refuses.
pub async fn erase_person(tx: &mut Tx, person: PersonId) -> Result<()> {
    for sql in [
        DELETE_LETTERS,
        DELETE_SIGN_INS,
        DELETE_JOININGS,
        DELETE_CHOICES,
        DELETE_DRAFTS,
        DELETE_SESSIONS,
        DELETE_IDENTITIES,
        RELEASE_CLAIMS,
        FORGET,
        DELETE_PERSON,
    ] {
        tx.query(sql).bind(person).execute().await?;
    }
    Ok(())
}
