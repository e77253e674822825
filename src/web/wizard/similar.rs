//! Step 2: proposals that may say the same, why they are shown, and what became of them.

use super::step::StepView;
use crate::{
    domain::{
        catalogue::{Facts, Similar},
        display::FilterGroup,
        ids::ProposalNumber,
    },
    web::{
        assets::{Asset, url},
        components::{
            as_written,
            boxes::empty,
            button::{Weight, link},
            heading,
            tag::tag,
        },
        error::WebError,
        extract::Ctx,
        layout::Frame,
        urls, words,
    },
};
use maud::{Markup, html};

/// At most so many are shown.
const MOST: usize = 5;

/// A proposal like the one being written.
pub struct Likeness {
    facts: Facts,
    title: String,
    common: Vec<String>,
}

/// The public proposals most like what is written.
///
/// # Errors
/// When the database is away.
pub async fn find_similar(ctx: &Ctx, title: &str, text: &str) -> Result<Vec<Likeness>, WebError> {
    let live = ctx.app.live();
    live.catch_up(&ctx.app.env).await?;
    let catalogue = live.catalogue();
    let found = catalogue.similar(title, text, MOST);
    let likenesses = found
        .into_iter()
        .filter_map(|Similar { number, common, .. }| {
            let entry = catalogue.get(number)?;
            Some(Likeness {
                facts: entry.facts.clone(),
                title: entry.title.clone(),
                common,
            })
        });
    Ok(likenesses.collect())
}

/// The second step.
pub struct SimilarPage<'a> {
    /// The step.
    pub view: StepView<'a>,
    /// What was found.
    pub found: &'a [Likeness],
}

impl SimilarPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        if self.found.is_empty() {
            let lead = empty(html! { p { (t.propose_similar_none()) } });
            let title = t.propose_similar_none_title();
            return self.view.page(frame, &title, lead, html! {});
        }
        let lead = html! {
            p class="lead" { (t.propose_similar_lead()) }
            ul class="plain stack" {
                @for likeness in self.found { li { (likeness.render(frame)) } }
            }
        };
        let (title, on) = (t.propose_similar_title(), t.propose_similar_go_on());
        self.view.page_going_on(frame, &title, lead, html! {}, &on)
    }
}

/// Where they are shown while one writes, empty until the script asks: what it may hold, and what is told of it.
pub fn live_similar(frame: &Frame) -> Markup {
    html! {
        div class="similar-live" data-similar=(urls::similar_proposals(frame.locale)) {
            p class="ds-sr-only" role="status" {}
            div data-found {}
        }
        script type="module" src=(url(Asset::SimilarScript)) {}
    }
}

/// A piece of a page for that: short, since one is writing, and in a new tab, since what is written is not kept yet.
pub struct SimilarPiece<'a> {
    /// What was found.
    pub found: &'a [Likeness],
}

impl SimilarPiece<'_> {
    /// The piece; nothing when nothing was found.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let count = i64::try_from(self.found.len()).unwrap_or(i64::MAX);
        html! {
            @if count > 0 {
                h2 data-said { (t.propose_similar_live(count, frame.locale.number(count))) }
                p class="hint" { (t.propose_similar_live_hint()) }
                ul class="plain" {
                    @for likeness in self.found { li { (likeness.line(frame)) } }
                }
            }
        }
    }
}

impl Likeness {
    fn line(&self, frame: &Frame) -> Markup {
        let stage = self.facts.stage;
        let href = urls::proposal(frame.locale, self.facts.number);
        html! {
            a href=(href) target="_blank" { (as_written(&self.title)) }
            span class="about" {
                (tag(words::stage_tone(stage), &words::stage(frame.t, stage))) " "
                (self.about(frame, self.facts.number))
            }
        }
    }

    fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let number = self.facts.number;
        let href = urls::proposal(frame.locale, number);
        let title = html! { a href=(href) { (as_written(&self.title)) } };
        html! {
            article class="proposal" {
                (heading(2, "title", title))
                p class="about" { (self.about(frame, number)) }
                @if !self.common.is_empty() {
                    p { (t.propose_similar_common(frame.locale.list_and(&self.common))) }
                }
                div class="foot" {
                    p { (tag(words::stage_tone(self.facts.stage), &words::stage(t, self.facts.stage))) }
                    @if self.facts.stage.group() == Some(FilterGroup::Collecting) {
                        (link(Weight::Secondary, &urls::sign(frame.locale, number), &t.propose_similar_sign()))
                    }
                }
            }
        }
    }

    fn about(&self, frame: &Frame, number: ProposalNumber) -> Markup {
        let t = frame.t;
        html! {
            (t.component_card_number(number.to_string()))
            @if let Some(count) = self.facts.count {
                " · " (t.propose_similar_count(count, frame.locale.number(count)))
            }
            @if let Some(day) = self.facts.decided_on {
                " · " (t.propose_similar_decided(frame.locale.date(day)))
            }
        }
    }
}
