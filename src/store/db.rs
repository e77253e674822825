//! The only file that knows there are two engines.
//!
//! Every statement is one text for SQLite and PostgreSQL with `$1…` placeholders. [`Db`] opens, [`Tx`] is the unit of
//! work (dropping it rolls back), [`Query`] binds and reads. `sqlx::Any` was tried and has no Uuid, time or JSON.

use sqlx::{
    Connection, Database, Encode, FromRow, PgPool, Postgres, Sqlite, SqlitePool, Transaction, Type,
    pool::PoolConnection,
    postgres::{PgArguments, PgConnectOptions, PgPoolOptions, PgRow},
    sqlite::{
        SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow,
        SqliteSynchronous,
    },
};
use std::{str::FromStr, time::Duration};

pub use super::failure::StoreError;

/// Shorthand of every store function.
pub type Result<T> = std::result::Result<T, StoreError>;

/// An open database.
#[derive(Debug, Clone)]
pub enum Db {
    /// One file, one writer, several readers.
    Sqlite {
        /// The only connection that writes.
        write: SqlitePool,
        /// Connections that cannot write.
        read: SqlitePool,
    },
    /// A PostgreSQL server.
    Postgres(PgPool),
}

/// How long a request waits for a connection or a lock before it is told that the database is away.
const WAIT: Duration = Duration::from_secs(5);

/// How long an unused connection is trusted; asking each time would double the round trips of a small read.
const TRUSTED: Duration = Duration::from_secs(5);

impl Db {
    /// Opens `sqlite:PATH` (created when missing) or `postgres://…` (`?schema=NAME` sets the search path).
    ///
    /// # Errors
    /// When the address is not understood or the database cannot be reached.
    pub async fn open(url: &str) -> Result<Db> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            Self::open_sqlite(path.trim_start_matches("//")).await
        } else {
            Self::open_postgres(url).await
        }
    }

    async fn open_sqlite(path: &str) -> Result<Db> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(WAIT)
            .foreign_keys(true)
            .statement_cache_capacity(400)
            .pragma("temp_store", "memory")
            .pragma("cache_size", "-8000");
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .test_before_acquire(false)
            .acquire_timeout(WAIT)
            .connect_with(options.clone())
            .await?;
        let read = SqlitePoolOptions::new()
            .max_connections(4)
            .test_before_acquire(false)
            .acquire_timeout(WAIT)
            .connect_with(options.pragma("query_only", "1"))
            .await?;
        Ok(Db::Sqlite { write, read })
    }

    async fn open_postgres(url: &str) -> Result<Db> {
        let (address, schema) = match url.split_once("?schema=") {
            Some((address, schema)) => (address, Some(schema)),
            None => (url, None),
        };
        let mut options = PgConnectOptions::from_str(address)?.statement_cache_capacity(400);
        if let Some(schema) = schema {
            options = options.options([("search_path", schema)]);
        }
        let pool = PgPoolOptions::new()
            .max_connections(16)
            .acquire_timeout(WAIT)
            .test_before_acquire(false)
            .before_acquire(|connection, meta| {
                Box::pin(async move {
                    if meta.idle_for > TRUSTED {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
            .connect_with(options)
            .await?;
        Ok(Db::Postgres(pool))
    }

    /// Begins a unit of work that writes. On SQLite `BEGIN IMMEDIATE`: a deferred one fails under load.
    ///
    /// # Errors
    /// [`StoreError::Away`] when no connection is free in time.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Db::Sqlite { write, .. } => {
                Tx::Sqlite(Held::Act(write.begin_with("BEGIN IMMEDIATE").await?))
            }
            Db::Postgres(pool) => Tx::Postgres(Held::Act(pool.begin().await?)),
        })
    }

    /// Begins a unit of work that only reads; a write in it is refused by the engine.
    ///
    /// # Errors
    /// [`StoreError::Away`] when no connection is free in time.
    pub async fn begin_read(&self) -> Result<Tx> {
        Ok(match self {
            Db::Sqlite { read, .. } => Tx::Sqlite(Held::Act(read.begin_with("BEGIN").await?)),
            Db::Postgres(pool) => Tx::Postgres(Held::Act(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await?,
            )),
        })
    }

    /// For one statement that reads: it sees one moment by itself, and beginning and ending a transaction around it
    /// would cost three times the statement.
    ///
    /// # Errors
    /// [`StoreError::Away`] when no connection is free in time.
    pub async fn look(&self) -> Result<Tx> {
        Ok(match self {
            Db::Sqlite { read, .. } => Tx::Sqlite(Held::Alone(read.acquire().await?)),
            Db::Postgres(pool) => Tx::Postgres(Held::Alone(pool.acquire().await?)),
        })
    }

    /// Whether this is PostgreSQL, for the few engine-only statements.
    pub fn is_postgres(&self) -> bool {
        matches!(self, Db::Postgres(_))
    }

    /// Closes all connections.
    pub async fn close(&self) {
        match self {
            Db::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }
}

/// A unit of work. Dropped without [`Tx::commit`] it rolls back; after a failed statement it must be dropped.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(Held<Sqlite>),
    /// On PostgreSQL.
    Postgres(Held<Postgres>),
}

/// A connection, with a transaction or for one statement alone.
#[derive(Debug)]
pub enum Held<DB: Database> {
    /// A unit of work.
    Act(Transaction<'static, DB>),
    /// One statement.
    Alone(PoolConnection<DB>),
}

impl<DB: Database> Held<DB> {
    pub(super) fn connection(&mut self) -> &mut DB::Connection {
        match self {
            Held::Act(tx) => &mut *tx,
            Held::Alone(connection) => &mut *connection,
        }
    }

    async fn commit(self) -> Result<()> {
        match self {
            Held::Act(tx) => Ok(tx.commit().await?),
            Held::Alone(_) => Ok(()),
        }
    }
}

impl Tx {
    /// Begins a statement; bind its values in the order of `$1…`.
    pub fn query(&mut self, sql: &'static str) -> Query<'_> {
        let args = match self {
            Tx::Sqlite(_) => Args::Sqlite(SqliteArguments::default()),
            Tx::Postgres(_) => Args::Postgres(PgArguments::default()),
        };
        Query {
            tx: self,
            sql,
            args,
            given: 0,
            failed: None,
        }
    }

    /// One of two texts: for the few statements the engines do not share.
    pub fn query_each(&mut self, sqlite: &'static str, postgres: &'static str) -> Query<'_> {
        let sql = if self.is_postgres() { postgres } else { sqlite };
        self.query(sql)
    }

    /// Whether this runs on PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        matches!(self, Tx::Postgres(_))
    }

    /// Makes everything done in this unit of work durable.
    ///
    /// # Errors
    /// When the engine could not commit; nothing is kept then.
    pub async fn commit(self) -> Result<()> {
        match self {
            Tx::Sqlite(held) => held.commit().await,
            Tx::Postgres(held) => held.commit().await,
        }
    }
}

/// A value that both engines can bind.
pub trait Param:
    for<'q> Encode<'q, Sqlite> + Type<Sqlite> + for<'q> Encode<'q, Postgres> + Type<Postgres> + Send
{
}
impl<T> Param for T where
    T: for<'q> Encode<'q, Sqlite>
        + Type<Sqlite>
        + for<'q> Encode<'q, Postgres>
        + Type<Postgres>
        + Send
{
}

/// A row that both engines can read.
pub trait Record:
    for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}
impl<T> Record for T where
    T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}

#[derive(Debug)]
enum Args {
    Sqlite(SqliteArguments),
    Postgres(PgArguments),
}

/// A statement being filled with values.
#[derive(Debug)]
pub struct Query<'t> {
    tx: &'t mut Tx,
    sql: &'static str,
    args: Args,
    given: usize,
    failed: Option<sqlx::Error>,
}

/// Runs the filled statement on its engine: the two arms differ in types only.
macro_rules! on_engine {
    ($query:expr, $make:ident, $run:ident) => {{
        let query = $query.checked()?;
        match (query.tx, query.args) {
            (Tx::Sqlite(tx), Args::Sqlite(args)) => {
                sqlx::$make(query.sql, args).$run(tx.connection()).await?
            }
            (Tx::Postgres(tx), Args::Postgres(args)) => {
                sqlx::$make(query.sql, args).$run(tx.connection()).await?
            }
            _ => return Err(StoreError::Engine(sqlx::Error::WorkerCrashed)),
        }
    }};
}

impl Query<'_> {
    /// Binds the next value.
    pub fn bind<T: Param>(mut self, value: T) -> Self {
        use sqlx::Arguments;
        let added = match &mut self.args {
            Args::Sqlite(args) => args.add(value),
            Args::Postgres(args) => args.add(value),
        };
        if let Err(error) = added {
            self.failed.get_or_insert(sqlx::Error::Encode(error));
        }
        self.given += 1;
        self
    }

    fn checked(self) -> Result<Self> {
        if let Some(error) = self.failed {
            return Err(error.into());
        }
        let wanted = highest_placeholder(self.sql);
        if wanted != self.given {
            return Err(StoreError::Binds {
                sql: self.sql,
                wanted,
                given: self.given,
            });
        }
        Ok(self)
    }

    /// Runs it and tells how many rows were touched.
    ///
    /// # Errors
    /// What the engine refused, see [`StoreError`]; so for all that run a statement.
    pub async fn execute(self) -> Result<u64> {
        let query = self.checked()?;
        Ok(match (query.tx, query.args) {
            (Tx::Sqlite(tx), Args::Sqlite(args)) => sqlx::query_with(query.sql, args)
                .execute(tx.connection())
                .await?
                .rows_affected(),
            (Tx::Postgres(tx), Args::Postgres(args)) => sqlx::query_with(query.sql, args)
                .execute(tx.connection())
                .await?
                .rows_affected(),
            _ => return Err(StoreError::Engine(sqlx::Error::WorkerCrashed)),
        })
    }

    /// The one row there must be.
    pub async fn one<R: Record>(self) -> Result<R> {
        Ok(on_engine!(self, query_as_with, fetch_one))
    }

    /// A row, if there is one.
    pub async fn optional<R: Record>(self) -> Result<Option<R>> {
        Ok(on_engine!(self, query_as_with, fetch_optional))
    }

    /// All rows.
    pub async fn all<R: Record>(self) -> Result<Vec<R>> {
        Ok(on_engine!(self, query_as_with, fetch_all))
    }
}

fn highest_placeholder(sql: &str) -> usize {
    sql.split('$')
        .skip(1)
        .filter_map(|rest| {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            rest[..digits].parse::<usize>().ok()
        })
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::highest_placeholder;

    #[test]
    fn the_highest_placeholder_counts_not_the_number_of_them() {
        assert_eq!(highest_placeholder("SELECT 1"), 0);
        assert_eq!(
            highest_placeholder("WHERE a = $2 AND b = $1 OR c = $12 AND d = $1"),
            12
        );
    }
}
