//! One instant type and one day type for the whole system.
//!
//! An instant is whole microseconds in UTC, because the two engines' own time types sort and round differently.
//! A day is a calendar day in Göteborg: every rule of the riktlinje counts such days.

use jiff::{Span, ToSpan, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

static STOCKHOLM: LazyLock<TimeZone> = LazyLock::new(|| {
    TimeZone::get("Europe/Stockholm").expect("the time zone data is compiled into the binary")
});

/// An instant: microseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From microseconds since 1970-01-01 UTC.
    pub const fn from_micros(micros: i64) -> Self {
        Timestamp(micros)
    }

    /// Microseconds since 1970-01-01 UTC.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Parses RFC 3339, such as `2026-11-21T04:00:00Z`.
    pub fn parse(text: &str) -> Option<Self> {
        let instant: jiff::Timestamp = text.parse().ok()?;
        Some(Timestamp(instant.as_microsecond()))
    }

    /// This instant later by so many seconds.
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Timestamp(self.0 + seconds * 1_000_000)
    }

    /// Whole seconds from `earlier` to this instant, negative when it lies before.
    pub const fn seconds_since(self, earlier: Timestamp) -> i64 {
        (self.0 - earlier.0) / 1_000_000
    }

    /// The calendar day in Göteborg.
    pub fn day(self) -> Day {
        Day(self.zoned().date())
    }

    /// Hour and minute in Göteborg.
    pub fn hour_minute(self) -> (i8, i8) {
        let zoned = self.zoned();
        (zoned.hour(), zoned.minute())
    }

    /// RFC 3339 in UTC with whole seconds, for JSON, feeds and mail headers.
    pub fn rfc3339(self) -> String {
        self.instant().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    fn instant(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }

    fn zoned(self) -> jiff::Zoned {
        self.instant().to_zoned(STOCKHOLM.clone())
    }
}

/// A calendar day in Europe/Stockholm, written `2026-11-21`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(Date);

impl Day {
    /// A day from year, month and day of the month; `None` when there is no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Day)
    }

    /// Parses `2026-11-21`.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Day)
    }

    /// The first instant of this day.
    pub fn start(self) -> Timestamp {
        let zoned = self
            .0
            .to_zoned(STOCKHOLM.clone())
            .unwrap_or_else(|_| jiff::Timestamp::UNIX_EPOCH.to_zoned(STOCKHOLM.clone()));
        Timestamp(zoned.timestamp().as_microsecond())
    }

    /// This day moved by so many calendar days, forward or back.
    pub fn plus_days(self, days: i64) -> Self {
        Day(self.0.saturating_add(days.days()))
    }

    /// This day moved by so many calendar months; the 31st becomes the last day of a shorter month.
    pub fn plus_months(self, months: i64) -> Self {
        Day(self.0.saturating_add(months.months()))
    }

    /// Calendar days from `earlier` to this day, negative when it lies before.
    pub fn days_since(self, earlier: Day) -> i64 {
        let span: Span = self.0 - earlier.0;
        i64::from(span.get_days())
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day of the week: Monday is 1, Sunday is 7 (ISO 8601).
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_goteborg_summer_and_winter() {
        let winter = Day::new(2026, 1, 15).unwrap();
        let summer = Day::new(2026, 7, 15).unwrap();
        assert_eq!(winter.start().rfc3339(), "2026-01-14T23:00:00Z");
        assert_eq!(summer.start().rfc3339(), "2026-07-14T22:00:00Z");
        assert_eq!(winter.start().day(), winter);
    }

    #[test]
    fn months_end_on_the_last_day_of_a_shorter_month() {
        assert_eq!(
            Day::new(2026, 8, 31).unwrap().plus_months(6).to_string(),
            "2027-02-28"
        );
    }

    #[test]
    fn ninety_days_cross_the_change_of_clocks_as_calendar_days() {
        let published = Day::new(2026, 1, 10).unwrap();
        assert_eq!(published.plus_days(90).to_string(), "2026-04-10");
        assert_eq!(published.plus_days(90).days_since(published), 90);
    }
}
