//! What bodies answered: the outcome first in plain words, then who, when and why, and what became of it.

use super::read::ProposalView;
use crate::{
    domain::{
        decisions::{FinalOutcome, FirstOutcome, Outcome},
        followups::FollowUpState,
    },
    store::{
        decisions::{Decided, Decision},
        documents::Document,
        imported_decisions::ImportedDecision,
    },
    web::{
        components::{
            as_written,
            boxes::{Notice, notice},
            facts::{Fact, facts},
        },
        layout::Frame,
        urls, words,
    },
};
use maud::{Markup, html};

/// All answers, the latest first, and the follow-up. Nothing where there is none.
pub fn answers(frame: &Frame, view: &ProposalView) -> Markup {
    let t = frame.t;
    let has_answer = !view.decisions.is_empty() || view.imported_decision.is_some();
    html! {
        @if has_answer {
            section id="svar" {
                h2 { (t.answer_title()) }
                @for decision in view.decisions.iter().rev() { (answer(frame, &view.documents, decision)) }
                @if let Some(decision) = &view.imported_decision { (imported(frame, view, decision)) }
            }
        }
        (follow_up(frame, view))
    }
}

/// One answer with those of the documents that were published with it.
pub fn answer(frame: &Frame, documents: &[Document], decision: &Decision) -> Markup {
    let t = frame.t;
    let (kind, outcome) = match decision.decided {
        Decided::First(outcome) => (
            tone(outcome == FirstOutcome::CarryOut),
            words::first_outcome(t, outcome),
        ),
        Decided::Final(outcome) => (
            tone(outcome == FinalOutcome::CarryOut),
            words::final_outcome(t, outcome),
        ),
    };
    let day = frame.locale.date(decision.on);
    let documents: Vec<_> = documents
        .iter()
        .filter(|document| document.decision_id == Some(decision.id))
        .collect();
    notice(
        frame,
        kind,
        Some(&outcome),
        html! {
            p { (as_written(&decision.body_name)) ", " (day)
                @if let Some(paragraph) = &decision.paragraph { ", § " (paragraph) }
            }
            @for paragraph in decision.reason.split("\n\n") { p class="prewrap" { (as_written(paragraph)) } }
            @if let Some(dnr) = &decision.diarienummer { p class="soft" { (t.answer_diarienummer(dnr.as_str())) } }
            @if let Some(at) = decision.corrected_at { p class="soft" { (t.answer_corrected(frame.locale.date(at.day()))) } }
            @if !documents.is_empty() {
                p { strong { (t.answer_documents()) } }
                ul {
                    @for document in documents {
                        li { a href=(urls::document(frame.locale, document.id, &document.name)) { (as_written(&document.name)) } }
                    }
                }
            }
        },
    )
}

fn tone(is_yes: bool) -> Notice {
    if is_yes { Notice::Done } else { Notice::Info }
}

/// A decision text of the open data. Those on proposals below the threshold are notes, which no body decided.
fn imported(frame: &Frame, view: &ProposalView, decision: &ImportedDecision) -> Markup {
    let t = frame.t;
    let outcome = decision.result_code.or(view.proposal.imported.outcome);
    let title = outcome.map_or_else(|| t.answer_unknown(), |outcome| words::outcome(t, outcome));
    let is_yes = matches!(
        outcome,
        Some(Outcome::Implemented | Outcome::PartlyImplemented)
    );
    notice(
        frame,
        tone(is_yes),
        Some(&title),
        html! {
            @if let Some(recipient) = &decision.recipient { p { (as_written(recipient)) } }
            p class="prewrap" { (as_written(&decision.text)) @if decision.is_truncated { " …" } }
            @if decision.is_truncated { p class="soft" { (t.answer_truncated()) } }
            @if let Some(result) = &decision.result {
                p class="soft" { (t.answer_result_as_written()) " " (as_written(result)) }
            }
        },
    )
}

fn follow_up(frame: &Frame, view: &ProposalView) -> Markup {
    let t = frame.t;
    let Some(latest) = view.follow_ups.last() else {
        return html! {};
    };
    let term = frame.locale.date(latest.on_day);
    let kind = if latest.state == FollowUpState::Done {
        Notice::Done
    } else {
        Notice::Info
    };
    let earlier: Vec<(String, Markup)> = view
        .follow_ups
        .iter()
        .rev()
        .skip(1)
        .map(|note| {
            let state = words::follow_up(t, note.state);
            (
                frame.locale.date(note.on_day),
                html! { strong { (state) } ". " (as_written(&note.note)) },
            )
        })
        .collect();
    let rows: Vec<Fact> = earlier
        .iter()
        .map(|(day, value)| Fact::new(day, value.clone()))
        .collect();
    html! {
        section id="uppfoljning" {
            h2 { (t.follow_up_title()) }
            (notice(frame, kind, Some(&words::follow_up(t, latest.state)), html! {
                p { (term) ", " (as_written(&latest.body_name)) }
                p class="prewrap" { (as_written(&latest.note)) }
            }))
            @if !rows.is_empty() { h3 { (t.follow_up_earlier()) } (facts(&rows)) }
        }
    }
}
