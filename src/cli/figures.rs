//! `/metrics` for Prometheus, on an address of its own that the public cannot reach.

use super::failure::Failure;
use crate::{
    domain::time::Timestamp,
    store::{
        audit,
        db::{Db, Result},
        queue,
    },
    telemetry,
    usecases::env::Env,
};
use axum::{Router, extract::State, routing::get};
use metrics_exporter_prometheus::PrometheusHandle;
use std::time::Duration;
use tokio::net::TcpListener;

#[derive(Clone)]
struct Figures {
    handle: PrometheusHandle,
    env: Env,
}

/// Begins to count and to answer at `address`; an empty address counts nothing.
///
/// # Errors
/// When the address cannot be listened on.
pub async fn listen(address: &str, env: Env) -> std::result::Result<(), Failure> {
    if address.is_empty() {
        return Ok(());
    }
    let listener = TcpListener::bind(address).await?;
    let handle = telemetry::start_metrics().map_err(|error| Failure::new(error.to_string()))?;
    tokio::spawn(keep_up(handle.clone()));
    let router = Router::new()
        .route("/metrics", get(show_metrics))
        .with_state(Figures { handle, env });
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            tracing::error!(error = %error, "metrics.failed");
        }
    });
    Ok(())
}

async fn show_metrics(State(figures): State<Figures>) -> String {
    let now = figures.env.now();
    let is_up = match read_gauges(&figures.env.db, now).await {
        Ok(()) => 1.0,
        Err(error) => {
            tracing::warn!(error = %error, "metrics.database_away");
            0.0
        }
    };
    metrics::gauge!("database_up").set(is_up);
    figures.handle.render()
}

/// What lies in the database and should not grow.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts far below 2^52; gauges are floating-point"
)]
async fn read_gauges(db: &Db, now: Timestamp) -> Result<()> {
    let mut tx = db.begin_read().await?;
    let waiting = queue::count_waiting(&mut tx, now).await?;
    metrics::gauge!("jobs_due").set(waiting as f64);
    metrics::gauge!("jobs_dead").set(queue::count_dead(&mut tx).await? as f64);
    let (unsealed, oldest) = audit::count_unsealed(&mut tx).await?;
    metrics::gauge!("audit_unsealed").set(unsealed as f64);
    let age = oldest.map_or(0, |oldest| now.seconds_since(oldest));
    metrics::gauge!("audit_unsealed_seconds").set(age as f64);
    Ok(())
}

/// Histograms keep every value until they are drained.
async fn keep_up(handle: PrometheusHandle) {
    let mut timer = tokio::time::interval(Duration::from_secs(5));
    loop {
        timer.tick().await;
        handle.run_upkeep();
    }
}
