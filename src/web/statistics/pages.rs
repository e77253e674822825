//! The statistics page: what is counted, the three figures, and one part for each question.

use super::{figures::Figures, map::CityMap, query::Choice, sections, sheets::topic_totals};
use crate::{
    domain::{
        proposals::Topic,
        statistics::{Answer, Filter},
    },
    web::{
        components::{
            boxes::empty,
            button::{self, Weight},
            facts::{Figure, key_figures},
        },
        layout::{Frame, page},
        statistics::sheets::answer_counts,
        urls, words,
    },
};
use maud::{Markup, html};

/// Everything that is shown.
pub struct StatisticsPage {
    /// The figures.
    pub figures: Figures,
    /// The city's outlines.
    pub map: Option<CityMap>,
}

impl StatisticsPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let figures = &self.figures;
        let main = html! {
            div class="stack statistics" {
                h1 { (t.statistics_title()) }
                p class="lead" { (t.statistics_lead()) }
                (filters(frame, figures))
                @if figures.total().proposals == 0 { (nothing(frame)) }
                @else {
                    (self.leading(frame))
                    (contents(frame))
                    (sections::years(frame, figures))
                    (sections::topics(frame, figures))
                    (sections::answers(frame, figures))
                    (sections::bodies(frame, figures))
                    (sections::places(frame, figures, self.map.as_ref()))
                    (sections::signers(frame, figures))
                    (sections::about(frame, figures))
                }
            }
        };
        page(frame, &t.statistics_title(), main)
    }

    /// What the figures mean, and then the figures.
    fn leading(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let number = |count: i64| frame.locale.number(count);
        let total = self.figures.total();
        let answers = answer_counts(&self.figures);
        let answered: i64 = answers
            .iter()
            .filter(|(answer, _)| answer.is_answered())
            .map(|(_, count)| count)
            .sum();
        let count = |answer| answers.get(&answer).copied().unwrap_or(0);
        let yes = count(Answer::Yes) + count(Answer::Partly);
        let label = |text: String| html! { (text) };
        html! {
            p class="lead" {
                (t.statistics_meaning(total.proposals, number(total.proposals), number(total.reached),
                    frame.locale.percent(total.reached, total.proposals)))
                @if answered > 0 {
                    " " (t.statistics_meaning_answers(number(answered), number(yes), frame.locale.percent(yes, answered)))
                }
            }
            (key_figures(&[
                Figure { figure: &number(total.proposals), label: label(t.statistics_proposals()) },
                Figure { figure: &number(total.reached), label: label(t.statistics_reached()) },
                Figure { figure: &number(total.signatures), label: label(t.statistics_signatures()) },
                Figure { figure: &number(answered), label: label(t.statistics_answered()) },
            ]))
            p class="small soft" { (sections::source(frame, &self.figures)) }
        }
    }
}

fn nothing(frame: &Frame) -> Markup {
    empty(html! {
        p { (frame.t.statistics_nothing()) }
        p { a href=(urls::statistics(frame.locale)) { (frame.t.statistics_clear()) } }
    })
}

/// The parts of the page, so that one is found without reading the others.
fn contents(frame: &Frame) -> Markup {
    let t = frame.t;
    let parts = [
        ("per-ar", t.statistics_years_title()),
        ("per-amne", t.statistics_topics_title()),
        ("vad-blev-det", t.statistics_answers_title()),
        ("namnder-och-bolag", t.statistics_bodies_title()),
        ("var-i-staden", t.statistics_places_title()),
        ("vem-skriver-under", t.statistics_signers_title()),
        ("om-siffrorna", t.statistics_about_title()),
    ];
    html! {
        nav aria-label=(t.statistics_contents()) {
            ul class="contents" {
                @for (id, title) in parts { li { a href={ "#" (id) } { (title) } } }
            }
        }
    }
}

/// A form that asks with the address; what is chosen stays chosen.
fn filters(frame: &Frame, figures: &Figures) -> Markup {
    let t = frame.t;
    let choice = figures.choice;
    let year_option = |year: i16| {
        (
            year.to_string(),
            year.to_string(),
            choice.filter.year == Some(year),
        )
    };
    let topic_option = |topic: &Topic| {
        let chosen = choice.filter.topic == Some(*topic);
        (topic.to_string(), words::topic(t, *topic), chosen)
    };
    html! {
        form class="filter-row" method="get" action=(urls::statistics(frame.locale)) {
            (select("ar", &t.statistics_year(), &t.statistics_all_years(), figures.years.iter().rev().copied().map(year_option)))
            (select("amne", &t.statistics_topic(), &t.statistics_all_topics(), Topic::ALL.iter().map(topic_option)))
            @if let Some(quarter) = choice.quarter { input type="hidden" name="kvartal" value=(quarter); }
            @if choice.filter.with_examples { input type="hidden" name="exempel" value="1"; }
            (button::submit(Weight::Secondary, &t.statistics_show()))
            @if choice.is_narrow() { a href=(everything(frame, choice)) { (t.statistics_clear()) } }
        }
        @if frame.demo { (examples(frame, choice)) }
    }
}

fn everything(frame: &Frame, choice: Choice) -> String {
    let filter = Filter {
        with_examples: choice.filter.with_examples,
        ..Filter::default()
    };
    urls::statistics_of(frame.locale, &Choice { filter, ..choice }.query())
}

fn select(
    name: &str,
    label: &str,
    all: &str,
    options: impl Iterator<Item = (String, String, bool)>,
) -> Markup {
    html! {
        div class="ds-field" {
            label for=(name) { (label) }
            select class="ds-input" id=(name) name=(name) {
                option value="" { (all) }
                @for (value, label, is_chosen) in options {
                    option value=(value) selected[is_chosen] { (label) }
                }
            }
        }
    }
}

/// The demo's own proposals are counted only when asked for.
fn examples(frame: &Frame, choice: Choice) -> Markup {
    let t = frame.t;
    let is_with = choice.filter.with_examples;
    let filter = Filter {
        with_examples: !is_with,
        ..choice.filter
    };
    let other = urls::statistics_of(frame.locale, &Choice { filter, ..choice }.query());
    html! {
        p class="small" {
            @if is_with {
                strong { (t.statistics_with_examples()) } " "
                a href=(other) { (t.statistics_leave_examples_out()) }
            } @else {
                (t.statistics_without_examples()) " "
                a href=(other) { (t.statistics_take_examples_in()) }
            }
        }
    }
}

/// The topic with the highest share that reached, among those with enough proposals to say so.
pub(super) fn best_topic(figures: &Figures) -> Option<(Topic, i64, i64)> {
    const ENOUGH: i64 = 10;
    topic_totals(figures)
        .into_iter()
        .filter(|(_, totals)| totals.proposals >= ENOUGH && totals.reached > 0)
        .filter_map(|(topic, totals)| Some((topic?, totals.reached, totals.proposals)))
        .max_by(|a, b| (a.1 * b.2).cmp(&(b.1 * a.2)))
}
