//! New proposals and decisions as an Atom feed (RFC 4287).

use super::reply::{Problem, bytes};
use crate::{
    domain::{
        catalogue::{Search, Sort},
        ids::ProposalNumber,
        proposals::Origin,
        time::Timestamp,
    },
    store::proposals::{self, Proposal},
    web::{error::WebError, extract::Ctx, proposals::card::beginning, urls, words},
};
use axum::{http::HeaderMap, response::Response};
use maud::{Markup, PreEscaped, html};

/// Proposals of each kind in the feed.
const EACH: usize = 30;

/// The feed in the language of the address.
pub async fn show_feed(ctx: Ctx, headers: HeaderMap) -> Result<Response, Problem> {
    let live = ctx.app.live();
    live.catch_up(&ctx.app.env).await.map_err(WebError::from)?;
    let numbers = newest(&ctx);
    let mut tx = ctx.read().await?;
    let found = proposals::list_by_numbers(&mut tx, &numbers)
        .await
        .map_err(WebError::from)?;
    let mut entries: Vec<(Timestamp, Markup)> = found
        .iter()
        .flat_map(|proposal| entries(&ctx, proposal))
        .collect();
    entries.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let feed = feed(&ctx, &entries).into_string();
    Ok(bytes(
        &headers,
        "application/atom+xml; charset=utf-8",
        feed.into_bytes(),
    ))
}

fn newest(ctx: &Ctx) -> Vec<ProposalNumber> {
    let catalogue = ctx.app.live().catalogue();
    let mut numbers = Vec::new();
    for sort in [Sort::Newest, Sort::LatelyDecided] {
        let search = Search {
            sort: Some(sort),
            ..Search::default()
        };
        numbers.extend(catalogue.find(&search, EACH).numbers);
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

fn feed(ctx: &Ctx, entries: &[(Timestamp, Markup)]) -> Markup {
    let t = ctx.t();
    let base = &ctx.app.site.base_url;
    let own = format!("{base}{}", urls::feed(ctx.locale));
    let updated = entries.first().map_or(ctx.now, |(at, _)| *at);
    html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(ctx.locale.code()) {
            title { (t.feed_title()) }
            id { (own) }
            (link("self", &own))
            (link("alternate", &format!("{base}{}", urls::proposals(ctx.locale))))
            updated { (updated.rfc3339()) }
            author { name { (t.feed_author()) } }
            @for (_, entry) in entries { (entry) }
        }
    }
}

/// Maud leaves HTML's void elements open; a feed is XML.
fn link(relation: &str, address: &str) -> Markup {
    let address = html! { (address) }.into_string();
    PreEscaped(format!("<link rel=\"{relation}\" href=\"{address}\"/>"))
}

/// That it was published, and that it was decided.
fn entries(ctx: &Ctx, proposal: &Proposal) -> Vec<(Timestamp, Markup)> {
    let t = ctx.t();
    let mut found = Vec::new();
    if let Some(day) = proposal.published_on {
        let at = proposal.opens_at.unwrap_or(day.start());
        let title = t.feed_published(proposal.title.as_str());
        found.push((at, entry(ctx, proposal, "publicerat", title, at)));
    }
    if let Some(day) = proposal.decided_on {
        let stage = words::stage(t, proposal.shown_stage);
        let title = t.feed_decided(proposal.title.as_str(), stage);
        found.push((
            day.start(),
            entry(ctx, proposal, "beslutat", title, day.start()),
        ));
    }
    found
}

fn entry(ctx: &Ctx, proposal: &Proposal, what: &str, title: String, at: Timestamp) -> Markup {
    let base = &ctx.app.site.base_url;
    let id = format!(
        "{base}{}#{what}",
        urls::proposal_in_any_language(proposal.number)
    );
    let page = format!("{base}{}", urls::proposal(ctx.locale, proposal.number));
    let summary = proposal.text.as_deref().map(beginning);
    html! {
        entry {
            title { (title) }
            id { (id) }
            (link("alternate", &page))
            updated { (at.rfc3339()) }
            @if proposal.origin == Origin::Demo {
                (PreEscaped("<category term=\"demo\"/>"))
            }
            @if let Some(summary) = summary { summary { (summary) } }
        }
    }
}
