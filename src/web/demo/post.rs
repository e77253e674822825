//! The demo's post page: what would have been sent to people.

use crate::{
    usecases::post_box::KeptMail,
    web::{
        components::boxes,
        layout::{Frame, page},
        urls,
    },
};
use maud::{Markup, html};

/// The newest mails.
pub struct PostPage {
    /// Newest first.
    pub mails: Vec<KeptMail>,
    /// The address they are filtered by; empty for all.
    pub to: String,
}

impl PostPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let main = html! {
            h1 { (t.demo_post_title()) }
            p { (t.demo_post_lead()) }
            @if !self.to.is_empty() {
                p { (t.demo_post_filtered(self.to.as_str())) " " a href=(urls::demo(frame.locale, "/post")) { (t.demo_post_all()) } }
            }
            @if self.mails.is_empty() {
                (boxes::empty(html! { p { (t.demo_post_empty()) } }))
            }
            @for mail in &self.mails { (self.mail(frame, mail)) }
        };
        page(frame, &t.demo_post_title(), main)
    }

    fn mail(&self, frame: &Frame, mail: &KeptMail) -> Markup {
        html! {
            article class="mail" {
                h2 lang=(mail.language) { (mail.subject) }
                p class="mail-facts" {
                    (frame.t.demo_post_to(mail.to.as_str())) " · " (frame.locale.date_and_time(mail.at))
                }
                @for paragraph in mail.text.split("\n\n") {
                    p lang=(mail.language) { (linked(paragraph)) }
                }
            }
        }
    }
}

/// Lines as they stand, with a line that is an address made a link.
fn linked(paragraph: &str) -> Markup {
    html! {
        @for (number, line) in paragraph.lines().enumerate() {
            @if number > 0 { br; }
            @match line.rfind("http") {
                Some(at) if !line[at..].contains(' ') => {
                    (line[..at]) a href=(line[at..]) { (line[at..]) }
                }
                _ => { (line) }
            }
        }
    }
}
