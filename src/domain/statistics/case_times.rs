//! How long bodies take: counted on cases made here, never on imported proposals, whose days are not known.

use crate::domain::time::Day;

/// A case at the body that answers: when it came, and when the answer came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseTime {
    /// The body's name.
    pub body: String,
    /// The day the body got it.
    pub received_on: Day,
    /// The day of the decision that ended it.
    pub decided_on: Option<Day>,
}

/// How long cases took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CaseTimes {
    /// Cases.
    pub cases: i64,
    /// Those with a decision that ended them.
    pub decided: i64,
    /// Those without.
    pub waiting: i64,
    /// The median of calendar days from receipt to that decision.
    pub median_days: Option<i64>,
    /// How many days the oldest one without a decision has waited.
    pub longest_wait: Option<i64>,
}

impl CaseTimes {
    /// Puts cases together as they stand today.
    pub fn of<'a>(cases: impl IntoIterator<Item = &'a CaseTime>, today: Day) -> Self {
        let mut times = CaseTimes::default();
        let mut days = Vec::new();
        for case in cases {
            times.cases += 1;
            match case.decided_on {
                Some(decided_on) => days.push(decided_on.days_since(case.received_on)),
                None => {
                    let waited = today.days_since(case.received_on);
                    times.longest_wait = times.longest_wait.max(Some(waited));
                }
            }
        }
        times.decided = days.len() as i64;
        times.waiting = times.cases - times.decided;
        times.median_days = median(&mut days);
        times
    }
}

/// The middle value; of two middle ones the mean, half upwards. `None` without values.
pub fn median(values: &mut [i64]) -> Option<i64> {
    values.sort_unstable();
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    Some((values[middle - 1] + upper + 1).div_euclid(2))
}
