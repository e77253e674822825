//! `torget admin`: what an operator looks after.

use super::{failure::Failure, sources::Source};
use crate::{
    domain::ids::JobId,
    store::queue,
    usecases::jobs::{self, RetryError},
};
use clap::Subcommand;

/// What an operator may do.
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// List the jobs that were given up after many tries
    DeadJobs(Source),
    /// Try a job that was given up once more
    RetryJob {
        #[command(flatten)]
        source: Source,
        /// The job's id, from `dead-jobs`
        job: JobId,
    },
}

/// Does one of them.
///
/// # Errors
/// Why it could not be done.
pub async fn run(act: Admin) -> Result<(), Failure> {
    match act {
        Admin::DeadJobs(source) => list_dead_jobs(&source).await,
        Admin::RetryJob { source, job } => retry_job(&source, job).await,
    }
}

async fn list_dead_jobs(source: &Source) -> Result<(), Failure> {
    let env = source.env().await?;
    let mut tx = env.db.begin_read().await?;
    let dead = queue::list_dead(&mut tx).await?;
    for job in &dead {
        println!(
            "{}  {}  {}  {} tries  {}",
            job.id,
            job.dead_at.rfc3339(),
            job.kind,
            job.attempts,
            job.last_error.as_deref().unwrap_or_default()
        );
    }
    println!("{} given up.", dead.len());
    Ok(())
}

async fn retry_job(source: &Source, job: JobId) -> Result<(), Failure> {
    match jobs::retry_dead(&source.env().await?, job).await {
        Ok(()) => {
            println!("It will be tried again.");
            Ok(())
        }
        Err(RetryError::NotDead) => Err(Failure::new("no job with this id was given up")),
        Err(RetryError::Store(error)) => Err(error.into()),
    }
}
