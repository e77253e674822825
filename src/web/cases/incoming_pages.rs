//! What is on its way, as HTML.

use super::{act_page::work_list_crumbs, acts::Problems};
use crate::{
    domain::codes::text_enum,
    domain::collecting::{days_left, last_day},
    domain::text::Note,
    store::{
        bodies::Body,
        incoming::Incoming,
        proposals::{Proposal, Recipient},
    },
    web::{
        components::{
            as_written,
            boxes::{Notice, empty, notice},
            button::{Weight, link, submit},
            choices::{Choice, select},
            errors::error_summary,
            field::{Field, text_area},
            form_id,
            progress::Progress,
            table::{Column, Table},
            tag::{Tone, tag},
        },
        layout::{Crumb, Frame, page_with_crumbs},
        urls,
    },
};
use maud::{Markup, html};
use serde::Deserialize;

text_enum! {
    /// An act on what is on its way; the code is its word in addresses.
    pub enum Act {
        /// Say that the matter is another body's.
        NotOurs => "inte-vart",
        /// Name the body that answers.
        Route => "namnd",
    }
}

/// What the form of either act posts.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct IncomingForm {
    /// The hidden id of the form.
    pub form_id: String,
    /// The body that would answer when the form was shown.
    pub svarar: String,
    /// The body that shall answer.
    pub mottagare: String,
    /// Why.
    pub text: String,
}

/// The list.
pub struct ListPage {
    pub lines: Vec<Incoming>,
    /// Whether it is that of all bodies.
    pub is_of_all: bool,
}

fn progress(frame: &Frame, incoming: &Incoming) -> Progress {
    Progress {
        count: incoming.count,
        threshold: incoming.threshold,
        days_left: Some(days_left(incoming.closes_at, frame.now.day())),
    }
}

impl ListPage {
    /// The page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let title = t.incoming_title();
        let main = html! {
            h1 { (title) }
            p { @if self.is_of_all { (t.incoming_lead_all()) } @else { (t.incoming_lead()) } }
            @if self.lines.is_empty() { (empty(html! { p { (t.incoming_empty()) } })) }
            @else { (self.table(frame)) }
        };
        page_with_crumbs(frame, &title, &work_list_crumbs(frame), main)
    }

    fn table(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let count = i64::try_from(self.lines.len()).unwrap_or(i64::MAX);
        let mut headings = vec![
            t.incoming_column_until(),
            t.case_column_proposal(),
            t.case_column_count(),
        ];
        if self.is_of_all {
            headings.insert(2, t.case_column_body());
        }
        let columns: Vec<Column> = headings
            .iter()
            .map(|heading| Column {
                heading,
                is_number: false,
            })
            .collect();
        let table = Table {
            id: "pa-vag",
            caption: &t.incoming_caption(count, frame.locale.number(count)),
            columns: &columns,
            rows: self
                .lines
                .iter()
                .map(|line| self.row(frame, line))
                .collect(),
            is_queue: true,
        };
        table.render()
    }

    fn row(&self, frame: &Frame, line: &Incoming) -> Vec<Markup> {
        let t = frame.t;
        let last_day = last_day(line.closes_at);
        let mut cells = vec![
            html! { span class="nowrap" { (frame.locale.date(last_day)) } },
            html! {
                a href=(urls::incoming(frame.locale, line.number)) { (as_written(&line.title)) }
                " " span class="soft nowrap" { (line.number) }
                @if line.not_ours.is_some() { " " (tag(Tone::Late, &t.case_tag_not_ours())) }
            },
            html! { span class="nowrap" { (t.component_progress(
            frame.locale.number(line.count), frame.locale.number(line.threshold))) } },
        ];
        if self.is_of_all {
            cells.insert(2, html! { (as_written(&line.body_name)) });
        }
        cells
    }
}

/// What the page says first about what just happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Nothing.
    Nothing,
    /// An act was done.
    Done,
    /// Someone else came first.
    Stale,
}

/// One proposal on its way.
pub struct View {
    pub incoming: Incoming,
    pub proposal: Proposal,
    pub recipients: Vec<Recipient>,
    /// Whether the official may say that the matter is another body's.
    pub may_object: bool,
    /// Whether the official may name the body.
    pub may_route: bool,
    /// She wrote or signed the proposal and may do nothing.
    pub is_involved: bool,
    pub told: Told,
}

impl View {
    /// Whether the official may do this now.
    pub fn may(&self, act: Act) -> bool {
        match act {
            Act::NotOurs => self.may_object && self.incoming.not_ours.is_none(),
            Act::Route => self.may_route,
        }
    }

    fn crumbs(&self, frame: &Frame) -> Vec<Crumb> {
        let mut crumbs = Vec::from(work_list_crumbs(frame));
        crumbs.push(Crumb {
            label: frame.t.incoming_title(),
            href: urls::incoming_list(frame.locale),
        });
        crumbs
    }

    /// The page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let main = html! {
            h1 { (as_written(&self.proposal.title)) }
            p class="soft" { (t.incoming_byline(self.proposal.number.to_string(), self.incoming.body_name.as_str())) }
            (self.notices(frame))
            (self.next(frame))
            section class="text" {
                h2 { (t.case_proposal_title()) }
                @if let Some(text) = &self.proposal.text { p class="prewrap" lang=(self.proposal.locale) { (text) } }
                @if let Some(place) = &self.proposal.place.text { p { (t.case_place(place.as_str())) } }
                p { a href=(urls::proposal(frame.locale, self.proposal.number)) { (t.case_public_page()) } }
            }
            section {
                h2 { (t.case_bodies_title()) }
                ul { @for body in &self.recipients { li {
                    (as_written(body.name.as_deref().unwrap_or(&body.name_as_written))) " – "
                    @if body.is_coordinating { (t.incoming_coordinates()) } @else { (t.case_is_informed()) }
                } } }
            }
        };
        page_with_crumbs(frame, &self.proposal.title, &self.crumbs(frame), main)
    }

    fn notices(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            @match self.told {
                Told::Nothing => {}
                Told::Done => { (notice(frame, Notice::Done, Some(&t.case_told_done_title()), html! { p { (t.incoming_told_done()) } })) }
                Told::Stale => { (notice(frame, Notice::Error, Some(&t.case_told_stale_title()), html! { p { (t.incoming_told_stale()) } })) }
            }
            @if self.is_involved {
                (notice(frame, Notice::Info, Some(&t.case_involved_title()), html! { p { (t.case_involved()) } }))
            }
            @if let Some(word) = &self.incoming.not_ours {
                (notice(frame, Notice::Late, Some(&t.case_not_ours_title(self.incoming.body_name.as_str())), html! {
                    p class="prewrap" { (as_written(&word.note)) }
                    p { (t.case_not_ours_when(frame.locale.date(word.at.day()))) }
                }))
            }
        }
    }

    fn act_link(&self, frame: &Frame, act: Act) -> Markup {
        let href = urls::incoming_act(frame.locale, self.proposal.number, act.as_str());
        let label = match act {
            Act::NotOurs => frame.t.case_act_not_ours(),
            Act::Route => frame.t.case_act_route(),
        };
        link(Weight::Secondary, &href, &label)
    }

    /// What is to be done now, and what happens when the time is out.
    fn next(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let last_day = last_day(self.incoming.closes_at);
        let body = self.incoming.body_name.as_str();
        html! {
            section class="next" {
                h2 { (t.case_next_title()) }
                p class="lead" { @if self.may(Act::NotOurs) { (t.incoming_next_look()) } @else { (t.incoming_next_wait()) } }
                (progress(frame, &self.incoming).render(frame))
                p { (t.incoming_next(frame.locale.number(self.incoming.threshold), frame.locale.date_with_weekday(last_day), body)) }
                div class="buttons" {
                    @for act in Act::ALL.iter().copied().filter(|act| self.may(*act)) { (self.act_link(frame, act)) }
                }
            }
        }
    }
}

/// The form of an act, empty or sent back with what is wrong.
pub struct ActPage<'a> {
    pub seen: &'a View,
    pub act: Act,
    pub form: &'a IncomingForm,
    pub problems: &'a Problems,
    /// The bodies to choose from.
    pub bodies: &'a [Body],
}

impl ActPage<'_> {
    /// The page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let number = self.seen.proposal.number;
        let (title, means, button) = match self.act {
            Act::NotOurs => (
                t.case_act_not_ours(),
                t.incoming_not_ours_means(),
                t.case_act_not_ours_button(),
            ),
            Act::Route => (
                t.case_act_route(),
                t.incoming_route_means(),
                t.case_act_route_button(),
            ),
        };
        let mut crumbs = self.seen.crumbs(frame);
        crumbs.push(Crumb {
            label: t.case_crumb(number.to_string()),
            href: urls::incoming(frame.locale, number),
        });
        let errors: Vec<(&str, String)> = self.problems.clone();
        let main = html! {
            (error_summary(frame, &errors))
            h1 { (title) }
            p class="soft" { (as_written(&self.seen.proposal.title)) }
            p { (means) }
            form method="post" action=(urls::incoming_act(frame.locale, number, self.act.as_str())) {
                (form_id(&self.form.form_id))
                input type="hidden" name="svarar" value=(self.form.svarar);
                @if self.act == Act::Route { (self.body(frame)) }
                (self.why(frame))
                div class="buttons" {
                    (submit(Weight::Primary, &button))
                    (link(Weight::Quiet, &urls::incoming(frame.locale, number), &t.incoming_back()))
                }
            }
        };
        page_with_crumbs(frame, &title, &crumbs, main)
    }

    fn error(&self, field: &str) -> Option<&str> {
        let found = self.problems.iter().find(|(name, _)| *name == field);
        found.map(|(_, message)| message.as_str())
    }

    fn body(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let ids: Vec<String> = self.bodies.iter().map(|body| body.id.to_string()).collect();
        let choices: Vec<Choice> = self
            .bodies
            .iter()
            .zip(&ids)
            .map(|(body, id)| Choice::new(id, &body.name, *id == self.form.mottagare))
            .collect();
        let (label, hint) = (t.case_field_body(), t.case_field_body_hint());
        let field = Field {
            hint: Some(&hint),
            error: self.error("mottagare"),
            ..Field::new("mottagare", &label)
        };
        select(frame, &field, &choices)
    }

    fn why(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (label, hint) = match self.act {
            Act::NotOurs => (t.case_field_not_ours(), t.case_field_not_ours_hint()),
            Act::Route => (t.case_field_route(), t.case_field_route_hint()),
        };
        let field = Field {
            hint: Some(&hint),
            value: &self.form.text,
            error: self.error("text"),
            ..Field::new("text", &label)
        };
        text_area(frame, &field, 5, Note::MAX)
    }
}
