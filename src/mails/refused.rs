//! The proposal is not published: refused with reasons, or lapsed without an answer; or it is looked at again.

use super::{Writing, letter::Letter};
use crate::i18n::Locale;

/// To the author: the bad news first, then why and what one can do. The reason is always given (riktlinje § 91).
pub fn write(w: &Writing) -> Letter {
    let t = w.t;
    let letter = w.letter(t.mail_refused_subject(), t.mail_refused_first(w.proposal()));
    add_reasons(letter, w)
        .quote(w.facts.note.as_deref())
        .paragraph(t.mail_refused_next())
        .action(t.mail_action_my_pages(), w.url())
}

/// To the author: no answer came in time.
pub fn write_lapsed(w: &Writing) -> Letter {
    let t = w.t;
    w.letter(t.mail_lapsed_subject(), t.mail_lapsed_first(w.proposal()))
        .paragraph(t.mail_lapsed_next())
        .action(t.mail_action_my_pages(), w.url())
}

/// To the author: what was decided holds no longer, and by when it is decided anew; without a day when that has passed.
pub fn write_reopened(w: &Writing) -> Letter {
    let t = w.t;
    let first = t.mail_reopened_first(w.proposal());
    let next = match w.facts.day {
        Some(_) => t.mail_reopened_next_by(w.day()),
        None => t.mail_reopened_next(),
    };
    w.letter(t.mail_reopened_subject(), first)
        .paragraph(next)
        .action(t.mail_action_my_pages(), w.url())
}

/// Adds each reason as a paragraph, in the reader's language where it is kept in it.
pub fn add_reasons(letter: Letter, w: &Writing) -> Letter {
    w.facts.reasons.iter().fold(letter, |letter, reason| {
        letter.paragraph(match w.locale {
            Locale::Sv => reason.sv.clone(),
            Locale::En => reason.en.clone(),
        })
    })
}
