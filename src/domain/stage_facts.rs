//! A stage as flat facts, the way a row holds it, and back.

use super::collecting::Collecting;
use super::stages::{Stage, StageCode};
use super::time::{Day, Timestamp};

/// The facts of a stage; those that the stage does not have are `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageFacts {
    /// Which stage.
    pub code: StageCode,
    /// When it was sent in.
    pub submitted_at: Option<Timestamp>,
    /// The last day to answer a question.
    pub answer_by: Option<Day>,
    /// The day of publication.
    pub published_on: Option<Day>,
    /// Signing is open from.
    pub opens_at: Option<Timestamp>,
    /// Signing is over from.
    pub closes_at: Option<Timestamp>,
    /// Signatures needed.
    pub threshold: Option<i64>,
    /// When the threshold was passed.
    pub reached_at: Option<Timestamp>,
    /// Paused since.
    pub paused_at: Option<Timestamp>,
}

/// A stored stage lacks a fact that it must have: the named column is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the stage {code} needs {fact}")]
pub struct MissingFact {
    /// The stage.
    pub code: StageCode,
    /// The name of the fact in [`StageFacts`].
    pub fact: &'static str,
}

impl StageFacts {
    fn only(code: StageCode) -> Self {
        StageFacts {
            code,
            submitted_at: None,
            answer_by: None,
            published_on: None,
            opens_at: None,
            closes_at: None,
            threshold: None,
            reached_at: None,
            paused_at: None,
        }
    }

    /// The stage that these facts describe.
    pub fn into_stage(self) -> Result<Stage, MissingFact> {
        let submitted_at = || self.need(self.submitted_at, "submitted_at");
        Ok(match self.code {
            StageCode::Submitted => Stage::Submitted {
                at: submitted_at()?,
            },
            StageCode::Returned => Stage::Returned {
                submitted_at: submitted_at()?,
                answer_by: self.need(self.answer_by, "answer_by")?,
            },
            StageCode::Lapsed => Stage::Lapsed {
                submitted_at: submitted_at()?,
            },
            StageCode::Refused => Stage::Refused {
                submitted_at: submitted_at()?,
            },
            StageCode::Withdrawn => Stage::Withdrawn {
                submitted_at: submitted_at()?,
            },
            StageCode::Published => Stage::Published(self.collecting()?),
            StageCode::ClosedBelow => Stage::Closed {
                collected: self.collecting()?,
                reached: false,
            },
            StageCode::ClosedReached => Stage::Closed {
                collected: self.collecting()?,
                reached: true,
            },
            StageCode::Removed => Stage::Removed,
            StageCode::Imported => Stage::Imported,
        })
    }

    fn need<T>(&self, value: Option<T>, fact: &'static str) -> Result<T, MissingFact> {
        value.ok_or(MissingFact {
            code: self.code,
            fact,
        })
    }

    fn collecting(&self) -> Result<Collecting, MissingFact> {
        Ok(Collecting {
            submitted_at: self.need(self.submitted_at, "submitted_at")?,
            published_on: self.need(self.published_on, "published_on")?,
            opens_at: self.need(self.opens_at, "opens_at")?,
            closes_at: self.need(self.closes_at, "closes_at")?,
            threshold: self.need(self.threshold, "threshold")?,
            reached_at: self.reached_at,
            paused_at: self.paused_at,
        })
    }
}

impl From<&Stage> for StageFacts {
    fn from(stage: &Stage) -> Self {
        let facts = StageFacts::only(stage.code());
        match stage {
            Stage::Submitted { at: submitted_at }
            | Stage::Lapsed { submitted_at }
            | Stage::Refused { submitted_at }
            | Stage::Withdrawn { submitted_at } => StageFacts {
                submitted_at: Some(*submitted_at),
                ..facts
            },
            Stage::Returned {
                submitted_at,
                answer_by,
            } => StageFacts {
                submitted_at: Some(*submitted_at),
                answer_by: Some(*answer_by),
                ..facts
            },
            Stage::Published(open)
            | Stage::Closed {
                collected: open, ..
            } => StageFacts {
                submitted_at: Some(open.submitted_at),
                published_on: Some(open.published_on),
                opens_at: Some(open.opens_at),
                closes_at: Some(open.closes_at),
                threshold: Some(open.threshold),
                reached_at: open.reached_at,
                paused_at: open.paused_at,
                ..facts
            },
            Stage::Removed | Stage::Imported => facts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::Rules;

    fn one_of_each() -> Vec<Stage> {
        let now = Timestamp::parse("2026-06-01T08:00:00Z").unwrap();
        let rules = Rules::default();
        let submitted = || Stage::submit(now);
        let published = || submitted().publish(now, &rules).unwrap();
        let later = now.plus_seconds(200 * 86_400);
        vec![
            submitted(),
            submitted().return_to_author(now, &rules).unwrap(),
            submitted()
                .return_to_author(now, &rules)
                .unwrap()
                .lapse(later)
                .unwrap(),
            submitted().refuse().unwrap(),
            submitted().withdraw().unwrap(),
            published().pause(now).unwrap(),
            published().close(later, 199).unwrap(),
            published().close(later, 200).unwrap(),
            Stage::Removed,
            Stage::Imported,
        ]
    }

    #[test]
    fn every_stage_comes_back_from_its_facts() {
        let stages = one_of_each();
        assert_eq!(
            stages.iter().map(Stage::code).collect::<Vec<_>>(),
            StageCode::ALL
        );
        for stage in stages {
            assert_eq!(StageFacts::from(&stage).into_stage(), Ok(stage));
        }
    }

    #[test]
    fn a_row_that_lacks_a_fact_is_named_not_guessed() {
        let facts = StageFacts {
            closes_at: None,
            ..StageFacts::from(&one_of_each()[5])
        };
        assert_eq!(
            facts.into_stage(),
            Err(MissingFact {
                code: StageCode::Published,
                fact: "closes_at"
            })
        );
    }
}
