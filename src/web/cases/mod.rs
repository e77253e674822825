//! Cases for those who handle them: the work list, a case on one page, each act on a page of its own.

mod act_page;
mod acts;
mod case_page;
mod decision_form;
mod decision_page;
mod files;
mod history;
mod incoming;
mod incoming_pages;
mod list_page;
mod loading;
mod names;
mod replies;
mod side;
mod words;

use super::{
    error::WebError,
    extract::{Ctx, Staff},
    state::AppState,
};
use crate::usecases::{documents, name_lists};
use acts::{Act, ActForm};
use axum::{
    Form, Router,
    extract::{DefaultBodyLimit, Multipart, Path, Query},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use case_page::{CasePage, Told};
use decision_form::DecisionForm;
use files::{FilesPage, POST_BYTES};
use list_page::{Filter, ListPage};
pub use loading::{WorkList, list};
use loading::{official, parse_id, see};
use names::{NamesForm, NamesPage};
use replies::{correct, decide, go, handling, refused, show_act_form, show_decision};

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    let upload = get(show_files).post(add_files);
    Router::new()
        .route("/personal/pa-vag", get(incoming::show_list))
        .route("/personal/pa-vag/{number}", get(incoming::show_one))
        .route(
            "/personal/pa-vag/{number}/{act}",
            get(incoming::show_act).post(incoming::post_act),
        )
        .route("/personal/arenden", get(show_list))
        .route("/personal/arenden/{id}", get(show_case))
        .route(
            "/personal/arenden/{id}/beslut",
            get(show_new).post(post_new),
        )
        .route(
            "/personal/arenden/{id}/beslut/{decision}",
            get(show_correction).post(post_correction),
        )
        .route(
            "/personal/arenden/{id}/filer",
            upload.layer(DefaultBodyLimit::max(POST_BYTES)),
        )
        .route("/personal/arenden/{id}/filer/{file}", post(remove_file))
        .route(
            "/personal/arenden/{id}/namnlista",
            get(show_names).post(open_names),
        )
        .route("/personal/arenden/{id}/{act}", get(show_act).post(post_act))
        .route("/dokument/{file}/{name}", get(show_document))
}

async fn show_list(staff: Staff, Query(filter): Query<Filter>) -> Result<Response, WebError> {
    let Staff { ctx, session } = staff;
    let powers = session.powers();
    if !powers.may_handle_any() {
        return Err(WebError::NotFound);
    }
    let page = ListPage {
        list: list(&ctx, powers).await?,
        filter: &filter,
        rules: &ctx.app.env.rules,
    };
    Ok(page.render(&ctx.frame()).into_response())
}

async fn show_case(staff: Staff, Path(id): Path<String>) -> Result<Response, WebError> {
    let Staff { ctx, session } = staff;
    let seen = see(&ctx, &session, parse_id(&id)?).await?;
    let told = match ctx.query.starts_with("klart=") {
        true => Told::Done,
        false => Told::Nothing,
    };
    let page = CasePage {
        seen: &seen,
        rules: &ctx.app.env.rules,
        told,
    };
    Ok(page.render(&ctx.frame()).into_response())
}

async fn show_act(
    staff: Staff,
    Path((id, act)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let Staff { ctx, session } = staff;
    let act = Act::parse(&act).ok_or(WebError::NotFound)?;
    let seen = see(&ctx, &session, parse_id(&id)?).await?;
    let may = match act {
        Act::Route => seen.may.route,
        _ => seen.may.handle,
    };
    if !may {
        return Err(WebError::Forbidden);
    }
    if !act.fits(&seen.case.stage) {
        return Ok(replies::stale(&ctx, &seen));
    }
    let form = replies::fresh(&ctx, &seen, act);
    show_act_form(&ctx, &seen, act, &form, &Vec::new(), StatusCode::OK).await
}

async fn post_act(
    staff: Staff,
    Path((id, act)): Path<(String, String)>,
    Form(form): Form<ActForm>,
) -> Result<Response, WebError> {
    let Staff { ctx, session } = staff;
    let act = Act::parse(&act).ok_or(WebError::NotFound)?;
    let seen = see(&ctx, &session, parse_id(&id)?).await?;
    let refuse = StatusCode::UNPROCESSABLE_ENTITY;
    let command = match form.parse(act, &seen.case.stage, &ctx.frame()) {
        Ok(command) => command,
        Err(problems) => return show_act_form(&ctx, &seen, act, &form, &problems, refuse).await,
    };
    let handling = handling(&ctx, &seen, &form.form_id, &form.version, act.as_str())?;
    match acts::perform(&ctx.app.env, &official(&session), &handling, command).await {
        Ok(address) => Ok(go(&address)),
        Err(error) => match acts::refusal(act, &error, ctx.t()) {
            Some(problems) => show_act_form(&ctx, &seen, act, &form, &problems, refuse).await,
            None => refused(&ctx, &session, seen.case.id, error).await,
        },
    }
}

async fn show_new(staff: Staff, Path(id): Path<String>) -> Result<Response, WebError> {
    let Staff { ctx, session } = staff;
    let seen = see(&ctx, &session, parse_id(&id)?).await?;
    if !seen.may.handle {
        return Err(WebError::Forbidden);
    }
    let Some((round, meeting)) = decision_form::round_ahead(&seen.case.stage) else {
        return Ok(replies::stale(&ctx, &seen));
    };
    let today = ctx.today();
    let form = DecisionForm {
        form_id: ctx.app.env.ids.form().to_string(),
        version: seen.case.version.to_string(),
        ..DecisionForm::for_meeting(Some(meeting).filter(|day| *day <= today))
    };
    Ok(show_decision(&ctx, &seen, round, None, &form))
}

async fn post_new(
    staff: Staff,
    Path(id): Path<String>,
    Form(form): Form<DecisionForm>,
) -> Result<Response, WebError> {
    decide(&staff.ctx, &staff.session, parse_id(&id)?, &form).await
}

async fn show_correction(
    staff: Staff,
    Path((id, decision)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let Staff { ctx, session } = staff;
    let seen = see(&ctx, &session, parse_id(&id)?).await?;
    if !seen.may.handle {
        return Err(WebError::Forbidden);
    }
    let corrected = replies::find_decision(&seen, &decision)?;
    let form = DecisionForm {
        form_id: ctx.app.env.ids.form().to_string(),
        version: seen.case.version.to_string(),
        ..DecisionForm::of(corrected)
    };
    let round = corrected.decided.round();
    Ok(show_decision(&ctx, &seen, round, Some(corrected), &form))
}

async fn post_correction(
    staff: Staff,
    Path((id, decision)): Path<(String, String)>,
    Form(form): Form<DecisionForm>,
) -> Result<Response, WebError> {
    correct(&staff.ctx, &staff.session, parse_id(&id)?, &decision, &form).await
}

async fn show_files(staff: Staff, Path(id): Path<String>) -> Result<Response, WebError> {
    let Staff { ctx, session } = staff;
    let seen = see(&ctx, &session, parse_id(&id)?).await?;
    if !seen.may.handle {
        return Err(WebError::Forbidden);
    }
    let page = FilesPage {
        seen: &seen,
        form_id: &ctx.app.env.ids.form().to_string(),
        problem: None,
    };
    Ok(page.render(&ctx.frame()).into_response())
}

async fn add_files(
    staff: Staff,
    Path(id): Path<String>,
    parts: Multipart,
) -> Result<Response, WebError> {
    let Staff { ctx, session } = staff;
    let seen = see(&ctx, &session, parse_id(&id)?).await?;
    if !seen.may.handle {
        return Err(WebError::Forbidden);
    }
    let posted = files::read(parts).await?;
    let files = match posted.files {
        Ok(files) => files,
        Err(problem) => return Ok(replies::files_again(&ctx, &seen, &posted.form_id, problem)),
    };
    let version = seen.case.version.to_string();
    let handling = handling(&ctx, &seen, &posted.form_id, &version, "filer")?;
    match documents::add(&ctx.app.env, &official(&session), &handling, files).await {
        Ok(address) => Ok(go(&address)),
        Err(error) => refused(&ctx, &session, seen.case.id, error).await,
    }
}

async fn remove_file(
    staff: Staff,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let Staff { ctx, session } = staff;
    let seen = see(&ctx, &session, parse_id(&id)?).await?;
    let version = seen.case.version.to_string();
    let handling = handling(&ctx, &seen, &file, &version, "filer")?;
    let file = file.parse().map_err(|_| WebError::NotFound)?;
    match documents::remove(&ctx.app.env, &official(&session), &handling, file).await {
        Ok(address) => Ok(go(&address)),
        Err(error) => refused(&ctx, &session, seen.case.id, error).await,
    }
}

async fn show_names(staff: Staff, Path(id): Path<String>) -> Result<Response, WebError> {
    let Staff { ctx, session } = staff;
    let seen = see(&ctx, &session, parse_id(&id)?).await?;
    if !seen.may.handle {
        return Err(WebError::Forbidden);
    }
    let page = NamesPage {
        seen: &seen,
        list: None,
    };
    Ok(page.render(&ctx.frame()).into_response())
}

async fn open_names(
    staff: Staff,
    Path(id): Path<String>,
    Form(form): Form<NamesForm>,
) -> Result<Response, WebError> {
    let Staff { ctx, session } = staff;
    let seen = see(&ctx, &session, parse_id(&id)?).await?;
    let opened = name_lists::open(&ctx.app.env, &official(&session), seen.case.id).await;
    let list = match opened {
        Ok(list) => list,
        Err(error) => return refused(&ctx, &session, seen.case.id, error).await,
    };
    if form.form == "csv" {
        let number = seen.proposal.number.to_string();
        return Ok(names::csv(&ctx.frame(), number, &list));
    }
    let page = NamesPage {
        seen: &seen,
        list: Some(&list),
    };
    Ok(page.render(&ctx.frame()).into_response())
}

async fn show_document(
    ctx: Ctx,
    Path((file, _name)): Path<(String, String)>,
) -> Result<Response, WebError> {
    Ok(files::send(files::find(&ctx, &file).await?))
}
