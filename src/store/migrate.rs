//! Migrations: `migrations/shared` on both engines, merged by version with the few engine-only ones.

use super::db::{Db, Result, StoreError};
use sqlx::migrate::Migrator;

static SHARED: Migrator = sqlx::migrate!("migrations/shared");
static ONLY_SQLITE: Migrator = sqlx::migrate!("migrations/only_sqlite");
static ONLY_POSTGRES: Migrator = sqlx::migrate!("migrations/only_postgres");

/// Brings the database to this release's schema; does nothing when it is there already.
///
/// # Errors
/// When a migration fails or an applied one was changed since.
pub async fn run(db: &Db) -> Result<()> {
    let own = if db.is_postgres() {
        &ONLY_POSTGRES
    } else {
        &ONLY_SQLITE
    };
    let all = SHARED.iter().chain(own.iter()).cloned().collect();
    let migrator = Migrator::with_migrations(all);
    let done = match db {
        Db::Sqlite { write, .. } => migrator.run(write).await,
        Db::Postgres(pool) => migrator.run(pool).await,
    };
    done.map_err(|error| StoreError::Engine(error.into()))
}

/// The number of the newest migration of this release on this engine.
pub fn newest_version(db: &Db) -> i64 {
    let own = if db.is_postgres() {
        &ONLY_POSTGRES
    } else {
        &ONLY_SQLITE
    };
    SHARED
        .iter()
        .chain(own.iter())
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
