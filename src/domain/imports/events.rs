//! How proposals went through kommunstyrelsen, from its minutes.

use super::{
    RowError, RowReason,
    proposals::parse_number,
    table::{Row, Table, parse_day},
};
use crate::domain::{
    codes::text_enum, decisions::Paragraph, diarienummer::Diarienummer, ids::ProposalNumber,
    time::Day,
};
use std::collections::HashSet;

const FILE: &str = "real_ks_case_events.csv";
const COLUMNS: &[&str] = &[
    "proposal_id",
    "diarienummer",
    "meeting_date",
    "paragraph",
    "event",
    "outcome",
    "note",
    "source",
];

text_enum! {
    /// What happened to a case at a meeting.
    pub enum CaseEventKind {
        /// Beslut.
        Decision => "decision",
        /// Bordläggning: put off to a later meeting.
        Postponement => "postponement",
        /// Återremiss: sent back to be prepared again.
        ReferralBack => "referral_back",
    }
}

impl CaseEventKind {
    fn from_import_label(label: &str) -> Option<Self> {
        match label {
            "beslut" => Some(CaseEventKind::Decision),
            "bordläggning" => Some(CaseEventKind::Postponement),
            "återremiss" => Some(CaseEventKind::ReferralBack),
            _ => None,
        }
    }
}

/// One paragraph of the minutes about a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedCaseEvent {
    /// The line it was read from.
    pub line: u64,
    /// The proposal; it need not be among the imported ones.
    pub number: ProposalNumber,
    /// The case's number in the diary.
    pub diarienummer: Diarienummer,
    /// The day of the meeting.
    pub met_on: Day,
    /// The paragraph of the minutes.
    pub paragraph: Option<Paragraph>,
    /// What happened.
    pub kind: CaseEventKind,
    /// The outcome as written.
    pub outcome: String,
    /// The day a postponed case comes back, where the words say it.
    pub postponed_to: Option<Day>,
    /// What else the minutes say.
    pub note: Option<String>,
    /// Where the row comes from.
    pub source: String,
}

/// Reads `real_ks_case_events.csv`; a paragraph of one meeting occurs once.
pub fn parse_case_events(bytes: &[u8]) -> Result<Vec<ImportedCaseEvent>, Vec<RowError>> {
    let mut seen = HashSet::new();
    Table::read(FILE, bytes, COLUMNS).rows(|row| {
        let event = read(row)?;
        if !seen.insert((event.number, event.met_on, event.paragraph)) {
            row.fault("paragraph", RowReason::Duplicate);
        }
        Some(event)
    })
}

fn read(row: &mut Row<'_>) -> Option<ImportedCaseEvent> {
    let number = row.needed("proposal_id", RowReason::NotANumber, parse_number);
    let diarienummer = row.needed("diarienummer", RowReason::NotADiarienummer, |text| {
        Diarienummer::parse(text).ok()
    });
    let met_on = row.needed("meeting_date", RowReason::NotADay, parse_day);
    let paragraph = row.parsed("paragraph", RowReason::NotANumber, Paragraph::parse);
    let kind = row.needed(
        "event",
        RowReason::UnknownWord,
        CaseEventKind::from_import_label,
    );
    let outcome = row.required("outcome");
    let source = row.required("source");
    let outcome = outcome?;
    Some(ImportedCaseEvent {
        line: row.line,
        number: number?,
        diarienummer: diarienummer?,
        met_on: met_on?,
        paragraph: paragraph?,
        kind: kind?,
        postponed_to: outcome.strip_prefix("till ").and_then(parse_day),
        outcome,
        note: row.optional("note"),
        source: source?,
    })
}
