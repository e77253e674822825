//! A moderator asks for a clarification.

use super::{Writing, letter::Letter};

/// To the author: what is asked and the last day to answer.
pub fn write(w: &Writing) -> Letter {
    let t = w.t;
    let letter = w.letter(
        t.mail_returned_subject(),
        t.mail_returned_first(w.proposal()),
    );
    super::refused::add_reasons(letter, w)
        .quote(w.facts.note.as_deref())
        .paragraph(t.mail_returned_by(w.day()))
        .action(t.mail_returned_action(), w.url())
}
