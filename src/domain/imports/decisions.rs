//! The committees' own texts about proposals.

use super::{
    RowError, RowReason,
    proposals::parse_number,
    table::{Row, Table},
};
use crate::domain::{decisions::Outcome, ids::ProposalNumber};
use std::collections::HashSet;

const FILE: &str = "real_decisions.csv";
const COLUMNS: &[&str] = &[
    "id",
    "result",
    "result_code",
    "recipient",
    "decision_text",
    "truncated",
    "source",
];

/// A decision text, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedDecision {
    /// The line it was read from.
    pub line: u64,
    /// The proposal it is about.
    pub number: ProposalNumber,
    /// The result as written.
    pub result: Option<String>,
    /// The result as a code.
    pub outcome: Option<Outcome>,
    /// Who decided, as written.
    pub recipient: Option<String>,
    /// The text.
    pub text: String,
    /// Whether the source cut the text off.
    pub is_truncated: bool,
    /// Where the row comes from.
    pub source: String,
}

impl ImportedDecision {
    /// Whether the text is a note on a proposal with too few signatures, which no body decided on.
    pub fn is_note(&self) -> bool {
        self.outcome == Some(Outcome::BelowThreshold)
    }
}

/// Reads `real_decisions.csv`.
pub fn parse_decisions(bytes: &[u8]) -> Result<Vec<ImportedDecision>, Vec<RowError>> {
    let mut seen = HashSet::new();
    Table::read(FILE, bytes, COLUMNS).rows(|row| {
        let number = row.needed("id", RowReason::NotANumber, parse_number);
        if number.is_some_and(|number| !seen.insert(number)) {
            row.fault("id", RowReason::Duplicate);
        }
        read(row, number)
    })
}

fn read(row: &mut Row<'_>, number: Option<ProposalNumber>) -> Option<ImportedDecision> {
    let outcome = row.parsed("result_code", RowReason::UnknownWord, Outcome::parse);
    let text = row.required("decision_text");
    let is_truncated = row.flag("truncated");
    let source = row.required("source");
    Some(ImportedDecision {
        line: row.line,
        number: number?,
        result: row.optional("result"),
        outcome: outcome?,
        recipient: row.optional("recipient"),
        text: text?,
        is_truncated: is_truncated?.unwrap_or(false),
        source: source?,
    })
}
