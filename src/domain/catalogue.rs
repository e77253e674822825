//! All public proposals in memory, as far as lists need them: searched, filtered and put in order in one place.
//!
//! The engines search differently and fold letters differently, so they are not asked: every instance keeps this
//! catalogue (a few hundred bytes a proposal), filled from the database and brought up to date when page versions grow.

mod filter;
mod index;
mod order;
mod similar;

pub use filter::{Filter, Search};
pub use order::{Cursor, Sort};
pub use similar::Similar;

use super::{
    display::{DisplayStage, FilterGroup},
    ids::ProposalNumber,
    proposals::{Origin, Topic},
    time::{Day, Timestamp},
    words::{Frequencies, Profile, Query, rank},
};
use index::Index;
use std::collections::{BTreeSet, HashMap};

/// What lists are filtered by and put in order of.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Its public number.
    pub number: ProposalNumber,
    /// Where it comes from.
    pub origin: Origin,
    /// What people see of its state.
    pub stage: DisplayStage,
    /// What it is about.
    pub topic: Option<Topic>,
    /// The words in addresses of the bodies that receive it, today's.
    pub bodies: Vec<String>,
    /// Codes of the areas its place lies in.
    pub areas: Vec<String>,
    /// The day it was sent in: the year that statistics count it under.
    pub submitted_on: Option<Day>,
    /// The day it was published.
    pub published_on: Option<Day>,
    /// When signing ends or ended.
    pub closes_at: Option<Timestamp>,
    /// The day of the latest decision.
    pub decided_on: Option<Day>,
    /// Signatures, when known.
    pub count: Option<i64>,
    /// Whether it reached its threshold.
    pub reached: bool,
    /// When anything but its count last changed: with the same instant its words are the same.
    pub changed_at: Timestamp,
}

/// A proposal as the catalogue takes it in.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What lists are filtered by and put in order of.
    pub facts: Facts,
    /// Its title.
    pub title: String,
    /// The words of title, of what surrounds it and of its decisions.
    pub words: Words,
}

/// A proposal's words, each field as `words::index_text` makes it.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// The title.
    pub title: String,
    /// Topic, bodies, place and the proposal's own text.
    pub about: String,
    /// The decisions' texts.
    pub decision: String,
}

/// One page of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The proposals, in order.
    pub numbers: Vec<ProposalNumber>,
    /// How many match in all.
    pub total: usize,
    /// Where the page before ends, if there is one.
    pub before: Option<Cursor>,
    /// Where the next page begins, if there is one.
    pub after: Option<Cursor>,
}

/// A proposal like another, and how like: 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Like {
    /// Its public number.
    pub number: ProposalNumber,
    /// How like.
    pub likeness: f64,
}

/// The three numbers the site leads with; examples made for a demo are not in them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Public proposals.
    pub proposals: i64,
    /// Those that reached their threshold.
    pub reached: i64,
    /// Signatures on all of them.
    pub signatures: i64,
}

/// Likenesses below this say nothing.
const LEAST_LIKE: f64 = 0.22;

/// All public proposals.
#[derive(Default)]
pub struct Catalogue {
    entries: Vec<Option<Held>>,
    places: HashMap<ProposalNumber, u32>,
    free: Vec<u32>,
    index: Index,
    frequencies: Frequencies,
}

struct Held {
    entry: Entry,
    profile: Profile,
}

impl Catalogue {
    /// A catalogue of these proposals; those that are not public are left out.
    pub fn of(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut catalogue = Catalogue::default();
        for entry in entries {
            catalogue.put(entry);
        }
        catalogue
    }

    /// How many proposals it holds.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Takes a proposal in, in place of what was known of it.
    pub fn put(&mut self, entry: Entry) {
        self.remove(entry.facts.number);
        if entry.facts.stage.group().is_some() {
            self.add(entry);
        }
    }

    /// Takes new facts of a proposal whose words are the same. `false`: they may not be, so it must be [`put`](Self::put).
    pub fn refresh(&mut self, facts: Facts) -> bool {
        let held = self
            .places
            .get(&facts.number)
            .and_then(|place| self.entries[*place as usize].as_mut())
            .filter(|held| held.entry.facts.changed_at == facts.changed_at)
            .filter(|_| facts.stage.group().is_some());
        match held {
            Some(held) => {
                held.entry.facts = facts;
                true
            }
            None => false,
        }
    }

    fn add(&mut self, entry: Entry) {
        let place = self.free.pop().unwrap_or_else(|| {
            self.entries.push(None);
            (self.entries.len() - 1) as u32
        });
        let profile = Profile::new(&entry.title);
        self.frequencies.add(profile.stems());
        self.index.add(place, &entry);
        self.places.insert(entry.facts.number, place);
        self.entries[place as usize] = Some(Held { entry, profile });
    }

    /// Takes a proposal out: it is no longer public.
    pub fn remove(&mut self, number: ProposalNumber) {
        let Some(place) = self.places.remove(&number) else {
            return;
        };
        if let Some(held) = self.entries[place as usize].take() {
            self.index.remove(place, &held.entry.words);
        }
        self.free.push(place);
    }

    /// One proposal.
    pub fn get(&self, number: ProposalNumber) -> Option<&Entry> {
        let place = self.places.get(&number)?;
        self.entries[*place as usize]
            .as_ref()
            .map(|held| &held.entry)
    }

    /// All proposals, in no particular order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().flatten().map(|held| &held.entry)
    }

    /// One page of at most `limit` proposals, and how many there are.
    pub fn find(&self, search: &Search, limit: usize) -> Found {
        let query = Query::weighted(&search.words, &self.frequencies);
        let sort = search.sort(&query);
        let mut page = order::Page::new(search.cursor, limit);
        if query.is_empty() {
            for entry in self.entries() {
                if search.filter.takes(&entry.facts) {
                    page.offer(sort.key(&entry.facts, 0.0));
                }
            }
        } else {
            for place in self.index.candidates(query.stems()) {
                let Some(held) = &self.entries[place as usize] else {
                    continue;
                };
                if search.filter.takes(&held.entry.facts) {
                    let score = rank(&query, &held.entry.document());
                    if score > 0.0 {
                        page.offer(sort.key(&held.entry.facts, score));
                    }
                }
            }
        }
        page.found()
    }

    /// The word that was perhaps meant, for a search that found nothing: the likest title word for each unknown one.
    pub fn did_you_mean(&self, words: &str) -> Option<String> {
        self.index.did_you_mean(words)
    }

    /// The proposals whose titles are likest `title`, but for `not`.
    pub fn like(&self, title: &str, not: Option<ProposalNumber>, limit: usize) -> Vec<Like> {
        let profile = Profile::new(title);
        let mut likes: Vec<Like> = self
            .index
            .sharing(profile.stems())
            .into_iter()
            .filter_map(|place| self.entries[place as usize].as_ref())
            .filter(|held| Some(held.entry.facts.number) != not)
            .map(|held| Like {
                number: held.entry.facts.number,
                likeness: profile.likeness(&held.profile, &self.frequencies),
            })
            .filter(|like| like.likeness >= LEAST_LIKE)
            .collect();
        likes.sort_by(|a, b| {
            b.likeness
                .total_cmp(&a.likeness)
                .then(b.number.cmp(&a.number))
        });
        likes.truncate(limit);
        likes
    }

    /// The years in which proposals were sent in, the latest first.
    pub fn years(&self) -> Vec<i16> {
        let years: BTreeSet<i16> = self
            .entries()
            .filter_map(|entry| Some(entry.facts.submitted_on?.year()))
            .collect();
        years.into_iter().rev().collect()
    }

    /// The numbers the site leads with.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary::default();
        let real = |facts: &&Facts| facts.origin != Origin::Demo;
        for facts in self.entries().map(|entry| &entry.facts).filter(real) {
            summary.proposals += 1;
            summary.reached += i64::from(facts.reached);
            summary.signatures += facts.count.unwrap_or(0);
        }
        summary
    }

    /// How many proposals stand in each group of the public list.
    pub fn count_by_group(&self) -> HashMap<FilterGroup, usize> {
        let mut counts = HashMap::new();
        for group in self.entries().filter_map(|entry| entry.facts.stage.group()) {
            *counts.entry(group).or_default() += 1;
        }
        counts
    }
}

impl Entry {
    fn document(&self) -> super::words::Document<'_> {
        super::words::Document {
            title: &self.words.title,
            about: &self.words.about,
            decision: &self.words.decision,
        }
    }
}

#[cfg(test)]
mod tests;
