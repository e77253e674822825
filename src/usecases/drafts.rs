//! Drafts of proposals: begun without signing in, kept at every step, nobody's but their writer's.

use super::env::Env;
use crate::{
    domain::{
        drafts::Draft,
        ids::{DraftId, PersonId, ProposalNumber},
        time::Timestamp,
    },
    store::{
        db::{self, StoreError, Tx},
        drafts::{self, DraftRow},
    },
};

/// Who asks for a draft: a browser, by the hash of its token, and perhaps a person signed in there.
#[derive(Debug, Clone, Default)]
pub struct Writer {
    /// The hash of the browser's token; empty when it has none.
    pub token_hash: Vec<u8>,
    /// Who is signed in.
    pub person: Option<PersonId>,
}

/// Why a draft does not open.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// There is none, or it is someone else's: the answer is the same.
    #[error("no such draft")]
    NoSuchDraft,
    /// It belongs to someone who has signed in, and nobody is signed in now.
    #[error("sign in first")]
    SignIn,
    /// It was sent, under this number.
    #[error("sent as {0}")]
    Sent(ProposalNumber),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Writer {
    /// Whether this writer may open a draft. Once its owner is known only she may: the next visitor of a shared
    /// computer has the same browser.
    fn may_open(&self, row: &DraftRow) -> Result<(), DraftError> {
        let is_browsers = !self.token_hash.is_empty() && self.token_hash == row.token_hash;
        match (row.person_id, self.person) {
            (Some(owner), Some(person)) if owner == person => Ok(()),
            (Some(_), None) => Err(DraftError::SignIn),
            (None, _) if is_browsers => Ok(()),
            _ => Err(DraftError::NoSuchDraft),
        }
    }
}

/// Begins a draft. Beginning the same one twice, by a double press, saves it.
///
/// # Errors
/// [`DraftError`].
pub async fn begin(
    env: &Env,
    writer: &Writer,
    id: DraftId,
    draft: &Draft,
) -> Result<(), DraftError> {
    let mut tx = env.db.begin().await?;
    let sealed = draft.seal(&env.keys, id, env.ids.bytes());
    let now = env.now();
    let is_new =
        drafts::insert_draft(&mut tx, id, &writer.token_hash, writer.person, sealed, now).await?;
    if !is_new {
        drop(tx);
        return save(env, writer, id, |kept| kept.clone_from(draft))
            .await
            .map(|_| ());
    }
    Ok(tx.commit().await?)
}

/// Changes a draft and keeps it; from then on it belongs to whoever is signed in.
///
/// # Errors
/// [`DraftError`].
pub async fn save(
    env: &Env,
    writer: &Writer,
    id: DraftId,
    change: impl FnOnce(&mut Draft),
) -> Result<Draft, DraftError> {
    let mut tx = env.db.begin().await?;
    let row = drafts::lock_draft(&mut tx, id).await?;
    let row = row.ok_or(DraftError::NoSuchDraft)?;
    let mut draft = unseal(env, writer, &row)?;
    change(&mut draft);
    let sealed = draft.seal(&env.keys, id, env.ids.bytes());
    let owner = row.person_id.or(writer.person);
    drafts::update_draft(&mut tx, id, owner, sealed, env.now()).await?;
    tx.commit().await?;
    Ok(draft)
}

/// Opens a draft to show it. One that nobody owns is tied to whoever is signed in.
///
/// # Errors
/// [`DraftError`].
pub async fn open(env: &Env, writer: &Writer, id: DraftId) -> Result<Draft, DraftError> {
    let mut tx = env.db.begin_read().await?;
    let row = drafts::find_draft(&mut tx, id).await?;
    drop(tx);
    let row = row.ok_or(DraftError::NoSuchDraft)?;
    let draft = unseal(env, writer, &row)?;
    if row.person_id.is_none() && writer.person.is_some() {
        return save(env, writer, id, |_| ()).await;
    }
    Ok(draft)
}

/// A draft that waits to be sent.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Its id.
    pub id: DraftId,
    /// What is written.
    pub draft: Draft,
    /// When it was last changed.
    pub changed_at: Timestamp,
}

/// The unsent drafts this writer may open, last changed first.
///
/// # Errors
/// What the store refuses.
pub async fn list_waiting(env: &Env, writer: &Writer, tx: &mut Tx) -> db::Result<Vec<Waiting>> {
    let rows = drafts::list_unsent(tx, writer.person, &writer.token_hash).await?;
    let waiting = rows.into_iter().filter_map(|row| {
        Some(Waiting {
            id: row.id,
            draft: Draft::open(&env.keys, row.id, &row.sealed)?,
            changed_at: row.changed_at,
        })
    });
    Ok(waiting.collect())
}

/// Throws a draft away.
///
/// # Errors
/// [`DraftError`].
pub async fn discard(env: &Env, writer: &Writer, id: DraftId) -> Result<(), DraftError> {
    let mut tx = env.db.begin().await?;
    let row = drafts::lock_draft(&mut tx, id).await?;
    writer.may_open(&row.ok_or(DraftError::NoSuchDraft)?)?;
    drafts::delete_draft(&mut tx, id).await?;
    Ok(tx.commit().await?)
}

/// Drafts are kept this many days after their last change; the page that says how to go on later tells it.
pub const KEPT_DAYS: i64 = 90;

/// Opens a draft's row for this writer.
pub(super) fn unseal(env: &Env, writer: &Writer, row: &DraftRow) -> Result<Draft, DraftError> {
    writer.may_open(row)?;
    if let Some(number) = row.sent_as {
        return Err(DraftError::Sent(number));
    }
    Draft::open(&env.keys, row.id, &row.sealed).ok_or_else(|| {
        StoreError::Unreadable {
            table: "drafts",
            found: row.id.to_string(),
        }
        .into()
    })
}
