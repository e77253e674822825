//! What an author may do before publication: answer a question with a new wording, or take the proposal back.

use super::{Arrival, rows};
use crate::{
    domain::{
        display::display_stage,
        events::EventKind,
        ids::{FormId, PersonId, ProposalNumber},
        stage_facts::StageFacts,
        stages::{NotAllowed, Stage},
        text::{Body, Title},
    },
    store::{
        db::{StoreError, Tx},
        form_posts,
        proposal_versions::{Wording, insert_version},
        proposals::{self, Proposal},
        submissions::AuthorChange,
    },
    usecases::env::Env,
};

/// Why an author's act changes nothing.
#[derive(Debug, thiserror::Error)]
pub enum AuthorError {
    /// There is no such proposal, or it is someone else's: the answer is the same.
    #[error("no such proposal")]
    NoSuchProposal,
    /// The stage does not allow it, or the time for it has passed.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// Somebody changed the proposal at the same time.
    #[error("changed since it was read")]
    Stale,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// An answer to a moderator's question.
#[derive(Debug)]
pub struct Answer<'a> {
    /// The proposal.
    pub number: ProposalNumber,
    /// Its title from now on.
    pub title: Title,
    /// Its text from now on.
    pub text: Body,
    /// The form it came in.
    pub form_id: FormId,
    /// The page that follows.
    pub leads_to: &'a str,
}

/// Answers a question: the proposal waits for review again, with the new wording. The same form twice is one answer.
///
/// # Errors
/// [`AuthorError`].
pub async fn answer(env: &Env, person: PersonId, answer: Answer<'_>) -> Result<(), AuthorError> {
    let now = env.now();
    let mut tx = env.db.begin().await?;
    let earlier = form_posts::claim(&mut tx, answer.form_id, now, answer.leads_to).await?;
    if earlier.is_some() {
        return Ok(());
    }
    let read = find_own(&mut tx, person, answer.number).await?;
    let stage = read.stage.clone().answer(now)?;
    let wording = Wording {
        version: read.version + 1,
        title: answer.title.into_string(),
        text: answer.text.into_string(),
        written_at: now,
        written_by: "author".to_owned(),
    };
    change(&mut tx, env, &read, &stage, (&wording.title, &wording.text)).await?;
    insert_version(&mut tx, read.id, &wording).await?;
    let again = arrival(
        &read,
        person,
        wording,
        EventKind::Answered,
        "proposal.answer",
    );
    again.enter_review(&mut tx, env, now).await?;
    Ok(tx.commit().await?)
}

/// Takes a proposal back before publication. Doing it twice changes nothing.
///
/// # Errors
/// [`AuthorError`].
pub async fn withdraw(
    env: &Env,
    person: PersonId,
    number: ProposalNumber,
) -> Result<(), AuthorError> {
    let now = env.now();
    let mut tx = env.db.begin().await?;
    let read = find_own(&mut tx, person, number).await?;
    if matches!(read.stage, Stage::Withdrawn { .. }) {
        return Ok(());
    }
    let stage = read.stage.clone().withdraw()?;
    let wording = (
        read.title.as_str(),
        read.text.as_deref().unwrap_or_default(),
    );
    change(&mut tx, env, &read, &stage, wording).await?;
    rows::end_review(&mut tx, read.id).await?;
    let gone = Arrival {
        id: read.id,
        number: read.number,
        title: read.title,
        version: read.version + 1,
        author: person,
        event: EventKind::Withdrawn,
        act: "proposal.withdraw",
    };
    gone.tell_timeline(&mut tx, env, now).await?;
    Ok(tx.commit().await?)
}

async fn find_own(
    tx: &mut Tx,
    person: PersonId,
    number: ProposalNumber,
) -> Result<Proposal, AuthorError> {
    let found = proposals::find_by_number(tx, number).await?;
    found
        .filter(|proposal| proposal.author == Some(person))
        .ok_or(AuthorError::NoSuchProposal)
}

async fn change(
    tx: &mut Tx,
    env: &Env,
    read: &Proposal,
    stage: &Stage,
    (title, text): (&str, &str),
) -> Result<(), AuthorError> {
    let now = env.now();
    let change = AuthorChange {
        stage: &StageFacts::from(stage),
        shown_stage: display_stage(stage, now, None, None).stage,
        title,
        text,
        now,
    };
    if rows::update_by_author(tx, read, change).await? {
        Ok(())
    } else {
        Err(AuthorError::Stale)
    }
}

fn arrival(
    read: &Proposal,
    author: PersonId,
    wording: Wording,
    event: EventKind,
    act: &'static str,
) -> Arrival {
    Arrival {
        id: read.id,
        number: read.number,
        title: wording.title,
        version: wording.version,
        author,
        event,
        act,
    }
}
