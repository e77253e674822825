//! Swedish public holidays and working days.

use super::time::Day;

/// Whether a day is a public holiday other than an ordinary Sunday (lag 1989:253 om allmänna helgdagar; the national day
/// since 2005, lag 2004:1320).
pub fn is_public_holiday(day: Day) -> bool {
    let date = (day.month(), day.day());
    let is_saturday = day.weekday() == 6;
    let is_fixed = matches!(
        date,
        (1, 1) | (1, 6) | (5, 1) | (6, 6) | (12, 25) | (12, 26)
    );
    let is_midsummer = is_saturday && matches!(date, (6, 20..=26));
    let is_all_saints = is_saturday && matches!(date, (10, 31) | (11, 1..=6));
    // Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday.
    let is_movable = easter_sunday(day.year())
        .is_some_and(|easter| matches!(day.days_since(easter), -2 | 0 | 1 | 39 | 49));
    is_fixed || is_midsummer || is_all_saints || is_movable
}

/// Whether authorities work: not on Saturdays, Sundays and public holidays, nor on the eves of midsummer, Christmas and
/// New Year, which count as holidays for time limits (lag 1930:173 om beräkning av lagstadgad tid, 2 §).
pub fn is_working_day(day: Day) -> bool {
    let date = (day.month(), day.day());
    let is_midsummer_eve = day.weekday() == 5 && matches!(date, (6, 19..=25));
    let is_eve = is_midsummer_eve || matches!(date, (12, 24) | (12, 31));
    day.weekday() < 6 && !is_eve && !is_public_holiday(day)
}

/// The working day that comes `count` working days after `day`; with 0, `day` itself or the next working day.
pub fn add_working_days(day: Day, count: u32) -> Day {
    let mut day = next_working_day(day);
    for _ in 0..count {
        day = next_working_day(day.plus_days(1));
    }
    day
}

/// This day, or the first working day after it.
pub fn next_working_day(mut day: Day) -> Day {
    while !is_working_day(day) {
        day = day.plus_days(1);
    }
    day
}

/// Working days after `from` up to and including `to`; 0 when `to` does not lie after `from`.
pub fn working_days_between(from: Day, to: Day) -> i64 {
    let days = to.days_since(from).max(0);
    (1..=days)
        .map(|n| i64::from(is_working_day(from.plus_days(n))))
        .sum()
}

/// Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).
fn easter_sunday(year: i16) -> Option<Day> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Day::new(
        year,
        i8::try_from(n / 31).ok()?,
        i8::try_from(n % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for known in [
            "1961-04-02",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2038-04-25",
        ] {
            assert_eq!(easter_sunday(day(known).year()), Some(day(known)));
        }
    }

    #[test]
    fn the_holidays_of_2026_are_these() {
        let first = day("2026-01-01");
        let holidays: Vec<String> = (0..365)
            .map(|n| first.plus_days(n))
            .filter(|day| is_public_holiday(*day))
            .map(|day| day.to_string())
            .collect();
        assert_eq!(
            holidays,
            [
                "2026-01-01",
                "2026-01-06",
                "2026-04-03",
                "2026-04-05",
                "2026-04-06",
                "2026-05-01",
                "2026-05-14",
                "2026-05-24",
                "2026-06-06",
                "2026-06-20",
                "2026-10-31",
                "2026-12-25",
                "2026-12-26",
            ]
        );
    }

    #[test]
    fn eves_and_weekends_are_no_working_days() {
        for free in [
            "2026-06-19",
            "2026-12-24",
            "2026-12-31",
            "2026-11-21",
            "2026-11-22",
            "2026-05-14",
        ] {
            assert!(!is_working_day(day(free)), "{free}");
        }
        for work in ["2026-11-20", "2026-06-18", "2026-05-15", "2026-12-23"] {
            assert!(is_working_day(day(work)), "{work}");
        }
    }

    #[test]
    fn working_days_are_counted_over_easter() {
        assert_eq!(
            working_days_between(day("2026-04-02"), day("2026-04-07")),
            1
        );
        assert_eq!(
            working_days_between(day("2026-04-07"), day("2026-04-02")),
            0
        );
        assert_eq!(add_working_days(day("2026-04-02"), 1), day("2026-04-07"));
        assert_eq!(add_working_days(day("2026-04-03"), 0), day("2026-04-07"));
        assert_eq!(add_working_days(day("2026-12-23"), 3), day("2026-12-30"));
    }
}
