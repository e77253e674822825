//! Gives each request an id, counts it, and logs it once: method, route, status and time, nothing a person sent.

use crate::web::state::AppState;
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode},
    middleware::Next,
    response::Response,
};
use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
    time::Instant,
};
use tracing::Instrument;

/// The header that carries the id to the person, who can cite it. One that a client sends is not read.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Puts the route of a request on its answer, for the layers that lie outside of the router.
pub async fn tell_route(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}

/// Around all other layers, but for pages from memory, which count themselves. The route is logged as it stands in the
/// router (`/sv/forslag/{number}`), since addresses and queries may hold what a person wrote or a one-time link.
pub async fn observe(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = app.env.ids.uuid();
    let method = request.method().clone();
    let span = tracing::info_span!("request", id = %id);
    let mut response = next.run(request).instrument(span.clone()).await;
    let route = route_of(&response);
    let status = response.status();
    let seconds = begun.elapsed().as_secs_f64();
    span.in_scope(|| log(method.as_str(), &route, status, seconds));
    app.tally().count(&method, &route, status, seconds);
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// The route that answered, as it stands in the router; `none` when no route has the address.
pub fn route_of(response: &Response) -> Arc<str> {
    match response.extensions().get::<MatchedPath>() {
        Some(route) => route.as_str().into(),
        None => "none".into(),
    }
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

/// The counters of requests, each looked up once: to find one among all metrics costs more than to count.
#[derive(Default)]
pub struct Tally(RwLock<HashMap<Counted, Counters>>);

#[derive(PartialEq, Eq, Hash)]
struct Counted {
    method: &'static str,
    status: u16,
    route: Arc<str>,
}

/// The counters of one kind of answer.
#[derive(Clone)]
pub struct Counters {
    requests: metrics::Counter,
    seconds: metrics::Histogram,
}

impl Counters {
    /// Counts one answer.
    pub fn count(&self, seconds: f64) {
        self.requests.increment(1);
        self.seconds.record(seconds);
    }
}

impl Tally {
    /// Counts one answer.
    pub fn count(&self, method: &Method, route: &Arc<str>, status: StatusCode, seconds: f64) {
        self.counters(method, route, status).count(seconds);
    }

    /// The counters of this kind of answer.
    pub fn counters(&self, method: &Method, route: &Arc<str>, status: StatusCode) -> Counters {
        let counted = Counted {
            method: known(method),
            status: status.as_u16(),
            route: route.clone(),
        };
        let counters = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(counters) = counters.get(&counted) {
            return counters.clone();
        }
        drop(counters);
        let made = counters_of(&counted);
        let mut counters = self.0.write().unwrap_or_else(PoisonError::into_inner);
        counters.entry(counted).or_insert(made).clone()
    }
}

/// Anyone can send any method; only ours have counters of their own.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

fn counters_of(counted: &Counted) -> Counters {
    let labels = [
        ("method", counted.method.to_owned()),
        ("route", counted.route.to_string()),
        ("status", counted.status.to_string()),
    ];
    Counters {
        requests: metrics::counter!("http_requests_total", &labels),
        seconds: metrics::histogram!("http_request_seconds", &labels[..2]),
    }
}
