//! Pages that only the demo has. Elsewhere they answer 404.

mod post;

use super::{error::WebError, extract::Ctx, state::AppState};
use crate::usecases::post_box;
use axum::{Router, extract::Query, routing::get};
use maud::Markup;
use post::PostPage;
use serde::Deserialize;

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new().route("/demo/post", get(show_post))
}

#[derive(Deserialize)]
struct Filter {
    #[serde(default)]
    till: String,
}

/// The mails the demo has sent, newest first.
async fn show_post(ctx: Ctx, Query(filter): Query<Filter>) -> Result<Markup, WebError> {
    let kept = post_box::kept_mails(&ctx.app.env).filter(|_| ctx.app.site.is_demo);
    let mails = kept.ok_or(WebError::NotFound)?;
    let is_wanted = |to: &str| filter.till.is_empty() || to.eq_ignore_ascii_case(&filter.till);
    let mails = mails
        .into_iter()
        .filter(|mail| is_wanted(&mail.to))
        .take(50)
        .collect();
    Ok(PostPage {
        mails,
        to: filter.till,
    }
    .render(&ctx.frame()))
}
