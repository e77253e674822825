//! Reading the city's open data: bytes of CSV and GeoJSON to typed rows, all of them or none.
//!
//! What the data lack is never filled in, and what they contradict is kept as it stands and listed. A fault says file,
//! line, column and reason, so that whoever exports the file can mend it.

mod areas;
mod bodies;
mod contradictions;
mod decisions;
mod events;
mod proposals;
mod table;

pub use areas::{AreaFiles, AreaLevel, ImportedArea, ImportedAreas, Population, parse_areas};
pub use bodies::{Bodies, BodyKind, FormerName, ImportedBody, TopicShare, parse_bodies};
pub use contradictions::{Contradiction, ContradictionKind, contradictions, without_proposal};
pub use decisions::{ImportedDecision, parse_decisions};
pub use events::{CaseEventKind, ImportedCaseEvent, parse_case_events};
pub use proposals::{ImportedProposal, parse_proposals};

use super::codes::text_enum;

text_enum! {
    /// Why a row, or a file, is not taken.
    pub enum RowReason {
        /// Bytes that are not UTF-8.
        NotUtf8 => "not_utf8",
        /// No CSV: a quotation mark is opened and not closed.
        UnclosedQuote => "unclosed_quote",
        /// A column that is needed is not in the header.
        ColumnMissing => "column_missing",
        /// A column stands twice in the header.
        ColumnTwice => "column_twice",
        /// The row has more or fewer fields than the header.
        FieldCount => "field_count",
        /// A field that must not be empty is.
        Empty => "empty",
        /// A field holds a control character.
        ControlCharacter => "control_character",
        /// No whole number in the range that makes sense here.
        NotANumber => "not_a_number",
        /// No calendar day written `2026-11-21`.
        NotADay => "not_a_day",
        /// None of the words or codes this column may hold.
        UnknownWord => "unknown_word",
        /// No diarienummer.
        NotADiarienummer => "not_a_diarienummer",
        /// The key of an earlier row.
        Duplicate => "duplicate",
        /// A name or code that the other files do not have.
        UnknownReference => "unknown_reference",
        /// No GeoJSON with areas.
        NotGeoJson => "not_geojson",
        /// An area of the table without a polygon.
        NoPolygon => "no_polygon",
        /// A file without any row.
        NoRows => "no_rows",
    }
}

/// One fault in a file that was to be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// The file's name in the city's data, such as `real_titles.csv`.
    pub file: &'static str,
    /// The line where the row begins, from 1; the header is line 1.
    pub line: u64,
    /// The column's name in the header; empty when the whole row or file is meant.
    pub column: String,
    /// What is wrong.
    pub reason: RowReason,
    /// What stands there, at most 80 letters.
    pub value: String,
}

impl std::fmt::Display for RowError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let RowError {
            file,
            line,
            column,
            reason,
            value,
        } = self;
        write!(f, "{file}:{line}: {column}: {reason}: {value:?}")
    }
}

#[cfg(test)]
mod tests;
