//! Everything a proposal's page shows, read in one transaction.

use crate::{
    domain::{
        case_clock::NextStep,
        catalogue::Like,
        events::EventKind,
        ids::{CaseId, ProposalId, ProposalNumber},
        proposals::Origin,
        routing::CaseRole,
        stages::Stage,
        time::Day,
    },
    i18n::Texts,
    store::{
        cases::{self, Case},
        db::{StoreError, Tx},
        decisions::{self, Decision},
        documents::{self, Document},
        events::{self, Event},
        follow_ups::{self, Recorded},
        imported_decisions::{self, ImportedDecision},
        proposals::{self, Proposal, Recipient},
    },
    usecases::signatures::{OwnState, own_state},
    web::{error::WebError, extract::Ctx, live::Directory},
};
use std::sync::Arc;

/// Like proposals shown.
const LIKE: usize = 4;

/// What the page shows.
pub struct ProposalView {
    /// The proposal.
    pub proposal: Proposal,
    /// Whether anyone may read it; otherwise its author or a moderator reads it.
    pub is_public: bool,
    /// The bodies that receive it.
    pub recipients: Vec<Recipient>,
    /// What happened.
    pub events: Vec<Event>,
    /// Its cases, the coordinating body's first.
    pub cases: Vec<Case>,
    /// Decisions, as published.
    pub decisions: Vec<Decision>,
    /// Published documents.
    pub documents: Vec<Document>,
    /// How decisions are carried out.
    pub follow_ups: Vec<Recorded>,
    /// The decision in the city's open data.
    pub imported_decision: Option<ImportedDecision>,
    /// Like ones, with their titles.
    pub like: Vec<Proposal>,
    /// What the signed-in person has done with it.
    pub own: Option<OwnState>,
    /// Bodies and areas.
    pub directory: Arc<Directory>,
    /// The address that leads to it in any language.
    pub address: String,
    /// The day by which a body should take it up, for a proposal still collecting.
    pub taken_up_by: Option<Day>,
    /// What comes next in the coordinating body's case.
    pub next_step: Option<(CaseId, NextStep)>,
}

/// Reads it.
///
/// # Errors
/// Not found, or removed, or the database is away.
pub async fn read(ctx: &Ctx, number: ProposalNumber) -> Result<ProposalView, WebError> {
    let live = ctx.app.live();
    live.catch_up(&ctx.app.env).await?;
    let mut tx = ctx.read().await?;
    let proposal = proposals::find_by_number(&mut tx, number)
        .await?
        .ok_or(WebError::NotFound)?;
    let mut events = events::list_events(&mut tx, proposal.id).await?;
    if proposal.stage.is_gone() {
        return Err(gone(ctx.t(), &events));
    }
    let is_public = proposal.stage.is_visible();
    if !is_public && !is_own_or_reviewed(ctx, &proposal) {
        return Err(WebError::NotFound);
    }
    if is_public {
        events.retain(|event| event.is_public);
    }
    let likes = likes(ctx, &proposal);
    let cases = sorted(cases::list_by_proposal(&mut tx, proposal.id).await?);
    let rules = &ctx.app.env.rules;
    let own = match &ctx.session {
        Some(session) => Some(own_state(&mut tx, &ctx.app.env, session.person, proposal.id).await?),
        None => None,
    };
    let answer = match cases.is_empty() {
        true => Answer::default(),
        false => Answer::read(&mut tx, proposal.id).await?,
    };
    let imported_decision = match proposal.origin {
        Origin::Imported => imported_decisions::find_decision(&mut tx, proposal.id).await?,
        Origin::Own | Origin::Demo => None,
    };
    Ok(ProposalView {
        is_public,
        recipients: proposals::list_recipients(&mut tx, proposal.id).await?,
        events,
        decisions: answer.decisions,
        documents: answer.documents,
        follow_ups: answer.follow_ups,
        imported_decision,
        like: proposals::list_by_numbers(&mut tx, &likes).await?,
        own,
        directory: live.directory(),
        address: format!(
            "{}{}",
            ctx.app.site.base_url,
            crate::web::urls::proposal_in_any_language(number)
        ),
        taken_up_by: taken_up_by(&proposal, rules.agenda_days),
        next_step: cases
            .first()
            .filter(|case| case.role == CaseRole::Coordinating)
            .map(|case| (case.id, case.clock().next_step(rules))),
        cases,
        proposal,
    })
}

/// What the bodies have said and done; a proposal without a case has none of it, and is not asked for it.
#[derive(Default)]
struct Answer {
    decisions: Vec<Decision>,
    documents: Vec<Document>,
    follow_ups: Vec<Recorded>,
}

impl Answer {
    async fn read(tx: &mut Tx, proposal: ProposalId) -> Result<Self, StoreError> {
        Ok(Answer {
            decisions: decisions::list_by_proposal(tx, proposal).await?,
            documents: documents::list_published(tx, proposal).await?,
            follow_ups: follow_ups::list_follow_ups(tx, proposal).await?,
        })
    }
}

fn sorted(mut cases: Vec<Case>) -> Vec<Case> {
    cases.sort_by_key(|case| (case.role != CaseRole::Coordinating, case.received_on));
    cases
}

fn taken_up_by(proposal: &Proposal, agenda_days: i64) -> Option<Day> {
    match &proposal.stage {
        Stage::Published(open) => Some(open.closes_at.day().plus_days(agenda_days)),
        _ => None,
    }
}

fn likes(ctx: &Ctx, proposal: &Proposal) -> Vec<ProposalNumber> {
    let catalogue = ctx.app.live().catalogue();
    let likes: Vec<Like> = catalogue.like(&proposal.title, Some(proposal.number), LIKE);
    likes.into_iter().map(|like| like.number).collect()
}

fn is_own_or_reviewed(ctx: &Ctx, proposal: &Proposal) -> bool {
    ctx.session.as_ref().is_some_and(|session| {
        proposal.author == Some(session.person) || session.powers().may_review()
    })
}

/// Removed: the kind of reason, in words.
pub fn gone(t: &Texts, events: &[Event]) -> WebError {
    let code = events
        .iter()
        .rev()
        .find(|event| event.kind == EventKind::Removed)
        .and_then(|event| event.facts.outcome.as_deref());
    WebError::Gone(crate::web::words::removal(t, code))
}
