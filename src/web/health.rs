//! Whether the process runs and whether it can do its work, for whoever watches over it.

use super::state::AppState;
use crate::store::migrate;
use axum::{
    Json, Router,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::json;

/// `/health/live` and `/health/ready`.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/health/live", get(show_live))
        .route("/health/ready", get(show_ready))
}

/// The process answers; nothing else is asked.
async fn show_live() -> Json<serde_json::Value> {
    Json(json!({ "status": "live" }))
}

/// The database answers and stands at this release's schema. 503 tells a balancer to send people elsewhere.
async fn show_ready(State(app): State<AppState>) -> Response {
    let status = match migrate::applied_version(&app.env.db).await {
        Ok(Some(version)) if version == migrate::newest_version() => "ready",
        Ok(_) => "not_migrated",
        Err(error) => {
            tracing::warn!(error = %error, "health.not_ready");
            "database_away"
        }
    };
    let body = Json(json!({ "status": status }));
    if status == "ready" {
        return body.into_response();
    }
    let mut response = (StatusCode::SERVICE_UNAVAILABLE, body).into_response();
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from_static("10"));
    response
}
