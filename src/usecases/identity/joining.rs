//! Two accounts of one person become one: never two voices.
//!
//! She proves the second while she is signed in to the first, is told what will happen, and says yes. What a register
//! proves to be the same person (a personnummer after a samordningsnummer) is joined without asking.

use super::{
    mail::{Came, Confirmed},
    new_token,
    sessions::{Entered, Proof},
    token_hash,
};
use crate::{
    domain::{
        email::Email,
        identity::{IdentityKind, TrustLevel},
        ids::{IdentityId, JobId, JoiningId, PersonId},
        keys::Lookup,
        people::Profile,
        sign_in::{LONGEST_SECONDS, SIGN_IN_SECONDS},
    },
    store::{
        db::{Result, StoreError, Tx},
        drafts, grants,
        joinings::{self, Joining},
        own_proposals, people,
        queue::{self, Job},
        sessions,
    },
    usecases::{
        audit::{self, Actor, Note},
        env::Env,
        signatures::{self, Move, list_followed, list_signed},
    },
};
use serde_json::json;
use std::collections::BTreeSet;

/// Seconds after which what another instance was just writing for the account that ended is taken along: longer than
/// an ended session still works anywhere, and a signature waits.
pub(super) const SETTLE_SECONDS: i64 = 60;

/// Why two accounts are not joined.
#[derive(Debug, thiserror::Error)]
pub enum JoinProblem {
    /// The question is too old, answered, or was put to another session.
    #[error("ended")]
    Ended,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Lets what a signed-in person has just proved identify her. When it identifies another account, she is asked whether
/// the two are to be one, in a session with a new token. `None`: nothing is to be asked, it is hers now.
///
/// # Errors
/// What the store refuses.
pub(super) async fn add_or_ask(
    tx: &mut Tx,
    env: &Env,
    person: PersonId,
    came: &Came,
    proved: (&Proof, Option<&Email>),
) -> Result<Option<Confirmed>> {
    let (proof, address) = proved;
    let owner = people::find_by_identity(tx, proof.kind, &proof.lookup).await?;
    if owner == Some(person) {
        return Ok(None);
    }
    if let Some(why) = why_not(tx, person, owner, came.level, proof.kind).await? {
        return Ok(Some(Confirmed::NotAdded(why)));
    }
    let (id, now) = (IdentityId(env.ids.uuid()), env.now());
    let Some(other) = owner else {
        people::insert_identity(tx, id, person, proof.kind, &proof.lookup, now).await?;
        return Ok(None);
    };
    let (id, token) = (JoiningId(env.ids.uuid()), new_token(env));
    let old = came.old_session.as_deref().unwrap_or_default();
    sessions::renew(tx, old, &token_hash(&token)).await?;
    let seal = |address: &Email| {
        let plain = address.as_str().as_bytes();
        env.keys.seal(plain, id.0.as_bytes(), env.ids.bytes())
    };
    let question = Joining {
        id,
        session_hash: token_hash(&token),
        into_id: person,
        from_id: other,
        level: proof.kind.trust(),
        address: address.map(seal),
        ends_at: now.plus_seconds(SIGN_IN_SECONDS),
    };
    joinings::insert_joining(tx, question).await?;
    let renewed = Entered {
        token,
        person,
        is_complete: true,
        seconds: LONGEST_SECONDS,
    };
    Ok(Some(Confirmed::ToJoin { id, renewed }))
}

/// Why what was proved is not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAdded {
    /// An account with an e-legitimation or rights of staff is neither changed nor taken along by whoever reads a mailbox.
    TooWeak,
    /// A personnummer is one person's: two of them are two people, however they share a computer.
    OtherNumber,
}

/// `owner` is the other account that the proof opens.
async fn why_not(
    tx: &mut Tx,
    person: PersonId,
    owner: Option<PersonId>,
    level: Option<TrustLevel>,
    proved: IdentityKind,
) -> Result<Option<NotAdded>> {
    let own = people::list_identity_kinds(tx, person).await?;
    if is_guarded(tx, person, &own).await? && level != Some(TrustLevel::Eid) {
        return Ok(Some(NotAdded::TooWeak));
    }
    let other = match owner {
        Some(owner) => people::list_identity_kinds(tx, owner).await?,
        None => vec![proved],
    };
    if let Some(owner) = owner
        && proved.trust() == TrustLevel::Email
        && is_guarded(tx, owner, &other).await?
    {
        return Ok(Some(NotAdded::TooWeak));
    }
    let has_number = |kinds: &[IdentityKind]| kinds.contains(&IdentityKind::Se);
    let are_two = has_number(&own) && has_number(&other);
    Ok(are_two.then_some(NotAdded::OtherNumber))
}

async fn is_guarded(tx: &mut Tx, person: PersonId, kinds: &[IdentityKind]) -> Result<bool> {
    let is_eid = |kind: &IdentityKind| kind.trust() == TrustLevel::Eid;
    Ok(kinds.iter().any(is_eid) || !grants::list_grants(tx, person).await?.is_empty())
}

/// What the other account has, for the one who decides whether to join it.
#[derive(Debug)]
pub struct Preview {
    /// Its signatures.
    pub signed: usize,
    /// The proposals that both have signed.
    pub signed_by_both: usize,
    /// What it follows.
    pub followed: usize,
    /// Its proposals.
    pub written: usize,
    /// Its drafts.
    pub drafts: usize,
    /// How the other account was proved.
    pub level: TrustLevel,
}

/// What joining would move; `None` when the question has ended.
///
/// # Errors
/// What the store refuses.
pub async fn preview(env: &Env, id: JoiningId, session_hash: &[u8]) -> Result<Option<Preview>> {
    let mut tx = env.db.begin_read().await?;
    let found = joinings::find_joining(&mut tx, id, session_hash, env.now()).await?;
    let Some(asked) = found else { return Ok(None) };
    let signed = list_signed(&mut tx, env, asked.from_id).await?;
    let own = list_signed(&mut tx, env, asked.into_id).await?;
    let own: BTreeSet<_> = own.iter().map(|signature| signature.proposal_id).collect();
    let both = signed.iter().filter(|one| own.contains(&one.proposal_id));
    let drafts = drafts::list_unsent(&mut tx, Some(asked.from_id), &[]).await?;
    let written = own_proposals::list_written(&mut tx, asked.from_id).await?;
    Ok(Some(Preview {
        signed_by_both: both.count(),
        signed: signed.len(),
        followed: list_followed(&mut tx, env, asked.from_id).await?.len(),
        written: written.len(),
        drafts: drafts.len(),
        level: asked.level,
    }))
}

/// Joins the two accounts that this question is about, in one transaction; the session from then on counts as strong as
/// the stronger proof. Gives the person whose account ended.
///
/// # Errors
/// [`JoinProblem`].
pub async fn join(
    env: &Env,
    id: JoiningId,
    session_hash: &[u8],
) -> std::result::Result<PersonId, JoinProblem> {
    let mut tx = env.db.begin().await?;
    let found = joinings::find_joining(&mut tx, id, session_hash, env.now()).await?;
    let asked = found.ok_or(JoinProblem::Ended)?;
    let people = Move {
        from: asked.from_id,
        into: asked.into_id,
    };
    if !make_one(&mut tx, env, Actor::Person(people.into), people).await? {
        return Err(JoinProblem::Ended);
    }
    if let Some(sealed) = &asked.address {
        let plain = env.keys.open(sealed, id.0.as_bytes());
        let address = plain.and_then(|plain| String::from_utf8(plain).ok());
        set_address(&mut tx, env, people.into, address).await?;
    }
    if asked.level == TrustLevel::Eid {
        sessions::raise(&mut tx, session_hash).await?;
    }
    tx.commit().await?;
    Ok(people.from)
}

/// Keeps the voice of a person whose number has changed: who proves a number and, beside it, the one she had before
/// (`previousCoordinationNumber`) is the person whom the earlier one names.
///
/// # Errors
/// What the store refuses.
pub async fn keep_one_voice(
    tx: &mut Tx,
    env: &Env,
    proof: &Proof,
    previous: &Lookup,
) -> Result<()> {
    let Some(known) = people::find_by_identity(tx, IdentityKind::Se, previous).await? else {
        return Ok(());
    };
    let (id, now) = (IdentityId(env.ids.uuid()), env.now());
    if people::insert_identity(tx, id, known, proof.kind, &proof.lookup, now).await? {
        return Ok(());
    }
    let owner = people::find_by_identity(tx, proof.kind, &proof.lookup).await?;
    if let Some(from) = owner.filter(|owner| *owner != known) {
        let people = Move { from, into: known };
        make_one(tx, env, Actor::Person(known), people).await?;
    }
    Ok(())
}

/// Moves what was still on its way to the account that ended when it did.
///
/// # Errors
/// What the store refuses.
pub async fn settle(env: &Env, people: Move) -> Result<()> {
    let mut tx = env.db.begin().await?;
    signatures::move_all(&mut tx, env, people).await?;
    tx.commit().await
}

/// `false`: one of them is gone already.
async fn make_one(tx: &mut Tx, env: &Env, actor: Actor, people: Move) -> Result<bool> {
    let Move { from, into } = people;
    if !joinings::hold_both(tx, from, into).await? {
        return Ok(false);
    }
    signatures::move_all(tx, env, people).await?;
    joinings::move_belongings(tx, from, into).await?;
    let now = env.now();
    if joinings::move_grants(tx, from, into, now).await? > 0 {
        // Staff have shorter sessions than residents: she signs in anew.
        sessions::delete_sessions_of(tx, into).await?;
    }
    fill_profile(tx, env, people).await?;
    sessions::delete_sessions_of(tx, from).await?;
    joinings::delete_under_way(tx, from).await?;
    people::delete_person(tx, from).await?;
    let job = Job::SettleAccount {
        ended: from,
        into: Some(into),
    };
    let at = now.plus_seconds(SETTLE_SECONDS);
    queue::enqueue(
        tx,
        JobId(env.ids.uuid()),
        &job,
        Some(from.to_string()),
        at,
        now,
    )
    .await?;
    // The ended id stays in the log: entries about what she did as staff name it.
    let entry = Note {
        act: "identity.join",
        subject: &format!("person:{into}"),
        facts: json!({"ended": from}),
        is_public: false,
    };
    audit::note(tx, env, actor, entry).await?;
    Ok(true)
}

/// What the account that stays has not been told, it takes from the other.
async fn fill_profile(tx: &mut Tx, env: &Env, people: Move) -> Result<()> {
    let (Some(own), Some(other)) = (
        people::find_told(tx, people.into).await?,
        people::find_told(tx, people.from).await?,
    ) else {
        return Ok(());
    };
    let open = |person, sealed: Option<Vec<u8>>| Profile::open(&env.keys, person, &sealed?);
    let profile = match (
        open(people.into, own.profile),
        open(people.from, other.profile),
    ) {
        (Some(own), Some(other)) => own.filled_from(other),
        (own, other) => match own.or(other) {
            Some(one) => one,
            None => return Ok(()),
        },
    };
    let residence = match own.residence.as_str() {
        "not_stated" => other.residence,
        _ => own.residence,
    };
    let sealed = profile.seal(&env.keys, people.into, env.ids.bytes());
    people::update_told(tx, people.into, sealed, &residence).await
}

/// Keeps the address that mails go to from now on.
pub(super) async fn set_address(
    tx: &mut Tx,
    env: &Env,
    person: PersonId,
    address: Option<String>,
) -> Result<()> {
    let told = people::find_told(tx, person).await?;
    let (Some(told), Some(address)) = (told, address) else {
        return Ok(());
    };
    let known = told
        .profile
        .and_then(|sealed| Profile::open(&env.keys, person, &sealed));
    let profile = Profile {
        email: Some(address),
        ..known.unwrap_or_default()
    };
    let sealed = profile.seal(&env.keys, person, env.ids.bytes());
    people::update_told(tx, person, sealed, &told.residence).await
}

/// Adds a confirmed address to a person's account; from then on it signs her in, too.
///
/// # Errors
/// What the store refuses.
pub(super) async fn add_address(
    tx: &mut Tx,
    env: &Env,
    person: PersonId,
    came: &Came,
    email: &Email,
) -> Result<Confirmed> {
    let proof = Proof {
        kind: IdentityKind::Mail,
        lookup: env.keys.lookup(IdentityKind::Mail, &email.lookup()),
        previous: None,
        profile: Profile::default(),
    };
    if let Some(question) = add_or_ask(tx, env, person, came, (&proof, Some(email))).await? {
        return Ok(question);
    }
    set_address(tx, env, person, Some(email.as_str().to_owned())).await?;
    Ok(Confirmed::Added)
}
