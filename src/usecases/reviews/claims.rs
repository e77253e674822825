//! Who works on a review: claiming, releasing, taking over.

use super::{Begun, Held, Result, ReviewError, Task, begin};
use crate::{
    domain::{
        ids::PersonId,
        reviews::{Review, ReviewState, ReviewStep},
        stages::NotAllowed,
    },
    usecases::env::Env,
};

/// Takes a review to work on; a colleague's only when the lease has ended. Ten at once: one gets it, nine are told who.
///
/// # Errors
/// [`ReviewError`]; the version that was seen does not matter.
pub async fn claim(env: &Env, official: PersonId, task: &Task) -> Result<String> {
    let mut held = match begin(env, official, task).await? {
        Begun::Ours(held) => *held,
        Begun::Before(leads_to) => return Ok(leads_to),
    };
    let claimed = in_review(&held)?.claim(official, env.now(), &env.rules)?;
    held.write_review(env, &claimed).await?;
    held.note(env, "review.claim", &[]).await?;
    held.commit().await?;
    Ok(task.leads_to.clone())
}

/// Takes a review from a colleague although the lease runs: coordinators only. The colleague reads in the history who
/// took it, and is told so when trying to decide.
///
/// # Errors
/// [`ReviewError`]; `NotFound` for those who may not oversee reviews.
pub async fn take_over(env: &Env, official: PersonId, task: &Task) -> Result<String> {
    let mut held = match begin(env, official, task).await? {
        Begun::Ours(held) => *held,
        Begun::Before(leads_to) => return Ok(leads_to),
    };
    if !held.powers().may_oversee_reviews() {
        return Err(ReviewError::NotFound);
    }
    let review = in_review(&held)?;
    let now = env.now();
    let is_from_colleague = matches!(review.state,
        ReviewState::Claimed { by, until } if by != official && now < until);
    let taken = review.take_over(official, now, &env.rules)?;
    held.write_review(env, &taken).await?;
    if is_from_colleague {
        held.record(env, ReviewStep::TakenOver, Vec::new(), None)
            .await?;
    }
    held.note(env, "review.take_over", &[]).await?;
    held.commit().await?;
    Ok(task.leads_to.clone())
}

/// Leaves a review to others.
///
/// # Errors
/// [`ReviewError`].
pub async fn release(env: &Env, official: PersonId, task: &Task) -> Result<String> {
    let mut held = match begin(env, official, task).await? {
        Begun::Ours(held) => *held,
        Begun::Before(leads_to) => return Ok(leads_to),
    };
    let released = in_review(&held)?.release(official)?;
    held.write_review(env, &released).await?;
    held.note(env, "review.release", &[]).await?;
    held.commit().await?;
    Ok(task.leads_to.clone())
}

/// The review, while a moderator has something to do: the author may have taken the proposal back.
fn in_review(held: &Held) -> Result<Review> {
    let review = held.review()?;
    let is_decided = review.state == ReviewState::Decided;
    if !is_decided && !held.proposal.stage.is_in_review() {
        return Err(NotAllowed::WrongStage(held.proposal.stage.code()).into());
    }
    Ok(review)
}
