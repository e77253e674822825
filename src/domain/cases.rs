//! A proposal's case at one body: from receipt to a final decision (riktlinje KF 2023-12-07 § 91).
//!
//! `Received → Registered → OnAgenda → first decision → [Investigating → OnAgenda → final decision] → Decided → Closed`.
//! One body coordinates and decides; the others are informed, and their cases stay where they were received.
//! Postponement (bordläggning) and referral back (återremiss) keep the case on an agenda, with a new date.

use super::codes::text_enum;
use super::decisions::{FinalOutcome, FirstOutcome, Round};
use super::diarienummer::Diarienummer;
use super::followups::FollowUpState;
use super::time::Day;

text_enum! {
    /// The stage of a case as it is stored and filtered by.
    pub enum CaseStageCode {
        /// Sent to the body.
        Received => "received",
        /// In the diary.
        Registered => "registered",
        /// On the agenda of a meeting.
        OnAgenda => "on_agenda",
        /// Postponed to a later meeting (bordlagt).
        Postponed => "postponed",
        /// Sent back for more work, with a later meeting (återremitterat).
        ReferredBack => "referred_back",
        /// To be investigated before the final decision.
        Investigating => "investigating",
        /// Decided in the end.
        Decided => "decided",
        /// Nothing more is done.
        Closed => "closed",
    }
}

text_enum! {
    /// Why a case stands on a later meeting than first meant.
    pub enum Move {
        /// Bordläggning: the same papers, a later meeting.
        Postponed => "postponed",
        /// Återremiss: more work first.
        ReferredBack => "referred_back",
    }
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseStage {
    /// Sent to the body, not yet in its diary.
    Received,
    /// In the diary.
    Registered {
        /// Its number there.
        dnr: Diarienummer,
    },
    /// On the agenda.
    OnAgenda {
        /// Its number in the diary.
        dnr: Diarienummer,
        /// The day of the meeting.
        meeting: Day,
        /// Why it was moved here from an earlier meeting.
        moved: Option<Move>,
        /// The day the first decision ordered an investigation; `None` before the first decision.
        investigated_since: Option<Day>,
    },
    /// Under investigation.
    Investigating {
        /// Its number in the diary.
        dnr: Diarienummer,
        /// The day of the first decision.
        since: Day,
    },
    /// Decided in the end.
    Decided(Settled),
    /// Nothing more is done.
    Closed {
        /// What was decided.
        settled: Settled,
        /// The day it was closed.
        closed_on: Day,
    },
}

/// The end of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Its number in the diary.
    pub dnr: Diarienummer,
    /// What was decided.
    pub outcome: FinalOutcome,
    /// The day of the deciding meeting.
    pub on: Day,
    /// The day of the first decision, when an investigation lay between.
    pub investigated_since: Option<Day>,
}

impl Settled {
    /// Whether this was decided the first time at a meeting or after an investigation.
    pub fn round(&self) -> Round {
        round(self.investigated_since)
    }
}

fn round(investigated_since: Option<Day>) -> Round {
    if investigated_since.is_some() {
        Round::Final
    } else {
        Round::First
    }
}

/// Why an act on a case is not possible now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowed {
    /// The case stands in a stage where this can not be done.
    #[error("not possible in the stage {0}")]
    WrongStage(CaseStageCode),
    /// The day lies before what it must follow on, or after today.
    #[error("the day does not fit")]
    Day,
    /// A measure is still to be carried out.
    #[error("the follow-up is not finished")]
    FollowUpOpen,
    /// Only the coordinating body decides.
    #[error("only the coordinating body decides")]
    OnlyCoordinating,
}

impl CaseStage {
    /// Enters it in the diary.
    pub fn register(self, dnr: Diarienummer) -> Result<Self, NotAllowed> {
        match self {
            CaseStage::Received => Ok(CaseStage::Registered { dnr }),
            other => Err(other.wrong()),
        }
    }

    /// Corrects the number in the diary, while the case is not closed.
    pub fn correct_number(self, new: Diarienummer) -> Result<Self, NotAllowed> {
        match self {
            CaseStage::Registered { .. } => Ok(CaseStage::Registered { dnr: new }),
            CaseStage::OnAgenda {
                meeting,
                moved,
                investigated_since,
                ..
            } => Ok(CaseStage::OnAgenda {
                dnr: new,
                meeting,
                moved,
                investigated_since,
            }),
            CaseStage::Investigating { since, .. } => {
                Ok(CaseStage::Investigating { dnr: new, since })
            }
            CaseStage::Decided(settled) => Ok(CaseStage::Decided(Settled {
                dnr: new,
                ..settled
            })),
            other => Err(other.wrong()),
        }
    }

    /// Puts it on the agenda of a meeting, on or after `earliest` (the day it was received, or the first decision).
    /// From an agenda it corrects the day, and a postponement that was recorded stays recorded.
    pub fn put_on_agenda(self, meeting: Day, received_on: Day) -> Result<Self, NotAllowed> {
        let (dnr, moved, investigated_since) = match self {
            CaseStage::Registered { dnr } => (dnr, None, None),
            CaseStage::Investigating { dnr, since } => (dnr, None, Some(since)),
            CaseStage::OnAgenda {
                dnr,
                moved,
                investigated_since,
                ..
            } => (dnr, moved, investigated_since),
            other => return Err(other.wrong()),
        };
        if meeting < investigated_since.unwrap_or(received_on) {
            return Err(NotAllowed::Day);
        }
        Ok(CaseStage::OnAgenda {
            dnr,
            meeting,
            moved,
            investigated_since,
        })
    }

    /// Postpones or refers back, to a later meeting.
    pub fn move_to(self, why: Move, later: Day) -> Result<Self, NotAllowed> {
        match self {
            CaseStage::OnAgenda { meeting, .. } if later <= meeting => Err(NotAllowed::Day),
            CaseStage::OnAgenda {
                dnr,
                investigated_since,
                ..
            } => Ok(CaseStage::OnAgenda {
                dnr,
                meeting: later,
                moved: Some(why),
                investigated_since,
            }),
            other => Err(other.wrong()),
        }
    }

    /// Records the first decision, taken on `on`.
    pub fn decide_first(
        self,
        outcome: FirstOutcome,
        on: Day,
        received_on: Day,
        today: Day,
    ) -> Result<Self, NotAllowed> {
        let CaseStage::OnAgenda {
            dnr,
            investigated_since: None,
            ..
        } = self
        else {
            return Err(self.wrong());
        };
        if on < received_on || on > today {
            return Err(NotAllowed::Day);
        }
        Ok(match outcome.settled() {
            Some(outcome) => CaseStage::Decided(Settled {
                dnr,
                outcome,
                on,
                investigated_since: None,
            }),
            None => CaseStage::Investigating { dnr, since: on },
        })
    }

    /// Records the final decision after an investigation, taken on `on`.
    pub fn decide_finally(
        self,
        outcome: FinalOutcome,
        on: Day,
        today: Day,
    ) -> Result<Self, NotAllowed> {
        let CaseStage::OnAgenda {
            dnr,
            investigated_since: Some(since),
            ..
        } = self
        else {
            return Err(self.wrong());
        };
        if on < since || on > today {
            return Err(NotAllowed::Day);
        }
        Ok(CaseStage::Decided(Settled {
            dnr,
            outcome,
            on,
            investigated_since: Some(since),
        }))
    }

    /// Closes it. What is to be carried out must be done or stopped first.
    pub fn close(self, follow_up: Option<FollowUpState>, today: Day) -> Result<Self, NotAllowed> {
        let CaseStage::Decided(settled) = self else {
            return Err(self.wrong());
        };
        let is_finished = follow_up.map_or(
            settled.outcome != FinalOutcome::CarryOut,
            FollowUpState::is_final,
        );
        if !is_finished {
            return Err(NotAllowed::FollowUpOpen);
        }
        Ok(CaseStage::Closed {
            settled,
            closed_on: today,
        })
    }

    fn wrong(&self) -> NotAllowed {
        NotAllowed::WrongStage(self.code())
    }

    /// The stored code.
    pub fn code(&self) -> CaseStageCode {
        match self {
            CaseStage::Received => CaseStageCode::Received,
            CaseStage::Registered { .. } => CaseStageCode::Registered,
            CaseStage::OnAgenda { moved: None, .. } => CaseStageCode::OnAgenda,
            CaseStage::OnAgenda {
                moved: Some(Move::Postponed),
                ..
            } => CaseStageCode::Postponed,
            CaseStage::OnAgenda {
                moved: Some(Move::ReferredBack),
                ..
            } => CaseStageCode::ReferredBack,
            CaseStage::Investigating { .. } => CaseStageCode::Investigating,
            CaseStage::Decided(_) => CaseStageCode::Decided,
            CaseStage::Closed { .. } => CaseStageCode::Closed,
        }
    }

    /// The number in the diary, once there is one.
    pub fn dnr(&self) -> Option<&Diarienummer> {
        match self {
            CaseStage::Received => None,
            CaseStage::Registered { dnr }
            | CaseStage::OnAgenda { dnr, .. }
            | CaseStage::Investigating { dnr, .. } => Some(dnr),
            CaseStage::Decided(settled) | CaseStage::Closed { settled, .. } => Some(&settled.dnr),
        }
    }

    /// The decision that the next meeting can take; `None` when no meeting is set.
    pub fn round_ahead(&self) -> Option<Round> {
        match self {
            CaseStage::OnAgenda {
                investigated_since, ..
            } => Some(round(*investigated_since)),
            _ => None,
        }
    }

    /// The end of the case, once decided.
    pub fn settled(&self) -> Option<&Settled> {
        match self {
            CaseStage::Decided(settled) | CaseStage::Closed { settled, .. } => Some(settled),
            _ => None,
        }
    }

    /// Another body may still be named to coordinate: no decision has been taken.
    pub fn may_be_rerouted(&self) -> bool {
        match self {
            CaseStage::Received | CaseStage::Registered { .. } => true,
            CaseStage::OnAgenda {
                investigated_since, ..
            } => investigated_since.is_none(),
            _ => false,
        }
    }
}

#[cfg(test)]
#[path = "cases_tests.rs"]
mod tests;
