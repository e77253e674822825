//! Publishing: the proposal opens for signatures and knows where it goes.

use super::{Begun, Held, Result, ReviewError, Task, begin};
use crate::{
    domain::{
        events::{EventFacts, EventKind},
        identity::AreaCode,
        ids::{BodyId, PersonId},
        news::{NewsFacts, NewsKind},
        proposals::Topic,
        reviews::{ReviewStep, Verdict},
        routing::Routing,
        text::Note,
    },
    store::{areas, bodies, proposal_stages, proposals::Place},
    usecases::env::Env,
};

/// What a moderator confirms when publishing.
#[derive(Debug, Clone)]
pub struct Publication {
    /// What it is about.
    pub topic: Topic,
    /// The body that answers, and those that are informed.
    pub routing: Routing,
    /// The mellanområde it is about; `None`: the whole city, or no place.
    pub area: Option<AreaCode>,
    /// A line to the proposer.
    pub note: Option<Note>,
}

/// Publishes: freezes the threshold and the last day to sign, sends it to its bodies, tells the author.
///
/// # Errors
/// [`ReviewError`].
pub async fn publish(
    env: &Env,
    official: PersonId,
    task: &Task,
    publication: &Publication,
) -> Result<String> {
    let mut held = match begin(env, official, task).await? {
        Begun::Ours(held) => *held,
        Begun::Before(leads_to) => return Ok(leads_to),
    };
    let decided = held
        .review()?
        .decide(official, task.seen, Verdict::Published, 0)?;
    let stage = held.proposal.stage.clone().publish(env.now(), &env.rules)?;
    let bodies = named(&mut held, &publication.routing).await?;
    let place = placed(&mut held, publication.area.as_ref()).await?;
    let id = held.proposal.id;
    proposal_stages::write_route(&mut held.tx, id, publication.topic, &place, &bodies).await?;
    held.write_review(env, &decided).await?;
    held.write_stage(env, &stage).await?;
    let note = publication.note.clone().map(Note::into_string);
    held.record(env, ReviewStep::Published, Vec::new(), note.clone())
        .await?;
    let open = stage.collecting();
    let (last_day, threshold) = (
        open.map(|open| open.last_day()),
        open.map(|open| open.threshold),
    );
    let event = EventFacts {
        body: bodies.first().map(|(_, name)| name.clone()),
        day: last_day,
        threshold,
        ..EventFacts::default()
    };
    held.add_event(env, EventKind::Published, event).await?;
    held.note(env, "review.publish", &[]).await?;
    let facts = NewsFacts {
        body: bodies.first().map(|(_, name)| name.clone()),
        day: last_day,
        threshold,
        note,
        ..NewsFacts::default()
    };
    held.tell(env, NewsKind::Published, facts).await?;
    held.commit().await?;
    Ok(task.leads_to.clone())
}

/// The chosen bodies with their names, the coordinating one first.
async fn named(held: &mut Held, routing: &Routing) -> Result<Vec<(BodyId, String)>> {
    let mut named = Vec::new();
    for id in [routing.coordinating()].iter().chain(routing.informed()) {
        let found = bodies::find_by_id(&mut held.tx, *id).await?;
        let body = found.ok_or(ReviewError::NoSuch("body"))?;
        named.push((*id, body.name));
    }
    Ok(named)
}

/// The place with the chosen mellanområde; the point's own primärområde stays only inside it.
async fn placed(held: &mut Held, area: Option<&AreaCode>) -> Result<Place> {
    let place = held.proposal.place.clone();
    let Some(area) = area else {
        return Ok(Place {
            primar: None,
            mellan: None,
            stad: None,
            ..place
        });
    };
    if place.mellan.as_deref() == Some(area.as_str()) {
        return Ok(place);
    }
    let all = areas::list_by_level(&mut held.tx, "mellanomrade").await?;
    let chosen = all.into_iter().find(|one| one.code == area.as_str());
    let chosen = chosen.ok_or(ReviewError::NoSuch("area"))?;
    Ok(Place {
        primar: None,
        mellan: Some(chosen.code),
        stad: chosen.parent,
        ..place
    })
}
