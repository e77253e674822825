//! Another nämnd or bolag answers.

use super::{Writing, letter::Letter};

/// To the author: who answers now, and why. With a threshold the proposal is still open.
pub fn write(w: &Writing) -> Letter {
    let t = w.t;
    let next = match w.facts.threshold {
        Some(threshold) => t.mail_rerouted_open_next(w.locale.number(threshold), w.body()),
        None => t.mail_rerouted_next(w.body()),
    };
    w.letter(
        t.mail_rerouted_subject(w.body()),
        t.mail_rerouted_first(w.proposal(), w.body()),
    )
    .quote(w.facts.note.as_deref())
    .paragraph(next)
    .action(t.mail_action_proposal(), w.url())
}
