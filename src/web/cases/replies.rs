//! Answers that several handlers give, and the three steps of a decision: write, read it through, publish.

use super::{
    act_page::ActPage,
    acts::{Act, ActForm, Problems},
    case_page::{CasePage, Told},
    decision_form::{self, DecisionForm},
    decision_page::DecisionPage,
    files::FilesPage,
    loading::{Seen, official, see},
};
use crate::{
    domain::{
        cases::{CaseStage, NotAllowed},
        decisions::{Minutes, Round},
        documents::FileProblem,
        ids::CaseId,
    },
    store::{
        bodies,
        decisions::{Decided, Decision},
    },
    usecases::{
        cases::{CaseError, Handling},
        decisions,
    },
    web::{
        error::WebError,
        extract::{Ctx, Session},
        urls,
    },
};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

/// To the page that an act leads to.
pub fn go(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// Which case a form is about, as it was seen.
pub fn handling(
    ctx: &Ctx,
    seen: &Seen,
    form_id: &str,
    version: &str,
    done: &str,
) -> Result<Handling, WebError> {
    Ok(Handling {
        case: seen.case.id,
        version: version.parse().map_err(|_| WebError::BadRequest)?,
        form_id: form_id.parse().map_err(|_| WebError::BadRequest)?,
        leads_to: urls::case_after(ctx.locale, seen.case.id, done),
    })
}

/// A new form for an act, with what is known filled in.
pub fn fresh(ctx: &Ctx, seen: &Seen, act: Act) -> ActForm {
    let case = &seen.case;
    let meeting = match &case.stage {
        CaseStage::OnAgenda { meeting, .. } => Some(*meeting),
        _ => None,
    };
    let day = match act {
        Act::Agenda => meeting,
        Act::FollowUp => Some(ctx.today()),
        _ => None,
    };
    let is_numbered = act == Act::Number;
    let dnr = case.stage.dnr().filter(|_| is_numbered);
    ActForm {
        form_id: ctx.app.env.ids.form().to_string(),
        version: case.version.to_string(),
        dnr: dnr.map(ToString::to_string).unwrap_or_default(),
        dag: day.map(|day| day.to_string()).unwrap_or_default(),
        ..ActForm::default()
    }
}

/// The page of an act.
pub async fn show_act_form(
    ctx: &Ctx,
    seen: &Seen,
    act: Act,
    form: &ActForm,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, WebError> {
    let bodies = match act {
        Act::Route => bodies::list_bodies(&mut ctx.read().await?).await?,
        _ => Vec::new(),
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

/// The case as it stands now, told that what was wanted does not fit it.
pub fn stale(ctx: &Ctx, seen: &Seen) -> Response {
    conflict(ctx, seen, Told::Stale)
}

fn conflict(ctx: &Ctx, seen: &Seen, told: Told) -> Response {
    let page = CasePage {
        seen,
        rules: &ctx.app.env.rules,
        told,
    };
    (StatusCode::CONFLICT, page.render(&ctx.frame())).into_response()
}

/// An act that was refused: for where the case stands, its page as it is now; else why.
pub async fn refused(
    ctx: &Ctx,
    session: &Session,
    id: CaseId,
    error: CaseError,
) -> Result<Response, WebError> {
    let told = match error {
        CaseError::NotFound => return Err(WebError::NotFound),
        CaseError::Forbidden | CaseError::NotAllowed(NotAllowed::OnlyCoordinating) => {
            return Err(WebError::Forbidden);
        }
        CaseError::Store(error) => return Err(error.into()),
        CaseError::Involved => {
            let seen = see(ctx, session, id).await?;
            let mut response = conflict(ctx, &seen, Told::Nothing);
            *response.status_mut() = StatusCode::FORBIDDEN;
            return Ok(response);
        }
        CaseError::NotAllowed(NotAllowed::FollowUpOpen) => Told::FollowUpOpen,
        CaseError::Stale | CaseError::NotAllowed(_) | CaseError::FollowUp(_) => Told::Stale,
    };
    let seen = see(ctx, session, id).await?;
    Ok(conflict(ctx, &seen, told))
}

/// The page of files again, with what is wrong.
pub fn files_again(ctx: &Ctx, seen: &Seen, form_id: &str, problem: FileProblem) -> Response {
    let page = FilesPage {
        seen,
        form_id,
        problem: Some(problem),
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    (status, page.render(&ctx.frame())).into_response()
}

/// The decision of a case with this key in the address.
pub fn find_decision<'s>(seen: &'s Seen, id: &str) -> Result<&'s Decision, WebError> {
    seen.decisions
        .iter()
        .find(|decision| decision.id.to_string() == id && decision.case == seen.case.id)
        .ok_or(WebError::NotFound)
}

/// The form of a decision, as it is filled in.
pub fn show_decision(
    ctx: &Ctx,
    seen: &Seen,
    round: Round,
    corrects: Option<&Decision>,
    form: &DecisionForm,
) -> Response {
    let page = DecisionPage {
        seen,
        round,
        corrects,
        form,
        problems: &Vec::new(),
    };
    page.render(&ctx.frame()).into_response()
}

/// A new decision that was posted.
pub async fn decide(
    ctx: &Ctx,
    session: &Session,
    id: CaseId,
    form: &DecisionForm,
) -> Result<Response, WebError> {
    let seen = see(ctx, session, id).await?;
    let ahead = decision_form::round_ahead(&seen.case.stage).map(|(round, _)| round);
    // A form posted twice meets a case that is decided already: the act itself leads to where the first one led.
    let round = ahead.unwrap_or(match form.utfall.as_str() {
        "not_now" => Round::Final,
        _ => Round::First,
    });
    let (decided, minutes) = match steps(ctx, &seen, round, None, form) {
        Step::Publish(decided, minutes) => (decided, minutes),
        Step::Show(response) => return Ok(response),
    };
    let handling = handling(ctx, &seen, &form.form_id, &form.version, "beslut")?;
    let env = &ctx.app.env;
    match decisions::publish(env, &official(session), &handling, decided, minutes).await {
        Ok(address) => Ok(go(&address)),
        Err(error) => match decision_form::refusal(&error, &ctx.frame()) {
            Some(problems) => Ok(again(ctx, &seen, round, None, form, &problems)),
            None => refused(ctx, session, id, error).await,
        },
    }
}

/// A correction that was posted.
pub async fn correct(
    ctx: &Ctx,
    session: &Session,
    id: CaseId,
    decision: &str,
    form: &DecisionForm,
) -> Result<Response, WebError> {
    let seen = see(ctx, session, id).await?;
    let before = find_decision(&seen, decision)?;
    let round = before.decided.round();
    let (decided, minutes) = match steps(ctx, &seen, round, Some(before), form) {
        Step::Publish(decided, minutes) => (decided, minutes),
        Step::Show(response) => return Ok(response),
    };
    let handling = handling(ctx, &seen, &form.form_id, &form.version, "rattelse")?;
    let (env, who) = (&ctx.app.env, official(session));
    match decisions::correct(env, &who, &handling, before.id, decided, minutes).await {
        Ok(address) => Ok(go(&address)),
        Err(error) => match decision_form::refusal(&error, &ctx.frame()) {
            Some(problems) => Ok(again(ctx, &seen, round, Some(before), form, &problems)),
            None => refused(ctx, session, id, error).await,
        },
    }
}

/// What the posted form of a decision asks for.
enum Step {
    Publish(Decided, Minutes),
    Show(Response),
}

fn steps(
    ctx: &Ctx,
    seen: &Seen,
    round: Round,
    corrects: Option<&Decision>,
    form: &DecisionForm,
) -> Step {
    let frame = ctx.frame();
    if form.steg == "andra" {
        return Step::Show(show_decision(ctx, seen, round, corrects, form));
    }
    match form.parse(round, &frame) {
        Err(problems) => Step::Show(again(ctx, seen, round, corrects, form, &problems)),
        Ok((decided, minutes)) if form.steg == "publicera" => Step::Publish(decided, minutes),
        Ok((decided, minutes)) => {
            let page = DecisionPage {
                seen,
                round,
                corrects,
                form,
                problems: &Vec::new(),
            };
            Step::Show(page.preview(&frame, decided, &minutes).into_response())
        }
    }
}

fn again(
    ctx: &Ctx,
    seen: &Seen,
    round: Round,
    corrects: Option<&Decision>,
    form: &DecisionForm,
    problems: &Problems,
) -> Response {
    let page = DecisionPage {
        seen,
        round,
        corrects,
        form,
        problems,
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    (status, page.render(&ctx.frame())).into_response()
}
