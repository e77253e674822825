//! What people see of a proposal's state: derived from stage, case, follow-up and imported facts by one function.

use super::cases::{CaseStage, Move, Settled};
use super::codes::text_enum;
use super::decisions::{FinalOutcome, Outcome};
use super::followups::FollowUpState;
use super::proposals::{ImportedFacts, ImportedStatus};
use super::stages::Stage;
use super::time::{Day, Timestamp};

text_enum! {
    /// The state that people see, filter by and get from the API.
    pub enum DisplayStage {
        /// Waits for review.
        WaitingForReview => "waiting_for_review",
        /// Sent back with a question.
        Returned => "returned",
        /// The question was not answered.
        Lapsed => "lapsed",
        /// Refused.
        Refused => "refused",
        /// Taken back by its author.
        Withdrawn => "withdrawn",
        /// Collects signatures.
        Collecting => "collecting",
        /// Signing is paused.
        Paused => "paused",
        /// The deadline has passed and closing is under way.
        Counting => "counting",
        /// Archived: too few signatures.
        TooFew => "too_few",
        /// At the nämnd or bolag.
        AtBody => "at_body",
        /// On the agenda of a meeting.
        OnAgenda => "on_agenda",
        /// Postponed to a later meeting.
        Postponed => "postponed",
        /// Sent back for more work before a later meeting.
        ReferredBack => "referred_back",
        /// Under investigation.
        Investigating => "investigating",
        /// Decided: is to be carried out.
        CarryOut => "carry_out",
        /// Decided: is not carried out.
        NotCarryOut => "not_carry_out",
        /// Decided: not now, taken into coming budget work.
        NotNow => "not_now",
        /// Planned.
        Planned => "planned",
        /// Under way.
        UnderWay => "under_way",
        /// Done.
        Done => "done",
        /// Stopped after the decision.
        Stopped => "stopped",
        /// Taken away.
        Removed => "removed",
        /// Imported: was collecting when last known.
        LastKnownCollecting => "last_known_collecting",
        /// Imported: was waiting for a decision when last known.
        LastKnownAtBody => "last_known_at_body",
        /// Imported: neither status nor result is known.
        LastKnownNothing => "last_known_nothing",
        /// Imported result: too few signatures.
        ImportedTooFew => "imported_too_few",
        /// Imported result: decided to be carried out in full.
        ImportedImplemented => "imported_implemented",
        /// Imported result: decided to be carried out in part.
        ImportedPartly => "imported_partly",
        /// Imported result: taken into future planning.
        ImportedPlanning => "imported_planning",
        /// Imported result: not carried out.
        ImportedNot => "imported_not",
        /// Imported result: does not meet the rules.
        ImportedNotCompliant => "imported_not_compliant",
        /// Imported result: already taken care of.
        ImportedAlready => "imported_already",
    }
}

text_enum! {
    /// The groups of the public list's filter.
    pub enum FilterGroup {
        /// Collecting signatures.
        Collecting => "collecting",
        /// At a nämnd or bolag.
        AtBody => "at_body",
        /// Decided, and not yet carried out.
        Decided => "decided",
        /// Carried out. An imported "Genomförs" is a decision, not a report that it was done, and stands under decided.
        CarriedOut => "carried_out",
        /// Archived without a decision on the matter.
        Archived => "archived",
        /// Imported and open when last known: what became of it is not in the city's data.
        LastKnown => "last_known",
    }
}

impl DisplayStage {
    /// The group in the public list; `None` for what is not public.
    pub const fn group(self) -> Option<FilterGroup> {
        use DisplayStage as D;
        Some(match self {
            D::WaitingForReview
            | D::Returned
            | D::Lapsed
            | D::Refused
            | D::Withdrawn
            | D::Removed => return None,
            D::Collecting | D::Paused | D::Counting => FilterGroup::Collecting,
            D::AtBody | D::OnAgenda | D::Postponed | D::ReferredBack | D::Investigating => {
                FilterGroup::AtBody
            }
            D::CarryOut
            | D::NotCarryOut
            | D::NotNow
            | D::Planned
            | D::UnderWay
            | D::Stopped
            | D::ImportedImplemented
            | D::ImportedPartly
            | D::ImportedPlanning
            | D::ImportedNot
            | D::ImportedAlready => FilterGroup::Decided,
            D::Done => FilterGroup::CarriedOut,
            D::TooFew | D::ImportedTooFew | D::ImportedNotCompliant => FilterGroup::Archived,
            D::LastKnownCollecting | D::LastKnownAtBody | D::LastKnownNothing => {
                FilterGroup::LastKnown
            }
        })
    }
}

impl FilterGroup {
    /// The states in this group, for the list's query.
    pub fn stages(self) -> impl Iterator<Item = DisplayStage> {
        DisplayStage::ALL
            .iter()
            .copied()
            .filter(move |stage| stage.group() == Some(self))
    }
}

/// A state and the day that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Display {
    /// The state.
    pub stage: DisplayStage,
    /// Collecting: the last day to sign. Returned: the last day to answer. On an agenda or moved: the meeting.
    /// Investigating and decided: the decision. Follow-up: its note. Imported: the day it was last known.
    pub day: Option<Day>,
}

/// The case at the coordinating body and its latest follow-up.
#[derive(Debug, Clone, Copy)]
pub struct CaseSeen<'a> {
    /// Where it stands.
    pub stage: &'a CaseStage,
    /// The latest follow-up.
    pub follow_up: Option<(FollowUpState, Day)>,
}

/// What people see. `case` is that of the coordinating body; `imported` only for imported proposals.
pub fn display_stage(
    stage: &Stage,
    now: Timestamp,
    case: Option<CaseSeen<'_>>,
    imported: Option<&ImportedFacts>,
) -> Display {
    let without_day = |stage| Display { stage, day: None };
    match stage {
        Stage::Submitted { .. } => without_day(DisplayStage::WaitingForReview),
        Stage::Returned { answer_by, .. } => Display {
            stage: DisplayStage::Returned,
            day: Some(*answer_by),
        },
        Stage::Lapsed { .. } => without_day(DisplayStage::Lapsed),
        Stage::Refused { .. } => without_day(DisplayStage::Refused),
        Stage::Withdrawn { .. } => without_day(DisplayStage::Withdrawn),
        Stage::Published(open) if open.paused_at.is_some() => without_day(DisplayStage::Paused),
        Stage::Published(open) => {
            let is_over = open.closes_at <= now;
            let stage = if is_over {
                DisplayStage::Counting
            } else {
                DisplayStage::Collecting
            };
            Display {
                stage,
                day: Some(open.last_day()),
            }
        }
        Stage::Closed {
            reached: false,
            collected,
        } => Display {
            stage: DisplayStage::TooFew,
            day: Some(collected.last_day()),
        },
        Stage::Closed { reached: true, .. } => {
            case.map_or(without_day(DisplayStage::AtBody), of_case)
        }
        Stage::Removed => without_day(DisplayStage::Removed),
        Stage::Imported => imported.map_or(without_day(DisplayStage::LastKnownNothing), of_import),
    }
}

fn of_case(case: CaseSeen<'_>) -> Display {
    match case.stage {
        CaseStage::Received | CaseStage::Registered { .. } => Display {
            stage: DisplayStage::AtBody,
            day: None,
        },
        CaseStage::OnAgenda { meeting, moved, .. } => {
            let stage = match moved {
                None => DisplayStage::OnAgenda,
                Some(Move::Postponed) => DisplayStage::Postponed,
                Some(Move::ReferredBack) => DisplayStage::ReferredBack,
            };
            Display {
                stage,
                day: Some(*meeting),
            }
        }
        CaseStage::Investigating { since, .. } => Display {
            stage: DisplayStage::Investigating,
            day: Some(*since),
        },
        CaseStage::Decided(settled) | CaseStage::Closed { settled, .. } => {
            of_decision(settled, case.follow_up)
        }
    }
}

fn of_decision(settled: &Settled, follow_up: Option<(FollowUpState, Day)>) -> Display {
    if let Some((state, on)) = follow_up {
        let stage = match state {
            FollowUpState::Planned => DisplayStage::Planned,
            FollowUpState::UnderWay => DisplayStage::UnderWay,
            FollowUpState::Done => DisplayStage::Done,
            FollowUpState::Stopped => DisplayStage::Stopped,
        };
        return Display {
            stage,
            day: Some(on),
        };
    }
    let stage = match settled.outcome {
        FinalOutcome::CarryOut => DisplayStage::CarryOut,
        FinalOutcome::NotCarryOut => DisplayStage::NotCarryOut,
        FinalOutcome::NotNow => DisplayStage::NotNow,
    };
    Display {
        stage,
        day: Some(settled.on),
    }
}

/// A result stands over a status: where both are written and disagree, the result was entered last.
fn of_import(facts: &ImportedFacts) -> Display {
    let stage = match (facts.outcome, facts.status_code()) {
        (Some(Outcome::BelowThreshold), _) => DisplayStage::ImportedTooFew,
        (Some(Outcome::Implemented), _) => DisplayStage::ImportedImplemented,
        (Some(Outcome::PartlyImplemented), _) => DisplayStage::ImportedPartly,
        (Some(Outcome::FuturePlanning), _) => DisplayStage::ImportedPlanning,
        (Some(Outcome::NotImplemented), _) => DisplayStage::ImportedNot,
        (Some(Outcome::NotCompliant), _) => DisplayStage::ImportedNotCompliant,
        (Some(Outcome::AlreadyHandled), _) => DisplayStage::ImportedAlready,
        (None, Some(ImportedStatus::Collecting)) => DisplayStage::LastKnownCollecting,
        (None, Some(ImportedStatus::AwaitingDecision)) => DisplayStage::LastKnownAtBody,
        (None, Some(ImportedStatus::Archived) | None) => DisplayStage::LastKnownNothing,
    };
    Display {
        stage,
        day: facts.seen_on,
    }
}

#[cfg(test)]
#[path = "display_tests.rs"]
mod tests;
