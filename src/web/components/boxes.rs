//! Boxes that stand out of the text: notices, what happens next, an empty list, details to unfold.

use crate::web::layout::Frame;
use maud::{Markup, html};

/// What a notice is about; each has its own colour, sign and word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Something to know.
    Info,
    /// Something that is done.
    Done,
    /// Something that has waited too long, or soon will have.
    Late,
    /// Something that went wrong.
    Error,
}

/// A notice. Without a title it begins with the word of its kind.
pub fn notice(frame: &Frame, kind: Notice, title: Option<&str>, body: Markup) -> Markup {
    let (colour, word) = match kind {
        Notice::Info => ("info", frame.t.component_notice_info()),
        Notice::Done => ("success", frame.t.component_notice_done()),
        Notice::Late => ("warning", frame.t.component_notice_late()),
        Notice::Error => ("danger", frame.t.component_notice_error()),
    };
    html! {
        div class="ds-alert" data-color=(colour) {
            strong { (title.unwrap_or(&word)) }
            div { (body) }
        }
    }
}

/// *Vad händer nu?* – what follows, when, and who does it.
pub fn whats_next(frame: &Frame, body: Markup) -> Markup {
    html! {
        section class="next" {
            h2 { (frame.t.component_whats_next()) }
            (body)
        }
    }
}

/// In place of a list with nothing in it: what that means and what one can do.
pub fn empty(body: Markup) -> Markup {
    html! { div class="empty" { (body) } }
}

/// Something to unfold.
pub fn details(summary: &str, body: Markup) -> Markup {
    html! {
        details class="ds-details" {
            summary { (summary) }
            div class="stack" { (body) }
        }
    }
}
