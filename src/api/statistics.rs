//! The numbers the site leads with, as JSON.

use super::reply::{Problem, json};
use crate::web::{error::WebError, state::AppState};
use axum::{extract::State, http::HeaderMap, response::Response};
use serde::Serialize;

#[derive(Serialize)]
struct SummaryJson {
    proposals: i64,
    reached_threshold: i64,
    signatures: i64,
    /// The day the numbers are told.
    as_of: String,
}

/// Proposals, how many reached their threshold, and signatures. Examples made for a demo are not in it.
pub async fn show_summary(
    State(app): State<AppState>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    app.live()
        .catch_up(&app.env)
        .await
        .map_err(WebError::from)?;
    let summary = app.live().catalogue().summary();
    let told = SummaryJson {
        proposals: summary.proposals,
        reached_threshold: summary.reached,
        signatures: summary.signatures,
        as_of: app.env.now().day().to_string(),
    };
    Ok(json(&headers, &told))
}
