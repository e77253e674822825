//! Gives each request an id, counts it, and logs it once: method, route, status and time, nothing a person sent.

use crate::web::state::AppState;
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, StatusCode},
    middleware::Next,
    response::Response,
};
use std::time::Instant;
use tracing::Instrument;

/// The header that carries the id to the person, who can cite it. One that a client sends is not read.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The outermost layer. The route is logged as it stands in the router (`/sv/forslag/{number}`), since addresses and
/// queries may hold what a person wrote or a one-time link.
pub async fn observe(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = app.env.ids.uuid();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let span = tracing::info_span!("request", id = %id);
    let mut response = next.run(request).instrument(span.clone()).await;
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    let status = response.status();
    let seconds = begun.elapsed().as_secs_f64();
    span.in_scope(|| log(method.as_str(), route, status, seconds));
    count(method.as_str(), route, status, seconds);
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// Ours are errors, what we refuse is worth knowing, the rest only when someone looks for it.
fn log(method: &str, route: &str, status: StatusCode, seconds: f64) {
    let code = status.as_u16();
    match code {
        500.. => tracing::error!(method, route, status = code, seconds, "http.failed"),
        400 | 403 | 413 | 422 | 429 => {
            tracing::info!(method, route, status = code, seconds, "http.refused");
        }
        _ => tracing::debug!(method, route, status = code, seconds, "http.answered"),
    }
}

fn count(method: &str, route: &str, status: StatusCode, seconds: f64) {
    let method = match method {
        "GET" | "HEAD" | "POST" => method.to_owned(),
        _ => "other".to_owned(),
    };
    let labels = [
        ("method", method),
        ("route", route.to_owned()),
        ("status", status.as_str().to_owned()),
    ];
    metrics::counter!("http_requests_total", &labels).increment(1);
    metrics::histogram!("http_request_seconds", &labels[..2]).record(seconds);
}
