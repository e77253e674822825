//! The threshold is passed while signing goes on.

use super::{Writing, letter::Letter};

/// To author and followers: a nämnd will have to answer; signing goes on until the last day.
pub fn write(w: &Writing) -> Letter {
    let t = w.t;
    let subject = t.mail_reached_subject(w.shown(w.facts.threshold));
    w.letter(
        subject,
        t.mail_reached_first(w.proposal(), w.shown(w.facts.threshold)),
    )
    .paragraph(t.mail_reached_next(w.day()))
    .action(t.mail_action_proposal(), w.url())
}
