//! Migrations: `migrations/shared`, one text for both engines.

use super::db::{Db, Result, StoreError};
use sqlx::migrate::Migrator;
use std::collections::BTreeMap;

static SHARED: Migrator = sqlx::migrate!("migrations/shared");

/// Brings the database to this release's schema; does nothing when it is there already.
///
/// # Errors
/// When a migration fails or an applied one was changed since.
pub async fn run(db: &Db) -> Result<()> {
    run_to(db, newest_version()).await
}

/// Brings the database to an earlier release's schema, which an archive of that release fits into.
///
/// # Errors
/// As [`run`].
pub async fn run_to(db: &Db, version: i64) -> Result<()> {
    let done = match db {
        Db::Sqlite { write, .. } => SHARED.run_to(version, write).await,
        Db::Postgres(pool) => SHARED.run_to(version, pool).await,
    };
    done.map_err(|error| StoreError::Engine(error.into()))
}

/// Each migration's number and the checksum of its text: one that a database has been through must never be changed.
pub fn checksums() -> BTreeMap<i64, String> {
    SHARED
        .iter()
        .map(|migration| (migration.version, hex::encode(&migration.checksum)))
        .collect()
}

/// The number of the newest migration of this release.
pub fn newest_version() -> i64 {
    SHARED
        .iter()
        .map(|migration| migration.version)
        .max()
        .unwrap_or(0)
}

const NEWEST_APPLIED: &str = "SELECT MAX(version) FROM _sqlx_migrations WHERE success = TRUE";

const HAS_MIGRATIONS_SQLITE: &str =
    "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = '_sqlx_migrations')";
const HAS_MIGRATIONS_POSTGRES: &str = "SELECT to_regclass('_sqlx_migrations') IS NOT NULL";

/// The number of the newest migration this database has been through; `None` when it is empty.
///
/// # Errors
/// When the database is away.
pub async fn applied_version(db: &Db) -> Result<Option<i64>> {
    let mut tx = db.begin_read().await?;
    let (is_known,): (bool,) = tx
        .query_each(HAS_MIGRATIONS_SQLITE, HAS_MIGRATIONS_POSTGRES)
        .one()
        .await?;
    if !is_known {
        return Ok(None);
    }
    let (version,): (Option<i64>,) = tx.query(NEWEST_APPLIED).one().await?;
    Ok(version)
}
