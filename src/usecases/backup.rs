//! The whole database in one file that either engine can be restored from, and back again.
//!
//! The archive is gzip of lines: a header (release's schema, the keys' fingerprint, the tables), then a line for each
//! row, and a last line with the number of rows and the SHA-256 of all lines before it. Nothing in it is a secret key:
//! what is sealed in the database is sealed in the archive, and cannot be opened without the secret, kept elsewhere.

mod archive;

pub use archive::ArchiveError;

use super::{
    audit::{Actor, Note, note},
    env::Env,
};
use crate::{
    domain::time::Timestamp,
    store::{
        backup::{self, Table},
        db::{StoreError, Tx},
        migrate,
    },
};
use archive::{Reader, Writer};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    io::{Read, Seek, SeekFrom, Write},
};

/// The archive's own format.
const FORMAT: i64 = 1;
/// Rows put in with one statement: some 5 000 values, far below both engines' limits.
const BATCH: usize = 100;

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    torget_backup: i64,
    schema: i64,
    made_at: String,
    fingerprint: String,
    tables: Vec<Table>,
    /// The schema's migrations with the checksums of their texts.
    #[serde(default)]
    migrations: BTreeMap<i64, String>,
}

/// What an archive holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// When it was taken.
    pub made_at: String,
    /// How many rows.
    pub rows: u64,
}

/// Why there is no archive, or why it was not restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file cannot be written, read or trusted.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// It is of another release.
    #[error(
        "the archive is of schema {archived}, this release has {own}: restore it with the release it was made with, \
         then run `torget migrate` of this one"
    )]
    Schema {
        /// Its schema.
        archived: i64,
        /// Ours.
        own: i64,
    },
    /// It was sealed with other keys.
    #[error(
        "the archive was written with secret {archived}, not with {own}: nothing in it could be opened. Set the secret \
         it was made with"
    )]
    Secret {
        /// Its fingerprint.
        archived: String,
        /// That of the secret given.
        own: String,
    },
    /// The database is in use.
    #[error("the database is not empty ({0} has rows): restore into a new one")]
    NotEmpty(&'static str),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Writes everything to `out`, as it was at one moment; people go on acting meanwhile.
///
/// # Errors
/// When the database or the file refuses.
pub async fn back_up(env: &Env, out: impl Write) -> Result<Contents, BackupError> {
    let mut tx = env.db.begin_read().await?;
    let header = Header {
        torget_backup: FORMAT,
        schema: schema(),
        made_at: env.now().rfc3339(),
        fingerprint: env.keys.fingerprint().to_owned(),
        tables: backup::list_tables(&mut tx).await?,
        migrations: migrate::checksums(),
    };
    let mut writer = Writer::new(out);
    writer.write_line(&json!(header))?;
    for (index, table) in header.tables.iter().enumerate() {
        backup::read_rows(&mut tx, table, |row| {
            writer
                .write_row(index, row)
                .map_err(|error| StoreError::Unreadable {
                    table: "backup",
                    found: error.to_string(),
                })
        })
        .await?;
    }
    let rows = writer.finish()?;
    Ok(Contents {
        made_at: header.made_at,
        rows,
    })
}

/// Checks the archive from its first to its last byte, then puts all of it into an empty database, or nothing.
///
/// # Errors
/// Why it was not restored; the database is as it was.
pub async fn restore(env: &Env, mut archive: impl Read + Seek) -> Result<Contents, BackupError> {
    let mut tx = env.db.begin().await?;
    if let Some(table) = backup::find_used_table(&mut tx).await? {
        return Err(BackupError::NotEmpty(table));
    }
    let mut whole = Reader::new(&mut archive);
    let header = read_header(&mut whole)?;
    fits(&header, env)?;
    let rows = whole.check_to_end()?;
    archive
        .seek(SeekFrom::Start(0))
        .map_err(ArchiveError::File)?;
    let own = backup::list_tables(&mut tx).await?;
    backup::clear_seeded(&mut tx).await?;
    let mut reader = Reader::new(&mut archive);
    let tables = read_header(&mut reader)?.tables;
    if own.len() != tables.len() || own != sorted_as(&own, &tables) {
        return Err(ArchiveError::Damaged("its tables are not this release's").into());
    }
    let mut batch: Vec<Vec<Value>> = Vec::new();
    let mut current = 0;
    while let Some((index, row)) = reader.read_row()? {
        let is_full = batch.len() == BATCH || index != current;
        if is_full {
            write(&mut tx, &tables, current, &mut batch).await?;
            current = index;
        }
        batch.push(row);
    }
    write(&mut tx, &tables, current, &mut batch).await?;
    let entry = Note {
        act: "backup.restore",
        subject: "database",
        facts: json!({ "made_at": header.made_at, "rows": rows }),
        is_public: false,
    };
    note(&mut tx, env, Actor::Operator, entry).await?;
    tx.commit().await?;
    Ok(Contents {
        made_at: header.made_at,
        rows,
    })
}

async fn write(
    tx: &mut Tx,
    tables: &[Table],
    index: usize,
    batch: &mut Vec<Vec<Value>>,
) -> Result<(), BackupError> {
    let Some(table) = tables.get(index) else {
        return Err(ArchiveError::Damaged("a row belongs to no table").into());
    };
    backup::write_rows(tx, table, batch).await?;
    batch.clear();
    Ok(())
}

fn read_header<R: Read>(reader: &mut Reader<R>) -> Result<Header, BackupError> {
    let first = reader.read_line()?;
    let header: Header = serde_json::from_value(first)
        .map_err(|_| ArchiveError::Damaged("it does not begin as a backup of torget"))?;
    if header.torget_backup != FORMAT {
        return Err(ArchiveError::Damaged("its format is of another release").into());
    }
    Ok(header)
}

fn fits(header: &Header, env: &Env) -> Result<(), BackupError> {
    let own = schema();
    if header.schema != own {
        return Err(BackupError::Schema {
            archived: header.schema,
            own,
        });
    }
    if !env.keys.knows(&header.fingerprint) {
        return Err(BackupError::Secret {
            archived: header.fingerprint.clone(),
            own: env.keys.fingerprint().to_owned(),
        });
    }
    Ok(())
}

/// The number of the newest migration.
fn schema() -> i64 {
    migrate::newest_version()
}

/// The archive's tables with columns in this database's order: engines may list them differently.
fn sorted_as(own: &[Table], archived: &[Table]) -> Vec<Table> {
    own.iter()
        .map(|table| {
            let mut found = archived
                .iter()
                .find(|other| other.name == table.name)
                .cloned()
                .unwrap_or(Table {
                    name: String::new(),
                    columns: Vec::new(),
                });
            found
                .columns
                .sort_by_key(|column| table.columns.iter().position(|own| own.name == column.name));
            found
        })
        .collect()
}

/// The day and time in an archive's usual name: `torget-2026-11-21T0900Z.backup`.
pub fn file_name(now: Timestamp) -> String {
    let stamp: String = now
        .rfc3339()
        .chars()
        .filter(|c| *c != ':')
        .take(15)
        .collect();
    format!("torget-{stamp}Z.backup")
}
