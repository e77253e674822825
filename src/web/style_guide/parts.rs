//! Text, buttons, boxes, steps and facts.

use crate::web::{
    components::{
        boxes::{Notice, details, empty, notice, whats_next},
        button::{Weight, link, submit},
        facts::{Fact, facts},
        pagination::pagination,
        steps::steps,
        tag::{Tone, tag},
    },
    layout::Frame,
    urls,
};
use maud::{Markup, html};

pub fn text(frame: &Frame) -> Markup {
    let t = frame.t;
    html! {
        section class="text" {
            h2 { (t.style_text_title()) }
            p { (t.style_text_long()) " " a href=(urls::start(frame.locale)) { (t.style_text_link()) } "." }
            ul {
                li { (t.style_text_item_1()) }
                li { (t.style_text_item_2()) }
            }
            h3 { (t.style_timeline_title()) }
            p class="small soft" { (t.style_text_small()) }
        }
    }
}

pub fn buttons(frame: &Frame) -> Markup {
    let t = frame.t;
    html! {
        section {
            h2 { (t.style_buttons_title()) }
            form class="buttons" action=(urls::style_guide(frame.locale)) {
                (submit(Weight::Primary, &t.style_button_primary()))
                (submit(Weight::Secondary, &t.style_button_secondary()))
                (submit(Weight::Quiet, &t.style_button_quiet()))
            }
            div class="buttons" {
                (link(Weight::Primary, &urls::new_proposal(frame.locale), &t.style_button_link()))
                (link(Weight::Secondary, &urls::proposals(frame.locale), &t.site_nav_proposals()))
            }
            div class="row" {
                (tag(Tone::Plain, &t.style_stage_closed()))
                (tag(Tone::Active, &t.style_stage_open()))
                (tag(Tone::Done, &t.style_stage_done()))
                (tag(Tone::Late, &t.style_stage_late()))
            }
        }
    }
}

pub fn boxes(frame: &Frame) -> Markup {
    let t = frame.t;
    let failed = t.style_box_error_title();
    html! {
        section {
            h2 { (t.style_boxes_title()) }
            (notice(frame, Notice::Info, None, html! { p { (t.style_box_info()) } }))
            (notice(frame, Notice::Done, None, html! { p { (t.style_box_done()) } }))
            (notice(frame, Notice::Late, None, html! { p { (t.style_box_late()) } }))
            (notice(frame, Notice::Error, Some(&failed), html! { p { (t.style_box_error()) } }))
            (whats_next(frame, html! {
                ol { li { (t.style_box_next_1()) } li { (t.style_box_next_2()) } }
            }))
            (empty(html! {
                p { strong { (t.style_box_empty()) } }
                p { (t.style_box_empty_help()) }
            }))
            (details(&t.style_box_details(), html! { p { (t.style_box_details_text()) } }))
        }
    }
}

pub fn steps_and_facts(frame: &Frame) -> Markup {
    let t = frame.t;
    let (title, place, change) = (
        t.style_fact_title(),
        t.style_fact_place(),
        t.style_fact_change(),
    );
    let here = urls::style_guide(frame.locale);
    let rows = [
        Fact {
            change: Some((&here, &change)),
            ..Fact::new(&title, html! { bdi { (t.style_proposal_1()) } })
        },
        Fact::new(&place, html! { (t.style_proposal_place()) }),
    ];
    html! {
        section {
            h2 { (t.style_steps_title()) }
            (steps(frame, 2, 5, &t.style_step_place()))
        }
        section {
            h2 { (t.style_facts_title()) }
            (facts(&rows))
        }
        section {
            h2 { (t.style_pages_title()) }
            (pagination(frame, Some(&here), Some(&here)))
        }
    }
}
