//! Many rows in one statement: they are bound as one JSON text, which both engines can unfold.

use super::db::{Result, StoreError};
use serde::{Serialize, Serializer};
use uuid::Uuid;

/// The rows as a JSON array of objects, to be bound as `$1`.
///
/// # Errors
/// When a row cannot be written as JSON, which no row of ours is.
pub fn rows<T: Serialize>(table: &'static str, rows: &[T]) -> Result<String> {
    serde_json::to_string(rows).map_err(|error| StoreError::Unreadable {
        table,
        found: error.to_string(),
    })
}

/// Writes bytes as the hexadecimal digits that `unhex` and `decode` read.
///
/// # Errors
/// What the serializer refuses.
pub fn as_hex<S: Serializer>(bytes: &[u8], to: S) -> std::result::Result<S::Ok, S::Error> {
    to.serialize_str(&hex::encode(bytes))
}

/// Writes an id as 32 hexadecimal digits, which SQLite's `unhex` turns into its stored form and PostgreSQL casts.
///
/// # Errors
/// What the serializer refuses.
pub fn id_as_hex<T: Copy + Into<Uuid>, S: Serializer>(
    id: &T,
    to: S,
) -> std::result::Result<S::Ok, S::Error> {
    let id: Uuid = (*id).into();
    to.serialize_str(id.simple().encode_lower(&mut Uuid::encode_buffer()))
}
