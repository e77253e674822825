//! Living material for the demo: invented proposals, each led to its own stage through the real acts.
//!
//! They are content, written as residents and officials would write them, and marked as examples by their titles.

mod answered;
mod fresh;

use crate::domain::{
    decisions::{FinalOutcome, FirstOutcome},
    followups::FollowUpState,
    proposals::Topic,
    reviews::RefusalReason,
};

/// One example and its way.
pub struct Story {
    /// The title, beginning with "Exempel:".
    pub title: &'static str,
    /// The proposal's text.
    pub text: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// The mellanområde it is about; `None`: the whole city.
    pub area: Option<&'static str>,
    /// Who has to answer.
    pub body: &'static str,
    /// How many days ago it was sent in.
    pub days_ago: i64,
    /// What happened since.
    pub steps: &'static [Step],
}

/// What happens to an example. Days are counted from the step before.
pub enum Step {
    /// A moderator asks a question.
    Return { after: i64, question: &'static str },
    /// A moderator refuses.
    Refuse {
        after: i64,
        reason: RefusalReason,
        note: &'static str,
    },
    /// A moderator publishes.
    Publish { after: i64 },
    /// So many test persons sign, spread over so many days.
    Sign { count: usize, over: i64 },
    /// The days until the close, and the closing.
    Close,
    /// The handläggare registers the case.
    Register { after: i64, dnr: &'static str },
    /// A meeting in so many days.
    Agenda { after: i64, meeting_in: i64 },
    /// The nämnd postpones at the meeting.
    Postpone {
        meeting_in: i64,
        reason: &'static str,
    },
    /// The first decision, at the meeting.
    Decide {
        outcome: FirstOutcome,
        paragraph: &'static str,
        reason: &'static str,
    },
    /// The final decision after an investigation.
    DecideFinally {
        after: i64,
        outcome: FinalOutcome,
        paragraph: &'static str,
        reason: &'static str,
    },
    /// How it is carried out.
    FollowUp {
        after: i64,
        state: FollowUpState,
        note: &'static str,
    },
}

const STADSMILJO: &str = "Stadsmiljönämnden";
const IDROTT: &str = "Idrotts- och föreningsnämnden";

/// All examples, in the order they are made.
pub fn all() -> impl Iterator<Item = &'static Story> {
    fresh::STORIES.iter().chain(answered::STORIES)
}
