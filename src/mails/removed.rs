//! The proposal was removed after publication.

use super::{Writing, letter::Letter};

/// To author and followers: that it is gone and why.
pub fn write(w: &Writing) -> Letter {
    let t = w.t;
    let letter = w.letter(t.mail_removed_subject(), t.mail_removed_first(w.proposal()));
    super::refused::add_reasons(letter, w)
        .quote(w.facts.note.as_deref())
        .action(t.mail_action_proposal(), w.url())
}
