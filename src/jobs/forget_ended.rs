//! Time: forget what has ended, so that no more is kept of a person than is used (GDPR art. 5.1 e).

use super::{JobContext, JobError, finish};
use crate::{
    domain::sign_in::IDLE_SECONDS,
    store::{
        db::Result,
        queue::Lease,
        retention::{CHUNK, Ended, delete_ended},
    },
    usecases::{drafts, kept_forms},
};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// How long each is kept after its end, in seconds. The limits on sign-ins look one hour back; a browser restored from
/// yesterday may still post its form.
const KEPT: &[(Ended, i64)] = &[
    (Ended::Sessions, 0),
    (Ended::IdleSessions, IDLE_SECONDS),
    (Ended::SignIns, 2 * HOUR),
    (Ended::Joinings, 0),
    (Ended::FormPosts, 7 * DAY),
    (Ended::KeptForms, kept_forms::KEPT_SECONDS),
    (Ended::Jobs, 2 * DAY),
    (Ended::SentDrafts, 7 * DAY),
    (Ended::OldDrafts, drafts::KEPT_DAYS * DAY),
];

/// Removes chunk by chunk, each in its own transaction.
///
/// # Errors
/// When the lease was lost or the store refuses.
pub async fn forget_ended(
    context: &JobContext,
    lease: &Lease,
) -> std::result::Result<(), JobError> {
    for (what, seconds) in KEPT {
        while forget_chunk(context, *what, *seconds).await? == CHUNK {}
    }
    finish(context, lease).await
}

async fn forget_chunk(context: &JobContext, what: Ended, seconds: i64) -> Result<i64> {
    let before = context.env.now().plus_seconds(-seconds);
    let mut tx = context.env.db.begin().await?;
    let removed = delete_ended(&mut tx, what, before).await?;
    tx.commit().await?;
    Ok(removed)
}
