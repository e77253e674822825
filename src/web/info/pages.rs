//! The pages that explain. Times and numbers come from the rules in force, never from the texts.

use crate::{
    domain::settings::Rules,
    web::{
        components::button::{Weight, link},
        layout::{Frame, page},
        urls,
    },
};
use maud::{Markup, html};

/// How a proposal travels, in five steps with the times in force.
pub fn five_steps(frame: &Frame, rules: &Rules) -> Markup {
    let t = frame.t;
    let days = |days: i64| t.date_days(days, frame.locale.number(days));
    let threshold = frame.locale.number(rules.threshold);
    let steps = [
        (t.how_step_1(), t.how_step_1_text()),
        (t.how_step_2(), t.how_step_2_text(days(rules.review_days))),
        (
            t.how_step_3(),
            t.how_step_3_text(days(rules.open_days), threshold.clone()),
        ),
        (t.how_step_4(), t.how_step_4_text(threshold)),
        (t.how_step_5(), t.how_step_5_text()),
    ];
    html! {
        ol class="how" {
            @for (title, text) in &steps { li { strong { (title) } " " (text) } }
        }
    }
}

/// One heading and its paragraphs.
type Part = (String, Vec<String>);

fn article(frame: &Frame, title: &str, lead: &str, parts: &[Part], end: Markup) -> Markup {
    let main = html! {
        div class="text" {
            h1 { (title) }
            p class="lead" { (lead) }
            @for (heading, paragraphs) in parts {
                section {
                    h2 { (heading) }
                    @for paragraph in paragraphs { p { (paragraph) } }
                }
            }
            (end)
        }
    };
    page(frame, title, main)
}

/// How it works.
pub fn how(frame: &Frame, rules: &Rules) -> Markup {
    let t = frame.t;
    let days = |days: i64| t.date_days(days, frame.locale.number(days));
    let parts = [
        (
            t.how_after_title(),
            vec![
                t.how_after_text_1(),
                t.how_after_text_2(days(rules.agenda_days)),
                t.how_after_text_3(),
            ],
        ),
        (t.how_below_title(), vec![t.how_below_text()]),
        (t.how_told_title(), vec![t.how_told_text()]),
    ];
    let main = html! {
        div class="text" {
            h1 { (t.how_title()) }
            p class="lead" { (t.how_lead()) }
            (five_steps(frame, rules))
            @for (heading, paragraphs) in &parts {
                section {
                    h2 { (heading) }
                    @for paragraph in paragraphs { p { (paragraph) } }
                }
            }
            div class="buttons" {
                (link(Weight::Primary, &urls::new_proposal(frame.locale), &t.site_nav_new_proposal()))
                (link(Weight::Secondary, &urls::rules(frame.locale), &t.how_to_rules()))
            }
        }
    };
    page(frame, &t.how_title(), main)
}

/// The riktlinje in plain words.
pub fn rules(frame: &Frame, rules: &Rules) -> Markup {
    let t = frame.t;
    let days = |days: i64| t.date_days(days, frame.locale.number(days));
    let threshold = frame.locale.number(rules.threshold);
    let parts = [
        (
            t.rules_who_title(),
            vec![t.rules_who_text_1(), t.rules_who_text_2()],
        ),
        (t.rules_what_title(), vec![t.rules_what_text()]),
        (
            t.rules_refused_title(),
            vec![
                t.rules_refused_text(),
                t.rules_refused_why(),
                t.rules_returned_text(days(rules.answer_days)),
            ],
        ),
        (
            t.rules_sign_title(),
            vec![
                t.rules_sign_text(days(rules.open_days), threshold.clone()),
                t.rules_sign_back(),
                t.rules_sign_seen(),
            ],
        ),
        (
            t.rules_body_title(),
            vec![
                t.rules_body_text(threshold),
                t.rules_body_first(),
                t.rules_body_final(),
            ],
        ),
        (t.rules_source_title(), vec![t.rules_source_text()]),
    ];
    article(frame, &t.rules_title(), &t.rules_lead(), &parts, html! {})
}

/// What this is and who runs it.
pub fn about(frame: &Frame) -> Markup {
    let t = frame.t;
    let parts = [
        (t.about_what_title(), vec![t.about_what_text()]),
        (
            t.about_data_title(),
            vec![t.about_data_text_1(), t.about_data_text_2()],
        ),
        (t.about_maps_title(), vec![t.about_maps_text()]),
        (t.about_code_title(), vec![t.about_code_text()]),
    ];
    let end = html! {
        p { a href=(urls::api_proposals()) { (t.about_api_link()) } }
        p { a href=(urls::feed(frame.locale)) { (t.about_feed_link()) } }
    };
    article(frame, &t.about_title(), &t.about_lead(), &parts, end)
}

/// The accessibility statement (lag 2018:1937 om tillgänglighet till digital offentlig service).
pub fn accessibility(frame: &Frame) -> Markup {
    let t = frame.t;
    let parts = [
        (
            t.accessibility_how_title(),
            vec![t.accessibility_how_text()],
        ),
        (
            t.accessibility_known_title(),
            vec![t.accessibility_known_text()],
        ),
        (
            t.accessibility_test_title(),
            vec![t.accessibility_test_text()],
        ),
        (
            t.accessibility_tell_title(),
            vec![t.accessibility_tell_text()],
        ),
        (
            t.accessibility_watch_title(),
            vec![t.accessibility_watch_text()],
        ),
    ];
    let end = html! { p { a href=(urls::contact(frame.locale)) { (t.error_to_contact()) } } };
    article(
        frame,
        &t.accessibility_title(),
        &t.accessibility_lead(),
        &parts,
        end,
    )
}

/// How personal data are handled.
pub fn privacy(frame: &Frame) -> Markup {
    let t = frame.t;
    let parts = [
        (t.privacy_who_title(), vec![t.privacy_who_text()]),
        (
            t.privacy_sign_title(),
            vec![t.privacy_sign_text_1(), t.privacy_sign_text_2()],
        ),
        (t.privacy_propose_title(), vec![t.privacy_propose_text()]),
        (t.privacy_id_title(), vec![t.privacy_id_text()]),
        (t.privacy_long_title(), vec![t.privacy_long_text()]),
        (t.privacy_cookies_title(), vec![t.privacy_cookies_text()]),
        (t.privacy_rights_title(), vec![t.privacy_rights_text()]),
    ];
    article(
        frame,
        &t.privacy_title(),
        &t.privacy_lead(),
        &parts,
        html! {},
    )
}

/// How to reach the city.
pub fn contact(frame: &Frame) -> Markup {
    let t = frame.t;
    let parts = [
        (t.contact_centre_title(), vec![t.contact_centre_text()]),
        (t.contact_help_title(), vec![t.contact_help_text()]),
        (t.contact_error_title(), vec![t.contact_error_text()]),
    ];
    article(
        frame,
        &t.contact_title(),
        &t.contact_lead(),
        &parts,
        html! {},
    )
}
