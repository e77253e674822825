//! Everything the page of one review shows, read in one transaction.

use crate::{
    domain::{
        ids::{PersonId, ProposalNumber},
        people::Profile,
        permissions::Involvement,
        reviews::{Review, ReviewState, ReviewStep, Undo, Verdict, may_undo},
        stages::StageCode,
        time::Timestamp,
    },
    store::{
        db::{StoreError, Tx},
        events::{self, Event},
        people,
        proposal_versions::{self, Wording},
        proposals::{self, Proposal},
        refusal_reasons::{self, ReasonText},
        review_decisions::{self, Step},
        reviews as rows,
    },
    usecases::reviews,
    web::{
        error::WebError,
        extract::{Ctx, Session},
    },
};
use std::collections::HashMap;

/// Names of colleagues, for whoever works beside them.
pub type Names = HashMap<PersonId, String>;

/// A proposal with its review and all that was done.
pub struct Reviewed {
    /// The proposal.
    pub proposal: Proposal,
    /// Its review; imported ones have none.
    pub review: Option<Review>,
    /// What was done, oldest first.
    pub steps: Vec<Step>,
    /// The wordings it has had, oldest first.
    pub wordings: Vec<Wording>,
    /// Its timeline, oldest first.
    pub events: Vec<Event>,
    /// The names of those who did something.
    pub names: Names,
    /// All grounds there are.
    pub reasons: Vec<ReasonText>,
    /// Whether the official is part of it.
    pub involvement: Involvement,
}

/// Reads it. Drafts and what was sent elsewhere are not for review.
pub async fn see(
    ctx: &Ctx,
    session: &Session,
    number: ProposalNumber,
) -> Result<Reviewed, WebError> {
    let mut tx = ctx.read().await?;
    let found = proposals::find_by_number(&mut tx, number).await?;
    let proposal = found.ok_or(WebError::NotFound)?;
    let review = rows::find_review(&mut tx, proposal.id).await?;
    let steps = review_decisions::list_steps(&mut tx, proposal.id).await?;
    let holder = review.as_ref().and_then(|review| match review.state {
        ReviewState::Claimed { by, .. } => Some(by),
        _ => None,
    });
    let people = steps.iter().filter_map(|step| step.by).chain(holder);
    let names = names(&mut tx, ctx, people).await?;
    Ok(Reviewed {
        wordings: proposal_versions::list_versions(&mut tx, proposal.id).await?,
        events: events::list_events(&mut tx, proposal.id).await?,
        reasons: refusal_reasons::list_all(&mut tx).await?,
        involvement: reviews::involvement(&mut tx, &ctx.app.env, session.person, &proposal).await?,
        proposal,
        review,
        steps,
        names,
    })
}

/// What these people are called.
pub async fn names(
    tx: &mut Tx,
    ctx: &Ctx,
    people: impl Iterator<Item = PersonId>,
) -> Result<Names, StoreError> {
    let mut names = Names::new();
    for person in people {
        if names.contains_key(&person) {
            continue;
        }
        let told = people::find_told(tx, person).await?;
        let sealed = told.and_then(|told| told.profile);
        let profile = sealed.and_then(|sealed| Profile::open(&ctx.app.env.keys, person, &sealed));
        let name = profile.map(|profile| profile.shown_name());
        names.insert(person, name.unwrap_or_default());
    }
    Ok(names)
}

impl Reviewed {
    /// The version an act on it is made from.
    pub fn version(&self) -> i64 {
        self.review.as_ref().map_or(0, |review| review.version)
    }

    /// Who works on it, or did last.
    pub fn holder(&self) -> Option<PersonId> {
        match self.review.as_ref()?.state {
            ReviewState::Claimed { by, .. } => Some(by),
            _ => None,
        }
    }

    /// The name of a colleague; empty when she has told none.
    pub fn name(&self, person: Option<PersonId>) -> &str {
        person
            .and_then(|person| self.names.get(&person))
            .map_or("", String::as_str)
    }

    /// Whether a refusal's ground asks that the text is not simply shown.
    pub fn hides_text(&self) -> bool {
        let is_refused = self.proposal.stage.code() == StageCode::Refused;
        let latest = self
            .steps
            .iter()
            .rfind(|step| step.kind == ReviewStep::Refused);
        is_refused && latest.is_some_and(|step| hides(&self.reasons, &step.reasons))
    }

    /// Whether this person may undo the latest decision now.
    pub fn may_undo(&self, session: &Session, now: Timestamp, ctx: &Ctx) -> bool {
        let verdict = match self.proposal.stage.code() {
            StageCode::Published => Verdict::Published,
            StageCode::Returned => Verdict::Returned,
            StageCode::Refused => Verdict::Refused,
            _ => return false,
        };
        let latest = self
            .steps
            .iter()
            .rfind(|step| Verdict::of(step.kind).is_some());
        latest.is_some_and(|step| {
            let undo = Undo {
                verdict,
                decided_at: step.at,
                signature_count: self.proposal.count.unwrap_or(0),
                is_decider: step.by == Some(session.person),
                is_overseer: session.powers().may_oversee_reviews(),
            };
            Verdict::of(step.kind) == Some(verdict)
                && may_undo(undo, now, &ctx.app.env.rules).is_ok()
        })
    }
}

/// Whether any of these grounds asks that the text is hidden.
pub fn hides(table: &[ReasonText], codes: &[String]) -> bool {
    table
        .iter()
        .any(|reason| reason.hides && codes.contains(&reason.code))
}
