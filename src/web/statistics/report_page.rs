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
                (self.report.render(frame))
                div class="not-printed stack" {
                    p class="small soft" { (t.report_hint()) }
                    (self.years(frame))
                }
            }
        };
        page_with_crumbs(frame, &self.report.title(frame), &crumbs, main)
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
