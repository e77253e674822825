//! When the nämnd or bolag takes up the case.

use super::{Writing, letter::Letter};

/// To author and followers: the meeting's date.
pub fn write_on_agenda(w: &Writing) -> Letter {
    let t = w.t;
    w.letter(
        t.mail_agenda_subject(w.body(), w.day()),
        t.mail_agenda_first(w.proposal(), w.body(), w.day()),
    )
    .paragraph(t.mail_agenda_next())
    .action(t.mail_action_proposal(), w.url())
}

/// To author and followers: that it was postponed (bordläggning) or sent back for more work (återremiss), the new date,
/// and why.
pub fn write_postponed(w: &Writing) -> Letter {
    let t = w.t;
    let letter = match w.facts.outcome.as_deref() {
        Some("referred_back") => w.letter(
            t.mail_referred_back_subject(w.body()),
            t.mail_referred_back_first(w.body(), w.proposal(), w.day()),
        ),
        _ => w.letter(
            t.mail_postponed_subject(w.body()),
            t.mail_postponed_first(w.proposal(), w.body(), w.day()),
        ),
    };
    letter
        .quote(w.facts.note.as_deref())
        .paragraph(t.mail_postponed_next())
        .action(t.mail_action_proposal(), w.url())
}
