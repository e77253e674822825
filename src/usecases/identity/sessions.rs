//! A person enters and leaves. Entering always begins a new session and ends the one the browser had.

use super::{joining::keep_one_voice, new_token, token_hash};
use crate::{
    domain::{
        identity::IdentityKind,
        ids::{IdentityId, PersonId},
        keys::Lookup,
        people::Profile,
        permissions::Powers,
        sign_in::{LONGEST_SECONDS, STAFF_LONGEST_SECONDS},
    },
    store::{
        db::{Result, Tx},
        grants, people,
        people::NewPerson,
        sessions,
    },
    usecases::env::Env,
};

/// What a person has proved: the value that identifies her, and what is known of her if she is new here.
#[derive(Debug, Clone)]
pub struct Proof {
    /// The kind of value.
    pub kind: IdentityKind,
    /// Its lookup under K_id.
    pub lookup: Lookup,
    /// The lookup of the coordination number she had before, where her e-legitimation tells it.
    pub previous: Option<Lookup>,
    /// The profile of one who is new.
    pub profile: Profile,
}

/// How she enters.
#[derive(Debug)]
pub struct Entry<'a> {
    /// What she proved.
    pub proof: Proof,
    /// The language she reads.
    pub locale: &'a str,
    /// The hash of the token her browser came with, which ends.
    pub old_session: Option<Vec<u8>>,
}

/// A session that has begun.
#[derive(Debug)]
pub struct Entered {
    /// For the cookie; nobody else ever sees it.
    pub token: String,
    /// Whose it is.
    pub person: PersonId,
    /// Whether name and ort are told.
    pub is_complete: bool,
    /// The longest it lasts, in seconds.
    pub seconds: i64,
}

/// Lets the person in whom the proof names, a new one if it names nobody yet, in the caller's unit of work.
///
/// # Errors
/// What the store refuses.
pub async fn enter(tx: &mut Tx, env: &Env, entry: Entry<'_>) -> Result<Entered> {
    let now = env.now();
    let level = entry.proof.kind.trust();
    let person = find_or_create(tx, env, &entry.proof, entry.locale).await?;
    if let Some(old) = entry.old_session {
        sessions::delete_session(tx, &old).await?;
    }
    let rights = grants::list_grants(tx, person).await?;
    let seconds = if Powers::of(&rights).is_staff() {
        STAFF_LONGEST_SECONDS
    } else {
        LONGEST_SECONDS
    };
    let token = new_token(env);
    let ends_at = now.plus_seconds(seconds);
    sessions::insert_session(tx, &token_hash(&token), person, level, now, ends_at).await?;
    let told = people::find_told(tx, person).await?;
    let profile = told
        .and_then(|told| told.profile)
        .and_then(|sealed| Profile::open(&env.keys, person, &sealed));
    Ok(Entered {
        token,
        person,
        is_complete: profile.is_some_and(|profile| profile.is_complete()),
        seconds,
    })
}

/// The person a proof names. Two first sign-ins at once make one person: the loser's is taken back.
pub(super) async fn find_or_create(
    tx: &mut Tx,
    env: &Env,
    proof: &Proof,
    locale: &str,
) -> Result<PersonId> {
    if let Some(previous) = &proof.previous {
        keep_one_voice(tx, env, proof, previous).await?;
    }
    if let Some(known) = people::find_by_identity(tx, proof.kind, &proof.lookup).await? {
        people::renew_identity(tx, proof.kind, &proof.lookup).await?;
        return Ok(known);
    }
    let now = env.now();
    let person = PersonId(env.ids.uuid());
    let new = NewPerson {
        id: person,
        profile: proof.profile.seal(&env.keys, person, env.ids.bytes()),
        residence: "not_stated",
        locale,
        created_at: now,
        created_on: now.day(),
    };
    people::insert_person(tx, new).await?;
    let id = IdentityId(env.ids.uuid());
    if people::insert_identity(tx, id, person, proof.kind, &proof.lookup, now).await? {
        return Ok(person);
    }
    people::delete_person(tx, person).await?;
    let winner = people::find_by_identity(tx, proof.kind, &proof.lookup).await?;
    winner.ok_or(crate::store::db::StoreError::Conflict)
}

/// Notes that a session is in use; callers do it every few minutes at most.
///
/// # Errors
/// What the store refuses.
pub async fn note_seen(env: &Env, token_hash: &[u8]) -> Result<()> {
    let mut tx = env.db.begin().await?;
    sessions::mark_seen(&mut tx, token_hash, env.now()).await?;
    tx.commit().await
}

/// Ends the session of one browser.
///
/// # Errors
/// What the store refuses.
pub async fn sign_out(env: &Env, token_hash: &[u8]) -> Result<()> {
    let mut tx = env.db.begin().await?;
    sessions::delete_session(&mut tx, token_hash).await?;
    tx.commit().await
}

/// Ends all sessions of a person, on every device.
///
/// # Errors
/// What the store refuses.
pub async fn sign_out_everywhere(env: &Env, person: PersonId) -> Result<u64> {
    let mut tx = env.db.begin().await?;
    let ended = sessions::delete_sessions_of(&mut tx, person).await?;
    tx.commit().await?;
    Ok(ended)
}
