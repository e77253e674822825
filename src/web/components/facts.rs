//! Facts in pairs, and the few numbers a page leads with.

use maud::{Markup, html};

/// One fact; `change` leads to where it is changed.
pub struct Fact<'a> {
    /// What it is.
    pub term: &'a str,
    /// What it says.
    pub value: Markup,
    /// The link to change it: address and words (*Ändra*), the term is added for those who listen.
    pub change: Option<(&'a str, &'a str)>,
}

impl<'a> Fact<'a> {
    /// A fact that is only read.
    pub const fn new(term: &'a str, value: Markup) -> Self {
        Fact {
            term,
            value,
            change: None,
        }
    }
}

/// Facts, one a row.
pub fn facts(facts: &[Fact]) -> Markup {
    html! {
        dl class="facts" {
            @for fact in facts {
                div {
                    dt { (fact.term) }
                    dd { (fact.value) }
                    @if let Some((href, words)) = fact.change {
                        dd { a href=(href) { (words) span class="ds-sr-only" { " " (fact.term) } } }
                    }
                }
            }
        }
    }
}

/// One number a page leads with.
pub struct Figure<'a> {
    /// The number as it is shown.
    pub figure: &'a str,
    /// What it counts.
    pub label: Markup,
}

/// The numbers beside each other.
pub fn key_figures(figures: &[Figure]) -> Markup {
    html! {
        dl class="figures" {
            @for figure in figures {
                div {
                    dt { (figure.label) }
                    dd class="figure" { (figure.figure) }
                }
            }
        }
    }
}
