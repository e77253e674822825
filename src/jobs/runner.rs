//! Claims due jobs and does them, one at a time, until told to stop.

use super::{JobContext, JobError, SCHEDULE, run};
use crate::{
    domain::{ids::JobId, time::Timestamp},
    store::{
        db::StoreError,
        queue::{self, Lease},
    },
};
use std::time::Duration;
use tokio::sync::watch;
use uuid::Uuid;

/// How long a claimed job is ours; a longer one renews by being split into smaller jobs.
const LEASE_SECONDS: i64 = 60;
/// Given up after this many tries: with the back-off about a day.
const MAX_ATTEMPTS: i64 = 12;

/// What one try led to.
#[derive(Debug, PartialEq, Eq)]
pub enum Turn {
    /// A job was done or given back.
    Worked,
    /// Nothing is due.
    Idle,
}

/// Queues what the schedule says is due, then does one due job. Tests call this until [`Turn::Idle`].
///
/// # Errors
/// When the database is away.
pub async fn turn(context: &JobContext, owner: Uuid) -> Result<Turn, StoreError> {
    queue_scheduled(context).await?;
    let now = context.env.now();
    let mut tx = context.env.db.begin().await?;
    let lease = queue::claim_next(&mut tx, owner, now, LEASE_SECONDS).await?;
    tx.commit().await?;
    let Some(lease) = lease else {
        return Ok(Turn::Idle);
    };
    match run(context, &lease).await {
        Ok(()) => {}
        Err(JobError::LeaseLost) => tracing::warn!(kind = lease.job.kind(), "job.lease_lost"),
        Err(error) => give_back(context, &lease, &error).await?,
    }
    Ok(Turn::Worked)
}

/// Works until `stop` says true; an idle runner looks again after a second.
pub async fn work(context: JobContext, mut stop: watch::Receiver<bool>) {
    let owner = context.env.ids.uuid();
    while !*stop.borrow() {
        let pause = match turn(&context, owner).await {
            Ok(Turn::Worked) => continue,
            Ok(Turn::Idle) => Duration::from_secs(1),
            Err(error) => {
                tracing::error!(error = %error, "jobs.failed");
                Duration::from_secs(5)
            }
        };
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.changed() => {}
        }
    }
}

/// One row for each scheduled run, unique on (job, due time): two instances queue it once.
async fn queue_scheduled(context: &JobContext) -> Result<(), StoreError> {
    let now = context.env.now();
    let mut tx = context.env.db.begin().await?;
    for (job, every) in SCHEDULE {
        let due = now.micros() / (every * 1_000_000) * every * 1_000_000;
        let due_at = Timestamp::from_micros(due);
        let id = JobId(context.env.ids.uuid());
        queue::enqueue(&mut tx, id, job, Some(due.to_string()), due_at, now).await?;
    }
    tx.commit().await
}

async fn give_back(
    context: &JobContext,
    lease: &Lease,
    error: &JobError,
) -> Result<(), StoreError> {
    tracing::error!(kind = lease.job.kind(), attempts = lease.attempts, error = %error, "job.failed");
    let now = context.env.now();
    let wait = 10 * (1 << lease.attempts.clamp(0, 10));
    let again_at = (lease.attempts < MAX_ATTEMPTS).then(|| now.plus_seconds(wait));
    let mut tx = context.env.db.begin().await?;
    queue::fail(&mut tx, lease, &error.to_string(), again_at, now).await?;
    tx.commit().await
}
