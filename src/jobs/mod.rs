//! The schedule, and one file per job, each named as an event. Jobs are idempotent and plain functions tests call.

pub mod runner;
pub mod send_mails;
pub mod tell_news;

use crate::{
    outside::mailer::Mailer,
    store::{
        db::StoreError,
        queue::{Job, Lease},
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

/// What runs by itself: the job and how often, in seconds.
pub const SCHEDULE: &[(Job, i64)] = &[
    (Job::SealAuditLog, 10),
    (Job::SendMails, 5),
    (Job::CloseDueProposals, 60),
    (Job::ForgetEnded, 3_600),
    (Job::RecountSignatures, 86_400),
];

/// Does one claimed job; the job completes its lease in the transaction of its effect.
async fn run(context: &JobContext, lease: &Lease) -> Result<(), JobError> {
    match &lease.job {
        Job::TellNews(news) => tell_news::tell_news(context, lease, news).await,
        Job::SendMails => send_mails::send_mails(context, lease).await,
        _ => Ok(()),
    }
}
