//! The words of cases: stages, steps, warnings, outcomes.

use crate::{
    domain::{
        case_clock::{NextStep, Warning},
        cases::CaseStageCode,
        decisions::{FinalOutcome, FirstOutcome, Round},
        events::EventKind,
        followups::FollowUpState,
        routing::CaseRole,
        settings::Rules,
        time::Day,
    },
    i18n::Texts,
    store::{cases::Case, decisions::Decided},
    web::{components::tag::Tone, layout::Frame},
};

/// A stage, in a word or two.
pub fn stage(t: &Texts, code: CaseStageCode) -> String {
    match code {
        CaseStageCode::Received => t.case_stage_received(),
        CaseStageCode::Registered => t.case_stage_registered(),
        CaseStageCode::OnAgenda => t.case_stage_on_agenda(),
        CaseStageCode::Postponed => t.case_stage_postponed(),
        CaseStageCode::ReferredBack => t.case_stage_referred_back(),
        CaseStageCode::Investigating => t.case_stage_investigating(),
        CaseStageCode::Decided => t.case_stage_decided(),
        CaseStageCode::Closed => t.case_stage_closed(),
    }
}

/// What comes next in a case, as a sentence to whoever handles it.
pub fn next_step(frame: &Frame, case: &Case, rules: &Rules) -> String {
    let t = frame.t;
    let date = |day: Day| frame.locale.date_with_weekday(day);
    if case.role == CaseRole::Informed {
        return t.case_next_informed();
    }
    match case.clock().next_step(rules) {
        NextStep::Register => t.case_next_register(),
        NextStep::PutOnAgenda { by } => t.case_next_agenda(date(by)),
        NextStep::Decide { on, .. } if on < frame.now.day() => t.case_next_meeting_was(date(on)),
        NextStep::Decide { on, .. } => t.case_next_meeting(date(on)),
        NextStep::Investigate { by } => t.case_next_investigate(date(by)),
        NextStep::FollowUp { by } => t.case_next_follow_up(date(by)),
        NextStep::Close => t.case_next_close(),
        NextStep::Nothing => t.case_next_nothing(),
    }
}

/// A warning, as a sentence.
pub fn warning(t: &Texts, warning: Warning, rules: &Rules) -> String {
    match warning {
        Warning::NoMeeting => t.case_warning_no_meeting(),
        Warning::MeetingPassed => t.case_warning_meeting_passed(),
        Warning::Late => t.case_warning_late(rules.late_months.to_string()),
        Warning::FollowUpDue => t.case_warning_follow_up(),
    }
}

/// The warnings of a case; one that is only informed has none.
pub fn warnings(case: &Case, today: Day, rules: &Rules) -> Vec<Warning> {
    match case.role {
        CaseRole::Coordinating => case.clock().warnings(today, rules),
        CaseRole::Informed => Vec::new(),
    }
}

/// The tone of a stage's tag.
pub const fn tone(code: CaseStageCode) -> Tone {
    match code {
        CaseStageCode::Decided => Tone::Done,
        CaseStageCode::Closed => Tone::Plain,
        _ => Tone::Active,
    }
}

/// A decision in plain words, as the resident reads it.
pub fn decided(t: &Texts, body: &str, decided: Decided) -> String {
    match decided {
        Decided::First(FirstOutcome::CarryOut) | Decided::Final(FinalOutcome::CarryOut) => {
            t.case_says_carry_out(body)
        }
        Decided::First(FirstOutcome::NotCarryOut) | Decided::Final(FinalOutcome::NotCarryOut) => {
            t.case_says_not_carry_out(body)
        }
        Decided::First(FirstOutcome::Investigate) => t.case_says_investigate(body),
        Decided::Final(FinalOutcome::NotNow) => t.case_says_not_now(body),
    }
}

/// An outcome to choose, with what it means: code, label, hint.
pub fn outcomes(t: &Texts, round: Round) -> Vec<(&'static str, String, String)> {
    let yes = (
        "carry_out",
        t.case_outcome_carry_out(),
        t.case_outcome_carry_out_hint(),
    );
    let no = (
        "not_carry_out",
        t.case_outcome_not_carry_out(),
        t.case_outcome_not_carry_out_hint(),
    );
    let third = match round {
        Round::First => (
            "investigate",
            t.case_outcome_investigate(),
            t.case_outcome_investigate_hint(),
        ),
        Round::Final => (
            "not_now",
            t.case_outcome_not_now(),
            t.case_outcome_not_now_hint(),
        ),
    };
    vec![yes, no, third]
}

/// How far a measure has come.
pub fn follow_up(t: &Texts, state: FollowUpState) -> String {
    match state {
        FollowUpState::Planned => t.case_state_planned(),
        FollowUpState::UnderWay => t.case_state_under_way(),
        FollowUpState::Done => t.case_state_done(),
        FollowUpState::Stopped => t.case_state_stopped(),
    }
}

/// An event, in a few words.
pub fn event(t: &Texts, kind: EventKind) -> String {
    use EventKind as K;
    match kind {
        K::Submitted => t.case_event_submitted(),
        K::Returned | K::Answered | K::Lapsed | K::Refused | K::Withdrawn | K::ReviewUndone => {
            t.case_event_review()
        }
        K::Published => t.case_event_published(),
        K::Paused => t.case_event_paused(),
        K::Resumed => t.case_event_resumed(),
        K::Reached => t.case_event_reached(),
        K::FellBelow => t.case_event_fell_below(),
        K::ClosedReached | K::ClosedBelow => t.case_event_closed(),
        K::CaseReceived => t.case_event_received(),
        K::CaseRerouted => t.case_event_rerouted(),
        K::CaseRegistered => t.case_event_registered(),
        K::OnAgenda => t.case_event_on_agenda(),
        K::Postponed => t.case_event_postponed(),
        K::ReferredBack => t.case_event_referred_back(),
        K::FirstDecision | K::ImportedDecision => t.case_event_first_decision(),
        K::FinalDecision => t.case_event_final_decision(),
        K::DecisionCorrected => t.case_event_corrected(),
        K::FollowUp => t.case_event_follow_up(),
        K::CaseClosed => t.case_event_case_closed(),
        K::Removed => t.case_event_removed(),
    }
}
