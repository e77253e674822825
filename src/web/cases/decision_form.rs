//! What the form of a decision posts, and what the domain makes of it.

use super::acts::{Problems, day_message, parse_day, text_message};
use crate::{
    domain::{
        cases::{CaseStage, NotAllowed},
        decisions::{Minutes, Paragraph, Round},
        text::{Reason, TextProblem},
        time::Day,
    },
    store::decisions::{Decided, Decision},
    usecases::cases::CaseError,
    web::layout::Frame,
};
use serde::Deserialize;

/// The form of a decision, new or corrected.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DecisionForm {
    /// The hidden id of the form.
    pub form_id: String,
    /// The version of the case that was seen.
    pub version: String,
    /// The outcome's code.
    pub utfall: String,
    /// The day of the meeting.
    pub dag: String,
    /// The paragraph of the minutes.
    pub paragraf: String,
    /// The reason.
    pub skal: String,
    /// Which button: `granska`, `andra` or `publicera`.
    pub steg: String,
}

impl DecisionForm {
    /// An empty form for the meeting that is set.
    pub fn for_meeting(meeting: Option<Day>) -> Self {
        DecisionForm {
            dag: meeting.map(|day| day.to_string()).unwrap_or_default(),
            ..DecisionForm::default()
        }
    }

    /// The form filled with a decision to be corrected.
    pub fn of(decision: &Decision) -> Self {
        DecisionForm {
            utfall: decision.decided.as_str().to_owned(),
            dag: decision.on.to_string(),
            paragraf: decision.paragraph.clone().unwrap_or_default(),
            skal: decision.reason.clone(),
            ..DecisionForm::default()
        }
    }

    /// What was decided.
    ///
    /// # Errors
    /// Every field that can not be read, with the message for it.
    pub fn parse(&self, round: Round, frame: &Frame) -> Result<(Decided, Minutes), Problems> {
        let t = frame.t;
        let mut problems = Problems::new();
        let decided = Decided::parse(round, &self.utfall);
        if decided.is_none() {
            problems.push(("utfall", t.case_error_outcome()));
        }
        let on = parse_day(&self.dag);
        match on {
            None => problems.push(("dag", day_message(t, &self.dag))),
            Some(on) if on > frame.now.day() => {
                problems.push(("dag", t.case_error_day_future()));
            }
            Some(_) => {}
        }
        let paragraph = Paragraph::parse(&self.paragraf);
        let is_written = !self.paragraf.trim().is_empty();
        if is_written && paragraph.is_none() {
            problems.push(("paragraf", t.case_error_paragraph()));
        }
        let reason = Reason::parse(&self.skal);
        if let Err(problem) = &reason {
            let message = match problem {
                TextProblem::Missing => t.case_error_reason_missing(),
                problem => text_message(frame, *problem),
            };
            problems.push(("skal", message));
        }
        match (decided, on, reason) {
            (Some(decided), Some(on), Ok(reason)) if problems.is_empty() => Ok((
                decided,
                Minutes {
                    on,
                    paragraph,
                    reason,
                },
            )),
            _ => Err(problems),
        }
    }
}

/// The decision a case waits for; `None` when no meeting is set.
pub fn round_ahead(stage: &CaseStage) -> Option<(Round, Day)> {
    match stage {
        CaseStage::OnAgenda { meeting, .. } => Some((stage.round_ahead()?, *meeting)),
        _ => None,
    }
}

/// The message beside the field, where a decision was refused for what was written.
pub fn refusal(error: &CaseError, frame: &Frame) -> Option<Problems> {
    let t = frame.t;
    match error {
        CaseError::NotAllowed(NotAllowed::Day) => Some(vec![("dag", t.case_error_day_decision())]),
        CaseError::NotAllowed(NotAllowed::FollowUpOpen) => {
            Some(vec![("utfall", t.case_error_outcome_stands())])
        }
        _ => None,
    }
}
