//! Going on another time, and throwing a draft away.

use crate::{
    domain::{drafts::Step, ids::DraftId},
    usecases::drafts::KEPT_DAYS,
    web::{
        components::{
            boxes::{Notice, notice},
            button::{Weight, link, post},
        },
        layout::{Frame, page},
        urls,
    },
};
use maud::{Markup, html};

/// The page that says where the draft lies and how to come back to it.
pub struct SavedPage {
    /// The draft.
    pub id: DraftId,
    /// The step with something left to do.
    pub step: Step,
    /// Where one signs in and comes back; `None` for who is signed in.
    pub sign_in: Option<String>,
}

impl SavedPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let title = t.propose_saved_title();
        let go_on = urls::draft_step(frame.locale, self.id, self.step.as_str());
        let days = frame.locale.days(KEPT_DAYS);
        let main = html! {
            h1 { (title) }
            p class="lead" {
                @if self.sign_in.is_some() { (t.propose_saved_browser()) } @else { (t.propose_saved_person()) }
            }
            p { (t.propose_saved_how(t.site_nav_new_proposal())) }
            p { (t.propose_saved_days(days)) }
            @if let Some(sign_in) = &self.sign_in {
                (notice(frame, Notice::Info, Some(&t.propose_saved_shared_title()), html! {
                    p { (t.propose_saved_shared()) }
                    p { a href=(sign_in) { (t.propose_saved_sign_in()) } }
                }))
            }
            div class="buttons" {
                (link(Weight::Primary, &go_on, &t.propose_saved_go_on()))
                (link(Weight::Quiet, &urls::draft_discard(frame.locale, self.id), &t.propose_discard()))
            }
        };
        page(frame, &title, main)
    }
}

/// The question before a draft is thrown away.
pub struct DiscardPage<'a> {
    /// The draft.
    pub id: DraftId,
    /// Its title.
    pub title: &'a str,
}

impl DiscardPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let title = t.propose_discard_title();
        let main = html! {
            h1 { (title) }
            @if !self.title.trim().is_empty() { p class="lead" { bdi { (self.title.trim()) } } }
            p { (t.propose_discard_text()) }
            div class="buttons" {
                (post(Weight::Primary, &urls::draft_discard(frame.locale, self.id), &t.propose_discard_button(), html! {}))
                (link(Weight::Secondary, &urls::draft_saved(frame.locale, self.id), &t.propose_discard_keep()))
            }
        };
        page(frame, &title, main)
    }
}
