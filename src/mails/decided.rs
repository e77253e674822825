//! The first or the final decision.

use super::{Writing, letter::Letter};

/// To everyone: the outcome first, then who decided and when, then the reason in the body's own words.
pub fn write(w: &Writing) -> Letter {
    let t = w.t;
    let outcome = w.facts.outcome.as_deref().unwrap_or_default();
    let (says, meaning) = match outcome {
        "carry_out" => (t.mail_decided_yes(w.body()), t.mail_decided_yes_next()),
        "not_carry_out" => (t.mail_decided_no(w.body()), t.mail_decided_no_next()),
        "not_now" => (
            t.mail_decided_not_now(w.body()),
            t.mail_decided_not_now_next(),
        ),
        _ => (
            t.mail_decided_investigate(w.body()),
            t.mail_decided_investigate_next(),
        ),
    };
    let first = t.mail_decided_first(says.as_str(), w.proposal(), w.day());
    let letter = if w.facts.is_correction {
        w.letter(t.mail_decided_corrected(says), first)
            .paragraph(t.mail_decided_corrected_why())
    } else {
        w.letter(says, first)
    };
    letter
        .quote(w.facts.note.as_deref())
        .paragraph(meaning)
        .action(t.mail_decided_action(), w.url())
}
