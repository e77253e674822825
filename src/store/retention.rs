//! Removes what has ended, a chunk at a time, so that SQLite's one writer is never held long.

use super::db::{Result, Tx};
use crate::domain::time::Timestamp;

/// Rows removed by one statement.
pub const CHUNK: i64 = 1_000;

/// Something that ends, with the statement that removes what ended before `$1`, at most `$2` rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Sessions past their absolute end.
    Sessions,
    /// Sessions not used since.
    IdleSessions,
    /// Sign-ins by e-mail or e-legitimation, used or not.
    SignIns,
    /// Questions whether two accounts are one.
    Joinings,
    /// Forms that were posted.
    FormPosts,
    /// Forms kept for those whose session had ended.
    KeptForms,
    /// Jobs done.
    Jobs,
    /// Drafts that were sent.
    SentDrafts,
    /// Drafts nobody has touched.
    OldDrafts,
}

const DELETE_SESSIONS: &str = "
    DELETE FROM sessions WHERE token_hash IN
        (SELECT token_hash FROM sessions WHERE ends_at < $1 LIMIT $2)";
const DELETE_IDLE_SESSIONS: &str = "
    DELETE FROM sessions WHERE token_hash IN
        (SELECT token_hash FROM sessions WHERE last_seen_at < $1 LIMIT $2)";
const DELETE_SIGN_INS: &str = "
    DELETE FROM sign_ins WHERE id IN (SELECT id FROM sign_ins WHERE ends_at < $1 LIMIT $2)";
const DELETE_JOININGS: &str = "
    DELETE FROM joinings WHERE id IN (SELECT id FROM joinings WHERE ends_at < $1 LIMIT $2)";
const DELETE_FORM_POSTS: &str = "
    DELETE FROM form_posts WHERE form_id IN
        (SELECT form_id FROM form_posts WHERE posted_at < $1 LIMIT $2)";
const DELETE_KEPT_FORMS: &str = "
    DELETE FROM kept_forms WHERE (browser_hash, path) IN
        (SELECT browser_hash, path FROM kept_forms WHERE posted_at < $1 LIMIT $2)";
const DELETE_JOBS: &str = "
    DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE done_at < $1 LIMIT $2)";
const DELETE_SENT_DRAFTS: &str = "
    DELETE FROM drafts WHERE id IN
        (SELECT id FROM drafts WHERE sent_as IS NOT NULL AND changed_at < $1 LIMIT $2)";
const DELETE_OLD_DRAFTS: &str = "
    DELETE FROM drafts WHERE id IN
        (SELECT id FROM drafts WHERE sent_as IS NULL AND changed_at < $1 LIMIT $2)";

/// Removes at most [`CHUNK`] rows that ended before `before`; gives how many.
///
/// # Errors
/// What the engine refuses.
pub async fn delete_ended(tx: &mut Tx, what: Ended, before: Timestamp) -> Result<i64> {
    let sql = match what {
        Ended::Sessions => DELETE_SESSIONS,
        Ended::IdleSessions => DELETE_IDLE_SESSIONS,
        Ended::SignIns => DELETE_SIGN_INS,
        Ended::Joinings => DELETE_JOININGS,
        Ended::FormPosts => DELETE_FORM_POSTS,
        Ended::KeptForms => DELETE_KEPT_FORMS,
        Ended::Jobs => DELETE_JOBS,
        Ended::SentDrafts => DELETE_SENT_DRAFTS,
        Ended::OldDrafts => DELETE_OLD_DRAFTS,
    };
    let removed = tx.query(sql).bind(before).bind(CHUNK).execute().await?;
    Ok(i64::try_from(removed).unwrap_or(i64::MAX))
}
