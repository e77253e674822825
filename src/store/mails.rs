//! The outbox: one row for each mail, inserted in the act's own transaction and sent later by a job.

use super::db::{Result, Tx};
use crate::domain::{ids::MailId, time::Timestamp};
use uuid::Uuid;

/// A mail to be sent.
#[derive(Debug)]
pub struct NewMail<'a> {
    /// The row, and what the seal is bound to; also the Message-ID, so that a repeat is known as one.
    pub id: MailId,
    /// Which mail: `sign_in_code` and the like.
    pub kind: &'a str,
    /// What it is about: a proposal, a sign-in.
    pub subject_id: Uuid,
    /// What a newer version supersedes.
    pub topic_key: &'a str,
    /// The version of the topic.
    pub version: i64,
    /// A pseudonym: one mail for each recipient and reason.
    pub recipient: &'a [u8],
    /// The person id, or for one who has no account yet what the mail needs, sealed to the mail's id.
    pub sealed: Vec<u8>,
    /// The recipient's language.
    pub locale: &'a str,
    /// A JSON object without personal data.
    pub payload: &'a str,
    /// 0 goes first.
    pub priority: i64,
}

const INSERT_MAIL: &str = "
    INSERT INTO mails (id, kind, subject_id, topic_key, version, recipient, sealed, locale, payload,
        priority, run_at, attempts, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $11)
    ON CONFLICT (kind, topic_key, version, recipient) DO NOTHING";

/// Queues a mail to be sent at once. `false`: this recipient already has one for this reason and version.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_mail(tx: &mut Tx, mail: NewMail<'_>, now: Timestamp) -> Result<bool> {
    let added = tx
        .query(INSERT_MAIL)
        .bind(mail.id)
        .bind(mail.kind.to_owned())
        .bind(mail.subject_id)
        .bind(mail.topic_key.to_owned())
        .bind(mail.version)
        .bind(mail.recipient.to_vec())
        .bind(mail.sealed)
        .bind(mail.locale.to_owned())
        .bind(mail.payload.to_owned())
        .bind(mail.priority)
        .bind(now)
        .execute()
        .await?;
    Ok(added == 1)
}
