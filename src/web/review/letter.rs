//! What the proposer will read, in the words of the mail, before it is sent.

use super::forms::{Act, ReviewForm};
use crate::{
    domain::{proposals::Topic, settings::Rules},
    i18n::Texts,
    store::{proposals::Proposal, refusal_reasons::ReasonText},
    web::{components::as_written, layout::Frame},
};
use maud::{Markup, html};

/// A letter that is not yet sent.
pub struct Letter<'a> {
    /// What it follows from.
    pub act: Act,
    /// To whose author.
    pub proposal: &'a Proposal,
    /// The values of the form.
    pub form: &'a ReviewForm,
    /// The grounds of this kind of act.
    pub reasons: &'a [ReasonText],
    /// The rules in force.
    pub rules: &'a Rules,
}

impl Letter<'_> {
    /// The letter in a box, always in Swedish: the language the mail has for most, and the proposal's own.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            section class="next" {
                h2 { (t.review_preview_title()) }
                p class="soft" { (t.review_preview_hint()) }
                div class="stack" lang=(frame.locale.code()) {
                    p { strong { (self.subject(t)) } }
                    p { (as_written(&self.first(t))) }
                    @for reason in self.chosen() {
                        p { (match frame.locale {
                            crate::i18n::Locale::Sv => &reason.text_sv,
                            crate::i18n::Locale::En => &reason.text_en,
                        }) }
                    }
                    @if !self.form.text.trim().is_empty() && self.act != Act::Remove {
                        blockquote { @for line in self.form.text.lines() { p { (as_written(line)) } } }
                    }
                    @if let Some(last) = self.last(frame) { p { (last) } }
                }
            }
        }
    }

    fn chosen(&self) -> impl Iterator<Item = &ReasonText> {
        let codes = &self.form.skal;
        self.reasons
            .iter()
            .filter(move |reason| codes.contains(&reason.code))
    }

    fn named(&self, t: &Texts) -> String {
        t.mail_proposal(
            self.proposal.title.as_str(),
            self.proposal.number.to_string(),
        )
    }

    fn subject(&self, t: &Texts) -> String {
        match self.act {
            Act::Publish => t.mail_published_subject(),
            Act::Ask => t.mail_returned_subject(),
            Act::Refuse => t.mail_refused_subject(),
            Act::Remove => t.mail_removed_subject(),
        }
    }

    fn first(&self, t: &Texts) -> String {
        let named = self.named(t);
        match self.act {
            Act::Publish => t.mail_published_first(named),
            Act::Ask => t.mail_returned_first(named),
            Act::Refuse => t.mail_refused_first(named),
            Act::Remove => t.mail_removed_first(named),
        }
    }

    fn last(&self, frame: &Frame) -> Option<String> {
        let (t, today) = (frame.t, frame.now.day());
        let in_full = |days| frame.locale.date_with_weekday(today.plus_days(days));
        match self.act {
            Act::Publish => {
                let threshold = frame.locale.number(self.rules.threshold);
                Some(t.mail_published_next(threshold, in_full(self.rules.open_days)))
            }
            Act::Ask => Some(t.mail_returned_by(in_full(self.rules.answer_days))),
            Act::Refuse => Some(t.mail_refused_next()),
            Act::Remove => None,
        }
    }
}

/// The topic as the form has it, or as its author chose.
pub fn topic_of(form: &ReviewForm, proposal: &Proposal) -> Option<Topic> {
    Topic::parse(&form.amne).or(proposal.topic)
}
