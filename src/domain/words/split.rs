//! Splits text into words: runs of letters and digits, in lower case, accents composed.

/// Calls `take` with each word in lower case. The buffer is reused; `take` may change it.
pub fn for_each_word(text: &str, mut take: impl FnMut(&mut String)) {
    let mut word = String::with_capacity(32);
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
        } else if is_mark(c) {
            compose(&mut word, c);
        } else if c.is_alphanumeric() {
            word.extend(c.to_lowercase().filter(|c| !is_mark(*c)));
        } else if c != '\u{ad}' && !word.is_empty() {
            take(&mut word);
            word.clear();
        }
    }
    if !word.is_empty() {
        take(&mut word);
    }
}

/// A combining accent. Text typed on some systems comes decomposed: a + ring instead of å.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn compose(word: &mut String, mark: char) {
    let Some(base) = word.chars().next_back() else {
        return;
    };
    let composed = match (base, mark) {
        ('a', '\u{30a}') => 'å',
        ('a', '\u{308}') => 'ä',
        ('o', '\u{308}') => 'ö',
        ('u', '\u{308}') => 'ü',
        ('e', '\u{301}') => 'é',
        ('e', '\u{300}') => 'è',
        ('a', '\u{300}') => 'à',
        ('a', '\u{301}') => 'á',
        _ => return,
    };
    word.pop();
    word.push(composed);
}

/// One letter alone, as in "12:an" cut apart or an initial; digits stay.
pub fn is_lone_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|c| c.is_ascii_alphabetic()) && letters.next().is_none()
}

/// The word as both engines' indexes take it; see [`super::index_text`].
pub fn indexable(word: &str) -> String {
    let mut text = String::with_capacity(word.len());
    push_indexable(word, &mut text);
    text
}

/// Appends the word as both engines' indexes take it.
pub fn push_indexable(word: &str, text: &mut String) {
    if word.is_ascii() {
        text.push_str(word);
        return;
    }
    for c in word.chars() {
        if is_plain(c) {
            text.push(c);
        } else {
            use std::fmt::Write;
            // Writing to a String cannot fail.
            let _ = write!(text, "u{:x}", u32::from(c));
        }
    }
}

/// Letters that every database locale knows as letters: basic and extended Latin.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || (matches!(c, 'ß'..='ÿ' | 'ā'..='ſ') && c != '÷')
}
