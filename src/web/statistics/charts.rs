//! The page's own charts: a whole with a part of it, as columns over the years or as bars; small bars side by side. The parts
//! differ in lightness and have a border, so that they can be told apart without colour.

use crate::web::layout::Frame;
use maud::{Markup, html};

/// The height of the columns' drawing in CSS pixels; places across are in per cent, so letters keep their size on any screen.
const HEIGHT: i64 = 300;
const TOP: i64 = 26;
const BOTTOM: i64 = 30;
/// A number needs this much height to stand inside a column.
const LETTERS: i64 = 22;

/// A column: a whole and the part of it that is told apart; `None` where there are no figures.
pub struct ColumnValue {
    /// What stands under it.
    pub label: String,
    /// The whole.
    pub whole: Option<i64>,
    /// The part.
    pub part: i64,
}

/// Columns from zero: the number of the whole stands over each, that of the part on the darker part.
pub fn columns(frame: &Frame, id: &str, title: &str, values: &[ColumnValue]) -> Markup {
    let highest = values.iter().filter_map(|value| value.whole).max();
    let highest = highest.unwrap_or(1).max(1);
    html! {
        svg class="column-chart" role="img" aria-labelledby={ (id) "-title " (id) "-desc" } {
            title id={ (id) "-title" } { (title) }
            desc id={ (id) "-desc" } { (description(frame, values)) }
            @for (at, value) in values.iter().enumerate() {
                (column(frame, value, &Slot { at, of: values.len() }, highest))
            }
            line class="axis" x1="0" x2="100%" y1=(HEIGHT - BOTTOM) y2=(HEIGHT - BOTTOM) {}
        }
    }
}

/// One of equal columns.
struct Slot {
    at: usize,
    of: usize,
}

impl Slot {
    /// A place in the slot, in thousandths of its width, as per cent of the drawing.
    fn x(&self, thousandths: usize) -> String {
        self.per_cent(self.at * 1000 + thousandths)
    }

    /// A width in thousandths of the slot.
    fn width(&self, thousandths: usize) -> String {
        self.per_cent(thousandths)
    }

    fn per_cent(&self, thousandths: usize) -> String {
        let hundredths = thousandths * 10 / self.of.max(1);
        format!("{}.{:02}%", hundredths / 100, hundredths % 100)
    }

    /// On a small screen every other label stands, counted from the last.
    fn minor(&self) -> Option<&'static str> {
        (self.of > 7 && (self.of - self.at).is_multiple_of(2)).then_some("minor")
    }
}

fn column(frame: &Frame, value: &ColumnValue, slot: &Slot, highest: i64) -> Markup {
    let middle = slot.x(500);
    let base = HEIGHT - BOTTOM;
    let height = |count: i64| count * (base - TOP) / highest;
    let whole = height(value.whole.unwrap_or(0));
    let part = height(value.part);
    let number = |count: i64| frame.locale.number(count);
    html! {
        @if let Some(count) = value.whole {
            rect class="whole" x=(slot.x(160)) width=(slot.width(680)) y=(base - whole) height=(whole) {}
            rect class="part" x=(slot.x(160)) width=(slot.width(680)) y=(base - part) height=(part) {}
            text class="strong" x=(middle) y=(base - whole - 8) text-anchor="middle" { (number(count)) }
            @if value.part > 0 && whole - part >= LETTERS {
                text x=(middle) y=(base - part - 6) text-anchor="middle" { (number(value.part)) }
            }
        } @else {
            text class="soft" x=(middle) y=(base - 10) text-anchor="middle" { "–" }
        }
        text class=[slot.minor()] x=(middle) y=(HEIGHT - 8) text-anchor="middle" { (value.label) }
    }
}

fn description(frame: &Frame, values: &[ColumnValue]) -> String {
    let t = frame.t;
    let number = |count: i64| frame.locale.number(count);
    let parts: Vec<String> = values
        .iter()
        .map(|value| match value.whole {
            Some(whole) => {
                t.statistics_column_spoken(value.label.as_str(), number(whole), number(value.part))
            }
            None => t.statistics_column_spoken_missing(value.label.as_str()),
        })
        .collect();
    parts.join(" ")
}

/// A bar with its words and number over it; `part` is the darker share of it.
pub struct BarValue {
    /// What it counts.
    pub label: String,
    /// The whole.
    pub whole: i64,
    /// The part; the same as the whole where nothing is told apart.
    pub part: i64,
    /// What stands at the end of the line, before the number, softly: *varav 57 nådde gränsen*.
    pub note: Option<String>,
}

/// Bars from zero, all on the same scale.
pub fn bars(frame: &Frame, values: &[BarValue]) -> Markup {
    let highest = values.iter().map(|value| value.whole).max();
    let highest = highest.unwrap_or(1).max(1);
    html! {
        dl class="pair-bars" {
            @for value in values {
                div class=[value.note.as_ref().map(|_| "noted")] {
                    dt { (value.label) }
                    dd class="value" {
                        strong { (frame.locale.number(value.whole)) }
                        @if let Some(note) = &value.note { " " span class="soft" { (note) } }
                    }
                    (bar(value.whole, value.part, highest))
                }
            }
        }
    }
}

fn bar(whole: i64, part: i64, highest: i64) -> Markup {
    let width = |count: i64| count.max(0) * 1000 / highest;
    html! {
        dd class="drawn" aria-hidden="true" {
            svg viewBox="0 0 1000 10" preserveAspectRatio="none" focusable="false" {
                @if whole > 0 {
                    rect class="whole" width=(width(whole)) height="10" {}
                    rect class="part" width=(width(part)) height="10" {}
                }
            }
        }
    }
}

/// Small bars: one heading and one row for each label.
pub struct Panel {
    /// What these bars count.
    pub heading: String,
    /// Labels and values.
    pub rows: Vec<(String, i64)>,
}

/// Panels side by side, all on the same scale, so that bars can be compared across them.
pub fn panels(frame: &Frame, panels: &[Panel]) -> Markup {
    let counts = panels.iter().flat_map(|panel| &panel.rows);
    let highest = counts.map(|(_, count)| *count).max().unwrap_or(1).max(1);
    html! {
        div class="panels" {
            @for panel in panels {
                section {
                    h3 { (panel.heading) }
                    dl class="mini-bars" {
                        @for (label, count) in &panel.rows {
                            div {
                                dt { (label) }
                                (bar(*count, *count, highest))
                                dd class="value" { (frame.locale.number(*count)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
