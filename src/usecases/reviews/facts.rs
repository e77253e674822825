//! Who wrote a proposal: sealed, and opened only by an act that the log keeps.

use super::{Begun, Result, ReviewError, Task, begin};
use crate::{
    domain::{ids::PersonId, submissions::AuthorFacts},
    store::submissions,
    usecases::env::Env,
};

/// Opens what is kept about the author, for a moderator who needs to reach her or to judge her age. Each opening is
/// noted, whoever reads the form twice has opened it twice.
///
/// # Errors
/// [`ReviewError`]; `NotFound` when nothing is kept.
pub async fn open_author_facts(env: &Env, official: PersonId, task: &Task) -> Result<AuthorFacts> {
    let task = Task {
        form: env.ids.form(),
        ..task.clone()
    };
    let Begun::Ours(mut held) = begin(env, official, &task).await? else {
        return Err(ReviewError::NotFound);
    };
    let id = held.proposal.id;
    let sealed = submissions::find_author_facts(&mut held.tx, id).await?;
    let facts = sealed.and_then(|sealed| AuthorFacts::open(&env.keys, id, &sealed));
    let facts = facts.ok_or(ReviewError::NotFound)?;
    held.note(env, "review.open_author_facts", &[]).await?;
    held.commit().await?;
    Ok(facts)
}
