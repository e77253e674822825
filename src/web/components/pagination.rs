//! The way through a long list, page by page.

use super::button::{Weight, link};
use crate::web::layout::Frame;
use maud::{Markup, html};

/// Links to the page before and after; draws nothing when there is neither.
pub fn pagination(frame: &Frame, previous: Option<&str>, next: Option<&str>) -> Markup {
    let t = frame.t;
    html! {
        @if previous.is_some() || next.is_some() {
            nav class="buttons" aria-label=(t.component_pages_label()) {
                @if let Some(href) = previous { (link(Weight::Secondary, href, &t.component_pages_previous())) }
                @if let Some(href) = next { (link(Weight::Secondary, href, &t.component_pages_next())) }
            }
        }
    }
}
