//! How far a proposal has come, in words, with a bar that shows the same.

use crate::web::layout::Frame;
use maud::{Markup, html};

/// Signatures against the threshold.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    /// Signatures so far.
    pub count: i64,
    /// How many are needed.
    pub threshold: i64,
    /// Calendar days left, 0 on the last; `None` when signing has ended.
    pub days_left: Option<i64>,
}

impl Progress {
    /// *148 av 200 underskrifter, 34 dagar kvar*, and the bar.
    pub fn render(&self, frame: &Frame) -> Markup {
        html! {
            div class="progress" {
                p { (self.words(frame)) }
                (self.bar())
            }
        }
    }

    /// The words alone.
    pub fn words(&self, frame: &Frame) -> Markup {
        html! {
            strong { (self.count_words(frame)) }
            @if let Some(days) = self.days_left { ", " span class="nowrap" { (frame.locale.days_left(days)) } }
        }
    }

    /// The bar alone; the words beside it say the same, so it is hidden from those who listen.
    pub fn bar(&self) -> Markup {
        let tone = self.days_left.is_none().then_some("closed");
        html! {
            svg class="bar" data-tone=[tone] viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                rect width=(self.thousandths()) height="10" {}
            }
        }
    }

    fn count_words(&self, frame: &Frame) -> String {
        let shown = frame.locale.number(self.count);
        let threshold = frame.locale.number(self.threshold);
        if self.count < self.threshold {
            frame.t.component_progress(shown, threshold)
        } else if self.days_left.is_some() {
            frame
                .t
                .component_progress_reached(self.count, shown, threshold)
        } else {
            frame
                .t
                .component_progress_ended(self.count, shown, threshold)
        }
    }

    /// What follows the count when it stands by itself in large figures.
    pub(super) fn after_count(&self, frame: &Frame) -> String {
        let threshold = frame.locale.number(self.threshold);
        if self.days_left.is_none() {
            frame.t.component_signatures_ended(self.count, threshold)
        } else if self.count < self.threshold {
            frame.t.component_signatures_of(self.count, threshold)
        } else {
            frame.t.component_signatures_reached(self.count, threshold)
        }
    }

    /// The filled part of the bar, of 1000.
    fn thousandths(&self) -> i64 {
        if self.threshold <= 0 {
            return 1000;
        }
        (self.count.max(0).saturating_mul(1000) / self.threshold).min(1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(count: i64, threshold: i64) -> i64 {
        let progress = Progress {
            count,
            threshold,
            days_left: None,
        };
        progress.thousandths()
    }

    #[test]
    fn the_bar_is_full_at_the_threshold_and_never_more() {
        assert_eq!(filled(0, 200), 0);
        assert_eq!(filled(148, 200), 740);
        assert_eq!(filled(199, 200), 995);
        assert_eq!(filled(200, 200), 1000);
        assert_eq!(filled(1410, 200), 1000);
        assert_eq!(filled(3, 0), 1000);
    }
}
