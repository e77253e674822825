//! Three-letter pieces of words, for misspellings and for parts of compounds.

use super::split;

/// The distinct trigrams of a text, sorted. Each word is padded (two spaces before, one after), so that beginnings
/// weigh more than middles.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Trigrams(Vec<u64>);

impl Trigrams {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the text had no word at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Jaccard likeness: shared over all, 0 to 1.
    pub fn similarity(&self, other: &Trigrams) -> f64 {
        let shared = self.shared(other);
        let all = self.len() + other.len() - shared;
        if all == 0 {
            0.0
        } else {
            shared as f64 / all as f64
        }
    }

    fn shared(&self, other: &Trigrams) -> usize {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut shared = 0;
        while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => a.next(),
                std::cmp::Ordering::Greater => b.next(),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    a.next();
                    b.next()
                }
            };
        }
        shared
    }
}

/// The trigrams of all words of a text.
pub fn trigrams(text: &str) -> Trigrams {
    let mut pieces = Vec::with_capacity(text.len() + 8);
    split::for_each_word(text, |word| push_word(word, &mut pieces));
    pieces.sort_unstable();
    pieces.dedup();
    Trigrams(pieces)
}

fn push_word(word: &str, pieces: &mut Vec<u64>) {
    let (mut first, mut second) = (' ', ' ');
    for third in word.chars().chain([' ']) {
        pieces.push(pack(first, second, third));
        (first, second) = (second, third);
    }
}

fn pack(first: char, second: char, third: char) -> u64 {
    (u64::from(u32::from(first)) << 42)
        | (u64::from(u32::from(second)) << 21)
        | u64::from(u32::from(third))
}

/// How alike two texts look, 0 to 1, whatever their words mean: for misspellings.
pub fn similarity(a: &str, b: &str) -> f64 {
    trigrams(a).similarity(&trigrams(b))
}

/// The trigrams of some fields as words for a full-text index of their own (`spårvagn` → `spå pår årv rva vag agn`):
/// candidates for misspelt queries and for the latter parts of compounds, the same on both engines.
pub fn trigram_text(fields: &[&str]) -> String {
    let mut seen = std::collections::HashSet::new();
    let mut text = String::new();
    for field in fields {
        split::for_each_word(field, |word| {
            let letters: Vec<char> = word.chars().collect();
            for piece in letters.windows(3) {
                if !seen.insert(pack(piece[0], piece[1], piece[2])) {
                    continue;
                }
                if !text.is_empty() {
                    text.push(' ');
                }
                split::push_indexable(&String::from_iter(piece), &mut text);
            }
        });
    }
    text
}
