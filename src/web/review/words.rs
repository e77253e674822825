//! The words of the review's pages: how urgent, what was done, what is wrong.

use super::forms::Fault;
use crate::{
    domain::{
        calendar::working_days_between,
        reviews::{NotAllowed, ReviewStep, UndoRefusal},
        text::TextProblem,
        time::Day,
    },
    i18n::{Locale, Texts},
    store::refusal_reasons::ReasonText,
    usecases::reviews::{RemovalRefusal, ReviewError},
    web::components::tag::Tone,
};

/// How urgent: the words and the colour that says the same. Counted in working days, since nobody reviews on Sundays.
pub fn urgency(locale: Locale, due: Day, today: Day) -> (Tone, String) {
    let t = locale.texts();
    if today > due {
        let days = working_days_between(due, today).max(1);
        (Tone::Late, t.review_late(days, locale.number(days)))
    } else if today == due {
        (Tone::Active, t.review_due_today())
    } else {
        let days = working_days_between(today, due);
        let tone = if days <= 2 { Tone::Active } else { Tone::Plain };
        (tone, t.review_days_left(days, locale.number(days)))
    }
}

/// What was done, for histories.
pub fn step(t: &Texts, step: ReviewStep) -> String {
    match step {
        ReviewStep::Published => t.review_step_published(),
        ReviewStep::Returned => t.review_step_returned(),
        ReviewStep::Refused => t.review_step_refused(),
        ReviewStep::Undone => t.review_step_undone(),
        ReviewStep::TakenOver => t.review_step_taken_over(),
        ReviewStep::Lapsed => t.review_step_lapsed(),
        ReviewStep::RemovalAsked => t.review_step_removal_asked(),
        ReviewStep::RemovalDeclined => t.review_step_removal_declined(),
        ReviewStep::Removed => t.review_step_removed(),
    }
}

/// The name of a ground.
pub fn reason_name(locale: Locale, reason: &ReasonText) -> &str {
    match locale {
        Locale::Sv => &reason.name_sv,
        Locale::En => &reason.name_en,
    }
}

/// The names of the grounds with these codes.
pub fn reason_names(locale: Locale, table: &[ReasonText], codes: &[String]) -> String {
    let names: Vec<&str> = codes
        .iter()
        .filter_map(|code| table.iter().find(|reason| reason.code == *code))
        .map(|reason| reason_name(locale, reason))
        .collect();
    names.join(" · ")
}

/// What is wrong with a field.
pub fn fault(locale: Locale, fault: Fault) -> String {
    let t = locale.texts();
    let shown = |count: usize| locale.number(i64::try_from(count).unwrap_or(i64::MAX));
    match fault {
        Fault::Topic => t.review_fault_topic(),
        Fault::Body => t.review_fault_body(),
        Fault::Area => t.review_fault_area(),
        Fault::Reason => t.review_fault_reason(),
        Fault::Text(TextProblem::TooShort { min, .. }) => t.review_fault_short(shown(min)),
        Fault::Text(TextProblem::TooLong { max, found }) => {
            t.review_fault_long(shown(max), shown(found))
        }
        Fault::Text(TextProblem::BadCharacter) => t.review_fault_character(),
        Fault::Text(TextProblem::Missing | TextProblem::NotAnEmail) => t.review_fault_missing(),
    }
}

/// Why an act was not done, as far as a page can tell it; `None`: there is no such page for this person, or our fault.
pub fn refusal(t: &Texts, error: &ReviewError, holder: &str) -> Option<String> {
    Some(match error {
        ReviewError::NotFound | ReviewError::Store(_) => return None,
        ReviewError::Involved => t.review_error_involved(),
        ReviewError::Review(NotAllowed::Stale | NotAllowed::NoReason) => t.review_error_stale(),
        ReviewError::Review(NotAllowed::ClaimedByOther) => t.review_error_claimed(holder),
        ReviewError::Review(NotAllowed::NotClaimed) => t.review_error_not_claimed(),
        ReviewError::Review(NotAllowed::Decided) => t.review_error_decided(),
        ReviewError::Stage(_) => t.review_error_stage(),
        ReviewError::Undo(UndoRefusal::HasSignatures) => t.review_error_signed(),
        ReviewError::Undo(UndoRefusal::TooLate) => t.review_error_too_late(),
        ReviewError::Undo(UndoRefusal::NotYours) => t.review_error_not_yours(),
        ReviewError::Removal(RemovalRefusal::AlreadyAsked) => t.review_error_removal_asked(),
        ReviewError::Removal(RemovalRefusal::NotAsked) => t.review_error_removal_none(),
        ReviewError::Removal(RemovalRefusal::SamePerson) => t.review_error_removal_same(),
        ReviewError::NoSuch(_) => t.review_error_no_such(),
    })
}
