//! The author's pages as HTML.

use super::messages::Messages;
use crate::{
    domain::{
        drafts::{Asked, Problems},
        reviews,
        settings::Rules,
        stages::Stage,
        text::{Body, Title},
    },
    i18n::Locale,
    store::{proposals::Proposal, refusal_reasons::ReasonText},
    web::{
        components::{
            boxes::{Notice, notice, whats_next},
            button::{Weight, link, post, submit},
            errors::error_summary,
            field::{Field, Kind, text_area, text_field},
            form_id,
        },
        kept_forms::kept_notice,
        layout::{Crumb, Frame, page, page_with_crumbs},
        urls,
    },
};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// The answer to a question, raw.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct AnswerForm {
    /// The id of the form.
    pub form_id: String,
    titel: String,
    text: String,
}

impl AnswerForm {
    /// The wording as it stands.
    pub fn of(proposal: &Proposal) -> Self {
        AnswerForm {
            form_id: String::new(),
            titel: proposal.title.clone(),
            text: proposal.text.clone().unwrap_or_default(),
        }
    }

    /// The new wording.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(&self) -> Result<(Title, Body), Problems> {
        match (Title::parse(&self.titel), Body::parse(&self.text)) {
            (Ok(title), Ok(text)) => Ok((title, text)),
            (title, text) => {
                let title = title.err().map(|wrong| (Asked::Title, wrong.into()));
                let text = text.err().map(|wrong| (Asked::Text, wrong.into()));
                Err(title.into_iter().chain(text).collect())
            }
        }
    }
}

/// An author's proposal.
pub struct OwnPage<'a> {
    /// The proposal.
    pub proposal: &'a Proposal,
    /// The reasons of the latest decision.
    pub reasons: &'a [ReasonText],
    /// What the moderator wrote.
    pub note: Option<&'a str>,
    /// The wording in the form.
    pub form: &'a AnswerForm,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// Whether the form holds what was typed when the session had ended.
    pub was_kept: bool,
    /// The id of the form.
    pub form_id: String,
    /// The rules in force.
    pub rules: &'a Rules,
}

impl OwnPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let messages = Messages::of(frame, self.problems);
        let number = self.proposal.number.to_string();
        let crumbs = [Crumb {
            label: t.site_my_pages(),
            href: urls::my_pages(frame.locale),
        }];
        let main = html! {
            (error_summary(frame, messages.all()))
            p class="soft" { (t.component_card_number(number)) }
            h1 { bdi { (self.proposal.title) } }
            (self.state(frame))
            (self.reasons(frame))
            @if self.may_answer(frame) { (self.answer(frame, &messages)) }
            @else { (self.wording(frame)) }
            @if self.proposal.stage.may_be_withdrawn() {
                section {
                    h2 { (t.own_withdraw_title()) }
                    p { (t.own_withdraw_text()) }
                    p { (link(Weight::Secondary, &urls::withdraw_proposal(frame.locale, self.proposal.number), &t.own_withdraw_link())) }
                }
            }
        };
        page_with_crumbs(frame, &self.proposal.title, &crumbs, main)
    }

    /// Where it stands and what happens next, in a sentence or two.
    fn state(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let date = |day| frame.locale.date_with_weekday(day);
        let plain = |kind, title: String, text: String| {
            notice(frame, kind, Some(&title), html! { p { (text) } })
        };
        match &self.proposal.stage {
            Stage::Submitted { at } => {
                let due = date(reviews::due_on(*at, self.rules));
                whats_next(
                    frame,
                    html! { p { (t.own_waiting(due)) } p { (t.own_waiting_mail()) } },
                )
            }
            Stage::Returned { answer_by, .. } if self.may_answer(frame) => plain(
                Notice::Late,
                t.own_returned_title(),
                t.own_returned(date(*answer_by)),
            ),
            Stage::Returned { .. } | Stage::Lapsed { .. } => {
                plain(Notice::Info, t.own_lapsed_title(), t.own_lapsed())
            }
            Stage::Refused { .. } => plain(Notice::Info, t.own_refused_title(), t.own_refused()),
            Stage::Withdrawn { .. } => {
                plain(Notice::Done, t.own_withdrawn_title(), t.own_withdrawn())
            }
            Stage::Removed => plain(Notice::Info, t.own_removed_title(), t.own_removed()),
            Stage::Published(_) | Stage::Closed { .. } | Stage::Imported => html! {
                p { (t.own_published()) }
                p { (link(Weight::Primary, &urls::proposal(frame.locale, self.proposal.number), &t.own_published_link())) }
            },
        }
    }

    fn may_answer(&self, frame: &Frame) -> bool {
        self.proposal.stage.clone().answer(frame.now).is_ok()
    }

    fn reasons(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let words = |reason: &ReasonText| match frame.locale {
            Locale::Sv => (reason.name_sv.clone(), reason.text_sv.clone()),
            _ => (reason.name_en.clone(), reason.text_en.clone()),
        };
        html! {
            @if !self.reasons.is_empty() || self.note.is_some() {
                section {
                    h2 { (t.own_reasons_title()) }
                    @for (name, text) in self.reasons.iter().map(words) {
                        h3 { (name) }
                        p { (text) }
                    }
                    @if let Some(note) = self.note {
                        h3 { (t.own_note_title()) }
                        @for line in note.split('\n').filter(|line| !line.is_empty()) { p { bdi { (line) } } }
                    }
                }
            }
        }
    }

    fn answer(&self, frame: &Frame, messages: &Messages) -> Markup {
        let t = frame.t;
        let (title, text) = (t.propose_title_label(), t.propose_text_label());
        let title = Field {
            value: &self.form.titel,
            error: messages.at(Asked::Title),
            ..Field::new(Asked::Title.as_str(), &title)
        };
        let text = Field {
            value: &self.form.text,
            error: messages.at(Asked::Text),
            ..Field::new(Asked::Text.as_str(), &text)
        };
        html! {
            section {
                h2 { (t.own_answer_title()) }
                p { (t.own_answer_text()) }
                @if self.was_kept { (kept_notice(frame)) }
                form method="post" action=(urls::own_proposal(frame.locale, self.proposal.number)) novalidate {
                    (form_id(&self.form_id))
                    (text_field(frame, Kind::Text, &title))
                    (text_area(frame, &text, 12, Body::MAX))
                    (submit(Weight::Primary, &t.own_answer_button()))
                }
            }
        }
    }

    fn wording(&self, frame: &Frame) -> Markup {
        let text = self.proposal.text.as_deref().unwrap_or_default();
        html! {
            section {
                h2 { (frame.t.own_text_title()) }
                @for line in text.split('\n').filter(|line| !line.is_empty()) { p { bdi { (line) } } }
            }
        }
    }
}

/// The page after sending: done, the number, what happens next and when.
pub struct SentPage<'a> {
    /// The proposal.
    pub proposal: &'a Proposal,
    /// The last day of its review.
    pub reviewed_by: String,
    /// Whether there is a confirmed address to tell her at.
    pub has_address: bool,
    /// The rules in force.
    pub rules: &'a Rules,
}

impl SentPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let number = self.proposal.number.to_string();
        let title = t.propose_done_title();
        let (days, needed) = (self.rules.open_days, self.rules.threshold);
        let main = html! {
            h1 { (title) }
            p class="lead" { (t.propose_done_number(number)) }
            p { bdi { (self.proposal.title) } }
            (whats_next(frame, html! {
                ol {
                    li { (t.propose_next_review(self.reviewed_by.as_str())) }
                    li { (t.propose_done_collect(frame.locale.days(days), frame.locale.number(needed))) }
                    li {
                        @if self.has_address { (t.propose_done_mail()) }
                        @else { (t.propose_done_no_mail()) }
                    }
                }
            }))
            p { (t.propose_done_change()) }
            div class="buttons" {
                (link(Weight::Primary, &urls::own_proposal(frame.locale, self.proposal.number), &t.propose_done_own()))
                (link(Weight::Secondary, &urls::proposals(frame.locale), &t.propose_done_others()))
            }
        };
        page(frame, &title, main)
    }
}

/// The question before a proposal is taken back.
pub struct WithdrawPage<'a> {
    /// The proposal.
    pub proposal: &'a Proposal,
}

impl WithdrawPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (locale, number) = (frame.locale, self.proposal.number);
        let title = t.own_withdraw_question();
        let main = html! {
            h1 { (title) }
            p class="lead" { bdi { (self.proposal.title) } }
            p { (t.own_withdraw_meaning()) }
            div class="buttons" {
                (post(Weight::Primary, &urls::withdraw_proposal(locale, number), &t.own_withdraw_button(), html! {}))
                (link(Weight::Secondary, &urls::own_proposal(locale, number), &t.own_withdraw_keep()))
            }
        };
        page(frame, &title, main)
    }
}
