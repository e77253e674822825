//! The pages of adding an e-legitimation and of joining two accounts.

use crate::{
    domain::{identity::TrustLevel, ids::JoiningId},
    usecases::identity::Preview,
    web::{
        components::button::{self, Weight},
        identity::ProviderChoice,
        layout::{Frame, page},
        urls,
    },
};
use maud::{Markup, html};

/// Where a person adds an e-legitimation to her account.
pub struct AddEidPage {
    /// Those to choose from.
    pub providers: Vec<ProviderChoice>,
}

impl AddEidPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let main = html! {
            h1 { (t.my_eid_title()) }
            p class="lead" { (t.my_eid_lead()) }
            p { (t.my_eid_joins()) }
            @for provider in &self.providers {
                p { (button::link(
                    Weight::Primary,
                    &urls::my_eid_at(frame.locale, &provider.code),
                    &t.my_eid_button(provider.label.as_str()),
                )) }
            }
            @if self.providers.is_empty() { p { (t.signin_eid_none()) } }
            p { a href=(urls::my_pages(frame.locale)) { (t.join_cancel()) } }
        };
        page(frame, &t.my_eid_title(), main)
    }
}

/// What will happen when two accounts become one, with the button that does it.
pub struct JoinPage {
    /// The question.
    pub id: JoiningId,
    /// What the other account has.
    pub other: Preview,
}

impl JoinPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let lead = match self.other.level {
            TrustLevel::Eid => t.join_lead_eid(),
            TrustLevel::Email => t.join_lead_mail(),
        };
        let main = html! {
            h1 { (t.join_title()) }
            p class="lead" { (lead) }
            section class="text" {
                h2 { (t.join_moved_title()) }
                (self.moved(frame))
            }
            section class="text" {
                h2 { (t.join_means_title()) }
                ul {
                    @if self.other.signed_by_both > 0 { li { (self.both(frame)) } }
                    @if self.other.signed_by_both > 0 { li { (t.join_closed()) } }
                    li { (t.join_name()) }
                    li { (t.join_out()) }
                    li { strong { (t.join_no_way_back()) } }
                }
            }
            div class="stack" {
                (button::post(
                    Weight::Primary,
                    &urls::my_joining(frame.locale, self.id),
                    &t.join_button(),
                    html! {},
                ))
                p { a href=(urls::my_pages(frame.locale)) { (t.join_cancel()) } }
            }
        };
        page(frame, &t.join_title(), main)
    }

    fn both(&self, frame: &Frame) -> String {
        let (count, shown) = number(frame, self.other.signed_by_both);
        frame.t.join_both(count, shown)
    }

    fn moved(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let other = &self.other;
        let line = |many: usize, say: &dyn Fn(i64, String) -> String| {
            let (count, shown) = number(frame, many);
            (many > 0).then(|| say(count, shown))
        };
        let lines: Vec<String> = [
            line(other.signed, &|count, shown| t.join_signed(count, shown)),
            line(other.followed, &|count, shown| {
                t.join_followed(count, shown)
            }),
            line(other.written, &|count, shown| t.join_written(count, shown)),
            line(other.drafts, &|count, shown| t.join_drafts(count, shown)),
        ]
        .into_iter()
        .flatten()
        .collect();
        html! {
            ul {
                @for line in &lines { li { (line) } }
                li { (t.join_way()) }
            }
        }
    }
}

fn number(frame: &Frame, many: usize) -> (i64, String) {
    let count = i64::try_from(many).unwrap_or(i64::MAX);
    (count, frame.locale.number(count))
}
