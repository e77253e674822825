//! The staff site's first page: what each role lets its holder do.

mod pages;

use super::{error::WebError, extract::Staff, state::AppState};
use crate::{domain::permissions::Role, store::grants};
use axum::{Router, routing::get};
use maud::Markup;
use pages::StaffPage;

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new().route("/personal", get(show_staff_page))
}

async fn show_staff_page(Staff { ctx, session }: Staff) -> Result<Markup, WebError> {
    let mut tx = ctx.read().await?;
    let bodies = grants::list_body_names(&mut tx, session.person, Role::Handlaggare).await?;
    let page = StaffPage {
        powers: session.powers(),
        grants: &session.grants,
        bodies,
    };
    Ok(page.render(&ctx.frame()))
}
