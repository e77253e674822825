//! The page for getting no more mails.

use crate::web::{
    components::button::{self, Weight},
    layout::{Frame, page},
    urls,
};
use maud::{Markup, html};

/// Before and after the button.
pub struct WayOutPage {
    /// Whether it has been pressed.
    pub is_done: bool,
}

impl WayOutPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let title = if self.is_done {
            t.way_out_done_title()
        } else {
            t.way_out_title()
        };
        let main = html! {
            h1 { (title) }
            @if self.is_done {
                p { (t.way_out_done_text()) }
                p { a href=(urls::proposals(frame.locale)) { (t.way_out_to_proposals()) } }
            } @else {
                p { (t.way_out_text()) }
                (button::post(Weight::Primary, &urls::in_language(frame.locale, frame.path), &t.way_out_button(), html! {}))
            }
        };
        page(frame, &title, main)
    }
}
