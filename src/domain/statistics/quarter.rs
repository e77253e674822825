//! Quarters: breakdowns of signers are told for one finished quarter at a time, so that no two tables overlap and none can
//! be subtracted from another.

use crate::domain::time::Day;

/// A quarter of a year, written `2026-3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    year: i16,
    /// 1 to 4.
    number: i8,
}

impl Quarter {
    /// The quarter of a day.
    pub fn of(day: Day) -> Self {
        Quarter {
            year: day.year(),
            number: (day.month() - 1) / 3 + 1,
        }
    }

    /// Parses `2026-3`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, number) = text.split_once('-')?;
        let (year, number) = (year.parse().ok()?, number.parse().ok()?);
        let is_quarter = (1..=4).contains(&number) && (1..9999).contains(&year);
        is_quarter.then_some(Quarter { year, number })
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Its number in the year, 1 to 4.
    pub fn number(self) -> i8 {
        self.number
    }

    /// The first day.
    pub fn first_day(self) -> Option<Day> {
        Day::new(self.year, (self.number - 1) * 3 + 1, 1)
    }

    /// The day after the last: on and from this day the quarter is over.
    pub fn over_on(self) -> Option<Day> {
        self.first_day().map(|day| day.plus_months(3))
    }

    /// The one after.
    pub fn next(self) -> Self {
        match self.number {
            4 => Quarter {
                year: self.year + 1,
                number: 1,
            },
            number => Quarter {
                number: number + 1,
                ..self
            },
        }
    }

    /// The finished quarters from the one of `first` on, newest first.
    pub fn finished_since(first: Day, today: Day) -> Vec<Self> {
        let current = Quarter::of(today);
        let mut quarters: Vec<Self> =
            std::iter::successors(Some(Quarter::of(first)), |quarter| Some(quarter.next()))
                .take_while(|quarter| *quarter < current)
                .collect();
        quarters.reverse();
        quarters
    }
}

impl std::fmt::Display for Quarter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.year, self.number)
    }
}
