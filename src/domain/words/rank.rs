//! The one ranking, so that both engines give the same order.

use super::{Frequencies, Trigrams, query_terms, trigrams};

const TITLE: f64 = 4.0;
const ABOUT: f64 = 2.0;
const DECISION: f64 = 1.0;

const EXACT: f64 = 1.0;
const BEGINNING: f64 = 0.6;
const ENDING: f64 = 0.55;
/// Below this likeness two words are different words, not one of them misspelt.
const LEAST_LIKE: f64 = 0.3;
/// The fewest letters a stem needs before parts of words count: *ö* is not the beginning of *öppna*.
const LEAST_PART: usize = 3;

/// A search made ready once, to rank many documents.
pub struct Query {
    terms: Vec<Term>,
    weight: f64,
}

struct Term {
    stem: String,
    weight: f64,
    letters: usize,
    letter_set: u32,
    trigrams: Trigrams,
}

impl Query {
    /// A search in which every word weighs the same.
    pub fn new(text: &str) -> Self {
        Query::weighted(text, &Frequencies::default())
    }

    /// A search in which rare words weigh more.
    pub fn weighted(text: &str, frequencies: &Frequencies) -> Self {
        let terms: Vec<Term> = query_terms(text)
            .into_iter()
            .map(|stem| Term {
                weight: frequencies.weight(&stem),
                letters: stem.chars().count(),
                letter_set: letter_set(&stem),
                trigrams: trigrams(&stem),
                stem,
            })
            .collect();
        let weight = terms.iter().map(|term| term.weight).sum();
        Query { terms, weight }
    }

    /// The stems looked for, for the engines' candidate search.
    pub fn stems(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|term| term.stem.as_str())
    }

    /// Nothing to look for: a text without any word.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

/// What is ranked: each field as [`super::index_text`] made it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Document<'a> {
    /// The title.
    pub title: &'a str,
    /// Topic, body, place and the proposal's own text.
    pub about: &'a str,
    /// The decisions' texts.
    pub decision: &'a str,
}

/// How well a document answers a search: 0 when no word matches, higher is better. A match in the title counts more
/// than one in topic or body, and that more than one in the decision; the same stem counts more than the beginning or
/// end of a compound, and that more than a likely misspelling. All words found counts more than one word found often.
pub fn rank(query: &Query, document: &Document<'_>) -> f64 {
    let mut score = 0.0;
    let mut found = 0.0;
    for term in &query.terms {
        let best = match_term(term, document);
        if best > 0.0 {
            score += best * term.weight;
            found += term.weight;
        }
    }
    if found == 0.0 {
        return 0.0;
    }
    let share = found / query.weight;
    // A short title says the same with fewer other matters in it.
    let brevity = 1.0 / (1.0 + document.title.len() as f64 / 1000.0);
    score / query.weight * share * share * brevity
}

/// The best match of one term: the strongest field in full, the others as a small addition.
fn match_term(term: &Term, document: &Document<'_>) -> f64 {
    let title = TITLE * match_field(term, document.title);
    let about = ABOUT * match_field(term, document.about);
    let decision = DECISION * match_field(term, document.decision);
    let best = title.max(about).max(decision);
    if best > 0.0 {
        return best + 0.1 * (title + about + decision - best);
    }
    TITLE * misspelling(term, document.title)
}

fn match_field(term: &Term, field: &str) -> f64 {
    if !field.contains(term.stem.as_str()) {
        return 0.0;
    }
    let mut best = 0.0_f64;
    for word in field.split(' ') {
        if word == term.stem {
            return EXACT;
        }
        if term.letters < LEAST_PART {
            continue;
        }
        if word.starts_with(&term.stem) {
            best = best.max(BEGINNING);
        } else if word.ends_with(&term.stem) {
            best = best.max(ENDING);
        }
    }
    best
}

/// How like the likest word of a field is to a term that was not found; at most 0.4.
fn misspelling(term: &Term, field: &str) -> f64 {
    if term.letters <= LEAST_PART {
        return 0.0;
    }
    let likest = field
        .split(' ')
        .filter(|word| {
            word.len().abs_diff(term.stem.len()) <= 2
                && (letter_set(word) & term.letter_set).count_ones() + 2
                    >= term.letter_set.count_ones()
        })
        .map(|word| term.trigrams.similarity(&trigrams(word)))
        .fold(0.0, f64::max);
    if likest >= LEAST_LIKE {
        0.4 * likest
    } else {
        0.0
    }
}

/// Which letters a word has, one bit each: a cheap first question before trigrams are compared.
fn letter_set(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte & 31))
}
