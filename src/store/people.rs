//! Persons and what identifies them: only `HMAC(K_id, value)` is kept, never an address or a number.

use super::db::{Result, Tx};
use crate::domain::{
    identity::IdentityKind,
    ids::{IdentityId, PersonId},
    keys::Lookup,
    time::{Day, Timestamp},
};
use sqlx::FromRow;

const FIND_BY_IDENTITY: &str = "SELECT person_id FROM identities WHERE kind = $1 AND lookup = $2";

/// The person whom this value identifies.
///
/// # Errors
/// What the engine refuses.
pub async fn find_by_identity(
    tx: &mut Tx,
    kind: IdentityKind,
    lookup: &Lookup,
) -> Result<Option<PersonId>> {
    let newest = lookup.newest();
    for hash in std::iter::once(&newest).chain(lookup.older()) {
        let found: Option<(PersonId,)> = tx
            .query(FIND_BY_IDENTITY)
            .bind(kind)
            .bind(hash.to_vec())
            .optional()
            .await?;
        if let Some((person,)) = found {
            return Ok(Some(person));
        }
    }
    Ok(None)
}

const RENEW_IDENTITY: &str = "
    UPDATE identities SET lookup = $1, key_version = $2 WHERE kind = $3 AND lookup = $4";

/// Keeps an identity under the newest keys, when it is still kept under older ones: its value was just proved.
///
/// # Errors
/// What the engine refuses.
pub async fn renew_identity(tx: &mut Tx, kind: IdentityKind, lookup: &Lookup) -> Result<()> {
    for old in lookup.older() {
        tx.query(RENEW_IDENTITY)
            .bind(lookup.newest().to_vec())
            .bind(lookup.version())
            .bind(kind)
            .bind(old.to_vec())
            .execute()
            .await?;
    }
    Ok(())
}

const INSERT_PERSON: &str = "
    INSERT INTO persons (id, profile, residence, locale, created_at, created_on)
    VALUES ($1, $2, $3, $4, $5, $6)";

/// A person who is new here.
#[derive(Debug)]
pub struct NewPerson<'a> {
    /// Her id.
    pub id: PersonId,
    /// Her sealed profile.
    pub profile: Vec<u8>,
    /// The code of her stated residence.
    pub residence: &'a str,
    /// The language she reads.
    pub locale: &'a str,
    /// When she came.
    pub created_at: Timestamp,
    /// The day she came, for the yearly report's count of new accounts.
    pub created_on: Day,
}

/// Keeps a new person.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_person(tx: &mut Tx, new: NewPerson<'_>) -> Result<()> {
    tx.query(INSERT_PERSON)
        .bind(new.id)
        .bind(new.profile)
        .bind(new.residence.to_owned())
        .bind(new.locale.to_owned())
        .bind(new.created_at)
        .bind(new.created_on)
        .execute()
        .await?;
    Ok(())
}

const INSERT_IDENTITY: &str = "
    INSERT INTO identities (id, person_id, kind, lookup, key_version, created_at)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (kind, lookup) DO NOTHING";

/// Lets a value identify a person. `false`: it identifies someone already.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_identity(
    tx: &mut Tx,
    id: IdentityId,
    person: PersonId,
    kind: IdentityKind,
    lookup: &Lookup,
    now: Timestamp,
) -> Result<bool> {
    renew_identity(tx, kind, lookup).await?;
    let added = tx
        .query(INSERT_IDENTITY)
        .bind(id)
        .bind(person)
        .bind(kind)
        .bind(lookup.newest().to_vec())
        .bind(lookup.version())
        .bind(now)
        .execute()
        .await?;
    Ok(added == 1)
}

const DELETE_PERSON: &str = "DELETE FROM persons WHERE id = $1";

/// Takes back a person who was inserted a moment ago and has nothing yet.
///
/// # Errors
/// What the engine refuses.
pub async fn delete_person(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.query(DELETE_PERSON).bind(person).execute().await?;
    Ok(())
}

/// What a person has told.
#[derive(Debug, Clone, FromRow)]
pub struct Told {
    /// The sealed profile; `None` until first asked for.
    pub profile: Option<Vec<u8>>,
    /// The code of the stated residence.
    pub residence: String,
    /// The language she reads.
    pub locale: String,
}

const FIND_TOLD: &str = "SELECT profile, residence, locale FROM persons WHERE id = $1";

/// What this person has told.
///
/// # Errors
/// What the engine refuses.
pub async fn find_told(tx: &mut Tx, person: PersonId) -> Result<Option<Told>> {
    tx.query(FIND_TOLD).bind(person).optional().await
}

const UPDATE_TOLD: &str = "UPDATE persons SET profile = $1, residence = $2 WHERE id = $3";

/// Keeps what a person tells now.
///
/// # Errors
/// What the engine refuses.
pub async fn update_told(
    tx: &mut Tx,
    person: PersonId,
    profile: Vec<u8>,
    residence: &str,
) -> Result<()> {
    tx.query(UPDATE_TOLD)
        .bind(profile)
        .bind(residence.to_owned())
        .bind(person)
        .execute()
        .await?;
    Ok(())
}

const UPDATE_LOCALE: &str = "UPDATE persons SET locale = $1 WHERE id = $2";

/// Keeps the language a person reads, which mails follow.
///
/// # Errors
/// What the engine refuses.
pub async fn update_locale(tx: &mut Tx, person: PersonId, locale: &str) -> Result<()> {
    tx.query(UPDATE_LOCALE)
        .bind(locale.to_owned())
        .bind(person)
        .execute()
        .await?;
    Ok(())
}

const LIST_IDENTITY_KINDS: &str =
    "SELECT kind FROM identities WHERE person_id = $1 ORDER BY created_at, id";

/// In which ways this person can sign in.
///
/// # Errors
/// What the engine refuses.
pub async fn list_identity_kinds(tx: &mut Tx, person: PersonId) -> Result<Vec<IdentityKind>> {
    let kinds: Vec<(IdentityKind,)> = tx.query(LIST_IDENTITY_KINDS).bind(person).all().await?;
    Ok(kinds.into_iter().map(|(kind,)| kind).collect())
}

const LIST_HOME_AREAS: &str =
    "SELECT code, name FROM areas WHERE level = 'mellanomrade' ORDER BY sort_key, code";

/// Code and name of the areas a person may state as hers, in Swedish order.
///
/// # Errors
/// What the engine refuses.
pub async fn list_home_areas(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    tx.query(LIST_HOME_AREAS).all().await
}
