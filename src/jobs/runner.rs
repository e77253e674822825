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

/// How long a claimed job is ours; a longer one renews its lease or is split into smaller jobs.
pub const LEASE_SECONDS: i64 = 60;
/// Given up after this many tries: with the back-off below some six hours.
pub const MAX_ATTEMPTS: i64 = 12;
/// Seconds before the second try; doubled for each one after that, up to [`LONGEST_WAIT`].
const FIRST_WAIT: i64 = 10;
/// Seconds.
const LONGEST_WAIT: i64 = 3_600;
/// How often an idle runner looks for work.
const PAUSE: Duration = Duration::from_secs(1);
/// How long a runner leaves a database that is away alone.
const PAUSE_AWAY: Duration = Duration::from_secs(5);

/// What one try led to.
#[derive(Debug, PartialEq, Eq)]
pub enum Turn {
    /// A job was done or given back.
    Worked,
    /// Nothing is due.
    Idle,
}

/// One who works the queue.
pub struct Runner {
    context: JobContext,
    owner: Uuid,
    /// The last due time queued of each line of [`SCHEDULE`], so that an idle runner only reads.
    queued: Vec<Option<Timestamp>>,
}

/// One turn of a new runner. Tests call this until [`Turn::Idle`].
///
/// # Errors
/// When the database is away.
pub async fn turn(context: &JobContext, owner: Uuid) -> Result<Turn, StoreError> {
    let mut runner = Runner::new(context.clone());
    runner.owner = owner;
    runner.turn().await
}

/// Works until `stop` says true; an idle runner looks again after a second.
pub async fn work(context: JobContext, mut stop: watch::Receiver<bool>) {
    let mut runner = Runner::new(context);
    while !*stop.borrow() {
        let pause = match runner.turn().await {
            Ok(Turn::Worked) => continue,
            Ok(Turn::Idle) => PAUSE,
            Err(error) => {
                tracing::error!(error = %error, "jobs.store_failed");
                PAUSE_AWAY
            }
        };
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.changed() => {}
        }
    }
}

impl Runner {
    /// A runner with an identity of its own.
    pub fn new(context: JobContext) -> Self {
        Runner {
            owner: context.env.ids.uuid(),
            context,
            queued: vec![None; SCHEDULE.len()],
        }
    }

    /// Queues what the schedule says is due, then does one due job.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn turn(&mut self) -> Result<Turn, StoreError> {
        self.queue_scheduled().await?;
        let Some(lease) = self.claim().await? else {
            return Ok(Turn::Idle);
        };
        if lease.attempts > MAX_ATTEMPTS {
            let why = "given up: the process ended at every try".to_owned();
            self.give_back(&lease, &JobError::Outside(why)).await?;
            return Ok(Turn::Worked);
        }
        match self.try_job(&lease).await {
            Ok(()) => metrics::counter!("jobs_done_total", "kind" => lease.job.kind()).increment(1),
            Err(JobError::LeaseLost) => tracing::warn!(kind = lease.job.kind(), "job.lease_lost"),
            Err(error) => self.give_back(&lease, &error).await?,
        }
        Ok(Turn::Worked)
    }

    /// Runs the job as its own task, so that one that panics does not take the runner with it.
    async fn try_job(&self, lease: &Lease) -> Result<(), JobError> {
        let (context, lease) = (self.context.clone(), lease.clone());
        let task = tokio::spawn(async move { run(&context, &lease).await });
        match task.await {
            Ok(outcome) => outcome,
            Err(_) => Err(JobError::Outside("the job panicked".to_owned())),
        }
    }

    /// Looks before it claims: claiming writes, and SQLite has one writer.
    async fn claim(&self) -> Result<Option<Lease>, StoreError> {
        let env = &self.context.env;
        let now = env.now();
        let mut tx = env.db.begin_read().await?;
        let is_due = queue::is_any_due(&mut tx, now).await?;
        drop(tx);
        if !is_due {
            return Ok(None);
        }
        let mut tx = env.db.begin().await?;
        let lease = queue::claim_next(&mut tx, self.owner, now, LEASE_SECONDS).await?;
        tx.commit().await?;
        Ok(lease)
    }

    /// One row for each scheduled run, unique on (job, due time): two instances queue it once.
    async fn queue_scheduled(&mut self) -> Result<(), StoreError> {
        let env = &self.context.env;
        let now = env.now();
        let due: Vec<Timestamp> = SCHEDULE
            .iter()
            .map(|(_, every)| last_due(now, *every))
            .collect();
        if due
            .iter()
            .zip(&self.queued)
            .all(|(due, queued)| Some(*due) == *queued)
        {
            return Ok(());
        }
        let mut tx = env.db.begin().await?;
        for ((job, _), due_at) in SCHEDULE.iter().zip(&due) {
            let id = JobId(env.ids.uuid());
            let key = Some(due_at.micros().to_string());
            queue::enqueue(&mut tx, id, job, key, *due_at, now).await?;
        }
        tx.commit().await?;
        self.queued = due.into_iter().map(Some).collect();
        Ok(())
    }

    async fn give_back(&self, lease: &Lease, error: &JobError) -> Result<(), StoreError> {
        let kind = lease.job.kind();
        tracing::error!(kind, attempts = lease.attempts, error = %error, "job.failed");
        metrics::counter!("jobs_failed_total", "kind" => kind).increment(1);
        let now = self.context.env.now();
        let mut tx = self.context.env.db.begin().await?;
        queue::fail(
            &mut tx,
            lease,
            &error.to_string(),
            again_at(lease, now),
            now,
        )
        .await?;
        tx.commit().await
    }
}

/// The last moment at or before `now` that is a whole number of `every` seconds.
fn last_due(now: Timestamp, every: i64) -> Timestamp {
    let every = every * 1_000_000;
    Timestamp::from_micros(now.micros() / every * every)
}

/// When a failed job is tried again; `None`: it is given up.
fn again_at(lease: &Lease, now: Timestamp) -> Option<Timestamp> {
    let doublings = u32::try_from(lease.attempts - 1).unwrap_or(0).min(20);
    let wait = (FIRST_WAIT << doublings).min(LONGEST_WAIT);
    (lease.attempts < MAX_ATTEMPTS).then(|| now.plus_seconds(wait))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::queue::Job;

    fn failed(attempts: i64) -> Lease {
        let id = Uuid::from_u128(1);
        Lease {
            id: JobId(id),
            owner: id,
            attempts,
            job: Job::ForgetEnded,
        }
    }

    #[test]
    fn tries_come_ever_later_and_end() {
        let now = Timestamp::from_micros(0);
        let wait = |attempts| again_at(&failed(attempts), now).map(|at| at.seconds_since(now));
        assert_eq!((wait(1), wait(2), wait(3)), (Some(10), Some(20), Some(40)));
        assert_eq!((wait(10), wait(11)), (Some(3_600), Some(3_600)));
        assert_eq!(wait(12), None);
        assert_eq!(wait(99), None);
    }

    #[test]
    fn a_schedule_is_the_same_for_every_instance() {
        let at = |micros| last_due(Timestamp::from_micros(micros), 30).micros();
        assert_eq!((at(0), at(29_999_999), at(30_000_000)), (0, 0, 30_000_000));
    }
}
