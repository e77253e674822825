//! The yearly report on the staff site, ready to be printed.

use super::{query::Choice, report::Report};
use crate::web::{
    components::button::{self, Weight},
    layout::{Crumb, Frame, page_with_crumbs},
    urls,
};
use maud::{Markup, html};

/// The first year of Göteborgsförslaget.
const FIRST_YEAR: i16 = 2017;

/// A year's report and the choice of another.
pub struct ReportPage {
    /// The report.
    pub report: Report,
    /// Its year.
    pub year: i16,
    /// What was asked for.
    pub choice: Choice,
}

impl ReportPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let crumbs = [Crumb {
            label: t.site_nav_staff(),
            href: urls::staff(frame.locale),
        }];
        let main = html! {
            div class="stack report" {
                (self.report.render_with(frame, &self.tools(frame)))
            }
        };
        page_with_crumbs(frame, &self.report.title(frame), &crumbs, main)
    }

    /// Another year, and ways to take the report along.
    fn tools(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            div class="not-printed stack" {
                (self.years(frame))
                @if frame.demo { (self.examples(frame)) }
                p { (t.report_hint()) " "
                    a href=(urls::yearly_report_file(frame.locale, &self.asked().query())) { (t.report_download()) } }
            }
        }
    }

    /// What the page shows, its year told.
    fn asked(&self) -> Choice {
        let mut asked = self.choice;
        asked.filter.year = Some(self.year);
        asked
    }

    /// In the demo: whether its own examples are counted.
    fn examples(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let mut other = self.asked();
        other.filter.with_examples = !other.filter.with_examples;
        let (says, words) = match other.filter.with_examples {
            true => (
                t.statistics_without_examples(),
                t.statistics_take_examples_in(),
            ),
            false => (
                t.statistics_with_examples(),
                t.statistics_leave_examples_out(),
            ),
        };
        let href = format!("{}{}", urls::yearly_report(frame.locale), other.query());
        html! { p { (says) " " a href=(href) { (words) } } }
    }

    fn years(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let years = FIRST_YEAR..=frame.now.day().year().max(FIRST_YEAR);
        html! {
            form class="filter-row" method="get" action=(urls::yearly_report(frame.locale)) {
                div class="ds-field" {
                    label for="ar" { (t.statistics_year()) }
                    select class="ds-input" id="ar" name="ar" {
                        @for year in years.rev() {
                            option value=(year) selected[year == self.year] { (year) }
                        }
                    }
                }
                @if self.choice.filter.with_examples { input type="hidden" name="exempel" value="1"; }
                (button::submit(Weight::Secondary, &t.statistics_show()))
            }
        }
    }
}
