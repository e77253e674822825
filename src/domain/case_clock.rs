//! How long a case has waited, what comes next, and when it is late.

use super::cases::CaseStage;
use super::decisions::{FinalOutcome, Round};
use super::followups::FollowUpState;
use super::settings::Rules;
use super::time::Day;

/// What happens next with a case, for the proposal's page and the handläggare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// Enter it in the diary.
    Register,
    /// Put it on the agenda of the first possible meeting (riktlinje § 91), at the latest on this day.
    PutOnAgenda {
        /// Our reading of "first possible meeting".
        by: Day,
    },
    /// A meeting decides.
    Decide {
        /// First or final.
        round: Round,
        /// The day of the meeting.
        on: Day,
    },
    /// Investigate and come back, within the house rule.
    Investigate {
        /// The day from which the case counts as late.
        by: Day,
    },
    /// Tell how the decision is carried out.
    FollowUp {
        /// The day of the next note.
        by: Day,
    },
    /// Close the case: all is done.
    Close,
    /// Nothing.
    Nothing,
}

impl NextStep {
    /// The day by which, or on which, it should happen.
    pub fn day(self) -> Option<Day> {
        match self {
            NextStep::PutOnAgenda { by }
            | NextStep::Investigate { by }
            | NextStep::FollowUp { by } => Some(by),
            NextStep::Decide { on, .. } => Some(on),
            NextStep::Register | NextStep::Close | NextStep::Nothing => None,
        }
    }
}

/// What a body should be warned of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Warning {
    /// It stands on no agenda though the first possible meeting should have come.
    NoMeeting,
    /// The day of the meeting has passed and no decision or postponement is recorded.
    MeetingPassed,
    /// No final decision within the house rule (six months).
    Late,
    /// A follow-up is due.
    FollowUpDue,
}

/// The facts that a case's clock needs.
#[derive(Debug, Clone, Copy)]
pub struct CaseClock<'a> {
    /// Where the case stands.
    pub stage: &'a CaseStage,
    /// The day the body received it.
    pub received_on: Day,
    /// The latest follow-up.
    pub follow_up: Option<(FollowUpState, Day)>,
}

impl CaseClock<'_> {
    /// Calendar days from receipt to the final decision, or to today while there is none.
    pub fn days_waited(&self, today: Day) -> i64 {
        let until = self.stage.settled().map_or(today, |settled| settled.on);
        until.days_since(self.received_on).max(0)
    }

    /// The day from which a case without a final decision counts as late.
    pub fn late_from(&self, rules: &Rules) -> Day {
        self.received_on.plus_months(rules.late_months)
    }

    /// What comes next.
    pub fn next_step(&self, rules: &Rules) -> NextStep {
        match self.stage {
            CaseStage::Received => NextStep::Register,
            CaseStage::Registered { .. } => NextStep::PutOnAgenda {
                by: self.received_on.plus_days(rules.agenda_days),
            },
            CaseStage::OnAgenda { meeting, .. } => NextStep::Decide {
                round: self.stage.round_ahead().unwrap_or(Round::First),
                on: *meeting,
            },
            CaseStage::Investigating { .. } => NextStep::Investigate {
                by: self.late_from(rules),
            },
            CaseStage::Decided(settled) => match self.follow_up {
                Some((state, _)) if state.is_final() => NextStep::Close,
                None if settled.outcome != FinalOutcome::CarryOut => NextStep::Close,
                latest => {
                    let since = latest.map_or(settled.on, |(_, on)| on);
                    NextStep::FollowUp {
                        by: since.plus_days(rules.follow_up_days),
                    }
                }
            },
            CaseStage::Closed { .. } => NextStep::Nothing,
        }
    }

    /// What to warn of today, gravest last.
    pub fn warnings(&self, today: Day, rules: &Rules) -> Vec<Warning> {
        let mut warnings = Vec::new();
        let is_waiting_for_agenda = matches!(
            self.stage,
            CaseStage::Received | CaseStage::Registered { .. }
        );
        if is_waiting_for_agenda && today > self.received_on.plus_days(rules.agenda_days) {
            warnings.push(Warning::NoMeeting);
        }
        match self.next_step(rules) {
            NextStep::Decide { on, .. } if today > on => warnings.push(Warning::MeetingPassed),
            NextStep::FollowUp { by } if today > by => warnings.push(Warning::FollowUpDue),
            _ => {}
        }
        if self.stage.settled().is_none() && today >= self.late_from(rules) {
            warnings.push(Warning::Late);
        }
        warnings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decisions::FirstOutcome;
    use crate::domain::diarienummer::Diarienummer;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn clock(stage: &CaseStage) -> CaseClock<'_> {
        CaseClock {
            stage,
            received_on: day("2026-01-31"),
            follow_up: None,
        }
    }

    fn registered() -> CaseStage {
        CaseStage::Received
            .register(Diarienummer::parse("SLK-2026-00001").unwrap())
            .unwrap()
    }

    fn on_agenda() -> CaseStage {
        registered()
            .put_on_agenda(day("2026-03-20"), day("2026-01-31"))
            .unwrap()
    }

    fn decided(outcome: FirstOutcome) -> CaseStage {
        on_agenda()
            .decide_first(
                outcome,
                day("2026-03-20"),
                day("2026-01-31"),
                day("2026-03-21"),
            )
            .unwrap()
    }

    fn warnings(stage: &CaseStage, today: &str) -> Vec<Warning> {
        clock(stage).warnings(day(today), &Rules::default())
    }

    #[test]
    fn waiting_is_counted_to_the_final_decision_only() {
        assert_eq!(clock(&registered()).days_waited(day("2026-02-10")), 10);
        assert_eq!(
            clock(&decided(FirstOutcome::Investigate)).days_waited(day("2027-01-31")),
            365
        );
        assert_eq!(
            clock(&decided(FirstOutcome::CarryOut)).days_waited(day("2027-01-31")),
            48
        );
    }

    #[test]
    fn a_body_is_warned_when_no_meeting_was_set() {
        assert_eq!(warnings(&registered(), "2026-04-01"), []);
        assert_eq!(warnings(&registered(), "2026-04-02"), [Warning::NoMeeting]);
        assert_eq!(
            warnings(&CaseStage::Received, "2026-04-02"),
            [Warning::NoMeeting]
        );
        assert_eq!(warnings(&on_agenda(), "2026-03-20"), []);
        assert_eq!(
            warnings(&on_agenda(), "2026-03-21"),
            [Warning::MeetingPassed]
        );
    }

    #[test]
    fn six_months_are_calendar_months_and_end_with_the_final_decision() {
        let investigating = decided(FirstOutcome::Investigate);
        assert_eq!(warnings(&investigating, "2026-07-30"), []);
        assert_eq!(warnings(&investigating, "2026-07-31"), [Warning::Late]);
        assert_eq!(
            warnings(&registered(), "2026-07-31"),
            [Warning::NoMeeting, Warning::Late]
        );
        assert_eq!(
            warnings(&decided(FirstOutcome::NotCarryOut), "2027-07-31"),
            []
        );
    }

    #[test]
    fn the_next_step_has_a_day_where_there_is_one() {
        let rules = Rules::default();
        let next = |stage: &CaseStage| clock(stage).next_step(&rules);
        assert_eq!(next(&CaseStage::Received), NextStep::Register);
        assert_eq!(
            next(&registered()),
            NextStep::PutOnAgenda {
                by: day("2026-04-01")
            }
        );
        assert_eq!(
            next(&on_agenda()),
            NextStep::Decide {
                round: Round::First,
                on: day("2026-03-20")
            }
        );
        assert_eq!(
            next(&decided(FirstOutcome::Investigate)),
            NextStep::Investigate {
                by: day("2026-07-31")
            }
        );
        assert_eq!(next(&decided(FirstOutcome::NotCarryOut)), NextStep::Close);
        assert_eq!(
            next(&decided(FirstOutcome::CarryOut)),
            NextStep::FollowUp {
                by: day("2026-09-18")
            }
        );
    }

    #[test]
    fn follow_up_is_asked_for_from_the_latest_note_until_it_is_done() {
        let stage = decided(FirstOutcome::CarryOut);
        let rules = Rules::default();
        let with = |state, on: &str| CaseClock {
            follow_up: Some((state, day(on))),
            ..clock(&stage)
        };
        let under_way = with(FollowUpState::UnderWay, "2026-06-01");
        assert_eq!(
            under_way.next_step(&rules),
            NextStep::FollowUp {
                by: day("2026-11-30")
            }
        );
        assert_eq!(
            under_way.warnings(day("2026-12-01"), &rules),
            [Warning::FollowUpDue]
        );
        assert_eq!(
            with(FollowUpState::Done, "2026-06-01").next_step(&rules),
            NextStep::Close
        );
    }
}
