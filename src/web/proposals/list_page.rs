//! The list of proposals.

use super::{card::card, list::query};
use crate::{
    domain::{
        catalogue::{Filter, Found, Search, Sort},
        display::FilterGroup,
        proposals::Topic,
    },
    i18n::Texts,
    store::proposals::Proposal,
    web::{
        components::{
            boxes::empty,
            button::{Weight, link, submit},
            choices::{Choice, select},
            field::{Field, Kind, text_field},
            pagination::pagination,
        },
        layout::{Frame, page},
        live::Directory,
        urls, words,
    },
};
use maud::{Markup, html};
use std::sync::Arc;

/// One page of the list.
pub struct ListPage {
    /// What was asked.
    pub search: Search,
    /// What was found.
    pub found: Found,
    /// The proposals found, in order.
    pub proposals: Vec<Proposal>,
    /// The words that were perhaps meant, where nothing was found.
    pub suggestion: Option<String>,
    /// The years to choose from.
    pub years: Vec<i16>,
    /// Bodies and areas.
    pub directory: Arc<Directory>,
}

impl ListPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let address = |cursor: Option<_>| {
            cursor.map(|cursor| {
                self.address(
                    frame,
                    Search {
                        cursor: Some(cursor),
                        ..self.search.clone()
                    },
                )
            })
        };
        let main = html! {
            h1 { (t.list_title()) }
            (self.form(frame))
            @if self.found.total == 0 { (self.nothing(frame)) }
            @else {
                h2 { (self.count(frame)) }
                (self.asked(frame))
                ul class="plain cards" {
                    @for proposal in &self.proposals {
                        li { (card(frame, proposal, &self.directory, 3)) }
                    }
                }
                (pagination(frame, address(self.found.before).as_deref(), address(self.found.after).as_deref()))
            }
        };
        let title = match self.search.words.as_str() {
            "" => t.list_title(),
            words => t.list_title_of(words),
        };
        page(frame, &title, main)
    }

    fn address(&self, frame: &Frame, search: Search) -> String {
        urls::proposals(frame.locale) + &query(&search)
    }

    fn count(&self, frame: &Frame) -> String {
        let total = i64::try_from(self.found.total).unwrap_or(i64::MAX);
        let shown = frame.locale.number(total);
        match self.search.words.as_str() {
            "" => frame.t.list_count(total, shown),
            words => frame.t.list_count_of(total, shown, words),
        }
    }

    fn form(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let label = t.list_search_label();
        let field = Field {
            value: &self.search.words,
            ..Field::filter("q", &label)
        };
        html! {
            form role="search" action=(urls::proposals(frame.locale)) {
                div class="search" {
                    (text_field(frame, Kind::Search, &field))
                    (submit(Weight::Primary, &t.list_search_button()))
                }
                details class="ds-details" {
                    summary { (t.list_filters()) }
                    div class="stack filters" {
                        (self.filters(frame))
                        (submit(Weight::Secondary, &t.list_filters_button()))
                    }
                }
            }
        }
    }

    fn filters(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let filter = &self.search.filter;
        let groups = options(
            FilterGroup::ALL,
            |group| words::group(t, group),
            filter.group,
        );
        let topics = options(Topic::ALL, |topic| words::topic(t, topic), filter.topic);
        let sorts = options(Sort::ALL, |sort| words::sort(t, sort), self.search.sort);
        let bodies = self.directory.bodies.iter().map(|body| Line {
            value: body.slug.clone(),
            label: body.name.clone(),
            chosen: filter.body.as_ref() == Some(&body.slug),
        });
        let areas = self
            .directory
            .areas
            .iter()
            .filter(|area| area.level == "stadsomrade");
        let areas = areas.map(|area| Line {
            value: area.code.clone(),
            label: area.name.clone(),
            chosen: filter.area.as_ref() == Some(&area.code),
        });
        let years = self.years.iter().map(|year| Line {
            value: year.to_string(),
            label: year.to_string(),
            chosen: filter.year == Some(*year),
        });
        html! {
            (choose(frame, "skede", &t.list_filter_stage(), groups))
            (choose(frame, "amne", &t.list_filter_topic(), topics))
            (choose(frame, "namnd", &t.list_filter_body(), bodies.collect()))
            (choose(frame, "omrade", &t.list_filter_area(), areas.collect()))
            (choose(frame, "ar", &t.list_filter_year(), years.collect()))
            (choose_or(frame, "sortera", &t.list_sort(), &t.list_sort_usual(), sorts))
        }
    }

    /// What was asked, each with a way to ask without it.
    fn asked(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let asked = self.removable(t);
        html! {
            @if !asked.is_empty() {
                ul class="plain row" aria-label=(t.list_asked_label()) {
                    @for (label, without) in asked {
                        @let search = Search { filter: without, cursor: None, ..self.search.clone() };
                        li { (link(Weight::Secondary, &self.address(frame, search), &t.list_remove_filter(label))) }
                    }
                }
            }
        }
    }

    fn removable(&self, t: &Texts) -> Vec<(String, Filter)> {
        let filter = &self.search.filter;
        let mut found = Vec::new();
        if let Some(group) = filter.group {
            found.push((
                words::group(t, group),
                Filter {
                    group: None,
                    ..filter.clone()
                },
            ));
        }
        if let Some(topic) = filter.topic {
            found.push((
                words::topic(t, topic),
                Filter {
                    topic: None,
                    ..filter.clone()
                },
            ));
        }
        if let Some(slug) = &filter.body {
            let name = self
                .directory
                .body(slug)
                .map_or(slug.as_str(), |body| &body.name);
            found.push((
                name.to_owned(),
                Filter {
                    body: None,
                    ..filter.clone()
                },
            ));
        }
        if let Some(code) = &filter.area {
            let name = self.directory.area_name(code).unwrap_or(code);
            found.push((
                name.to_owned(),
                Filter {
                    area: None,
                    ..filter.clone()
                },
            ));
        }
        if let Some(year) = filter.year {
            found.push((
                year.to_string(),
                Filter {
                    year: None,
                    ..filter.clone()
                },
            ));
        }
        found
    }

    /// Nothing was found: what was perhaps meant, what to ask less, and that it can be proposed.
    fn nothing(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let meant = self.suggestion.as_ref().map(|words| {
            let search = Search {
                words: words.clone(),
                cursor: None,
                ..self.search.clone()
            };
            (words, self.address(frame, search))
        });
        empty(html! {
            h2 { (t.list_nothing_title()) }
            @if let Some((words, href)) = meant {
                p { (t.list_did_you_mean()) " " a href=(href) { (words) } }
            }
            @if self.search.filter.is_empty() { p { (t.list_nothing_text()) } }
            @else {
                p { (t.list_nothing_filtered()) }
                (self.asked(frame))
            }
            p { (t.list_nothing_propose()) }
            div class="buttons" {
                (link(Weight::Primary, &urls::new_proposal(frame.locale), &t.site_nav_new_proposal()))
                (link(Weight::Secondary, &urls::proposals(frame.locale), &t.list_show_all()))
            }
        })
    }
}

struct Line {
    value: String,
    label: String,
    chosen: bool,
}

fn options<T: Copy + PartialEq + std::fmt::Display>(
    all: &[T],
    label: impl Fn(T) -> String,
    chosen: Option<T>,
) -> Vec<Line> {
    all.iter()
        .map(|one| Line {
            value: one.to_string(),
            label: label(*one),
            chosen: chosen == Some(*one),
        })
        .collect()
}

/// A choice that may be left open: its first line is *Alla*.
fn choose(frame: &Frame, name: &str, label: &str, options: Vec<Line>) -> Markup {
    choose_or(frame, name, label, &frame.t.list_any(), options)
}

/// A choice whose first line says what happens when it is left open.
fn choose_or(frame: &Frame, name: &str, label: &str, open: &str, options: Vec<Line>) -> Markup {
    let is_open = !options.iter().any(|option| option.chosen);
    let mut choices = vec![Choice::new("", open, is_open)];
    choices.extend(
        options
            .iter()
            .map(|option| Choice::new(&option.value, &option.label, option.chosen)),
    );
    select(frame, &Field::filter(name, label), &choices)
}
