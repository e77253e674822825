//! Puts news of a proposal into the outbox: the author first, then signers, then followers, each person once.
//!
//! Runs in short transactions with `ON CONFLICT`, so a kill in the middle loses nobody and doubles nobody.

use super::{JobContext, JobError};
use crate::{
    domain::news::{Audience, MailRole, News},
    store::{
        mails::{self, Crowd, NewMail},
        queue::{self, Lease},
    },
    usecases::mails::{seal_person, send_soon},
};

/// Fans the news out and completes the lease.
///
/// # Errors
/// When the store refuses or the lease was lost.
pub async fn tell_news(context: &JobContext, lease: &Lease, news: &News) -> Result<(), JobError> {
    tell_author(context, news).await?;
    let audience = news.news.audience();
    if audience == Audience::Everyone {
        tell_crowd(context, news, Crowd::Signers).await?;
    }
    if audience != Audience::Author {
        tell_crowd(context, news, Crowd::Followers).await?;
    }
    let env = &context.env;
    let mut tx = env.db.begin().await?;
    send_soon(&mut tx, env).await?;
    if !queue::complete(&mut tx, lease, env.now()).await? {
        return Err(JobError::LeaseLost);
    }
    Ok(tx.commit().await?)
}

async fn tell_author(context: &JobContext, news: &News) -> Result<(), JobError> {
    let env = &context.env;
    let mut tx = env.db.begin().await?;
    let Some(author) = mails::find_author(&mut tx, news.proposal).await? else {
        return Ok(());
    };
    let mail = NewMail {
        kind: news.news,
        topic_key: &mails::topic_key(news),
        version: news.version,
        recipient: env.keys.pseudonym(author, news.proposal).to_vec(),
        role: MailRole::Author,
        subject_id: news.proposal.0,
        sealed: seal_person(env, author, news.proposal),
        locale: None,
        facts: &news.facts,
    };
    mails::insert_mail(&mut tx, mail, env.now()).await?;
    Ok(tx.commit().await?)
}

async fn tell_crowd(context: &JobContext, news: &News, crowd: Crowd) -> Result<(), JobError> {
    let env = &context.env;
    let mut after = Some(Vec::new());
    while let Some(pseudonym) = after {
        let mut tx = env.db.begin().await?;
        after = mails::insert_mails_to_crowd(&mut tx, news, crowd, pseudonym, env.now()).await?;
        tx.commit().await?;
    }
    Ok(())
}
