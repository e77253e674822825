//! The staff site's first page as HTML.

use crate::{
    domain::{
        permissions::{Grant, Powers, Role},
        settings::Rules,
        time::Day,
    },
    i18n::Texts,
    web::{
        cases::WorkList,
        layout::{Frame, page},
        urls,
    },
};
use maud::{Markup, html};

/// What a member of staff may go on to.
pub struct StaffPage<'a> {
    /// What her rights allow.
    pub powers: Powers<'a>,
    /// Her rights.
    pub grants: &'a [Grant],
    /// The bodies whose cases she handles.
    pub bodies: Vec<String>,
    /// The last days of the reviews that wait, for those who review.
    pub reviews: Vec<Day>,
    /// What is left to do, for those who see cases.
    pub work: Option<WorkList>,
    /// The rules in force.
    pub rules: &'a Rules,
}

impl StaffPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let main = html! {
            h1 { (t.staff_title()) }
            p class="lead" { (t.staff_lead()) }
            p { (t.staff_roles(self.roles(frame))) }
            ul class="plain cards" {
                @if self.powers.may_review() {
                    (card(&t.staff_reviews_title(), self.reviews(frame),
                        &[(urls::review_queue(frame.locale), t.staff_reviews_link())]))
                }
                @if let Some(work) = &self.work {
                    (card(&t.staff_cases_title(), self.cases(frame, work), &[
                        (urls::cases(frame.locale), t.staff_cases_link()),
                        (urls::incoming_list(frame.locale), incoming(frame, work)),
                    ]))
                }
                @if self.reads_figures() {
                    (card(&t.staff_figures_title(), html! { p { (t.staff_figures_text()) } },
                        &[(urls::statistics(frame.locale), t.staff_figures_link())]))
                }
                @if self.powers.may_read_figures(None) {
                    (card(&t.report_choose(), html! { p { (t.report_lead()) } }, &reports(frame)))
                }
                @if self.powers.may_administer() {
                    (card(&t.staff_admin_title(), html! { p { (t.staff_admin_text()) } }, &[]))
                }
            }
        };
        page(frame, &t.staff_title(), main)
    }

    fn roles(&self, frame: &Frame) -> String {
        let mut roles: Vec<Role> = self.grants.iter().map(|grant| grant.role).collect();
        roles.sort_unstable();
        roles.dedup();
        let names: Vec<String> = roles
            .into_iter()
            .map(|role| role_name(frame.t, role))
            .collect();
        frame.locale.list_and(&names)
    }

    /// How much waits, and whether it is in time.
    fn reviews(&self, frame: &Frame) -> Markup {
        let (t, locale) = (frame.t, frame.locale);
        let late = self.reviews.iter().filter(|due| **due < frame.now.day());
        let (count, late) = (self.reviews.len() as i64, late.count() as i64);
        html! {
            p { (t.review_queue_waiting(count, locale.number(count))) }
            @if late > 0 { p class="late" { (t.review_queue_late(late, locale.number(late))) } }
        }
    }

    /// Whose cases, how many are left and how many are late: all for a coordinator, the own bodies' for a handläggare.
    fn cases(&self, frame: &Frame, work: &WorkList) -> Markup {
        let (t, locale) = (frame.t, frame.locale);
        let (left, late) = work.count_left(frame.now.day(), self.rules);
        html! {
            p {
                @if work.is_of_all { (t.staff_cases_all()) }
                @else { (t.staff_cases_text(locale.list_and(&self.bodies))) }
            }
            p { (t.staff_cases_left(left, locale.number(left))) }
            @if late > 0 { p class="late" { (t.staff_cases_late(late, locale.number(late))) } }
        }
    }

    fn reads_figures(&self) -> bool {
        let mut asked = self.grants.iter().map(|grant| grant.body);
        asked.any(|body| self.powers.may_read_figures(body))
    }
}

fn role_name(t: &Texts, role: Role) -> String {
    match role {
        Role::Moderator => t.staff_role_moderator(),
        Role::Coordinator => t.staff_role_coordinator(),
        Role::Handlaggare => t.staff_role_handlaggare(),
        Role::Analyst => t.staff_role_analyst(),
        Role::Administrator => t.staff_role_administrator(),
    }
}

/// The way to what is on its way, in words that say whether something must be done.
fn incoming(frame: &Frame, work: &WorkList) -> String {
    let (t, locale) = (frame.t, frame.locale);
    let (count, objections) = work.count_incoming();
    if work.is_of_all && objections > 0 {
        return t.incoming_objections(objections, locale.number(objections));
    }
    t.incoming_link(count, locale.number(count))
}

/// The report of the year that is over, and of this year so far.
fn reports(frame: &Frame) -> [(String, String); 2] {
    let year = frame.now.day().year();
    let of = |year| urls::yearly_report_of(frame.locale, year);
    let (over, this) = ((year - 1).to_string(), year.to_string());
    [
        (of(year - 1), frame.t.report_open_year(over)),
        (of(year), frame.t.report_open_so_far(this)),
    ]
}

fn card(title: &str, body: Markup, links: &[(String, String)]) -> Markup {
    html! {
        li {
            section class="ds-card stack" {
                h2 { (title) }
                (body)
                @for (href, words) in links { p { a href=(href) { (words) } } }
            }
        }
    }
}
