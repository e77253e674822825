//! Rows whose values do not agree. Both values are kept; the import lists them.

use super::{ImportedCaseEvent, ImportedProposal};
use crate::domain::{
    codes::text_enum, decisions::Outcome, ids::ProposalNumber, proposals::ImportedStatus,
};
use std::collections::HashSet;

/// What the column `reached_200` counts to.
const REACHED: i64 = 200;

text_enum! {
    /// In what a row contradicts itself.
    pub enum ContradictionKind {
        /// It collects or waits for a decision, and has a result.
        OpenWithResult => "open_with_result",
        /// The result says too few signatures, and there are enough.
        EnoughButBelow => "enough_but_below",
        /// `reached_200` and the number of votes disagree.
        ReachedAgainstVotes => "reached_against_votes",
        /// It was published before it was sent in.
        PublishedBeforeSubmitted => "published_before_submitted",
    }
}

/// Two values of one row that do not agree, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The line of the row.
    pub line: u64,
    /// The proposal.
    pub number: ProposalNumber,
    /// In what.
    pub kind: ContradictionKind,
    /// The one value.
    pub first: String,
    /// The other.
    pub second: String,
}

/// Everything in which proposals contradict themselves, in the order of the rows.
pub fn contradictions(proposals: &[ImportedProposal]) -> Vec<Contradiction> {
    proposals.iter().flat_map(of_one).collect()
}

/// The proposals that case events name and the list of proposals lacks, each once.
pub fn without_proposal(
    events: &[ImportedCaseEvent],
    proposals: &[ImportedProposal],
) -> Vec<ProposalNumber> {
    let known: HashSet<ProposalNumber> = proposals.iter().map(|proposal| proposal.number).collect();
    let mut unknown: Vec<ProposalNumber> = events
        .iter()
        .map(|event| event.number)
        .filter(|number| !known.contains(number))
        .collect();
    unknown.sort_unstable();
    unknown.dedup();
    unknown
}

fn of_one(proposal: &ImportedProposal) -> Vec<Contradiction> {
    let facts = &proposal.facts;
    let votes = proposal
        .votes
        .map(|votes| votes.to_string())
        .unwrap_or_default();
    let result = facts.result.clone().unwrap_or_default();
    let mut found = Vec::new();
    let mut note = |kind, first: &str, second: String| {
        found.push(Contradiction {
            line: proposal.line,
            number: proposal.number,
            kind,
            first: first.to_owned(),
            second,
        });
    };
    let is_open = matches!(
        facts.status_code(),
        Some(ImportedStatus::Collecting | ImportedStatus::AwaitingDecision)
    );
    if is_open && facts.outcome.is_some() {
        let status = facts.status.as_deref().unwrap_or_default();
        note(ContradictionKind::OpenWithResult, status, result.clone());
    }
    let has_enough = proposal.votes.map(|votes| votes >= REACHED);
    if has_enough == Some(true) && facts.outcome == Some(Outcome::BelowThreshold) {
        note(ContradictionKind::EnoughButBelow, &votes, result);
    }
    if let (Some(reached), Some(has_enough)) = (facts.reached, has_enough)
        && reached != has_enough
    {
        note(
            ContradictionKind::ReachedAgainstVotes,
            &votes,
            u8::from(reached).to_string(),
        );
    }
    if let (Some(published), Some(submitted)) = (proposal.published_on, proposal.submitted_on)
        && published < submitted
    {
        note(
            ContradictionKind::PublishedBeforeSubmitted,
            &published.to_string(),
            submitted.to_string(),
        );
    }
    found
}
