//! The staff site's first page as HTML.

use crate::{
    domain::permissions::{Grant, Powers, Role},
    i18n::Texts,
    web::{
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
                    (card(t.staff_reviews_title(), t.staff_reviews_text(),
                        Some((urls::review_queue(frame.locale), t.staff_reviews_link()))))
                }
                @if let Some(text) = self.cases(frame) {
                    (card(t.staff_cases_title(), text,
                        Some((urls::cases(frame.locale), t.staff_cases_link()))))
                }
                @if self.reads_figures() {
                    (card(t.staff_figures_title(), t.staff_figures_text(),
                        Some((urls::statistics(frame.locale), t.staff_figures_link()))))
                }
                @if self.powers.may_read_figures(None) {
                    (card(t.report_choose(), t.report_lead(),
                        Some((urls::yearly_report(frame.locale), t.report_open()))))
                }
                @if self.powers.may_administer() {
                    (card(t.staff_admin_title(), t.staff_admin_text(), None))
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

    /// Whose cases: all for a coordinator, the own bodies' for a handläggare.
    fn cases(&self, frame: &Frame) -> Option<String> {
        if self.powers.may_route() {
            return Some(frame.t.staff_cases_all());
        }
        let bodies = frame.locale.list_and(&self.bodies);
        (!self.bodies.is_empty()).then(|| frame.t.staff_cases_text(bodies))
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

fn card(title: String, text: String, link: Option<(String, String)>) -> Markup {
    html! {
        li {
            section class="ds-card stack" {
                h2 { (title) }
                p { (text) }
                @if let Some((href, words)) = link { p { a href=(href) { (words) } } }
            }
        }
    }
}
