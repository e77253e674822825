//! What the pages of cases are made from, and who may see it.

use super::words;
use crate::{
    domain::{
        cases::CaseStageCode,
        ids::CaseId,
        permissions::{Involvement, Powers},
        routing::CaseRole,
        settings::Rules,
        stages::StageCode,
        time::Day,
    },
    store::{
        case_lists::{self, Listed, Unrouted},
        cases::{self, Case},
        db::Tx,
        decisions::{self, Decision},
        documents::{self, Document},
        events::{self, Event},
        incoming::{self, Incoming},
        proposals::{self, Proposal},
    },
    usecases::cases::Official,
    web::{
        error::WebError,
        extract::{Ctx, Session},
    },
};

/// A case with everything around it.
pub struct Seen {
    /// The case.
    pub case: Case,
    /// All cases of the proposal, this one included.
    pub all: Vec<Case>,
    /// The proposal.
    pub proposal: Proposal,
    /// What happened, oldest first.
    pub events: Vec<Event>,
    /// Published decisions.
    pub decisions: Vec<Decision>,
    /// Files, waiting and published.
    pub documents: Vec<Document>,
    /// What the official may do.
    pub may: May,
}

/// What an official may do with a case.
#[derive(Debug, Clone, Copy)]
pub struct May {
    /// Register, decide, follow up.
    pub handle: bool,
    /// Name the body that answers.
    pub route: bool,
    /// She wrote or signed the proposal and may do nothing.
    pub is_involved: bool,
}

impl Seen {
    /// Files that no decision was published with.
    pub fn waiting(&self) -> impl Iterator<Item = &Document> {
        self.documents
            .iter()
            .filter(|file| file.decision_id.is_none())
    }
}

/// The official that a session stands for.
pub fn official(session: &Session) -> Official<'_> {
    Official {
        person: session.person,
        powers: session.powers(),
    }
}

/// A case's key from its address.
pub fn parse_id(id: &str) -> Result<CaseId, WebError> {
    id.parse().map_err(|_| WebError::NotFound)
}

/// Reads a case that the official may see; another body's is told as missing.
pub async fn see(ctx: &Ctx, session: &Session, id: CaseId) -> Result<Seen, WebError> {
    let mut tx = ctx.read().await?;
    let case = cases::find_case(&mut tx, id).await?;
    let case = case
        .filter(|case| session.powers().may_see_cases(case.body))
        .ok_or(WebError::NotFound)?;
    let proposal = proposals::find_by_id(&mut tx, case.proposal).await?;
    let proposal = proposal.ok_or(WebError::NotFound)?;
    Ok(Seen {
        may: find_may(&mut tx, ctx, session, &case, &proposal).await?,
        all: cases::list_by_proposal(&mut tx, proposal.id).await?,
        events: events::list_events(&mut tx, proposal.id).await?,
        decisions: decisions::list_by_proposal(&mut tx, proposal.id).await?,
        documents: documents::list_by_case(&mut tx, case.id).await?,
        case,
        proposal,
    })
}

async fn find_may(
    tx: &mut Tx,
    ctx: &Ctx,
    session: &Session,
    case: &Case,
    proposal: &Proposal,
) -> Result<May, WebError> {
    let pseudonym = ctx.app.env.keys.pseudonym(session.person, proposal.id);
    let involvement = cases::find_involvement(tx, proposal.id, session.person, pseudonym).await?;
    let powers = session.powers().on_proposal(involvement);
    let is_open =
        case.role.may_decide().is_ok() && proposal.stage.code() == StageCode::ClosedReached;
    Ok(May {
        handle: is_open && powers.may_handle_cases(case.body),
        route: is_open && powers.may_route() && case.stage.may_be_rerouted(),
        is_involved: involvement != Involvement::None,
    })
}

/// The work list of an official.
pub struct WorkList {
    /// The cases, in no order.
    pub cases: Vec<Listed>,
    /// Closed proposals without a body; only for those who route.
    pub unrouted: Vec<Unrouted>,
    /// What is on its way, while it collects signatures.
    pub incoming: Vec<Incoming>,
    /// Whether the list is that of all bodies.
    pub is_of_all: bool,
}

impl WorkList {
    /// How many cases are left to do, and how many of them are late.
    pub fn count_left(&self, today: Day, rules: &Rules) -> (i64, i64) {
        let cases = self.cases.iter().map(|line| &line.case);
        let left: Vec<_> = cases.filter(|case| is_left(case)).collect();
        let late = left
            .iter()
            .filter(|case| !words::warnings(case, today, rules).is_empty());
        (count(left.len()), count(late.count()))
    }

    /// How many are on their way, and how many of them their body wants to hand over.
    pub fn count_incoming(&self) -> (i64, i64) {
        let objections = self.incoming.iter().filter(|line| line.not_ours.is_some());
        (count(self.incoming.len()), count(objections.count()))
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Whether a case has something left to do for the body that handles it.
pub fn is_left(case: &Case) -> bool {
    case.role == CaseRole::Coordinating && case.stage.code() != CaseStageCode::Closed
}

/// The cases of the official's own bodies; those who route see all.
pub async fn list(ctx: &Ctx, powers: Powers<'_>) -> Result<WorkList, WebError> {
    let mut tx = ctx.read().await?;
    if powers.may_route() {
        return Ok(WorkList {
            cases: case_lists::list_all(&mut tx).await?,
            unrouted: case_lists::list_unrouted(&mut tx).await?,
            incoming: incoming::list_all(&mut tx).await?,
            is_of_all: true,
        });
    }
    let (mut all, mut coming) = (Vec::new(), Vec::new());
    for body in powers.bodies() {
        all.extend(case_lists::list_of_body(&mut tx, body).await?);
        coming.extend(incoming::list_of_body(&mut tx, body).await?);
    }
    Ok(WorkList {
        cases: all,
        unrouted: Vec::new(),
        incoming: coming,
        is_of_all: false,
    })
}
