//! The stages of a proposal: each variant carries the facts true in it, a transition consumes the stage.
//!
//! `Submitted → Published → Closed(reached | below)`, side stages `Returned`, `Lapsed`, `Refused`, `Withdrawn`,
//! `Removed`, and the overlay *paused* inside `Published`. A draft is no proposal yet. An imported proposal stands in
//! `Imported` for ever: what is known of it lies beside the machine.

use super::codes::text_enum;
use super::collecting::Collecting;
use super::settings::Rules;
use super::signatures::marked_at;
use super::time::{Day, Timestamp};

text_enum! {
    /// The stage as it is stored and filtered by.
    pub enum StageCode {
        /// Waits for review.
        Submitted => "submitted",
        /// Sent back with a question.
        Returned => "returned",
        /// The question was not answered in time.
        Lapsed => "lapsed",
        /// Not accepted.
        Refused => "refused",
        /// Taken back by its author before publication.
        Withdrawn => "withdrawn",
        /// Collects signatures (or is paused while doing so).
        Published => "published",
        /// Closed with too few signatures.
        ClosedBelow => "closed_below",
        /// Closed with enough signatures.
        ClosedReached => "closed_reached",
        /// Taken away after publication.
        Removed => "removed",
        /// From the city's data.
        Imported => "imported",
    }
}

/// Where a proposal stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// Waits for review.
    Submitted {
        /// When it was sent, or sent again after a question.
        at: Timestamp,
    },
    /// Sent back with a question to its author.
    Returned {
        /// When it was sent in.
        submitted_at: Timestamp,
        /// The last day on which an answer is taken.
        answer_by: Day,
    },
    /// The question was not answered in time.
    Lapsed {
        /// When it was sent in.
        submitted_at: Timestamp,
    },
    /// Not accepted; the reasons lie with the review.
    Refused {
        /// When it was sent in.
        submitted_at: Timestamp,
    },
    /// Taken back by its author.
    Withdrawn {
        /// When it was sent in.
        submitted_at: Timestamp,
    },
    /// Collects signatures.
    Published(Collecting),
    /// Signing is over.
    Closed {
        /// The facts at closing; `closes_at` is the deadline, whenever the job ran.
        collected: Collecting,
        /// Whether the count at the deadline reached the threshold.
        reached: bool,
    },
    /// Taken away by the city; only the kind of reason is shown.
    Removed,
    /// From the city's data: no transition but removal.
    Imported,
}

/// Why an act is not possible now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowed {
    /// The proposal stands in a stage where this can not be done.
    #[error("not possible in the stage {0}")]
    WrongStage(StageCode),
    /// It is paused, or is not paused.
    #[error("the pause does not fit")]
    Pause,
    /// The time for it has not come.
    #[error("too early")]
    TooEarly,
    /// The time for it has passed.
    #[error("too late")]
    TooLate,
    /// Somebody has signed, so the publication stands.
    #[error("there are signatures")]
    HasSignatures,
}

impl Stage {
    /// A proposal that has just been sent.
    pub fn submit(now: Timestamp) -> Self {
        Stage::Submitted { at: now }
    }

    /// Publishes. It is open from now through calendar day `published_on + open_days`: `closes_at` is the next
    /// midnight in Stockholm (riktlinje KF 2023-12-07 § 91: 90 days from publication).
    pub fn publish(self, now: Timestamp, rules: &Rules) -> Result<Self, NotAllowed> {
        let Stage::Submitted { at } = self else {
            return Err(self.wrong());
        };
        let published_on = now.day();
        Ok(Stage::Published(Collecting {
            submitted_at: at,
            published_on,
            opens_at: now,
            closes_at: published_on.plus_days(rules.open_days + 1).start(),
            threshold: rules.threshold,
            reached_at: None,
            paused_at: None,
        }))
    }

    /// Sends back with a question; the author has `answer_days` calendar days (riktlinje § 91: two weeks).
    pub fn return_to_author(self, now: Timestamp, rules: &Rules) -> Result<Self, NotAllowed> {
        let Stage::Submitted { at } = self else {
            return Err(self.wrong());
        };
        Ok(Stage::Returned {
            submitted_at: at,
            answer_by: now.day().plus_days(rules.answer_days),
        })
    }

    /// Takes the author's answer, through the last day: the proposal waits for review again, from now.
    pub fn answer(self, now: Timestamp) -> Result<Self, NotAllowed> {
        match self {
            Stage::Returned { answer_by, .. } if now.day() <= answer_by => {
                Ok(Stage::Submitted { at: now })
            }
            Stage::Returned { .. } => Err(NotAllowed::TooLate),
            other => Err(other.wrong()),
        }
    }

    /// Lets an unanswered question lapse, after the last day.
    pub fn lapse(self, now: Timestamp) -> Result<Self, NotAllowed> {
        match self {
            Stage::Returned {
                submitted_at,
                answer_by,
            } if now.day() > answer_by => Ok(Stage::Lapsed { submitted_at }),
            Stage::Returned { .. } => Err(NotAllowed::TooEarly),
            other => Err(other.wrong()),
        }
    }

    /// Refuses; the review holds the reasons.
    pub fn refuse(self) -> Result<Self, NotAllowed> {
        let Stage::Submitted { at } = self else {
            return Err(self.wrong());
        };
        Ok(Stage::Refused { submitted_at: at })
    }

    /// The author takes it back. Only before publication: after it, it is also the signers'.
    pub fn withdraw(self) -> Result<Self, NotAllowed> {
        match self {
            Stage::Submitted { at } => Ok(Stage::Withdrawn { submitted_at: at }),
            Stage::Returned { submitted_at, .. } => Ok(Stage::Withdrawn { submitted_at }),
            other => Err(other.wrong()),
        }
    }

    /// Undoes a refusal or a question: it waits for review as before. Who may and when: `reviews::may_undo`.
    pub fn undo_review(self) -> Result<Self, NotAllowed> {
        match self {
            Stage::Refused { submitted_at } | Stage::Returned { submitted_at, .. } => {
                Ok(Stage::Submitted { at: submitted_at })
            }
            other => Err(other.wrong()),
        }
    }

    /// Undoes a publication that nobody has built on.
    pub fn undo_publication(self, signature_count: i64) -> Result<Self, NotAllowed> {
        match self {
            Stage::Published(_) if signature_count > 0 => Err(NotAllowed::HasSignatures),
            Stage::Published(collecting) => Ok(Stage::Submitted {
                at: collecting.submitted_at,
            }),
            other => Err(other.wrong()),
        }
    }

    /// Stops signing for a time.
    pub fn pause(self, now: Timestamp) -> Result<Self, NotAllowed> {
        match self {
            Stage::Published(collecting) if collecting.paused_at.is_some() => {
                Err(NotAllowed::Pause)
            }
            Stage::Published(collecting) if now >= collecting.closes_at => Err(NotAllowed::TooLate),
            Stage::Published(collecting) => Ok(Stage::Published(Collecting {
                paused_at: Some(now),
                ..collecting
            })),
            other => Err(other.wrong()),
        }
    }

    /// Opens again. Every calendar day that was paused, in whole or in part, moves `closes_at` by one day, so that
    /// nobody loses time; two pauses on the same day move it by two.
    pub fn resume(self, now: Timestamp) -> Result<Self, NotAllowed> {
        let Stage::Published(collecting) = self else {
            return Err(self.wrong());
        };
        let Some(paused_at) = collecting.paused_at else {
            return Err(NotAllowed::Pause);
        };
        let paused_days = now.day().days_since(paused_at.day()) + 1;
        let closes_at = collecting.closes_at.day().plus_days(paused_days).start();
        Ok(Stage::Published(Collecting {
            closes_at,
            paused_at: None,
            ..collecting
        }))
    }

    /// Takes a new count: passing the threshold sets the mark, falling below clears it.
    pub fn count_changed(self, count: i64, now: Timestamp) -> Result<Self, NotAllowed> {
        let Stage::Published(collecting) = self else {
            return Err(self.wrong());
        };
        let reached_at = marked_at(collecting.reached_at, count, collecting.threshold, now);
        Ok(Stage::Published(Collecting {
            reached_at,
            ..collecting
        }))
    }

    /// Closes at or after the deadline. The count at the deadline decides; the deadline stays the closing time,
    /// whenever the job ran. A paused proposal does not close.
    pub fn close(self, now: Timestamp, count: i64) -> Result<Self, NotAllowed> {
        match self {
            Stage::Published(collecting) if collecting.paused_at.is_some() => {
                Err(NotAllowed::Pause)
            }
            Stage::Published(collecting) if now < collecting.closes_at => Err(NotAllowed::TooEarly),
            Stage::Published(collecting) => {
                let reached = count >= collecting.threshold;
                let reached_at = marked_at(
                    collecting.reached_at,
                    count,
                    collecting.threshold,
                    collecting.closes_at,
                );
                Ok(Stage::Closed {
                    collected: Collecting {
                        reached_at,
                        ..collecting
                    },
                    reached,
                })
            }
            other => Err(other.wrong()),
        }
    }

    /// Takes a public proposal away.
    pub fn remove(self) -> Result<Self, NotAllowed> {
        if self.is_visible() {
            Ok(Stage::Removed)
        } else {
            Err(self.wrong())
        }
    }

    fn wrong(&self) -> NotAllowed {
        NotAllowed::WrongStage(self.code())
    }

    /// The stored code.
    pub fn code(&self) -> StageCode {
        match self {
            Stage::Submitted { .. } => StageCode::Submitted,
            Stage::Returned { .. } => StageCode::Returned,
            Stage::Lapsed { .. } => StageCode::Lapsed,
            Stage::Refused { .. } => StageCode::Refused,
            Stage::Withdrawn { .. } => StageCode::Withdrawn,
            Stage::Published(_) => StageCode::Published,
            Stage::Closed { reached: false, .. } => StageCode::ClosedBelow,
            Stage::Closed { reached: true, .. } => StageCode::ClosedReached,
            Stage::Removed => StageCode::Removed,
            Stage::Imported => StageCode::Imported,
        }
    }

    /// Anyone may read it.
    pub fn is_visible(&self) -> bool {
        self.code().is_visible()
    }

    /// Was public and is no more: its address answers 410.
    pub fn is_gone(&self) -> bool {
        matches!(self, Stage::Removed)
    }

    /// A signature received now counts.
    pub fn may_be_signed(&self, now: Timestamp) -> bool {
        self.collecting()
            .is_some_and(|collecting| collecting.is_open(now))
    }

    /// A moderator has something to do.
    pub fn is_in_review(&self) -> bool {
        matches!(self, Stage::Submitted { .. })
    }

    /// Its author may change the text.
    pub fn may_be_edited(&self) -> bool {
        matches!(self, Stage::Returned { .. })
    }

    /// Its author may take it back.
    pub fn may_be_withdrawn(&self) -> bool {
        matches!(self, Stage::Submitted { .. } | Stage::Returned { .. })
    }

    /// The closing job should close it.
    pub fn is_due_to_close(&self, now: Timestamp) -> bool {
        self.collecting()
            .is_some_and(|collecting| collecting.paused_at.is_none() && collecting.closes_at <= now)
    }

    /// The facts of an open proposal, paused or not.
    pub fn collecting(&self) -> Option<&Collecting> {
        match self {
            Stage::Published(collecting) => Some(collecting),
            _ => None,
        }
    }
}

impl StageCode {
    /// The stages that anyone may read.
    pub const VISIBLE: &'static [StageCode] = &[
        StageCode::Published,
        StageCode::ClosedBelow,
        StageCode::ClosedReached,
        StageCode::Imported,
    ];

    /// Anyone may read a proposal in this stage.
    pub fn is_visible(self) -> bool {
        Self::VISIBLE.contains(&self)
    }
}

#[cfg(test)]
#[path = "stages_tests.rs"]
mod tests;
