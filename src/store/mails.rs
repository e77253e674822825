//! The outbox: filled by acts and fan-outs, emptied by `send_mails`.

use super::db::{Result, StoreError, Tx};
use crate::domain::{
    ids::ProposalId,
    news::{MailRole, News, NewsFacts, NewsKind},
    time::Timestamp,
};
use sqlx::FromRow;
use uuid::Uuid;

/// A mail to one known recipient.
#[derive(Debug)]
pub struct NewMail<'a> {
    /// What it tells.
    pub kind: NewsKind,
    /// What it is about.
    pub topic_key: &'a str,
    /// Grows when the same thing is told anew.
    pub version: i64,
    /// Pseudonym at the proposal, or lookup of the address.
    pub recipient: Vec<u8>,
    /// Why this person gets it.
    pub role: MailRole,
    /// What the seal is bound to: proposal or sign-in.
    pub subject_id: Uuid,
    /// Sealed person id (16 bytes), or a sealed `SignInLetter` (address, code, link) for a sign-in code.
    pub sealed: Vec<u8>,
    /// The language, or `None` for the person's own.
    pub locale: Option<String>,
    /// What it says.
    pub facts: &'a NewsFacts,
}

const INSERT_MAIL: &str = "
    INSERT INTO mails (kind, topic_key, version, recipient, role, subject_id, sealed, locale, facts,
        priority, run_at, attempts, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $11)
    ON CONFLICT (kind, topic_key, version, recipient) DO NOTHING";

/// Puts one mail into the outbox; the same mail is put there once.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_mail(tx: &mut Tx, mail: NewMail<'_>, now: Timestamp) -> Result<()> {
    tx.query(INSERT_MAIL)
        .bind(mail.kind)
        .bind(mail.topic_key.to_owned())
        .bind(mail.version)
        .bind(mail.recipient)
        .bind(mail.role)
        .bind(mail.subject_id)
        .bind(mail.sealed)
        .bind(mail.locale)
        .bind(facts_text(mail.facts)?)
        .bind(mail.kind.priority())
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

fn facts_text(facts: &NewsFacts) -> Result<String> {
    serde_json::to_string(facts).map_err(|error| unreadable(&error))
}

fn unreadable(error: &serde_json::Error) -> StoreError {
    StoreError::Unreadable {
        table: "mails",
        found: error.to_string(),
    }
}

/// Where news of a proposal is kept apart from other news: `<proposal>/<about>`.
pub fn topic_key(news: &News) -> String {
    format!("{}/{}", news.proposal, news.about)
}

const CHUNK_END_OF_SIGNERS: &str = "
    SELECT pseudonym FROM signatures WHERE proposal_id = $1 AND pseudonym > $2
    ORDER BY pseudonym LIMIT 1 OFFSET $3";
const INSERT_MAILS_TO_SIGNERS: &str = "
    INSERT INTO mails (kind, topic_key, version, recipient, role, subject_id, sealed, facts, priority,
        run_at, attempts, created_at)
    SELECT CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS BIGINT), pseudonym, 'signer', proposal_id,
        sealed, CAST($7 AS TEXT), CAST($8 AS BIGINT), CAST($9 AS BIGINT), 0, CAST($9 AS BIGINT)
    FROM signatures WHERE proposal_id = $1 AND pseudonym > $2 AND (CAST($3 AS BYTEA) IS NULL OR pseudonym <= $3)
    ON CONFLICT (kind, topic_key, version, recipient) DO NOTHING";
const CHUNK_END_OF_FOLLOWERS: &str = "
    SELECT pseudonym FROM follows WHERE proposal_id = $1 AND pseudonym > $2
    ORDER BY pseudonym LIMIT 1 OFFSET $3";
const INSERT_MAILS_TO_FOLLOWERS: &str = "
    INSERT INTO mails (kind, topic_key, version, recipient, role, subject_id, sealed, facts, priority,
        run_at, attempts, created_at)
    SELECT CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS BIGINT), pseudonym, 'follower', proposal_id,
        sealed, CAST($7 AS TEXT), CAST($8 AS BIGINT), CAST($9 AS BIGINT), 0, CAST($9 AS BIGINT)
    FROM follows WHERE proposal_id = $1 AND pseudonym > $2 AND (CAST($3 AS BYTEA) IS NULL OR pseudonym <= $3)
    ON CONFLICT (kind, topic_key, version, recipient) DO NOTHING";

/// Those whom a fan-out reaches by their rows at the proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crowd {
    /// Everyone who signed.
    Signers,
    /// Everyone who follows.
    Followers,
}

/// Rows of one fan-out step: few enough to hold the only writer of SQLite under 50 ms.
const CHUNK: i64 = 1_000;

/// Puts mails to the next part of a crowd into the outbox, after the pseudonym `after` (empty at first).
/// Gives where the next part begins, or `None` when this was the last.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_mails_to_crowd(
    tx: &mut Tx,
    news: &News,
    crowd: Crowd,
    after: Vec<u8>,
    now: Timestamp,
) -> Result<Option<Vec<u8>>> {
    let (find_end, insert) = match crowd {
        Crowd::Signers => (CHUNK_END_OF_SIGNERS, INSERT_MAILS_TO_SIGNERS),
        Crowd::Followers => (CHUNK_END_OF_FOLLOWERS, INSERT_MAILS_TO_FOLLOWERS),
    };
    let end: Option<(Vec<u8>,)> = tx
        .query(find_end)
        .bind(news.proposal)
        .bind(after.clone())
        .bind(CHUNK - 1)
        .optional()
        .await?;
    let end = end.map(|(pseudonym,)| pseudonym);
    tx.query(insert)
        .bind(news.proposal)
        .bind(after)
        .bind(end.clone())
        .bind(news.news)
        .bind(topic_key(news))
        .bind(news.version)
        .bind(facts_text(&news.facts)?)
        .bind(news.news.priority())
        .bind(now)
        .execute()
        .await?;
    Ok(end)
}

/// A claimed mail.
#[derive(Debug, Clone, FromRow)]
pub struct DueMail {
    /// What it tells.
    pub kind: NewsKind,
    /// What it is about.
    pub topic_key: String,
    /// Which telling of it.
    pub version: i64,
    /// Whom it goes to, by pseudonym or lookup.
    pub recipient: Vec<u8>,
    /// Why.
    pub role: MailRole,
    /// What the seal is bound to.
    pub subject_id: Uuid,
    /// The sealed person id or address.
    pub sealed: Vec<u8>,
    /// The language, or `None` for the person's own.
    pub locale: Option<String>,
    /// What it says, as JSON.
    pub facts: String,
    /// How often it has been tried, this time included.
    pub attempts: i64,
    /// When it was put into the outbox.
    pub created_at: Timestamp,
    /// Whether a newer version of the same news waits or went out.
    pub is_superseded: bool,
}

impl DueMail {
    /// What the mail says.
    ///
    /// # Errors
    /// When another release wrote it.
    pub fn parsed_facts(&self) -> Result<NewsFacts> {
        serde_json::from_str(&self.facts).map_err(|error| unreadable(&error))
    }
}

const CLAIM_DUE_MAILS: &str = "
    UPDATE mails SET lease_owner = $1, lease_until = $2, attempts = attempts + 1
    WHERE ended_at IS NULL AND (lease_until IS NULL OR lease_until < $3)
      AND (kind, topic_key, version, recipient) IN (
        SELECT kind, topic_key, version, recipient FROM mails
        WHERE ended_at IS NULL AND run_at <= $3 AND (lease_until IS NULL OR lease_until < $3)
        ORDER BY priority, run_at LIMIT $4)
    RETURNING kind, topic_key, version, recipient, role, subject_id, sealed, locale, facts, attempts, created_at,
        EXISTS (SELECT 1 FROM mails newer WHERE newer.topic_key = mails.topic_key
            AND newer.version > mails.version) AS is_superseded";

/// Claims up to `most` due mails until `lease_until`, those someone waits for first.
///
/// # Errors
/// What the engine refuses.
pub async fn claim_due_mails(
    tx: &mut Tx,
    owner: Uuid,
    lease_until: Timestamp,
    now: Timestamp,
    most: i64,
) -> Result<Vec<DueMail>> {
    tx.query(CLAIM_DUE_MAILS)
        .bind(owner)
        .bind(lease_until)
        .bind(now)
        .bind(most)
        .all()
        .await
}

const END_MAIL: &str = "
    UPDATE mails SET ended_at = $1, outcome = $2, last_error = $3, lease_owner = NULL, lease_until = NULL
    WHERE kind = $4 AND topic_key = $5 AND version = $6 AND recipient = $7 AND ended_at IS NULL";

/// Ends a mail: sent, or why it will never be.
///
/// # Errors
/// What the engine refuses.
pub async fn end_mail(
    tx: &mut Tx,
    mail: &DueMail,
    outcome: &'static str,
    error: Option<String>,
    now: Timestamp,
) -> Result<()> {
    tx.query(END_MAIL)
        .bind(now)
        .bind(outcome)
        .bind(error)
        .bind(mail.kind)
        .bind(mail.topic_key.clone())
        .bind(mail.version)
        .bind(mail.recipient.clone())
        .execute()
        .await?;
    Ok(())
}

const POSTPONE_MAIL: &str = "
    UPDATE mails SET run_at = $1, last_error = $2, lease_owner = NULL, lease_until = NULL
    WHERE kind = $3 AND topic_key = $4 AND version = $5 AND recipient = $6 AND ended_at IS NULL";

/// Gives a mail back, to be tried again at `run_at`.
///
/// # Errors
/// What the engine refuses.
pub async fn postpone_mail(
    tx: &mut Tx,
    mail: &DueMail,
    error: String,
    run_at: Timestamp,
) -> Result<()> {
    tx.query(POSTPONE_MAIL)
        .bind(run_at)
        .bind(error)
        .bind(mail.kind)
        .bind(mail.topic_key.clone())
        .bind(mail.version)
        .bind(mail.recipient.clone())
        .execute()
        .await?;
    Ok(())
}

#[derive(FromRow)]
struct AuthorRow {
    author_id: Option<crate::domain::ids::PersonId>,
}

const FIND_AUTHOR: &str = "SELECT author_id FROM proposals WHERE id = $1";

/// The author of a proposal; `None` for imported ones.
///
/// # Errors
/// What the engine refuses.
pub async fn find_author(
    tx: &mut Tx,
    proposal: ProposalId,
) -> Result<Option<crate::domain::ids::PersonId>> {
    let row: Option<AuthorRow> = tx.query(FIND_AUTHOR).bind(proposal).optional().await?;
    Ok(row.and_then(|row| row.author_id))
}

#[derive(FromRow)]
struct AddresseeRow {
    profile: Option<Vec<u8>>,
    locale: String,
}

const FIND_ADDRESSEE: &str = "SELECT profile, locale FROM persons WHERE id = $1";

/// The sealed profile and language of a person.
///
/// # Errors
/// What the engine refuses.
pub async fn find_addressee(
    tx: &mut Tx,
    person: crate::domain::ids::PersonId,
) -> Result<Option<(Option<Vec<u8>>, String)>> {
    let row: Option<AddresseeRow> = tx.query(FIND_ADDRESSEE).bind(person).optional().await?;
    Ok(row.map(|row| (row.profile, row.locale)))
}

const INSERT_OPTOUT: &str = "
    INSERT INTO mail_optouts (token, opted_out_at) VALUES ($1, $2) ON CONFLICT (token) DO NOTHING";

/// Notes that whoever holds this token wants no more mails about the proposal.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_optout(tx: &mut Tx, token: &[u8], now: Timestamp) -> Result<()> {
    tx.query(INSERT_OPTOUT)
        .bind(token.to_vec())
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

const FIND_OPTOUT: &str = "SELECT opted_out_at FROM mail_optouts WHERE token = $1";

/// Whether whoever holds this token has opted out.
///
/// # Errors
/// What the engine refuses.
pub async fn has_opted_out(tx: &mut Tx, token: &[u8]) -> Result<bool> {
    let row: Option<(Timestamp,)> = tx
        .query(FIND_OPTOUT)
        .bind(token.to_vec())
        .optional()
        .await?;
    Ok(row.is_some())
}
