//! A case's stage as flat facts, the way a row holds it, and back.

use super::cases::{CaseStage, CaseStageCode, Move, Settled};
use super::decisions::{FinalOutcome, FirstOutcome};
use super::diarienummer::Diarienummer;
use super::time::Day;

/// The facts of a case's stage; those that the stage does not have are `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFacts {
    /// Which stage.
    pub code: CaseStageCode,
    /// The number in the diary.
    pub dnr: Option<Diarienummer>,
    /// The next meeting. Empty once decided.
    pub agenda_on: Option<Day>,
    /// The first decision.
    pub first_outcome: Option<FirstOutcome>,
    /// Its day.
    pub first_decided_on: Option<Day>,
    /// The final decision after an investigation.
    pub final_outcome: Option<FinalOutcome>,
    /// Its day.
    pub final_decided_on: Option<Day>,
    /// The day it was closed.
    pub closed_on: Option<Day>,
}

/// A stored case lacks a fact that it must have: the named column is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the stage {code} needs {fact}")]
pub struct MissingFact {
    /// The stage.
    pub code: CaseStageCode,
    /// The name of the fact in [`CaseFacts`].
    pub fact: &'static str,
}

impl CaseFacts {
    /// The stage that these facts describe.
    pub fn into_stage(self) -> Result<CaseStage, MissingFact> {
        Ok(match self.code {
            CaseStageCode::Received => CaseStage::Received,
            CaseStageCode::Registered => CaseStage::Registered { dnr: self.dnr()? },
            CaseStageCode::OnAgenda => self.on_agenda(None)?,
            CaseStageCode::Postponed => self.on_agenda(Some(Move::Postponed))?,
            CaseStageCode::ReferredBack => self.on_agenda(Some(Move::ReferredBack))?,
            CaseStageCode::Investigating => CaseStage::Investigating {
                dnr: self.dnr()?,
                since: self.need(self.first_decided_on, "first_decided_on")?,
            },
            CaseStageCode::Decided => CaseStage::Decided(self.settled()?),
            CaseStageCode::Closed => CaseStage::Closed {
                settled: self.settled()?,
                closed_on: self.need(self.closed_on, "closed_on")?,
            },
        })
    }

    fn need<T>(&self, value: Option<T>, fact: &'static str) -> Result<T, MissingFact> {
        value.ok_or(MissingFact {
            code: self.code,
            fact,
        })
    }

    fn dnr(&self) -> Result<Diarienummer, MissingFact> {
        self.need(self.dnr.clone(), "diarienummer")
    }

    fn on_agenda(&self, moved: Option<Move>) -> Result<CaseStage, MissingFact> {
        Ok(CaseStage::OnAgenda {
            dnr: self.dnr()?,
            meeting: self.need(self.agenda_on, "agenda_on")?,
            moved,
            investigated_since: self.first_decided_on,
        })
    }

    fn settled(&self) -> Result<Settled, MissingFact> {
        let dnr = self.dnr()?;
        let first_on = self.need(self.first_decided_on, "first_decided_on")?;
        match self.need(self.first_outcome, "first_outcome")?.settled() {
            Some(outcome) => Ok(Settled {
                dnr,
                outcome,
                on: first_on,
                investigated_since: None,
            }),
            None => Ok(Settled {
                dnr,
                outcome: self.need(self.final_outcome, "final_outcome")?,
                on: self.need(self.final_decided_on, "final_decided_on")?,
                investigated_since: Some(first_on),
            }),
        }
    }

    fn with_first(self, outcome: FirstOutcome, on: Day) -> Self {
        CaseFacts {
            first_outcome: Some(outcome),
            first_decided_on: Some(on),
            ..self
        }
    }

    fn with_investigation(self, since: Option<Day>) -> Self {
        match since {
            Some(on) => self.with_first(FirstOutcome::Investigate, on),
            None => self,
        }
    }

    fn with_settled(self, settled: &Settled) -> Self {
        match (settled.investigated_since, settled.outcome) {
            (None, FinalOutcome::CarryOut) => self.with_first(FirstOutcome::CarryOut, settled.on),
            (None, _) => self.with_first(FirstOutcome::NotCarryOut, settled.on),
            (Some(since), outcome) => CaseFacts {
                final_outcome: Some(outcome),
                final_decided_on: Some(settled.on),
                ..self.with_first(FirstOutcome::Investigate, since)
            },
        }
    }
}

impl From<&CaseStage> for CaseFacts {
    fn from(stage: &CaseStage) -> Self {
        let facts = CaseFacts {
            code: stage.code(),
            dnr: stage.dnr().cloned(),
            agenda_on: None,
            first_outcome: None,
            first_decided_on: None,
            final_outcome: None,
            final_decided_on: None,
            closed_on: None,
        };
        match stage {
            CaseStage::Received | CaseStage::Registered { .. } => facts,
            CaseStage::OnAgenda {
                meeting,
                investigated_since,
                ..
            } => CaseFacts {
                agenda_on: Some(*meeting),
                ..facts.with_investigation(*investigated_since)
            },
            CaseStage::Investigating { since, .. } => facts.with_investigation(Some(*since)),
            CaseStage::Decided(settled) => facts.with_settled(settled),
            CaseStage::Closed { settled, closed_on } => CaseFacts {
                closed_on: Some(*closed_on),
                ..facts.with_settled(settled)
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// Every stage in both rounds.
    fn stages() -> Vec<CaseStage> {
        let dnr = Diarienummer::parse("SLK-2024-00177").unwrap();
        let registered = || CaseStage::Registered { dnr: dnr.clone() };
        let first = || {
            registered()
                .put_on_agenda(day("2024-02-01"), day("2024-01-01"))
                .unwrap()
        };
        let decide = |outcome| {
            first()
                .decide_first(
                    outcome,
                    day("2024-02-01"),
                    day("2024-01-01"),
                    day("2025-01-01"),
                )
                .unwrap()
        };
        let investigating = || decide(FirstOutcome::Investigate);
        let again = || {
            investigating()
                .put_on_agenda(day("2024-08-01"), day("2024-01-01"))
                .unwrap()
        };
        let end = |outcome| {
            again()
                .decide_finally(outcome, day("2024-08-01"), day("2025-01-01"))
                .unwrap()
        };
        let mut all = vec![
            CaseStage::Received,
            registered(),
            first(),
            first().move_to(Move::Postponed, day("2024-03-01")).unwrap(),
            investigating(),
            again(),
            again()
                .move_to(Move::ReferredBack, day("2024-09-01"))
                .unwrap(),
            decide(FirstOutcome::CarryOut),
            decide(FirstOutcome::NotCarryOut),
        ];
        for outcome in FinalOutcome::ALL {
            all.push(end(*outcome));
        }
        all.push(
            end(FinalOutcome::NotNow)
                .close(None, day("2024-10-01"))
                .unwrap(),
        );
        all
    }

    #[test]
    fn every_stage_comes_back_from_its_facts() {
        for stage in stages() {
            assert_eq!(CaseFacts::from(&stage).into_stage(), Ok(stage));
        }
    }

    #[test]
    fn a_row_that_lacks_a_fact_is_named_not_guessed() {
        let missing = |facts: CaseFacts| facts.into_stage().unwrap_err().fact;
        let facts = |index: usize| CaseFacts::from(&stages()[index]);
        assert_eq!(
            missing(CaseFacts {
                dnr: None,
                ..facts(1)
            }),
            "diarienummer"
        );
        assert_eq!(
            missing(CaseFacts {
                agenda_on: None,
                ..facts(2)
            }),
            "agenda_on"
        );
        assert_eq!(
            missing(CaseFacts {
                final_outcome: None,
                ..facts(9)
            }),
            "final_outcome"
        );
    }
}
