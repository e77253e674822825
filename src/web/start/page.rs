//! The start page.

use crate::{
    domain::{catalogue::Summary, display::FilterGroup, settings::Rules},
    store::proposals::Proposal,
    web::{
        components::{
            button::{Weight, link, submit},
            facts::{Figure, key_figures},
            field::{Field, Kind, text_field},
        },
        info::five_steps,
        layout::{Frame, page},
        live::Directory,
        proposals::card::card,
        urls,
    },
};
use maud::{Markup, html};
use std::sync::Arc;

/// What it shows.
pub struct StartPage {
    /// The numbers it leads with.
    pub summary: Summary,
    /// How many collect signatures.
    pub open: usize,
    /// Those that close soonest.
    pub closing: Vec<Proposal>,
    /// Those decided last.
    pub decided: Vec<Proposal>,
    /// Those carried out.
    pub done: Vec<Proposal>,
    /// Bodies and areas.
    pub directory: Arc<Directory>,
    /// The times of the riktlinje.
    pub rules: Rules,
}

impl StartPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let main = html! {
            (self.hero(frame))
            (self.figures(frame))
            (self.closing(frame))
            (self.decided(frame))
            (self.done(frame))
            section {
                h2 { (t.start_how_title()) }
                (five_steps(frame, &self.rules))
                p { a href=(urls::how_it_works(frame.locale)) { (t.start_how_more()) } }
            }
            (self.areas(frame))
        };
        page(frame, &t.start_title(), main)
    }

    fn hero(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let list = urls::proposals(frame.locale);
        let collecting = format!("{list}?skede={}", FilterGroup::Collecting);
        let label = t.list_search_label();
        html! {
            h1 { (t.start_heading()) }
            p class="lead" { (t.start_lead()) }
            div class="buttons" {
                (link(Weight::Primary, &urls::new_proposal(frame.locale), &t.site_nav_new_proposal()))
                @if self.open > 0 { (link(Weight::Secondary, &collecting, &t.start_see_collecting())) }
                @else { (link(Weight::Secondary, &list, &t.list_show_all())) }
            }
            form role="search" class="search" action=(list) {
                (text_field(frame, Kind::Search, &Field::filter("q", &label)))
                (submit(Weight::Secondary, &t.list_search_button()))
            }
        }
    }

    fn figures(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let locale = frame.locale;
        let statistics = urls::statistics(locale);
        let shown = [
            self.summary.proposals,
            self.summary.reached,
            self.summary.signatures,
        ]
        .map(|number| locale.number(number));
        let labels = [
            t.start_figure_proposals(),
            t.start_figure_reached(),
            t.start_figure_signatures(),
        ];
        let figures: Vec<Figure> = shown
            .iter()
            .zip(&labels)
            .map(|(figure, label)| Figure {
                figure,
                label: html! { (label) },
            })
            .collect();
        html! {
            section {
                h2 class="ds-sr-only" { (t.start_figures_title()) }
                (key_figures(&figures))
                p { a href=(statistics) { (t.start_figures_source()) } }
            }
        }
    }

    fn closing(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let all = format!(
            "{}?skede={}&sortera=slutar-snart",
            urls::proposals(frame.locale),
            FilterGroup::Collecting
        );
        html! {
            @if !self.closing.is_empty() {
                section {
                    h2 { (t.start_closing_title()) }
                    (self.cards(frame, &self.closing))
                    p { a href=(all) { (t.start_closing_all()) } }
                }
            }
        }
    }

    fn decided(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let all = format!(
            "{}?skede={}&sortera=beslutade",
            urls::proposals(frame.locale),
            FilterGroup::Decided
        );
        html! {
            @if !self.decided.is_empty() {
                section {
                    h2 { (t.start_decided_title()) }
                    (self.cards(frame, &self.decided))
                    p { a href=(all) { (t.start_decided_all()) } }
                }
            }
        }
    }

    fn done(&self, frame: &Frame) -> Markup {
        html! {
            @if !self.done.is_empty() {
                section {
                    h2 { (frame.t.start_done_title()) }
                    (self.cards(frame, &self.done))
                }
            }
        }
    }

    fn cards(&self, frame: &Frame, proposals: &[Proposal]) -> Markup {
        html! {
            ul class="plain cards" {
                @for proposal in proposals { li { (card(frame, proposal, &self.directory, 3)) } }
            }
        }
    }

    fn areas(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let list = urls::proposals(frame.locale);
        let areas = self
            .directory
            .areas
            .iter()
            .filter(|area| area.level == "stadsomrade");
        html! {
            section {
                h2 { (t.start_areas_title()) }
                p { (t.start_areas_text()) }
                ul class="plain row" {
                    @for area in areas {
                        li { (link(Weight::Secondary, &format!("{list}?omrade={}", area.code), &area.name)) }
                    }
                }
            }
        }
    }
}
