//! The orders of a list, and pages that stay in place while proposals come and go.

use super::{Facts, Found};
use crate::domain::{codes::text_enum, display::FilterGroup, ids::ProposalNumber, time::Day};
use std::collections::BinaryHeap;

text_enum! {
    /// The orders a list can stand in. The codes stand in addresses, in Swedish as all path words.
    pub enum Sort {
        /// Best match first; only where words are looked for.
        BestMatch => "traff",
        /// Published last first; those without a date last.
        Newest => "nyast",
        /// Most signatures first; unknown counts last.
        MostSigned => "flest",
        /// Open ones first, the next to close foremost.
        ClosingSoon => "slutar-snart",
        /// Decided last first; undecided ones last.
        LatelyDecided => "beslutade",
    }
}

/// Where a proposal stands in an order: smaller comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    rank: i64,
    /// Newer numbers first among equals.
    number: std::cmp::Reverse<ProposalNumber>,
}

/// Beyond every key of a fact that is known: what lacks it stands last.
const LAST: i64 = i64::MAX;

impl Sort {
    pub(super) fn key(self, facts: &Facts, score: f64) -> Key {
        let rank = match self {
            // Scores are not negative, so their bits sort as they do.
            Sort::BestMatch => -(score.to_bits() as i64),
            Sort::Newest => latest_first(facts.published_on),
            Sort::MostSigned => facts.count.map_or(LAST, |count| -count),
            Sort::ClosingSoon => match (facts.stage.group(), facts.closes_at) {
                (Some(FilterGroup::Collecting), Some(at)) => at.micros(),
                _ => LAST,
            },
            Sort::LatelyDecided => latest_first(facts.decided_on),
        };
        Key {
            rank,
            number: std::cmp::Reverse(facts.number),
        }
    }
}

fn latest_first(day: Option<Day>) -> i64 {
    day.map_or(LAST, |day| -day.start().micros())
}

/// A place in an order: the page lies just after it, or just before it. Written into addresses, opaque to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    key: Key,
    /// The page lies before this place, not after it.
    is_before: bool,
}

impl Cursor {
    /// The cursor in an address; `None` when it was not made here.
    pub fn parse(text: &str) -> Option<Self> {
        let (is_before, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (rank, number) = rest.split_once('.')?;
        let rank = u64::from_str_radix(rank, 16).ok()? as i64;
        let number = number.parse().ok()?;
        Some(Cursor {
            key: Key {
                rank,
                number: std::cmp::Reverse(ProposalNumber(number)),
            },
            is_before,
        })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_before {
            f.write_str("-")?;
        }
        write!(f, "{:x}.{}", self.key.rank as u64, self.key.number.0)
    }
}

/// Collects one page out of all that match, without sorting them all.
pub(super) struct Page {
    cursor: Option<Cursor>,
    limit: usize,
    total: usize,
    skipped: usize,
    after: BinaryHeap<Key>,
    before: BinaryHeap<std::cmp::Reverse<Key>>,
}

impl Page {
    pub fn new(cursor: Option<Cursor>, limit: usize) -> Self {
        Page {
            cursor,
            limit: limit.max(1),
            total: 0,
            skipped: 0,
            after: BinaryHeap::new(),
            before: BinaryHeap::new(),
        }
    }

    pub fn offer(&mut self, key: Key) {
        self.total += 1;
        match self.cursor {
            Some(cursor) if cursor.is_before => {
                if key < cursor.key {
                    keep(&mut self.before, std::cmp::Reverse(key), self.limit + 1);
                } else {
                    self.skipped += 1;
                }
            }
            Some(cursor) if key <= cursor.key => self.skipped += 1,
            _ => keep(&mut self.after, key, self.limit + 1),
        }
    }

    pub fn found(self) -> Found {
        let going_back = self.cursor.is_some_and(|cursor| cursor.is_before);
        let (mut keys, is_first, is_last) = if going_back {
            let mut keys: Vec<Key> = self.before.into_iter().map(|key| key.0).collect();
            keys.sort_unstable();
            let has_more = keys.len() > self.limit;
            if has_more {
                keys.remove(0);
            }
            (keys, !has_more, self.skipped == 0)
        } else {
            let mut keys = self.after.into_sorted_vec();
            let has_more = keys.len() > self.limit;
            keys.truncate(self.limit);
            (keys, self.skipped == 0, !has_more)
        };
        keys.dedup();
        let cursor = |key: Option<&Key>, is_before| {
            key.map(|key| Cursor {
                key: *key,
                is_before,
            })
        };
        Found {
            before: cursor(keys.first(), true).filter(|_| !is_first),
            after: cursor(keys.last(), false).filter(|_| !is_last),
            numbers: keys.iter().map(|key| key.number.0).collect(),
            total: self.total,
        }
    }
}

/// Keeps the `size` smallest.
fn keep<T: Ord>(heap: &mut BinaryHeap<T>, key: T, size: usize) {
    if heap.len() < size {
        heap.push(key);
    } else if let Some(mut largest) = heap.peek_mut()
        && key < *largest
    {
        *largest = key;
    }
}
