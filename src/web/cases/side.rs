//! Facts, files and contacts beside a case.

use super::{loading::Seen, words};
use crate::{
    domain::{cases::CaseStage, routing::CaseRole, settings::Rules},
    web::{
        components::{
            button::{Weight, link, submit},
            facts::{Fact, facts},
            form_id,
            tag::tag,
        },
        layout::Frame,
        urls,
    },
};
use maud::{Markup, html};

/// The side column.
pub fn side(frame: &Frame, seen: &Seen, rules: &Rules) -> Markup {
    let t = frame.t;
    html! {
        aside class="side stack" aria-label=(t.case_facts_title()) {
            (known(frame, seen, rules))
            (bodies(frame, seen))
            (contacts(frame, seen))
            (files(frame, seen))
        }
    }
}

fn known(frame: &Frame, seen: &Seen, rules: &Rules) -> Markup {
    let (t, case) = (frame.t, &seen.case);
    let date = |day| html! { (frame.locale.date(day)) };
    let waited = case.clock().days_waited(frame.now.day());
    let late_from = case.clock().late_from(rules);
    let count = seen.proposal.count.unwrap_or(0);
    let names = [
        t.case_fact_stage(),
        t.case_fact_number(),
        t.case_fact_meeting(),
        t.case_fact_received(),
        match case.stage.settled() {
            Some(_) => t.case_fact_took(),
            None => t.case_fact_waited(),
        },
        t.case_fact_late(),
        t.case_fact_count(),
    ];
    let mut rows = vec![Fact::new(
        &names[0],
        tag(
            words::tone(case.stage.code()),
            &words::stage(t, case.stage.code()),
        ),
    )];
    if let Some(dnr) = case.stage.dnr() {
        rows.push(Fact::new(
            &names[1],
            html! { span class="nowrap" { (dnr) } },
        ));
    }
    if let CaseStage::OnAgenda { meeting, .. } = &case.stage {
        rows.push(Fact::new(&names[2], date(*meeting)));
    }
    rows.push(Fact::new(&names[3], date(case.received_on)));
    rows.push(Fact::new(&names[4], html! { (frame.locale.days(waited)) }));
    if case.stage.settled().is_none() && case.role == CaseRole::Coordinating {
        rows.push(Fact::new(&names[5], date(late_from)));
    }
    rows.push(Fact::new(&names[6], html! { (frame.locale.number(count)) }));
    html! { section { h2 { (t.case_facts_title()) } (facts(&rows)) } }
}

fn bodies(frame: &Frame, seen: &Seen) -> Markup {
    let t = frame.t;
    html! {
        section {
            h2 { (t.case_bodies_title()) }
            ul {
                @for case in &seen.all {
                    li {
                        (case.body_name)
                        @if case.role == CaseRole::Coordinating { " – " (t.case_coordinates()) }
                        @else { " – " (t.case_is_informed()) }
                    }
                }
            }
        }
    }
}

fn contacts(frame: &Frame, seen: &Seen) -> Markup {
    let t = frame.t;
    html! {
        section {
            h2 { (t.case_contacts_title()) }
            @if let Some(name) = &seen.proposal.author_name { p { bdi { (name) } } }
            @if seen.may.handle {
                p { (t.case_names_means()) }
                div class="buttons" {
                    (link(Weight::Secondary, &urls::case_act(frame.locale, seen.case.id, "namnlista"), &t.case_names_link()))
                }
            } @else { p class="soft" { (t.case_names_not_yours()) } }
        }
    }
}

fn files(frame: &Frame, seen: &Seen) -> Markup {
    let t = frame.t;
    let waiting: Vec<_> = seen.waiting().collect();
    html! {
        @if seen.may.handle || !waiting.is_empty() {
            section {
                h2 { (t.case_files_title()) }
                @if waiting.is_empty() { p class="soft" { (t.case_files_none()) } }
                @else { p { (t.case_files_waiting()) } }
                ul {
                    @for file in waiting {
                        li {
                            a href=(urls::document(frame.locale, file.id, &file.name)) { (file.name) }
                            @if seen.may.handle {
                                form method="post" action=(urls::case_file(frame.locale, seen.case.id, file.id)) {
                                    (form_id(&file.id.to_string()))
                                    (submit(Weight::Quiet, &t.case_file_remove(file.name.as_str())))
                                }
                            }
                        }
                    }
                }
                @if seen.may.handle {
                    p { a href=(urls::case_act(frame.locale, seen.case.id, "filer")) { (t.case_files_add()) } }
                }
            }
        }
    }
}
