//! The page every error is told on: what happened, what to do, where to get help.

use super::{
    error::ErrorKind,
    layout::{Frame, page},
    urls,
};
use maud::{Markup, html};

/// An error, told to a person.
pub struct ErrorPage<'a> {
    /// What kind it is.
    pub kind: &'a ErrorKind,
}

impl ErrorPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (title, text) = match self.kind {
            ErrorKind::BadRequest => (t.error_bad_request_title(), t.error_bad_request_text()),
            ErrorKind::Forbidden => (t.error_forbidden_title(), t.error_forbidden_text()),
            ErrorKind::NotFound => (t.error_not_found_title(), t.error_not_found_text()),
            ErrorKind::WrongMethod => (t.error_wrong_method_title(), t.error_wrong_method_text()),
            ErrorKind::Stale => (t.error_stale_title(), t.error_stale_text()),
            ErrorKind::Gone(_) => (t.error_gone_title(), t.error_gone_text()),
            ErrorKind::TooLarge => (t.error_too_large_title(), t.error_too_large_text()),
            ErrorKind::Unreadable => (t.error_unreadable_title(), t.error_unreadable_text()),
            ErrorKind::TooMany => (t.error_too_many_title(), t.error_too_many_text()),
            ErrorKind::Broken => (t.error_broken_title(), t.error_broken_text()),
            ErrorKind::Away => (t.error_away_title(), t.error_away_text()),
        };
        let main = html! {
            h1 { (title) }
            p { (text) }
            @if let ErrorKind::Gone(reason) = self.kind {
                @if !reason.is_empty() { p { (t.error_gone_reason(reason.as_str())) } }
            }
            p { a href=(urls::proposals(frame.locale)) { (t.error_to_proposals()) } }
            p { a href=(urls::start(frame.locale)) { (t.error_to_start()) } }
            p { a href=(urls::contact(frame.locale)) { (t.error_to_contact()) } }
        };
        page(frame, &title, main)
    }
}
