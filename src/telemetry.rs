//! The log on standard error, and the figures that Prometheus reads.
//!
//! What happens is logged once, at the boundary where it is known, with dotted names and fields; never addresses,
//! names, bodies or queries.

use crate::config::LogSection;
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

/// Seconds of an answer, as Prometheus sorts them.
const BUCKETS: &[f64] = &[0.001, 0.005, 0.025, 0.1, 0.5, 1.0, 5.0];

/// Begins to log. A second call in one process changes nothing.
pub fn start_log(log: &LogSection) {
    let filter = EnvFilter::try_new(&log.level).unwrap_or_else(|_| EnvFilter::new("info"));
    let registry = tracing_subscriber::registry().with(filter);
    let begun = if log.format == "json" {
        let lines = fmt::layer()
            .json()
            .flatten_event(true)
            .with_span_list(false);
        registry.with(lines.with_writer(std::io::stderr)).try_init()
    } else {
        registry
            .with(fmt::layer().with_target(false).with_writer(std::io::stderr))
            .try_init()
    };
    if begun.is_err() {
        tracing::debug!("log.begun_already");
    }
}

/// Begins to count; without this call counting costs nothing and goes nowhere.
///
/// # Errors
/// When something in this process counts already.
pub fn start_metrics() -> Result<PrometheusHandle, BuildError> {
    PrometheusBuilder::new()
        .set_buckets(BUCKETS)?
        .install_recorder()
}
