//! Beside the text: who works on it, by when, and what can be done now.

use super::{forms::Act, loading::Reviewed, words};
use crate::{
    domain::{
        display::{DisplayStage, display_stage},
        ids::PersonId,
        permissions::Involvement,
        reviews::{Review, ReviewState},
        time::Timestamp,
    },
    usecases::reviews::asked,
    web::{
        components::{
            boxes::{self, Notice},
            button::{self, Weight, link},
            form_id,
            tag::tag,
        },
        layout::Frame,
        urls,
    },
};
use maud::{Markup, html};

/// What can be done with a review.
pub struct Panel<'a> {
    /// The review.
    pub reviewed: &'a Reviewed,
    /// Who looks.
    pub me: PersonId,
    /// Whether the person may take over from colleagues.
    pub is_overseer: bool,
    /// Whether the latest decision can be undone.
    pub may_undo: bool,
    /// The id of its forms: one page is one act.
    pub form_id: String,
}

impl Panel<'_> {
    /// Whether the official may act on it at all.
    pub fn may_act(&self) -> bool {
        self.reviewed.involvement == Involvement::None
    }

    /// What every form of the page carries.
    pub fn hidden(&self) -> Markup {
        html! {
            (form_id(&self.form_id))
            input type="hidden" name="sedd" value=(self.reviewed.version());
        }
    }

    /// The stage as staff see it.
    pub fn shown_stage(&self, now: Timestamp) -> DisplayStage {
        let proposal = &self.reviewed.proposal;
        display_stage(&proposal.stage, now, None, Some(&proposal.imported)).stage
    }

    /// The panel.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            section class="act" {
                h2 { (t.review_panel_title()) }
                @if !self.may_act() {
                    (boxes::notice(frame, Notice::Info, None, html! { p { (t.review_error_involved()) } }))
                } @else if let Some(review) = self.in_review() {
                    (self.due(frame, review))
                    (self.claim(frame, review))
                } @else {
                    (self.decided(frame))
                }
            }
        }
    }

    fn in_review(&self) -> Option<&Review> {
        let is_in_review = self.reviewed.proposal.stage.is_in_review();
        self.reviewed.review.as_ref().filter(|_| is_in_review)
    }

    fn post(&self, frame: &Frame, weight: Weight, word: &str, label: &str) -> Markup {
        let number = self.reviewed.proposal.number;
        let action = urls::review_act(frame.locale, number, word);
        button::post(weight, &action, label, self.hidden())
    }

    fn to_form(&self, frame: &Frame, weight: Weight, act: Act, label: &str) -> Markup {
        let number = self.reviewed.proposal.number;
        link(
            weight,
            &urls::review_act(frame.locale, number, act.word()),
            label,
        )
    }

    fn due(&self, frame: &Frame, review: &Review) -> Markup {
        let (tone, words) = words::urgency(frame.locale, review.due, frame.now.day());
        html! {
            p { (frame.t.review_due(frame.locale.date_with_weekday(review.due))) " " (tag(tone, &words)) }
        }
    }

    fn claim(&self, frame: &Frame, review: &Review) -> Markup {
        let (t, locale) = (frame.t, frame.locale);
        match review.state {
            ReviewState::Claimed { by, until } if by == self.me => html! {
                p { (t.review_mine(locale.time(until))) }
                div class="buttons" {
                    (self.to_form(frame, Weight::Primary, Act::Publish, &t.review_to_publish()))
                    (self.to_form(frame, Weight::Secondary, Act::Ask, &t.review_to_ask()))
                    (self.to_form(frame, Weight::Secondary, Act::Refuse, &t.review_to_refuse()))
                    (self.post(frame, Weight::Quiet, "slapp", &t.review_release()))
                }
            },
            ReviewState::Claimed { by, until } if frame.now < until => html! {
                p { (t.review_held(self.reviewed.name(Some(by)), locale.time(until))) }
                @if self.is_overseer {
                    p class="soft" { (t.review_take_over_hint()) }
                    (self.post(frame, Weight::Secondary, "ta-over", &t.review_take_over()))
                }
            },
            _ => html! {
                p { (t.review_free()) }
                (self.post(frame, Weight::Primary, "ta", &t.review_claim()))
            },
        }
    }

    fn decided(&self, frame: &Frame) -> Markup {
        let (t, locale) = (frame.t, frame.locale);
        let proposal = &self.reviewed.proposal;
        let latest = self.reviewed.steps.last();
        html! {
            @if let Some(step) = latest {
                p {
                    strong { (words::step(t, step.kind)) } ". "
                    @if step.by.is_some() {
                        (t.review_by_at(self.reviewed.name(step.by), locale.date_and_time(step.at)))
                    }
                }
            } @else { p { (t.review_nothing_to_do()) } }
            @if self.may_undo {
                p class="soft" { (t.review_undo_hint()) }
                (self.post(frame, Weight::Secondary, "angra", &t.review_undo()))
            }
            @if proposal.stage.is_visible() {
                p { a href=(urls::proposal(locale, proposal.number)) { (t.review_public_page()) } }
                (self.removal(frame))
            }
        }
    }

    fn removal(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        match asked(&self.reviewed.steps) {
            None => html! {
                p { a href=(urls::review_act(frame.locale, self.reviewed.proposal.number, Act::Remove.word())) { (t.review_to_remove()) } }
            },
            Some(step) if step.by == Some(self.me) => html! {
                p { (t.review_removal_waits()) }
                (self.post(frame, Weight::Quiet, "avboj-borttagning", &t.review_removal_take_back()))
            },
            Some(step) => html! {
                p { (t.review_removal_asked_by(
                    self.reviewed.name(step.by),
                    words::reason_names(frame.locale, &self.reviewed.reasons, &step.reasons),
                )) }
                @if let Some(note) = &step.note { blockquote { p { (note) } } }
                p class="soft" { (t.review_removal_hint()) }
                div class="buttons" {
                    (self.post(frame, Weight::Primary, "bekrafta-borttagning", &t.review_removal_confirm()))
                    (self.post(frame, Weight::Secondary, "avboj-borttagning", &t.review_removal_decline()))
                }
            },
        }
    }
}
