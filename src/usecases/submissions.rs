//! Sending a proposal in, answering a question about it, taking it back.

mod by_author;

pub use by_author::{Answer, AuthorError, answer, withdraw};

use super::{
    audit::{Actor, Note, about_proposal, note},
    city::{self, CityMap},
    drafts::{self, DraftError, Writer},
    env::Env,
    mails::tell,
};
use crate::{
    domain::{
        display::display_stage,
        drafts::Problems,
        events::{EventFacts, EventKind},
        identity::TrustLevel,
        ids::{DraftId, EventId, PersonId, ProposalId, ProposalNumber},
        news::{News, NewsFacts, NewsKind, own_page},
        people::Profile,
        proposals::Origin,
        reviews,
        stage_facts::StageFacts,
        stages::Stage,
        submissions::{About, PlaceMeant, Submission},
        time::{Day, Timestamp},
    },
    store::{
        db::{StoreError, Tx},
        drafts as draft_rows,
        events::{Event, insert_event},
        people,
        proposal_versions::{Wording, insert_version},
        submissions::{self as rows, NewPlace, NewProposal},
    },
};
use serde_json::json;

/// Who sends, as the session knows her, and how.
#[derive(Debug, Clone)]
pub struct Author {
    /// The person.
    pub person: PersonId,
    /// How she proved who she is.
    pub level: TrustLevel,
    /// The language the proposal is written in.
    pub locale: String,
    /// `Own`; the demo's site says `Demo`, which has numbers of its own.
    pub origin: Origin,
}

/// A proposal that came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Submitted {
    /// Its public number.
    pub number: ProposalNumber,
    /// Whether it came in now; otherwise it had been sent before and nothing changed.
    pub is_new: bool,
}

/// Why nothing was sent.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// No such draft, someone else's, or one that asks her to sign in.
    #[error(transparent)]
    Draft(DraftError),
    /// The space asks for a stronger proof of who she is.
    #[error("a stronger sign-in is needed")]
    TooWeak,
    /// Something is missing or wrong.
    #[error("the draft is not complete")]
    Incomplete(Problems),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Sends a draft in, once: sending it again, from another tab or by a second press, gives the same number.
///
/// # Errors
/// [`SubmitError`].
pub async fn submit(
    env: &Env,
    author: &Author,
    writer: &Writer,
    draft: DraftId,
) -> Result<Submitted, SubmitError> {
    let mut tx = env.db.begin().await?;
    let row = draft_rows::lock_draft(&mut tx, draft).await?;
    let row = row.ok_or(SubmitError::Draft(DraftError::NoSuchDraft))?;
    let written = match drafts::unseal(env, writer, &row) {
        Ok(written) => written,
        Err(DraftError::Sent(number)) => {
            return Ok(Submitted {
                number,
                is_new: false,
            });
        }
        Err(error) => return Err(SubmitError::Draft(error)),
    };
    let city = CityMap::read(&mut tx).await?;
    let submission = written.submission(&city).map_err(SubmitError::Incomplete)?;
    let number = take_in(&mut tx, env, author, &submission).await?;
    draft_rows::mark_sent(&mut tx, draft, number, author.person, env.now()).await?;
    tx.commit().await?;
    Ok(Submitted {
        number,
        is_new: true,
    })
}

/// Sends in what never was a draft: the demo's material.
///
/// # Errors
/// [`SubmitError::TooWeak`] or what the store refuses.
pub async fn submit_finished(
    env: &Env,
    author: &Author,
    submission: &Submission,
) -> Result<Submitted, SubmitError> {
    let mut tx = env.db.begin().await?;
    let number = take_in(&mut tx, env, author, submission).await?;
    tx.commit().await?;
    Ok(Submitted {
        number,
        is_new: true,
    })
}

async fn take_in(
    tx: &mut Tx,
    env: &Env,
    author: &Author,
    submission: &Submission,
) -> Result<ProposalNumber, SubmitError> {
    if author.level < env.rules.propose_level {
        return Err(SubmitError::TooWeak);
    }
    let now = env.now();
    let id = ProposalId(env.ids.uuid());
    let number = rows::take_number(tx, author.origin).await?;
    insert(tx, env, author, submission, (id, number)).await?;
    let wording = Wording {
        version: 1,
        title: submission.idea.title.as_str().to_owned(),
        text: submission.idea.text.as_str().to_owned(),
        written_at: now,
        written_by: "author".to_owned(),
    };
    insert_version(tx, id, &wording).await?;
    complete_profile(tx, env, author.person, &submission.about).await?;
    let waiting = Arrival {
        id,
        number,
        title: wording.title,
        version: 1,
        author: author.person,
        event: EventKind::Submitted,
        act: "proposal.submit",
    };
    waiting.enter_review(tx, env, now).await?;
    Ok(number)
}

async fn insert(
    tx: &mut Tx,
    env: &Env,
    author: &Author,
    submission: &Submission,
    (id, number): (ProposalId, ProposalNumber),
) -> Result<(), StoreError> {
    let now = env.now();
    let stage = Stage::submit(now);
    let about = &submission.about;
    let facts = StageFacts::from(&stage);
    let new = NewProposal {
        id,
        number,
        origin: author.origin,
        title: submission.idea.title.as_str(),
        text: submission.idea.text.as_str(),
        locale: &author.locale,
        topic: submission.idea.topic,
        author: author.person,
        author_facts: about.facts().seal(&env.keys, id, env.ids.bytes()),
        author_name: about.published_name(),
        author_residence: &about.residence,
        author_age_band: about.age.band(),
        author_gender: about.gender,
        place: place_of(&submission.place),
        stage: &facts,
        shown_stage: display_stage(&stage, now, None, None).stage,
        now,
    };
    rows::insert_proposal(tx, new).await
}

/// A point says in which areas it lies; without one the chosen area stands.
fn place_of(place: &PlaceMeant) -> NewPlace<'_> {
    let located = place.point.and_then(city::locate);
    let chosen = place.area.as_ref().map(|area| area.as_str().to_owned());
    NewPlace {
        text: place.text.as_ref().map(|text| text.as_str()),
        point: place.point.map(|point| (point.latitude, point.longitude)),
        is_fallback: located.as_ref().is_some_and(|found| found.is_fallback),
        primar: located.as_ref().map(|found| found.primaromrade.clone()),
        mellan: located.map(|found| found.mellanomrade).or(chosen),
    }
}

/// Name and ort are asked once: whoever has not told them yet has done so now.
async fn complete_profile(
    tx: &mut Tx,
    env: &Env,
    person: PersonId,
    about: &About,
) -> Result<(), StoreError> {
    let Some(told) = people::find_told(tx, person).await? else {
        return Ok(());
    };
    let known = told
        .profile
        .and_then(|sealed| Profile::open(&env.keys, person, &sealed));
    if known.as_ref().is_some_and(Profile::is_complete) {
        return Ok(());
    }
    let profile = Profile {
        first_name: about.name.first().to_owned(),
        last_name: about.name.last().to_owned(),
        ort: about.town.as_str().to_owned(),
        email: known.and_then(|known| known.email),
    };
    let sealed = profile.seal(&env.keys, person, env.ids.bytes());
    people::update_told(tx, person, sealed, &told.residence).await
}

/// A proposal that waits for review from now on, for the first time or again.
struct Arrival {
    id: ProposalId,
    number: ProposalNumber,
    title: String,
    version: i64,
    author: PersonId,
    event: EventKind,
    act: &'static str,
}

impl Arrival {
    async fn enter_review(&self, tx: &mut Tx, env: &Env, now: Timestamp) -> Result<(), StoreError> {
        let due_on = reviews::due_on(now, &env.rules);
        rows::open_review(tx, self.id, due_on).await?;
        self.tell_timeline(tx, env, now).await?;
        let news = News {
            news: NewsKind::Received,
            proposal: self.id,
            about: "review".to_owned(),
            version: self.version,
            facts: self.facts(due_on),
        };
        tell(tx, env, news).await
    }

    async fn tell_timeline(
        &self,
        tx: &mut Tx,
        env: &Env,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let id = EventId(env.ids.uuid());
        let event = Event::now(id, self.event, now, EventFacts::default()).kept_private();
        insert_event(tx, self.id, &event).await?;
        let entry = Note {
            act: self.act,
            subject: &about_proposal(self.id),
            facts: json!({ "number": self.number, "version": self.version }),
            is_public: false,
        };
        note(tx, env, Actor::Person(self.author), entry).await
    }

    fn facts(&self, due_on: Day) -> NewsFacts {
        NewsFacts {
            number: Some(self.number),
            title: self.title.clone(),
            day: Some(due_on),
            path: Some(own_page(self.number)),
            ..NewsFacts::default()
        }
    }
}
