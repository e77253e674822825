//! Migrations: `migrations/shared`, one text for both engines.

use super::db::{Db, Result, StoreError};
use sqlx::migrate::Migrator;

static SHARED: Migrator = sqlx::migrate!("migrations/shared");

/// Brings the database to this release's schema; does nothing when it is there already.
///
/// # Errors
/// When a migration fails or an applied one was changed since.
pub async fn run(db: &Db) -> Result<()> {
    let done = match db {
        Db::Sqlite { write, .. } => SHARED.run(write).await,
        Db::Postgres(pool) => SHARED.run(pool).await,
    };
    done.map_err(|error| StoreError::Engine(error.into()))
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
