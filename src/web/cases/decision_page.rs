//! Writing a decision, and reading it before it is published as everyone will.

use super::{act_page::crumbs, acts::Problems, decision_form::DecisionForm, loading::Seen, words};
use crate::{
    domain::{
        decisions::{Minutes, Round},
        ids::DecisionId,
        text::Reason,
    },
    store::{
        decisions::{Decided, Decision},
        documents::Document,
    },
    web::{
        components::{
            as_written,
            boxes::{Notice, notice},
            button::{Weight, link, submit_named},
            choices::{Choice, radios},
            errors::error_summary,
            field::{Field, Kind, text_area, text_field},
            form_id,
        },
        layout::{Frame, page_with_crumbs},
        proposals::answer::answer,
        urls,
    },
};
use maud::{Markup, html};

/// What the two pages of a decision are about.
pub struct DecisionPage<'a> {
    pub seen: &'a Seen,
    pub round: Round,
    /// The decision that is corrected; `None` for a new one.
    pub corrects: Option<&'a Decision>,
    pub form: &'a DecisionForm,
    pub problems: &'a Problems,
}

impl DecisionPage<'_> {
    fn title(&self, frame: &Frame) -> String {
        match (self.corrects, self.round) {
            (Some(_), _) => frame.t.case_decide_correct(),
            (None, Round::First) => frame.t.case_decide_first(),
            (None, Round::Final) => frame.t.case_decide_final(),
        }
    }

    fn action(&self, frame: &Frame) -> String {
        match self.corrects {
            Some(decision) => urls::case_correction(frame.locale, self.seen.case.id, decision.id),
            None => urls::case_act(frame.locale, self.seen.case.id, "beslut"),
        }
    }

    /// The form.
    pub fn render(&self, frame: &Frame) -> Markup {
        let (t, title) = (frame.t, self.title(frame));
        let back = urls::case(frame.locale, self.seen.case.id);
        let errors: Vec<(&str, String)> = self.problems.clone();
        let main = html! {
            (error_summary(frame, &errors))
            h1 { (title) }
            p class="soft" { (as_written(&self.seen.proposal.title)) }
            p { (t.case_decide_means()) }
            (self.files(frame))
            form method="post" action=(self.action(frame)) {
                (form_id(&self.form.form_id))
                input type="hidden" name="version" value=(self.form.version);
                (self.outcome(frame))
                (self.line(frame, Kind::Date, "dag", &t.case_field_decided_on(), &t.case_field_decided_on_hint()))
                (self.line(frame, Kind::Digits, "paragraf", &t.case_field_paragraph(), &t.case_field_paragraph_hint()))
                (self.reason(frame))
                div class="buttons" {
                    (submit_named(Weight::Primary, &t.case_decide_preview(), "steg", "granska"))
                    (link(Weight::Quiet, &back, &t.case_back()))
                }
            }
        };
        page_with_crumbs(frame, &title, &crumbs(frame, self.seen), main)
    }

    fn error(&self, field: &str) -> Option<&str> {
        self.problems
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, message)| message.as_str())
    }

    fn outcome(&self, frame: &Frame) -> Markup {
        let outcomes = words::outcomes(frame.t, self.round);
        let choices: Vec<Choice> = outcomes
            .iter()
            .map(|(code, label, hint)| Choice {
                hint: Some(hint),
                ..Choice::new(code, label, *code == self.form.utfall)
            })
            .collect();
        let label = frame.t.case_field_outcome();
        let field = Field {
            error: self.error("utfall"),
            ..Field::new("utfall", &label)
        };
        radios(frame, &field, &choices)
    }

    fn line(&self, frame: &Frame, kind: Kind, name: &str, label: &str, hint: &str) -> Markup {
        let value = match kind {
            Kind::Date => &self.form.dag,
            _ => &self.form.paragraf,
        };
        let field = Field {
            hint: Some(hint),
            value,
            error: self.error(name),
            required: kind == Kind::Date,
            ..Field::new(name, label)
        };
        text_field(frame, kind, &field)
    }

    fn reason(&self, frame: &Frame) -> Markup {
        let (label, hint) = (
            frame.t.case_field_reason(),
            frame.t.case_field_reason_hint(),
        );
        let field = Field {
            hint: Some(&hint),
            value: &self.form.skal,
            error: self.error("skal"),
            ..Field::new("skal", &label)
        };
        text_area(frame, &field, 10, Reason::MAX)
    }

    fn files(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let names: Vec<&str> = self.seen.waiting().map(|file| file.name.as_str()).collect();
        html! {
            @if names.is_empty() {
                p { (t.case_decide_no_files()) " "
                    a href=(urls::case_act(frame.locale, self.seen.case.id, "filer")) { (t.case_files_add()) } }
            } @else { p { (t.case_decide_files(frame.locale.list_and(&names))) } }
        }
    }

    /// The decision as everyone will read it, with the buttons to publish or to change it.
    pub fn preview(&self, frame: &Frame, decided: Decided, minutes: &Minutes) -> Markup {
        let t = frame.t;
        let title = t.case_preview_title();
        let count = self.seen.proposal.count.unwrap_or(0);
        let publish = match self.corrects {
            Some(_) => t.case_preview_correct(),
            None => t.case_preview_publish(),
        };
        let main = html! {
            h1 { (title) }
            p { (t.case_preview_means()) }
            (answer(frame, &self.published_files(), &self.drafted(frame, decided, minutes)))
            (notice(frame, Notice::Info, Some(&t.case_preview_told_title()), html! {
                p { (t.case_preview_told(count, frame.locale.number(count))) }
            }))
            form method="post" action=(self.action(frame)) {
                (form_id(&self.form.form_id))
                @for (name, value) in self.hidden() { input type="hidden" name=(name) value=(value); }
                div class="buttons" {
                    (submit_named(Weight::Primary, &publish, "steg", "publicera"))
                    (submit_named(Weight::Secondary, &t.case_preview_change(), "steg", "andra"))
                }
            }
        };
        page_with_crumbs(frame, &title, &crumbs(frame, self.seen), main)
    }

    fn hidden(&self) -> [(&'static str, &str); 5] {
        let form = self.form;
        [
            ("version", &form.version),
            ("utfall", &form.utfall),
            ("dag", &form.dag),
            ("paragraf", &form.paragraf),
            ("skal", &form.skal),
        ]
    }

    /// The decision as it would be published.
    fn drafted(&self, frame: &Frame, decided: Decided, minutes: &Minutes) -> Decision {
        let case = &self.seen.case;
        Decision {
            id: self.drafted_id(),
            case: case.id,
            body: case.body,
            body_name: case.body_name.clone(),
            diarienummer: case.stage.dnr().map(ToString::to_string),
            decided,
            on: minutes.on,
            paragraph: minutes
                .paragraph
                .map(|paragraph| paragraph.number().to_string()),
            reason: minutes.reason.as_str().to_owned(),
            published_at: frame.now,
            version: 1,
            corrected_at: self.corrects.map(|_| frame.now),
        }
    }

    /// The files as they would be published.
    fn published_files(&self) -> Vec<Document> {
        let decision = self.drafted_id();
        let published = |file: &Document| match file.decision_id {
            None => Some(Document {
                decision_id: Some(decision),
                ..file.clone()
            }),
            Some(id) => (id == decision).then(|| file.clone()),
        };
        self.seen.documents.iter().filter_map(published).collect()
    }

    /// The corrected decision's own id, or any that no decision has.
    fn drafted_id(&self) -> DecisionId {
        self.corrects
            .map_or(DecisionId(self.seen.case.id.0), |decision| decision.id)
    }
}
