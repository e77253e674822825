//! The one Swedish analyser, for both engines.
//!
//! The engines' own stemmers disagree and miss common forms, and their case folding stops at ASCII. So words are split,
//! folded and stemmed here; SQLite's FTS5 (`unicode61 remove_diacritics 0`) and PostgreSQL's `to_tsvector('simple', …)`
//! index the words it makes and return candidates only; `rank` puts them in order.
//!
//! Å, ä and ö are letters of their own and are never folded to a and o.

mod likeness;
mod order;
mod rank;
mod split;
mod stem;
mod stops;
mod trigrams;

pub use likeness::{Frequencies, Profile, stem_overlap};
pub use order::collation_key;
pub use rank::{Document, Query, rank};
pub use trigrams::{Trigrams, similarity, trigram_text, trigrams};

/// Changes whenever the same text may give other stems: what is indexed under another version must be indexed again.
pub const ANALYSER_VERSION: i64 = 1;

/// All words of a text as stems, in order, stop words included.
pub fn analyse(text: &str) -> Vec<String> {
    let mut stems = Vec::with_capacity(text.len() / 6 + 1);
    split::for_each_word(text, |word| {
        stem::stem(word);
        stems.push(split::indexable(word));
    });
    stems
}

/// The stems of some fields as one text for a full-text index: only small Latin letters, digits and spaces, so both
/// engines split it the same way. Letters of other scripts are written as their code points (`u633`).
pub fn index_text(fields: &[&str]) -> String {
    let mut text = String::with_capacity(fields.iter().map(|field| field.len() + 1).sum());
    for field in fields {
        split::for_each_word(field, |word| {
            stem::stem(word);
            if !text.is_empty() {
                text.push(' ');
            }
            split::push_indexable(word, &mut text);
        });
    }
    text
}

/// The stems to look for: each once, without stop words unless nothing else was asked.
pub fn query_terms(query: &str) -> Vec<String> {
    let wanted = content_stems(query);
    if wanted.is_empty() {
        unique(analyse(query))
    } else {
        wanted
    }
}

/// The distinct stems that say what a text is about: no stop words, no lone letters.
pub fn content_stems(text: &str) -> Vec<String> {
    let mut stems = Vec::new();
    split::for_each_word(text, |word| {
        if stops::is_stop_word(word) || split::is_lone_letter(word) {
            return;
        }
        stem::stem(word);
        stems.push(split::indexable(word));
    });
    unique(stems)
}

fn unique(stems: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(stems.len());
    for stem in stems {
        if !kept.contains(&stem) {
            kept.push(stem);
        }
    }
    kept
}

#[cfg(test)]
mod tests;
