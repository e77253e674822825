//! The acts of a handläggare on a case: diary, agenda, postponement, closing.

pub(super) mod unit;

use super::env::Env;
use crate::{
    domain::{
        cases::{Move, NotAllowed},
        diarienummer::Diarienummer,
        events::{EventFacts, EventKind},
        followups,
        ids::{CaseId, FormId, PersonId},
        news::{NewsFacts, NewsKind},
        permissions::Powers,
        text::Note,
        time::Day,
    },
    store::db::StoreError,
};
use serde_json::json;
use unit::{Begun, Effect, Right, begin};

/// An official, with all her rights.
#[derive(Debug, Clone, Copy)]
pub struct Official<'a> {
    /// Who she is.
    pub person: PersonId,
    /// What her grants allow.
    pub powers: Powers<'a>,
}

/// Which case an act is about, as the official saw it.
#[derive(Debug, Clone)]
pub struct Handling {
    /// The case.
    pub case: CaseId,
    /// The version she saw; over a newer one nothing is written.
    pub version: i64,
    /// The form she sent.
    pub form_id: FormId,
    /// Where the act leads her, also when the form is sent twice.
    pub leads_to: String,
}

/// Why an act on a case was not done.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// No such case, or another body's.
    #[error("no such case")]
    NotFound,
    /// The official may see the case and not do this.
    #[error("not hers to do")]
    Forbidden,
    /// The official wrote or signed the proposal.
    #[error("the official is part of the proposal")]
    Involved,
    /// Someone changed the case meanwhile.
    #[error("the case has changed")]
    Stale,
    /// The rules of cases refuse it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The rules of follow-up refuse it.
    #[error(transparent)]
    FollowUp(#[from] followups::NotAllowed),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Enters a case in the body's diary.
///
/// # Errors
/// [`CaseError`], as all acts here. Each gives the address it leads to.
pub async fn register(
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
    dnr: Diarienummer,
) -> Result<String, CaseError> {
    let mut unit = match begin(env, official, handling, Right::Handle).await? {
        Begun::Before(address) => return Ok(address),
        Begun::Now(unit) => unit,
    };
    unit.advance(|stage| stage.register(dnr.clone()))?;
    unit.case.registered_on = Some(unit.today());
    unit.case.not_ours = None;
    let facts = EventFacts {
        diarienummer: Some(dnr.to_string()),
        ..EventFacts::default()
    };
    let effect = Effect {
        event: Some(unit.event(EventKind::CaseRegistered, facts)),
        ..Effect::new("case.register", json!({"diarienummer": dnr.as_str()}))
    };
    unit.finish(effect).await
}

/// Corrects the number in the diary.
///
/// # Errors
/// As [`register`].
pub async fn correct_number(
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
    dnr: Diarienummer,
) -> Result<String, CaseError> {
    let mut unit = match begin(env, official, handling, Right::Handle).await? {
        Begun::Before(address) => return Ok(address),
        Begun::Now(unit) => unit,
    };
    let was = unit.case.stage.dnr().map(ToString::to_string);
    unit.advance(|stage| stage.correct_number(dnr.clone()))?;
    let facts = json!({"was": was, "is": dnr.as_str()});
    unit.finish(Effect::new("case.correct_number", facts)).await
}

/// Puts a case on the agenda of a meeting, or corrects the day of the meeting. A meeting that has been is entered
/// afterwards and told to nobody.
///
/// # Errors
/// As [`register`].
pub async fn put_on_agenda(
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
    meeting: Day,
) -> Result<String, CaseError> {
    let mut unit = match begin(env, official, handling, Right::Handle).await? {
        Begun::Before(address) => return Ok(address),
        Begun::Now(unit) => unit,
    };
    let received_on = unit.case.received_on;
    unit.advance(|stage| stage.put_on_agenda(meeting, received_on))?;
    unit.case.not_ours = None;
    let facts = EventFacts {
        day: Some(meeting),
        ..EventFacts::default()
    };
    let event = unit.event(EventKind::OnAgenda, facts);
    let news = unit.news(
        NewsKind::OnAgenda,
        about_meeting(handling.case),
        unit.case.version,
        NewsFacts {
            day: Some(meeting),
            ..NewsFacts::default()
        },
    );
    let effect = Effect {
        event: Some(event),
        news: Some(news).filter(|_| meeting >= unit.today()),
        ..Effect::new("case.put_on_agenda", json!({"meeting": meeting}))
    };
    unit.finish(effect).await
}

/// Notes that a case was postponed (bordläggning) or sent back for more work (återremiss), and to which meeting.
///
/// # Errors
/// As [`register`].
pub async fn move_meeting(
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
    why: Move,
    later: Day,
    remark: Option<Note>,
) -> Result<String, CaseError> {
    let mut unit = match begin(env, official, handling, Right::Handle).await? {
        Begun::Before(address) => return Ok(address),
        Begun::Now(unit) => unit,
    };
    unit.advance(|stage| stage.move_to(why, later))?;
    let remark = remark.map(Note::into_string);
    let kind = match why {
        Move::Postponed => EventKind::Postponed,
        Move::ReferredBack => EventKind::ReferredBack,
    };
    let facts = EventFacts {
        day: Some(later),
        note: remark.clone(),
        ..EventFacts::default()
    };
    let event = unit.event(kind, facts);
    let news = unit.news(
        NewsKind::Postponed,
        about_meeting(handling.case),
        unit.case.version,
        NewsFacts {
            day: Some(later),
            outcome: Some(why.to_string()),
            note: remark,
            ..NewsFacts::default()
        },
    );
    let effect = Effect {
        event: Some(event),
        news: Some(news).filter(|_| later >= unit.today()),
        ..Effect::new("case.move_meeting", json!({"why": why, "later": later}))
    };
    unit.finish(effect).await
}

/// Closes a case in which nothing more is done.
///
/// # Errors
/// As [`register`].
pub async fn close_case(
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
) -> Result<String, CaseError> {
    let mut unit = match begin(env, official, handling, Right::Handle).await? {
        Begun::Before(address) => return Ok(address),
        Begun::Now(unit) => unit,
    };
    let today = unit.today();
    let follow_up = unit.case.follow_up.map(|(state, _)| state);
    unit.advance(|stage| stage.close(follow_up, today))?;
    let effect = Effect {
        event: Some(unit.event(EventKind::CaseClosed, EventFacts::default())),
        ..Effect::new("case.close", json!({}))
    };
    unit.finish(effect).await
}

/// Meetings of a case are one topic: a postponement supersedes the mail about the first meeting that is not yet sent.
fn about_meeting(case: CaseId) -> String {
    format!("meeting:{case}")
}
