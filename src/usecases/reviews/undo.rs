//! Undoing a decision, while nobody has built on it.

use super::{Begun, Held, Result, ReviewError, Task, begin};
use crate::{
    domain::{
        events::{EventFacts, EventKind},
        ids::PersonId,
        news::{NewsFacts, NewsKind, own_page},
        reviews::{self as rules, Review, ReviewState, ReviewStep, Undo, Verdict, may_undo},
        stages::{NotAllowed, Stage},
    },
    store::{
        events,
        review_decisions::{self, Step},
    },
    usecases::env::Env,
};

/// Undoes the latest decision within the rules of `may_undo`: the proposal waits for review again, in the hands of the
/// one who undid it, and its author is told.
///
/// # Errors
/// [`ReviewError`].
pub async fn undo(env: &Env, official: PersonId, task: &Task) -> Result<String> {
    let mut held = match begin(env, official, task).await? {
        Begun::Ours(held) => *held,
        Begun::Before(leads_to) => return Ok(leads_to),
    };
    let review = held.review()?;
    review.expect_version(task.seen)?;
    let (verdict, step) = latest_verdict(&mut held).await?;
    let signature_count = held.proposal.count.unwrap_or(0);
    let asked = Undo {
        verdict,
        decided_at: step.at,
        signature_count,
        is_decider: step.by == Some(official),
        is_overseer: held.powers().may_oversee_reviews(),
    };
    may_undo(asked, env.now(), &env.rules)?;
    let stage = held.proposal.stage.clone();
    let stage = match verdict {
        Verdict::Published => stage.undo_publication(signature_count)?,
        Verdict::Returned | Verdict::Refused => stage.undo_review()?,
    };
    let reopened = reopened(&review, official, env);
    held.write_review(env, &reopened).await?;
    held.write_stage(env, &stage).await?;
    let reasons = vec![verdict.as_str().to_owned()];
    held.record(env, ReviewStep::Undone, reasons.clone(), None)
        .await?;
    events::hide_events(&mut held.tx, held.proposal.id, EventKind::Published).await?;
    held.add_event(env, EventKind::ReviewUndone, EventFacts::default())
        .await?;
    held.note(env, "review.undo", &reasons).await?;
    let facts = NewsFacts {
        day: Some(review.due).filter(|due| *due >= env.now().day()),
        path: Some(own_page(held.proposal.number)),
        ..NewsFacts::default()
    };
    held.tell(env, NewsKind::Reopened, facts).await?;
    held.commit().await?;
    Ok(task.leads_to.clone())
}

/// The decision that the proposal's stage still shows.
async fn latest_verdict(held: &mut Held) -> Result<(Verdict, Step)> {
    let wrong = NotAllowed::WrongStage(held.proposal.stage.code());
    let verdict = match held.proposal.stage {
        Stage::Published(_) => Verdict::Published,
        Stage::Returned { .. } => Verdict::Returned,
        Stage::Refused { .. } => Verdict::Refused,
        _ => return Err(wrong.into()),
    };
    let steps = review_decisions::list_steps(&mut held.tx, held.proposal.id).await?;
    let latest = steps
        .into_iter()
        .rfind(|step| Verdict::of(step.kind).is_some());
    match latest {
        Some(step) if Verdict::of(step.kind) == Some(verdict) => Ok((verdict, step)),
        _ => Err(ReviewError::Stage(wrong)),
    }
}

/// The review as it was, waiting, with its old due day, claimed by the one who undid the decision.
fn reopened(review: &Review, official: PersonId, env: &Env) -> Review {
    let lease = env.rules.claim_minutes * 60;
    rules::Review {
        due: review.due,
        version: review.version + 1,
        state: ReviewState::Claimed {
            by: official,
            until: env.now().plus_seconds(lease),
        },
    }
}
