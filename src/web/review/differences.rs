//! What changed between two versions of a text, word by word.

use maud::{Markup, html};

/// A run of words and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part<'a> {
    /// In both.
    Same(Vec<&'a str>),
    /// Only in the older.
    Gone(Vec<&'a str>),
    /// Only in the newer.
    New(Vec<&'a str>),
}

/// More words than this are not compared word by word: the whole text counts as changed.
const MOST_WORDS: usize = 2_000;

/// Compares two texts; a line break counts as a word.
pub fn differences<'a>(old: &'a str, new: &'a str) -> Vec<Part<'a>> {
    let (old, new) = (words(old), words(new));
    if old.len() > MOST_WORDS || new.len() > MOST_WORDS {
        return vec![Part::Gone(old), Part::New(new)];
    }
    let common = longest_common(&old, &new);
    let (mut parts, mut i, mut j) = (Vec::new(), 0, 0);
    while i < old.len() || j < new.len() {
        let width = new.len() + 1;
        if i < old.len() && j < new.len() && old[i] == new[j] {
            push_same(&mut parts, old[i]);
            (i, j) = (i + 1, j + 1);
        } else if i < old.len()
            && (j == new.len() || common[(i + 1) * width + j] >= common[i * width + j + 1])
        {
            push_gone(&mut parts, old[i]);
            i += 1;
        } else {
            push_new(&mut parts, new[j]);
            j += 1;
        }
    }
    parts
}

fn words(text: &str) -> Vec<&str> {
    text.split_inclusive('\n')
        .flat_map(|line| {
            let words = line.split_whitespace();
            words.chain(line.ends_with('\n').then_some("\n"))
        })
        .collect()
}

/// The length of the longest common run of words from each pair of places to the ends.
fn longest_common(old: &[&str], new: &[&str]) -> Vec<u16> {
    let width = new.len() + 1;
    let mut common = vec![0_u16; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i * width + j] = if old[i] == new[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    common
}

fn push_same<'a>(parts: &mut Vec<Part<'a>>, word: &'a str) {
    match parts.last_mut() {
        Some(Part::Same(words)) => words.push(word),
        _ => parts.push(Part::Same(vec![word])),
    }
}

fn push_gone<'a>(parts: &mut Vec<Part<'a>>, word: &'a str) {
    match parts.last_mut() {
        Some(Part::Gone(words)) => words.push(word),
        _ => parts.push(Part::Gone(vec![word])),
    }
}

fn push_new<'a>(parts: &mut Vec<Part<'a>>, word: &'a str) {
    match parts.last_mut() {
        Some(Part::New(words)) => words.push(word),
        _ => parts.push(Part::New(vec![word])),
    }
}

/// The comparison as HTML. The words before each change are for those who do not see it struck through or underlined.
pub fn render(parts: &[Part], gone_word: &str, new_word: &str) -> Markup {
    html! {
        @for part in parts {
            @match part {
                Part::Same(words) => { (lines(words)) " " }
                Part::Gone(words) => {
                    del { span class="ds-sr-only" { (gone_word) " " } (lines(words)) } " "
                }
                Part::New(words) => {
                    ins { span class="ds-sr-only" { (new_word) " " } (lines(words)) } " "
                }
            }
        }
    }
}

fn lines(words: &[&str]) -> Markup {
    html! {
        @for (index, word) in words.iter().enumerate() {
            @if *word == "\n" { br; } @else {
                @if index > 0 { " " } (word)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_word_is_gone_and_new_and_the_rest_is_the_same() {
        assert_eq!(
            differences("Fler bänkar vid ån.", "Fler soffor vid ån."),
            [
                Part::Same(vec!["Fler"]),
                Part::Gone(vec!["bänkar"]),
                Part::New(vec!["soffor"]),
                Part::Same(vec!["vid", "ån."]),
            ]
        );
        assert_eq!(
            differences("ett två", "ett två"),
            [Part::Same(vec!["ett", "två"])]
        );
        assert_eq!(
            differences("ett\ntvå", "ett"),
            [Part::Same(vec!["ett"]), Part::Gone(vec!["\n", "två"])]
        );
        assert_eq!(differences("", ""), []);
    }
}
