//! Proposals as JSON. Names and types stay; what the source lacks is null.

use super::{
    query::{Asked, ListQuery},
    reply::{Problem, json},
};
use crate::{
    domain::{
        catalogue::Search,
        display::{DisplayStage, FilterGroup},
        ids::ProposalNumber,
        proposals::{Origin, Topic},
    },
    i18n::Locale,
    store::{
        events,
        proposals::{self, Proposal, Recipient},
    },
    web::{
        error::WebError,
        proposals::{card::shown_stage, read::gone},
        state::AppState,
        urls,
    },
};
use axum::{
    extract::{Path, Query, State, rejection::QueryRejection},
    http::HeaderMap,
    response::Response,
};
use serde::Serialize;

#[derive(Serialize)]
struct ProposalJson {
    number: i64,
    title: String,
    text: Option<String>,
    language: String,
    stage: &'static str,
    stage_group: Option<&'static str>,
    origin: &'static str,
    is_demo: bool,
    topic: Option<&'static str>,
    signature_count: Option<i64>,
    threshold: Option<i64>,
    reached_threshold: Option<bool>,
    submitted_on: Option<String>,
    published_on: Option<String>,
    opens_at: Option<String>,
    closes_at: Option<String>,
    decided_on: Option<String>,
    /// The result of an imported proposal as a code.
    outcome: Option<&'static str>,
    /// The same in the words of the source.
    outcome_as_written: Option<String>,
    last_known_on: Option<String>,
    place: PlaceJson,
    bodies: Vec<BodyJson>,
    urls: Addresses,
}

#[derive(Serialize)]
struct PlaceJson {
    text: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    primaromrade: Option<String>,
    mellanomrade: Option<String>,
    stadsomrade: Option<String>,
}

#[derive(Serialize)]
struct BodyJson {
    /// As written in the source.
    name_as_written: String,
    /// Today's body, where there is one.
    name: Option<String>,
    is_coordinating: bool,
}

#[derive(Serialize)]
struct Addresses {
    page: String,
    api: String,
}

#[derive(Serialize)]
struct ListJson {
    total: usize,
    page: usize,
    limit: usize,
    proposals: Vec<ProposalJson>,
}

/// One proposal.
pub async fn show_proposal(
    State(app): State<AppState>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let number: ProposalNumber = number.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = app.env.db.begin_read().await?;
    let found = proposals::find_by_number(&mut tx, number).await?;
    let proposal = found.ok_or(WebError::NotFound)?;
    if proposal.stage.is_gone() {
        let events = events::list_events(&mut tx, proposal.id).await?;
        return Err(gone(Locale::En.texts(), &events).into());
    }
    if !proposal.stage.is_visible() {
        return Err(WebError::NotFound.into());
    }
    let recipients = proposals::list_recipients(&mut tx, proposal.id).await?;
    Ok(json(&headers, &tell(&app, proposal, recipients)))
}

/// A page of the list, read with two statements however long it is.
pub async fn list_proposals(
    State(app): State<AppState>,
    query: Result<Query<ListQuery>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Query(query) = query.map_err(|refused| Problem::query(&refused))?;
    app.live().catch_up(&app.env).await?;
    let Asked {
        search,
        page,
        limit,
    } = query.asked(&app.live().directory())?;
    let (total, numbers) = find(&app, &search, page, limit);
    let mut tx = app.env.db.begin_read().await?;
    let found = proposals::list_by_numbers(&mut tx, &numbers).await?;
    let mut recipients = proposals::list_recipients_by_numbers(&mut tx, &numbers).await?;
    let told = |proposal: Proposal| {
        let recipients = recipients.remove(&proposal.number).unwrap_or_default();
        tell(&app, proposal, recipients)
    };
    let list = ListJson {
        total,
        page,
        limit,
        proposals: found.into_iter().map(told).collect(),
    };
    Ok(json(&headers, &list))
}

/// How many match, and the numbers on one page of them.
fn find(
    app: &AppState,
    search: &Search,
    page: usize,
    limit: usize,
) -> (usize, Vec<ProposalNumber>) {
    let catalogue = app.live().catalogue();
    let reach = page.saturating_mul(limit).min(catalogue.len());
    let found = catalogue.find(search, reach);
    let skipped = (page - 1).saturating_mul(limit);
    let numbers = found.numbers.into_iter().skip(skipped).take(limit);
    (found.total, numbers.collect())
}

fn tell(app: &AppState, proposal: Proposal, recipients: Vec<Recipient>) -> ProposalJson {
    let stage = shown_stage(&proposal, app.env.now());
    as_json(&app.site.base_url, proposal, stage, recipients)
}

fn as_json(
    base: &str,
    proposal: Proposal,
    stage: DisplayStage,
    recipients: Vec<Recipient>,
) -> ProposalJson {
    let counted = proposal.count.zip(proposal.threshold);
    let place = proposal.place;
    ProposalJson {
        number: proposal.number.0,
        title: proposal.title,
        text: proposal.text,
        language: proposal.locale,
        stage: stage.as_str(),
        stage_group: stage.group().map(FilterGroup::as_str),
        origin: proposal.origin.as_str(),
        is_demo: proposal.origin == Origin::Demo,
        topic: proposal.topic.map(Topic::as_str),
        signature_count: proposal.count,
        threshold: proposal.threshold,
        reached_threshold: proposal
            .imported
            .reached
            .or(counted.map(|(count, threshold)| count >= threshold)),
        submitted_on: proposal.submitted_on.map(|day| day.to_string()),
        published_on: proposal.published_on.map(|day| day.to_string()),
        opens_at: proposal.opens_at.map(|at| at.rfc3339()),
        closes_at: proposal.closes_at.map(|at| at.rfc3339()),
        decided_on: proposal.decided_on.map(|day| day.to_string()),
        outcome: proposal.imported.outcome.map(|outcome| outcome.as_str()),
        outcome_as_written: proposal.imported.result,
        last_known_on: proposal.imported.seen_on.map(|day| day.to_string()),
        place: PlaceJson {
            text: place.text,
            latitude: place.point.map(|point| point.0),
            longitude: place.point.map(|point| point.1),
            primaromrade: place.primar,
            mellanomrade: place.mellan,
            stadsomrade: place.stad,
        },
        bodies: recipients.into_iter().map(body).collect(),
        urls: Addresses {
            page: format!("{base}{}", urls::proposal(Locale::Sv, proposal.number)),
            api: format!("{base}{}", urls::api_proposal(proposal.number)),
        },
    }
}

fn body(recipient: Recipient) -> BodyJson {
    BodyJson {
        name_as_written: recipient.name_as_written,
        name: recipient.name,
        is_coordinating: recipient.is_coordinating,
    }
}
