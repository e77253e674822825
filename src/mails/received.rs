//! The proposal came in.

use super::{Writing, letter::Letter};

/// To the author: what happens now and by when.
pub fn write(w: &Writing) -> Letter {
    let t = w.t;
    w.letter(
        t.mail_received_subject(),
        t.mail_received_first(w.proposal()),
    )
    .paragraph(t.mail_received_next(w.day()))
    .action(t.mail_action_my_pages(), w.url())
}
