//! What an operator may do with jobs that were given up.

use super::{
    audit::{Actor, Note, note},
    env::Env,
};
use crate::{
    domain::ids::JobId,
    store::{db::StoreError, queue},
};
use serde_json::json;

/// Why a job cannot be tried again.
#[derive(Debug, thiserror::Error)]
pub enum RetryError {
    /// It was never given up, or is tried again already.
    #[error("the job was not given up")]
    NotDead,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Lets a job that was given up be tried again from its first attempt.
///
/// # Errors
/// When it was not given up.
pub async fn retry_dead(env: &Env, job: JobId) -> Result<(), RetryError> {
    let mut tx = env.db.begin().await?;
    if !queue::revive(&mut tx, job, env.now()).await? {
        return Err(RetryError::NotDead);
    }
    let subject = format!("job:{job}");
    let entry = Note {
        act: "job.retry",
        subject: &subject,
        facts: json!({}),
        is_public: false,
    };
    note(&mut tx, env, Actor::Operator, entry).await?;
    Ok(tx.commit().await?)
}
