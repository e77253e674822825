//! Telling what becomes of a decision.

use super::{
    cases::{
        CaseError, Handling, Official,
        unit::{Begun, Effect, Right, begin},
    },
    env::Env,
};
use crate::{
    domain::{
        cases::{CaseStage, NotAllowed},
        decisions::FinalOutcome,
        events::{EventFacts, EventKind},
        followups::{FollowUp, may_record},
        ids::FollowUpId,
        news::{NewsFacts, NewsKind},
    },
    store::{events::Event, follow_ups},
};
use serde_json::json;

/// Records how far a decision has come; everyone who signed or follows is told. Only what is to be done, now or later,
/// is followed up.
///
/// # Errors
/// [`CaseError`]. Gives the address it leads to.
pub async fn record(
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
    new: FollowUp,
) -> Result<String, CaseError> {
    let mut unit = match begin(env, official, handling, Right::Handle).await? {
        Begun::Before(address) => return Ok(address),
        Begun::Now(unit) => unit,
    };
    let decided_on = match &unit.case.stage {
        CaseStage::Decided(settled) if settled.outcome != FinalOutcome::NotCarryOut => settled.on,
        other => return Err(NotAllowed::WrongStage(other.code()).into()),
    };
    may_record(&new, unit.case.follow_up, decided_on, unit.today())?;
    let id = FollowUpId(env.ids.uuid());
    follow_ups::insert_follow_up(&mut unit.tx, id, handling.case, &new, unit.now).await?;
    unit.case.follow_up = Some((new.state, new.on));
    let (state, note) = (new.state.to_string(), new.note.into_string());
    let facts = EventFacts {
        outcome: Some(state.clone()),
        note: Some(note.clone()),
        ..EventFacts::default()
    };
    let event = Event {
        happened_on: new.on,
        ..unit.event(EventKind::FollowUp, facts)
    };
    let facts = NewsFacts {
        day: Some(new.on),
        outcome: Some(state.clone()),
        note: Some(note),
        ..NewsFacts::default()
    };
    let about = format!("follow_up:{}", handling.case);
    let effect = Effect {
        event: Some(event),
        news: Some(unit.news(NewsKind::FollowedUp, about, unit.case.version, facts)),
        ..Effect::new("case.follow_up", json!({"state": state, "on": new.on}))
    };
    unit.finish(effect).await
}
