//! Figures: what is counted, how it is grouped, and what may be told about people.

use super::{
    display::DisplayStage,
    identity::Residence,
    proposals::Topic,
    suppression::{Cell, Nested, suppress_nested},
    time::Day,
};
use std::{
    collections::{BTreeMap, HashMap},
    iter::Sum,
    ops::Add,
};

mod case_times;
mod quarter;

pub use case_times::{CaseTime, CaseTimes, median};
pub use quarter::Quarter;

/// How many proposals, how many of them reached their threshold, and the signatures at all of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Proposals.
    pub proposals: i64,
    /// Those that reached their threshold.
    pub reached: i64,
    /// Signatures.
    pub signatures: i64,
}

impl Add for Totals {
    type Output = Totals;
    fn add(self, other: Totals) -> Totals {
        Totals {
            proposals: self.proposals + other.proposals,
            reached: self.reached + other.reached,
            signatures: self.signatures + other.signatures,
        }
    }
}

impl Sum for Totals {
    fn sum<I: Iterator<Item = Totals>>(totals: I) -> Totals {
        totals.fold(Totals::default(), Add::add)
    }
}

/// Public proposals that are alike in everything they are grouped by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The year they were sent in; `None` where the source has no dates.
    pub year: Option<i16>,
    /// What they are about; `None` where the source has none.
    pub topic: Option<Topic>,
    /// The stadsområde they are about; `None` where no place was given.
    pub stad: Option<String>,
    /// The mellanområde they are about.
    pub mellan: Option<String>,
    /// Where they stand.
    pub stage: DisplayStage,
    /// How many.
    pub totals: Totals,
}

/// Which proposals a page counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those sent in this year.
    pub year: Option<i16>,
    /// Only those about this.
    pub topic: Option<Topic>,
    /// Also those made for the demo, which are otherwise left out.
    pub with_examples: bool,
}

impl Filter {
    /// Whether these proposals are counted.
    pub fn takes(&self, fact: &Fact) -> bool {
        (self.year.is_none() || self.year == fact.year)
            && (self.topic.is_none() || self.topic == fact.topic)
    }
}

/// The facts put together by a key, in the order of the key.
pub fn by<K: Ord>(facts: &[Fact], key: impl Fn(&Fact) -> K) -> BTreeMap<K, Totals> {
    let mut groups: BTreeMap<K, Totals> = BTreeMap::new();
    for fact in facts {
        let group = groups.entry(key(fact)).or_default();
        *group = *group + fact.totals;
    }
    groups
}

/// What became of a proposal, in the few words a figure has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Answer {
    /// Is or was to be carried out.
    Yes,
    /// To be carried out in part.
    Partly,
    /// Not now, but in coming planning.
    Later,
    /// Was taken care of already.
    Already,
    /// Not carried out.
    No,
    /// At a body.
    Waiting,
    /// Was waiting for a body when last known.
    LastKnownWaiting,
    /// Collects signatures.
    Collecting,
    /// Was collecting when last known.
    LastKnownCollecting,
    /// Got too few signatures.
    TooFew,
    /// Was found to be against the rules after all.
    NotCompliant,
    /// Nothing is known.
    Unknown,
}

impl Answer {
    /// All, in the order they are shown.
    pub const ALL: [Answer; 12] = [
        Answer::Yes,
        Answer::Partly,
        Answer::Later,
        Answer::Already,
        Answer::No,
        Answer::Waiting,
        Answer::LastKnownWaiting,
        Answer::Collecting,
        Answer::LastKnownCollecting,
        Answer::TooFew,
        Answer::NotCompliant,
        Answer::Unknown,
    ];

    /// What a stage counts as; `None` for stages that are not public.
    pub const fn of(stage: DisplayStage) -> Option<Answer> {
        use DisplayStage as D;
        Some(match stage {
            D::WaitingForReview
            | D::Returned
            | D::Lapsed
            | D::Refused
            | D::Withdrawn
            | D::Removed => {
                return None;
            }
            // Stopped is what happened after a yes; the decision was still a yes.
            D::CarryOut
            | D::Planned
            | D::UnderWay
            | D::Done
            | D::Stopped
            | D::ImportedImplemented => Answer::Yes,
            D::ImportedPartly => Answer::Partly,
            D::NotNow | D::ImportedPlanning => Answer::Later,
            D::ImportedAlready => Answer::Already,
            D::NotCarryOut | D::ImportedNot => Answer::No,
            D::AtBody | D::OnAgenda | D::Postponed | D::ReferredBack | D::Investigating => {
                Answer::Waiting
            }
            D::LastKnownAtBody => Answer::LastKnownWaiting,
            D::Collecting | D::Paused | D::Counting => Answer::Collecting,
            D::LastKnownCollecting => Answer::LastKnownCollecting,
            D::TooFew | D::ImportedTooFew => Answer::TooFew,
            D::ImportedNotCompliant => Answer::NotCompliant,
            D::LastKnownNothing => Answer::Unknown,
        })
    }

    /// Whether a body has answered on the matter.
    pub const fn is_answered(self) -> bool {
        matches!(
            self,
            Answer::Yes | Answer::Partly | Answer::Later | Answer::Already | Answer::No
        )
    }
}

/// A place on a map in five classes from few to many; `None` where there is nothing.
pub fn class(count: i64, highest: i64) -> Option<i64> {
    (count > 0).then(|| 1 + (count - 1) * 5 / highest.max(count))
}

/// People by where they say they live, as it may be shown: stadsområden with their mellanområden, and those without one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleByResidence {
    /// All of them; always shown.
    pub total: i64,
    /// Each stadsområde: its code, and its mellanområden in the order given.
    pub areas: Vec<(String, Nested)>,
    /// Those outside Göteborg, those who will not say, and those who did not state anything; always shown.
    pub elsewhere: [(Residence, Cell); 3],
}

/// Groups people by residence and hides what must be hidden. `areas` are the stadsområden with their mellanområden. A code
/// that is no area of today counts as not stated.
pub fn by_residence(
    counts: &HashMap<String, i64>,
    areas: &[(String, Vec<String>)],
) -> PeopleByResidence {
    let count = |code: &str| counts.get(code).copied().unwrap_or(0);
    let mut groups: Vec<Vec<i64>> = areas
        .iter()
        .map(|(_, parts)| parts.iter().map(|code| count(code)).collect())
        .collect();
    let total: i64 = counts.values().sum();
    let placed: i64 = groups.iter().flatten().sum();
    let outside = count(Residence::NotInGoteborg.as_str());
    let silent = count(Residence::WillNotSay.as_str());
    groups.extend([
        vec![outside],
        vec![silent],
        vec![total - placed - outside - silent],
    ]);
    let mut shown = suppress_nested(&groups);
    let mut last = || shown.pop().map_or(Cell::Hidden, |nested| nested.whole);
    let (not_stated, will_not_say, not_in) = (last(), last(), last());
    PeopleByResidence {
        total,
        areas: areas
            .iter()
            .map(|(code, _)| code.clone())
            .zip(shown)
            .collect(),
        elsewhere: [
            (Residence::NotInGoteborg, not_in),
            (Residence::WillNotSay, will_not_say),
            (Residence::NotStated, not_stated),
        ],
    }
}

/// The first and last day of a year, the last one exclusive; `None` beyond the calendar.
pub fn year_days(year: i16) -> Option<(Day, Day)> {
    Some((Day::new(year, 1, 1)?, Day::new(year.checked_add(1)?, 1, 1)?))
}

#[cfg(test)]
mod tests;
