//! Taking a public proposal away: one asks, another confirms. Its address then answers 410 with the kind of reason.

use super::{Begun, Held, RemovalRefusal, Result, ReviewError, Task, begin, chosen_texts};
use crate::{
    domain::{
        events::{EventFacts, EventKind},
        ids::PersonId,
        news::{NewsFacts, NewsKind},
        reviews::{RemovalReason, ReviewStep},
        stages::NotAllowed,
        text::Note,
    },
    store::{
        proposal_stages, refusal_reasons,
        review_decisions::{self, Step},
    },
    usecases::env::Env,
};

/// A removal that is asked for.
#[derive(Debug, Clone)]
pub struct RemovalWish {
    /// The kind of reason, shown where the proposal was.
    pub reason: RemovalReason,
    /// To the colleague who is to confirm: what is wrong, and where in the text.
    pub note: Note,
}

/// The removal that is asked for and neither confirmed nor declined, from a proposal's history.
pub fn asked(steps: &[Step]) -> Option<&Step> {
    let latest = steps.iter().rfind(|step| {
        matches!(
            step.kind,
            ReviewStep::RemovalAsked | ReviewStep::RemovalDeclined | ReviewStep::Removed
        )
    });
    latest.filter(|step| step.kind == ReviewStep::RemovalAsked)
}

/// Asks a colleague to confirm that a public proposal is taken away. Until then it stays.
///
/// # Errors
/// [`ReviewError`].
pub async fn ask_removal(
    env: &Env,
    official: PersonId,
    task: &Task,
    wish: &RemovalWish,
) -> Result<String> {
    let mut held = match begin(env, official, task).await? {
        Begun::Ours(held) => *held,
        Begun::Before(leads_to) => return Ok(leads_to),
    };
    held.proposal.stage.clone().remove()?;
    let steps = review_decisions::list_steps(&mut held.tx, held.proposal.id).await?;
    if asked(&steps).is_some() {
        return Err(RemovalRefusal::AlreadyAsked.into());
    }
    let reasons = vec![wish.reason.as_str().to_owned()];
    let note = Some(wish.note.as_str().to_owned());
    held.record(env, ReviewStep::RemovalAsked, reasons.clone(), note)
        .await?;
    held.note(env, "review.ask_removal", &reasons).await?;
    held.commit().await?;
    Ok(task.leads_to.clone())
}

/// Confirms a removal that a colleague asks for: the proposal is gone at once, its author and followers are told why.
///
/// # Errors
/// [`ReviewError`]; the one who asked cannot confirm.
pub async fn confirm_removal(env: &Env, official: PersonId, task: &Task) -> Result<String> {
    let mut held = match begin(env, official, task).await? {
        Begun::Ours(held) => *held,
        Begun::Before(leads_to) => return Ok(leads_to),
    };
    let asked = asked_for(&mut held).await?;
    if !asked
        .by
        .is_some_and(|by| RemovalReason::may_confirm(by, official))
    {
        return Err(RemovalRefusal::SamePerson.into());
    }
    held.proposal.stage.clone().remove()?;
    let table = refusal_reasons::list_reasons(&mut held.tx, "remove").await?;
    let reasons = chosen_texts(&table, &asked.reasons)?;
    let key = (held.proposal.id, held.proposal.version);
    if !proposal_stages::mark_removed(&mut held.tx, key, env.now()).await? {
        let code = held.proposal.stage.code();
        return Err(NotAllowed::WrongStage(code).into());
    }
    held.touch(env).await?;
    let codes = asked.reasons.clone();
    held.record(env, ReviewStep::Removed, codes.clone(), None)
        .await?;
    let event = EventFacts {
        outcome: codes.first().cloned(),
        ..EventFacts::default()
    };
    held.add_event(env, EventKind::Removed, event).await?;
    held.note(env, "review.remove", &codes).await?;
    let facts = NewsFacts {
        reasons,
        outcome: codes.first().cloned(),
        ..NewsFacts::default()
    };
    if held.proposal.origin.is_living() {
        held.tell(env, NewsKind::Removed, facts).await?;
    }
    held.commit().await?;
    Ok(task.leads_to.clone())
}

/// Says no to a removal, or takes back one's own wish: the proposal stays.
///
/// # Errors
/// [`ReviewError`].
pub async fn decline_removal(env: &Env, official: PersonId, task: &Task) -> Result<String> {
    let mut held = match begin(env, official, task).await? {
        Begun::Ours(held) => *held,
        Begun::Before(leads_to) => return Ok(leads_to),
    };
    let asked = asked_for(&mut held).await?;
    let codes = asked.reasons.clone();
    held.record(env, ReviewStep::RemovalDeclined, codes.clone(), None)
        .await?;
    held.note(env, "review.decline_removal", &codes).await?;
    held.commit().await?;
    Ok(task.leads_to.clone())
}

async fn asked_for(held: &mut Held) -> Result<Step> {
    let steps = review_decisions::list_steps(&mut held.tx, held.proposal.id).await?;
    let found = asked(&steps).cloned();
    found.ok_or(ReviewError::Removal(RemovalRefusal::NotAsked))
}
