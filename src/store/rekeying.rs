//! What is sealed or hashed with keys, row by row, for a change of keys.

use super::db::{Result, Tx};
use crate::domain::ids::IdentityId;
use uuid::Uuid;

/// Rows read and rewritten in one transaction.
pub const CHUNK: i64 = 200;

/// Sealed things that are found by one id, which they are also sealed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ById {
    /// Profiles.
    Profiles,
    /// What authors told of themselves.
    AuthorFacts,
    /// Drafts.
    Drafts,
}

const LIST_PROFILES: &str = "
    SELECT id, profile FROM persons WHERE id > $1 AND profile IS NOT NULL ORDER BY id LIMIT $2";
const LIST_AUTHOR_FACTS: &str = "
    SELECT id, author_facts FROM proposals WHERE id > $1 AND author_facts IS NOT NULL ORDER BY id LIMIT $2";
const LIST_DRAFTS: &str =
    "SELECT id, sealed FROM drafts WHERE id > $1 AND sent_as IS NULL ORDER BY id LIMIT $2";

/// The next sealed things after an id.
///
/// # Errors
/// What the engine refuses.
pub async fn list_by_id(tx: &mut Tx, what: ById, after: Uuid) -> Result<Vec<(Uuid, Vec<u8>)>> {
    let sql = match what {
        ById::Profiles => LIST_PROFILES,
        ById::AuthorFacts => LIST_AUTHOR_FACTS,
        ById::Drafts => LIST_DRAFTS,
    };
    tx.query(sql).bind(after).bind(CHUNK).all().await
}

const RESEAL_PROFILE: &str = "UPDATE persons SET profile = $1 WHERE id = $2 AND profile = $3";
const RESEAL_AUTHOR_FACTS: &str =
    "UPDATE proposals SET author_facts = $1 WHERE id = $2 AND author_facts = $3";
const RESEAL_DRAFT: &str = "UPDATE drafts SET sealed = $1 WHERE id = $2 AND sealed = $3";

/// Puts a new seal in place of the old one, unless someone was faster.
///
/// # Errors
/// What the engine refuses.
pub async fn reseal_by_id(
    tx: &mut Tx,
    what: ById,
    id: Uuid,
    old: Vec<u8>,
    new: Vec<u8>,
) -> Result<()> {
    let sql = match what {
        ById::Profiles => RESEAL_PROFILE,
        ById::AuthorFacts => RESEAL_AUTHOR_FACTS,
        ById::Drafts => RESEAL_DRAFT,
    };
    tx.query(sql).bind(new).bind(id).bind(old).execute().await?;
    Ok(())
}

/// Sealed person ids at a proposal, which they are sealed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtProposal {
    /// Of those who signed.
    Signatures,
    /// Of those who follow.
    Follows,
}

const LIST_SIGNATURES: &str = "
    SELECT proposal_id, pseudonym, sealed FROM signatures WHERE (proposal_id, pseudonym) > ($1, $2)
    ORDER BY proposal_id, pseudonym LIMIT $3";
const LIST_FOLLOWS: &str = "
    SELECT proposal_id, pseudonym, sealed FROM follows WHERE (proposal_id, pseudonym) > ($1, $2)
    ORDER BY proposal_id, pseudonym LIMIT $3";

/// A proposal, a pseudonym at it, and the sealed person.
pub type SealedAt = (Uuid, Vec<u8>, Vec<u8>);

/// The next after a proposal's pseudonym.
///
/// # Errors
/// What the engine refuses.
pub async fn list_at_proposal(
    tx: &mut Tx,
    what: AtProposal,
    after: (Uuid, Vec<u8>),
) -> Result<Vec<SealedAt>> {
    let sql = match what {
        AtProposal::Signatures => LIST_SIGNATURES,
        AtProposal::Follows => LIST_FOLLOWS,
    };
    tx.query(sql)
        .bind(after.0)
        .bind(after.1)
        .bind(CHUNK)
        .all()
        .await
}

const RESEAL_SIGNATURE: &str = "
    UPDATE signatures SET sealed = $1 WHERE proposal_id = $2 AND pseudonym = $3 AND sealed = $4";
const RESEAL_FOLLOW: &str = "
    UPDATE follows SET sealed = $1 WHERE proposal_id = $2 AND pseudonym = $3 AND sealed = $4";

/// Puts a new seal in place of the old one, unless someone was faster.
///
/// # Errors
/// What the engine refuses.
pub async fn reseal_at_proposal(
    tx: &mut Tx,
    what: AtProposal,
    old: SealedAt,
    new: Vec<u8>,
) -> Result<()> {
    let sql = match what {
        AtProposal::Signatures => RESEAL_SIGNATURE,
        AtProposal::Follows => RESEAL_FOLLOW,
    };
    tx.query(sql)
        .bind(new)
        .bind(old.0)
        .bind(old.1)
        .bind(old.2)
        .execute()
        .await?;
    Ok(())
}

const LIST_OLD_LOOKUPS: &str =
    "SELECT id, lookup FROM identities WHERE key_version < $1 ORDER BY id LIMIT $2";

/// The next identities that are found with keys before this version.
///
/// # Errors
/// What the engine refuses.
pub async fn list_old_lookups(tx: &mut Tx, version: i64) -> Result<Vec<(IdentityId, Vec<u8>)>> {
    tx.query(LIST_OLD_LOOKUPS)
        .bind(version)
        .bind(CHUNK)
        .all()
        .await
}

const REPLACE_LOOKUP: &str =
    "UPDATE identities SET lookup = $1, key_version = $2 WHERE id = $3 AND lookup = $4";

/// Puts another hash in place of an old one, unless a sign-in was faster.
///
/// # Errors
/// What the engine refuses.
pub async fn replace_lookup(
    tx: &mut Tx,
    id: IdentityId,
    old: Vec<u8>,
    new: &[u8],
    version: i64,
) -> Result<()> {
    tx.query(REPLACE_LOOKUP)
        .bind(new.to_vec())
        .bind(version)
        .bind(id)
        .bind(old)
        .execute()
        .await?;
    Ok(())
}

const DELETE_SIGN_INS: &str = "DELETE FROM sign_ins";
const DELETE_LETTERS: &str = "DELETE FROM mails WHERE kind = 'sign_in_code'";

/// Removes sign-ins under way and the letters to them: both name addresses by hashes of the old keys.
///
/// # Errors
/// What the engine refuses.
pub async fn delete_sign_ins(tx: &mut Tx) -> Result<()> {
    tx.query(DELETE_SIGN_INS).execute().await?;
    tx.query(DELETE_LETTERS).execute().await?;
    Ok(())
}
