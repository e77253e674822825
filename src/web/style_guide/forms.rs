//! A form as it is met, and the same form sent back with errors.

use crate::web::{
    components::{
        button::{Weight, submit},
        choices::{Choice, checkbox, checkboxes, radios, select},
        errors::error_summary,
        field::{Field, Kind, text_area, text_field},
    },
    layout::Frame,
    urls,
};
use maud::{Markup, html};

pub fn right(frame: &Frame) -> Markup {
    let t = frame.t;
    let (name, name_value, place) = (
        t.style_form_name(),
        t.style_form_name_value(),
        t.style_form_place(),
    );
    let (code, code_hint, date) = (
        t.style_form_code(),
        t.style_form_code_hint(),
        t.style_form_date(),
    );
    html! {
        section {
            h2 { (t.style_forms_title()) }
            (search(frame))
            form action=(urls::style_guide(frame.locale)) {
                (text_field(frame, Kind::Text, &Field { value: &name_value, autocomplete: Some("name"), ..Field::new("name", &name) }))
                (text_field(frame, Kind::Text, &Field { required: false, ..Field::new("place", &place) }))
                (text_field(frame, Kind::Digits, &Field { hint: Some(&code_hint), autocomplete: Some("one-time-code"), ..Field::new("code", &code) }))
                (text_field(frame, Kind::Date, &Field::new("day", &date)))
                (area(frame))
                (topics(frame))
                (checkbox(frame, &Field { value: "yes", required: false, ..Field::new("consent", &t.style_form_consent()) }, false))
                (buttons(frame))
            }
        }
    }
}

pub fn wrong(frame: &Frame) -> Markup {
    let t = frame.t;
    let (mail, hint, error) = (
        t.style_form_mail(),
        t.style_form_mail_hint(),
        t.style_form_mail_error(),
    );
    let (text, text_hint) = (t.style_form_text(), t.style_form_text_hint());
    let (value, text_error) = (t.style_form_text_value(), t.style_form_text_error());
    let errors = [
        ("mail", error.clone()),
        ("text", text_error.clone()),
        ("shown", t.style_form_choice_error()),
    ];
    html! {
        section {
            (error_summary(frame, &errors))
            form action=(urls::style_guide(frame.locale)) {
                (text_field(frame, Kind::Email, &Field {
                    hint: Some(&hint), value: "testperson", error: Some(&error), autocomplete: Some("email"),
                    ..Field::new("mail", &mail)
                }))
                (text_area(frame, &Field {
                    hint: Some(&text_hint), value: &value, error: Some(&text_error), ..Field::new("text", &text)
                }, 5, 5000))
                (who_sees(frame))
                (buttons(frame))
            }
        }
    }
}

fn search(frame: &Frame) -> Markup {
    let t = frame.t;
    html! {
        form role="search" class="search" action=(urls::style_guide(frame.locale)) {
            (text_field(frame, Kind::Search, &Field::filter("q", &t.style_form_search())))
            (submit(Weight::Primary, &t.style_form_search_button()))
        }
    }
}

fn area(frame: &Frame) -> Markup {
    let t = frame.t;
    let (first, second) = (t.style_form_area_1(), t.style_form_area_2());
    let choices = [
        Choice::new("1", &first, false),
        Choice::new("2", &second, false),
    ];
    let label = t.style_form_area();
    select(
        frame,
        &Field {
            required: false,
            ..Field::new("area", &label)
        },
        &choices,
    )
}

fn topics(frame: &Frame) -> Markup {
    let t = frame.t;
    let names = [
        t.style_form_topic_1(),
        t.style_form_topic_2(),
        t.style_form_topic_3(),
    ];
    let choices = [
        Choice::new("1", &names[0], false),
        Choice::new("2", &names[1], true),
        Choice::new("3", &names[2], false),
    ];
    checkboxes(
        frame,
        &Field::new("topic", &t.style_form_topics()),
        &choices,
    )
}

fn who_sees(frame: &Frame) -> Markup {
    let t = frame.t;
    let (everyone, hint, city) = (
        t.style_form_choice_1(),
        t.style_form_choice_1_hint(),
        t.style_form_choice_2(),
    );
    let choices = [
        Choice {
            hint: Some(&hint),
            ..Choice::new("all", &everyone, false)
        },
        Choice::new("city", &city, false),
    ];
    let (label, error) = (t.style_form_choice(), t.style_form_choice_error());
    radios(
        frame,
        &Field {
            error: Some(&error),
            ..Field::new("shown", &label)
        },
        &choices,
    )
}

fn buttons(frame: &Frame) -> Markup {
    let t = frame.t;
    html! {
        div class="buttons" {
            (submit(Weight::Primary, &t.style_form_send()))
            (submit(Weight::Secondary, &t.style_form_later()))
        }
    }
}
