//! Signing is over.

use super::{Writing, letter::Letter};

/// To everyone: too few signatures; the proposal stays readable.
pub fn write_below(w: &Writing) -> Letter {
    let t = w.t;
    let (count, threshold) = (w.shown(w.facts.count), w.shown(w.facts.threshold));
    w.letter(
        t.mail_closed_below_subject(),
        t.mail_closed_below_first(w.proposal(), count, threshold),
    )
    .paragraph(t.mail_closed_below_next())
    .action(t.mail_action_proposal(), w.url())
}

/// To everyone: which nämnd or bolag must answer.
pub fn write_reached(w: &Writing) -> Letter {
    let t = w.t;
    let first = t.mail_closed_reached_first(w.proposal(), w.shown(w.facts.count));
    w.letter(t.mail_closed_reached_subject(w.body()), first)
        .paragraph(t.mail_closed_reached_next(w.body()))
        .action(t.mail_action_proposal(), w.url())
}
