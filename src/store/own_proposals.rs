//! What a person's own pages list: proposals she wrote, signed or follows.

use super::{
    batch,
    db::{Result, Tx},
};
use crate::domain::{
    display::DisplayStage,
    ids::{PersonId, ProposalId, ProposalNumber},
};
use serde::{Serialize, Serializer};
use sqlx::FromRow;

/// A proposal in one line.
#[derive(Debug, Clone, FromRow)]
pub struct ProposalLine {
    /// Its key.
    pub id: ProposalId,
    /// Its public number.
    pub number: ProposalNumber,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub shown_stage: DisplayStage,
}

const LIST_WRITTEN: &str = "
    SELECT id, number, title, shown_stage FROM proposals WHERE author_id = $1
    ORDER BY created_at DESC, number DESC";

/// The proposals a person wrote, newest first, also those that are not public.
///
/// # Errors
/// What the engine refuses.
pub async fn list_written(tx: &mut Tx, author: PersonId) -> Result<Vec<ProposalLine>> {
    tx.query(LIST_WRITTEN).bind(author).all().await
}

const LIST_WITH_PEOPLE: &str = "
    SELECT proposal_id FROM proposal_counts WHERE own_count > 0 OR follow_count > 0";

/// The proposals that anyone here signed or follows: those at which a person may have a pseudonym.
///
/// # Errors
/// What the engine refuses.
pub async fn list_with_people(tx: &mut Tx) -> Result<Vec<ProposalId>> {
    let rows: Vec<(ProposalId,)> = tx.query(LIST_WITH_PEOPLE).all().await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

const LIST_LINES_SQLITE: &str = "
    SELECT id, number, title, shown_stage FROM proposals
    WHERE id IN (SELECT unhex(value ->> 'id') FROM json_each($1))";
const LIST_LINES_POSTGRES: &str = "
    SELECT id, number, title, shown_stage FROM proposals
    WHERE id IN (SELECT id FROM json_to_recordset(CAST($1 AS json)) AS r (id uuid))";

#[derive(Serialize)]
struct Wanted {
    #[serde(serialize_with = "as_hex")]
    id: ProposalId,
}

fn as_hex<S: Serializer>(id: &ProposalId, to: S) -> std::result::Result<S::Ok, S::Error> {
    batch::id_as_hex(&id.0, to)
}

/// These proposals, one line each, in no order.
///
/// # Errors
/// What the engine refuses.
pub async fn list_lines(tx: &mut Tx, ids: &[ProposalId]) -> Result<Vec<ProposalLine>> {
    let wanted: Vec<Wanted> = ids.iter().map(|id| Wanted { id: *id }).collect();
    tx.query_each(LIST_LINES_SQLITE, LIST_LINES_POSTGRES)
        .bind(batch::rows("proposals", &wanted)?)
        .all()
        .await
}
