//! Step 4: what the riktlinje asks of a proposer, and the one thing that is voluntary.

use super::step::{Line, StepView};
use crate::{
    domain::{
        drafts::Asked,
        identity::{Gender, Residence},
        text::PostalAddress,
    },
    i18n::Texts,
    web::{
        components::{
            boxes::details,
            choices::{Choice, radios, select},
            field::{Field, Kind, text_area},
        },
        layout::Frame,
        urls,
    },
};
use maud::{Markup, html};

/// The fourth step.
pub struct AboutPage<'a> {
    /// The step.
    pub view: StepView<'a>,
}

/// A gender in words.
pub fn gender(t: &Texts, gender: Gender) -> String {
    match gender {
        Gender::Woman => t.propose_gender_woman(),
        Gender::Man => t.propose_gender_man(),
        Gender::Other => t.propose_gender_other(),
        Gender::WillNotSay => t.propose_gender_silent(),
    }
}

impl AboutPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let lead = html! {
            p class="lead" { (t.propose_about_lead()) }
            (details(&t.propose_about_why_title(), html! {
                p { (t.propose_about_why()) }
                p { a href=(urls::privacy(frame.locale)) { (t.propose_about_privacy()) } }
            }))
        };
        let questions = html! {
            (self.name_and_mail(frame))
            (self.address(frame))
            (self.age_and_gender(frame))
            (self.residence(frame))
        };
        self.view
            .page(frame, &t.propose_about_title(), lead, questions)
    }

    fn field(
        &self,
        frame: &Frame,
        asked: Asked,
        label: &str,
        value: &str,
        purpose: &str,
    ) -> Markup {
        let kind = if asked == Asked::Email {
            Kind::Email
        } else {
            Kind::Text
        };
        let line = Line {
            label,
            value,
            is_required: asked != Asked::PostalCode,
            purpose: Some(purpose),
            ..Line::default()
        };
        self.view.line(frame, kind, asked, line)
    }

    fn name_and_mail(&self, frame: &Frame) -> Markup {
        let (t, draft) = (frame.t, self.view.draft);
        html! {
            (self.field(frame, Asked::FirstName, &t.propose_first_name(), &draft.first_name, "given-name"))
            (self.field(frame, Asked::LastName, &t.propose_last_name(), &draft.last_name, "family-name"))
        }
    }

    fn address(&self, frame: &Frame) -> Markup {
        let (t, draft) = (frame.t, self.view.draft);
        let messages = self.view.messages(frame);
        let (label, hint) = (t.propose_address(), t.propose_address_hint());
        let street = Field {
            hint: Some(&hint),
            value: &draft.address,
            error: messages.at(Asked::Address),
            autocomplete: Some("street-address"),
            ..Field::new(Asked::Address.as_str(), &label)
        };
        html! {
            (text_area(frame, &street, 2, PostalAddress::MAX))
            (self.field(frame, Asked::PostalCode, &t.propose_postal_code(), &draft.postal_code, "postal-code"))
            (self.field(frame, Asked::Town, &t.propose_town(), &draft.town, "address-level2"))
            (self.field(frame, Asked::Country, &t.propose_country(), &draft.country, "country-name"))
            (self.email(frame))
        }
    }

    fn email(&self, frame: &Frame) -> Markup {
        let (t, draft) = (frame.t, self.view.draft);
        let (label, hint) = (t.propose_email(), t.propose_email_hint());
        let line = Line {
            label: &label,
            hint: Some(&hint),
            value: &draft.email,
            is_required: true,
            purpose: Some("email"),
        };
        self.view.line(frame, Kind::Email, Asked::Email, line)
    }

    fn age_and_gender(&self, frame: &Frame) -> Markup {
        let (t, draft) = (frame.t, self.view.draft);
        let (label, hint) = (t.propose_age(), t.propose_age_hint());
        let age = Line {
            label: &label,
            hint: Some(&hint),
            value: &draft.age,
            is_required: true,
            purpose: None,
        };
        let names: Vec<(Gender, String)> = Gender::ALL
            .iter()
            .map(|code| (*code, gender(t, *code)))
            .collect();
        let choices: Vec<Choice> = names
            .iter()
            .map(|(code, name)| Choice::new(code.as_str(), name, draft.gender == code.as_str()))
            .collect();
        let messages = self.view.messages(frame);
        let label = t.propose_gender();
        let field = Field {
            error: messages.at(Asked::Gender),
            ..Field::new(Asked::Gender.as_str(), &label)
        };
        html! {
            (self.view.line(frame, Kind::Digits, Asked::Age, age))
            (radios(frame, &field, &choices))
        }
    }

    fn residence(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let chosen = self.view.draft.residence.as_str();
        let (outside, silent) = (t.propose_residence_outside(), t.propose_residence_silent());
        let others = [
            (Residence::NotInGoteborg, outside),
            (Residence::WillNotSay, silent),
        ];
        let areas = self.view.areas.iter();
        let mut choices: Vec<Choice> = areas
            .map(|area| Choice::new(&area.code, &area.name, chosen == area.code))
            .collect();
        for (residence, label) in &others {
            let code = residence.as_str();
            choices.push(Choice::new(code, label, chosen == code));
        }
        let messages = self.view.messages(frame);
        let (label, hint) = (t.propose_residence(), t.propose_residence_hint());
        let field = Field {
            hint: Some(&hint),
            error: messages.at(Asked::Residence),
            required: false,
            ..Field::new(Asked::Residence.as_str(), &label)
        };
        select(frame, &field, &choices)
    }
}
