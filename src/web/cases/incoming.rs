//! What is on its way to a body while it collects signatures: the list, one proposal, and the two acts on it.

use super::{
    acts::text_message,
    incoming_pages::{Act, ActPage, IncomingForm, ListPage, Told, View},
    loading::{list, official},
};
use crate::{
    domain::{
        ids::{BodyId, ProposalNumber},
        permissions::Involvement,
        text::Note,
    },
    store::{bodies, cases, incoming, proposals},
    usecases::{
        cases::CaseError,
        incoming::{self as acts, Arrival},
        reviews::involvement,
    },
    web::{
        error::WebError,
        extract::{Ctx, Session, Staff},
        urls,
    },
};
use axum::{
    Form,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::Markup;

pub(super) async fn show_list(Staff { ctx, session }: Staff) -> Result<Markup, WebError> {
    let powers = session.powers();
    if !powers.may_handle_any() {
        return Err(WebError::NotFound);
    }
    let list = list(&ctx, powers).await?;
    let page = ListPage {
        lines: list.incoming,
        is_of_all: list.is_of_all,
    };
    Ok(page.render(&ctx.frame()))
}

pub(super) async fn show_one(
    Staff { ctx, session }: Staff,
    Path(number): Path<String>,
) -> Result<Response, WebError> {
    let told = match ctx.query.starts_with("klart=") {
        true => Told::Done,
        false => Told::Nothing,
    };
    match see(&ctx, &session, &number).await? {
        Found::OnItsWay(seen) => Ok(View { told, ..*seen }.render(&ctx.frame()).into_response()),
        Found::Case(address) => Ok(Redirect::to(&address).into_response()),
    }
}

pub(super) async fn show_act(
    Staff { ctx, session }: Staff,
    Path((number, act)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let act = Act::parse(&act).ok_or(WebError::NotFound)?;
    let seen = match see(&ctx, &session, &number).await? {
        Found::OnItsWay(seen) => seen,
        Found::Case(address) => return Ok(Redirect::to(&address).into_response()),
    };
    if !seen.may(act) {
        return Err(WebError::Forbidden);
    }
    let form = IncomingForm {
        form_id: ctx.app.env.ids.form().to_string(),
        svarar: seen.incoming.body.to_string(),
        ..IncomingForm::default()
    };
    show_form(&ctx, &seen, (act, StatusCode::OK), &form, &Vec::new()).await
}

pub(super) async fn post_act(
    Staff { ctx, session }: Staff,
    Path((number, act)): Path<(String, String)>,
    Form(form): Form<IncomingForm>,
) -> Result<Response, WebError> {
    let act = Act::parse(&act).ok_or(WebError::NotFound)?;
    let seen = match see(&ctx, &session, &number).await? {
        Found::OnItsWay(seen) => *seen,
        Found::Case(_) => return Err(WebError::Stale),
    };
    let mut problems = Vec::new();
    let note = Note::parse(&form.text);
    if let Err(problem) = &note {
        problems.push(("text", text_message(&ctx.frame(), *problem)));
    }
    let to = find_body(&ctx, &form).await?;
    if act == Act::Route && to.is_none() {
        problems.insert(0, ("mottagare", ctx.t().case_error_choose()));
    }
    let (Ok(note), true) = (note, problems.is_empty()) else {
        let again = (act, StatusCode::UNPROCESSABLE_ENTITY);
        return show_form(&ctx, &seen, again, &form, &problems).await;
    };
    let arrival = arrival(&ctx, &seen, act, &form)?;
    let (env, who) = (&ctx.app.env, official(&session));
    let done = match (act, to) {
        (Act::Route, Some(to)) => acts::reroute(env, &who, &arrival, to, note).await,
        _ => acts::say_not_ours(env, &who, &arrival, note).await,
    };
    match done {
        Ok(address) => Ok(Redirect::to(&address).into_response()),
        Err(CaseError::Stale) => conflict(&ctx, &session, &number).await,
        Err(CaseError::Store(error)) => Err(error.into()),
        Err(CaseError::Forbidden | CaseError::Involved) => Err(WebError::Forbidden),
        Err(_) => Err(WebError::NotFound),
    }
}

/// The proposal as it stands now, told that nothing was changed.
async fn conflict(ctx: &Ctx, session: &Session, number: &str) -> Result<Response, WebError> {
    let Found::OnItsWay(seen) = see(ctx, session, number).await? else {
        return Err(WebError::Stale);
    };
    let told = Told::Stale;
    let page = View { told, ..*seen }.render(&ctx.frame());
    Ok((StatusCode::CONFLICT, page).into_response())
}

/// What a number of a proposal leads to.
enum Found {
    OnItsWay(Box<View>),
    /// It has become a case: its address.
    Case(String),
}

/// Reads a proposal on its way that the official may see; another body's is told as missing.
async fn see(ctx: &Ctx, session: &Session, number: &str) -> Result<Found, WebError> {
    let number: ProposalNumber = number.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.read().await?;
    let proposal = proposals::find_by_number(&mut tx, number).await?;
    let proposal = proposal.ok_or(WebError::NotFound)?;
    let powers = session.powers();
    let Some(incoming) = incoming::find_incoming(&mut tx, number).await? else {
        let case = cases::find_coordinating(&mut tx, proposal.id).await?;
        let case = case.filter(|case| powers.may_see_cases(case.body));
        let case = case.ok_or(WebError::NotFound)?;
        return Ok(Found::Case(urls::case(ctx.locale, case.id)));
    };
    if !powers.may_see_cases(incoming.body) {
        return Err(WebError::NotFound);
    }
    let part = involvement(&mut tx, &ctx.app.env, session.person, &proposal).await?;
    let left = powers.on_proposal(part);
    Ok(Found::OnItsWay(Box::new(View {
        may_object: left.may_handle_cases(incoming.body),
        may_route: left.may_route(),
        is_involved: part != Involvement::None,
        recipients: proposals::list_recipients(&mut tx, proposal.id).await?,
        incoming,
        proposal,
        told: Told::Nothing,
    })))
}

async fn show_form(
    ctx: &Ctx,
    seen: &View,
    (act, status): (Act, StatusCode),
    form: &IncomingForm,
    problems: &Vec<(&'static str, String)>,
) -> Result<Response, WebError> {
    let bodies = match act {
        Act::Route => bodies::list_bodies(&mut ctx.read().await?).await?,
        Act::NotOurs => Vec::new(),
    };
    let page = ActPage {
        seen,
        act,
        form,
        problems,
        bodies: &bodies,
    };
    Ok((status, page.render(&ctx.frame())).into_response())
}

async fn find_body(ctx: &Ctx, form: &IncomingForm) -> Result<Option<BodyId>, WebError> {
    let Ok(id) = form.mottagare.parse::<BodyId>() else {
        return Ok(None);
    };
    let found = bodies::find_by_id(&mut ctx.read().await?, id).await?;
    Ok(found.map(|body| body.id))
}

fn arrival(ctx: &Ctx, seen: &View, act: Act, form: &IncomingForm) -> Result<Arrival, WebError> {
    let number = seen.proposal.number;
    Ok(Arrival {
        number,
        body: form.svarar.parse().map_err(|_| WebError::BadRequest)?,
        form_id: form.form_id.parse().map_err(|_| WebError::BadRequest)?,
        leads_to: urls::incoming_after(ctx.locale, number, act.as_str()),
    })
}
