//! Numbers, dates and lists, each as it is written in the language.

use super::{Locale, Texts};
use crate::domain::time::{Day, Timestamp};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_locale_core::locale;

impl Locale {
    /// A whole number with its groups apart: `1 234 567`, `1,234,567`.
    pub fn number(self, number: i64) -> String {
        self.decimal(&Decimal::from(number))
    }

    /// A number given in tenths, with one decimal: 12345 is `1 234,5`, `1,234.5`.
    pub fn tenths(self, tenths: i64) -> String {
        let mut number = Decimal::from(tenths);
        number.multiply_pow10(-1);
        self.decimal(&number)
    }

    /// A share in whole per cent, half upwards: `35 %`, `35%`. The share of nothing is 0.
    pub fn percent(self, part: i64, whole: i64) -> String {
        let percent = if whole == 0 {
            0
        } else {
            (part * 200 + whole).div_euclid(whole * 2)
        };
        self.texts().number_percent(self.number(percent))
    }

    /// A day in full: `21 november 2026`.
    pub fn date(self, day: Day) -> String {
        let t = self.texts();
        t.date_full(
            day.day().to_string(),
            month(t, day.month()),
            day.year().to_string(),
        )
    }

    /// A day in full with its weekday, for deadlines: `lördag 21 november 2026`.
    pub fn date_with_weekday(self, day: Day) -> String {
        let t = self.texts();
        t.date_with_weekday(weekday(t, day.weekday()), self.date(day))
    }

    /// A month without its day: `november 2026`.
    pub fn month_and_year(self, day: Day) -> String {
        format!("{} {}", month(self.texts(), day.month()), day.year())
    }

    /// The time of day in Göteborg: `14.05`, `14:05`.
    pub fn time(self, at: Timestamp) -> String {
        let (hour, minute) = at.hour_minute();
        self.texts()
            .date_time(format!("{hour:02}"), format!("{minute:02}"))
    }

    /// An instant in full: `21 november 2026 klockan 14.05`.
    pub fn date_and_time(self, at: Timestamp) -> String {
        self.texts()
            .date_with_time(self.date(at.day()), self.time(at))
    }

    /// A day seen from another: `i dag`, `i morgon`, `om 3 dagar`, `för 12 dagar sedan`.
    pub fn relative_day(self, day: Day, today: Day) -> String {
        let t = self.texts();
        let days = day.days_since(today);
        match days {
            -1 => t.date_yesterday(),
            0 => t.date_today(),
            1 => t.date_tomorrow(),
            2.. => t.date_in_days(days, self.number(days)),
            _ => t.date_days_ago(-days, self.number(-days)),
        }
    }

    /// A number of days: `1 dag`, `90 dagar`.
    pub fn days(self, days: i64) -> String {
        self.texts().date_days(days, self.number(days))
    }

    /// Days that remain, where 0 is the last one: `34 dagar kvar`, `sista dagen`.
    pub fn days_left(self, days: i64) -> String {
        self.texts().date_days_left(days, self.number(days))
    }

    /// A list of everything in it: `a, b och c`.
    pub fn list_and<S: AsRef<str>>(self, items: &[S]) -> String {
        join(items, |first, last| self.texts().list_and(first, last))
    }

    /// A list to choose from: `a, b eller c`.
    pub fn list_or<S: AsRef<str>>(self, items: &[S]) -> String {
        join(items, |first, last| self.texts().list_or(first, last))
    }

    fn decimal(self, number: &Decimal) -> String {
        // The formatter is not `Sync`; one per thread costs a few hundred bytes.
        thread_local! {
            static LOADED: [DecimalFormatter; Locale::ALL.len()] =
                Locale::ALL.map(decimal_formatter);
        }
        LOADED.with(|[sv, en]| match self {
            Locale::Sv => sv.format(number).to_string(),
            Locale::En => en.format(number).to_string(),
        })
    }
}

fn decimal_formatter(locale: Locale) -> DecimalFormatter {
    let language = match locale {
        Locale::Sv => locale!("sv"),
        Locale::En => locale!("en"),
    };
    DecimalFormatter::try_new(language.into(), Default::default())
        .expect("the number formats are compiled into the binary")
}

fn join<S: AsRef<str>>(items: &[S], last_two: impl Fn(String, &str) -> String) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            last_two(first.join(", "), last.as_ref())
        }
    }
}

fn month(t: &Texts, month: i8) -> String {
    match month {
        1 => t.date_month_1(),
        2 => t.date_month_2(),
        3 => t.date_month_3(),
        4 => t.date_month_4(),
        5 => t.date_month_5(),
        6 => t.date_month_6(),
        7 => t.date_month_7(),
        8 => t.date_month_8(),
        9 => t.date_month_9(),
        10 => t.date_month_10(),
        11 => t.date_month_11(),
        _ => t.date_month_12(),
    }
}

fn weekday(t: &Texts, weekday: i8) -> String {
    match weekday {
        1 => t.date_weekday_1(),
        2 => t.date_weekday_2(),
        3 => t.date_weekday_3(),
        4 => t.date_weekday_4(),
        5 => t.date_weekday_5(),
        6 => t.date_weekday_6(),
        _ => t.date_weekday_7(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn numbers_have_the_groups_and_comma_of_the_language() {
        assert_eq!(Locale::Sv.number(1_234_567), "1\u{a0}234\u{a0}567");
        assert_eq!(Locale::En.number(1_234_567), "1,234,567");
        assert_eq!(Locale::Sv.number(200), "200");
        assert_eq!(Locale::Sv.tenths(12_345), "1\u{a0}234,5");
        assert_eq!(Locale::En.tenths(12_345), "1,234.5");
    }

    #[test]
    fn shares_round_half_upwards_and_nothing_is_no_share() {
        assert_eq!(Locale::Sv.percent(1, 8), "13\u{a0}%");
        assert_eq!(Locale::En.percent(269, 1209), "22%");
        assert_eq!(Locale::En.percent(0, 0), "0%");
    }

    #[test]
    fn dates_are_written_in_full() {
        let saturday = day("2026-11-21");
        assert_eq!(Locale::Sv.date(saturday), "21 november 2026");
        assert_eq!(
            Locale::Sv.date_with_weekday(saturday),
            "lördag 21 november 2026"
        );
        assert_eq!(
            Locale::En.date_with_weekday(saturday),
            "Saturday 21 November 2026"
        );
        let noon = Timestamp::parse("2026-07-01T10:05:00Z").unwrap();
        assert_eq!(Locale::Sv.date_and_time(noon), "1 juli 2026 klockan 12.05");
        assert_eq!(Locale::En.date_and_time(noon), "1 July 2026 at 12:05");
    }

    #[test]
    fn days_are_named_from_today() {
        let today = day("2026-11-21");
        let from_today = |days: i64| Locale::Sv.relative_day(today.plus_days(days), today);
        assert_eq!(from_today(0), "i dag");
        assert_eq!(from_today(-1), "i går");
        assert_eq!(from_today(1), "i morgon");
        assert_eq!(from_today(3), "om 3 dagar");
        assert_eq!(from_today(-1200), "för 1\u{a0}200 dagar sedan");
        assert_eq!(Locale::Sv.days(90), "90 dagar");
        assert_eq!(Locale::Sv.days_left(1), "1 dag kvar");
        assert_eq!(Locale::Sv.days_left(0), "sista dagen");
        assert_eq!(Locale::En.days_left(34), "34 days left");
    }

    #[test]
    fn lists_end_with_the_word_of_the_language() {
        assert_eq!(Locale::Sv.list_and(&["a", "b", "c"]), "a, b och c");
        assert_eq!(Locale::En.list_or(&["a", "b"]), "a or b");
        assert_eq!(Locale::Sv.list_and(&["a"]), "a");
        assert_eq!(Locale::Sv.list_and::<&str>(&[]), "");
    }
}
