//! Proposing, one group of questions a page. A draft is kept from the first step on, signed in or not.

mod about;
mod check;
pub mod cookies;
mod forms;
mod idea;
mod later;
mod messages;
mod own;
mod own_pages;
mod place;
mod point;
mod replies;
mod similar;
mod step;

pub use about::gender;

use super::{
    error::WebError,
    extract::{Ctx, SignedIn},
    kept_forms::find_kept,
    state::AppState,
    urls,
};
use crate::{
    domain::{
        drafts::{Draft, Problems, Step},
        ids::{DraftId, FormId},
        proposals::Origin,
    },
    usecases::{
        city::CityMap,
        drafts::{self, list_waiting},
        submissions::{Author, SubmitError, submit},
    },
};
use axum::{
    Form, Router,
    extract::{Path, Query},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use cookies::{named_writer, writer};
use forms::{CHANGING, Press, StepForm};
use later::{DiscardPage, SavedPage};
use maud::Markup;
use replies::{
    Shown, first_page, open, parse_id, read_city, save, see_other, sign_in_here, step_page, told,
};
use serde::Deserialize;
use similar::{SimilarPiece, find_similar};

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/forslag/nytt", get(show_first).post(begin))
        .route("/forslag/liknande", get(show_similar))
        .route("/forslag/nytt/{draft}/sparat", get(show_saved))
        .route(
            "/forslag/nytt/{draft}/ta-bort",
            get(ask_discard).post(discard),
        )
        .route("/forslag/nytt/{draft}/skicka", get(show_send).post(send))
        .route(
            "/forslag/nytt/{draft}/{step}",
            get(show_step).post(save_step),
        )
        .merge(own::routes())
}

async fn show_first(ctx: Ctx, headers: HeaderMap) -> Result<Markup, WebError> {
    let mut tx = ctx.read().await?;
    let writer = writer(&ctx, &headers);
    let waiting = list_waiting(&ctx.app.env, &writer, &mut tx).await?;
    Ok(first_page(
        &ctx,
        &Draft::default(),
        &Problems::new(),
        &waiting,
    ))
}

/// The first answers make a draft; the form's id is its id, so that a double press makes one.
async fn begin(
    ctx: Ctx,
    headers: HeaderMap,
    Form(form): Form<StepForm>,
) -> Result<Response, WebError> {
    let form_id: FormId = form.form_id.parse().map_err(|_| WebError::BadRequest)?;
    let id = DraftId(form_id.0);
    let press = form.press();
    let mut draft = Draft::default();
    form.write(Step::Idea, &mut draft);
    let problems = match press {
        Press::Next => draft.idea().err().unwrap_or_default(),
        _ => Problems::new(),
    };
    if !problems.is_empty() {
        let page = first_page(&ctx, &draft, &problems, &[]);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let (writer, set_cookie) = named_writer(&ctx, &headers);
    if let Err(error) = drafts::begin(&ctx.app.env, &writer, id, &draft).await {
        return Ok(told(&ctx, error));
    }
    let mut answer = see_other(&after(&ctx, id, Step::Idea, press, false));
    if let Ok(value) = HeaderValue::from_str(&set_cookie) {
        answer.headers_mut().append(header::SET_COOKIE, value);
    }
    Ok(answer)
}

/// Where a step leads.
fn after(ctx: &Ctx, id: DraftId, step: Step, press: Press, is_changing: bool) -> String {
    let to = match press {
        Press::Later => return urls::draft_saved(ctx.locale, id),
        Press::Back => step.previous(),
        Press::Next if is_changing => Some(Step::Check),
        Press::Next => step.next(),
    };
    urls::draft_step(ctx.locale, id, to.unwrap_or(Step::Idea).as_str())
}

async fn show_step(
    ctx: Ctx,
    headers: HeaderMap,
    Path((id, step)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let id = parse_id(&id)?;
    let step = Step::parse(&step).ok_or(WebError::NotFound)?;
    let draft = match open(&ctx, &headers, id).await {
        Ok(draft) => draft,
        Err(answer) => return Ok(answer),
    };
    let mut shown = Shown {
        id,
        step,
        draft,
        problems: Problems::new(),
        is_changing: ctx.query == format!("{}={}", CHANGING.0, CHANGING.1),
        was_kept: false,
    };
    if let Some(form) = find_kept::<StepForm>(&ctx, &headers).await? {
        shown.is_changing = form.is_changing();
        shown.was_kept = true;
        form.write(step, &mut shown.draft);
    }
    step_page(&ctx, shown, &read_city(&ctx).await?).await
}

/// Keeps the answers, right or wrong, and leads on when they are right.
async fn save_step(
    ctx: Ctx,
    headers: HeaderMap,
    Path((id, step)): Path<(String, String)>,
    Form(form): Form<StepForm>,
) -> Result<Response, WebError> {
    let id = parse_id(&id)?;
    let step = Step::parse(&step).ok_or(WebError::NotFound)?;
    let (press, is_changing) = (form.press(), form.is_changing());
    let draft = match save(&ctx, &headers, (id, step), form).await? {
        Ok(draft) => draft,
        Err(answer) => return Ok(answer),
    };
    let city = read_city(&ctx).await?;
    let problems = match press {
        Press::Next => problems_of(step, &draft, &city),
        _ => Problems::new(),
    };
    if problems.is_empty() {
        return Ok(see_other(&after(&ctx, id, step, press, is_changing)));
    }
    let shown = Shown {
        id,
        step,
        draft,
        problems,
        is_changing,
        was_kept: false,
    };
    step_page(&ctx, shown, &city).await
}

fn problems_of(step: Step, draft: &Draft, city: &CityMap) -> Problems {
    let problems = match step {
        Step::Idea => draft.idea().err(),
        Step::Place => draft.place(city).err(),
        Step::About => draft.about(city).err(),
        Step::Similar | Step::Check | Step::Send => None,
    };
    problems.unwrap_or_default()
}

async fn show_saved(
    ctx: Ctx,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let id = parse_id(&id)?;
    let draft = match open(&ctx, &headers, id).await {
        Ok(draft) => draft,
        Err(answer) => return Ok(answer),
    };
    let city = read_city(&ctx).await?;
    let page = SavedPage {
        id,
        step: draft.first_open_step(&city).unwrap_or(Step::Check),
        sign_in: ctx.session.is_none().then(|| sign_in_here(&ctx)),
    };
    Ok(page.render(&ctx.frame()).into_response())
}

async fn ask_discard(
    ctx: Ctx,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let id = parse_id(&id)?;
    match open(&ctx, &headers, id).await {
        Ok(draft) => {
            let page = DiscardPage {
                id,
                title: &draft.title,
            };
            Ok(page.render(&ctx.frame()).into_response())
        }
        Err(answer) => Ok(answer),
    }
}

async fn discard(
    ctx: Ctx,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let id = parse_id(&id)?;
    match drafts::discard(&ctx.app.env, &writer(&ctx, &headers), id).await {
        Ok(()) => Ok(see_other(&urls::new_proposal(ctx.locale))),
        Err(error) => Ok(told(&ctx, error)),
    }
}

async fn show_send(
    ctx: Ctx,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let path = Path((id, Step::Send.as_str().to_owned()));
    show_step(ctx, headers, path).await
}

/// Sends the draft. Whatever is missing, or whoever is not signed in, is led back to where it can be mended.
async fn send(
    SignedIn { ctx, session }: SignedIn,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let id = parse_id(&id)?;
    let is_demo = ctx.app.site.is_demo;
    let author = Author {
        person: session.person,
        level: session.level,
        locale: ctx.locale.code().to_owned(),
        origin: if is_demo { Origin::Demo } else { Origin::Own },
    };
    match submit(&ctx.app.env, &author, &writer(&ctx, &headers), id).await {
        Ok(sent) => {
            ctx.app.sessions().forget_person(session.person);
            Ok(see_other(&urls::proposal_sent(ctx.locale, sent.number)))
        }
        Err(SubmitError::Draft(error)) => Ok(told(&ctx, error)),
        Err(SubmitError::Store(error)) => Err(error.into()),
        Err(SubmitError::TooWeak | SubmitError::Incomplete(_)) => Ok(see_other(&urls::draft_step(
            ctx.locale,
            id,
            Step::Send.as_str(),
        ))),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Written {
    q: String,
}

/// A piece of a page for the script that looks while one writes.
async fn show_similar(ctx: Ctx, Query(written): Query<Written>) -> Result<Markup, WebError> {
    let found = find_similar(&ctx, &written.q, "").await?;
    Ok(SimilarPiece { found: &found }.render(&ctx.frame()))
}
