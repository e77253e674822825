//! The forms of a decision, each with what the proposer will read.

use super::{
    forms::{Act, Fault, PREVIEW, ReviewForm},
    letter::{Letter, topic_of},
    loading::Reviewed,
    words,
};
use crate::{
    domain::{proposals::Topic, settings::Rules, text},
    i18n::Locale,
    store::refusal_reasons::ReasonText,
    web::{
        components::{
            as_written,
            boxes::{self, Notice},
            button::{Weight, link, submit, submit_named},
            choices::{Choice, checkboxes, radios, select},
            errors::error_summary,
            field::{Field, text_area},
            form_id,
        },
        layout::{Crumb, Frame, page_with_crumbs},
        live::Directory,
        urls, words as shared,
    },
};
use maud::{Markup, html};

/// One decision's form.
pub struct ActPage<'a> {
    /// Which.
    pub act: Act,
    /// What is reviewed.
    pub reviewed: &'a Reviewed,
    /// The values: first guesses, or what was written.
    pub form: &'a ReviewForm,
    /// What is wrong with them.
    pub faults: Vec<(&'static str, Fault)>,
    /// Why it was not done.
    pub refusal: Option<String>,
    /// The grounds of this kind of act.
    pub reasons: Vec<ReasonText>,
    /// Bodies and areas.
    pub directory: &'a Directory,
    /// The rules in force.
    pub rules: &'a Rules,
    /// The id of the form, new each time it is shown.
    pub form_id: String,
}

impl ActPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let proposal = &self.reviewed.proposal;
        let (title, lead) = self.title(frame);
        let crumbs = [
            Crumb {
                label: t.site_nav_staff(),
                href: urls::staff(frame.locale),
            },
            Crumb {
                label: t.review_queue_title(),
                href: urls::review_queue(frame.locale),
            },
            Crumb {
                label: proposal.number.to_string(),
                href: urls::review(frame.locale, proposal.number),
            },
        ];
        let errors: Vec<(&str, String)> = self
            .faults
            .iter()
            .map(|(field, fault)| (*field, words::fault(frame.locale, *fault)))
            .collect();
        let letter = Letter {
            act: self.act,
            proposal,
            form: self.form,
            reasons: &self.reasons,
            rules: self.rules,
        };
        let main = html! {
            (error_summary(frame, &errors))
            @if let Some(refusal) = &self.refusal {
                (boxes::notice(frame, Notice::Error, Some(&t.review_refused_title()), html! {
                    p { (refusal) }
                    p { (t.review_refused_kept()) " " a href=(urls::review(frame.locale, proposal.number)) { (t.review_refused_look()) } }
                }))
            }
            h1 { (title) }
            p class="lead" { (as_written(&proposal.title)) }
            p { (lead) }
            (boxes::details(&t.review_read_text(), self.text()))
            (self.form(frame))
            (letter.render(frame))
        };
        page_with_crumbs(frame, &title, &crumbs, main)
    }

    fn title(&self, frame: &Frame) -> (String, String) {
        let (t, locale, today) = (frame.t, frame.locale, frame.now.day());
        let in_full = |days| locale.date_with_weekday(today.plus_days(days));
        match self.act {
            Act::Publish => {
                let threshold = locale.number(self.rules.threshold);
                let last = in_full(self.rules.open_days);
                (
                    t.review_publish_title(),
                    t.review_publish_lead(last, threshold),
                )
            }
            Act::Ask => (
                t.review_ask_title(),
                t.review_ask_lead(in_full(self.rules.answer_days)),
            ),
            Act::Refuse => (t.review_refuse_title(), t.review_refuse_lead()),
            Act::Remove => (t.review_remove_title(), t.review_remove_lead()),
        }
    }

    fn text(&self) -> Markup {
        let text = self.reviewed.proposal.text.as_deref().unwrap_or_default();
        html! { @for paragraph in text.split("\n\n") { p { (as_written(paragraph)) } } }
    }

    fn form(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let number = self.reviewed.proposal.number;
        let here = urls::review_act(frame.locale, number, self.act.word());
        let button = match self.act {
            Act::Publish => t.review_publish_button(),
            Act::Ask => t.review_ask_button(),
            Act::Refuse => t.review_refuse_button(),
            Act::Remove => t.review_remove_button(),
        };
        html! {
            form method="post" action=(here) class="stack" {
                (form_id(&self.form_id))
                input type="hidden" name="sedd" value=(self.reviewed.version());
                @match self.act {
                    Act::Publish => (self.route(frame)),
                    _ => (self.grounds(frame)),
                }
                (self.words(frame))
                div class="buttons" {
                    (submit(Weight::Primary, &button))
                    (submit_named(Weight::Secondary, &t.review_preview_button(), "gor", PREVIEW))
                    (link(Weight::Quiet, &urls::review(frame.locale, number), &t.review_cancel()))
                }
            }
        }
    }

    fn error(&self, frame: &Frame, field: &str) -> Option<String> {
        let found = self.faults.iter().find(|(name, _)| *name == field)?;
        Some(words::fault(frame.locale, found.1))
    }

    fn route(&self, frame: &Frame) -> Markup {
        html! {
            (self.topic(frame))
            (self.coordinating(frame))
            (self.informed(frame))
            (self.area(frame))
        }
    }

    fn topic(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let chosen = topic_of(self.form, &self.reviewed.proposal);
        let names: Vec<(Topic, String)> = Topic::ALL
            .iter()
            .map(|topic| (*topic, shared::topic(t, *topic)))
            .collect();
        let choices: Vec<Choice> = names
            .iter()
            .map(|(topic, name)| Choice::new(topic.as_str(), name, chosen == Some(*topic)))
            .collect();
        let (label, error) = (t.review_topic(), self.error(frame, "amne"));
        let field = Field {
            error: error.as_deref(),
            ..Field::new("amne", &label)
        };
        select(frame, &field, &choices)
    }

    fn coordinating(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let choices: Vec<Choice> = self
            .directory
            .bodies
            .iter()
            .map(|body| Choice::new(&body.slug, &body.name, body.slug == self.form.samordnar))
            .collect();
        let (label, hint) = (t.review_body(), t.review_body_hint());
        let error = self.error(frame, "samordnar");
        let field = Field {
            hint: Some(&hint),
            error: error.as_deref(),
            ..Field::new("samordnar", &label)
        };
        select(frame, &field, &choices)
    }

    fn informed(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let chosen = &self.form.informeras;
        let choices: Vec<Choice> = self
            .directory
            .bodies
            .iter()
            .map(|body| Choice::new(&body.slug, &body.name, chosen.contains(&body.slug)))
            .collect();
        let label = t.review_informed();
        let field = Field {
            required: false,
            ..Field::new("informeras", &label)
        };
        let summary = i64::try_from(chosen.len()).unwrap_or(0);
        let summary = t.review_informed_summary(summary, frame.locale.number(summary));
        boxes::details(&summary, checkboxes(frame, &field, &choices))
    }

    fn area(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let areas = self.directory.areas.iter();
        let choices: Vec<Choice> = areas
            .filter(|area| area.level == "mellanomrade")
            .map(|area| Choice::new(&area.code, &area.name, area.code == self.form.omrade))
            .collect();
        let (label, hint) = (t.review_area(), t.review_area_hint());
        let error = self.error(frame, "omrade");
        let field = Field {
            hint: Some(&hint),
            required: false,
            error: error.as_deref(),
            ..Field::new("omrade", &label)
        };
        select(frame, &field, &choices)
    }

    fn grounds(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let choices: Vec<Choice> = self
            .reasons
            .iter()
            .map(|reason| Choice {
                hint: Some(match frame.locale {
                    Locale::Sv => &reason.text_sv,
                    Locale::En => &reason.text_en,
                }),
                ..Choice::new(
                    &reason.code,
                    words::reason_name(frame.locale, reason),
                    self.form.skal.contains(&reason.code),
                )
            })
            .collect();
        let (label, hint) = match self.act {
            Act::Remove => (t.review_remove_reason(), t.review_remove_reason_hint()),
            _ => (t.review_reasons(), t.review_reasons_hint()),
        };
        let error = self.error(frame, "skal");
        let field = Field {
            hint: Some(&hint),
            error: error.as_deref(),
            ..Field::new("skal", &label)
        };
        match self.act {
            Act::Remove => radios(frame, &field, &choices),
            _ => checkboxes(frame, &field, &choices),
        }
    }

    fn words(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (label, hint, required, most) = match self.act {
            Act::Publish => (
                t.review_note(),
                t.review_note_hint(),
                false,
                text::Note::MAX,
            ),
            Act::Ask => (
                t.review_question(),
                t.review_question_hint(),
                true,
                text::Reason::MAX,
            ),
            Act::Refuse => (
                t.review_refuse_note(),
                t.review_refuse_note_hint(),
                false,
                text::Note::MAX,
            ),
            Act::Remove => (
                t.review_colleague(),
                t.review_colleague_hint(),
                true,
                text::Note::MAX,
            ),
        };
        let error = self.error(frame, "text");
        let field = Field {
            hint: Some(&hint),
            value: &self.form.text,
            error: error.as_deref(),
            required,
            ..Field::new("text", &label)
        };
        text_area(frame, &field, 5, most)
    }
}
