//! Choosing one or several of a few: radios, checkboxes, a list that folds down.

use super::field::{Field, around, error_text};
use crate::web::layout::Frame;
use maud::{Markup, html};

/// One thing that may be chosen.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    /// What is posted.
    pub value: &'a str,
    /// What is read.
    pub label: &'a str,
    /// What it means, if the label is not enough.
    pub hint: Option<&'a str>,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl<'a> Choice<'a> {
    /// A choice without a hint.
    pub const fn new(value: &'a str, label: &'a str, chosen: bool) -> Self {
        Choice {
            value,
            label,
            hint: None,
            chosen,
        }
    }
}

/// One of a few, all of them seen.
pub fn radios(frame: &Frame, field: &Field, choices: &[Choice]) -> Markup {
    group(frame, field, choices, "radio")
}

/// Any of a few; each chosen value is posted under the same name.
pub fn checkboxes(frame: &Frame, field: &Field, choices: &[Choice]) -> Markup {
    group(frame, field, choices, "checkbox")
}

/// One box to tick, never ticked beforehand for a consent. `field.value` is what is posted when it is ticked.
pub fn checkbox(frame: &Frame, field: &Field, ticked: bool) -> Markup {
    html! {
        div class="ds-field choice" data-error=[field.invalid()] {
            input class="ds-input" type="checkbox" id=(field.name) name=(field.name) value=(field.value)
                checked[ticked]
                aria-describedby=[field.described_by(None)]
                aria-invalid=[field.invalid()];
            label for=(field.name) { (field.label) }
            @if let Some(hint) = field.hint { p class="hint" id=(field.hint_id()) { (hint) } }
            (error_text(frame, field))
        }
    }
}

/// One of many, folded. The first line asks to choose, unless something is chosen for good.
pub fn select(frame: &Frame, field: &Field, choices: &[Choice]) -> Markup {
    let none_chosen = !choices.iter().any(|choice| choice.chosen);
    let input = html! {
        select class="ds-input" id=(field.name) name=(field.name)
            autocomplete=[field.autocomplete]
            aria-describedby=[field.described_by(None)]
            aria-invalid=[field.invalid()]
            aria-required=[field.must()] {
            @if none_chosen || !field.required { option value="" { (frame.t.form_select_prompt()) } }
            @for choice in choices {
                option value=(choice.value) selected[choice.chosen] { (choice.label) }
            }
        }
    };
    around(frame, field, input)
}

fn group(frame: &Frame, field: &Field, choices: &[Choice], input_type: &str) -> Markup {
    html! {
        fieldset class="ds-fieldset" data-error=[field.invalid()]
            role=[(input_type == "radio").then_some("radiogroup")]
            aria-required=[field.must().filter(|_| input_type == "radio")]
            aria-invalid=[field.invalid().filter(|_| input_type == "radio")]
            aria-describedby=[field.described_by(None)] {
            legend {
                (field.label)
                @if !field.required { " " span class="optional" { "(" (frame.t.form_optional()) ")" } }
            }
            @if let Some(hint) = field.hint { p class="hint" id=(field.hint_id()) { (hint) } }
            (error_text(frame, field))
            div class="choices" {
                @for (index, choice) in choices.iter().enumerate() {
                    (one(field, choice, index, input_type))
                }
            }
        }
    }
}

/// The first one carries the field's own id, so that the error summary leads to it.
fn one(field: &Field, choice: &Choice, index: usize, input_type: &str) -> Markup {
    let id = match index {
        0 => field.name.to_owned(),
        _ => format!("{}-{index}", field.name),
    };
    let hint_id = format!("{id}-choice-hint");
    html! {
        div class="ds-field choice" {
            input class="ds-input" type=(input_type) id=(id) name=(field.name) value=(choice.value)
                checked[choice.chosen]
                aria-describedby=[choice.hint.map(|_| hint_id.as_str())];
            label for=(id) { (choice.label) }
            @if let Some(hint) = choice.hint { p class="hint" id=(hint_id) { (hint) } }
        }
    }
}
