//! The city's areas: kommun, stadsområden, mellanområden, primärområden.

use super::db::{Result, Tx};
use crate::domain::time::Day;
use sqlx::FromRow;

/// An area without its shape.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Area {
    /// The city's code: `01`, `10`, `101`.
    pub code: String,
    /// `kommun`, `stadsomrade`, `mellanomrade`, `primaromrade` or `ospecificerat`.
    pub level: String,
    /// Its name.
    pub name: String,
    /// The key that sorts names in Swedish order.
    pub sort_key: Vec<u8>,
    /// The code of the area it is part of.
    pub parent: Option<String>,
    /// Residents.
    pub population: Option<i64>,
    /// Residents up to 18 years.
    pub pop_0_18: Option<i64>,
    /// Residents from 19 to 65 years.
    pub pop_19_65: Option<i64>,
    /// Residents from 66 years.
    pub pop_66plus: Option<i64>,
    /// The day the residents were counted.
    pub population_on: Option<Day>,
}

const LIST_AREAS: &str = "
    SELECT code, level, name, sort_key, parent, population, pop_0_18, pop_19_65, pop_66plus, population_on
    FROM areas ORDER BY sort_key, code";

/// All areas in Swedish order.
///
/// # Errors
/// What the engine refuses.
pub async fn list_areas(tx: &mut Tx) -> Result<Vec<Area>> {
    tx.query(LIST_AREAS).all().await
}

const LIST_BY_LEVEL: &str = "
    SELECT code, level, name, sort_key, parent, population, pop_0_18, pop_19_65, pop_66plus, population_on
    FROM areas WHERE level = $1 ORDER BY sort_key, code";

/// The areas of one level in Swedish order.
///
/// # Errors
/// What the engine refuses.
pub async fn list_by_level(tx: &mut Tx, level: &str) -> Result<Vec<Area>> {
    tx.query(LIST_BY_LEVEL).bind(level.to_owned()).all().await
}

const LIST_SHAPES: &str =
    "SELECT code, shape FROM areas WHERE level = $1 AND shape IS NOT NULL ORDER BY code";

/// The GeoJSON geometries of one level.
///
/// # Errors
/// What the engine refuses.
pub async fn list_shapes(tx: &mut Tx, level: &str) -> Result<Vec<(String, String)>> {
    tx.query(LIST_SHAPES).bind(level.to_owned()).all().await
}

const LIST_ALL_SHAPES: &str = "SELECT code, COALESCE(shape, '') FROM areas";

/// Every area's GeoJSON geometry, empty where it has none.
///
/// # Errors
/// What the engine refuses.
pub async fn list_all_shapes(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    tx.query(LIST_ALL_SHAPES).all().await
}

const UPSERT_AREA: &str = "
    INSERT INTO areas (code, level, name, sort_key, parent, population, pop_0_18, pop_19_65, pop_66plus,
        population_on, shape)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (code) DO UPDATE SET level = excluded.level, name = excluded.name, sort_key = excluded.sort_key,
        parent = excluded.parent, population = excluded.population, pop_0_18 = excluded.pop_0_18,
        pop_19_65 = excluded.pop_19_65, pop_66plus = excluded.pop_66plus, population_on = excluded.population_on,
        shape = excluded.shape";

/// Writes an area, new or changed; its parent must be there already.
///
/// # Errors
/// What the engine refuses.
pub async fn write_area(tx: &mut Tx, area: &Area, shape: Option<String>) -> Result<()> {
    let area = area.clone();
    tx.query(UPSERT_AREA)
        .bind(area.code)
        .bind(area.level)
        .bind(area.name)
        .bind(area.sort_key)
        .bind(area.parent)
        .bind(area.population)
        .bind(area.pop_0_18)
        .bind(area.pop_19_65)
        .bind(area.pop_66plus)
        .bind(area.population_on)
        .bind(shape)
        .execute()
        .await?;
    Ok(())
}
