//! One act on a case: who may, over which version, and everything that must be kept with it.

use super::{CaseError, Handling, Official};
use crate::{
    domain::{
        cases::{CaseStage, NotAllowed},
        display::{CaseSeen, display_stage},
        events::{EventFacts, EventKind},
        ids::{EventId, PersonId},
        news::{News, NewsFacts, NewsKind},
        permissions::Powers,
        stages::StageCode,
        time::{Day, Timestamp},
    },
    store::{
        cases::{self, Case},
        closing,
        db::Tx,
        events::{self, Event},
        form_posts,
        page_versions::{PageKey, touch},
        proposals::{self, Proposal},
    },
    usecases::{
        audit::{Actor, Note, about_proposal, note},
        env::Env,
        mails::tell,
    },
};
use serde_json::{Value, json};

/// Who an act is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::usecases) enum Right {
    /// The handläggare of the coordinating body.
    Handle,
    /// Those who route.
    Route,
}

/// An act under way: the case as it was read, to be changed and finished.
pub(in crate::usecases) struct Unit<'e> {
    pub env: &'e Env,
    pub tx: Tx,
    pub official: PersonId,
    pub case: Case,
    pub proposal: Proposal,
    pub now: Timestamp,
    leads_to: String,
}

/// Whether an act begins or was done before.
pub(in crate::usecases) enum Begun<'e> {
    Now(Box<Unit<'e>>),
    /// The same form was posted before; the person is sent to this address.
    Before(String),
}

/// What an act leads to besides the case's own row.
pub(in crate::usecases) struct Effect {
    pub act: &'static str,
    pub facts: Value,
    pub event: Option<Event>,
    pub news: Option<News>,
    pub decided_on: Option<Day>,
}

impl Effect {
    pub fn new(act: &'static str, facts: Value) -> Self {
        Effect {
            act,
            facts,
            event: None,
            news: None,
            decided_on: None,
        }
    }
}

/// Begins an act: the case must be the official's to see, the official not part of the proposal, the form new and the
/// version the one she saw.
pub(in crate::usecases) async fn begin<'e>(
    env: &'e Env,
    official: &Official<'_>,
    handling: &Handling,
    right: Right,
) -> Result<Begun<'e>, CaseError> {
    let now = env.now();
    let mut tx = env.db.begin().await?;
    let case = cases::find_case(&mut tx, handling.case).await?;
    let case = case
        .filter(|case| official.powers.may_see_cases(case.body))
        .ok_or(CaseError::NotFound)?;
    let powers = powers_on(&mut tx, env, official, &case).await?;
    let may = match right {
        Right::Handle => powers.may_handle_cases(case.body),
        Right::Route => powers.may_route(),
    };
    if !may {
        return Err(CaseError::Forbidden);
    }
    let before = form_posts::claim(&mut tx, handling.form_id, now, &handling.leads_to).await?;
    if let Some(address) = before {
        return Ok(Begun::Before(address));
    }
    case.role.may_decide()?;
    let proposal = proposals::find_by_id(&mut tx, case.proposal).await?;
    let proposal = proposal
        .filter(|proposal| proposal.stage.code() == StageCode::ClosedReached)
        .ok_or(CaseError::Stale)?;
    if case.version != handling.version {
        return Err(CaseError::Stale);
    }
    Ok(Begun::Now(Box::new(Unit {
        env,
        tx,
        official: official.person,
        case,
        proposal,
        now,
        leads_to: handling.leads_to.clone(),
    })))
}

/// The rights left on one case; an official who wrote or signed the proposal is told so.
pub(in crate::usecases) async fn powers_on<'g>(
    tx: &mut Tx,
    env: &Env,
    official: &Official<'g>,
    case: &Case,
) -> Result<Powers<'g>, CaseError> {
    let pseudonym = env.keys.pseudonym(official.person, case.proposal);
    let involvement =
        cases::find_involvement(tx, case.proposal, official.person, pseudonym).await?;
    let powers = official.powers.on_proposal(involvement);
    if powers.is_staff() {
        Ok(powers)
    } else {
        Err(CaseError::Involved)
    }
}

impl Unit<'_> {
    pub fn today(&self) -> Day {
        self.now.day()
    }

    /// Moves the case to the stage that a transition gives.
    pub fn advance(
        &mut self,
        transition: impl FnOnce(CaseStage) -> Result<CaseStage, NotAllowed>,
    ) -> Result<(), NotAllowed> {
        self.case.stage = transition(self.case.stage.clone())?;
        Ok(())
    }

    /// An event of this case that happens today.
    pub fn event(&self, kind: EventKind, facts: EventFacts) -> Event {
        let facts = EventFacts {
            body: Some(self.case.body_name.clone()),
            ..facts
        };
        Event::now(EventId(self.env.ids.uuid()), kind, self.now, facts)
    }

    /// News of this case's proposal, with its number, title and body.
    pub fn news(&self, kind: NewsKind, about: String, version: i64, facts: NewsFacts) -> News {
        News {
            news: kind,
            proposal: self.proposal.id,
            about,
            version,
            facts: NewsFacts {
                number: Some(self.proposal.number),
                title: self.proposal.title.clone(),
                body: Some(self.case.body_name.clone()),
                ..facts
            },
        }
    }

    /// Writes the case over the version that was read, with event, audit entry, news and what people see.
    pub async fn finish(mut self, effect: Effect) -> Result<String, CaseError> {
        let (id, now) = (self.proposal.id, self.now);
        if !cases::update_case(&mut self.tx, &self.case, now).await? {
            return Err(CaseError::Stale);
        }
        let seen = CaseSeen {
            stage: &self.case.stage,
            follow_up: self.case.follow_up,
        };
        let shown = display_stage(&self.proposal.stage, now, Some(seen), None).stage;
        if !closing::show_stage(&mut self.tx, id, shown, effect.decided_on, now).await? {
            return Err(CaseError::Stale);
        }
        if let Some(event) = &effect.event {
            events::insert_event(&mut self.tx, id, event).await?;
        }
        let entry = Note {
            act: effect.act,
            subject: &about_proposal(id),
            facts: json!({"case": self.case.id, "body": self.case.body_name, "facts": effect.facts}),
            is_public: false,
        };
        note(&mut self.tx, self.env, Actor::Person(self.official), entry).await?;
        if let Some(news) = effect.news {
            tell(&mut self.tx, self.env, news).await?;
        }
        touch(&mut self.tx, PageKey::Proposal(self.proposal.number), now).await?;
        touch(&mut self.tx, PageKey::Site, now).await?;
        self.tx.commit().await?;
        Ok(self.leads_to)
    }
}
