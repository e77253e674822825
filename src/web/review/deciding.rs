//! Deciding: the forms of a decision and the acts that are one button.

use super::{
    Reviewer,
    act_page::ActPage,
    forms::{Act, Faults, ReviewForm},
    loading::{Reviewed, see},
    parse_number,
    reading::{Shown, review_page},
    told,
};
use crate::{
    domain::ids::ProposalNumber,
    store::{bodies, refusal_reasons},
    usecases::reviews::{self, ReviewError},
    web::{
        error::WebError,
        extract::{Ctx, Session},
        urls,
    },
};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::Form;
use maud::Markup;

pub(super) async fn show_act(
    Reviewer { ctx, session }: Reviewer,
    Path((number, word)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let number = parse_number(&number)?;
    let Some(act) = Act::parse(&word) else {
        return Ok(Redirect::to(&urls::review(ctx.locale, number)).into_response());
    };
    let reviewed = see(&ctx, &session, number).await?;
    let form = first_guess(&ctx, act, &reviewed).await?;
    let page = act_page(&ctx, act, &reviewed, Tried::first(&form)).await?;
    Ok(page.into_response())
}

/// What a form holds before anyone has written in it: the body that mostly gets this topic, the place as stated.
async fn first_guess(ctx: &Ctx, act: Act, reviewed: &Reviewed) -> Result<ReviewForm, WebError> {
    let mut form = ReviewForm::default();
    if act != Act::Publish {
        return Ok(form);
    }
    let proposal = &reviewed.proposal;
    form.omrade = proposal.place.mellan.clone().unwrap_or_default();
    let Some(topic) = proposal.topic else {
        return Ok(form);
    };
    topic.as_str().clone_into(&mut form.amne);
    let mut tx = ctx.read().await?;
    let counts = bodies::list_topic_bodies(&mut tx).await?;
    let directory = ctx.app.live().directory();
    let count = |body: &bodies::Body| counts.get(&(topic.as_str().to_owned(), body.id)).copied();
    let likely = directory.bodies.iter().filter(|body| count(body).is_some());
    if let Some(body) = likely.max_by_key(|body| count(body)) {
        form.samordnar.clone_from(&body.slug);
    }
    Ok(form)
}

/// A form as it was sent, with what came of it.
struct Tried<'a> {
    form: &'a ReviewForm,
    faults: Faults,
    refusal: Option<String>,
}

impl<'a> Tried<'a> {
    /// With nothing to say about it yet.
    fn first(form: &'a ReviewForm) -> Self {
        Tried {
            form,
            faults: Vec::new(),
            refusal: None,
        }
    }
}

async fn act_page(
    ctx: &Ctx,
    act: Act,
    reviewed: &Reviewed,
    tried: Tried<'_>,
) -> Result<Markup, WebError> {
    let mut tx = ctx.read().await?;
    let reasons = match act.reasons() {
        Some(kind) => refusal_reasons::list_reasons(&mut tx, kind).await?,
        None => Vec::new(),
    };
    let directory = ctx.app.live().directory();
    let page = ActPage {
        act,
        reviewed,
        form: tried.form,
        faults: tried.faults,
        refusal: tried.refusal,
        reasons,
        directory: &directory,
        rules: &ctx.app.env.rules,
        form_id: ctx.app.env.ids.form().to_string(),
    };
    Ok(page.render(&ctx.frame()))
}

pub(super) async fn post_act(
    Reviewer { ctx, session }: Reviewer,
    Path((number, word)): Path<(String, String)>,
    Form(form): Form<ReviewForm>,
) -> Result<Response, WebError> {
    let number = parse_number(&number)?;
    match Act::parse(&word) {
        Some(act) => post_form(&ctx, &session, (number, act), form).await,
        None if word == "forfattare" => open_author(&ctx, &session, number, &form).await,
        None => post_button(&ctx, &session, (number, &word), &form).await,
    }
}

/// A decision with a form: shown again with what is missing, previewed, refused with what now holds, or done.
async fn post_form(
    ctx: &Ctx,
    session: &Session,
    (number, act): (ProposalNumber, Act),
    form: ReviewForm,
) -> Result<Response, WebError> {
    if form.is_preview() {
        let reviewed = see(ctx, session, number).await?;
        let page = act_page(ctx, act, &reviewed, Tried::first(&form)).await?;
        return Ok(page.into_response());
    }
    let undone = match decide(ctx, session, (number, act), &form).await {
        Ok(leads_to) => return Ok(Redirect::to(&leads_to).into_response()),
        Err(undone) => undone,
    };
    let reviewed = see(ctx, session, number).await?;
    let mut tried = Tried::first(&form);
    let status = match undone {
        Undone::Faults(faults) => {
            tried.faults = faults;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Undone::Refused(error) => {
            tried.refusal = Some(told(ctx, &reviewed, error)?);
            StatusCode::CONFLICT
        }
    };
    Ok((status, act_page(ctx, act, &reviewed, tried).await?).into_response())
}

/// Why nothing was decided.
enum Undone {
    Faults(Faults),
    Refused(ReviewError),
}

impl From<Faults> for Undone {
    fn from(faults: Faults) -> Self {
        Undone::Faults(faults)
    }
}

impl From<ReviewError> for Undone {
    fn from(error: ReviewError) -> Self {
        Undone::Refused(error)
    }
}

async fn decide(
    ctx: &Ctx,
    session: &Session,
    (number, act): (ProposalNumber, Act),
    form: &ReviewForm,
) -> Result<String, Undone> {
    let leads_to = match act {
        Act::Remove => urls::review(ctx.locale, number),
        _ => urls::review_next(ctx.locale, number),
    };
    let (env, me) = (&ctx.app.env, session.person);
    let task = form.task(number, leads_to);
    let task = task.ok_or(ReviewError::NotFound)?;
    Ok(match act {
        Act::Publish => {
            let publication = form.publication(&ctx.app.live().directory())?;
            reviews::publish(env, me, &task, &publication).await?
        }
        Act::Ask => reviews::return_to_author(env, me, &task, &form.question()?).await?,
        Act::Refuse => reviews::refuse(env, me, &task, &form.refusal()?).await?,
        Act::Remove => reviews::ask_removal(env, me, &task, &form.removal()?).await?,
    })
}

/// An act that is one button on the review's page.
async fn post_button(
    ctx: &Ctx,
    session: &Session,
    (number, word): (ProposalNumber, &str),
    form: &ReviewForm,
) -> Result<Response, WebError> {
    let (env, me) = (&ctx.app.env, session.person);
    let task = form.task(number, urls::review(ctx.locale, number));
    let task = task.ok_or(WebError::BadRequest)?;
    let done = match word {
        "ta" => reviews::claim(env, me, &task).await,
        "ta-over" => reviews::take_over(env, me, &task).await,
        "slapp" => reviews::release(env, me, &task).await,
        "angra" => reviews::undo(env, me, &task).await,
        "bekrafta-borttagning" => reviews::confirm_removal(env, me, &task).await,
        "avboj-borttagning" => reviews::decline_removal(env, me, &task).await,
        _ => return Err(WebError::NotFound),
    };
    match done {
        Ok(leads_to) => Ok(Redirect::to(&leads_to).into_response()),
        Err(error) => {
            let reviewed = see(ctx, session, number).await?;
            let refusal = Some(told(ctx, &reviewed, error)?);
            let shown = Shown {
                refusal,
                ..Shown::default()
            };
            let page = review_page(ctx, session, &reviewed, shown);
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

/// Opens who wrote it: shown once, as the answer to the post, and noted in the log.
async fn open_author(
    ctx: &Ctx,
    session: &Session,
    number: ProposalNumber,
    form: &ReviewForm,
) -> Result<Response, WebError> {
    let task = form.task(number, String::new());
    let task = task.ok_or(WebError::BadRequest)?;
    let opened = reviews::open_author_facts(&ctx.app.env, session.person, &task).await;
    let reviewed = see(ctx, session, number).await?;
    let author = opened.map_err(|error| match told(ctx, &reviewed, error) {
        Ok(_) => WebError::Forbidden,
        Err(error) => error,
    })?;
    let shown = Shown {
        author: Some(author),
        ..Shown::default()
    };
    Ok(review_page(ctx, session, &reviewed, shown).into_response())
}
