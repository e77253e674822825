//! The yearly report to kommunfullmäktige (riktlinje KF 2023-12-07 § 91): purpose, accounts and proposals, decisions, what
//! engaged most, whom the city reaches. Read once; written as a page, as a file of its own and as plain text.

mod sections;

use super::sheet::Sheet;
use crate::{
    domain::{
        stages::StageCode,
        statistics::{CaseTime, Fact, Filter, year_days},
        time::{Day, Timestamp},
    },
    store::{
        areas::{self, Area},
        db::{Result, Tx},
        statistics,
        yearly_report::{self as store, MostSigned, Proposers, Span},
    },
    web::layout::Frame,
};
use maud::{Markup, html};

/// What the report of a year is made of.
pub struct Report {
    year: i16,
    span: Span,
    now: Timestamp,
    accounts: i64,
    by_stage: Vec<(StageCode, i64)>,
    facts: Vec<Fact>,
    cases: Vec<CaseTime>,
    imported_decisions: i64,
    imported_on: Option<Day>,
    most_signed: Vec<MostSigned>,
    proposers: Vec<Proposers>,
    areas: Vec<Area>,
}

/// A part of the report.
struct Section {
    id: &'static str,
    title: String,
    paragraphs: Vec<String>,
    sheets: Vec<Sheet>,
}

impl Section {
    /// The tables that hold something: an empty one says nothing.
    fn filled(&self) -> impl Iterator<Item = &Sheet> {
        self.sheets.iter().filter(|sheet| !sheet.rows.is_empty())
    }
}

impl Report {
    /// Reads a year; `None` for one beyond the calendar.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn read(
        tx: &mut Tx,
        year: i16,
        with_examples: bool,
        now: Timestamp,
    ) -> Result<Option<Self>> {
        let Some((from, to)) = year_days(year) else {
            return Ok(None);
        };
        let span = Span {
            from,
            to,
            with_examples,
        };
        let filter = Filter {
            year: Some(year),
            with_examples,
            ..Filter::default()
        };
        let all_years = Filter {
            year: None,
            ..filter
        };
        let facts = statistics::list_facts(tx, with_examples).await?;
        Ok(Some(Report {
            year,
            span,
            now,
            accounts: store::count_accounts(tx, span).await?,
            by_stage: store::count_by_stage(tx, span).await?,
            facts: facts
                .into_iter()
                .filter(|fact| filter.takes(fact))
                .collect(),
            cases: statistics::list_case_times(tx, all_years).await?,
            imported_decisions: store::count_imported_decisions(tx, span).await?,
            imported_on: statistics::horizon(tx, with_examples, now)
                .await?
                .imported_on,
            most_signed: store::list_most_signed(tx, span).await?,
            proposers: store::list_proposers(tx, span).await?,
            areas: areas::list_areas(tx).await?,
        }))
    }

    /// The report's title.
    pub fn title(&self, frame: &Frame) -> String {
        frame.t.report_title(self.year.to_string())
    }

    /// The report under a heading of the first level.
    pub fn render(&self, frame: &Frame) -> Markup {
        self.render_with(frame, &Markup::default())
    }

    /// The same with `tools` after the heading.
    pub fn render_with(&self, frame: &Frame, tools: &Markup) -> Markup {
        html! {
            h1 { (self.title(frame)) }
            p class="lead" { (frame.t.report_lead()) }
            (tools)
            @for caveat in self.caveats(frame) { p { strong { (caveat) } } }
            @for section in self.sections(frame) {
                section aria-labelledby=(section.id) {
                    h2 id=(section.id) { (section.title) }
                    @for paragraph in &section.paragraphs { p { (paragraph) } }
                    @for sheet in section.filled() { (sheet.table(frame)) }
                }
            }
        }
    }

    /// All tables in one file: under each caption its columns and rows, an empty line between two.
    pub fn csv_rows(&self, frame: &Frame) -> Vec<Vec<String>> {
        let mut rows = vec![vec![self.title(frame)]];
        for section in self.sections(frame) {
            for sheet in section.filled() {
                rows.extend([Vec::new(), vec![sheet.caption.clone()]]);
                rows.extend(sheet.csv_rows(frame));
            }
        }
        rows
    }

    /// The report as plain text, tables in columns.
    pub fn text(&self, frame: &Frame) -> String {
        let mut text = String::new();
        let title = self.title(frame);
        push_heading(&mut text, &title, '=');
        push_paragraph(&mut text, &frame.t.report_lead());
        for caveat in self.caveats(frame) {
            push_paragraph(&mut text, &caveat);
        }
        for section in self.sections(frame) {
            push_heading(&mut text, &section.title, '-');
            for paragraph in &section.paragraphs {
                push_paragraph(&mut text, paragraph);
            }
            for sheet in section.filled() {
                push_paragraph(&mut text, &sheet.caption);
                push_paragraph(&mut text, &sheet.text(frame));
            }
        }
        text
    }

    fn is_over(&self) -> bool {
        self.now.day() >= self.span.to
    }

    fn count(&self, stages: &[StageCode]) -> i64 {
        let own = self
            .by_stage
            .iter()
            .filter(|(stage, _)| stages.contains(stage));
        own.map(|(_, count)| count).sum()
    }

    fn has_imported(&self) -> bool {
        self.count(&[StageCode::Imported]) > 0
    }

    /// What a reader must know before the first figure.
    fn caveats(&self, frame: &Frame) -> Vec<String> {
        let t = frame.t;
        let mut caveats = Vec::new();
        if !self.is_over() {
            caveats.push(t.report_until(frame.locale.date(self.now.day())));
        }
        if let (true, Some(day)) = (self.has_imported(), self.imported_on) {
            caveats.push(t.report_imported(frame.locale.date(day)));
        }
        if self.by_stage.is_empty() {
            caveats.push(t.report_nothing(self.year.to_string()));
        }
        if self.span.with_examples {
            caveats.push(t.statistics_with_examples());
        }
        caveats
    }
}

fn push_heading(text: &mut String, heading: &str, rule: char) {
    let line: String = heading.chars().map(|_| rule).collect();
    push_paragraph(text, &format!("{heading}\n{line}"));
}

fn push_paragraph(text: &mut String, paragraph: &str) {
    text.push_str(paragraph.trim_end());
    text.push_str("\n\n");
}
