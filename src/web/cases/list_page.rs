//! The work list: what comes next and when, first; then which proposal.

use super::{
    loading::{WorkList, is_left},
    words,
};
use crate::{
    domain::{case_clock::NextStep, cases::CaseStageCode, settings::Rules, time::Day},
    store::case_lists::Listed,
    web::{
        components::{
            as_written,
            boxes::{Notice, empty, notice},
            button::{Weight, submit},
            choices::{Choice, select},
            field::Field,
            table::{Column, Table},
            tag::{Tone, tag},
        },
        layout::{Crumb, Frame, page_with_crumbs},
        urls,
    },
};
use maud::{Markup, html};
use serde::Deserialize;

/// What the list shows, from its address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// `alla`, `sena`, or what is left to do.
    pub visa: String,
    /// A stage's code, or all.
    pub lage: String,
}

impl Filter {
    fn lets_through(&self, line: &Listed, today: Day, rules: &Rules) -> bool {
        let case = &line.case;
        let is_wanted = match self.visa.as_str() {
            "alla" => true,
            "sena" => !words::warnings(case, today, rules).is_empty(),
            _ => is_left(case),
        };
        let stage = CaseStageCode::parse(&self.lage);
        is_wanted && stage.is_none_or(|stage| stage == case.stage.code())
    }
}

/// The page.
pub struct ListPage<'a> {
    pub list: WorkList,
    pub filter: &'a Filter,
    pub rules: &'a Rules,
}

impl ListPage<'_> {
    /// The page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let title = t.case_list_title();
        let crumbs = [Crumb {
            label: t.site_nav_staff(),
            href: urls::staff(frame.locale),
        }];
        let lines = self.lines(frame.now.day());
        let main = html! {
            h1 { (title) }
            p { @if self.list.is_of_all { (t.case_list_all()) } @else { (t.case_list_own()) } }
            (self.unrouted(frame))
            (self.incoming(frame))
            (self.filters(frame))
            @if lines.is_empty() {
                (empty(html! {
                    p { strong { (t.case_list_empty()) } }
                    p { a href={ (urls::cases(frame.locale)) "?visa=alla" } { (t.case_list_show_all()) } }
                }))
            } @else { (self.table(frame, &lines)) }
        };
        page_with_crumbs(frame, &title, &crumbs, main)
    }

    /// Those that say *not ours* first, then by the day of the next step. What has no day is to be done at once, but
    /// closing a case that is done can wait.
    fn lines(&self, today: Day) -> Vec<&Listed> {
        let mut lines: Vec<&Listed> = self
            .list
            .cases
            .iter()
            .filter(|line| self.filter.lets_through(line, today, self.rules))
            .collect();
        lines.sort_by_key(|line| {
            let case = &line.case;
            let step = case.clock().next_step(self.rules);
            let day = step.day();
            (
                case.not_ours.is_none(),
                !is_left(case),
                step == NextStep::Close,
                day.unwrap_or(case.received_on),
                line.number,
            )
        });
        lines
    }

    fn unrouted(&self, frame: &Frame) -> Markup {
        html! {
            @if !self.list.unrouted.is_empty() {
                (notice(frame, Notice::Late, Some(&frame.t.case_unrouted_title()), html! {
                    ul { @for proposal in &self.list.unrouted {
                        li { a href=(urls::proposal(frame.locale, proposal.number)) {
                            (proposal.number) " " (as_written(&proposal.title))
                        } }
                    } }
                }))
            }
        }
    }

    /// What comes later, and what must be handed over before it does.
    fn incoming(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (count, objections) = self.list.count_incoming();
        let href = urls::incoming_list(frame.locale);
        html! {
            @if self.list.is_of_all && objections > 0 {
                (notice(frame, Notice::Late, None, html! {
                    p { a href=(href) { (t.incoming_objections(objections, frame.locale.number(objections))) } }
                }))
            } @else {
                p { a href=(href) { (t.incoming_link(count, frame.locale.number(count))) } }
            }
        }
    }

    fn filters(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (todo, late, all) = (t.case_show_todo(), t.case_show_late(), t.case_show_all());
        let shows = [("", &todo), ("sena", &late), ("alla", &all)];
        let shows: Vec<Choice> = shows
            .iter()
            .map(|(code, label)| Choice::new(code, label, *code == self.filter.visa))
            .collect();
        let every = t.case_every_stage();
        let names: Vec<(&str, String)> = std::iter::once(("", every))
            .chain(
                CaseStageCode::ALL
                    .iter()
                    .map(|code| (code.as_str(), words::stage(t, *code))),
            )
            .collect();
        let stages: Vec<Choice> = names
            .iter()
            .map(|(code, name)| Choice::new(code, name, *code == self.filter.lage))
            .collect();
        html! {
            form class="search" action=(urls::cases(frame.locale)) {
                (select(frame, &Field::filter("visa", &t.case_field_show()), &shows))
                (select(frame, &Field::filter("lage", &t.case_field_stage()), &stages))
                (submit(Weight::Secondary, &t.case_show_button()))
            }
        }
    }

    fn table(&self, frame: &Frame, lines: &[&Listed]) -> Markup {
        let t = frame.t;
        let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        let mut headings = vec![
            (t.case_column_next(), false),
            (t.case_column_proposal(), false),
            (t.case_column_stage(), false),
            (t.case_column_number(), false),
            (t.case_column_waited(), true),
            (t.case_column_count(), true),
        ];
        let shows_body = self.shows_body();
        if shows_body {
            headings.insert(2, (t.case_column_body(), false));
        }
        let columns: Vec<Column> = headings
            .iter()
            .map(|(heading, is_number)| Column {
                heading,
                is_number: *is_number,
            })
            .collect();
        let table = Table {
            id: "arenden",
            caption: &t.case_list_caption(count, frame.locale.number(count)),
            columns: &columns,
            rows: lines
                .iter()
                .map(|line| self.row(frame, line, shows_body))
                .collect(),
            is_queue: true,
        };
        table.render()
    }

    fn shows_body(&self) -> bool {
        let mut bodies = self.list.cases.iter().map(|line| line.case.body);
        let first = bodies.next();
        bodies.any(|body| Some(body) != first) || self.list.is_of_all
    }

    fn row(&self, frame: &Frame, line: &Listed, shows_body: bool) -> Vec<Markup> {
        let (t, case) = (frame.t, &line.case);
        let today = frame.now.day();
        let is_late = !words::warnings(case, today, self.rules).is_empty();
        let code = case.stage.code();
        let mut cells = vec![
            html! {
                @if case.not_ours.is_some() { (tag(Tone::Late, &t.case_tag_not_ours())) " " }
                @if is_late { (tag(Tone::Late, &t.case_tag_late())) " " }
                (words::next_step(frame, case, self.rules))
            },
            html! { a href=(urls::case(frame.locale, case.id)) {
                (line.number) " " (as_written(&line.title))
            } },
            html! { (tag(words::tone(code), &words::stage(t, code))) },
            html! { @match case.stage.dnr() { Some(dnr) => { span class="nowrap" { (dnr) } } None => { (t.case_none()) } } },
            html! { (frame.locale.number(case.clock().days_waited(today))) },
            html! { (frame.locale.number(line.count)) },
        ];
        if shows_body {
            cells.insert(2, as_written(&case.body_name));
        }
        cells
    }
}
