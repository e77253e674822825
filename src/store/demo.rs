//! What only the demo's acts ask.

use super::db::{Result, Tx};
use sqlx::FromRow;

#[derive(FromRow)]
struct Code {
    code: String,
}

const LIST_MELLANOMRADEN: &str =
    "SELECT code FROM areas WHERE level = 'mellanomrade' ORDER BY code";

/// The codes of all mellanområden, so that test persons live all over the city.
///
/// # Errors
/// What the engine refuses.
pub async fn list_mellanomraden(tx: &mut Tx) -> Result<Vec<String>> {
    let rows: Vec<Code> = tx.query(LIST_MELLANOMRADEN).all().await?;
    Ok(rows.into_iter().map(|row| row.code).collect())
}
