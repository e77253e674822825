//! The words of cases: stages, steps, warnings, outcomes.

use crate::{
    domain::{
        case_clock::{NextStep, Warning},
        cases::CaseStageCode,
        decisions::Round,
        routing::CaseRole,
        settings::Rules,
        time::Day,
    },
    i18n::Texts,
    store::cases::Case,
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
