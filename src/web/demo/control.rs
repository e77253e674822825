//! The demo's control page: who one can be, a clock to move, test persons who sign.

use crate::web::{
    components::{
        boxes::{self, Notice},
        button::{self, Weight},
        errors::error_summary,
        field::{self, Field, Kind},
    },
    layout::{Frame, page},
    urls,
};
use maud::{Markup, html};

/// What has just been done.
pub enum Done {
    /// The clock was moved.
    Moved,
    /// Test persons signed.
    Signed {
        /// The proposal's number.
        number: String,
        /// How many signed.
        count: String,
    },
}

/// The page, with what was typed and what is wrong with it.
#[derive(Default)]
pub struct ControlPage {
    /// What has just been done.
    pub done: Option<Done>,
    /// Days to move the clock.
    pub days: String,
    /// What is wrong with them.
    pub days_error: Option<String>,
    /// The proposal to sign.
    pub number: String,
    /// What is wrong with it.
    pub number_error: Option<String>,
    /// How many are to sign.
    pub count: String,
    /// What is wrong with that.
    pub count_error: Option<String>,
}

impl ControlPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let errors: Vec<_> = [
            ("dagar", &self.days_error),
            ("nummer", &self.number_error),
            ("antal", &self.count_error),
        ]
        .into_iter()
        .filter_map(|(field, error)| error.clone().map(|error| (field, error)))
        .collect();
        let main = html! {
            (error_summary(frame, &errors))
            h1 { (t.demo_title()) }
            (self.what_was_done(frame))
            p class="lead" { (t.demo_lead()) }
            section {
                h2 { (t.demo_people_title()) }
                p { (t.demo_people_text()) }
                p { a href=(urls::sign_in(frame.locale)) { (t.demo_people_link()) } }
                p { a href=(urls::demo(frame.locale, "/post")) { (t.demo_post_link()) } }
            }
            (self.clock(frame))
            (self.signing(frame))
        };
        page(frame, &t.demo_title(), main)
    }

    fn what_was_done(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let text = match &self.done {
            None => return html! {},
            Some(Done::Moved) => t.demo_clock_done(frame.locale.date(frame.now.day())),
            Some(Done::Signed { number, count }) => {
                t.demo_sign_done(count.as_str(), number.as_str())
            }
        };
        boxes::notice(frame, Notice::Done, None, html! { p { (text) } })
    }

    fn clock(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let label = t.demo_clock_label();
        let field = Field {
            value: &self.days,
            error: self.days_error.as_deref(),
            ..Field::new("dagar", &label)
        };
        html! {
            section {
                h2 { (t.demo_clock_title()) }
                p { (t.demo_clock_text(frame.locale.date_and_time(frame.now))) }
                form method="post" action=(urls::demo(frame.locale, "/klocka")) class="stack" {
                    (field::text_field(frame, Kind::Digits, &field))
                    (button::submit(Weight::Secondary, &t.demo_clock_button()))
                }
            }
        }
    }

    fn signing(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (number_label, count_label) = (t.demo_number_label(), t.demo_count_label());
        let number = Field {
            value: &self.number,
            error: self.number_error.as_deref(),
            ..Field::new("nummer", &number_label)
        };
        let count = Field {
            value: &self.count,
            error: self.count_error.as_deref(),
            ..Field::new("antal", &count_label)
        };
        html! {
            section {
                h2 { (t.demo_sign_title()) }
                p { (t.demo_sign_text()) }
                form method="post" action=(urls::demo(frame.locale, "/skriv-under")) class="stack" {
                    (field::text_field(frame, Kind::Digits, &number))
                    (field::text_field(frame, Kind::Digits, &count))
                    (button::submit(Weight::Secondary, &t.demo_sign_button()))
                }
            }
        }
    }
}
