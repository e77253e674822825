//! What every step looks like: where one is, what is wrong, the questions, the ways on.

use super::{
    forms::{BACK, CHANGING, LATER, NEXT},
    messages::Messages,
};
use crate::{
    domain::{
        drafts::{Asked, Draft, Problems, Step},
        ids::DraftId,
    },
    store::areas::Area,
    web::{
        components::{
            button::{Weight, submit_named},
            errors::error_summary,
            field::{Field, Kind, text_field},
            form_id,
            steps::steps,
        },
        kept_forms::kept_notice,
        layout::{Frame, page},
        urls,
    },
};
use maud::{Markup, html};

/// One step of one draft, as it is shown.
pub struct StepView<'a> {
    /// The draft; `None` before the first step is done.
    pub id: Option<DraftId>,
    /// The step.
    pub step: Step,
    /// What is written so far.
    pub draft: &'a Draft,
    /// What is wrong with it, on this step.
    pub problems: &'a Problems,
    /// The city's mellanområden.
    pub areas: &'a [Area],
    /// Whether the person came from the check page.
    pub is_changing: bool,
    /// Whether the form holds what was typed when the session had ended.
    pub was_kept: bool,
    /// The id of a form that begins a draft.
    pub form_id: Option<String>,
}

impl StepView<'_> {
    /// The name of the step.
    pub fn name(frame: &Frame, step: Step) -> String {
        let t = frame.t;
        match step {
            Step::Idea => t.propose_step_idea(),
            Step::Similar => t.propose_step_similar(),
            Step::Place => t.propose_step_place(),
            Step::About => t.propose_step_about(),
            Step::Check => t.propose_step_check(),
            Step::Send => t.propose_step_send(),
        }
    }

    /// The messages of this step.
    pub fn messages(&self, frame: &Frame) -> Messages {
        Messages::of(frame, self.problems)
    }

    /// The whole page: `lead` stands under the heading, `questions` in the form.
    pub fn page(&self, frame: &Frame, title: &str, lead: Markup, questions: Markup) -> Markup {
        let on = frame.t.propose_next();
        self.page_going_on(frame, title, lead, questions, &on)
    }

    /// The same with other words on the button that leads on.
    pub fn page_going_on(
        &self,
        frame: &Frame,
        title: &str,
        lead: Markup,
        questions: Markup,
        on: &str,
    ) -> Markup {
        let messages = self.messages(frame);
        let main = html! {
            (error_summary(frame, messages.all()))
            (self.steps(frame))
            h1 { (title) }
            @if self.was_kept { (kept_notice(frame)) }
            (lead)
            form method="post" action=(self.action(frame)) novalidate {
                @if let Some(id) = &self.form_id { (form_id(id)) }
                @if self.is_changing { input type="hidden" name=(CHANGING.0) value=(CHANGING.1); }
                (questions)
                (self.buttons(frame, on))
            }
        };
        page(frame, &self.title(frame, title), main)
    }

    /// The step's name stands in the document's title too, so that a person who listens knows where she came.
    fn title(&self, frame: &Frame, title: &str) -> String {
        match self.problems.is_empty() {
            true => title.to_owned(),
            false => frame.t.propose_title_with_errors(title),
        }
    }

    /// Where one is.
    pub fn steps(&self, frame: &Frame) -> Markup {
        let total = Step::Send.number();
        let name = Self::name(frame, self.step);
        steps(frame, self.step.number(), total, &name)
    }

    fn action(&self, frame: &Frame) -> String {
        match self.id {
            Some(id) => urls::draft_step(frame.locale, id, self.step.as_str()),
            None => urls::new_proposal(frame.locale),
        }
    }

    /// The first button is the one that the Enter key presses.
    fn buttons(&self, frame: &Frame, on: &str) -> Markup {
        let t = frame.t;
        let on = match self.is_changing {
            true => t.propose_save_change(),
            false => on.to_owned(),
        };
        html! {
            div class="buttons" {
                (submit_named(Weight::Primary, &on, "till", NEXT))
                @if self.step.previous().is_some() && !self.is_changing {
                    (submit_named(Weight::Secondary, &t.propose_back(), "till", BACK))
                }
                (submit_named(Weight::Quiet, &t.propose_later(), "till", LATER))
            }
        }
    }

    /// A field of one line.
    pub fn line(&self, frame: &Frame, kind: Kind, asked: Asked, line: Line<'_>) -> Markup {
        let messages = self.messages(frame);
        let field = Field {
            hint: line.hint,
            value: line.value,
            error: messages.at(asked),
            required: line.is_required,
            autocomplete: line.purpose,
            ..Field::new(asked.as_str(), line.label)
        };
        text_field(frame, kind, &field)
    }
}

/// What stands at a field of one line.
#[derive(Default)]
pub struct Line<'a> {
    /// The question.
    pub label: &'a str,
    /// Help.
    pub hint: Option<&'a str>,
    /// What is written.
    pub value: &'a str,
    /// Whether it must be answered.
    pub is_required: bool,
    /// The purpose for browsers.
    pub purpose: Option<&'a str>,
}
