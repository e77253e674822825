//! The facts of a proposal that collects signatures, or did.

use super::time::{Day, Timestamp};

/// The facts of a proposal that is or was open. The threshold is frozen at publication (invariant 6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collecting {
    /// When it was sent in.
    pub submitted_at: Timestamp,
    /// The calendar day of publication.
    pub published_on: Day,
    /// From this instant it may be signed.
    pub opens_at: Timestamp,
    /// From this instant it may no longer be signed: a midnight in Stockholm.
    pub closes_at: Timestamp,
    /// Signatures needed.
    pub threshold: i64,
    /// When the count passed the threshold, while it stays there.
    pub reached_at: Option<Timestamp>,
    /// Since when it is paused.
    pub paused_at: Option<Timestamp>,
}

/// The last calendar day on which a proposal that closes then may be signed.
pub fn last_day(closes_at: Timestamp) -> Day {
    closes_at.day().plus_days(-1)
}

/// Calendar days left after today; 0 on the last day.
pub fn days_left(closes_at: Timestamp, today: Day) -> i64 {
    last_day(closes_at).days_since(today).max(0)
}

impl Collecting {
    /// The last calendar day on which it may be signed.
    pub fn last_day(&self) -> Day {
        last_day(self.closes_at)
    }

    /// Calendar days left after today; 0 on the last day.
    pub fn days_left(&self, today: Day) -> i64 {
        days_left(self.closes_at, today)
    }

    /// Whether a signature received now counts.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.paused_at.is_none() && self.opens_at <= now && now < self.closes_at
    }
}
