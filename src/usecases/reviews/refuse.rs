//! Not publishing: a question to the author, or a refusal with its grounds.

use super::{Begun, Result, Task, begin, chosen_texts};
use crate::{
    domain::{
        events::{EventFacts, EventKind},
        ids::PersonId,
        news::{NewsFacts, NewsKind, own_page},
        reviews::{RefusalReason, ReturnReason, ReviewStep, Verdict},
        stages::Stage,
        text::{Note, Reason},
    },
    store::refusal_reasons,
    usecases::env::Env,
};

/// A question to the author.
#[derive(Debug, Clone)]
pub struct Return {
    /// Why it cannot be published as it is.
    pub reasons: Vec<ReturnReason>,
    /// The question, in klarspråk.
    pub question: Reason,
}

/// Sends a proposal back with a question; the author has two weeks (riktlinje § 91).
///
/// # Errors
/// [`super::ReviewError`].
pub async fn return_to_author(
    env: &Env,
    official: PersonId,
    task: &Task,
    command: &Return,
) -> Result<String> {
    let mut held = match begin(env, official, task).await? {
        Begun::Ours(held) => *held,
        Begun::Before(leads_to) => return Ok(leads_to),
    };
    let codes = codes(command.reasons.iter().map(|reason| reason.as_str()));
    let decided = held
        .review()?
        .decide(official, task.seen, Verdict::Returned, codes.len())?;
    let stage = held
        .proposal
        .stage
        .clone()
        .return_to_author(env.now(), &env.rules)?;
    let table = refusal_reasons::list_reasons(&mut held.tx, "return").await?;
    let reasons = chosen_texts(&table, &codes)?;
    let day = match stage {
        Stage::Returned { answer_by, .. } => Some(answer_by),
        _ => None,
    };
    held.write_review(env, &decided).await?;
    held.write_stage(env, &stage).await?;
    let question = Some(command.question.as_str().to_owned());
    held.record(env, ReviewStep::Returned, codes.clone(), question.clone())
        .await?;
    let event = EventFacts {
        day,
        note: question.clone(),
        ..EventFacts::default()
    };
    held.add_event(env, EventKind::Returned, event).await?;
    held.note(env, "review.return", &codes).await?;
    let facts = NewsFacts {
        day,
        reasons,
        note: question,
        path: Some(own_page(held.proposal.number)),
        ..NewsFacts::default()
    };
    held.tell(env, NewsKind::Returned, facts).await?;
    held.commit().await?;
    Ok(task.leads_to.clone())
}

/// A refusal. The grounds' texts are always sent to the proposer (riktlinje § 91).
#[derive(Debug, Clone)]
pub struct Refusal {
    /// One ground or more.
    pub reasons: Vec<RefusalReason>,
    /// What the moderator adds, about just this proposal.
    pub note: Option<Note>,
}

/// Refuses a proposal.
///
/// # Errors
/// [`super::ReviewError`].
pub async fn refuse(
    env: &Env,
    official: PersonId,
    task: &Task,
    command: &Refusal,
) -> Result<String> {
    let mut held = match begin(env, official, task).await? {
        Begun::Ours(held) => *held,
        Begun::Before(leads_to) => return Ok(leads_to),
    };
    let codes = codes(command.reasons.iter().map(|reason| reason.as_str()));
    let decided = held
        .review()?
        .decide(official, task.seen, Verdict::Refused, codes.len())?;
    let stage = held.proposal.stage.clone().refuse()?;
    let table = refusal_reasons::list_reasons(&mut held.tx, "refuse").await?;
    let reasons = chosen_texts(&table, &codes)?;
    held.write_review(env, &decided).await?;
    held.write_stage(env, &stage).await?;
    let note = command.note.clone().map(Note::into_string);
    held.record(env, ReviewStep::Refused, codes.clone(), note.clone())
        .await?;
    let event = EventFacts {
        note: note.clone(),
        ..EventFacts::default()
    };
    held.add_event(env, EventKind::Refused, event).await?;
    held.note(env, "review.refuse", &codes).await?;
    let facts = NewsFacts {
        reasons,
        note,
        path: Some(own_page(held.proposal.number)),
        ..NewsFacts::default()
    };
    held.tell(env, NewsKind::Refused, facts).await?;
    held.commit().await?;
    Ok(task.leads_to.clone())
}

/// Each code once, in the order given.
fn codes<'a>(given: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for code in given {
        if !codes.iter().any(|one| one == code) {
            codes.push(code.to_owned());
        }
    }
    codes
}
