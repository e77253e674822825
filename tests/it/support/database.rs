//! A fresh, migrated database for one test: a temporary SQLite file or a PostgreSQL schema of its own.

use sqlx::{AssertSqlSafe, Executor, PgPool};
use tempfile::TempDir;
use torget::store::{db::Db, migrate};
use uuid::Uuid;

/// Where a test runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A temporary file.
    Sqlite,
    /// A schema on the server of `TORGET_TEST_POSTGRES`.
    Postgres,
}

/// A database of one test, removed by [`TestDatabase::remove`].
pub enum TestDatabase {
    Sqlite(TempDir),
    Postgres { server: String, schema: String },
}

impl TestDatabase {
    /// Makes an empty one.
    pub async fn create(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => TestDatabase::Sqlite(tempfile::tempdir().expect("a folder")),
            Engine::Postgres => {
                let server = std::env::var("TORGET_TEST_POSTGRES").expect(
                    "TORGET_TEST_POSTGRES is not set: \
                     export TORGET_TEST_POSTGRES=$(scripts/postgres start)",
                );
                let mut id = [0; 16];
                getrandom::fill(&mut id).expect("randomness");
                let schema = format!("it_{}", Uuid::from_bytes(id).simple());
                on_server(&server, format!("CREATE SCHEMA {schema}")).await;
                TestDatabase::Postgres { server, schema }
            }
        }
    }

    /// Its address, as `torget` takes it.
    pub fn url(&self) -> String {
        match self {
            TestDatabase::Sqlite(folder) => {
                format!("sqlite:{}", folder.path().join("it.sqlite").display())
            }
            TestDatabase::Postgres { server, schema } => format!("{server}?schema={schema}"),
        }
    }

    /// Opens it at this release's schema.
    pub async fn open(&self) -> Db {
        let db = Db::open(&self.url()).await.expect("the database opens");
        migrate::run(&db).await.expect("the migrations run");
        db
    }

    /// Removes it; connections still open to it do no harm.
    pub async fn remove(self) {
        if let TestDatabase::Postgres { server, schema } = self {
            on_server(&server, format!("DROP SCHEMA {schema} CASCADE")).await;
        }
    }
}

async fn on_server(server: &str, sql: String) {
    let pool = PgPool::connect(server).await.unwrap_or_else(|error| {
        panic!("{server} does not answer ({error}): scripts/postgres start")
    });
    pool.execute(AssertSqlSafe(sql))
        .await
        .expect("schemas can be made and removed");
    pool.close().await;
}
