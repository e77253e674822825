//! The job queue: claimed with a lease, retried with back-off, dead ones kept for the administrator.

use super::db::{Result, StoreError, Tx};
use crate::domain::{
    ids::{JobId, PersonId},
    news::News,
    time::Timestamp,
};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use uuid::Uuid;

/// Everything that can be queued. Named as events; each is idempotent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Job {
    /// Time: close what has been open its 90 days.
    CloseDueProposals,
    /// Time: lapse what was not answered.
    LapseUnanswered,
    /// Time: chain committed audit entries.
    SealAuditLog,
    /// Time: recount signatures and report drift.
    RecountSignatures,
    /// Time: forget ended sessions, sign-ins and old form posts.
    ForgetEnded,
    /// Put news of a proposal into the outbox, one mail for each person concerned.
    TellNews(Box<News>),
    /// Work the outbox until it is empty.
    SendMails,
    /// Close with the newest keys what was closed with older ones.
    Reseal,
    /// See to what was still on its way when an account was erased or joined to another.
    SettleAccount {
        /// Whose account ended.
        ended: PersonId,
        /// The account it was joined to.
        into: Option<PersonId>,
    },
}

impl Job {
    /// The kind, as stored.
    pub fn kind(&self) -> &'static str {
        match self {
            Job::CloseDueProposals => "close_due_proposals",
            Job::LapseUnanswered => "lapse_unanswered",
            Job::SealAuditLog => "seal_audit_log",
            Job::RecountSignatures => "recount_signatures",
            Job::ForgetEnded => "forget_ended",
            Job::TellNews(_) => "tell_news",
            Job::SendMails => "send_mails",
            Job::Reseal => "reseal",
            Job::SettleAccount { .. } => "settle_account",
        }
    }
}

/// A claimed job: whoever holds it must complete it in the same transaction as its effect.
#[derive(Debug, Clone)]
pub struct Lease {
    /// The job's row.
    pub id: JobId,
    /// The holder.
    pub owner: Uuid,
    /// How often it has been tried, this time included.
    pub attempts: i64,
    /// What to do.
    pub job: Job,
}

const ENQUEUE: &str = "
    INSERT INTO jobs (id, kind, payload, unique_key, run_at, attempts, created_at)
    VALUES ($1, $2, $3, $4, $5, 0, $6)
    ON CONFLICT (kind, unique_key) DO NOTHING";

/// Queues a job; one with the same kind and unique key is queued once.
///
/// # Errors
/// What the engine refuses.
pub async fn enqueue(
    tx: &mut Tx,
    id: JobId,
    job: &Job,
    unique_key: Option<String>,
    run_at: Timestamp,
    now: Timestamp,
) -> Result<bool> {
    let payload = serde_json::to_string(job).map_err(|error| StoreError::Unreadable {
        table: "jobs",
        found: error.to_string(),
    })?;
    let added = tx
        .query(ENQUEUE)
        .bind(id)
        .bind(job.kind().to_owned())
        .bind(payload)
        .bind(unique_key)
        .bind(run_at)
        .bind(now)
        .execute()
        .await?;
    Ok(added == 1)
}

const IS_ANY_DUE: &str = "
    SELECT EXISTS (
        SELECT 1 FROM jobs
        WHERE done_at IS NULL AND dead_at IS NULL AND run_at <= $1
          AND (lease_until IS NULL OR lease_until < $1)
    )";

/// Whether any job could be claimed.
///
/// # Errors
/// What the engine refuses.
pub async fn is_any_due(tx: &mut Tx, now: Timestamp) -> Result<bool> {
    let (is_due,): (bool,) = tx.query(IS_ANY_DUE).bind(now).one().await?;
    Ok(is_due)
}

const CLAIM_NEXT_SQLITE: &str = "
    UPDATE jobs SET lease_owner = $1, lease_until = $2, attempts = attempts + 1
    WHERE id = (
        SELECT id FROM jobs
        WHERE done_at IS NULL AND dead_at IS NULL AND run_at <= $3
          AND (lease_until IS NULL OR lease_until < $3)
        ORDER BY run_at, id LIMIT 1
    )
    RETURNING id, kind, payload, attempts";

// SKIP LOCKED: without it a second runner waits for the first and then finds nothing, though other jobs are due.
const CLAIM_NEXT_POSTGRES: &str = "
    UPDATE jobs SET lease_owner = $1, lease_until = $2, attempts = attempts + 1
    WHERE id = (
        SELECT id FROM jobs
        WHERE done_at IS NULL AND dead_at IS NULL AND run_at <= $3
          AND (lease_until IS NULL OR lease_until < $3)
        ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, kind, payload, attempts";

#[derive(FromRow)]
struct Claimed {
    id: JobId,
    kind: String,
    payload: String,
    attempts: i64,
}

/// How long a job that this release does not know is left for one that does, in seconds.
const LEFT_FOR_ANOTHER_RELEASE: i64 = 300;

/// Claims the next due job for `seconds`; `None` when there is nothing to do or another took it first.
///
/// A payload of another release (two run side by side during an upgrade) is left for later and stops nothing else.
///
/// # Errors
/// What the engine refuses.
pub async fn claim_next(
    tx: &mut Tx,
    owner: Uuid,
    now: Timestamp,
    seconds: i64,
) -> Result<Option<Lease>> {
    loop {
        let claimed: Option<Claimed> = tx
            .query_each(CLAIM_NEXT_SQLITE, CLAIM_NEXT_POSTGRES)
            .bind(owner)
            .bind(now.plus_seconds(seconds))
            .bind(now)
            .optional()
            .await?;
        let Some(row) = claimed else { return Ok(None) };
        match serde_json::from_str(&row.payload) {
            Ok(job) => {
                return Ok(Some(Lease {
                    id: row.id,
                    owner,
                    attempts: row.attempts,
                    job,
                }));
            }
            Err(error) => {
                tracing::error!(kind = row.kind, error = %error, "job.unknown");
                let later = now.plus_seconds(LEFT_FOR_ANOTHER_RELEASE);
                let why = format!("not known to this release: {error}");
                give_back(tx, row.id, owner, &why, Some(later), now).await?;
            }
        }
    }
}

const RENEW: &str = "
    UPDATE jobs SET lease_until = $1
    WHERE id = $2 AND lease_owner = $3 AND lease_until >= $4 AND done_at IS NULL";

/// Keeps a job for `seconds` more, for one that works in several transactions. `false`: the lease was lost; stop.
///
/// # Errors
/// What the engine refuses.
pub async fn renew(tx: &mut Tx, lease: &Lease, now: Timestamp, seconds: i64) -> Result<bool> {
    let renewed = tx
        .query(RENEW)
        .bind(now.plus_seconds(seconds))
        .bind(lease.id)
        .bind(lease.owner)
        .bind(now)
        .execute()
        .await?;
    Ok(renewed == 1)
}

const COMPLETE: &str = "
    UPDATE jobs SET done_at = $1, lease_owner = NULL, lease_until = NULL, last_error = NULL
    WHERE id = $2 AND lease_owner = $3 AND lease_until >= $1 AND done_at IS NULL";

/// Marks a job done in the transaction of its effect. `false`: the lease was lost, so the effect must be rolled back.
///
/// # Errors
/// What the engine refuses.
pub async fn complete(tx: &mut Tx, lease: &Lease, now: Timestamp) -> Result<bool> {
    let done = tx
        .query(COMPLETE)
        .bind(now)
        .bind(lease.id)
        .bind(lease.owner)
        .execute()
        .await?;
    Ok(done == 1)
}

const FAIL: &str = "
    UPDATE jobs SET lease_owner = NULL, lease_until = NULL, last_error = $1, run_at = $2,
        dead_at = $3
    WHERE id = $4 AND lease_owner = $5";

/// Gives a failed job back, to be tried at `again_at`, or buries it when that is `None`.
///
/// # Errors
/// What the engine refuses.
pub async fn fail(
    tx: &mut Tx,
    lease: &Lease,
    error: &str,
    again_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<()> {
    give_back(tx, lease.id, lease.owner, error, again_at, now).await
}

async fn give_back(
    tx: &mut Tx,
    id: JobId,
    owner: Uuid,
    error: &str,
    again_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<()> {
    tx.query(FAIL)
        .bind(error.to_owned())
        .bind(again_at.unwrap_or(now))
        .bind(if again_at.is_none() { Some(now) } else { None })
        .bind(id)
        .bind(owner)
        .execute()
        .await?;
    Ok(())
}

const COUNT_WAITING: &str = "
    SELECT CAST(COUNT(*) AS BIGINT) FROM jobs
    WHERE done_at IS NULL AND dead_at IS NULL AND run_at <= $1";

/// How many jobs are due and not done, those under way included.
///
/// # Errors
/// What the engine refuses.
pub async fn count_waiting(tx: &mut Tx, now: Timestamp) -> Result<i64> {
    let (count,): (i64,) = tx.query(COUNT_WAITING).bind(now).one().await?;
    Ok(count)
}

const COUNT_DEAD: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM jobs WHERE dead_at IS NOT NULL";

/// How many jobs were given up, for the administrator and the metrics.
///
/// # Errors
/// What the engine refuses.
pub async fn count_dead(tx: &mut Tx) -> Result<i64> {
    let (count,): (i64,) = tx.query(COUNT_DEAD).one().await?;
    Ok(count)
}

/// A job that was given up.
#[derive(Debug, FromRow)]
pub struct DeadJob {
    /// Its id.
    pub id: JobId,
    /// Its kind, as stored.
    pub kind: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was given up.
    pub dead_at: Timestamp,
    /// What went wrong the last time.
    pub last_error: Option<String>,
}

const LIST_DEAD: &str = "
    SELECT id, kind, attempts, dead_at, last_error FROM jobs
    WHERE dead_at IS NOT NULL ORDER BY dead_at, id LIMIT 500";

/// The jobs that were given up, oldest first; at most 500.
///
/// # Errors
/// What the engine refuses.
pub async fn list_dead(tx: &mut Tx) -> Result<Vec<DeadJob>> {
    tx.query(LIST_DEAD).all().await
}

const REVIVE: &str = "
    UPDATE jobs SET dead_at = NULL, attempts = 0, run_at = $1
    WHERE id = $2 AND dead_at IS NOT NULL";

/// Makes a job that was given up due again. `false`: it was not given up.
///
/// # Errors
/// What the engine refuses.
pub async fn revive(tx: &mut Tx, id: JobId, now: Timestamp) -> Result<bool> {
    let revived = tx.query(REVIVE).bind(now).bind(id).execute().await?;
    Ok(revived == 1)
}
