//! Step 1: title, text, topic. Before it, on the same page: who may propose, and drafts that wait.

use super::{
    similar::live_similar,
    step::{Line, StepView},
};
use crate::{
    domain::{
        drafts::Asked,
        proposals::Topic,
        text::{Body, Title},
    },
    usecases::drafts::Waiting,
    web::{
        components::{
            boxes::{Notice, details, notice},
            choices::{Choice, select},
            field::{Field, Kind, text_area},
        },
        layout::Frame,
        urls, words,
    },
};
use maud::{Markup, html};

/// The first step, with the drafts that wait when a new one is about to be begun.
pub struct IdeaPage<'a> {
    /// The step.
    pub view: StepView<'a>,
    /// Drafts that wait.
    pub waiting: &'a [Waiting],
}

impl IdeaPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let is_new = self.view.id.is_none();
        let lead = html! {
            @if is_new {
                (self.drafts(frame))
                p class="lead" { (t.propose_who()) }
                p { (t.propose_rule_kind()) }
                (details(&t.propose_rules_title(), rules(frame)))
            }
        };
        let title = if is_new {
            t.propose_new_title()
        } else {
            t.propose_idea_title()
        };
        let questions = html! {
            (self.title_field(frame))
            (self.text_field(frame))
            (live_similar(frame))
            (self.topic_field(frame))
        };
        self.view.page(frame, &title, lead, questions)
    }

    fn drafts(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            @if !self.waiting.is_empty() {
                (notice(frame, Notice::Info, Some(&t.propose_drafts_title()), html! {
                    ul {
                        @for waiting in self.waiting {
                            @let title = waiting.draft.title.trim();
                            li {
                                a href=(urls::draft_step(frame.locale, waiting.id, "ide")) {
                                    @if title.is_empty() { (t.propose_draft_untitled()) }
                                    @else { bdi { (title) } }
                                }
                                " – "
                                (t.propose_draft_changed(frame.locale.date_and_time(waiting.changed_at)))
                            }
                        }
                    }
                }))
            }
        }
    }

    fn title_field(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (label, hint) = (
            t.propose_title_label(),
            t.propose_title_hint(count(frame, Title::MAX)),
        );
        let line = Line {
            label: &label,
            hint: Some(&hint),
            value: &self.view.draft.title,
            is_required: true,
            purpose: None,
        };
        self.view.line(frame, Kind::Text, Asked::Title, line)
    }

    fn text_field(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (label, hint) = (
            t.propose_text_label(),
            t.propose_text_hint(count(frame, Body::MIN)),
        );
        let messages = self.view.messages(frame);
        let field = Field {
            hint: Some(&hint),
            value: &self.view.draft.text,
            error: messages.at(Asked::Text),
            ..Field::new(Asked::Text.as_str(), &label)
        };
        text_area(frame, &field, 10, Body::MAX)
    }

    fn topic_field(&self, frame: &Frame) -> Markup {
        let names: Vec<(Topic, String)> = Topic::ALL
            .iter()
            .map(|topic| (*topic, words::topic(frame.t, *topic)))
            .collect();
        let choices: Vec<Choice> = names
            .iter()
            .map(|(topic, name)| {
                Choice::new(
                    topic.as_str(),
                    name,
                    self.view.draft.topic == topic.as_str(),
                )
            })
            .collect();
        let messages = self.view.messages(frame);
        let label = frame.t.propose_topic_label();
        let field = Field {
            error: messages.at(Asked::Topic),
            ..Field::new(Asked::Topic.as_str(), &label)
        };
        select(frame, &field, &choices)
    }
}

fn count(frame: &Frame, count: usize) -> String {
    frame
        .locale
        .number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn rules(frame: &Frame) -> Markup {
    let t = frame.t;
    html! {
        ul {
            li { (t.propose_rule_one_matter()) }
            li { (t.propose_rule_city()) }
            li { (t.propose_rule_not()) }
        }
        p { a href=(urls::rules(frame.locale)) { (t.propose_rules_link()) } }
    }
}
