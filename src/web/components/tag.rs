//! A stage or kind in one or two words.

use maud::{Markup, html};

/// What a tag's colour means, besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular; closed, archived.
    Plain,
    /// Under way.
    Active,
    /// Done.
    Done,
    /// Waiting too long.
    Late,
}

/// A tag.
pub fn tag(tone: Tone, label: &str) -> Markup {
    let colour = match tone {
        Tone::Plain => "neutral",
        Tone::Active => "accent",
        Tone::Done => "success",
        Tone::Late => "warning",
    };
    html! { span class="ds-tag" data-color=(colour) { (label) } }
}
