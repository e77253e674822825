//! Reviewing: the queue, the page of one review, the forms of its decisions. For moderators and coordinators who are
//! signed in with e-legitimation; for everyone else there is no such page.

mod act_page;
mod deciding;
mod differences;
mod forms;
mod letter;
mod loading;
mod page;
mod panel;
mod queue;
mod reading;
mod words;

use super::{
    error::WebError,
    extract::{Ctx, Session, Staff},
    state::AppState,
};
use crate::{domain::ids::ProposalNumber, usecases::reviews::ReviewError};
use axum::{Router, extract::FromRequestParts, http::request::Parts, routing::get};
use deciding::{post_act, show_act};
use loading::Reviewed;
use reading::{show_next, show_queue, show_review};

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/personal/granskning", get(show_queue))
        .route("/personal/granskning/nasta", get(show_next))
        .route("/personal/granskning/{number}", get(show_review))
        .route(
            "/personal/granskning/{number}/{act}",
            get(show_act).post(post_act),
        )
}

/// Someone who may review.
struct Reviewer {
    ctx: Ctx,
    session: Session,
}

impl FromRequestParts<AppState> for Reviewer {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, WebError> {
        let Staff { ctx, session } = Staff::from_request_parts(parts, app).await?;
        if !session.powers().may_review() {
            return Err(WebError::NotFound);
        }
        ctx.app.live().catch_up(&ctx.app.env).await?;
        Ok(Reviewer { ctx, session })
    }
}

/// Why an act was not done, in words; what no page can tell becomes an error.
fn told(ctx: &Ctx, reviewed: &Reviewed, error: ReviewError) -> Result<String, WebError> {
    let holder = reviewed.holder();
    match words::refusal(ctx.t(), &error, reviewed.name(holder)) {
        Some(told) => Ok(told),
        None => Err(match error {
            ReviewError::Store(error) => WebError::Store(error),
            _ => WebError::NotFound,
        }),
    }
}

fn parse_number(number: &str) -> Result<ProposalNumber, WebError> {
    number.parse().map_err(|_| WebError::NotFound)
}
