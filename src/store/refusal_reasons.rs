//! The grounds for refusing, returning and removing (riktlinje KF 2023-12-07 § 91), with the texts people get.

use super::db::{Result, Tx};
use sqlx::FromRow;

/// A ground and its words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct ReasonText {
    /// Its code: `RefusalReason`, `ReturnReason` or `RemovalReason`.
    pub code: String,
    /// Whether the text must stay hidden wherever refusals are shown.
    pub hides: bool,
    /// Its name in Swedish.
    pub name_sv: String,
    /// Its name in English.
    pub name_en: String,
    /// What the proposer gets in Swedish.
    pub text_sv: String,
    /// What the proposer gets in English.
    pub text_en: String,
}

const LIST_REASONS: &str = "
    SELECT code, hides, name_sv, name_en, text_sv, text_en FROM refusal_reasons
    WHERE kind = $1 AND is_active ORDER BY position, code";

/// The grounds in use for a kind of act: `refuse`, `return` or `remove`, in the order they are chosen from.
///
/// # Errors
/// What the engine refuses.
pub async fn list_reasons(tx: &mut Tx, kind: &'static str) -> Result<Vec<ReasonText>> {
    tx.query(LIST_REASONS).bind(kind.to_owned()).all().await
}

const LIST_ALL: &str = "
    SELECT code, hides, name_sv, name_en, text_sv, text_en FROM refusal_reasons ORDER BY kind, position, code";

/// Every ground there is or was, for histories.
///
/// # Errors
/// What the engine refuses.
pub async fn list_all(tx: &mut Tx) -> Result<Vec<ReasonText>> {
    tx.query(LIST_ALL).all().await
}
