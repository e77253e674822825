//! Proposals like one that is being written: by its title and by what its text speaks of.

use super::{Catalogue, Held};
use crate::domain::{
    ids::ProposalNumber,
    words::{Profile, analyse, content_stems},
};
use std::collections::HashSet;

/// A proposal that may say the same, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    /// Its public number.
    pub number: ProposalNumber,
    /// How alike, 0 to 1.
    pub likeness: f64,
    /// The words of its title that stand in what is written, as they stand there.
    pub common: Vec<String>,
}

/// Likenesses below this say nothing.
const LEAST_LIKE: f64 = 0.22;
/// A stem that more than one proposal in so many has says nothing of what a text is about.
const COMMON_IN: usize = 40;
/// In a small collection no stem is common until so many have it.
const COMMON_FROM: usize = 30;
/// One word in common is a chance; from two on the text speaks of the same.
const ONE_WORD: f64 = 0.3;

impl Catalogue {
    /// The proposals most like what is written, at most `limit`, the likest first.
    pub fn similar(&self, title: &str, text: &str, limit: usize) -> Vec<Similar> {
        let profile = Profile::new(title);
        let written: HashSet<String> = content_stems(&format!("{title} {text}"))
            .into_iter()
            .collect();
        let common_from = (self.len() / COMMON_IN).max(COMMON_FROM);
        let telling = written
            .iter()
            .map(String::as_str)
            .filter(|stem| self.index.count(stem) <= common_from);
        let in_title = profile.stems();
        let mut similar: Vec<Similar> = self
            .index
            .sharing(telling.chain(in_title))
            .into_iter()
            .filter_map(|place| self.entries[place as usize].as_ref())
            .map(|held| self.compare(held, &profile, &written))
            .filter(|similar| similar.likeness >= LEAST_LIKE)
            .collect();
        similar.sort_by(|a, b| {
            b.likeness
                .total_cmp(&a.likeness)
                .then(b.number.cmp(&a.number))
        });
        similar.truncate(limit);
        for one in &mut similar {
            if let Some(entry) = self.get(one.number) {
                one.common = words_in_common(&entry.title, &written);
            }
        }
        similar
    }

    /// How alike the titles are, or half that and half how much of the other's title stands in what is written, whichever
    /// is more.
    fn compare(&self, held: &Held, profile: &Profile, written: &HashSet<String>) -> Similar {
        let weigh = |stem: &str| self.frequencies.weight(stem);
        let (mut all, mut shared, mut count) = (0.0, 0.0, 0);
        for stem in held.profile.stems() {
            all += weigh(stem);
            if written.contains(stem) {
                shared += weigh(stem);
                count += 1;
            }
        }
        let coverage = if all > 0.0 { shared / all } else { 0.0 };
        let coverage = if count < 2 {
            coverage * ONE_WORD
        } else {
            coverage
        };
        let titles = profile.likeness(&held.profile, &self.frequencies);
        Similar {
            number: held.entry.facts.number,
            likeness: titles.max(0.5 * titles + 0.5 * coverage),
            common: Vec::new(),
        }
    }
}

/// The words of a title whose stems stand in what is written, each once.
fn words_in_common(title: &str, written: &HashSet<String>) -> Vec<String> {
    let mut common: Vec<String> = Vec::new();
    for word in title.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_common = content_stems(word)
            .iter()
            .any(|stem| written.contains(stem));
        let is_new = !common.iter().any(|known| analyse(known) == analyse(word));
        if is_common && is_new {
            common.push(word.to_lowercase());
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use super::super::tests::some;

    fn found(title: &str, text: &str) -> Vec<i64> {
        let similar = some().similar(title, text, 5);
        similar
            .into_iter()
            .map(|similar| similar.number.0)
            .collect()
    }

    #[test]
    fn the_title_finds_other_forms_of_its_words() {
        let first = found("Lekplatser för små barn", "");
        assert!(first.starts_with(&[5]), "{first:?}");
        assert!(first.contains(&1));
    }

    #[test]
    fn the_text_finds_what_the_title_does_not_say() {
        let text = "Vi behöver en hundrastgård nära Slottsskogen där hundar kan springa fritt.";
        let similar = some().similar("Plats för alla våra vänner", text, 5);
        assert_eq!(similar[0].number.0, 2);
        assert_eq!(similar[0].common, ["hundrastgård", "slottsskogen"]);
    }

    #[test]
    fn nothing_is_found_where_nothing_is_alike() {
        assert!(found("Gratis bibliotekskort", "Alla ska få låna böcker.").is_empty());
        assert!(found("", "").is_empty());
    }
}
