//! How alike two proposals are: shared stems, rare ones weighing more, and the look of the words.

use super::{Trigrams, content_stems, trigrams};
use std::collections::{HashMap, HashSet};

/// In how many documents each stem occurs.
#[derive(Debug, Clone, Default)]
pub struct Frequencies {
    documents: u32,
    counts: HashMap<String, u32>,
}

impl Frequencies {
    /// Adds one document's stems; a stem counts once per document however often it is written.
    pub fn add<'a>(&mut self, stems: impl IntoIterator<Item = &'a str>) {
        self.documents += 1;
        let distinct: HashSet<&str> = stems.into_iter().collect();
        for stem in distinct {
            match self.counts.get_mut(stem) {
                Some(count) => *count += 1,
                None => {
                    self.counts.insert(stem.to_owned(), 1);
                }
            }
        }
    }

    /// The weight of a stem: about 0.7 when every document has it, the more the fewer have it.
    pub fn weight(&self, stem: &str) -> f64 {
        let count = self.counts.get(stem).copied().unwrap_or(0);
        (1.0 + (f64::from(self.documents) + 1.0) / (f64::from(count) + 1.0)).ln()
    }
}

/// Weighted share of common stems, 0 (none) to 1 (the same words). Each slice holds distinct stems.
pub fn stem_overlap(a: &[String], b: &[String], frequencies: &Frequencies) -> f64 {
    let weigh = |stems: &[String]| stems.iter().map(|s| frequencies.weight(s)).sum::<f64>();
    let all = weigh(a) * weigh(b);
    if all == 0.0 {
        return 0.0;
    }
    let shared: f64 = a
        .iter()
        .filter(|s| b.contains(s))
        .map(|s| frequencies.weight(s))
        .sum();
    shared / all.sqrt()
}

/// A title made ready once, to compare with many.
#[derive(Clone)]
pub struct Profile {
    stems: Vec<String>,
    trigrams: Trigrams,
}

impl Profile {
    /// The profile of a title.
    pub fn new(title: &str) -> Self {
        Profile {
            stems: content_stems(title),
            trigrams: trigrams(title),
        }
    }

    /// The distinct stems that say what it is about, for [`Frequencies::add`].
    pub fn stems(&self) -> impl Iterator<Item = &str> {
        self.stems.iter().map(String::as_str)
    }

    /// How alike two titles are, 0 to 1: mostly shared stems, partly the look, which catches misspellings and
    /// compounds.
    pub fn likeness(&self, other: &Profile, frequencies: &Frequencies) -> f64 {
        let stems = stem_overlap(&self.stems, &other.stems, frequencies);
        0.7 * stems + 0.3 * self.trigrams.similarity(&other.trigrams)
    }
}
