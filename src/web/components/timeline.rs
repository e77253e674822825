//! What happened, solid, and what happens next, dashed, with dates and who is responsible.

use crate::web::layout::Frame;
use maud::{Markup, html};

/// Where an event stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// It happened.
    Done,
    /// It is going on.
    Now,
    /// It is expected.
    Coming,
}

/// One event.
pub struct Event {
    /// The id of its element, so that it can be linked to.
    pub anchor: Option<String>,
    /// Where it stands in time.
    pub when: When,
    /// Its date in words.
    pub date: String,
    /// What happened, in a few words.
    pub title: String,
    /// More about it.
    pub body: Option<Markup>,
    /// Who is responsible, for what is going on or coming.
    pub responsible: Option<String>,
}

/// The timeline, in the order given.
pub fn timeline(frame: &Frame, events: &[Event]) -> Markup {
    let t = frame.t;
    html! {
        ol class="timeline" {
            @for event in events {
                @let (class, state) = match event.when {
                    When::Done => ("done", t.component_timeline_done()),
                    When::Now => ("now", t.component_timeline_now()),
                    When::Coming => ("coming", t.component_timeline_coming()),
                };
                li class=(class) id=[event.anchor.as_ref()] {
                    p class="when" {
                        @if event.when == When::Done { span class="ds-sr-only" { (state) ": " } }
                        @else { strong { (state) ": " } }
                        @if let Some(anchor) = &event.anchor { a href={ "#" (anchor) } { (event.date) } }
                        @else { (event.date) }
                    }
                    h3 class="what" { (event.title) }
                    @if let Some(body) = &event.body { div class="body" { (body) } }
                    @if let Some(who) = &event.responsible {
                        p class="when" { (t.component_timeline_responsible(who.as_str())) }
                    }
                }
            }
        }
    }
}
