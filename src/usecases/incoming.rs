//! Finding the right body while a proposal still collects signatures: from its publication, a body that receives it
//! says at once that the matter is another's (riktlinje KF 2023-12-07 § 91), and the coordinator names the right one.

use super::{
    audit::{Actor, Note as Entry, about_proposal, note},
    cases::{CaseError, Official, unit::Right},
    env::Env,
    mails::tell,
    reviews::involvement,
};
use crate::{
    domain::{
        events::{EventFacts, EventKind},
        ids::{BodyId, EventId, FormId, ProposalNumber},
        news::{News, NewsFacts, NewsKind},
        text::Note,
        time::Timestamp,
    },
    store::{
        bodies,
        cases::NotOurs,
        closing,
        db::Tx,
        events::{self, Event},
        form_posts,
        incoming::{self, Incoming},
        page_versions::{PageKey, touch},
        proposals::{self, Proposal},
        signatures,
    },
};
use serde_json::{Value, json};

/// Which proposal an act is about, as the official saw it.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The proposal.
    pub number: ProposalNumber,
    /// The body that would answer when she saw it; when that is another now, nothing is written.
    pub body: BodyId,
    /// The form she sent.
    pub form_id: FormId,
    /// Where the act leads her, also when the form is sent twice.
    pub leads_to: String,
}

/// Tells the coordinator that the matter is another body's. Until it has been routed, the proposal stays where it is.
///
/// # Errors
/// [`CaseError`]. Gives the address it leads to.
pub async fn say_not_ours(
    env: &Env,
    official: &Official<'_>,
    arrival: &Arrival,
    why: Note,
) -> Result<String, CaseError> {
    let mut held = match begin(env, official, arrival, Right::Handle).await? {
        Begun::Before(address) => return Ok(address),
        Begun::Now(held) => *held,
    };
    if held.incoming.not_ours.is_some() {
        return Err(CaseError::Stale);
    }
    let word = NotOurs {
        at: held.now,
        note: why.into_string(),
    };
    let (proposal, body) = (held.proposal.id, arrival.body);
    incoming::insert_objection(&mut held.tx, proposal, body, &word).await?;
    let facts = json!({"body": held.incoming.body_name, "note": word.note});
    held.finish(env, official, ("proposal.say_not_ours", facts))
        .await?;
    Ok(arrival.leads_to.clone())
}

/// Names the body that will answer. The same again settles that the matter is its own after all. The proposer is told.
///
/// # Errors
/// [`CaseError`]. Gives the address it leads to.
pub async fn reroute(
    env: &Env,
    official: &Official<'_>,
    arrival: &Arrival,
    to: BodyId,
    why: Note,
) -> Result<String, CaseError> {
    let mut held = match begin(env, official, arrival, Right::Route).await? {
        Begun::Before(address) => return Ok(address),
        Begun::Now(held) => *held,
    };
    let (from, proposal) = (held.incoming.body, held.proposal.id);
    incoming::delete_objection(&mut held.tx, proposal).await?;
    let facts = json!({"from": from, "to": to, "note": why.as_str()});
    if from == to {
        held.finish(env, official, ("proposal.keep_body", facts))
            .await?;
        return Ok(arrival.leads_to.clone());
    }
    let body = bodies::find_by_id(&mut held.tx, to).await?;
    let body = body.ok_or(CaseError::NotFound)?.name;
    closing::name_coordinating(&mut held.tx, proposal, to).await?;
    if !incoming::mark_routed(&mut held.tx, proposal, held.now).await? {
        return Err(CaseError::Stale);
    }
    held.publish_change(env, body, why.into_string()).await?;
    held.finish(env, official, ("proposal.reroute", facts))
        .await?;
    Ok(arrival.leads_to.clone())
}

/// A proposal held for an act: neither closing nor another act comes in between.
struct Held {
    tx: Tx,
    proposal: Proposal,
    incoming: Incoming,
    now: Timestamp,
}

enum Begun {
    Now(Box<Held>),
    /// The same form was posted before; the person is sent to this address.
    Before(String),
}

async fn begin(
    env: &Env,
    official: &Official<'_>,
    arrival: &Arrival,
    right: Right,
) -> Result<Begun, CaseError> {
    let now = env.now();
    let mut tx = env.db.begin().await?;
    let proposal = find_theirs(&mut tx, official, arrival.number).await?;
    let form = arrival.form_id;
    if let Some(address) = form_posts::claim(&mut tx, form, now, &arrival.leads_to).await? {
        return Ok(Begun::Before(address));
    }
    signatures::lock_proposals(&mut tx, &[proposal.id]).await?;
    let found = incoming::find_incoming(&mut tx, arrival.number).await?;
    let incoming = found
        .filter(|incoming| incoming.body == arrival.body)
        .ok_or(CaseError::Stale)?;
    let part = involvement(&mut tx, env, official.person, &proposal).await?;
    let powers = official.powers.on_proposal(part);
    if !powers.is_staff() {
        return Err(CaseError::Involved);
    }
    let may = match right {
        Right::Handle => powers.may_handle_cases(arrival.body),
        Right::Route => powers.may_route(),
    };
    if !may {
        return Err(CaseError::Forbidden);
    }
    Ok(Begun::Now(Box::new(Held {
        tx,
        proposal,
        incoming,
        now,
    })))
}

/// The proposal, for those who may see what comes to one of its bodies.
async fn find_theirs(
    tx: &mut Tx,
    official: &Official<'_>,
    number: ProposalNumber,
) -> Result<Proposal, CaseError> {
    let proposal = proposals::find_by_number(tx, number).await?;
    let proposal = proposal.ok_or(CaseError::NotFound)?;
    let recipients = proposals::list_recipients(tx, proposal.id).await?;
    let mut bodies = recipients.iter().filter_map(|body| body.body_id);
    let is_theirs = bodies.any(|body| official.powers.may_see_cases(body));
    is_theirs.then_some(proposal).ok_or(CaseError::NotFound)
}

impl Held {
    /// What everyone reads in the timeline, and the proposer in a mail.
    async fn publish_change(
        &mut self,
        env: &Env,
        body: String,
        why: String,
    ) -> Result<(), CaseError> {
        let facts = EventFacts {
            body: Some(body.clone()),
            note: Some(why.clone()),
            ..EventFacts::default()
        };
        let id = EventId(env.ids.uuid());
        let event = Event::now(id, EventKind::CaseRerouted, self.now, facts);
        events::insert_event(&mut self.tx, self.proposal.id, &event).await?;
        let news = News {
            news: NewsKind::Rerouted,
            proposal: self.proposal.id,
            about: "routing".to_owned(),
            version: self.proposal.version,
            facts: NewsFacts {
                number: Some(self.proposal.number),
                title: self.proposal.title.clone(),
                body: Some(body),
                threshold: Some(self.incoming.threshold),
                note: Some(why),
                ..NewsFacts::default()
            },
        };
        Ok(tell(&mut self.tx, env, news).await?)
    }

    /// Writes the log and commits; pages that show the bodies are drawn anew.
    async fn finish(
        mut self,
        env: &Env,
        official: &Official<'_>,
        (act, facts): (&'static str, Value),
    ) -> Result<(), CaseError> {
        let entry = Entry {
            act,
            subject: &about_proposal(self.proposal.id),
            facts,
            is_public: false,
        };
        note(&mut self.tx, env, Actor::Person(official.person), entry).await?;
        touch(
            &mut self.tx,
            PageKey::Proposal(self.proposal.number),
            self.now,
        )
        .await?;
        touch(&mut self.tx, PageKey::Site, self.now).await?;
        Ok(self.tx.commit().await?)
    }
}
