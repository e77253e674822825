//! The proposal was removed after publication.

use super::{Writing, letter::Letter};
use crate::domain::news::MailRole;

/// To author and followers: that it is gone and why. Only the author can still read it, on her own page.
pub fn write(w: &Writing) -> Letter {
    let t = w.t;
    let letter = w
        .letter(t.mail_removed_subject(), t.mail_removed_first(w.proposal()))
        .paragraph(t.mail_removed_next());
    let letter = super::refused::add_reasons(letter, w).quote(w.facts.note.as_deref());
    match w.role {
        MailRole::Author => letter.action(t.mail_action_my_pages(), w.own_url()),
        _ => letter.action(t.mail_action_proposal(), w.url()),
    }
}
