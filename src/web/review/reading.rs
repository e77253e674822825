//! Reading: the queue, the next one, the page of one review.

use super::{
    Reviewer,
    loading::{Reviewed, names, see},
    page::{ReviewPage, Similar},
    panel::Panel,
    parse_number,
    queue::{Group, Lines, QueuePage},
};
use crate::{
    domain::{
        display::display_stage, ids::PersonId, submissions::AuthorFacts, words::content_stems,
    },
    store::{
        db::{StoreError, Tx},
        proposals, refusal_reasons, reviews as rows,
    },
    web::{
        error::WebError,
        extract::{Ctx, Session},
        urls, words as shared,
    },
};
use axum::{
    extract::{Path, Query},
    response::Redirect,
};
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    visa: String,
    klart: String,
}

pub(super) async fn show_queue(
    Reviewer { ctx, session }: Reviewer,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let (group, me) = (Group::parse(&asked.visa), session.person);
    let done = just_done(&ctx, &asked.klart).await?;
    let mut tx = ctx.read().await?;
    let lines = lines(&mut tx, &ctx, group, me).await?;
    let page = QueuePage {
        group,
        names: names(&mut tx, &ctx, lines.people()).await?,
        reasons: refusal_reasons::list_all(&mut tx).await?,
        lines,
        me,
        done,
    };
    Ok(page.render(&ctx.frame()))
}

async fn lines(tx: &mut Tx, ctx: &Ctx, group: Group, me: PersonId) -> Result<Lines, StoreError> {
    let waiting = rows::list_waiting(tx).await?;
    let late = waiting.iter().filter(|line| line.due_on < ctx.today());
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let (waiting_count, late_count) = (count(waiting.len()), count(late.count()));
    let (mut queued, mut decided) = (waiting, Vec::new());
    match group {
        Group::Returned => queued = rows::list_returned(tx).await?,
        Group::Decided => decided = rows::list_decided(tx).await?,
        _ => queued.retain(|line| group.holds(line, me, ctx.now)),
    }
    Ok(Lines {
        queued,
        decided,
        waiting_count,
        late_count,
    })
}

/// What a person is told after an act: which proposal it was, and what has become of it.
async fn just_done(ctx: &Ctx, number: &str) -> Result<Option<Markup>, WebError> {
    let Ok(number) = number.parse() else {
        return Ok(None);
    };
    let mut tx = ctx.read().await?;
    let found = proposals::find_by_number(&mut tx, number).await?;
    let t = ctx.t();
    Ok(found.map(|proposal| {
        let stage = display_stage(&proposal.stage, ctx.now, None, Some(&proposal.imported)).stage;
        let stage = shared::stage(t, stage);
        html! {
            p {
                (t.review_done(proposal.number.to_string(), stage)) " "
                a href=(urls::review(ctx.locale, proposal.number)) { (t.review_done_look()) }
            }
        }
    }))
}

/// Leads to what is most urgent of what is one's own or free, or to the queue when nothing is left.
pub(super) async fn show_next(
    Reviewer { ctx, session }: Reviewer,
    Query(asked): Query<Asked>,
) -> Result<Redirect, WebError> {
    let done = asked.klart.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.read().await?;
    let queued = rows::list_waiting(&mut tx).await?;
    let next = queued.iter().find(|line| {
        let holder = line.holder(ctx.now);
        line.number != done && holder.is_none_or(|holder| holder == session.person)
    });
    Ok(Redirect::to(&match next {
        Some(next) => urls::review_after(ctx.locale, next.number, done),
        None => urls::review_queue_after(ctx.locale, done),
    }))
}

pub(super) async fn show_review(
    Reviewer { ctx, session }: Reviewer,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let reviewed = see(&ctx, &session, parse_number(&number)?).await?;
    let done = just_done(&ctx, &asked.klart).await?;
    Ok(review_page(
        &ctx,
        &session,
        &reviewed,
        Shown {
            done,
            ..Shown::default()
        },
    ))
}

/// What a review's page shows besides the review.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) author: Option<AuthorFacts>,
    pub(super) done: Option<Markup>,
    pub(super) refusal: Option<String>,
}

pub(super) fn review_page(
    ctx: &Ctx,
    session: &Session,
    reviewed: &Reviewed,
    shown: Shown,
) -> Markup {
    let directory = ctx.app.live().directory();
    let page = ReviewPage {
        reviewed,
        panel: Panel {
            reviewed,
            me: session.person,
            is_overseer: session.powers().may_oversee_reviews(),
            may_undo: reviewed.may_undo(session, ctx.now, ctx),
            form_id: ctx.app.env.ids.form().to_string(),
        },
        author: shown.author,
        similar: similar(ctx, reviewed),
        directory: &directory,
        done: shown.done,
        refusal: shown.refusal,
    };
    page.render(&ctx.frame())
}

/// Public proposals with a title like this one, and the words that make it so.
fn similar(ctx: &Ctx, reviewed: &Reviewed) -> Vec<Similar> {
    let proposal = &reviewed.proposal;
    let catalogue = ctx.app.live().catalogue();
    let likes = catalogue.like(&proposal.title, Some(proposal.number), 5);
    let described = likes.into_iter().filter_map(|like| {
        let entry = catalogue.get(like.number)?;
        let theirs = content_stems(&entry.title);
        let words = proposal.title.split_whitespace();
        let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        let shared = words.filter(|word| {
            let stems = content_stems(word);
            !stems.is_empty() && stems.iter().all(|stem| theirs.contains(stem))
        });
        Some(Similar {
            number: like.number.0,
            title: entry.title.clone(),
            href: urls::proposal(ctx.locale, like.number),
            percent: percent(like.likeness),
            shared: shared.map(str::to_lowercase).collect(),
        })
    });
    described.collect()
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a likeness lies between 0 and 1"
)]
fn percent(likeness: f64) -> i64 {
    (likeness.clamp(0.0, 1.0) * 100.0).round() as i64
}
