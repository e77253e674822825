//! Göteborgsförslag from the open data and the minutes.

use super::{
    RowError, RowReason,
    table::{Row, Table, parse_count, parse_day},
};
use crate::domain::{
    decisions::Outcome,
    identity::AreaCode,
    ids::ProposalNumber,
    proposals::{ImportedFacts, ImportedStatus, Topic},
    time::Day,
};
use std::collections::HashSet;

const FILE: &str = "real_titles.csv";
const COLUMNS: &[&str] = &[
    "id",
    "title",
    "topic",
    "submitted",
    "voting_ends",
    "votes",
    "reached_200",
    "status",
    "recipient",
    "result",
    "result_code",
    "primaromrade",
    "stadsomrade",
    "source",
];

/// Days a proposal was open on the old platform; it published the last of them.
const OPEN_DAYS: i64 = 90;

/// A proposal as the source has it. Nothing that the source lacks is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedProposal {
    /// The line it was read from.
    pub line: u64,
    /// The old platform's MatterId, which stays the public number.
    pub number: ProposalNumber,
    /// The title; the old platform cut it at 60 letters.
    pub title: String,
    /// The topic.
    pub topic: Option<Topic>,
    /// The day it was sent in.
    pub submitted_on: Option<Day>,
    /// The day it was published: 90 days before voting ended.
    pub published_on: Option<Day>,
    /// The day voting ended.
    pub voting_ended_on: Option<Day>,
    /// How many signed.
    pub votes: Option<i64>,
    /// Status, result and recipients as written, with the codes they were read as.
    pub facts: ImportedFacts,
    /// The recipients, each name once, as written and in the order written.
    pub recipients: Vec<String>,
    /// The primärområde of the point on the map, where the proposer set one.
    pub primaromrade: Option<AreaCode>,
    /// The stadsområde of the same point.
    pub stadsomrade: Option<AreaCode>,
    /// Where the row comes from.
    pub source: String,
}

/// Reads `real_titles.csv`.
pub fn parse_proposals(bytes: &[u8]) -> Result<Vec<ImportedProposal>, Vec<RowError>> {
    let mut seen = HashSet::new();
    Table::read(FILE, bytes, COLUMNS).rows(|row| {
        let number = row.needed("id", RowReason::NotANumber, parse_number);
        if number.is_some_and(|number| !seen.insert(number)) {
            row.fault("id", RowReason::Duplicate);
        }
        read(row, number)
    })
}

/// A public number: positive.
pub(super) fn parse_number(text: &str) -> Option<ProposalNumber> {
    parse_count(text)
        .filter(|number| *number > 0)
        .map(ProposalNumber)
}

/// The names in a list as written, divided by `;`, each once.
pub(super) fn recipients(written: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in written.unwrap_or_default().split(';').map(str::trim) {
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

fn read(row: &mut Row<'_>, number: Option<ProposalNumber>) -> Option<ImportedProposal> {
    // Each field is read before any is missed, so that one pass tells every fault of the row.
    let title = row.required("title");
    let topic = row.parsed("topic", RowReason::UnknownWord, Topic::from_import_label);
    let submitted_on = row.day("submitted");
    let voting_ended_on = row.day("voting_ends");
    let votes = row.count("votes");
    let source = row.required("source");
    let facts = read_facts(row, source.as_deref());
    let primaromrade = row.parsed("primaromrade", RowReason::UnknownWord, AreaCode::parse);
    let stadsomrade = row.parsed("stadsomrade", RowReason::UnknownWord, AreaCode::parse);
    let facts = facts?;
    Some(ImportedProposal {
        line: row.line,
        number: number?,
        title: title?,
        topic: topic?,
        submitted_on: submitted_on?,
        published_on: voting_ended_on?.map(|day| day.plus_days(-OPEN_DAYS)),
        voting_ended_on: voting_ended_on?,
        votes: votes?,
        recipients: recipients(facts.recipients.as_deref()),
        facts,
        primaromrade: primaromrade?,
        stadsomrade: stadsomrade?,
        source: source?,
    })
}

fn read_facts(row: &mut Row<'_>, source: Option<&str>) -> Option<ImportedFacts> {
    let status = row.parsed("status", RowReason::UnknownWord, |words| {
        ImportedStatus::from_import_label(words).map(|_| words.to_owned())
    });
    let outcome = row.parsed("result_code", RowReason::UnknownWord, Outcome::parse);
    let reached = row.flag("reached_200");
    Some(ImportedFacts {
        status: status?,
        result: row.optional("result"),
        outcome: outcome?,
        recipients: row.optional("recipient"),
        reached: reached?,
        seen_on: source.and_then(export_day),
    })
}

/// The day of the export, which the source names: what was open then is last known to be open on that day.
fn export_day(source: &str) -> Option<Day> {
    let (_, rest) = source.split_once("export ")?;
    parse_day(rest.get(..10)?)
}
