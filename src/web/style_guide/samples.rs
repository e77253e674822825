//! Proposals, the act, the timeline, figures, tables and charts, with sample values.

use crate::{
    domain::{ids::ProposalNumber, time::Day},
    web::{
        components::{
            act_card::ActCard,
            button::{Weight, submit},
            chart::{Chart, Value},
            facts::{Figure, key_figures},
            progress::Progress,
            proposal_card::ProposalCard,
            table::{Column, Table},
            tag::{Tone, tag},
            timeline::{Event, When, timeline},
        },
        layout::Frame,
        urls,
    },
};
use maud::{Markup, html};

const OPEN: Progress = Progress {
    count: 148,
    threshold: 200,
    days_left: Some(34),
};
const REACHED: Progress = Progress {
    count: 231,
    threshold: 200,
    days_left: Some(1),
};
const ENDED: Progress = Progress {
    count: 1410,
    threshold: 200,
    days_left: None,
};
const FEW: Progress = Progress {
    count: 12,
    threshold: 200,
    days_left: None,
};

pub fn proposals(frame: &Frame) -> Markup {
    let t = frame.t;
    let titles = [
        t.style_proposal_1(),
        t.style_proposal_2(),
        t.style_proposal_3(),
    ];
    let summary = t.style_proposal_summary();
    let stages = [
        (OPEN, Tone::Active, t.style_stage_open()),
        (REACHED, Tone::Active, t.style_stage_open()),
        (ENDED, Tone::Done, t.style_stage_done()),
        (FEW, Tone::Plain, t.style_stage_closed()),
        (ENDED, Tone::Late, t.style_stage_late()),
    ];
    html! {
        section {
            h2 { (t.style_proposals_title()) }
            ul class="plain cards" {
                @for (index, (progress, tone, stage)) in stages.iter().enumerate() {
                    li { (ProposalCard {
                        href: &urls::proposal(frame.locale, ProposalNumber(90001)),
                        number: 90001 + i64::try_from(index).unwrap_or_default(),
                        topic: Some(&t.style_proposal_topic()),
                        title: &titles[index % titles.len()],
                        summary: (index != 1).then_some(&summary),
                        place: (index == 0).then_some(&t.style_proposal_place()),
                        progress: Some(*progress),
                        stage: (*tone, stage),
                        decided: None,
                        level: 3,
                    }.render(frame)) }
                }
            }
        }
    }
}

pub fn act_and_timeline(frame: &Frame) -> Markup {
    let t = frame.t;
    html! {
        section {
            div class="split" {
                h2 { (t.style_timeline_title()) }
                aside class="side stack" aria-label=(t.style_act_title()) {
                    (act(frame, OPEN, &t.style_act_deadline(), submit(Weight::Primary, &t.style_button_primary())))
                    (act(frame, ENDED, &t.style_act_ended(), submit(Weight::Secondary, &t.style_button_secondary())))
                }
                (timeline(frame, &events(frame)))
            }
        }
    }
}

fn act(frame: &Frame, progress: Progress, deadline: &str, action: Markup) -> Markup {
    let card = ActCard {
        title: &frame.t.style_act_title(),
        progress,
        deadline,
        action,
        meaning: html! { p { (frame.t.style_act_meaning()) } },
    };
    card.render(frame)
}

fn events(frame: &Frame) -> Vec<Event> {
    let t = frame.t;
    let event = |when, day: Option<Day>, title| Event {
        anchor: None,
        when,
        date: day.map_or_else(String::new, |day| frame.locale.date(day)),
        title,
        body: None,
        responsible: None,
    };
    let day = |month, day| Day::new(2026, month, day);
    vec![
        event(When::Done, day(9, 21), t.style_timeline_sent()),
        Event {
            anchor: Some("handelse-2".to_owned()),
            body: Some(html! { p { (t.style_timeline_published_text()) } }),
            ..event(When::Done, day(9, 26), t.style_timeline_published())
        },
        Event {
            date: t.style_timeline_until(),
            ..event(When::Now, None, t.style_timeline_signing())
        },
        Event {
            body: Some(html! { p { (t.style_timeline_close_text()) } }),
            ..event(When::Coming, day(12, 26), t.style_timeline_close())
        },
        Event {
            responsible: Some(t.style_timeline_body()),
            ..event(
                When::Coming,
                Day::new(2027, 2, 15),
                t.style_timeline_answer(),
            )
        },
    ]
}

pub fn figures_and_tables(frame: &Frame) -> Markup {
    let t = frame.t;
    let number = |n| frame.locale.number(n);
    let figures = [
        (number(1209), t.style_figure_proposals()),
        (number(269), t.style_figure_reached()),
        (number(105_308), t.style_figure_signatures()),
    ];
    let figures: Vec<Figure> = figures
        .iter()
        .map(|(figure, label)| Figure {
            figure,
            label: html! { (label) },
        })
        .collect();
    html! {
        section { h2 { (t.style_figures_title()) } (key_figures(&figures)) }
        section { h2 { (t.style_tables_title()) } (queue(frame)) }
    }
}

fn queue(frame: &Frame) -> Markup {
    let t = frame.t;
    let headings = [
        t.style_table_proposal(),
        t.style_table_due(),
        t.style_table_days(),
    ];
    let columns: Vec<Column> = headings
        .iter()
        .enumerate()
        .map(|(index, heading)| Column {
            heading,
            is_number: index == 2,
        })
        .collect();
    let link = urls::proposal(frame.locale, ProposalNumber(90001));
    let date = Day::new(2026, 12, 1).map_or_else(String::new, |day| frame.locale.date(day));
    let rows = vec![
        vec![
            html! { a href=(link) { (t.style_proposal_3()) } },
            html! { (tag(Tone::Late, &date)) },
            html! { "16" },
        ],
        vec![
            html! { a href=(link) { (t.style_proposal_1()) } },
            html! { (date) },
            html! { "3" },
        ],
    ];
    Table {
        id: "queue",
        caption: &t.style_table_queue(),
        columns: &columns,
        rows,
        is_queue: true,
    }
    .render()
}

pub fn charts(frame: &Frame) -> Markup {
    let t = frame.t;
    let years = [118, 167, 215, 243, 190, 152].iter().zip(2017..);
    let years: Vec<Value> = years
        .map(|(count, year)| Value {
            label: year.to_string(),
            count: *count,
        })
        .collect();
    let topics = [
        t.style_form_topic_3(),
        t.style_form_topic_2(),
        t.style_form_topic_1(),
    ];
    let topics: Vec<Value> = topics
        .into_iter()
        .zip([311, 205, 64])
        .map(|(label, count)| Value { label, count })
        .collect();
    let words = [
        t.style_chart_years(),
        t.style_chart_year(),
        t.style_chart_topics(),
        t.style_chart_topic(),
    ];
    let (unit, source) = (t.style_chart_unit(), t.style_chart_source());
    let chart = |id, first: usize, values| Chart {
        id,
        title: &words[first],
        label: &words[first + 1],
        unit: &unit,
        source: &source,
        values,
    };
    html! {
        section class="stack" {
            h2 { (t.style_charts_title()) }
            (chart("years", 0, &years).line(frame))
            (chart("topics", 2, &topics).bars(frame))
        }
    }
}
