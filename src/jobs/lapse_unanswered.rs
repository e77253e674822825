//! A question to an author was not answered in time.

use super::{JobContext, JobError};
use crate::{
    store::queue::{self, Lease},
    usecases::reviews,
};

/// Lets what was not answered lapse and completes the lease.
///
/// # Errors
/// When the store refuses or the lease was lost.
pub async fn lapse_unanswered(context: &JobContext, lease: &Lease) -> Result<(), JobError> {
    let env = &context.env;
    reviews::lapse_unanswered(env).await?;
    let mut tx = env.db.begin().await?;
    if !queue::complete(&mut tx, lease, env.now()).await? {
        return Err(JobError::LeaseLost);
    }
    Ok(tx.commit().await?)
}
