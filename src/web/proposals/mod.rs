//! Finding and reading proposals.

pub mod answer;
pub mod card;
pub mod history;
mod list;
mod list_page;
mod page;
pub mod read;

use super::{cache::Public, error::WebError, extract::Ctx, state::AppState, urls};
use crate::domain::ids::ProposalNumber;
use axum::{
    Router,
    extract::{Path, Query},
    http::header,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use list::ListQuery;

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/forslag", get(list_proposals))
        .route("/forslag/{number}", get(show_proposal))
}

/// The routes without a language, which lead to the visitor's.
pub fn routes_in_any_language() -> Router<AppState> {
    Router::new()
        .route("/", get(go_to_start))
        .route("/forslag", get(go_to_list))
        .route("/forslag/{number}", get(go_to_proposal))
}

async fn list_proposals(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response, WebError> {
    let page = list::read(&ctx, query).await?;
    Ok(answer(&ctx, page.render(&ctx.frame())))
}

async fn show_proposal(ctx: Ctx, Path(number): Path<String>) -> Result<Response, WebError> {
    let number: ProposalNumber = number.parse().map_err(|_| WebError::NotFound)?;
    let view = read::read(&ctx, number).await?;
    let page = page::ProposalPage { view: &view }.render(&ctx.frame());
    if view.is_public {
        Ok(answer(&ctx, page))
    } else {
        Ok(page.into_response())
    }
}

/// The same for everyone who is not signed in.
pub fn answer(ctx: &Ctx, page: impl IntoResponse) -> Response {
    match ctx.session {
        None => Public(page).into_response(),
        Some(_) => page.into_response(),
    }
}

async fn go_to_start(ctx: Ctx) -> Response {
    by_language(Redirect::temporary(&urls::start(ctx.locale)))
}

async fn go_to_list(ctx: Ctx) -> Response {
    let list = urls::proposals(ctx.locale);
    let address = match ctx.query.as_str() {
        "" => list,
        query => format!("{list}?{query}"),
    };
    by_language(Redirect::temporary(&address))
}

async fn go_to_proposal(ctx: Ctx, Path(number): Path<String>) -> Result<Response, WebError> {
    let number = number.parse().map_err(|_| WebError::NotFound)?;
    let address = urls::proposal(ctx.locale, number);
    Ok(by_language(Redirect::temporary(&address)))
}

fn by_language(redirect: Redirect) -> Response {
    ([(header::VARY, "accept-language, cookie")], redirect).into_response()
}
