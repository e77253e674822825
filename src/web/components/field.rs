//! Text fields with label, hint and error beside them; what was typed is kept.

use crate::web::layout::Frame;
use maud::{Markup, html};

/// What every field has. Build it with `Field { hint: …, ..Field::new(name, label) }`.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// The name it is posted under, and its id: unique on the page.
    pub name: &'a str,
    /// What is asked.
    pub label: &'a str,
    /// Help that stands between label and field.
    pub hint: Option<&'a str>,
    /// What it holds.
    pub value: &'a str,
    /// What is wrong with the value, in the person's language.
    pub error: Option<&'a str>,
    /// Whether it must be answered; if not, the label says so.
    pub required: bool,
    /// A search or a filter: nobody must answer it, and nobody needs to be told so.
    pub is_filter: bool,
    /// The purpose of the field for browsers (WCAG 1.3.5): `email`, `given-name`, `one-time-code` ….
    pub autocomplete: Option<&'a str>,
}

impl<'a> Field<'a> {
    /// An empty field that must be answered.
    pub const fn new(name: &'a str, label: &'a str) -> Self {
        Field {
            name,
            label,
            hint: None,
            value: "",
            error: None,
            required: true,
            is_filter: false,
            autocomplete: None,
        }
    }

    /// An empty search or filter.
    pub const fn filter(name: &'a str, label: &'a str) -> Self {
        Field {
            is_filter: true,
            ..Field::new(name, label)
        }
    }

    pub(super) fn described_by(&self, extra: Option<String>) -> Option<String> {
        let ids: Vec<String> = [
            self.hint.map(|_| self.hint_id()),
            extra,
            self.error.map(|_| self.error_id()),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(super) fn hint_id(&self) -> String {
        format!("{}-hint", self.name)
    }

    pub(super) fn error_id(&self) -> String {
        format!("{}-error", self.name)
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.map(|_| "true")
    }

    pub(super) fn must(&self) -> Option<&'static str> {
        (self.required && !self.is_filter).then_some("true")
    }
}

/// What kind of text a field takes: which keyboard comes up, and how wide it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any text of one line.
    Text,
    /// An e-mail address.
    Email,
    /// Words to search for.
    Search,
    /// A calendar day.
    Date,
    /// A few digits: a code, an age.
    Digits,
}

impl Kind {
    const fn input_type(self) -> &'static str {
        match self {
            Kind::Text | Kind::Digits => "text",
            Kind::Email => "email",
            Kind::Search => "search",
            Kind::Date => "date",
        }
    }

    const fn width(self) -> Option<&'static str> {
        match self {
            Kind::Digits => Some("short"),
            Kind::Date => Some("medium"),
            Kind::Text | Kind::Email | Kind::Search => None,
        }
    }
}

/// A field of one line.
pub fn text_field(frame: &Frame, kind: Kind, field: &Field) -> Markup {
    let input = html! {
        input class="ds-input" id=(field.name) name=(field.name) type=(kind.input_type())
            inputmode=[(kind == Kind::Digits).then_some("numeric")]
            data-width=[kind.width()]
            value=(field.value)
            autocomplete=[field.autocomplete]
            spellcheck=[(kind != Kind::Text).then_some("false")]
            aria-describedby=[field.described_by(None)]
            aria-invalid=[field.invalid()]
            aria-required=[field.must()];
    };
    around(frame, field, input)
}

/// A field of several lines that says how long the text may be. `limit` counts characters.
pub fn text_area(frame: &Frame, field: &Field, rows: u16, limit: usize) -> Markup {
    let locale = frame.locale;
    let shown = |count: usize| locale.number(i64::try_from(count).unwrap_or(i64::MAX));
    let used = field.value.chars().count();
    let counter_id = format!("{}-counter", field.name);
    let input = html! {
        textarea class="ds-input" id=(field.name) name=(field.name) rows=(rows)
            autocomplete=[field.autocomplete]
            aria-describedby=[field.described_by(Some(counter_id.clone()))]
            aria-invalid=[field.invalid()]
            aria-required=[field.must()] {
            // A browser drops one line break right after the tag: this is the one.
            "\n" (field.value)
        }
        p class="hint" id=(counter_id) {
            @if used == 0 { (frame.t.form_counter(shown(limit))) }
            @else { (frame.t.form_counter_used(shown(used), shown(limit))) }
        }
    };
    around(frame, field, input)
}

/// Label, hint and error around an input.
pub(super) fn around(frame: &Frame, field: &Field, input: Markup) -> Markup {
    html! {
        div class="ds-field" data-error=[field.invalid()] {
            label for=(field.name) {
                (field.label)
                @if !field.required { " " span class="optional" { "(" (frame.t.form_optional()) ")" } }
            }
            @if let Some(hint) = field.hint { p class="hint" id=(field.hint_id()) { (hint) } }
            (error_text(frame, field))
            (input)
        }
    }
}

/// The error of a field, with the word *Fel* for those who do not see the colour.
pub(super) fn error_text(frame: &Frame, field: &Field) -> Markup {
    html! {
        @if let Some(error) = field.error {
            p class="ds-validation-message" id=(field.error_id()) {
                span class="ds-sr-only" { (frame.t.form_error_prefix()) " " }
                (error)
            }
        }
    }
}
