//! How a decision is carried out. The riktlinje (KF 2020-03-19 § 5, kept in 2023 § 91) asks for follow-up.

use super::codes::text_enum;
use super::text::Note;
use super::time::Day;

text_enum! {
    /// How far a measure has come.
    pub enum FollowUpState {
        /// Decided and planned.
        Planned => "planned",
        /// Work is going on.
        UnderWay => "under_way",
        /// Done.
        Done => "done",
        /// Will not be done after all; the note says why.
        Stopped => "stopped",
    }
}

/// One note in the follow-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// How far it has come.
    pub state: FollowUpState,
    /// The day it came so far.
    pub on: Day,
    /// What was done, or why it stopped, in klarspråk.
    pub note: Note,
}

/// Why a follow-up can not be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowed {
    /// From that state it can not go to this one.
    #[error("can not go from {from} to {to}")]
    Move {
        /// The latest state.
        from: FollowUpState,
        /// The wanted state.
        to: FollowUpState,
    },
    /// The day lies before the previous note or the decision, or in the future.
    #[error("the day does not fit")]
    Day,
}

impl FollowUpState {
    /// Nothing more is expected.
    pub const fn is_final(self) -> bool {
        matches!(self, FollowUpState::Done | FollowUpState::Stopped)
    }

    /// Whether this state may follow on `previous`. The same state again is a further note. What is done stays done;
    /// what was stopped may be planned anew; work under way may fall back to planned.
    pub const fn may_follow(self, previous: Option<FollowUpState>) -> bool {
        use FollowUpState::{Done, Planned, Stopped, UnderWay};
        match previous {
            None | Some(Planned | UnderWay) => true,
            Some(Done) => matches!(self, Done),
            Some(Stopped) => matches!(self, Stopped | Planned),
        }
    }
}

/// Checks a new note against the day of the decision, the latest note and today.
pub fn may_record(
    new: &FollowUp,
    latest: Option<(FollowUpState, Day)>,
    decided_on: Day,
    today: Day,
) -> Result<(), NotAllowed> {
    let earliest = latest.map_or(decided_on, |(_, on)| on.max(decided_on));
    if new.on < earliest || new.on > today {
        return Err(NotAllowed::Day);
    }
    match latest {
        Some((from, _)) if !new.state.may_follow(Some(from)) => Err(NotAllowed::Move {
            from,
            to: new.state,
        }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::FollowUpState::{Done, Planned, Stopped, UnderWay};
    use super::*;

    #[test]
    fn the_allowed_moves_are_these() {
        let after = |from| {
            FollowUpState::ALL
                .iter()
                .copied()
                .filter(|to| to.may_follow(Some(from)))
                .collect::<Vec<_>>()
        };
        assert_eq!(after(Planned), [Planned, UnderWay, Done, Stopped]);
        assert_eq!(after(UnderWay), [Planned, UnderWay, Done, Stopped]);
        assert_eq!(after(Done), [Done]);
        assert_eq!(after(Stopped), [Planned, Stopped]);
        assert!(
            FollowUpState::ALL
                .iter()
                .all(|state| state.may_follow(None))
        );
    }

    #[test]
    fn days_go_forward_from_the_decision_and_never_past_today() {
        let day = |text: &str| Day::parse(text).unwrap();
        let note = |state, on: &str| FollowUp {
            state,
            on: day(on),
            note: Note::parse("Nu är det klart").unwrap(),
        };
        let decided = day("2026-02-01");
        let today = day("2026-06-01");
        assert_eq!(
            may_record(&note(Planned, "2026-02-01"), None, decided, today),
            Ok(())
        );
        assert_eq!(
            may_record(&note(Planned, "2026-01-31"), None, decided, today),
            Err(NotAllowed::Day)
        );
        assert_eq!(
            may_record(&note(Done, "2026-06-02"), None, decided, today),
            Err(NotAllowed::Day)
        );
        let latest = Some((UnderWay, day("2026-04-01")));
        assert_eq!(
            may_record(&note(Done, "2026-03-31"), latest, decided, today),
            Err(NotAllowed::Day)
        );
        assert_eq!(
            may_record(&note(Done, "2026-04-01"), latest, decided, today),
            Ok(())
        );
        let done = Some((Done, day("2026-04-01")));
        assert_eq!(
            may_record(&note(UnderWay, "2026-05-01"), done, decided, today),
            Err(NotAllowed::Move {
                from: Done,
                to: UnderWay
            })
        );
    }
}
