//! The parts of the page. Each: a sentence that says what the figures mean, the chart, the table, the file, what is counted.

mod answers;
mod places;

pub use answers::answers;
pub use places::{places, signers};

use super::{
    charts::{self, BarValue, ColumnValue},
    figures::Figures,
    labels,
    pages::best_topic,
    sheet::Sheet,
    sheets,
};
use crate::web::{components::boxes::details, layout::Frame, urls, words};
use maud::{Markup, html};

/// One part.
struct Part<'a> {
    id: &'a str,
    title: String,
    sentence: String,
    chart: Markup,
    sheet: Sheet,
    /// What the figures count and what they do not.
    note: Vec<String>,
}

impl Part<'_> {
    fn render(&self, frame: &Frame, figures: &Figures) -> Markup {
        let t = frame.t;
        let file = urls::statistics_file(frame.locale, self.sheet.name, &figures.choice.query());
        html! {
            section class="figure-part" aria-labelledby=(self.id) {
                h2 id=(self.id) { (self.title) }
                p { (self.sentence) }
                (self.chart)
                div class=[self.sheet.is_wide().then_some("wide")] {
                    (details(&t.component_show_as_table(), self.sheet.table(frame)))
                }
                p class="small" {
                    a href=(file) download { (t.statistics_download()) span class="ds-sr-only" { " " (self.sheet.caption) } }
                }
                @for note in &self.note { p class="small soft" { (note) } }
            }
        }
    }
}

/// Proposals over the years.
pub fn years(frame: &Frame, figures: &Figures) -> Markup {
    let t = frame.t;
    let number = |count: i64| frame.locale.number(count);
    let rows = figures.year_rows();
    let values: Vec<ColumnValue> = rows
        .iter()
        .map(|(year, totals)| ColumnValue {
            label: year.to_string(),
            whole: (totals.proposals > 0).then_some(totals.proposals),
            part: totals.reached,
        })
        .collect();
    let most = rows.iter().max_by_key(|(_, totals)| totals.proposals);
    let sentence = most.map_or_else(String::new, |(year, totals)| {
        t.statistics_years_sentence(
            year.to_string(),
            number(totals.proposals),
            number(totals.reached),
            frame.locale.percent(totals.reached, totals.proposals),
        )
    });
    let has_gap = rows.iter().any(|(_, totals)| totals.proposals == 0);
    let without = figures.without_year();
    let mut note = vec![t.statistics_years_note()];
    if without.proposals > 0 {
        let shown = number(without.proposals);
        note.push(t.statistics_years_without(without.proposals, shown));
    }
    if let (true, Some(day)) = (has_gap, figures.imported_on) {
        note.push(t.statistics_years_gap(frame.locale.date(day)));
    }
    let sheet = sheets::years(frame, figures);
    let chart = html! {
        figure class="chart" {
            figcaption { (sheet.caption) span class="key" { (t.statistics_key()) } }
            (charts::columns(frame, "ar-chart", &sheet.caption, &values))
        }
    };
    let part = Part {
        id: "per-ar",
        title: t.statistics_years_title(),
        sentence,
        chart,
        sheet,
        note,
    };
    part.render(frame, figures)
}

/// Proposals by topic.
pub fn topics(frame: &Frame, figures: &Figures) -> Markup {
    let t = frame.t;
    let rows = sheets::topic_totals(figures);
    let values: Vec<BarValue> = rows
        .iter()
        .map(|(topic, totals)| {
            reached_bar(
                frame,
                labels::topic(t, *topic),
                totals.proposals,
                totals.reached,
            )
        })
        .collect();
    let sentence = match (rows.first(), best_topic(figures)) {
        (Some((Some(most), totals)), Some((best, reached, proposals))) => t
            .statistics_topics_sentence(
                words::topic(t, *most),
                frame.locale.number(totals.proposals),
                words::topic(t, best),
                frame.locale.percent(reached, proposals),
            ),
        _ => t.statistics_topics_plain(),
    };
    let sheet = sheets::topics(frame, figures);
    let part = Part {
        id: "per-amne",
        title: t.statistics_topics_title(),
        sentence,
        chart: bar_figure(frame, &sheet.caption, true, &values),
        sheet,
        note: vec![t.statistics_topics_note()],
    };
    part.render(frame, figures)
}

fn reached_bar(frame: &Frame, label: String, whole: i64, part: i64) -> BarValue {
    let note = frame
        .t
        .statistics_of_which_reached(frame.locale.number(part), frame.locale.percent(part, whole));
    BarValue {
        label,
        whole,
        part,
        note: Some(note),
    }
}

fn bar_figure(frame: &Frame, caption: &str, has_parts: bool, values: &[BarValue]) -> Markup {
    html! {
        figure class="chart" {
            figcaption {
                (caption)
                @if has_parts { span class="key" { (frame.t.statistics_key_bars()) } }
            }
            (charts::bars(frame, values))
        }
    }
}

/// How many bodies the chart shows; the table has all.
const CHARTED_BODIES: usize = 10;

/// What bodies received, and how long they took.
pub fn bodies(frame: &Frame, figures: &Figures) -> Markup {
    let t = frame.t;
    let times = figures.case_times();
    let number = |count: i64| frame.locale.number(count);
    let sentence = match times.median_days {
        Some(days) => t.statistics_bodies_median(
            times.decided,
            frame.locale.days(days),
            number(times.decided),
            number(times.waiting),
        ),
        None if times.cases == 0 => t.statistics_bodies_no_cases(),
        None => t.statistics_bodies_no_median(number(times.waiting)),
    };
    let values: Vec<BarValue> = figures
        .received
        .iter()
        .take(CHARTED_BODIES)
        .map(|received| {
            reached_bar(
                frame,
                received.name.clone(),
                received.proposals,
                received.reached,
            )
        })
        .collect();
    let sheet = sheets::bodies(frame, figures);
    let part = Part {
        id: "namnder-och-bolag",
        title: t.statistics_bodies_title(),
        sentence,
        chart: bar_figure(
            frame,
            &t.statistics_bodies_chart(number(values.len() as i64)),
            true,
            &values,
        ),
        sheet,
        note: vec![t.statistics_bodies_note(), t.statistics_bodies_times_note()],
    };
    part.render(frame, figures)
}

/// Where the figures come from and how fresh they are, in one line.
pub fn source(frame: &Frame, figures: &Figures) -> String {
    let t = frame.t;
    let counted = frame.locale.date_and_time(figures.counted_at);
    match figures.imported_on {
        Some(day) => t.statistics_source(frame.locale.date(day), counted),
        None => t.statistics_source_own(counted),
    }
}

/// What is counted, from when, and how files are read.
pub fn about(frame: &Frame, figures: &Figures) -> Markup {
    let t = frame.t;
    html! {
        section class="figure-part" aria-labelledby="om-siffrorna" {
            h2 id="om-siffrorna" { (t.statistics_about_title()) }
            ul {
                li { (t.statistics_about_counted()) }
                li { (t.statistics_about_reached()) }
                li { (t.statistics_about_imported()) }
                li { (t.statistics_about_people()) }
                li { (t.statistics_about_files()) }
            }
            p class="small soft" { (source(frame, figures)) }
        }
    }
}
