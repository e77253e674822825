//! Proposals as JSON. Names and types stay; what the source lacks is null.

use super::reply::{Problem, json};
use crate::{
    domain::{
        catalogue::{Filter, Search, Sort},
        display::{DisplayStage, FilterGroup},
        ids::ProposalNumber,
        proposals::{Origin, Topic},
    },
    i18n::Locale,
    store::{
        db::Tx,
        proposals::{self, Proposal, Recipient},
    },
    web::{error::WebError, proposals::card::shown_stage, state::AppState, urls},
};
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use serde::{Deserialize, Serialize};

/// Proposals on a page unless asked otherwise, and at most.
const PAGE: usize = 50;
const LARGEST_PAGE: usize = 200;

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

/// The query of the list. Unlike a page for people, a name that is not known is refused, so that no program is misled.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListQuery {
    q: Option<String>,
    stage: Option<String>,
    topic: Option<String>,
    body: Option<String>,
    area: Option<String>,
    year: Option<i16>,
    sort: Option<String>,
    limit: Option<usize>,
    page: Option<usize>,
}

/// One proposal.
pub async fn show_proposal(
    State(app): State<AppState>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let number: ProposalNumber = number.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = app.env.db.begin_read().await.map_err(WebError::from)?;
    let found = proposals::find_by_number(&mut tx, number)
        .await
        .map_err(WebError::from)?;
    let proposal = found.ok_or(WebError::NotFound)?;
    if proposal.stage.is_gone() {
        return Err(WebError::Gone(String::new()).into());
    }
    if !proposal.stage.is_visible() {
        return Err(WebError::NotFound.into());
    }
    let told = tell(&app, &mut tx, proposal).await?;
    Ok(json(&headers, &told))
}

/// A page of the list.
pub async fn list_proposals(
    State(app): State<AppState>,
    query: Result<Query<ListQuery>, axum::extract::rejection::QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Query(query) = query.map_err(|_| WebError::BadRequest)?;
    let limit = query.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    let page = query.page.unwrap_or(1).max(1);
    let (total, numbers) = find(&app, &search(query)?, page, limit).await?;
    let mut tx = app.env.db.begin_read().await.map_err(WebError::from)?;
    let found = proposals::list_by_numbers(&mut tx, &numbers)
        .await
        .map_err(WebError::from)?;
    let mut proposals = Vec::with_capacity(found.len());
    for proposal in found {
        proposals.push(tell(&app, &mut tx, proposal).await?);
    }
    let list = ListJson {
        total,
        page,
        limit,
        proposals,
    };
    Ok(json(&headers, &list))
}

/// How many match, and the numbers on one page of them.
async fn find(
    app: &AppState,
    search: &Search,
    page: usize,
    limit: usize,
) -> Result<(usize, Vec<ProposalNumber>), WebError> {
    app.live().catch_up(&app.env).await?;
    let catalogue = app.live().catalogue();
    let reach = page.saturating_mul(limit).min(catalogue.len());
    let found = catalogue.find(search, reach);
    let skipped = (page - 1).saturating_mul(limit);
    let numbers = found.numbers.into_iter().skip(skipped).take(limit);
    Ok((found.total, numbers.collect()))
}

/// `stage` is a stage or a group of them, by code.
fn search(query: ListQuery) -> Result<Search, WebError> {
    let group = known(query.stage, FilterGroup::parse)?;
    let filter = Filter {
        group,
        topic: known(query.topic, Topic::parse)?,
        body: query.body.filter(|slug| !slug.is_empty()),
        area: query.area.filter(|code| !code.is_empty()),
        year: query.year,
    };
    Ok(Search {
        words: query.q.unwrap_or_default(),
        filter,
        sort: known(query.sort, Sort::parse)?,
        cursor: None,
    })
}

/// Nothing given is nothing asked; something not known is refused.
fn known<T>(
    given: Option<String>,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, WebError> {
    match given.as_deref() {
        None | Some("") => Ok(None),
        Some(code) => parse(code).map(Some).ok_or(WebError::BadRequest),
    }
}

async fn tell(app: &AppState, tx: &mut Tx, proposal: Proposal) -> Result<ProposalJson, WebError> {
    let recipients = proposals::list_recipients(tx, proposal.id).await?;
    let stage = shown_stage(&proposal, app.env.now());
    Ok(as_json(&app.site.base_url, proposal, stage, recipients))
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
