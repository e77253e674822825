//! The nämnder, kommunstyrelsen and bolag that receive proposals, and what they were called before.

use super::db::{Result, Tx};
use crate::domain::ids::BodyId;
use sqlx::FromRow;
use std::collections::HashMap;

/// A body of the city.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Body {
    /// Its key.
    pub id: BodyId,
    /// Its word in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The key that sorts names in Swedish order.
    pub sort_key: Vec<u8>,
    /// `kommunstyrelse`, `namnd` or `bolag`.
    pub kind: String,
    /// The administration that works for it.
    pub administration: Option<String>,
    /// How its diary numbers begin.
    pub diary_prefix: Option<String>,
    /// What it answers for.
    pub responsibility: Option<String>,
    /// Where these facts come from.
    pub source: String,
}

const LIST_BODIES: &str = "SELECT * FROM bodies ORDER BY sort_key, name";

/// All bodies in Swedish order.
///
/// # Errors
/// What the engine refuses.
pub async fn list_bodies(tx: &mut Tx) -> Result<Vec<Body>> {
    tx.query(LIST_BODIES).all().await
}

const FIND_BY_SLUG: &str = "SELECT * FROM bodies WHERE slug = $1";

/// The body with this word in addresses.
///
/// # Errors
/// What the engine refuses.
pub async fn find_by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Body>> {
    tx.query(FIND_BY_SLUG)
        .bind(slug.to_owned())
        .optional()
        .await
}

const FIND_BY_NAME: &str = "SELECT * FROM bodies WHERE name = $1";

/// The body of this name, as it is written today.
///
/// # Errors
/// What the engine refuses.
pub async fn find_by_name(tx: &mut Tx, name: &str) -> Result<Option<Body>> {
    tx.query(FIND_BY_NAME)
        .bind(name.to_owned())
        .optional()
        .await
}

const FIND_BY_ID: &str = "SELECT * FROM bodies WHERE id = $1";

/// The body with this key.
///
/// # Errors
/// What the engine refuses.
pub async fn find_by_id(tx: &mut Tx, id: BodyId) -> Result<Option<Body>> {
    tx.query(FIND_BY_ID).bind(id).optional().await
}

const UPSERT_BODY: &str = "
    INSERT INTO bodies (id, slug, name, sort_key, kind, administration, diary_prefix, responsibility, source)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (slug) DO UPDATE SET name = excluded.name, sort_key = excluded.sort_key, kind = excluded.kind,
        administration = excluded.administration, diary_prefix = excluded.diary_prefix,
        responsibility = excluded.responsibility, source = excluded.source";

/// Writes a body, new or changed.
///
/// # Errors
/// What the engine refuses.
pub async fn write_body(tx: &mut Tx, body: &Body) -> Result<()> {
    let body = body.clone();
    tx.query(UPSERT_BODY)
        .bind(body.id)
        .bind(body.slug)
        .bind(body.name)
        .bind(body.sort_key)
        .bind(body.kind)
        .bind(body.administration)
        .bind(body.diary_prefix)
        .bind(body.responsibility)
        .bind(body.source)
        .execute()
        .await?;
    Ok(())
}

const LIST_FORMER_NAMES: &str = "SELECT name, body_id FROM body_former_names";

/// Names in old data, with today's body where there is one.
///
/// # Errors
/// What the engine refuses.
pub async fn list_former_names(tx: &mut Tx) -> Result<HashMap<String, Option<BodyId>>> {
    let rows: Vec<(String, Option<BodyId>)> = tx.query(LIST_FORMER_NAMES).all().await?;
    Ok(rows.into_iter().collect())
}

const UPSERT_FORMER_NAME: &str = "
    INSERT INTO body_former_names (name, body_id) VALUES ($1, $2)
    ON CONFLICT (name) DO UPDATE SET body_id = excluded.body_id";

/// Writes a former name, new or changed.
///
/// # Errors
/// What the engine refuses.
pub async fn write_former_name(tx: &mut Tx, name: &str, body: Option<BodyId>) -> Result<()> {
    tx.query(UPSERT_FORMER_NAME)
        .bind(name.to_owned())
        .bind(body)
        .execute()
        .await?;
    Ok(())
}

const LIST_TOPIC_BODIES: &str = "SELECT topic, body_id, proposals FROM topic_bodies";

/// How often each topic went to which body: a first guess for routing.
///
/// # Errors
/// What the engine refuses.
pub async fn list_topic_bodies(tx: &mut Tx) -> Result<HashMap<(String, BodyId), i64>> {
    let rows: Vec<(String, BodyId, i64)> = tx.query(LIST_TOPIC_BODIES).all().await?;
    Ok(rows
        .into_iter()
        .map(|(topic, body, proposals)| ((topic, body), proposals))
        .collect())
}

const UPSERT_TOPIC_BODY: &str = "
    INSERT INTO topic_bodies (topic, body_id, proposals) VALUES ($1, $2, $3)
    ON CONFLICT (topic, body_id) DO UPDATE SET proposals = excluded.proposals";

/// Writes how often a topic went to a body.
///
/// # Errors
/// What the engine refuses.
pub async fn write_topic_body(
    tx: &mut Tx,
    topic: &str,
    body: BodyId,
    proposals: i64,
) -> Result<()> {
    tx.query(UPSERT_TOPIC_BODY)
        .bind(topic.to_owned())
        .bind(body)
        .bind(proposals)
        .execute()
        .await?;
    Ok(())
}
