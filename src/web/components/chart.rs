//! Charts: bars and a line, drawn on the server, with the words and numbers as real text and a table below.

use super::{
    boxes::details,
    table::{Column, Table},
};
use crate::web::layout::Frame;
use maud::{Markup, html};

/// One value of a chart.
#[derive(Debug, Clone)]
pub struct Value {
    /// What is counted: a topic, a year.
    pub label: String,
    /// How many; never below zero.
    pub count: i64,
}

/// What every chart says besides its values.
pub struct Chart<'a> {
    /// The id of the chart, unique on the page.
    pub id: &'a str,
    /// What it shows, as a sentence.
    pub title: &'a str,
    /// What the values are counted by: *Ämne*, *År*.
    pub label: &'a str,
    /// What is counted: *Förslag*.
    pub unit: &'a str,
    /// Where the numbers come from, and their date.
    pub source: &'a str,
    /// The values, in the order shown.
    pub values: &'a [Value],
}

/// The height of the drawing in CSS pixels; positions across it are in per cent, so letters keep their size on any screen.
const HEIGHT: i64 = 272;
const TOP: i64 = 28;
const BOTTOM: i64 = 30;

impl Chart<'_> {
    /// Bars from zero, each with its label and value beside it.
    pub fn bars(&self, frame: &Frame) -> Markup {
        let highest = self.highest();
        let drawing = html! {
            dl class="bars" {
                @for value in self.values {
                    div {
                        dt { (value.label) }
                        dd class="value" { (frame.locale.number(value.count)) }
                        dd class="bar" aria-hidden="true" {
                            svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" focusable="false" {
                                rect width=(value.count.max(0) * 1000 / highest) height="10" {}
                            }
                        }
                    }
                }
            }
        };
        self.around(frame, drawing)
    }

    /// A line through the values, with the highest and the last written out.
    pub fn line(&self, frame: &Frame) -> Markup {
        let highest = self.highest();
        let points: Vec<(String, i64)> = self
            .values
            .iter()
            .enumerate()
            .map(|(index, value)| (self.x(index), y(value.count, highest)))
            .collect();
        let drawing = html! {
            svg class="line-chart" role="img" aria-labelledby={ (self.id) "-title " (self.id) "-desc" } {
                title id={ (self.id) "-title" } { (self.title) }
                desc id={ (self.id) "-desc" } { (self.description(frame)) }
                line class="rule" x1="0" x2="100%" y1=(TOP) y2=(TOP) {}
                line class="axis" x1="0" x2="100%" y1=(HEIGHT - BOTTOM) y2=(HEIGHT - BOTTOM) {}
                @for pair in points.windows(2) {
                    line class="line" x1=(pair[0].0) y1=(pair[0].1) x2=(pair[1].0) y2=(pair[1].1) {}
                }
                @for (index, (x, y)) in points.iter().enumerate() { (self.point(frame, index, x, *y)) }
            }
        };
        self.around(frame, drawing)
    }

    fn point(&self, frame: &Frame, index: usize, x: &str, y: i64) -> Markup {
        let value = &self.values[index];
        let is_last = index + 1 == self.values.len();
        let is_highest = value.count == self.highest();
        // On a small screen every other label stands, counted from the last.
        let minor = (self.values.len() - index)
            .is_multiple_of(2)
            .then_some("minor");
        html! {
            circle class="dot" cx=(x) cy=(y) r="4" {}
            @if is_last || is_highest {
                text x=(x) y=(y - 12) text-anchor="middle" { (frame.locale.number(value.count)) }
            }
            text class=[minor] x=(x) y=(HEIGHT - 6) text-anchor="middle" { (value.label) }
        }
    }

    /// Values stand in the middle of equal columns.
    fn x(&self, index: usize) -> String {
        let tenths = (2 * index + 1) * 1000 / (2 * self.values.len().max(1));
        format!("{}.{}%", tenths / 10, tenths % 10)
    }

    fn highest(&self) -> i64 {
        let highest = self.values.iter().map(|value| value.count).max();
        highest.unwrap_or(1).max(1)
    }

    fn description(&self, frame: &Frame) -> String {
        let parts: Vec<String> = self
            .values
            .iter()
            .map(|value| format!("{}: {}", value.label, frame.locale.number(value.count)))
            .collect();
        parts.join(", ")
    }

    fn around(&self, frame: &Frame, drawing: Markup) -> Markup {
        let t = frame.t;
        html! {
            figure class="chart" {
                figcaption { (self.title) }
                (drawing)
                p class="source" { (t.component_source(self.source)) }
                (details(&t.component_show_as_table(), self.table(frame)))
            }
        }
    }

    fn table(&self, frame: &Frame) -> Markup {
        let rows = self.values.iter().map(|value| {
            vec![
                html! { (value.label) },
                html! { (frame.locale.number(value.count)) },
            ]
        });
        let column = |heading, is_number| Column { heading, is_number };
        let table = Table {
            id: &format!("{}-table", self.id),
            caption: self.title,
            columns: &[column(self.label, false), column(self.unit, true)],
            rows: rows.collect(),
            is_queue: false,
        };
        table.render()
    }
}

const fn y(count: i64, highest: i64) -> i64 {
    HEIGHT - BOTTOM - count * (HEIGHT - BOTTOM - TOP) / highest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_begins_at_zero_and_the_highest_touches_the_rule() {
        assert_eq!(y(0, 50), HEIGHT - BOTTOM);
        assert_eq!(y(50, 50), TOP);
        assert_eq!(y(25, 50), (TOP + HEIGHT - BOTTOM) / 2);
    }
}
