//! How much one network may ask of us, and how much everyone together: generous for reading, stricter for posting.

use super::client::client_network;
use crate::{
    config::LimitsSection,
    web::{error::WebError, state::AppState},
};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{net::IpAddr, sync::Arc, time::Duration};
use tokio::sync::Semaphore;
use tower_governor::{
    GovernorError, GovernorLayer,
    governor::{GovernorConfig, GovernorConfigBuilder},
    key_extractor::KeyExtractor,
};

type Quota = GovernorConfig<ClientNetwork, governor::middleware::NoOpMiddleware>;

/// The layer that counts a network's requests.
pub type QuotaLayer = GovernorLayer<ClientNetwork, governor::middleware::NoOpMiddleware, Body>;

/// What is counted and let through, shared by all requests of a process.
pub struct Limits {
    reads: Arc<Quota>,
    posts: Arc<Quota>,
    under_way: Semaphore,
    patience: Duration,
}

impl Limits {
    /// Limits as configured; a zero, which the configuration refuses, counts as one.
    pub fn new(limits: &LimitsSection, trusted_proxies: usize) -> Self {
        let a_read = Duration::from_secs(1) / limits.reads_per_second.max(1);
        let a_post = Duration::from_secs(60) / limits.posts_per_minute.max(1);
        let quota = |methods, period, at_once| quota(methods, period, at_once, trusted_proxies);
        Limits {
            reads: quota(
                vec![Method::GET, Method::HEAD],
                a_read,
                limits.reads_at_once,
            ),
            posts: quota(vec![Method::POST], a_post, limits.posts_at_once),
            under_way: Semaphore::new(limits.requests_at_once.max(1)),
            patience: Duration::from_secs(limits.seconds.max(1)),
        }
    }

    /// The layers that count reading and posting.
    pub fn layers(&self) -> [QuotaLayer; 2] {
        [&self.reads, &self.posts]
            .map(|quota| GovernorLayer::new(Arc::clone(quota)).error_handler(refuse))
    }

    /// Forgets networks that have all their quota again; without it memory grows with every visitor.
    pub fn forget_idle(&self) {
        for quota in [&self.reads, &self.posts] {
            quota.limiter().retain_recent();
            quota.limiter().shrink_to_fit();
        }
    }
}

fn quota(
    methods: Vec<Method>,
    period: Duration,
    at_once: u32,
    trusted_proxies: usize,
) -> Arc<Quota> {
    let quota = GovernorConfigBuilder::default()
        .period(period.max(Duration::from_nanos(1)))
        .burst_size(at_once.max(1))
        .methods(methods)
        .key_extractor(ClientNetwork { trusted_proxies })
        .finish();
    Arc::new(quota.unwrap_or_else(|| unreachable!("neither period nor burst is zero")))
}

/// Counts by [`client_network`]. The crate's own extractor believes what the client wrote.
#[derive(Debug, Clone)]
pub struct ClientNetwork {
    trusted_proxies: usize,
}

impl KeyExtractor for ClientNetwork {
    type Key = IpAddr;

    fn extract<T>(&self, request: &axum::http::Request<T>) -> Result<IpAddr, GovernorError> {
        Ok(client_network(
            request.headers(),
            request.extensions(),
            self.trusted_proxies,
        ))
    }
}

fn refuse(error: GovernorError) -> Response {
    let GovernorError::TooManyRequests { wait_time, .. } = error else {
        return WebError::Unavailable.into_response();
    };
    let mut response = WebError::TooMany.into_response();
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(wait_time.max(1)));
    response
}

/// Answers 503 at once when too many requests are under way, and when one takes too long: what it began is undone.
pub async fn shed_load(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let limits = app.limits();
    let Ok(_permit) = limits.under_way.try_acquire() else {
        metrics::counter!("http_shed_total").increment(1);
        return WebError::Unavailable.into_response();
    };
    match tokio::time::timeout(limits.patience, next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            tracing::error!("http.too_slow");
            WebError::Unavailable.into_response()
        }
    }
}
