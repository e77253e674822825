//! Time: chain committed audit entries.

use super::{JobContext, JobError, finish};
use crate::{
    store::{
        db::StoreError,
        queue::{self, Lease},
    },
    usecases::audit_chain::{BATCH, seal_batch},
};

/// Chains batch by batch until no settled entry waits.
///
/// # Errors
/// When the lease was lost or the store refuses.
pub async fn seal_audit_log(context: &JobContext, lease: &Lease) -> Result<(), JobError> {
    let env = &context.env;
    loop {
        let mut tx = env.db.begin().await?;
        let sealed = match seal_batch(&mut tx, env.now()).await {
            Ok(sealed) => sealed,
            // Another sealer is at it: a run that took longer than the next one's due time. It does the work.
            Err(StoreError::Conflict) => {
                drop(tx);
                return finish(context, lease).await;
            }
            Err(error) => return Err(error.into()),
        };
        let is_last = sealed < BATCH;
        if is_last && !queue::complete(&mut tx, lease, env.now()).await? {
            return Err(JobError::LeaseLost);
        }
        tx.commit().await?;
        if is_last {
            return Ok(());
        }
    }
}
