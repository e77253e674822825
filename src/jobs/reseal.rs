//! Time: close with the newest keys what was closed with older ones; queued when new keys are first used.

use super::{JobContext, JobError, finish};
use crate::{store::queue::Lease, usecases::rekeying::reseal_all};

/// Works in short transactions, so that a kill in the middle loses nothing and a second run goes on.
///
/// # Errors
/// When the lease was lost or the store refuses.
pub async fn reseal(context: &JobContext, lease: &Lease) -> Result<(), JobError> {
    let resealed = reseal_all(&context.env).await?;
    tracing::info!(resealed, "keys.resealed");
    finish(context, lease).await
}
