//! Another nämnd or bolag answers.

use super::{Writing, letter::Letter};

/// To the author: who answers now.
pub fn write(w: &Writing) -> Letter {
    let t = w.t;
    w.letter(
        t.mail_rerouted_subject(w.body()),
        t.mail_rerouted_first(w.proposal(), w.body()),
    )
    .paragraph(t.mail_rerouted_next(w.body()))
    .action(t.mail_action_proposal(), w.url())
}
