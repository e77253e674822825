//! The proposal is published and collects signatures.

use super::{Writing, letter::Letter};

/// To the author: how many are needed, until when, and the link to share.
pub fn write(w: &Writing) -> Letter {
    let t = w.t;
    let first = t.mail_published_first(w.proposal());
    w.letter(t.mail_published_subject(), first)
        .quote(w.facts.note.as_deref())
        .paragraph(t.mail_published_next(w.shown(w.facts.threshold), w.day()))
        .action(t.mail_published_action(), w.url())
}
