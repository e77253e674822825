//! The addresses of the staff site.

use super::in_language;
use crate::{
    domain::ids::{CaseId, DecisionId, DocumentId, ProposalNumber},
    i18n::Locale,
};

/// The staff site's first page.
pub fn staff(locale: Locale) -> String {
    in_language(locale, "/personal")
}

/// The moderators' queue.
pub fn review_queue(locale: Locale) -> String {
    in_language(locale, "/personal/granskning")
}

/// One proposal under review.
pub fn review(locale: Locale, number: ProposalNumber) -> String {
    in_language(locale, &format!("/personal/granskning/{number}"))
}

/// One group of the queue, by its word.
pub fn review_queue_of(locale: Locale, group: &str) -> String {
    format!("{}?visa={group}", review_queue(locale))
}

/// A page or form of one review, by the word of what it does: `publicera`, `ta`.
pub fn review_act(locale: Locale, number: ProposalNumber, word: &str) -> String {
    format!("{}/{word}", review(locale, number))
}

/// Leads to what should be reviewed next, and says there that this one is done.
pub fn review_next(locale: Locale, done: ProposalNumber) -> String {
    format!("{}/nasta?klart={done}", review_queue(locale))
}

/// A review, reached after another was done.
pub fn review_after(locale: Locale, number: ProposalNumber, done: ProposalNumber) -> String {
    format!("{}?klart={done}", review(locale, number))
}

/// The queue, reached after the last review was done.
pub fn review_queue_after(locale: Locale, done: ProposalNumber) -> String {
    format!("{}?klart={done}", review_queue(locale))
}

/// The cases of the official's organisation.
pub fn cases(locale: Locale) -> String {
    in_language(locale, "/personal/arenden")
}

/// One case.
pub fn case(locale: Locale, case: CaseId) -> String {
    in_language(locale, &format!("/personal/arenden/{case}"))
}

/// One act on a case; `act` is its word.
pub fn case_act(locale: Locale, case: CaseId, act: &str) -> String {
    in_language(locale, &format!("/personal/arenden/{case}/{act}"))
}

/// Correcting a published decision.
pub fn case_correction(locale: Locale, case: CaseId, decision: DecisionId) -> String {
    case_act(locale, case, &format!("beslut/{decision}"))
}

/// Where a waiting file is taken away.
pub fn case_file(locale: Locale, case: CaseId, file: DocumentId) -> String {
    case_act(locale, case, &format!("filer/{file}"))
}

/// A case after an act on it; `done` is the act's word.
pub fn case_after(locale: Locale, case: CaseId, done: &str) -> String {
    format!("{}?klart={done}", self::case(locale, case))
}

/// The yearly report, for staff who read figures.
pub fn yearly_report(locale: Locale) -> String {
    in_language(locale, "/personal/rapport")
}

/// The report of one year.
pub fn yearly_report_of(locale: Locale, year: i16) -> String {
    format!("{}?ar={year}", yearly_report(locale))
}

/// The tables of a report as CSV; `query` with its `?` says which.
pub fn yearly_report_file(locale: Locale, query: &str) -> String {
    format!("{}.csv{query}", yearly_report(locale))
}

/// What is on its way to the official's organisation: proposals that collect signatures.
pub fn incoming_list(locale: Locale) -> String {
    in_language(locale, "/personal/pa-vag")
}

/// One proposal on its way.
pub fn incoming(locale: Locale, number: ProposalNumber) -> String {
    in_language(locale, &format!("/personal/pa-vag/{number}"))
}

/// One act on it; `act` is its word.
pub fn incoming_act(locale: Locale, number: ProposalNumber, act: &str) -> String {
    format!("{}/{act}", incoming(locale, number))
}

/// A proposal on its way, after an act on it.
pub fn incoming_after(locale: Locale, number: ProposalNumber, done: &str) -> String {
    format!("{}?klart={done}", incoming(locale, number))
}
