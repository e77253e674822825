//! What happened to a proposal, as those who handle its case see it: the answers as residents read them, then all of it.

use super::loading::Seen;
use crate::web::{
    components::timeline::{Event, timeline},
    layout::Frame,
    proposals::{answer::answer, history::happened},
    urls,
};
use maud::{Markup, html};

/// Decisions, then the timeline.
pub fn history(frame: &Frame, seen: &Seen) -> Markup {
    let t = frame.t;
    let body = &seen.case.body_name;
    let threshold = seen.proposal.threshold;
    let events: Vec<Event> = seen
        .events
        .iter()
        .map(|event| happened(frame, event, body, threshold))
        .collect();
    html! {
        @if !seen.decisions.is_empty() {
            section {
                h2 { (t.case_decisions_title()) }
                @for decision in &seen.decisions {
                    (answer(frame, &seen.documents, decision))
                    @if seen.may.handle && decision.case == seen.case.id {
                        p { a href=(urls::case_correction(frame.locale, seen.case.id, decision.id)) { (t.case_correct_link()) } }
                    }
                }
            }
        }
        section {
            h2 { (t.case_history_title()) }
            (timeline(frame, &events))
        }
    }
}
