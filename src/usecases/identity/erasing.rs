//! A person leaves. What is hers goes at once; what the city must keep stays, without her.
//!
//! Stays: proposals she sent in, which are public documents (allmän handling) from the moment they came and may be
//! destroyed only by a decision on disposal (arkivlagen 1990:782 10 §), with what she told in them, sealed; signatures
//! where collecting has ended, under a pseudonym that no longer leads to anyone; and the log.

use crate::{
    domain::ids::{JobId, PersonId},
    store::{
        db::StoreError,
        erasures, grants,
        page_versions::{PageKey, touch, touch_proposals},
        queue::{self, Job},
    },
    usecases::{
        audit::{self, Actor, Note},
        env::Env,
        identity::joining::SETTLE_SECONDS,
        signatures,
    },
};
use serde_json::json;

/// Why an account is not erased.
#[derive(Debug, thiserror::Error)]
pub enum EraseProblem {
    /// Staff leave their rights first: someone else must take over what they have begun.
    #[error("has rights of staff")]
    IsStaff,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Erases a person's account in one transaction. Doing it again does nothing.
///
/// # Errors
/// [`EraseProblem`].
pub async fn erase(env: &Env, person: PersonId) -> Result<(), EraseProblem> {
    let mut tx = env.db.begin().await?;
    if !erasures::hold_person(&mut tx, person).await? {
        return Ok(());
    }
    if !grants::list_grants(&mut tx, person).await?.is_empty() {
        return Err(EraseProblem::IsStaff);
    }
    let now = env.now();
    signatures::take_back_all(&mut tx, env, person).await?;
    let numbers = erasures::unname_proposals(&mut tx, person, now).await?;
    touch_proposals(&mut tx, &numbers, now).await?;
    touch(&mut tx, PageKey::Site, now).await?;
    erasures::erase_person(&mut tx, person).await?;
    let job = Job::SettleAccount {
        ended: person,
        into: None,
    };
    let (id, at) = (JobId(env.ids.uuid()), now.plus_seconds(SETTLE_SECONDS));
    queue::enqueue(&mut tx, id, &job, Some(person.to_string()), at, now).await?;
    let entry = Note {
        act: "identity.erase",
        subject: &format!("person:{person}"),
        facts: json!({}),
        is_public: false,
    };
    audit::note(&mut tx, env, Actor::Person(person), entry).await?;
    Ok(tx.commit().await?)
}

/// Takes back what was still on its way from the account when it was erased.
///
/// # Errors
/// What the store refuses.
pub async fn settle(env: &Env, person: PersonId) -> Result<(), StoreError> {
    let mut tx = env.db.begin().await?;
    signatures::take_back_all(&mut tx, env, person).await?;
    tx.commit().await
}
