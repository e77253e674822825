//! Who may sign, and what the count means.

use super::identity::{Residence, TrustLevel};
use super::settings::Rules;
use super::stages::Stage;
use super::time::Timestamp;

/// Why a signature is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The proposal does not collect signatures (not published, removed, or imported).
    #[error("does not collect signatures")]
    NotCollecting,
    /// Signing has not opened yet.
    #[error("not open yet")]
    NotOpenYet,
    /// Signing is paused.
    #[error("paused")]
    Paused,
    /// Signing is over.
    #[error("closed")]
    Closed,
    /// A stronger sign-in is needed.
    #[error("needs the trust level {needed}")]
    TrustTooLow {
        /// The level that this space asks for.
        needed: TrustLevel,
    },
    /// Only residents may sign here, and no area in Göteborg is stated.
    #[error("only residents may sign")]
    NotResident,
}

/// Whether a signature received at `now` counts. Anyone may sign, at any age, wherever she lives
/// (riktlinje KF 2023-12-07 § 91): only the stage and the space's trust level decide, and the residence rule when the
/// council switches it on. That the same person signs once is decided by the database.
pub fn may_sign(
    stage: &Stage,
    now: Timestamp,
    rules: &Rules,
    held: TrustLevel,
    residence: &Residence,
) -> Result<(), Refusal> {
    is_open(stage, now)?;
    if held < rules.sign_level {
        return Err(Refusal::TrustTooLow {
            needed: rules.sign_level,
        });
    }
    if rules.only_residents_sign && residence.area().is_none() {
        return Err(Refusal::NotResident);
    }
    Ok(())
}

/// Whether a signature may be taken back at `now`: while signing is open (riktlinje § 91), also during a pause.
pub fn may_take_back(stage: &Stage, now: Timestamp) -> Result<(), Refusal> {
    match is_open(stage, now) {
        Err(Refusal::Paused) => Ok(()),
        other => other,
    }
}

fn is_open(stage: &Stage, now: Timestamp) -> Result<(), Refusal> {
    match stage {
        Stage::Published(open) if open.paused_at.is_some() => Err(Refusal::Paused),
        Stage::Published(open) if now < open.opens_at => Err(Refusal::NotOpenYet),
        Stage::Published(open) if now >= open.closes_at => Err(Refusal::Closed),
        Stage::Published(_) => Ok(()),
        Stage::Closed { .. } => Err(Refusal::Closed),
        _ => Err(Refusal::NotCollecting),
    }
}

/// The mark for having reached the threshold: set once on passing, kept while the count stays, cleared below it.
pub fn marked_at(
    mark: Option<Timestamp>,
    count: i64,
    threshold: i64,
    now: Timestamp,
) -> Option<Timestamp> {
    if count >= threshold {
        mark.or(Some(now))
    } else {
        None
    }
}

/// What a change of the count means for the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crossing {
    /// The count reached the threshold.
    Reached,
    /// The count fell below it again.
    FellBelow,
}

/// The crossing between two counts, if any.
pub fn crossing(before: i64, after: i64, threshold: i64) -> Option<Crossing> {
    match (before >= threshold, after >= threshold) {
        (false, true) => Some(Crossing::Reached),
        (true, false) => Some(Crossing::FellBelow),
        _ => None,
    }
}

/// How far a proposal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Signatures.
    pub count: i64,
    /// Signatures needed.
    pub threshold: i64,
}

/// The progress of `count` towards `threshold`.
pub fn progress(count: i64, threshold: i64) -> Progress {
    Progress { count, threshold }
}

impl Progress {
    /// Signatures still missing, 0 when none are.
    pub fn missing(self) -> i64 {
        (self.threshold - self.count).max(0)
    }

    /// Whether the threshold is reached.
    pub fn is_reached(self) -> bool {
        self.count >= self.threshold
    }

    /// Whole per cent for a bar, 0 to 100. 100 only when reached: 199 of 200 is 99.
    pub fn percent(self) -> i64 {
        if self.is_reached() {
            100
        } else {
            (i128::from(self.count.max(0)) * 100 / i128::from(self.threshold.max(1))) as i64
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn open() -> Stage {
        let start = at("2026-06-01T08:00:00Z");
        Stage::submit(start)
            .publish(start, &Rules::default())
            .unwrap()
    }

    const DURING: &str = "2026-07-01T08:00:00Z";

    fn sign(
        stage: &Stage,
        now: &str,
        rules: &Rules,
        held: TrustLevel,
        residence: &Residence,
    ) -> Result<(), Refusal> {
        may_sign(stage, at(now), rules, held, residence)
    }

    #[test]
    fn anyone_with_a_confirmed_address_may_sign_wherever_she_lives() {
        for residence in ["10", "not_in_goteborg", "will_not_say", "not_stated"] {
            let residence = Residence::parse(residence).unwrap();
            assert_eq!(
                sign(
                    &open(),
                    DURING,
                    &Rules::default(),
                    TrustLevel::Email,
                    &residence
                ),
                Ok(())
            );
        }
    }

    #[test]
    fn the_stage_and_the_clock_decide_first() {
        let by = |stage: &Stage, now| {
            sign(
                stage,
                now,
                &Rules::default(),
                TrustLevel::Eid,
                &Residence::NotStated,
            )
        };
        assert_eq!(
            by(&open(), "2026-06-01T07:59:59Z"),
            Err(Refusal::NotOpenYet)
        );
        assert_eq!(by(&open(), "2026-08-30T21:59:59Z"), Ok(()));
        assert_eq!(
            by(&open(), "2026-08-30T22:00:00Z"),
            Err(Refusal::Closed),
            "before the closing job has run"
        );
        let closed = open().close(at("2026-08-30T22:00:00Z"), 3).unwrap();
        assert_eq!(by(&closed, "2026-08-30T22:00:00Z"), Err(Refusal::Closed));
        assert_eq!(by(&Stage::Imported, DURING), Err(Refusal::NotCollecting));
        assert_eq!(by(&Stage::Removed, DURING), Err(Refusal::NotCollecting));
        assert_eq!(
            by(&open().pause(at(DURING)).unwrap(), DURING),
            Err(Refusal::Paused)
        );
    }

    #[test]
    fn the_switches_of_the_council_work() {
        let eid = Rules {
            sign_level: TrustLevel::Eid,
            ..Rules::default()
        };
        assert_eq!(
            sign(
                &open(),
                DURING,
                &eid,
                TrustLevel::Email,
                &Residence::NotStated
            ),
            Err(Refusal::TrustTooLow {
                needed: TrustLevel::Eid
            })
        );
        assert_eq!(
            sign(
                &open(),
                DURING,
                &eid,
                TrustLevel::Eid,
                &Residence::NotStated
            ),
            Ok(())
        );
        let residents = Rules {
            only_residents_sign: true,
            ..Rules::default()
        };
        let here = Residence::parse("35").unwrap();
        assert_eq!(
            sign(&open(), DURING, &residents, TrustLevel::Email, &here),
            Ok(())
        );
        for elsewhere in [
            Residence::NotInGoteborg,
            Residence::WillNotSay,
            Residence::NotStated,
        ] {
            assert_eq!(
                sign(&open(), DURING, &residents, TrustLevel::Eid, &elsewhere),
                Err(Refusal::NotResident)
            );
        }
    }

    #[test]
    fn a_signature_can_be_taken_back_while_open_and_while_paused() {
        assert_eq!(may_take_back(&open(), at(DURING)), Ok(()));
        assert_eq!(
            may_take_back(&open().pause(at(DURING)).unwrap(), at(DURING)),
            Ok(())
        );
        assert_eq!(
            may_take_back(&open(), at("2026-08-30T22:00:00Z")),
            Err(Refusal::Closed)
        );
    }

    #[test]
    fn progress_is_full_only_when_the_threshold_is_reached() {
        assert_eq!(
            (progress(199, 200).percent(), progress(199, 200).missing()),
            (99, 1)
        );
        assert_eq!(
            (progress(200, 200).percent(), progress(200, 200).missing()),
            (100, 0)
        );
        assert_eq!(progress(1_410, 200).percent(), 100);
        assert_eq!(progress(0, 200).percent(), 0);
        assert_eq!(progress(999_999, 1_000_000).percent(), 99);
    }

    #[test]
    fn each_crossing_is_told_once() {
        assert_eq!(crossing(199, 200, 200), Some(Crossing::Reached));
        assert_eq!(
            crossing(150, 260, 200),
            Some(Crossing::Reached),
            "a batch may jump over it"
        );
        assert_eq!(crossing(200, 201, 200), None);
        assert_eq!(crossing(200, 199, 200), Some(Crossing::FellBelow));
        assert_eq!(crossing(0, 199, 200), None);
    }
}
