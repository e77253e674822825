//! Words that say nothing about what a text is about. Documents keep them; queries and likeness leave them out.

/// Sorted by code point, for binary search; `tests.rs` holds that.
const STOP_WORDS: &[&str] = &[
    "all", "alla", "allt", "att", "av", "bara", "blev", "bli", "blir", "bör", "de", "dem", "den",
    "denna", "deras", "dess", "dessa", "det", "detta", "dig", "din", "dina", "ditt", "dock", "du",
    "där", "då", "efter", "ej", "eller", "en", "ett", "från", "få", "får", "för", "förslag", "ge",
    "genom", "ha", "hade", "han", "har", "hej", "hon", "hos", "hur", "här", "i", "icke", "in",
    "inte", "ja", "jag", "just", "kan", "kunna", "man", "med", "mellan", "men", "mer", "mig",
    "min", "mina", "mitt", "mot", "mycket", "måste", "ni", "nog", "när", "någon", "något", "några",
    "och", "också", "om", "oss", "på", "sedan", "sig", "sin", "sina", "sitt", "ska", "skall",
    "skulle", "som", "så", "till", "tills", "under", "upp", "ut", "utan", "vad", "var", "vara",
    "vi", "via", "vid", "vilka", "vilken", "vilket", "vill", "vår", "våra", "vårt", "än", "är",
    "åt", "över",
];

/// Whether a lower-case word (not a stem) is one of them.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
#[test]
fn the_list_is_sorted() {
    assert!(STOP_WORDS.is_sorted());
}
