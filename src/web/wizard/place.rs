//! Step 3: the place. A list of areas works everywhere; a point is for those who want to be exact.

use super::{
    point::point_map,
    step::{Line, StepView},
};
use crate::{
    domain::drafts::{Asked, PART_OF_CITY, WHOLE_CITY},
    web::{
        components::{
            boxes::details,
            choices::{Choice, radios, select},
            field::{Field, Kind},
        },
        layout::Frame,
    },
};
use maud::{Markup, html};

/// The third step.
pub struct PlacePage<'a> {
    /// The step.
    pub view: StepView<'a>,
}

impl PlacePage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let lead = html! { p class="lead" { (t.propose_place_lead()) } };
        let questions = html! {
            (self.scope(frame))
            (self.area(frame))
            (self.words(frame))
            (self.point(frame))
        };
        self.view
            .page(frame, &t.propose_place_title(), lead, questions)
    }

    fn scope(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (city, part) = (t.propose_scope_city(), t.propose_scope_part());
        let chosen = self.view.draft.scope.as_str();
        let choices = [
            Choice::new(WHOLE_CITY, &city, chosen == WHOLE_CITY),
            Choice::new(PART_OF_CITY, &part, chosen == PART_OF_CITY),
        ];
        let messages = self.view.messages(frame);
        let label = t.propose_scope_label();
        let field = Field {
            error: messages.at(Asked::Scope),
            ..Field::new(Asked::Scope.as_str(), &label)
        };
        radios(frame, &field, &choices)
    }

    fn area(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let choices: Vec<Choice> = self
            .view
            .areas
            .iter()
            .map(|area| Choice::new(&area.code, &area.name, self.view.draft.area == area.code))
            .collect();
        let messages = self.view.messages(frame);
        let (label, hint) = (t.propose_area_label(), t.propose_area_hint());
        let field = Field {
            hint: Some(&hint),
            error: messages.at(Asked::Area),
            required: false,
            ..Field::new(Asked::Area.as_str(), &label)
        };
        select(frame, &field, &choices)
    }

    fn words(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (label, hint) = (t.propose_words_label(), t.propose_words_hint());
        let line = Line {
            label: &label,
            hint: Some(&hint),
            value: &self.view.draft.place,
            ..Line::default()
        };
        self.view.line(frame, Kind::Text, Asked::Place, line)
    }

    /// Folded away, unless there is a point or something wrong with it.
    fn point(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let draft = self.view.draft;
        let (latitude, longitude) = (t.propose_latitude(), t.propose_longitude());
        let hint = t.propose_latitude_hint();
        let fields = html! {
            p { (t.propose_point_text()) }
            (point_map(frame))
            (self.view.line(frame, Kind::Text, Asked::Latitude, Line { label: &latitude, hint: Some(&hint), value: &draft.latitude, ..Line::default() }))
            (self.view.line(frame, Kind::Text, Asked::Longitude, Line { label: &longitude, value: &draft.longitude, ..Line::default() }))
        };
        let is_used = !draft.latitude.is_empty() || !draft.longitude.is_empty();
        html! {
            @if is_used { fieldset class="ds-fieldset" { legend { (t.propose_point_title()) } (fields) } }
            @else { (details(&t.propose_point_title(), fields)) }
        }
    }
}
