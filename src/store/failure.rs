//! What can go wrong in the store, and which of the engines' codes say that the database is away.

/// What can go wrong in the store. Absence is `Option`, never an error.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A unique or foreign key was broken: two acts met.
    #[error("the change meets another change")]
    Conflict,
    /// The database cannot be reached or does not answer in time.
    #[error("the database is away")]
    Away(#[source] sqlx::Error),
    /// Anything else; its text never reaches a person.
    #[error("the database refused: {0}")]
    Engine(#[source] sqlx::Error),
    /// A stored value that the domain does not know: table, and what was found.
    #[error("unreadable value in {table}: {found}")]
    Unreadable {
        /// The table the value lies in.
        table: &'static str,
        /// What is wrong with it.
        found: String,
    },
    /// A statement with fewer or more binds than placeholders (SQLite would take NULL in silence).
    #[error("{given} values for {wanted} placeholders in: {sql}")]
    Binds {
        /// The statement.
        sql: &'static str,
        /// Its highest placeholder.
        wanted: usize,
        /// How many values were bound.
        given: usize,
    },
}

impl StoreError {
    /// The same failure, for another who waited for the same statement.
    pub fn shared(&self) -> StoreError {
        match self {
            StoreError::Conflict => StoreError::Conflict,
            StoreError::Away(_) => StoreError::Away(sqlx::Error::PoolTimedOut),
            StoreError::Engine(error) => {
                StoreError::Engine(sqlx::Error::Protocol(error.to_string()))
            }
            StoreError::Unreadable { table, found } => StoreError::Unreadable {
                table,
                found: found.clone(),
            },
            StoreError::Binds { sql, wanted, given } => StoreError::Binds {
                sql,
                wanted: *wanted,
                given: *given,
            },
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(db)
                if db.is_unique_violation() || db.is_foreign_key_violation() =>
            {
                StoreError::Conflict
            }
            sqlx::Error::Database(db) if is_away(db.code().as_deref()) => StoreError::Away(error),
            // `Protocol`: a server that stops while a connection is opened leaves half an answer, or none.
            sqlx::Error::Io(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Tls(_) => StoreError::Away(error),
            _ => StoreError::Engine(error),
        }
    }
}

/// PostgreSQL: shutting down or starting (57P…), too many connections (53…), lost connection (08…), serialization (40…).
/// SQLite: busy (5), locked (6), disk I/O (10), full (13), cannot open (14).
fn is_away(code: Option<&str>) -> bool {
    code.is_some_and(|code| {
        ["57P", "53", "08", "40"]
            .iter()
            .any(|class| code.len() == 5 && code.starts_with(class))
            || ["5", "6", "10", "13", "14", "261", "517"].contains(&code)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::db::Db;
    use tokio::{io::AsyncReadExt, net::TcpListener};

    #[tokio::test]
    async fn a_server_that_stops_while_a_connection_is_opened_is_away() {
        let server = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = server.local_addr().expect("an address").port();
        let stopping = tokio::spawn(async move {
            loop {
                let (mut asked, _) = server.accept().await.expect("a connection");
                let _ = asked.read(&mut [0; 8]).await;
            }
        });
        let opened = Db::open(&format!("postgres://torget@127.0.0.1:{port}/torget")).await;
        stopping.abort();
        assert!(matches!(opened, Err(StoreError::Away(_))), "{opened:?}");
    }
}
