//! What became of a decision.

use super::{Writing, letter::Letter};

/// To everyone: planned, under way, done or stopped, with the note.
pub fn write(w: &Writing) -> Letter {
    let t = w.t;
    let state = match w.facts.outcome.as_deref().unwrap_or_default() {
        "done" => t.mail_follow_up_done(),
        "under_way" => t.mail_follow_up_under_way(),
        "stopped" => t.mail_follow_up_stopped(),
        _ => t.mail_follow_up_planned(),
    };
    let first = t.mail_follow_up_first(state.as_str(), w.proposal(), w.body(), w.day());
    let letter = w.letter(state, first).quote(w.facts.note.as_deref());
    let letter = match w.facts.outcome.as_deref() {
        Some("done" | "stopped") => letter,
        _ => letter.paragraph(t.mail_follow_up_next()),
    };
    letter.action(t.mail_action_proposal(), w.url())
}
