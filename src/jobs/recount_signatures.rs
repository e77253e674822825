//! Time: recount signatures every night and report drift.

use super::{JobContext, JobError, finish};
use crate::{
    store::queue::Lease,
    usecases::{audit::Actor, signatures::recount_all},
};

/// Counts every proposal's rows beside what is kept; each repair is an act of its own, so a second run finds nothing.
///
/// # Errors
/// When the lease was lost or the store refuses.
pub async fn recount_signatures(context: &JobContext, lease: &Lease) -> Result<(), JobError> {
    let recounted = recount_all(&context.env, Actor::Job("recount_signatures")).await?;
    tracing::info!(
        proposals = recounted.proposals,
        drifts = recounted.drifts.len(),
        "signatures.recounted"
    );
    finish(context, lease).await
}
