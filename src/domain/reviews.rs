//! The review of a proposal before publication: `Waiting → Claimed → Decided` (riktlinje KF 2023-12-07 § 91).

use super::codes::text_enum;
use super::ids::PersonId;
use super::settings::Rules;
use super::time::{Day, Timestamp};

text_enum! {
    /// Why a proposal is refused: the grounds of the riktlinje § 91. Each has a text that the proposer gets.
    pub enum RefusalReason {
        /// Against the law.
        AgainstLaw => "against_law",
        /// Concerns one person's own case.
        IndividualCase => "individual_case",
        /// The municipality's internal organisation or its staff.
        InternalMatter => "internal_matter",
        /// Markets a product or a business.
        Marketing => "marketing",
        /// Insulting or offensive.
        Offensive => "offensive",
        /// Not the municipality's business, or another authority's responsibility.
        NotMunicipal => "not_municipal",
        /// In truth an application for a grant.
        GrantApplication => "grant_application",
    }
}

impl RefusalReason {
    /// Whether the text must stay hidden wherever refusals are shown, since showing it would do the harm that the
    /// reason guards against. A refused proposal is never published; this is for lists and logs of refusals.
    pub const fn forces_hiding(self) -> bool {
        match self {
            RefusalReason::AgainstLaw
            | RefusalReason::IndividualCase
            | RefusalReason::InternalMatter
            | RefusalReason::Marketing
            | RefusalReason::Offensive => true,
            RefusalReason::NotMunicipal | RefusalReason::GrantApplication => false,
        }
    }
}

text_enum! {
    /// Why a proposal is sent back with a question (riktlinje § 91).
    pub enum ReturnReason {
        /// Unclear.
        Unclear => "unclear",
        /// Several matters in one.
        SeveralMatters => "several_matters",
    }
}

text_enum! {
    /// The kind of reason shown where a published proposal was taken away.
    pub enum RemovalReason {
        /// Against the law.
        AgainstLaw => "against_law",
        /// Holds personal data that may not be public.
        PersonalData => "personal_data",
        /// Insulting or offensive.
        Offensive => "offensive",
        /// Published by mistake.
        Mistake => "mistake",
    }
}

impl RemovalReason {
    /// A removal is confirmed by a second pair of eyes.
    pub fn may_confirm(asked_by: PersonId, confirming: PersonId) -> bool {
        asked_by != confirming
    }
}

text_enum! {
    /// What a review decided.
    pub enum Verdict {
        /// Published.
        Published => "published",
        /// Sent back with a question.
        Returned => "returned",
        /// Refused.
        Refused => "refused",
    }
}

impl Verdict {
    /// The verdict that this step gave, if it gave one.
    pub const fn of(step: ReviewStep) -> Option<Self> {
        match step {
            ReviewStep::Published => Some(Verdict::Published),
            ReviewStep::Returned => Some(Verdict::Returned),
            ReviewStep::Refused => Some(Verdict::Refused),
            _ => None,
        }
    }
}

text_enum! {
    /// A line in the history of a review: what was done, by whom and why lie beside it.
    pub enum ReviewStep {
        /// Published.
        Published => "published",
        /// Sent back with a question.
        Returned => "returned",
        /// Refused.
        Refused => "refused",
        /// The verdict before it was undone.
        Undone => "undone",
        /// A coordinator took it over from a colleague.
        TakenOver => "taken_over",
        /// The question was not answered in time.
        Lapsed => "lapsed",
        /// Someone asks a colleague to confirm that it is taken away.
        RemovalAsked => "removal_asked",
        /// Nothing came of the removal that was asked for.
        RemovalDeclined => "removal_declined",
        /// Taken away, confirmed by a second person.
        Removed => "removed",
    }
}

/// Where a review stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewState {
    /// Nobody works on it.
    Waiting,
    /// A moderator works on it, until the lease ends.
    Claimed {
        /// Who.
        by: PersonId,
        /// Until when nobody else may simply take it.
        until: Timestamp,
    },
    /// Decided.
    Decided,
}

/// A review: what is due when, and which version a moderator must have seen to change it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The last day within the city's promise.
    pub due: Day,
    /// Grows with every change of the review or the text.
    pub version: i64,
    /// Where it stands.
    pub state: ReviewState,
}

/// Why an act on a review is not possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowed {
    /// Somebody changed it since the page was shown.
    #[error("changed since it was read")]
    Stale,
    /// A colleague works on it.
    #[error("claimed by a colleague")]
    ClaimedByOther,
    /// It must be claimed first.
    #[error("not claimed")]
    NotClaimed,
    /// It is already decided.
    #[error("already decided")]
    Decided,
    /// A refusal or a question needs at least one reason.
    #[error("no reason is given")]
    NoReason,
}

/// The last day to review what was sent at `submitted_at` (riktlinje § 91: within two weeks).
pub fn due_on(submitted_at: Timestamp, rules: &Rules) -> Day {
    submitted_at.day().plus_days(rules.review_days)
}

impl Review {
    /// The review of what was just sent, or sent again after a question.
    pub fn open(submitted_at: Timestamp, version: i64, rules: &Rules) -> Self {
        Review {
            due: due_on(submitted_at, rules),
            version,
            state: ReviewState::Waiting,
        }
    }

    /// Days past due; 0 while it is in time or decided.
    pub fn days_late(&self, today: Day) -> i64 {
        match self.state {
            ReviewState::Decided => 0,
            _ => today.days_since(self.due).max(0),
        }
    }

    /// Refuses a write by someone who saw another version.
    pub fn expect_version(&self, seen: i64) -> Result<(), NotAllowed> {
        if seen == self.version {
            Ok(())
        } else {
            Err(NotAllowed::Stale)
        }
    }

    /// Takes it to work on: free ones, one's own (the lease begins anew), and a colleague's whose lease has ended.
    pub fn claim(self, by: PersonId, now: Timestamp, rules: &Rules) -> Result<Self, NotAllowed> {
        match self.state {
            ReviewState::Claimed { by: other, until } if other != by && now < until => {
                Err(NotAllowed::ClaimedByOther)
            }
            ReviewState::Decided => Err(NotAllowed::Decided),
            _ => Ok(self.claimed(by, now, rules)),
        }
    }

    /// Takes it from a colleague although the lease runs. Who may: `Powers::may_oversee_reviews`.
    pub fn take_over(
        self,
        by: PersonId,
        now: Timestamp,
        rules: &Rules,
    ) -> Result<Self, NotAllowed> {
        match self.state {
            ReviewState::Decided => Err(NotAllowed::Decided),
            _ => Ok(self.claimed(by, now, rules)),
        }
    }

    /// Leaves it to others.
    pub fn release(self, by: PersonId) -> Result<Self, NotAllowed> {
        self.held_by(by)?;
        Ok(Review {
            version: self.version + 1,
            state: ReviewState::Waiting,
            ..self
        })
    }

    /// Decides. The decider holds the claim; a lease that has ended is no bar while nobody else took it.
    pub fn decide(
        self,
        by: PersonId,
        seen: i64,
        verdict: Verdict,
        reason_count: usize,
    ) -> Result<Self, NotAllowed> {
        self.expect_version(seen)?;
        self.held_by(by)?;
        if verdict != Verdict::Published && reason_count == 0 {
            return Err(NotAllowed::NoReason);
        }
        Ok(Review {
            version: self.version + 1,
            state: ReviewState::Decided,
            ..self
        })
    }

    fn claimed(self, by: PersonId, now: Timestamp, rules: &Rules) -> Self {
        let until = now.plus_seconds(rules.claim_minutes * 60);
        Review {
            version: self.version + 1,
            state: ReviewState::Claimed { by, until },
            ..self
        }
    }

    fn held_by(&self, person: PersonId) -> Result<(), NotAllowed> {
        match self.state {
            ReviewState::Claimed { by, .. } if by == person => Ok(()),
            ReviewState::Claimed { .. } => Err(NotAllowed::ClaimedByOther),
            ReviewState::Waiting => Err(NotAllowed::NotClaimed),
            ReviewState::Decided => Err(NotAllowed::Decided),
        }
    }
}

/// A decided review that someone wants to undo.
#[derive(Debug, Clone, Copy)]
pub struct Undo {
    /// What was decided.
    pub verdict: Verdict,
    /// When.
    pub decided_at: Timestamp,
    /// Signatures since.
    pub signature_count: i64,
    /// The person undoing is the one who decided.
    pub is_decider: bool,
    /// The person undoing may oversee reviews (a coordinator).
    pub is_overseer: bool,
}

/// Why a decision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UndoRefusal {
    /// Somebody has signed.
    #[error("there are signatures")]
    HasSignatures,
    /// The time for it has passed.
    #[error("too late")]
    TooLate,
    /// Only the decider or a coordinator may.
    #[error("not yours to undo")]
    NotYours,
}

/// Whether a decision can be undone. Our rule, since the riktlinje has none: nothing that others have built on is undone.
/// * A publication: within `undo_hours` and only while nobody has signed; afterwards it can be paused or removed.
/// * A refusal: by a coordinator at any time, since a proposer may come with a good objection; by the decider within
///   `undo_hours`.
/// * A question: by the decider or a coordinator within `undo_hours`; afterwards the author may be writing the answer.
pub fn may_undo(undo: Undo, now: Timestamp, rules: &Rules) -> Result<(), UndoRefusal> {
    if !undo.is_decider && !undo.is_overseer {
        return Err(UndoRefusal::NotYours);
    }
    if undo.verdict == Verdict::Published && undo.signature_count > 0 {
        return Err(UndoRefusal::HasSignatures);
    }
    let is_fresh = now.seconds_since(undo.decided_at) <= rules.undo_hours * 3_600;
    let is_reopened_refusal = undo.verdict == Verdict::Refused && undo.is_overseer;
    if is_fresh || is_reopened_refusal {
        Ok(())
    } else {
        Err(UndoRefusal::TooLate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const ONE: PersonId = PersonId(Uuid::from_u128(1));
    const TWO: PersonId = PersonId(Uuid::from_u128(2));

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn rules() -> Rules {
        Rules::default()
    }

    fn open() -> Review {
        Review::open(at("2026-03-20T23:30:00Z"), 1, &rules())
    }

    #[test]
    fn two_weeks_are_calendar_days_in_goteborg() {
        assert_eq!(
            open().due.to_string(),
            "2026-04-04",
            "sent on 21 March, half past midnight"
        );
        let late = |today: &str| open().days_late(Day::parse(today).unwrap());
        assert_eq!(
            (late("2026-04-04"), late("2026-04-05"), late("2026-04-14")),
            (0, 1, 10)
        );
    }

    #[test]
    fn one_moderator_works_on_it_at_a_time() {
        let now = at("2026-03-23T08:00:00Z");
        let claimed = open().claim(ONE, now, &rules()).unwrap();
        assert_eq!(
            claimed
                .clone()
                .claim(TWO, now.plus_seconds(3_599), &rules()),
            Err(NotAllowed::ClaimedByOther)
        );
        assert!(
            claimed
                .clone()
                .claim(TWO, now.plus_seconds(3_600), &rules())
                .is_ok(),
            "the lease has ended"
        );
        assert!(
            claimed
                .clone()
                .claim(ONE, now.plus_seconds(60), &rules())
                .is_ok(),
            "one's own"
        );
        let taken = claimed.take_over(TWO, now, &rules()).unwrap();
        assert_eq!(
            taken
                .clone()
                .decide(ONE, taken.version, Verdict::Published, 0),
            Err(NotAllowed::ClaimedByOther)
        );
        assert!(
            taken
                .release(TWO)
                .unwrap()
                .claim(ONE, now, &rules())
                .is_ok()
        );
    }

    #[test]
    fn a_decision_on_an_old_version_is_refused() {
        let claimed = open()
            .claim(ONE, at("2026-03-23T08:00:00Z"), &rules())
            .unwrap();
        assert_eq!(
            claimed.clone().decide(ONE, 1, Verdict::Published, 0),
            Err(NotAllowed::Stale)
        );
        let decided = claimed.decide(ONE, 2, Verdict::Published, 0).unwrap();
        assert_eq!(
            decided.clone().decide(ONE, 3, Verdict::Published, 0),
            Err(NotAllowed::Decided)
        );
        assert_eq!(
            decided.claim(TWO, at("2026-03-24T08:00:00Z"), &rules()),
            Err(NotAllowed::Decided)
        );
        assert_eq!(
            open().decide(ONE, 1, Verdict::Published, 0),
            Err(NotAllowed::NotClaimed)
        );
    }

    #[test]
    fn the_reason_for_a_refusal_must_always_be_given() {
        let claimed = || {
            open()
                .claim(ONE, at("2026-03-23T08:00:00Z"), &rules())
                .unwrap()
        };
        for verdict in [Verdict::Refused, Verdict::Returned] {
            assert_eq!(
                claimed().decide(ONE, 2, verdict, 0),
                Err(NotAllowed::NoReason)
            );
            assert!(claimed().decide(ONE, 2, verdict, 1).is_ok());
        }
    }

    #[test]
    fn nothing_that_others_have_built_on_is_undone() {
        let decided_at = at("2026-03-23T08:00:00Z");
        let undo = |verdict| Undo {
            verdict,
            decided_at,
            signature_count: 0,
            is_decider: true,
            is_overseer: false,
        };
        let coordinator = |verdict| Undo {
            is_decider: false,
            is_overseer: true,
            ..undo(verdict)
        };
        let fresh = at("2026-03-24T08:00:00Z");
        let late = fresh.plus_seconds(1);
        for verdict in Verdict::ALL {
            assert_eq!(may_undo(undo(*verdict), fresh, &rules()), Ok(()));
            assert_eq!(
                may_undo(undo(*verdict), late, &rules()),
                Err(UndoRefusal::TooLate)
            );
            let stranger = Undo {
                is_decider: false,
                ..undo(*verdict)
            };
            assert_eq!(
                may_undo(stranger, fresh, &rules()),
                Err(UndoRefusal::NotYours)
            );
        }
        let signed = Undo {
            signature_count: 1,
            ..coordinator(Verdict::Published)
        };
        assert_eq!(
            may_undo(signed, fresh, &rules()),
            Err(UndoRefusal::HasSignatures)
        );
        assert_eq!(
            may_undo(coordinator(Verdict::Refused), late, &rules()),
            Ok(())
        );
        assert_eq!(
            may_undo(coordinator(Verdict::Published), late, &rules()),
            Err(UndoRefusal::TooLate)
        );
    }

    #[test]
    fn a_removal_needs_a_second_pair_of_eyes() {
        assert!(!RemovalReason::may_confirm(ONE, ONE));
        assert!(RemovalReason::may_confirm(ONE, TWO));
    }

    #[test]
    fn the_riktlinje_has_seven_grounds_and_two_questions() {
        assert_eq!((RefusalReason::ALL.len(), ReturnReason::ALL.len()), (7, 2));
        assert!(
            RefusalReason::Offensive.forces_hiding()
                && !RefusalReason::NotMunicipal.forces_hiding()
        );
    }
}
