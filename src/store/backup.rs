//! Whole tables as rows of JSON, the same from either engine, for an archive that both can be restored from.
//!
//! Columns come from the database's own catalogue; a new table must be given its place in [`TABLES`].

use super::db::{Result, StoreError, Tx};
use futures_util::TryStreamExt;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::{AssertSqlSafe, ColumnIndex, Database, Decode, FromRow, Row, Type};
use uuid::Uuid;

/// Every table that is kept, each after those it refers to.
pub const TABLES: &[&str] = &[
    "settings",
    "page_versions",
    "form_posts",
    "kept_forms",
    "jobs",
    "audit_entries",
    "mails",
    "mail_optouts",
    "key_fingerprints",
    "demo_state",
    "bodies",
    "body_former_names",
    "topic_bodies",
    "areas",
    "persons",
    "identities",
    "sessions",
    "sign_ins",
    "joinings",
    "declined_mails",
    "grants",
    "proposals",
    "proposal_numbers",
    "proposal_counts",
    "proposal_bodies",
    "proposal_versions",
    "proposal_events",
    "drafts",
    "reviews",
    "review_decisions",
    "refusal_reasons",
    "signatures",
    "follows",
    "signature_tallies",
    "routing_objections",
    "cases",
    "decisions",
    "decision_versions",
    "imported_decisions",
    "documents",
    "follow_ups",
];

/// Tables that migrations fill; they do not make a database used.
const SEEDED: &[&str] = &["proposal_numbers", "refusal_reasons", "key_fingerprints"];

/// Rows of a table that refers to itself come in this order, those referred to first.
const SELF_REFERRING: &[(&str, &str)] = &[(
    "areas",
    "CASE level WHEN 'kommun' THEN 0 WHEN 'stadsomrade' THEN 1 WHEN 'mellanomrade' THEN 2 ELSE 3 END, code",
)];

/// What a column holds, the same word for both engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// UUID, written as its text.
    Uuid,
    /// BIGINT.
    Integer,
    /// TEXT.
    Text,
    /// BYTEA, written as hexadecimal digits.
    Bytes,
    /// BOOLEAN.
    Truth,
    /// DOUBLE PRECISION, written as text so that every bit comes back.
    Real,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
}

#[derive(FromRow)]
struct CatalogueRow {
    table_name: String,
    column_name: String,
    kind: String,
}

const LIST_COLUMNS_SQLITE: &str = "
    SELECT m.name AS table_name, p.name AS column_name, lower(p.type) AS kind
    FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' ORDER BY m.name, p.cid";
const LIST_COLUMNS_POSTGRES: &str = "
    SELECT table_name::text AS table_name, column_name::text AS column_name, data_type::text AS kind
    FROM information_schema.columns WHERE table_schema = current_schema()
    ORDER BY table_name, ordinal_position";

/// The tables that are kept, in the order of [`TABLES`].
///
/// # Errors
/// When the database has a table without a place in [`TABLES`], or a column of an unknown kind.
pub async fn list_tables(tx: &mut Tx) -> Result<Vec<Table>> {
    let rows: Vec<CatalogueRow> = tx
        .query_each(LIST_COLUMNS_SQLITE, LIST_COLUMNS_POSTGRES)
        .all()
        .await?;
    let mut tables: Vec<Table> = TABLES
        .iter()
        .map(|name| Table {
            name: (*name).to_owned(),
            columns: Vec::new(),
        })
        .collect();
    for row in rows.iter().filter(|row| !is_left_out(&row.table_name)) {
        let place = TABLES.iter().position(|name| *name == row.table_name);
        let (Some(place), Some(kind)) = (place, kind(&row.kind)) else {
            return Err(unreadable(&format!(
                "{}.{} ({}) has no place in the backup",
                row.table_name, row.column_name, row.kind
            )));
        };
        tables[place].columns.push(Column {
            name: row.column_name.clone(),
            kind,
        });
    }
    Ok(tables)
}

/// The engine's own tables, the migrations' and the search index, which is made anew from the proposals.
fn is_left_out(table: &str) -> bool {
    ["sqlite_", "_sqlx_", "search_"]
        .iter()
        .any(|prefix| table.starts_with(prefix))
}

fn kind(declared: &str) -> Option<Kind> {
    Some(match declared {
        "uuid" => Kind::Uuid,
        "bigint" => Kind::Integer,
        "text" => Kind::Text,
        "bytea" => Kind::Bytes,
        "boolean" => Kind::Truth,
        "double precision" => Kind::Real,
        _ => return None,
    })
}

/// Hands every row of a table to `take`, as a JSON array in the order of its columns; gives how many.
///
/// # Errors
/// What the engine refuses, or what `take` returns.
pub async fn read_rows(
    tx: &mut Tx,
    table: &Table,
    mut take: impl FnMut(&Value) -> Result<()>,
) -> Result<u64> {
    let columns = quoted(&table.columns);
    let name = &table.name;
    let mut sql = format!("SELECT {columns} FROM \"{name}\"");
    if let Some((_, order)) = SELF_REFERRING.iter().find(|(table, _)| table == name) {
        sql.push_str(" ORDER BY ");
        sql.push_str(order);
    }
    let mut count = 0;
    match tx {
        Tx::Sqlite(tx) => {
            let mut rows = sqlx::query(AssertSqlSafe(sql)).fetch(tx.connection());
            while let Some(row) = rows.try_next().await? {
                take(&to_json(&row, table)?)?;
                count += 1;
            }
        }
        Tx::Postgres(tx) => {
            let mut rows = sqlx::query(AssertSqlSafe(sql)).fetch(tx.connection());
            while let Some(row) = rows.try_next().await? {
                take(&to_json(&row, table)?)?;
                count += 1;
            }
        }
    }
    Ok(count)
}

fn to_json<'r, R>(row: &'r R, table: &Table) -> Result<Value>
where
    R: Row,
    usize: ColumnIndex<R>,
    Uuid: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    Vec<u8>: Decode<'r, R::Database> + Type<R::Database>,
    bool: Decode<'r, R::Database> + Type<R::Database>,
    f64: Decode<'r, R::Database> + Type<R::Database>,
{
    let mut values = Vec::with_capacity(table.columns.len());
    for (index, column) in table.columns.iter().enumerate() {
        values.push(match column.kind {
            Kind::Uuid => get::<R, Uuid>(row, index)?.map(|id| id.to_string().into()),
            Kind::Integer => get::<R, i64>(row, index)?.map(Value::from),
            Kind::Text => get::<R, String>(row, index)?.map(Value::from),
            Kind::Bytes => get::<R, Vec<u8>>(row, index)?.map(|bytes| hex::encode(bytes).into()),
            Kind::Truth => get::<R, bool>(row, index)?.map(Value::from),
            Kind::Real => get::<R, f64>(row, index)?.map(|real| real.to_string().into()),
        });
    }
    Ok(values
        .into_iter()
        .map(|value: Option<Value>| value.unwrap_or(Value::Null))
        .collect())
}

fn get<'r, R, T>(row: &'r R, index: usize) -> Result<Option<T>>
where
    R: Row,
    usize: ColumnIndex<R>,
    T: Decode<'r, R::Database> + Type<R::Database>,
{
    Ok(row.try_get(index)?)
}

/// The first table that holds rows, if any does: such a database is in use.
///
/// # Errors
/// What the engine refuses.
pub async fn find_used_table(tx: &mut Tx) -> Result<Option<&'static str>> {
    for table in TABLES.iter().filter(|table| !SEEDED.contains(table)) {
        let sql = AssertSqlSafe(format!("SELECT 1 FROM \"{table}\" LIMIT 1"));
        let is_used = match tx {
            Tx::Sqlite(tx) => sqlx::query(sql)
                .fetch_optional(tx.connection())
                .await?
                .is_some(),
            Tx::Postgres(tx) => sqlx::query(sql)
                .fetch_optional(tx.connection())
                .await?
                .is_some(),
        };
        if is_used {
            return Ok(Some(table));
        }
    }
    Ok(None)
}

/// Empties the tables the migrations put rows into, so that the archive's rows take their place.
///
/// # Errors
/// What the engine refuses.
pub async fn clear_seeded(tx: &mut Tx) -> Result<()> {
    for table in SEEDED {
        let sql = AssertSqlSafe(format!("DELETE FROM \"{table}\""));
        match tx {
            Tx::Sqlite(tx) => sqlx::query(sql)
                .execute(tx.connection())
                .await?
                .rows_affected(),
            Tx::Postgres(tx) => sqlx::query(sql)
                .execute(tx.connection())
                .await?
                .rows_affected(),
        };
    }
    Ok(())
}

/// Puts rows into a table, each a JSON array in the order of its columns.
///
/// # Errors
/// When a row does not fit its table, or the engine refuses.
pub async fn write_rows(tx: &mut Tx, table: &Table, rows: &[Vec<Value>]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let width = table.columns.len();
    let places: Vec<String> = (0..rows.len())
        .map(|row| {
            let marks: Vec<String> = (1..=width)
                .map(|n| format!("${}", row * width + n))
                .collect();
            format!("({})", marks.join(","))
        })
        .collect();
    let sql = AssertSqlSafe(format!(
        "INSERT INTO \"{}\" ({}) VALUES {}",
        table.name,
        quoted(&table.columns),
        places.join(",")
    ));
    let mut cells = Vec::with_capacity(rows.len() * width);
    for row in rows {
        if row.len() != width {
            return Err(unreadable(&format!("a row of {} does not fit", table.name)));
        }
        for (value, column) in row.iter().zip(&table.columns) {
            cells.push((value, column.kind));
        }
    }
    match tx {
        Tx::Sqlite(tx) => {
            let mut query = sqlx::query(sql).persistent(false);
            for (value, kind) in cells {
                query = bind(query, value, kind)?;
            }
            query.execute(tx.connection()).await?;
        }
        Tx::Postgres(tx) => {
            let mut query = sqlx::query(sql).persistent(false);
            for (value, kind) in cells {
                query = bind(query, value, kind)?;
            }
            query.execute(tx.connection()).await?;
        }
    }
    Ok(())
}

type Filling<'q, D> = sqlx::query::Query<'q, D, <D as Database>::Arguments>;

fn bind<'q, D>(query: Filling<'q, D>, value: &Value, kind: Kind) -> Result<Filling<'q, D>>
where
    D: Database,
    Option<Uuid>: sqlx::Encode<'q, D> + Type<D>,
    Option<i64>: sqlx::Encode<'q, D> + Type<D>,
    Option<String>: sqlx::Encode<'q, D> + Type<D>,
    Option<Vec<u8>>: sqlx::Encode<'q, D> + Type<D>,
    Option<bool>: sqlx::Encode<'q, D> + Type<D>,
    Option<f64>: sqlx::Encode<'q, D> + Type<D>,
{
    let text = value.as_str();
    let is_null = value.is_null();
    let fits = |fits: bool| {
        if fits || is_null {
            Ok(())
        } else {
            Err(unreadable(&format!("{value} is no {kind:?}")))
        }
    };
    Ok(match kind {
        Kind::Uuid => {
            let id = text.and_then(|text| Uuid::parse_str(text).ok());
            fits(id.is_some())?;
            query.bind(id)
        }
        Kind::Integer => {
            fits(value.is_i64())?;
            query.bind(value.as_i64())
        }
        Kind::Text => {
            fits(text.is_some())?;
            query.bind(text.map(str::to_owned))
        }
        Kind::Bytes => {
            let bytes = text.and_then(|text| hex::decode(text).ok());
            fits(bytes.is_some())?;
            query.bind(bytes)
        }
        Kind::Truth => {
            fits(value.is_boolean())?;
            query.bind(value.as_bool())
        }
        Kind::Real => {
            let real = text.and_then(|text| text.parse::<f64>().ok());
            fits(real.is_some())?;
            query.bind(real)
        }
    })
}

fn quoted(columns: &[Column]) -> String {
    let quote = |column: &Column| format!("\"{}\"", column.name);
    let names: Vec<String> = columns.iter().map(quote).collect();
    names.join(",")
}

fn unreadable(found: &str) -> StoreError {
    StoreError::Unreadable {
        table: "backup",
        found: found.to_owned(),
    }
}
