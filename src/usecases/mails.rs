//! Telling people: acts queue news in their own transaction, one fan-out job makes a mail for each person concerned.

use super::env::Env;
use crate::{
    domain::{
        ids::{JobId, PersonId, ProposalId},
        keys::NONCE_BYTES,
        news::News,
        time::Timestamp,
    },
    store::{
        db::{Result, Tx},
        mails,
        queue::{self, Job},
    },
};
use sha2::{Digest, Sha256};

/// Queues news in the act's transaction; the same version of the same news is told once.
///
/// # Errors
/// What the store refuses.
pub async fn tell(tx: &mut Tx, env: &Env, news: News) -> Result<()> {
    let key = format!(
        "{}/{}/{}/{}",
        news.news, news.proposal, news.about, news.version
    );
    let now = env.now();
    queue::enqueue(
        tx,
        JobId(env.ids.uuid()),
        &Job::TellNews(Box::new(news)),
        Some(key),
        now,
        now,
    )
    .await?;
    Ok(())
}

/// Asks for the outbox to be worked at once: someone waits for a mail.
///
/// # Errors
/// What the store refuses.
pub async fn send_soon(tx: &mut Tx, env: &Env) -> Result<()> {
    send_at(tx, env, env.now()).await
}

/// Asks for the outbox to be worked at an instant: a mail that someone waits for is tried again then.
///
/// # Errors
/// What the store refuses.
pub async fn send_at(tx: &mut Tx, env: &Env, at: Timestamp) -> Result<()> {
    let id = JobId(env.ids.uuid());
    let key = Some(id.to_string());
    queue::enqueue(tx, id, &Job::SendMails, key, at, env.now()).await?;
    Ok(())
}

/// A person's id closed for one proposal, as rows of signatures, follows and mails hold it.
pub fn seal_person(env: &Env, person: PersonId, proposal: ProposalId) -> Vec<u8> {
    let nonce: [u8; NONCE_BYTES] = env.ids.bytes();
    env.keys
        .seal(person.0.as_bytes(), proposal.0.as_bytes(), nonce)
}

/// What a mail carries so that its reader can get no more of them: made from the pseudonym, names nobody.
pub fn opt_out_token(pseudonym: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"torget no more mails");
    hash.update(pseudonym);
    hash.finalize().into()
}

/// Ends mails about one proposal to whoever holds this token. Doing it twice changes nothing.
///
/// # Errors
/// What the store refuses.
pub async fn opt_out(env: &Env, token: &[u8]) -> Result<()> {
    let mut tx = env.db.begin().await?;
    mails::insert_optout(&mut tx, token, env.now()).await?;
    tx.commit().await
}
