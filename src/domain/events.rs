//! What happened to a proposal, as its timeline tells it.

use super::{codes::text_enum, ids::DecisionId, time::Day};
use serde::{Deserialize, Serialize};

text_enum! {
    /// What kind of thing happened.
    pub enum EventKind {
        /// Sent in by its author.
        Submitted => "submitted",
        /// Sent back to its author with a question.
        Returned => "returned",
        /// The author answered and sent it in again.
        Answered => "answered",
        /// The question was not answered in time.
        Lapsed => "lapsed",
        /// Not accepted.
        Refused => "refused",
        /// Taken back by its author.
        Withdrawn => "withdrawn",
        /// A moderator undid a decision of the review.
        ReviewUndone => "review_undone",
        /// Open for signatures.
        Published => "published",
        /// Signing stopped for a time.
        Paused => "paused",
        /// Signing opened again.
        Resumed => "resumed",
        /// The count passed the threshold.
        Reached => "reached",
        /// Signatures were taken back and the count fell below the threshold.
        FellBelow => "fell_below",
        /// Signing ended with enough signatures.
        ClosedReached => "closed_reached",
        /// Signing ended with too few.
        ClosedBelow => "closed_below",
        /// A body received it as a case.
        CaseReceived => "case_received",
        /// Another body was named to coordinate.
        CaseRerouted => "case_rerouted",
        /// Entered in a body's diary.
        CaseRegistered => "case_registered",
        /// Put on the agenda of a meeting.
        OnAgenda => "on_agenda",
        /// Postponed to a later meeting (bordläggning).
        Postponed => "postponed",
        /// Sent back for more work (återremiss).
        ReferredBack => "referred_back",
        /// The first decision.
        FirstDecision => "first_decision",
        /// The final decision after an investigation.
        FinalDecision => "final_decision",
        /// A published decision was corrected.
        DecisionCorrected => "decision_corrected",
        /// How the decision is carried out.
        FollowUp => "follow_up",
        /// Nothing more is done in the case.
        CaseClosed => "case_closed",
        /// Taken away by the city.
        Removed => "removed",
        /// A decision told in the city's minutes, outcome in the words of the minutes.
        ImportedDecision => "imported_decision",
    }
}

/// The facts of an event. A kind uses those that belong to it; the rest are absent. Never personal data.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EventFacts {
    /// The name of the body that acted or received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The diary number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diarienummer: Option<String>,
    /// A coming or new day: the meeting, the last day to answer or to sign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// The paragraph of the minutes: the number alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<String>,
    /// The code of an outcome or a follow-up's state; for imported decisions the words as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// Words that belong to it, as written by staff for residents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Signatures at that moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
    /// Signatures needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<i64>,
    /// The decision it tells of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_facts_are_not_written_and_later_ones_do_not_disturb() {
        let facts = EventFacts {
            count: Some(200),
            ..EventFacts::default()
        };
        assert_eq!(serde_json::to_string(&facts).unwrap(), r#"{"count":200}"#);
        let newer = r#"{"count":200,"something_new":1}"#;
        assert_eq!(serde_json::from_str::<EventFacts>(newer).unwrap(), facts);
    }
}
