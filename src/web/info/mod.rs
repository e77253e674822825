//! Pages that explain: how it works, the rules, who is behind, accessibility, personal data, contact.

mod pages;

use super::{error::WebError, extract::Ctx, proposals::answer, state::AppState};
use axum::{Router, response::Response, routing::get};
pub use pages::five_steps;

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/sa-fungerar-det", get(show_how))
        .route("/regler", get(show_rules))
        .route("/om", get(show_about))
        .route("/tillganglighet", get(show_accessibility))
        .route("/personuppgifter", get(show_privacy))
        .route("/kontakt", get(show_contact))
}

async fn show_how(ctx: Ctx) -> Result<Response, WebError> {
    Ok(answer(&ctx, pages::how(&ctx.frame(), &ctx.app.env.rules)))
}

async fn show_rules(ctx: Ctx) -> Result<Response, WebError> {
    Ok(answer(&ctx, pages::rules(&ctx.frame(), &ctx.app.env.rules)))
}

async fn show_about(ctx: Ctx) -> Result<Response, WebError> {
    Ok(answer(&ctx, pages::about(&ctx.frame())))
}

async fn show_accessibility(ctx: Ctx) -> Result<Response, WebError> {
    Ok(answer(&ctx, pages::accessibility(&ctx.frame())))
}

async fn show_privacy(ctx: Ctx) -> Result<Response, WebError> {
    Ok(answer(&ctx, pages::privacy(&ctx.frame())))
}

async fn show_contact(ctx: Ctx) -> Result<Response, WebError> {
    Ok(answer(&ctx, pages::contact(&ctx.frame())))
}
