//! Reviewing proposals before publication, and taking published ones away (riktlinje KF 2023-12-07 § 91).
//!
//! Each act reads the official's rights, the proposal and the review inside its own transaction; whoever wrote or
//! signed a proposal has no powers over it. That staff are signed in with e-legitimation is held where the request
//! comes in. An act returns where its form leads: a form posted twice leads where the first post led.

mod claims;
mod facts;
mod lapse;
mod publish;
mod refuse;
mod removals;
mod undo;

pub use claims::{claim, release, take_over};
pub use facts::open_author_facts;
pub use lapse::lapse_unanswered;
pub use publish::{Publication, publish};
pub use refuse::{Refusal, Return, refuse, return_to_author};
pub use removals::{RemovalWish, ask_removal, asked, confirm_removal, decline_removal};
pub use undo::undo;

use super::{
    audit::{self, Actor, Note},
    env::Env,
    mails,
};
use crate::{
    domain::{
        display::{DisplayStage, display_stage},
        events::{EventFacts, EventKind},
        ids::{EventId, FormId, PersonId, ProposalNumber, ReviewId},
        news::{News, NewsFacts, NewsKind, Reason},
        permissions::{Grant, Involvement, Powers},
        reviews::{self as rules, Review, ReviewStep, UndoRefusal},
        stages::{self, Stage},
    },
    store::{
        db::{StoreError, Tx},
        events::{self, Event},
        form_posts, grants,
        page_versions::{self, PageKey},
        proposal_stages,
        proposals::{self, Proposal},
        refusal_reasons::ReasonText,
        review_decisions::{self, Step},
        reviews,
        signatures::{self, SignerKey},
    },
};
use serde_json::json;

/// What every act on a review says: which one, what its page showed, which form was posted and where that leads.
#[derive(Debug, Clone)]
pub struct Task {
    /// The proposal.
    pub number: ProposalNumber,
    /// The version of the review that the official saw.
    pub seen: i64,
    /// The form.
    pub form: FormId,
    /// Where the person is sent afterwards.
    pub leads_to: String,
}

/// Why an act on a review was not done.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// There is no such proposal, or the person has no right to review.
    #[error("nothing to review")]
    NotFound,
    /// The official wrote or signed it.
    #[error("the official is part of it")]
    Involved,
    /// The review does not allow it.
    #[error(transparent)]
    Review(#[from] rules::NotAllowed),
    /// The proposal's stage does not allow it.
    #[error(transparent)]
    Stage(#[from] stages::NotAllowed),
    /// The decision stands.
    #[error(transparent)]
    Undo(#[from] UndoRefusal),
    /// One that was asked for is already there, there is none, or the same person would confirm it.
    #[error(transparent)]
    Removal(#[from] RemovalRefusal),
    /// A body, area or ground that was chosen is not there any more.
    #[error("chosen what is not there: {0}")]
    NoSuch(&'static str),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a removal is not asked for, confirmed or declined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RemovalRefusal {
    /// A colleague already asks for it.
    #[error("already asked for")]
    AlreadyAsked,
    /// Nobody asks for it.
    #[error("not asked for")]
    NotAsked,
    /// The one who asked cannot confirm.
    #[error("a second person must confirm")]
    SamePerson,
}

/// Where an act led, or why it was not done.
pub type Result<T> = std::result::Result<T, ReviewError>;

/// A proposal held for an act: nothing else changes its stage until the transaction ends.
struct Held {
    tx: Tx,
    proposal: Proposal,
    review: Option<Review>,
    official: PersonId,
    grants: Vec<Grant>,
}

/// How an act begins: either it is ours to do, or its form was posted before and leads there.
enum Begun {
    Ours(Box<Held>),
    Before(String),
}

/// Begins a unit of work, claims the form, holds the proposal and checks the official's rights.
async fn begin(env: &Env, official: PersonId, task: &Task) -> Result<Begun> {
    let mut tx = env.db.begin().await?;
    let grants = grants::list_grants(&mut tx, official).await?;
    if !Powers::of(&grants).may_review() {
        return Err(ReviewError::NotFound);
    }
    let found = proposals::find_by_number(&mut tx, task.number).await?;
    let id = found.ok_or(ReviewError::NotFound)?.id;
    if let Some(before) = form_posts::claim(&mut tx, task.form, env.now(), &task.leads_to).await? {
        return Ok(Begun::Before(before));
    }
    signatures::lock_proposals(&mut tx, &[id]).await?;
    let found = proposals::find_by_id(&mut tx, id).await?;
    let proposal = found.ok_or(ReviewError::NotFound)?;
    let involvement = involvement(&mut tx, env, official, &proposal).await?;
    if !Powers::of(&grants).on_proposal(involvement).may_review() {
        return Err(ReviewError::Involved);
    }
    let review = reviews::find_review(&mut tx, id).await?;
    Ok(Begun::Ours(Box::new(Held {
        tx,
        proposal,
        review,
        official,
        grants,
    })))
}

/// How an official is personally part of a proposal: then the official's powers over it are gone.
///
/// # Errors
/// What the store refuses.
pub async fn involvement(
    tx: &mut Tx,
    env: &Env,
    official: PersonId,
    proposal: &Proposal,
) -> std::result::Result<Involvement, StoreError> {
    if proposal.author == Some(official) {
        return Ok(Involvement::Author);
    }
    let pseudonym = env.keys.pseudonym(official, proposal.id);
    let key = SignerKey {
        proposal: proposal.id,
        pseudonym,
    };
    let signature = signatures::find_own(tx, &key).await?;
    Ok(if signature.is_some() {
        Involvement::Signer
    } else {
        Involvement::None
    })
}

impl Held {
    fn powers(&self) -> Powers<'_> {
        Powers::of(&self.grants)
    }

    fn review(&self) -> Result<Review> {
        self.review.clone().ok_or(ReviewError::NotFound)
    }

    /// Writes the review over the one that was read.
    async fn write_review(&mut self, env: &Env, review: &Review) -> Result<()> {
        let read = self.review()?.version;
        let key = (self.proposal.id, read);
        if !reviews::update_review(&mut self.tx, key, review, env.now()).await? {
            return Err(rules::NotAllowed::Stale.into());
        }
        Ok(())
    }

    /// Writes the stage over the one that was read; pages that show it are drawn anew.
    async fn write_stage(&mut self, env: &Env, stage: &Stage) -> Result<()> {
        let now = env.now();
        let key = (self.proposal.id, self.proposal.version);
        let shown: DisplayStage = display_stage(stage, now, None, None).stage;
        if !proposal_stages::update_stage(&mut self.tx, key, stage, shown, now).await? {
            return Err(rules::NotAllowed::Stale.into());
        }
        Ok(self.touch(env).await?)
    }

    async fn touch(&mut self, env: &Env) -> std::result::Result<(), StoreError> {
        let now = env.now();
        page_versions::touch(&mut self.tx, PageKey::Site, now).await?;
        let key = PageKey::Proposal(self.proposal.number);
        page_versions::touch(&mut self.tx, key, now).await
    }

    /// Adds to the review's history.
    async fn record(
        &mut self,
        env: &Env,
        kind: ReviewStep,
        reasons: Vec<String>,
        note: Option<String>,
    ) -> Result<()> {
        let step = Step {
            id: ReviewId(env.ids.uuid()),
            kind,
            reasons,
            note,
            by: Some(self.official),
            at: env.now(),
        };
        Ok(review_decisions::insert_step(&mut self.tx, self.proposal.id, &step).await?)
    }

    /// Adds to the proposal's timeline; what is not public only its author and staff see.
    async fn add_event(&mut self, env: &Env, kind: EventKind, facts: EventFacts) -> Result<()> {
        let event = Event::now(EventId(env.ids.uuid()), kind, env.now(), facts);
        let event = match kind {
            EventKind::Published | EventKind::Removed => event,
            _ => event.kept_private(),
        };
        Ok(events::insert_event(&mut self.tx, self.proposal.id, &event).await?)
    }

    /// Notes the act in the log; what holds only codes and the number is public.
    async fn note(&mut self, env: &Env, act: &'static str, reasons: &[String]) -> Result<()> {
        let entry = Note {
            act,
            subject: &audit::about_proposal(self.proposal.id),
            facts: json!({ "number": self.proposal.number, "reasons": reasons }),
            is_public: matches!(
                act,
                "review.publish" | "review.refuse" | "review.undo" | "review.remove"
            ),
        };
        Ok(audit::note(&mut self.tx, env, Actor::Person(self.official), entry).await?)
    }

    /// Tells the people concerned. The version that the proposal gets by this act makes it news once, and newer than
    /// all that was told of the review before.
    async fn tell(&mut self, env: &Env, news: NewsKind, facts: NewsFacts) -> Result<()> {
        let news = News {
            news,
            proposal: self.proposal.id,
            about: "review".to_owned(),
            version: self.proposal.version + 1,
            facts: NewsFacts {
                number: Some(self.proposal.number),
                title: self.proposal.title.clone(),
                ..facts
            },
        };
        Ok(mails::tell(&mut self.tx, env, news).await?)
    }

    async fn commit(self) -> Result<()> {
        Ok(self.tx.commit().await?)
    }
}

/// The texts of the grounds with these codes, in the order of the table; an unknown one is refused.
fn chosen_texts(table: &[ReasonText], codes: &[String]) -> Result<Vec<Reason>> {
    if !codes
        .iter()
        .all(|code| table.iter().any(|one| one.code == *code))
    {
        return Err(ReviewError::NoSuch("reason"));
    }
    let chosen = table.iter().filter(|one| codes.contains(&one.code));
    Ok(chosen
        .map(|one| Reason {
            sv: one.text_sv.clone(),
            en: one.text_en.clone(),
        })
        .collect())
}
