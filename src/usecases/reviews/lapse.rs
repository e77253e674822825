//! Questions that were not answered in time.

use crate::{
    domain::{
        display::display_stage,
        events::{EventFacts, EventKind},
        ids::{EventId, ProposalNumber, ReviewId},
        news::{News, NewsFacts, NewsKind, own_page},
        reviews::ReviewStep,
    },
    store::{
        db::{StoreError, Tx},
        events::{self, Event},
        page_versions::{self, PageKey},
        proposal_stages,
        proposals::{self, Proposal},
        review_decisions::{self, Step},
        reviews, signatures,
    },
    usecases::{
        audit::{self, Actor, Note},
        env::Env,
        mails,
    },
};
use serde_json::json;

/// How many are looked at in one go.
const CHUNK: i64 = 50;

/// Lets every question lapse whose last day to answer has passed; each proposal in its own transaction, its author told
/// once. Running it twice changes nothing. Returns how many lapsed.
///
/// # Errors
/// What the store refuses; what lapsed before stays so.
pub async fn lapse_unanswered(env: &Env) -> Result<u64, StoreError> {
    let mut lapsed = 0;
    loop {
        let mut tx = env.db.begin_read().await?;
        let due = reviews::list_unanswered(&mut tx, env.now().day(), CHUNK).await?;
        drop(tx);
        let mut moved = 0;
        for number in due {
            moved += u64::from(lapse(env, number).await?);
        }
        lapsed += moved;
        if moved == 0 {
            return Ok(lapsed);
        }
    }
}

/// One of them. `false`: its author was faster, or another instance.
async fn lapse(env: &Env, number: ProposalNumber) -> Result<bool, StoreError> {
    let mut tx = env.db.begin().await?;
    let Some(found) = proposals::find_by_number(&mut tx, number).await? else {
        return Ok(false);
    };
    signatures::lock_proposals(&mut tx, &[found.id]).await?;
    let Some(proposal) = proposals::find_by_id(&mut tx, found.id).await? else {
        return Ok(false);
    };
    let now = env.now();
    let Ok(stage) = proposal.stage.clone().lapse(now) else {
        return Ok(false);
    };
    let shown = display_stage(&stage, now, None, None).stage;
    let key = (proposal.id, proposal.version);
    if !proposal_stages::update_stage(&mut tx, key, &stage, shown, now).await? {
        return Ok(false);
    }
    write_down(&mut tx, env, &proposal).await?;
    tx.commit().await?;
    Ok(true)
}

async fn write_down(tx: &mut Tx, env: &Env, proposal: &Proposal) -> Result<(), StoreError> {
    let now = env.now();
    let step = Step {
        id: ReviewId(env.ids.uuid()),
        kind: ReviewStep::Lapsed,
        reasons: Vec::new(),
        note: None,
        by: None,
        at: now,
    };
    review_decisions::insert_step(tx, proposal.id, &step).await?;
    let id = EventId(env.ids.uuid());
    let event = Event::now(id, EventKind::Lapsed, now, EventFacts::default()).kept_private();
    events::insert_event(tx, proposal.id, &event).await?;
    page_versions::touch(tx, PageKey::Proposal(proposal.number), now).await?;
    let entry = Note {
        act: "review.lapse",
        subject: &audit::about_proposal(proposal.id),
        facts: json!({ "number": proposal.number }),
        is_public: true,
    };
    audit::note(tx, env, Actor::Job("lapse_unanswered"), entry).await?;
    mails::tell(tx, env, news(proposal)).await
}

fn news(proposal: &Proposal) -> News {
    News {
        news: NewsKind::Lapsed,
        proposal: proposal.id,
        about: "review".to_owned(),
        version: proposal.version + 1,
        facts: NewsFacts {
            number: Some(proposal.number),
            title: proposal.title.clone(),
            path: Some(own_page(proposal.number)),
            ..NewsFacts::default()
        },
    }
}
