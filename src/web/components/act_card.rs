//! The card that holds the act of a proposal's page: the count, the bar, one button and what pressing it means.

use super::progress::Progress;
use crate::web::layout::Frame;
use maud::{Markup, html};

/// What the card shows; put it in an element of class `side` inside `split`.
pub struct ActCard<'a> {
    /// The card's heading: what the count is of.
    pub title: &'a str,
    /// Signatures against the threshold.
    pub progress: Progress,
    /// When it closes, or what the count led to: a full sentence.
    pub deadline: &'a str,
    /// The button or buttons, or what stands in their place.
    pub action: Markup,
    /// What the act means and who sees it.
    pub meaning: Markup,
}

impl ActCard<'_> {
    /// The card, as a `section` that begins with its heading.
    pub fn render(&self, frame: &Frame) -> Markup {
        let count = self.progress.count;
        html! {
            section class="act" {
                h2 class="ds-sr-only" { (self.title) }
                div {
                    p {
                        span class="count" { (frame.locale.number(count)) }
                        (self.progress.after_count(frame))
                    }
                    (self.progress.bar())
                }
                p { (self.deadline) }
                div class="buttons" { (self.action) }
                div class="meaning" { (self.meaning) }
            }
        }
    }
}
