//! The schedule, and one file per job, each named as an event. Jobs are idempotent and plain functions tests call.

pub mod close_due_proposals;
pub mod forget_ended;
pub mod lapse_unanswered;
pub mod recount_signatures;
pub mod reseal;
pub mod runner;
pub mod seal_audit_log;
pub mod send_mails;
pub mod settle_account;
pub mod tell_news;

use crate::{
    outside::mailer::Mailer,
    store::{
        db::StoreError,
        queue::{self, Job, Lease},
    },
    usecases::env::Env,
};
use std::sync::Arc;

/// What a job may need beyond [`Env`].
#[derive(Clone)]
pub struct JobContext {
    /// Database, clock, ids, keys, rules.
    pub env: Env,
    /// The way mail goes out.
    pub mailer: Arc<dyn Mailer>,
    /// The site's public address without a slash at the end, for links in mails.
    pub base_url: String,
}

/// Why a job could not be done now.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The lease ran out: another instance has the job now.
    #[error("the lease was lost")]
    LeaseLost,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Another system refused, in words for the administrator.
    #[error("{0}")]
    Outside(String),
}

/// What runs by itself: the job and how often, in seconds. Of runs that were missed only the last is made up for.
pub const SCHEDULE: &[(Job, i64)] = &[
    (Job::SealAuditLog, 30),
    (Job::SendMails, 30),
    (Job::CloseDueProposals, 60),
    (Job::LapseUnanswered, 300),
    (Job::ForgetEnded, 3_600),
    (Job::RecountSignatures, 86_400),
];

/// Does one claimed job; the job completes its lease in the transaction of its effect.
async fn run(context: &JobContext, lease: &Lease) -> Result<(), JobError> {
    match &lease.job {
        Job::TellNews(news) => tell_news::tell_news(context, lease, news).await,
        Job::SendMails => send_mails::send_mails(context, lease).await,
        Job::SealAuditLog => seal_audit_log::seal_audit_log(context, lease).await,
        Job::LapseUnanswered => lapse_unanswered::lapse_unanswered(context, lease).await,
        Job::ForgetEnded => forget_ended::forget_ended(context, lease).await,
        Job::RecountSignatures => recount_signatures::recount_signatures(context, lease).await,
        Job::Reseal => reseal::reseal(context, lease).await,
        Job::SettleAccount { ended, into } => {
            settle_account::settle_account(context, lease, *ended, *into).await
        }
        Job::CloseDueProposals => {
            close_due_proposals::close_due_proposals(&context.env).await?;
            finish(context, lease).await
        }
    }
}

/// Completes a job whose effects are committed already, each harmless to repeat.
async fn finish(context: &JobContext, lease: &Lease) -> Result<(), JobError> {
    let mut tx = context.env.db.begin().await?;
    if !queue::complete(&mut tx, lease, context.env.now()).await? {
        return Err(JobError::LeaseLost);
    }
    Ok(tx.commit().await?)
}
