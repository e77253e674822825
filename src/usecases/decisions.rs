//! Publishing a decision, and correcting one that was published wrong.

use super::{
    cases::{
        CaseError, Handling, Official,
        unit::{Begun, Effect, Right, Unit, begin},
    },
    env::Env,
};
use crate::{
    domain::{
        decisions::{Minutes, Round},
        events::{EventFacts, EventKind},
        ids::DecisionId,
        news::{News, NewsFacts, NewsKind},
    },
    store::{
        decisions::{self, Content, Decided, Decision},
        documents, events,
        events::Event,
    },
};
use serde_json::json;

/// Publishes the decision that a meeting took, with the files that wait in the case. The proposer and everyone who
/// signed or follows are told once.
///
/// # Errors
/// [`CaseError`]. Gives the address it leads to.
pub async fn publish(
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
    decided: Decided,
    minutes: Minutes,
) -> Result<String, CaseError> {
    let mut unit = match begin(env, official, handling, Right::Handle).await? {
        Begun::Before(address) => return Ok(address),
        Begun::Now(unit) => unit,
    };
    let (on, today, received_on) = (minutes.on, unit.today(), unit.case.received_on);
    unit.advance(|stage| match decided {
        Decided::First(outcome) => stage.decide_first(outcome, on, received_on, today),
        Decided::Final(outcome) => stage.decide_finally(outcome, on, today),
    })?;
    let id = DecisionId(env.ids.uuid());
    let content = content(decided, &minutes);
    decisions::insert_decision(&mut unit.tx, id, handling.case, &content, unit.now).await?;
    let files = documents::publish_waiting(&mut unit.tx, handling.case, id).await?;
    let facts = json!({"decision": id, "outcome": decided.as_str(), "on": on, "files": files});
    let effect = Effect {
        event: Some(event(&unit, id, &content)),
        news: Some(news(&unit, id, &content, 1)),
        decided_on: Some(on),
        ..Effect::new("case.decide", facts)
    };
    unit.finish(effect).await
}

/// Corrects a published decision: what stood before is kept, the page shows what holds, and everyone is told once that
/// it is a correction. Files that wait in the case are published with it.
///
/// # Errors
/// As [`publish`].
pub async fn correct(
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
    id: DecisionId,
    decided: Decided,
    minutes: Minutes,
) -> Result<String, CaseError> {
    let mut unit = match begin(env, official, handling, Right::Handle).await? {
        Begun::Before(address) => return Ok(address),
        Begun::Now(unit) => unit,
    };
    let before = decisions::find_decision(&mut unit.tx, id).await?;
    let before = before
        .filter(|before| before.case == handling.case && before.decided.round() == decided.round())
        .ok_or(CaseError::NotFound)?;
    let (on, today, received_on) = (minutes.on, unit.today(), unit.case.received_on);
    let is_followed_up = unit.case.follow_up.is_some();
    unit.advance(|stage| match decided {
        Decided::First(outcome) => {
            stage.correct_first(outcome, on, received_on, today, is_followed_up)
        }
        Decided::Final(outcome) => stage.correct_final(outcome, on, today, is_followed_up),
    })?;
    let content = content(decided, &minutes);
    write_correction(&mut unit, &before, &content).await?;
    let version = before.version + 1;
    let facts = json!({"decision": id, "version": version, "was": before.decided.as_str(),
        "outcome": decided.as_str(), "on": on});
    let effect = Effect {
        event: Some(unit.event(EventKind::DecisionCorrected, event_facts(id, &content))),
        news: Some(news(&unit, id, &content, version)),
        decided_on: Some(on).filter(|_| is_latest(&unit, decided)),
        ..Effect::new("case.correct_decision", facts)
    };
    unit.finish(effect).await
}

/// The correction, the files with it, and the timeline's own line, which must say what holds.
async fn write_correction(
    unit: &mut Unit<'_>,
    before: &Decision,
    content: &Content,
) -> Result<(), CaseError> {
    if !decisions::correct_decision(&mut unit.tx, before, content, unit.now).await? {
        return Err(CaseError::Stale);
    }
    documents::publish_waiting(&mut unit.tx, before.case, before.id).await?;
    let line = event(unit, before.id, content);
    events::correct_event_of_kind(&mut unit.tx, unit.proposal.id, &line).await?;
    Ok(())
}

/// Whether no later decision stands: the proposal's day of decision is that of the latest.
fn is_latest(unit: &Unit<'_>, decided: Decided) -> bool {
    let settled = unit.case.stage.settled().map(|settled| settled.round());
    decided.round() == Round::Final || settled != Some(Round::Final)
}

fn content(decided: Decided, minutes: &Minutes) -> Content {
    Content {
        decided,
        on: minutes.on,
        paragraph: minutes
            .paragraph
            .map(|paragraph| paragraph.number().to_string()),
        reason: minutes.reason.as_str().to_owned(),
    }
}

fn event(unit: &Unit<'_>, id: DecisionId, content: &Content) -> Event {
    let kind = match content.decided.round() {
        Round::First => EventKind::FirstDecision,
        Round::Final => EventKind::FinalDecision,
    };
    Event {
        happened_on: content.on,
        ..unit.event(kind, event_facts(id, content))
    }
}

fn event_facts(id: DecisionId, content: &Content) -> EventFacts {
    EventFacts {
        paragraph: content.paragraph.clone(),
        outcome: Some(content.decided.as_str().to_owned()),
        decision: Some(id),
        ..EventFacts::default()
    }
}

fn news(unit: &Unit<'_>, id: DecisionId, content: &Content, version: i64) -> News {
    let kind = match content.decided.round() {
        Round::First => NewsKind::Decided,
        Round::Final => NewsKind::FinallyDecided,
    };
    let facts = NewsFacts {
        day: Some(content.on),
        outcome: Some(content.decided.as_str().to_owned()),
        note: Some(content.reason.clone()),
        is_correction: version > 1,
        ..NewsFacts::default()
    };
    unit.news(kind, format!("decision:{id}"), version, facts)
}
