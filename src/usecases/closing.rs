//! Closing what has been open its time: the count at the deadline decides what happens to a proposal.

use super::{
    audit::{Actor, Note, about_proposal, note},
    env::Env,
    mails::tell,
};
use crate::{
    domain::{
        collecting::Collecting,
        display::display_stage,
        events::{EventFacts, EventKind},
        ids::{BodyId, CaseId, EventId, ProposalId},
        news::{News, NewsFacts, NewsKind},
        routing::{CaseRole, Routing},
        stages::Stage,
        time::Timestamp,
    },
    store::{
        bodies,
        cases::{self, NewCase},
        closing::{self, Closed},
        db::{Result, Tx},
        events::{self, Event},
        incoming,
        page_versions::{PageKey, touch},
        proposals::{self, Proposal},
    },
};
use serde_json::json;

/// Seconds after the deadline before a proposal is closed: signatures received in time are written within them.
pub const SETTLE_SECONDS: i64 = 5;

const ACTOR: Actor = Actor::Job("close_due_proposals");

/// The next proposals to close, at most `most`; paused and imported ones never.
///
/// # Errors
/// What the store refuses.
pub async fn list_due(env: &Env, most: i64) -> Result<Vec<ProposalId>> {
    let mut tx = env.db.begin_read().await?;
    closing::list_due(&mut tx, env.now().plus_seconds(-SETTLE_SECONDS), most).await
}

/// Closes one proposal: below the threshold it is archived, otherwise the coordinating body gets a case. Everyone who
/// signed or follows is told. `false`: another instance did it first, or it is not due.
///
/// # Errors
/// What the store refuses.
pub async fn close_proposal(env: &Env, id: ProposalId) -> Result<bool> {
    let now = env.now();
    let mut tx = env.db.begin().await?;
    let until = now.plus_seconds(-SETTLE_SECONDS);
    if !closing::hold_due(&mut tx, id, until, now).await? {
        return Ok(false);
    }
    let Some(proposal) = proposals::find_by_id(&mut tx, id).await? else {
        return Ok(false);
    };
    let Some(deadline) = proposal.stage.collecting().map(|open| open.closes_at) else {
        return Ok(false);
    };
    let count = closing::count_before(&mut tx, id, deadline).await?;
    let stage = proposal.stage.clone().close(now, count);
    let Ok(Stage::Closed { collected, reached }) = stage else {
        return Ok(false);
    };
    let facts = Facts {
        proposal: &proposal,
        collected,
        reached,
        count,
    };
    facts.write(&mut tx, env, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// What closing a proposal is about.
struct Facts<'a> {
    proposal: &'a Proposal,
    collected: Collecting,
    reached: bool,
    count: i64,
}

impl Facts<'_> {
    async fn write(&self, tx: &mut Tx, env: &Env, now: Timestamp) -> Result<()> {
        let id = self.proposal.id;
        let stage = Stage::Closed {
            collected: self.collected.clone(),
            reached: self.reached,
        };
        let closed = Closed {
            stage: stage.code(),
            shown: display_stage(&stage, now, None, None).stage,
            closed_at: self.collected.closes_at,
            reached_at: self.collected.reached_at,
        };
        closing::close_proposal(tx, id, closed, now).await?;
        self.note_event(tx, env).await?;
        let body = match self.reached {
            true => open_cases(tx, env, id, now).await?,
            false => None,
        };
        let entry = Note {
            act: "proposal.close",
            subject: &about_proposal(id),
            facts: json!({"count": self.count, "threshold": self.collected.threshold,
                "reached": self.reached, "body": body}),
            is_public: true,
        };
        note(tx, env, ACTOR, entry).await?;
        tell(tx, env, self.news(body)).await?;
        touch(tx, PageKey::Proposal(self.proposal.number), now).await?;
        touch(tx, PageKey::Site, now).await
    }

    /// The event stands at the deadline, on the last day of signing, whenever the job ran.
    async fn note_event(&self, tx: &mut Tx, env: &Env) -> Result<()> {
        let kind = match self.reached {
            true => EventKind::ClosedReached,
            false => EventKind::ClosedBelow,
        };
        let facts = EventFacts {
            count: Some(self.count),
            threshold: Some(self.collected.threshold),
            ..EventFacts::default()
        };
        let event = Event {
            happened_on: self.collected.last_day(),
            ..Event::now(
                EventId(env.ids.uuid()),
                kind,
                self.collected.closes_at,
                facts,
            )
        };
        events::insert_event(tx, self.proposal.id, &event).await
    }

    fn news(&self, body: Option<String>) -> News {
        News {
            news: match self.reached {
                true => NewsKind::ClosedReached,
                false => NewsKind::ClosedBelow,
            },
            proposal: self.proposal.id,
            about: "closing".to_owned(),
            version: 1,
            facts: NewsFacts {
                number: Some(self.proposal.number),
                title: self.proposal.title.clone(),
                body,
                day: Some(self.collected.last_day()),
                count: Some(self.count),
                threshold: Some(self.collected.threshold),
                ..NewsFacts::default()
            },
        }
    }
}

/// A case at the body that coordinates and one at each that is informed. A proposal without a named body goes to
/// kommunstyrelsen, which leads and coordinates (kommunallagen 6 kap. 1 §), and can be rerouted from there. Gives the
/// coordinating body's name.
async fn open_cases(
    tx: &mut Tx,
    env: &Env,
    proposal: ProposalId,
    now: Timestamp,
) -> Result<Option<String>> {
    let Some(routing) = find_routing(tx, proposal).await? else {
        tracing::error!(%proposal, "closing.no_body");
        return Ok(None);
    };
    let others = routing
        .informed()
        .iter()
        .map(|body| (*body, CaseRole::Informed));
    let leading = (routing.coordinating(), CaseRole::Coordinating);
    for (body, role) in std::iter::once(leading).chain(others) {
        let new = NewCase {
            id: CaseId(env.ids.uuid()),
            proposal,
            body,
            role,
        };
        cases::insert_case(tx, new, now).await?;
    }
    incoming::carry_over(tx, proposal).await?;
    let body = bodies::find_by_id(tx, routing.coordinating()).await?;
    let name = body.map(|body| body.name);
    let facts = EventFacts {
        body: name.clone(),
        ..EventFacts::default()
    };
    let event = Event::now(EventId(env.ids.uuid()), EventKind::CaseReceived, now, facts);
    events::insert_event(tx, proposal, &event).await?;
    Ok(name)
}

async fn find_routing(tx: &mut Tx, proposal: ProposalId) -> Result<Option<Routing>> {
    let recipients = proposals::list_recipients(tx, proposal).await?;
    let named: Vec<(BodyId, bool)> = recipients
        .iter()
        .filter_map(|recipient| Some((recipient.body_id?, recipient.is_coordinating)))
        .collect();
    let coordinating = named
        .iter()
        .find(|(_, coordinates)| *coordinates)
        .or(named.first())
        .map(|(body, _)| *body);
    let coordinating = match coordinating {
        Some(body) => Some(body),
        None => closing::find_leading_body(tx).await?,
    };
    let Some(coordinating) = coordinating else {
        return Ok(None);
    };
    closing::name_coordinating(tx, proposal, coordinating).await?;
    let others = named.into_iter().map(|(body, _)| body);
    Ok(Some(Routing::new(coordinating, others)))
}
