//! A table of figures, drawn on the page and written to CSV from the same cells: what is hidden in one is hidden in both.

use crate::{
    domain::suppression::Cell,
    web::{
        components::{
            as_written,
            table::{Column, Table},
        },
        layout::Frame,
    },
};
use maud::{Markup, html};

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// Words as a resident wrote them: Swedish on a page of any language.
    Written(String),
    /// How many.
    Count(i64),
    /// A part of a whole, told in per cent.
    Share(i64, i64),
    /// A number in tenths.
    Tenths(i64),
    /// People that are not told.
    Hidden,
    /// Nothing is known.
    Missing,
}

impl From<Cell> for Value {
    fn from(cell: Cell) -> Self {
        cell.count().map_or(Value::Hidden, Value::Count)
    }
}

impl From<Option<i64>> for Value {
    fn from(count: Option<i64>) -> Self {
        count.map_or(Value::Missing, Value::Count)
    }
}

impl Value {
    /// As a person reads it.
    pub fn shown(&self, frame: &Frame) -> String {
        match self {
            Value::Text(text) | Value::Written(text) => text.clone(),
            Value::Count(count) => frame.locale.number(*count),
            Value::Share(_, 0) | Value::Missing => frame.t.statistics_missing(),
            Value::Share(part, whole) => frame.locale.percent(*part, *whole),
            Value::Tenths(tenths) => frame.locale.tenths(*tenths),
            Value::Hidden => frame.t.statistics_hidden(),
        }
    }

    /// As a spreadsheet reads it: digits without groups, per cent without its sign, nothing where nothing is known.
    fn in_csv(&self, frame: &Frame) -> String {
        match self {
            Value::Count(count) => count.to_string(),
            Value::Share(_, 0) | Value::Missing => String::new(),
            Value::Share(part, whole) => frame.locale.tenths((part * 2_000 + whole) / (whole * 2)),
            Value::Text(_) | Value::Written(_) | Value::Tenths(_) | Value::Hidden => {
                self.shown(frame)
            }
        }
    }
}

/// A table.
pub struct Sheet {
    /// Its id on the page and the name of its file.
    pub name: &'static str,
    /// What it shows.
    pub caption: String,
    /// The names of the columns; the first holds words, the others numbers.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Value>>,
}

impl Sheet {
    /// On the page.
    pub fn table(&self, frame: &Frame) -> Markup {
        let columns: Vec<Column> = self
            .columns
            .iter()
            .enumerate()
            .map(|(at, heading)| Column {
                heading,
                is_number: !self.is_words(at),
            })
            .collect();
        let rows = self.rows.iter().map(|row| {
            let cells = row.iter().map(|value| match value {
                Value::Written(words) => as_written(words),
                value => html! { (value.shown(frame)) },
            });
            cells.collect()
        });
        let table = Table {
            id: self.name,
            caption: &self.caption,
            columns: &columns,
            rows: rows.collect(),
            is_queue: false,
        };
        table.render()
    }

    /// Whether it needs more room than a chart.
    pub fn is_wide(&self) -> bool {
        self.columns.len() > 6
    }

    fn is_words(&self, column: usize) -> bool {
        column == 0
            || self
                .rows
                .iter()
                .any(|row| matches!(row.get(column), Some(Value::Text(_))))
    }

    /// In plain text: columns side by side, numbers to the right.
    pub fn text(&self, frame: &Frame) -> String {
        let body = self
            .rows
            .iter()
            .map(|row| row.iter().map(|value| value.shown(frame)).collect());
        let rows: Vec<Vec<String>> = std::iter::once(self.columns.clone()).chain(body).collect();
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(width).collect();
        let line = |row: &Vec<String>| {
            let cells = row.iter().zip(&widths).enumerate();
            let cells = cells.map(|(at, (cell, width))| match self.is_words(at) {
                true => format!("{cell:<width$}"),
                false => format!("{cell:>width$}"),
            });
            cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        };
        rows.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// In a file.
    pub fn csv_rows(&self, frame: &Frame) -> Vec<Vec<String>> {
        let rows = self
            .rows
            .iter()
            .map(|row| row.iter().map(|value| value.in_csv(frame)).collect());
        std::iter::once(self.columns.clone()).chain(rows).collect()
    }
}
