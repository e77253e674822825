//! The parts pages are made of. Each takes plain values and draws one thing; `/stil` shows all of them.
//!
//! Plain elements (headings, paragraphs, lists, links) look right as they are and have no component.

pub mod act_card;
pub mod boxes;
pub mod button;
pub mod chart;
pub mod choices;
pub mod errors;
pub mod facts;
pub mod field;
pub mod pagination;
pub mod progress;
pub mod proposal_card;
pub mod steps;
pub mod table;
pub mod tag;
pub mod timeline;

use maud::{Markup, html};

/// A heading of level 2, 3 or 4, for parts that stand under different headings.
pub fn heading(level: u8, class: &str, content: Markup) -> Markup {
    html! {
        @match level {
            0..=2 => h2 class=(class) { (content) },
            3 => h3 class=(class) { (content) },
            _ => h4 class=(class) { (content) },
        }
    }
}

/// Words as a resident or the city wrote them: Swedish on a page of any language (WCAG 3.1.2), with a direction of their own.
pub fn as_written(words: &str) -> Markup {
    html! { bdi lang="sv" { (words) } }
}

/// The hidden id of a rendered form: the same form posted twice is one act.
pub fn form_id(id: &str) -> Markup {
    html! { input type="hidden" name="form_id" value=(id); }
}
