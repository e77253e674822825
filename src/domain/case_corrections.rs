//! Correcting a decision that was published wrong. What was built on the decision since must still hold.

use super::cases::{CaseStage, NotAllowed, Settled};
use super::decisions::{FinalOutcome, FirstOutcome};
use super::time::Day;

impl CaseStage {
    /// Corrects the first decision: its day always, its outcome while nothing has been built on it (no new meeting
    /// after an investigation was ordered, no follow-up, not closed).
    pub fn correct_first(
        self,
        outcome: FirstOutcome,
        on: Day,
        received_on: Day,
        today: Day,
        is_followed_up: bool,
    ) -> Result<Self, NotAllowed> {
        if on < received_on || on > today {
            return Err(NotAllowed::Day);
        }
        match self {
            CaseStage::Investigating { dnr, .. } => Ok(after_first(dnr, outcome, on)),
            CaseStage::Decided(settled) if settled.investigated_since.is_none() => {
                let is_same = outcome.settled() == Some(settled.outcome);
                if is_followed_up && !is_same {
                    return Err(NotAllowed::FollowUpOpen);
                }
                Ok(after_first(settled.dnr, outcome, on))
            }
            CaseStage::Closed { settled, closed_on } if settled.investigated_since.is_none() => {
                let is_same = outcome.settled() == Some(settled.outcome);
                ensure(is_same, Settled { on, ..settled })
                    .map(|settled| CaseStage::Closed { settled, closed_on })
            }
            later => later.correct_investigation(outcome, on),
        }
    }

    /// The first decision ordered an investigation that has since led to a meeting: only its day can be wrong.
    fn correct_investigation(self, outcome: FirstOutcome, on: Day) -> Result<Self, NotAllowed> {
        let is_same = outcome == FirstOutcome::Investigate;
        match self {
            CaseStage::OnAgenda {
                dnr,
                meeting,
                moved,
                investigated_since: Some(_),
            } if is_same => {
                let stage = CaseStage::OnAgenda {
                    dnr,
                    meeting,
                    moved,
                    investigated_since: Some(on),
                };
                if on > meeting {
                    return Err(NotAllowed::Day);
                }
                Ok(stage)
            }
            CaseStage::Decided(settled) if is_same => since(settled, on).map(CaseStage::Decided),
            CaseStage::Closed { settled, closed_on } if is_same => {
                since(settled, on).map(|settled| CaseStage::Closed { settled, closed_on })
            }
            other => Err(NotAllowed::WrongStage(other.code())),
        }
    }

    /// Corrects the final decision: its day always, its outcome while there is no follow-up and the case is not closed.
    pub fn correct_final(
        self,
        outcome: FinalOutcome,
        on: Day,
        today: Day,
        is_followed_up: bool,
    ) -> Result<Self, NotAllowed> {
        let (settled, closed_on) = match self {
            CaseStage::Decided(settled) => (settled, None),
            CaseStage::Closed { settled, closed_on } => (settled, Some(closed_on)),
            other => return Err(NotAllowed::WrongStage(other.code())),
        };
        let Some(since) = settled.investigated_since else {
            return Err(NotAllowed::WrongStage(CaseStage::Decided(settled).code()));
        };
        if on < since || on > today {
            return Err(NotAllowed::Day);
        }
        let may_change = closed_on.is_none() && !is_followed_up;
        let is_same = settled.outcome == outcome;
        let settled = ensure(
            may_change || is_same,
            Settled {
                outcome,
                on,
                ..settled
            },
        )?;
        Ok(match closed_on {
            None => CaseStage::Decided(settled),
            Some(closed_on) => CaseStage::Closed { settled, closed_on },
        })
    }
}

fn after_first(
    dnr: super::diarienummer::Diarienummer,
    outcome: FirstOutcome,
    on: Day,
) -> CaseStage {
    match outcome.settled() {
        Some(outcome) => CaseStage::Decided(Settled {
            dnr,
            outcome,
            on,
            investigated_since: None,
        }),
        None => CaseStage::Investigating { dnr, since: on },
    }
}

fn since(settled: Settled, on: Day) -> Result<Settled, NotAllowed> {
    if settled.investigated_since.is_none() || on > settled.on {
        return Err(NotAllowed::Day);
    }
    Ok(Settled {
        investigated_since: Some(on),
        ..settled
    })
}

fn ensure(holds: bool, settled: Settled) -> Result<Settled, NotAllowed> {
    if holds {
        Ok(settled)
    } else {
        Err(NotAllowed::FollowUpOpen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        cases::CaseStageCode, diarienummer::Diarienummer, followups::FollowUpState,
    };

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    const RECEIVED: &str = "2026-01-10";
    const TODAY: &str = "2026-12-01";

    fn decided(outcome: FirstOutcome) -> CaseStage {
        CaseStage::Received
            .register(Diarienummer::parse("SLK-2026-00001").unwrap())
            .unwrap()
            .put_on_agenda(day("2026-02-01"), day(RECEIVED))
            .unwrap()
            .decide_first(outcome, day("2026-02-01"), day(RECEIVED), day(TODAY))
            .unwrap()
    }

    fn first(
        case: CaseStage,
        outcome: FirstOutcome,
        on: &str,
        followed: bool,
    ) -> Result<CaseStage, NotAllowed> {
        case.correct_first(outcome, day(on), day(RECEIVED), day(TODAY), followed)
    }

    #[test]
    fn a_wrong_outcome_is_corrected_while_nothing_is_built_on_it() {
        let yes = decided(FirstOutcome::CarryOut);
        let no = first(yes.clone(), FirstOutcome::NotCarryOut, "2026-02-02", false).unwrap();
        assert_eq!(no.settled().unwrap().outcome, FinalOutcome::NotCarryOut);
        assert_eq!(no.settled().unwrap().on, day("2026-02-02"));
        let investigating =
            first(yes.clone(), FirstOutcome::Investigate, "2026-02-01", false).unwrap();
        assert_eq!(investigating.code(), CaseStageCode::Investigating);
        assert_eq!(
            first(yes.clone(), FirstOutcome::NotCarryOut, "2026-02-01", true),
            Err(NotAllowed::FollowUpOpen)
        );
        assert!(first(yes.clone(), FirstOutcome::CarryOut, "2026-02-03", true).is_ok());
        assert_eq!(
            first(yes, FirstOutcome::CarryOut, "2026-12-02", true),
            Err(NotAllowed::Day)
        );
    }

    #[test]
    fn an_investigation_that_led_to_a_meeting_keeps_its_outcome() {
        let again = decided(FirstOutcome::Investigate)
            .put_on_agenda(day("2026-06-01"), day(RECEIVED))
            .unwrap();
        assert!(first(again.clone(), FirstOutcome::CarryOut, "2026-02-01", false).is_err());
        assert_eq!(
            first(
                again.clone(),
                FirstOutcome::Investigate,
                "2026-06-02",
                false
            ),
            Err(NotAllowed::Day)
        );
        assert!(first(again, FirstOutcome::Investigate, "2026-02-03", false).is_ok());
    }

    #[test]
    fn a_final_decision_is_corrected_until_it_is_followed_up_or_closed() {
        let end = || {
            decided(FirstOutcome::Investigate)
                .put_on_agenda(day("2026-06-01"), day(RECEIVED))
                .unwrap()
                .decide_finally(FinalOutcome::CarryOut, day("2026-06-01"), day(TODAY))
                .unwrap()
        };
        let correct = |case: CaseStage, outcome, followed| {
            case.correct_final(outcome, day("2026-06-02"), day(TODAY), followed)
        };
        assert!(correct(end(), FinalOutcome::NotNow, false).is_ok());
        assert_eq!(
            correct(end(), FinalOutcome::NotNow, true),
            Err(NotAllowed::FollowUpOpen)
        );
        let closed = end().close(Some(FollowUpState::Done), day(TODAY)).unwrap();
        assert!(correct(closed.clone(), FinalOutcome::CarryOut, true).is_ok());
        assert!(correct(closed, FinalOutcome::NotCarryOut, true).is_err());
        assert!(
            correct(
                decided(FirstOutcome::CarryOut),
                FinalOutcome::CarryOut,
                false
            )
            .is_err()
        );
    }

    #[test]
    fn nothing_is_corrected_before_it_was_decided() {
        let waiting = first(
            CaseStage::Received,
            FirstOutcome::CarryOut,
            "2026-02-01",
            false,
        );
        assert_eq!(
            waiting,
            Err(NotAllowed::WrongStage(CaseStageCode::Received))
        );
    }
}
