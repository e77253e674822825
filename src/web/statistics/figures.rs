//! Everything the page shows, read in one unit of work.

use super::query::Choice;
use crate::{
    domain::{
        statistics::{
            CaseTime, CaseTimes, Fact, Filter, PeopleByResidence, Quarter, Totals, by, by_residence,
        },
        time::{Day, Timestamp},
    },
    store::{
        areas::{self, Area},
        db::{Result, Tx},
        statistics::{self, Received},
    },
};
use std::collections::BTreeSet;

/// The figures of a choice.
pub struct Figures {
    /// What was chosen.
    pub choice: Choice,
    /// The proposals chosen.
    pub facts: Vec<Fact>,
    /// Every year there are proposals of, chosen or not.
    pub years: BTreeSet<i16>,
    /// What each body has received, of those chosen.
    pub received: Vec<Received>,
    /// Cases, of those chosen.
    pub cases: Vec<CaseTime>,
    /// The city's areas in Swedish order.
    pub areas: Vec<Area>,
    /// Where signers live.
    pub signers: Signers,
    /// The day the imported facts were last known to hold.
    pub imported_on: Option<Day>,
    /// When this was counted.
    pub counted_at: Timestamp,
}

/// Where signers live, a finished quarter at a time. They are never narrowed by year or topic: tables that overlap can be
/// subtracted from each other.
pub struct Signers {
    /// The quarters that can be told, newest first.
    pub quarters: Vec<Quarter>,
    /// The one that is shown.
    pub shown: Option<(Quarter, PeopleByResidence)>,
}

impl Figures {
    /// Reads them.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn read(tx: &mut Tx, choice: Choice, now: Timestamp) -> Result<Self> {
        let Choice { filter, quarter } = choice;
        let all = statistics::list_facts(tx, filter.with_examples).await?;
        let areas = areas::list_areas(tx).await?;
        let horizon = statistics::horizon(tx, filter.with_examples, now).await?;
        let quarters = tellable(&horizon, now);
        let shown = read_signers(tx, filter, quarter, &quarters, &areas).await?;
        Ok(Figures {
            years: all.iter().filter_map(|fact| fact.year).collect(),
            facts: all.into_iter().filter(|fact| filter.takes(fact)).collect(),
            received: statistics::list_received(tx, filter).await?,
            cases: statistics::list_case_times(tx, filter).await?,
            signers: Signers { quarters, shown },
            imported_on: horizon.imported_on,
            counted_at: now,
            choice,
            areas,
        })
    }

    /// All chosen proposals together.
    pub fn total(&self) -> Totals {
        self.facts.iter().map(|fact| fact.totals).sum()
    }

    /// Every year from the first to the last there is, also those without proposals; only the chosen one when one is.
    pub fn year_rows(&self) -> Vec<(i16, Totals)> {
        let totals = by(&self.facts, |fact| fact.year);
        let range = match self.choice.filter.year {
            Some(year) => year..=year,
            None => match (self.years.first(), self.years.last()) {
                (Some(first), Some(last)) => *first..=*last,
                _ => return Vec::new(),
            },
        };
        range
            .map(|year| (year, totals.get(&Some(year)).copied().unwrap_or_default()))
            .collect()
    }

    /// The proposals whose year the source does not tell.
    pub fn without_year(&self) -> Totals {
        by(&self.facts, |fact| fact.year)
            .remove(&None)
            .unwrap_or_default()
    }

    /// How long cases took, all bodies together.
    pub fn case_times(&self) -> CaseTimes {
        CaseTimes::of(&self.cases, self.counted_at.day())
    }

    /// How long a body's cases took.
    pub fn case_times_of(&self, body: &str) -> CaseTimes {
        let own = self.cases.iter().filter(|case| case.body == body);
        CaseTimes::of(own, self.counted_at.day())
    }

    /// The stadsområden, each with its mellanområden, in the order of their codes.
    pub fn area_tree(&self) -> Vec<(&Area, Vec<&Area>)> {
        tree(&self.areas)
    }
}

/// The stadsområden, each with its mellanområden.
pub fn tree(areas: &[Area]) -> Vec<(&Area, Vec<&Area>)> {
    let mut wholes: Vec<&Area> = of_level(areas, "stadsomrade").collect();
    wholes.sort_by(|a, b| a.code.cmp(&b.code));
    wholes
        .into_iter()
        .map(|whole| {
            let parts = of_level(areas, "mellanomrade")
                .filter(|part| part.parent.as_deref() == Some(whole.code.as_str()));
            (whole, parts.collect())
        })
        .collect()
}

fn of_level<'a>(areas: &'a [Area], level: &'static str) -> impl Iterator<Item = &'a Area> {
    areas.iter().filter(move |area| area.level == level)
}

/// The finished quarters in which nothing can be added any more.
fn tellable(horizon: &statistics::Horizon, now: Timestamp) -> Vec<Quarter> {
    let Some(first) = horizon.first_closed_at else {
        return Vec::new();
    };
    let mut quarters = Quarter::finished_since(first.day(), now.day());
    if let Some(unclosed) = horizon.unclosed_since {
        quarters.retain(|quarter| *quarter < Quarter::of(unclosed.day()));
    }
    quarters
}

async fn read_signers(
    tx: &mut Tx,
    filter: Filter,
    asked: Option<Quarter>,
    quarters: &[Quarter],
    areas: &[Area],
) -> Result<Option<(Quarter, PeopleByResidence)>> {
    let quarter = match asked {
        Some(asked) => quarters.iter().find(|quarter| **quarter == asked),
        None => quarters.first(),
    };
    let days =
        quarter.and_then(|quarter| Some((*quarter, quarter.first_day()?, quarter.over_on()?)));
    let Some((quarter, from, to)) = days else {
        return Ok(None);
    };
    let counts =
        statistics::list_signers(tx, from.start(), to.start(), filter.with_examples).await?;
    let tree: Vec<(String, Vec<String>)> = tree(areas)
        .into_iter()
        .map(|(whole, parts)| {
            let codes = parts.iter().map(|part| part.code.clone());
            (whole.code.clone(), codes.collect())
        })
        .collect();
    Ok(Some((quarter, by_residence(&counts, &tree))))
}
