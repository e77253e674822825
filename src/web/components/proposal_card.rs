//! A proposal in a list: ten of them can be scanned in ten seconds.

use super::{
    as_written, heading,
    progress::Progress,
    tag::{Tone, tag},
};
use crate::web::layout::Frame;
use maud::{Markup, html};

/// What a list shows of a proposal.
#[derive(Debug, Clone)]
pub struct ProposalCard<'a> {
    /// Its page.
    pub href: &'a str,
    /// Its public number.
    pub number: i64,
    /// Its topic, if known.
    pub topic: Option<&'a str>,
    /// Its title, as written.
    pub title: &'a str,
    /// The start of its text, if there is any.
    pub summary: Option<&'a str>,
    /// The place or area it is about, if stated.
    pub place: Option<&'a str>,
    /// Signatures, if known.
    pub progress: Option<Progress>,
    /// Its stage in words.
    pub stage: (Tone, &'a str),
    /// The day of its latest decision.
    pub decided: Option<&'a str>,
    /// The level of its heading, 2 or 3.
    pub level: u8,
}

impl ProposalCard<'_> {
    /// The card, as an `article`.
    pub fn render(&self, frame: &Frame) -> Markup {
        let title = html! { a href=(self.href) { (as_written(self.title)) } };
        let (tone, stage) = self.stage;
        html! {
            article class="proposal" {
                (heading(self.level, "title", title))
                p class="about" { (self.about(frame)) }
                @if let Some(summary) = self.summary { p class="summary" { (as_written(summary)) } }
                div class="foot" {
                    @if let Some(progress) = self.progress { (progress.render(frame)) }
                    p class="row" {
                        (tag(tone, stage))
                        @if let Some(day) = self.decided { span class="soft" { (frame.t.component_card_decided(day)) } }
                    }
                }
            }
        }
    }

    fn about(&self, frame: &Frame) -> Markup {
        html! {
            (frame.t.component_card_number(self.number.to_string()))
            @for part in [self.topic, self.place].into_iter().flatten() { " · " bdi { (part) } }
        }
    }
}
