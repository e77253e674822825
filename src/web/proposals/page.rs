//! A proposal's page: title, act, text, answer, timeline, like ones, ways to share it.

use super::{
    answer::answers,
    card::{area, progress, shown_stage},
    history::history,
    read::ProposalView,
};
use crate::{
    domain::{
        display::{DisplayStage, FilterGroup},
        proposals::Origin,
        stages::Stage,
    },
    web::{
        components::{
            act_card::ActCard,
            as_written,
            boxes::{Notice, notice},
            button::{Weight, link},
            facts::{Fact, facts},
            tag::tag,
            timeline::{When, timeline},
        },
        layout::{Crumb, Frame, page_with_crumbs},
        signatures::parts::{follow_button, meaning, own_signature, sign_button, unfollow_button},
        urls, words,
    },
};
use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The page.
pub struct ProposalPage<'a> {
    /// What it shows.
    pub view: &'a ProposalView,
}

impl ProposalPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let proposal = &self.view.proposal;
        let crumbs = [Crumb {
            label: t.site_nav_proposals(),
            href: urls::proposals(frame.locale),
        }];
        let main = html! {
            div class="split" {
                div class="stack" { (self.head(frame)) }
                div class="side" { (self.act(frame)) }
                div class="text" {
                    (self.text(frame))
                    (answers(frame, self.view))
                    (self.about(frame))
                    (self.timeline(frame))
                    (self.like(frame))
                    (self.share(frame))
                }
            }
        };
        page_with_crumbs(frame, &proposal.title, &crumbs, main)
    }

    fn head(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let proposal = &self.view.proposal;
        let stage = shown_stage(proposal, frame.now);
        html! {
            @if proposal.origin == Origin::Demo {
                (notice(frame, Notice::Info, Some(&t.proposal_demo_title()), html! { p { (t.proposal_demo_text()) } }))
            }
            @if !self.view.is_public {
                (notice(frame, Notice::Info, Some(&t.proposal_not_public_title()), html! { p { (t.proposal_not_public_text()) } }))
            }
            h1 { bdi lang=(proposal.locale) { (proposal.title) } }
            p class="soft" { (self.byline(frame)) }
            p { (tag(words::stage_tone(stage), &words::stage(t, stage))) }
        }
    }

    fn byline(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let proposal = &self.view.proposal;
        let number = t.component_card_number(proposal.number.to_string());
        html! {
            (number)
            @if let Some(name) = &proposal.author_name { " · " (t.proposal_by()) " " bdi { (name) } }
            @if let Some(day) = proposal.published_on {
                " · " (t.proposal_published_on(frame.locale.date(day)))
            }
        }
    }

    fn act(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let proposal = &self.view.proposal;
        let Some(progress) = progress(proposal, frame.now.day(), frame.now) else {
            return self.act_without_count(frame);
        };
        ActCard {
            title: &t.proposal_act_title(),
            progress,
            deadline: &self.deadline(frame),
            action: self.action(frame),
            meaning: self.meaning(frame),
        }
        .render(frame)
    }

    /// The source tells that the threshold was reached, not by how many.
    fn act_without_count(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let is_reached = self.view.proposal.imported.reached == Some(true);
        html! {
            section class="act" {
                h2 class="ds-sr-only" { (t.proposal_act_title()) }
                p { @if is_reached { (t.proposal_reached_unknown()) } @else { (t.proposal_count_unknown()) } }
            }
        }
    }

    fn deadline(&self, frame: &Frame) -> String {
        let t = frame.t;
        let locale = frame.locale;
        let proposal = &self.view.proposal;
        match &proposal.stage {
            Stage::Published(open) if open.paused_at.is_some() => t.proposal_paused(),
            Stage::Published(open) if frame.now < open.closes_at => {
                let left = locale.days_left(open.days_left(frame.now.day()));
                t.proposal_open_until(locale.date_with_weekday(open.last_day()), left)
            }
            Stage::Imported
                if shown_stage(proposal, frame.now) == DisplayStage::LastKnownCollecting =>
            {
                match proposal.imported.seen_on {
                    Some(day) => t.proposal_last_known(locale.date(day)),
                    None => t.proposal_ended_unknown(),
                }
            }
            _ => match proposal.closes_at {
                Some(at) => t.proposal_ended(locale.date(at.day().plus_days(-1))),
                None => t.proposal_ended_unknown(),
            },
        }
    }

    fn action(&self, frame: &Frame) -> Markup {
        let proposal = &self.view.proposal;
        let own = self.view.own.as_ref();
        let signed = own.and_then(|own| own.signature.as_ref());
        let follows = own.is_some_and(|own| own.follows);
        html! {
            @if let Some(signature) = signed { (own_signature(frame, proposal.number, signature)) }
            @else if proposal.stage.may_be_signed(frame.now) {
                (sign_button(frame, proposal.number))
            }
            @if signed.is_none() && self.may_be_followed() {
                @if follows { (unfollow_button(frame, proposal.number)) }
                @else { (follow_button(frame, proposal.number)) }
            }
        }
    }

    /// Something more is going to happen, and it is told here.
    fn may_be_followed(&self) -> bool {
        let proposal = &self.view.proposal;
        let goes_on = matches!(
            proposal.shown_stage.group(),
            Some(FilterGroup::Collecting | FilterGroup::AtBody | FilterGroup::Decided)
        );
        proposal.origin.is_living() && goes_on
    }

    fn meaning(&self, frame: &Frame) -> Markup {
        let proposal = &self.view.proposal;
        html! {
            @if proposal.stage.may_be_signed(frame.now) { (meaning(frame)) }
            @else if proposal.origin == Origin::Imported { p { (frame.t.proposal_imported_meaning()) } }
        }
    }

    fn text(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let proposal = &self.view.proposal;
        html! {
            section {
                h2 { (t.proposal_text_title()) }
                @match &proposal.text {
                    Some(text) => {
                        div lang=(proposal.locale) {
                            @for paragraph in text.split("\n\n") { p class="prewrap" { bdi { (paragraph) } } }
                        }
                    }
                    None => p class="soft" { (t.proposal_no_text()) },
                }
            }
        }
    }

    fn about(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let proposal = &self.view.proposal;
        let (topic_term, place_term, bodies_term) =
            (t.proposal_topic(), t.proposal_place(), t.proposal_bodies());
        let mut found = Vec::new();
        if let Some(topic) = proposal.topic {
            let href = format!("{}?amne={topic}", urls::proposals(frame.locale));
            found.push(Fact::new(
                &topic_term,
                html! { a href=(href) { (words::topic(t, topic)) } },
            ));
        }
        if let Some(place) = self.place() {
            found.push(Fact::new(&place_term, place));
        }
        if !self.view.recipients.is_empty() {
            found.push(Fact::new(&bodies_term, self.bodies(frame)));
        }
        let source_term = t.proposal_source();
        if proposal.origin == Origin::Imported {
            let source = match proposal.imported.seen_on {
                Some(day) => t.proposal_source_open_data(frame.locale.date(day)),
                None => t.proposal_source_minutes(),
            };
            found.push(Fact::new(&source_term, html! { (source) }));
        }
        html! {
            @if !found.is_empty() {
                section { h2 { (t.proposal_about_title()) } (facts(&found)) }
            }
        }
    }

    fn place(&self) -> Option<Markup> {
        let proposal = &self.view.proposal;
        let area = area(proposal, &self.view.directory);
        match (&proposal.place.text, area) {
            (None, None) => None,
            (Some(text), None) => Some(html! { (as_written(text)) }),
            (None, Some(area)) => Some(html! { (as_written(area)) }),
            (Some(text), Some(area)) => Some(html! { (as_written(text)) ", " (as_written(area)) }),
        }
    }

    /// Each as written, with today's name where it is another.
    fn bodies(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            ul class="plain" {
                @for recipient in &self.view.recipients {
                    li {
                        (as_written(&recipient.name_as_written))
                        @match &recipient.name {
                            Some(name) if *name != recipient.name_as_written => {
                                " (" (t.proposal_body_today()) " " (as_written(name)) ")"
                            }
                            _ => {}
                        }
                        @if recipient.is_coordinating && self.view.recipients.len() > 1 {
                            " – " (t.proposal_coordinating())
                        }
                    }
                }
            }
        }
    }

    fn timeline(&self, frame: &Frame) -> Markup {
        let events = history(frame, self.view);
        let is_over = events.iter().all(|event| event.when == When::Done);
        html! {
            @if !events.is_empty() {
                section id="tidslinje" {
                    h2 { @if is_over { (frame.t.proposal_past_title()) } @else { (frame.t.proposal_timeline_title()) } }
                    (timeline(frame, &events))
                }
            }
        }
    }

    fn like(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            @if !self.view.like.is_empty() {
                section {
                    h2 { (t.proposal_like_title()) }
                    ul class="list plain" {
                        @for like in &self.view.like {
                            @let stage = shown_stage(like, frame.now);
                            li {
                                a href=(urls::proposal(frame.locale, like.number)) { (as_written(&like.title)) }
                                br;
                                (tag(words::stage_tone(stage), &words::stage(t, stage)))
                            }
                        }
                    }
                }
            }
        }
    }

    fn share(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let mail = format!(
            "mailto:?subject={}&body={}",
            encode(&self.view.proposal.title),
            encode(&self.view.address)
        );
        html! {
            section class="share" {
                h2 { (t.proposal_share_title()) }
                p { (t.proposal_share_text()) }
                p { a href=(urls::proposal_in_any_language(self.view.proposal.number)) { (self.view.address) } }
                div class="buttons" { (link(Weight::Secondary, &mail, &t.proposal_share_mail())) }
            }
        }
    }
}
