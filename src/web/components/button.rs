//! Buttons, and links that look like them. Words say what happens: *Skriv under*, *Skicka förslaget*.

use maud::{Markup, html};

/// How much a button asks to be pressed; a page has at most one `Primary`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The act the page is about.
    Primary,
    /// Another thing one may do.
    Secondary,
    /// A way out.
    Quiet,
}

impl Weight {
    const fn variant(self) -> Option<&'static str> {
        match self {
            Weight::Primary => None,
            Weight::Secondary => Some("secondary"),
            Weight::Quiet => Some("tertiary"),
        }
    }
}

/// A button that sends its form.
pub fn submit(weight: Weight, label: &str) -> Markup {
    html! {
        button type="submit" class="ds-button" data-variant=[weight.variant()] { (label) }
    }
}

/// A button that sends its form and says which of several it was.
pub fn submit_named(weight: Weight, label: &str, name: &str, value: &str) -> Markup {
    html! {
        button type="submit" class="ds-button" data-variant=[weight.variant()] name=(name) value=(value) { (label) }
    }
}

/// A link drawn as a button, for the way into an act.
pub fn link(weight: Weight, href: &str, label: &str) -> Markup {
    html! {
        a class="ds-button" data-variant=[weight.variant()] href=(href) { (label) }
    }
}

/// A form that is one button: a POST without fields but `hidden`.
pub fn post(weight: Weight, action: &str, label: &str, hidden: Markup) -> Markup {
    html! {
        form method="post" action=(action) { (hidden) (submit(weight, label)) }
    }
}
