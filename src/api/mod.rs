//! Open data: what is public, as JSON and as a feed. Reads only; anyone may call it from any site.

mod feed;
mod proposals;
mod query;
mod reply;
mod statistics;

use crate::web::state::AppState;
use axum::{Router, routing::get};

/// The routes without a language.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/api/v1/proposals", get(proposals::list_proposals))
        .route("/api/v1/proposals/{number}", get(proposals::show_proposal))
        .route("/api/v1/statistics/summary", get(statistics::show_summary))
        .route("/api/{*rest}", get(reply::unknown_address))
}

/// The routes under each language.
pub fn routes_by_language() -> Router<AppState> {
    Router::new().route("/forslag.atom", get(feed::show_feed))
}
