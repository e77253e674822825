//! Finding the right body for a case: a body says that a matter is another's, the coordinator names the one that answers.

use super::{
    cases::{
        CaseError, Handling, Official,
        unit::{Begun, Effect, Right, Unit, begin},
    },
    env::Env,
};
use crate::{
    domain::{
        cases::{CaseStage, NotAllowed},
        events::{EventFacts, EventKind},
        ids::{BodyId, CaseId},
        news::{NewsFacts, NewsKind},
        routing::CaseRole,
        text::Note,
    },
    store::{
        cases::{self, Case, NewCase, NotOurs},
        closing,
    },
};
use serde_json::json;

/// Tells the coordinator that the matter is another body's (riktlinje § 91: at once). The case stays where it is until
/// it has been routed.
///
/// # Errors
/// [`CaseError`]. Gives the address it leads to.
pub async fn say_not_ours(
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
    note: Note,
) -> Result<String, CaseError> {
    let mut unit = match begin(env, official, handling, Right::Handle).await? {
        Begun::Before(address) => return Ok(address),
        Begun::Now(unit) => unit,
    };
    if !unit.case.stage.may_be_rerouted() {
        return Err(NotAllowed::WrongStage(unit.case.stage.code()).into());
    }
    unit.case.not_ours = Some(NotOurs {
        at: unit.now,
        note: note.as_str().to_owned(),
    });
    let effect = Effect::new("case.say_not_ours", json!({"note": note.as_str()}));
    unit.finish(effect).await
}

/// Names the body that answers. The same body again settles that the matter is its own after all; another one takes the
/// case over, and the former stays informed. The proposer is told.
///
/// # Errors
/// [`CaseError`]. Gives the address it leads to.
pub async fn reroute(
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
    to: BodyId,
    note: Note,
) -> Result<String, CaseError> {
    let mut unit = match begin(env, official, handling, Right::Route).await? {
        Begun::Before(address) => return Ok(address),
        Begun::Now(unit) => unit,
    };
    if !unit.case.stage.may_be_rerouted() {
        return Err(NotAllowed::WrongStage(unit.case.stage.code()).into());
    }
    unit.case.not_ours = None;
    let facts = json!({"from": unit.case.body, "to": to, "note": note.as_str()});
    if unit.case.body == to {
        return unit.finish(Effect::new("case.keep", facts)).await;
    }
    hand_over(&mut unit, to).await?;
    let why = note.into_string();
    let event_facts = EventFacts {
        note: Some(why.clone()),
        ..EventFacts::default()
    };
    let event = unit.event(EventKind::CaseRerouted, event_facts);
    let news = unit.news(
        NewsKind::Rerouted,
        "routing".to_owned(),
        unit.proposal.version,
        NewsFacts {
            note: Some(why.clone()),
            ..NewsFacts::default()
        },
    );
    let effect = Effect {
        event: Some(event),
        news: Some(news),
        ..Effect::new("case.reroute", facts)
    };
    unit.finish(effect).await
}

/// The former body is informed from now on; the new one has a case that was received today, which becomes the unit's.
async fn hand_over(unit: &mut Unit<'_>, to: BodyId) -> Result<(), CaseError> {
    let proposal = unit.proposal.id;
    let former = Case {
        role: CaseRole::Informed,
        stage: CaseStage::Received,
        registered_on: None,
        ..unit.case.clone()
    };
    if !cases::update_case(&mut unit.tx, &former, unit.now).await? {
        return Err(CaseError::Stale);
    }
    let new = NewCase {
        id: CaseId(unit.env.ids.uuid()),
        proposal,
        body: to,
        role: CaseRole::Informed,
    };
    cases::insert_case(&mut unit.tx, new, unit.now).await?;
    let all = cases::list_by_proposal(&mut unit.tx, proposal).await?;
    let taken = all.into_iter().find(|case| case.body == to);
    unit.case = Case {
        role: CaseRole::Coordinating,
        received_on: unit.today(),
        ..taken.ok_or(CaseError::NotFound)?
    };
    Ok(closing::name_coordinating(&mut unit.tx, proposal, to).await?)
}
