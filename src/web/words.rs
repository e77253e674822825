//! The words people read for stages, groups, topics and outcomes; the same ones on every page.

use super::components::tag::Tone;
use crate::{
    domain::{
        catalogue::Sort,
        decisions::{FinalOutcome, FirstOutcome, Outcome},
        display::{DisplayStage, FilterGroup},
        followups::FollowUpState,
        proposals::Topic,
        reviews::RemovalReason,
    },
    i18n::Texts,
};

/// A topic.
pub fn topic(t: &Texts, topic: Topic) -> String {
    match topic {
        Topic::StreetsParks => t.topic_streets_parks(),
        Topic::Transport => t.topic_transport(),
        Topic::CultureLeisure => t.topic_culture_leisure(),
        Topic::EnvironmentHealth => t.topic_environment_health(),
        Topic::Housing => t.topic_housing(),
        Topic::School => t.topic_school(),
        Topic::TourismBusiness => t.topic_tourism_business(),
        Topic::Safety => t.topic_safety(),
        Topic::Care => t.topic_care(),
        Topic::Other => t.topic_other(),
    }
}

/// What people see of a proposal's state, for tags.
pub fn stage(t: &Texts, stage: DisplayStage) -> String {
    use DisplayStage as D;
    match stage {
        D::WaitingForReview => t.stage_waiting_for_review(),
        D::Returned => t.stage_returned(),
        D::Lapsed => t.stage_lapsed(),
        D::Refused => t.stage_refused(),
        D::Withdrawn => t.stage_withdrawn(),
        D::Collecting => t.stage_collecting(),
        D::Paused => t.stage_paused(),
        D::Counting => t.stage_counting(),
        D::TooFew | D::ImportedTooFew => t.stage_too_few(),
        D::AtBody => t.stage_at_body(),
        D::OnAgenda => t.stage_on_agenda(),
        D::Postponed => t.stage_postponed(),
        D::ReferredBack => t.stage_referred_back(),
        D::Investigating => t.stage_investigating(),
        D::CarryOut => t.stage_carry_out(),
        D::NotCarryOut => t.stage_not_carry_out(),
        D::NotNow => t.stage_not_now(),
        D::Planned => t.stage_planned(),
        D::UnderWay => t.stage_under_way(),
        D::Done => t.stage_done(),
        D::Stopped => t.stage_stopped(),
        D::Removed => t.stage_removed(),
        D::LastKnownCollecting => t.stage_last_known_collecting(),
        D::LastKnownAtBody => t.stage_last_known_at_body(),
        D::LastKnownNothing => t.stage_last_known_nothing(),
        D::ImportedImplemented => t.outcome_implemented(),
        D::ImportedPartly => t.outcome_partly_implemented(),
        D::ImportedPlanning => t.outcome_future_planning(),
        D::ImportedNot => t.outcome_not_implemented(),
        D::ImportedNotCompliant => t.outcome_not_compliant(),
        D::ImportedAlready => t.outcome_already_handled(),
    }
}

/// The tone of a stage's tag.
pub const fn stage_tone(stage: DisplayStage) -> Tone {
    use DisplayStage as D;
    match stage {
        D::Collecting | D::AtBody | D::OnAgenda | D::Investigating | D::Planned | D::UnderWay => {
            Tone::Active
        }
        D::CarryOut | D::Done | D::ImportedImplemented | D::ImportedPartly => Tone::Done,
        D::Postponed | D::ReferredBack | D::Paused => Tone::Late,
        _ => Tone::Plain,
    }
}

/// A group of the list's filter.
pub fn group(t: &Texts, group: FilterGroup) -> String {
    match group {
        FilterGroup::Collecting => t.group_collecting(),
        FilterGroup::AtBody => t.group_at_body(),
        FilterGroup::Decided => t.group_decided(),
        FilterGroup::CarriedOut => t.group_carried_out(),
        FilterGroup::Archived => t.group_archived(),
        FilterGroup::LastKnown => t.group_last_known(),
    }
}

/// An order of the list.
pub fn sort(t: &Texts, sort: Sort) -> String {
    match sort {
        Sort::BestMatch => t.sort_best_match(),
        Sort::Newest => t.sort_newest(),
        Sort::MostSigned => t.sort_most_signed(),
        Sort::ClosingSoon => t.sort_closing_soon(),
        Sort::LatelyDecided => t.sort_lately_decided(),
    }
}

/// The result of an imported proposal.
pub fn outcome(t: &Texts, outcome: Outcome) -> String {
    match outcome {
        Outcome::BelowThreshold => t.stage_too_few(),
        Outcome::Implemented => t.outcome_implemented(),
        Outcome::PartlyImplemented => t.outcome_partly_implemented(),
        Outcome::FuturePlanning => t.outcome_future_planning(),
        Outcome::NotImplemented => t.outcome_not_implemented(),
        Outcome::NotCompliant => t.outcome_not_compliant(),
        Outcome::AlreadyHandled => t.outcome_already_handled(),
    }
}

/// The first decision as a sentence: *Nämnden säger ja.*
pub fn first_outcome(t: &Texts, outcome: FirstOutcome) -> String {
    match outcome {
        FirstOutcome::CarryOut => t.decision_carry_out(),
        FirstOutcome::NotCarryOut => t.decision_not_carry_out(),
        FirstOutcome::Investigate => t.decision_investigate(),
    }
}

/// The final decision as a sentence.
pub fn final_outcome(t: &Texts, outcome: FinalOutcome) -> String {
    match outcome {
        FinalOutcome::CarryOut => t.decision_carry_out(),
        FinalOutcome::NotCarryOut => t.decision_not_carry_out(),
        FinalOutcome::NotNow => t.decision_not_now(),
    }
}

/// How far a measure has come.
pub fn follow_up(t: &Texts, state: FollowUpState) -> String {
    match state {
        FollowUpState::Planned => t.stage_planned(),
        FollowUpState::UnderWay => t.stage_under_way(),
        FollowUpState::Done => t.stage_done(),
        FollowUpState::Stopped => t.stage_stopped(),
    }
}

/// Why something was removed; empty when the reason is not known.
pub fn removal(t: &Texts, code: Option<&str>) -> String {
    match code.and_then(RemovalReason::parse) {
        Some(RemovalReason::AgainstLaw) => t.removal_against_law(),
        Some(RemovalReason::PersonalData) => t.removal_personal_data(),
        Some(RemovalReason::Offensive) => t.removal_offensive(),
        Some(RemovalReason::Mistake) => t.removal_mistake(),
        None => String::new(),
    }
}
