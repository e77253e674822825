//! Two accounts of one person: the question whether they are to be one, and what moves when they are.

use super::{
    batch,
    db::{Result, Tx},
    signatures::SignerKey,
};
use crate::domain::{
    identity::TrustLevel,
    ids::{JoiningId, PersonId, ProposalId},
    time::Timestamp,
};
use sqlx::FromRow;

/// Two accounts that one person has proved to be hers.
#[derive(Debug, Clone, FromRow)]
pub struct Joining {
    /// Its id.
    pub id: JoiningId,
    /// The hash of the session in which she proved it.
    pub session_hash: Vec<u8>,
    /// Whose account stays.
    pub into_id: PersonId,
    /// Whose account ends.
    pub from_id: PersonId,
    /// How she proved the other.
    pub level: TrustLevel,
    /// The address she confirmed, sealed to this id.
    pub address: Option<Vec<u8>>,
    /// When it is no longer good.
    pub ends_at: Timestamp,
}

const INSERT: &str = "
    INSERT INTO joinings (id, session_hash, into_id, from_id, level, address, ends_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)";

/// Keeps the question until it is answered.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_joining(tx: &mut Tx, new: Joining) -> Result<()> {
    tx.query(INSERT)
        .bind(new.id)
        .bind(new.session_hash)
        .bind(new.into_id)
        .bind(new.from_id)
        .bind(new.level)
        .bind(new.address)
        .bind(new.ends_at)
        .execute()
        .await?;
    Ok(())
}

const FIND: &str = "
    SELECT id, session_hash, into_id, from_id, level, address, ends_at FROM joinings
    WHERE id = $1 AND session_hash = $2 AND ends_at > $3";

/// The question, while it is good and to the session that proved it.
///
/// # Errors
/// What the engine refuses.
pub async fn find_joining(
    tx: &mut Tx,
    id: JoiningId,
    session_hash: &[u8],
    now: Timestamp,
) -> Result<Option<Joining>> {
    tx.query(FIND)
        .bind(id)
        .bind(session_hash.to_vec())
        .bind(now)
        .optional()
        .await
}

const LOCK_PERSON: &str = "UPDATE persons SET locale = locale WHERE id = $1";

/// Holds two people until the end of the unit of work, in one order. `false`: one of them is gone.
///
/// # Errors
/// What the engine refuses.
pub async fn hold_both(tx: &mut Tx, one: PersonId, other: PersonId) -> Result<bool> {
    let mut held = 0;
    for person in [one.min(other), one.max(other)] {
        held += tx.query(LOCK_PERSON).bind(person).execute().await?;
    }
    Ok(held == 2)
}

const MOVE_IDENTITIES: &str = "UPDATE identities SET person_id = $1 WHERE person_id = $2";
const MOVE_DRAFTS: &str = "UPDATE drafts SET person_id = $1 WHERE person_id = $2";
const MOVE_PROPOSALS: &str = "UPDATE proposals SET author_id = $1 WHERE author_id = $2";
const MOVE_CLAIMS: &str = "UPDATE reviews SET claimed_by = $1 WHERE claimed_by = $2";
const MOVE_DECISIONS: &str = "UPDATE review_decisions SET decided_by = $1 WHERE decided_by = $2";

/// Moves all that names the person herself: ways to sign in, drafts, proposals, what she did as staff.
///
/// # Errors
/// What the engine refuses.
pub async fn move_belongings(tx: &mut Tx, from: PersonId, into: PersonId) -> Result<()> {
    for sql in [
        MOVE_IDENTITIES,
        MOVE_DRAFTS,
        MOVE_PROPOSALS,
        MOVE_CLAIMS,
        MOVE_DECISIONS,
    ] {
        tx.query(sql).bind(into).bind(from).execute().await?;
    }
    Ok(())
}

const END_DOUBLE_GRANTS: &str = "
    UPDATE grants SET revoked_at = $3
    WHERE person_id = $2 AND revoked_at IS NULL AND EXISTS (
        SELECT 1 FROM grants own WHERE own.person_id = $1 AND own.role = grants.role
            AND own.revoked_at IS NULL AND own.body_id IS NOT DISTINCT FROM grants.body_id)";
const MOVE_GRANTS: &str = "UPDATE grants SET person_id = $1 WHERE person_id = $2";

/// Moves rights of staff; one that both have ends once. Gives how many there were, ended ones included.
///
/// # Errors
/// What the engine refuses.
pub async fn move_grants(
    tx: &mut Tx,
    from: PersonId,
    into: PersonId,
    now: Timestamp,
) -> Result<u64> {
    tx.query(END_DOUBLE_GRANTS)
        .bind(into)
        .bind(from)
        .bind(now)
        .execute()
        .await?;
    tx.query(MOVE_GRANTS).bind(into).bind(from).execute().await
}

const DELETE_SIGN_INS_OF: &str = "DELETE FROM sign_ins WHERE person_id = $1";
const DELETE_CHOICES_OF: &str = "DELETE FROM declined_mails WHERE person_id = $1";
const DELETE_JOININGS_OF: &str = "DELETE FROM joinings WHERE into_id = $1 OR from_id = $1";

/// Removes what was under way for a person whose account ends, and which mails it wanted.
///
/// # Errors
/// What the engine refuses.
pub async fn delete_under_way(tx: &mut Tx, person: PersonId) -> Result<()> {
    for sql in [DELETE_SIGN_INS_OF, DELETE_JOININGS_OF, DELETE_CHOICES_OF] {
        tx.query(sql).bind(person).execute().await?;
    }
    Ok(())
}

const LIST_WAITING_MAILS_SQLITE: &str = "
    SELECT DISTINCT subject_id, recipient FROM mails WHERE ended_at IS NULL AND (subject_id, recipient) IN (
        SELECT unhex(value ->> 'proposal'), unhex(value ->> 'pseudonym') FROM json_each($1))";
const LIST_WAITING_MAILS_POSTGRES: &str = "
    SELECT DISTINCT subject_id, recipient FROM mails WHERE ended_at IS NULL AND (subject_id, recipient) IN (
        SELECT proposal, decode(pseudonym, 'hex')
        FROM json_to_recordset(CAST($1 AS json)) AS r (proposal uuid, pseudonym text))";

/// The proposals about which mails wait for the person with these keys.
///
/// # Errors
/// What the engine refuses.
pub async fn list_waiting_mails(tx: &mut Tx, keys: &[SignerKey]) -> Result<Vec<ProposalId>> {
    let rows: Vec<(ProposalId, Vec<u8>)> = tx
        .query_each(LIST_WAITING_MAILS_SQLITE, LIST_WAITING_MAILS_POSTGRES)
        .bind(batch::rows("mails", keys)?)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(proposal, _)| proposal).collect())
}

const READDRESS_MAILS: &str = "
    UPDATE mails SET recipient = $1, sealed = $2
    WHERE subject_id = $3 AND recipient = $4 AND ended_at IS NULL AND lease_owner IS NULL
        AND NOT EXISTS (SELECT 1 FROM mails own WHERE own.kind = mails.kind AND own.topic_key = mails.topic_key
            AND own.version = mails.version AND own.recipient = $1)";

/// Gives the mails that wait for one pseudonym to another at the same proposal, unless the other has the same already.
///
/// # Errors
/// What the engine refuses.
pub async fn readdress_mails(
    tx: &mut Tx,
    from: &SignerKey,
    into: &SignerKey,
    sealed: Vec<u8>,
) -> Result<()> {
    tx.query(READDRESS_MAILS)
        .bind(into.pseudonym.to_vec())
        .bind(sealed)
        .bind(from.proposal)
        .bind(from.pseudonym.to_vec())
        .execute()
        .await?;
    Ok(())
}
