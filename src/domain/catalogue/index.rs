//! Which proposals hold which stems: the candidates that are worth ranking.

use super::{Entry, Words};
use crate::domain::words::{Trigrams, analyse, query_terms, trigrams};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Parts of words count from this many letters.
const LEAST_PART: usize = 3;
/// A stem this like an unknown one is perhaps what was meant.
const LEAST_LIKE: f64 = 0.3;

#[derive(Default)]
pub(super) struct Index {
    stems: BTreeMap<Box<str>, Posting>,
}

struct Posting {
    places: Vec<u32>,
    /// In how many of them it stands in the title.
    titles: u32,
    trigrams: Trigrams,
    /// A word with this stem as someone wrote it, to show to people.
    written: Box<str>,
}

impl Index {
    pub fn add(&mut self, place: u32, entry: &Entry) {
        let written = written_words(&entry.title);
        for (stem, in_title) in distinct(&entry.words) {
            let posting = self.stems.entry(stem.into()).or_insert_with(|| Posting {
                places: Vec::new(),
                titles: 0,
                trigrams: trigrams(stem),
                written: Box::default(),
            });
            if in_title && posting.titles == 0 {
                posting.written = written.get(stem).cloned().unwrap_or_else(|| stem.into());
            }
            posting.places.push(place);
            posting.titles += u32::from(in_title);
        }
    }

    pub fn remove(&mut self, place: u32, words: &Words) {
        for (stem, in_title) in distinct(words) {
            let Some(posting) = self.stems.get_mut(stem) else {
                continue;
            };
            posting.places.retain(|held| *held != place);
            posting.titles -= u32::from(in_title).min(posting.titles);
            if posting.places.is_empty() {
                self.stems.remove(stem);
            }
        }
    }

    /// Proposals that hold one of the stems, or a word that begins or ends with it, or, where there is none, a title
    /// word that looks like it. Each once, in no particular order.
    pub fn candidates<'q>(&self, stems: impl Iterator<Item = &'q str>) -> Vec<u32> {
        let mut places = Vec::new();
        for stem in stems {
            let before = places.len();
            if let Some(posting) = self.stems.get(stem) {
                places.extend_from_slice(&posting.places);
            }
            if stem.chars().count() >= LEAST_PART {
                for (held, posting) in &self.stems {
                    if held.len() > stem.len() && (held.starts_with(stem) || held.ends_with(stem)) {
                        places.extend_from_slice(&posting.places);
                    }
                }
            }
            if places.len() == before {
                for (_, posting) in self.likest(stem) {
                    places.extend_from_slice(&posting.places);
                }
            }
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    /// How many proposals hold a stem.
    pub fn count(&self, stem: &str) -> usize {
        self.stems
            .get(stem)
            .map_or(0, |posting| posting.places.len())
    }

    /// Proposals that hold at least one of the stems as it stands.
    pub fn sharing<'q>(&self, stems: impl Iterator<Item = &'q str>) -> Vec<u32> {
        let mut places: Vec<u32> = stems
            .filter_map(|stem| self.stems.get(stem))
            .flat_map(|posting| posting.places.iter().copied())
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    fn likest<'i>(&'i self, stem: &str) -> impl Iterator<Item = (f64, &'i Posting)> {
        let wanted = trigrams(stem);
        let length = stem.len();
        self.stems
            .iter()
            .filter(move |(held, posting)| posting.titles > 0 && held.len().abs_diff(length) <= 2)
            .map(move |(_, posting)| (wanted.similarity(&posting.trigrams), posting))
            .filter(|(likeness, _)| *likeness >= LEAST_LIKE)
    }

    /// The search with each unknown word replaced by the likest one of a title; `None` when nothing better is known.
    pub fn did_you_mean(&self, words: &str) -> Option<String> {
        let mut changed = false;
        let suggested: Vec<String> = words
            .split_whitespace()
            .map(|word| match self.likest_word(word) {
                Some(better) => {
                    changed = true;
                    better.to_string()
                }
                None => word.to_owned(),
            })
            .collect();
        changed.then(|| suggested.join(" "))
    }

    fn likest_word(&self, word: &str) -> Option<&str> {
        let stem = query_terms(word).into_iter().next()?;
        if self.stems.contains_key(stem.as_str()) {
            return None;
        }
        self.likest(&stem)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, posting)| &*posting.written)
    }
}

/// The words of a title in small letters by their stems.
fn written_words(title: &str) -> HashMap<String, Box<str>> {
    title
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| Some((analyse(word).pop()?, word.to_lowercase().into())))
        .collect()
}

/// The distinct stems of all fields, and whether each stands in the title.
fn distinct(words: &Words) -> Vec<(&str, bool)> {
    let mut seen = HashSet::new();
    let title = words.title.split(' ').map(|stem| (stem, true));
    let rest = words.about.split(' ').chain(words.decision.split(' '));
    title
        .chain(rest.map(|stem| (stem, false)))
        .filter(|(stem, _)| !stem.is_empty() && seen.insert(*stem))
        .collect()
}
