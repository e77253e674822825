//! The staff site's first page: what each role lets its holder do.

mod pages;

use super::{cases, error::WebError, extract::Staff, state::AppState};
use crate::{
    domain::permissions::Role,
    store::{grants, reviews},
};
use axum::{Router, routing::get};
use maud::Markup;
use pages::StaffPage;

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new().route("/personal", get(show_staff_page))
}

async fn show_staff_page(Staff { ctx, session }: Staff) -> Result<Markup, WebError> {
    let powers = session.powers();
    let mut tx = ctx.read().await?;
    let reviews = match powers.may_review() {
        true => reviews::list_waiting(&mut tx).await?,
        false => Vec::new(),
    };
    let page = StaffPage {
        powers,
        grants: &session.grants,
        bodies: grants::list_body_names(&mut tx, session.person, Role::Handlaggare).await?,
        reviews: reviews.iter().map(|line| line.due_on).collect(),
        work: match powers.may_handle_any() {
            true => Some(cases::list(&ctx, powers).await?),
            false => None,
        },
        rules: &ctx.app.env.rules,
    };
    Ok(page.render(&ctx.frame()))
}
