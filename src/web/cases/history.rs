//! What happened to a proposal, as those who handle its case see it, with the decisions in full.

use super::{loading::Seen, words};
use crate::{
    domain::{events::EventKind, followups::FollowUpState},
    store::{decisions::Decision, events::Event},
    web::{
        components::{
            as_written,
            timeline::{self, When, timeline},
        },
        layout::Frame,
        urls,
    },
};
use maud::{Markup, html};

/// Decisions, then the timeline.
pub fn history(frame: &Frame, seen: &Seen) -> Markup {
    let t = frame.t;
    let events: Vec<timeline::Event> = seen
        .events
        .iter()
        .map(|event| in_timeline(frame, event))
        .collect();
    html! {
        @if !seen.decisions.is_empty() {
            section class="stack" {
                h2 { (t.case_decisions_title()) }
                @for decision in &seen.decisions {
                    (answer(frame, decision, &files_of(frame, seen, decision)))
                    @if seen.may.handle {
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

/// A decision as the resident reads it: the outcome first, then who and when, why, and the files.
pub fn answer(frame: &Frame, decision: &Decision, files: &Markup) -> Markup {
    let t = frame.t;
    let on = frame.locale.date(decision.on);
    html! {
        article class="next" {
            h3 { (words::decided(t, &decision.body_name, decision.decided)) }
            p class="soft" {
                @match &decision.paragraph {
                    Some(paragraph) => { (t.case_decided_on_paragraph(on.as_str(), paragraph.as_str())) }
                    None => { (t.case_decided_on(on.as_str())) }
                }
                @if let Some(at) = decision.corrected_at { " " (t.case_corrected_on(frame.locale.date(at.day()))) }
            }
            p class="prewrap" { (as_written(&decision.reason)) }
            (files)
        }
    }
}

fn files_of(frame: &Frame, seen: &Seen, decision: &Decision) -> Markup {
    let files = seen
        .documents
        .iter()
        .filter(|file| file.decision_id == Some(decision.id));
    html! {
        ul class="plain" {
            @for file in files {
                li { a href=(urls::document(frame.locale, file.id, &file.name)) { (file.name) } }
            }
        }
    }
}

fn in_timeline(frame: &Frame, event: &Event) -> timeline::Event {
    let t = frame.t;
    let facts = &event.facts;
    let state = facts.outcome.as_deref().and_then(FollowUpState::parse);
    let title = match (event.kind, state) {
        (EventKind::FollowUp, Some(state)) => words::follow_up(t, state),
        (kind, _) => words::event(t, kind),
    };
    let is_meeting = matches!(
        event.kind,
        EventKind::OnAgenda | EventKind::Postponed | EventKind::ReferredBack
    );
    let body = html! {
        @if let Some(body) = &facts.body { p { (body) } }
        @if let Some(dnr) = &facts.diarienummer { p { (dnr) } }
        @if let Some(day) = facts.day.filter(|_| is_meeting) { p { (t.case_event_meeting(frame.locale.date(day))) } }
        @if let Some(count) = facts.count { p { (t.case_event_count(count, frame.locale.number(count))) } }
        @if let Some(note) = &facts.note { p class="prewrap" { (as_written(note)) } }
    };
    timeline::Event {
        anchor: None,
        when: When::Done,
        date: frame.locale.date(event.happened_on),
        title,
        body: Some(body),
        responsible: None,
    }
}
