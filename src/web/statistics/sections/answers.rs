//! What became of the proposals.

use super::{Part, bar_figure};
use crate::{
    domain::statistics::Answer,
    web::{
        layout::Frame,
        statistics::{
            charts::{self, BarValue, Panel},
            figures::Figures,
            labels, sheets,
        },
    },
};
use maud::{Markup, html};

/// The answers that a chart has room for.
const CHARTED: [(&[Answer], Answer); 6] = [
    (&[Answer::Yes], Answer::Yes),
    (&[Answer::Partly], Answer::Partly),
    (&[Answer::Later], Answer::Later),
    (&[Answer::Already], Answer::Already),
    (&[Answer::No], Answer::No),
    (
        &[Answer::Waiting, Answer::LastKnownWaiting],
        Answer::Waiting,
    ),
];

/// What became of the proposals.
pub fn answers(frame: &Frame, figures: &Figures) -> Markup {
    let t = frame.t;
    let number = |count: i64| frame.locale.number(count);
    let counts = sheets::answer_counts(figures);
    let of = |answers: &[Answer]| -> i64 {
        answers.iter().filter_map(|answer| counts.get(answer)).sum()
    };
    let values: Vec<BarValue> = CHARTED
        .iter()
        .map(|(answers, name)| (of(answers), *name))
        .filter(|(count, name)| *count > 0 || *name != Answer::Already)
        .map(|(count, name)| BarValue {
            label: match name {
                Answer::Waiting => t.statistics_panel_waiting(),
                name => labels::answer(frame, name, None),
            },
            whole: count,
            part: count,
            note: None,
        })
        .collect();
    let waiting = of(&[Answer::Waiting, Answer::LastKnownWaiting]);
    let (no, yes, partly) = (of(&[Answer::No]), of(&[Answer::Yes]), of(&[Answer::Partly]));
    let is_mostly_no = no * 2
        > counts
            .iter()
            .filter(|(answer, _)| answer.is_answered())
            .map(|(_, count)| count)
            .sum();
    let sentence = if is_mostly_no {
        t.statistics_answers_sentence(number(no), number(yes), number(partly), number(waiting))
    } else {
        t.statistics_answers_sentence_plain(
            number(no),
            number(yes),
            number(partly),
            number(waiting),
        )
    };
    let mut note = vec![t.statistics_answers_note()];
    let old = of(&[Answer::LastKnownWaiting]);
    if let (1.., Some(day)) = (old, figures.imported_on) {
        note.push(t.statistics_answers_last_known(old, number(old), frame.locale.date(day)));
    }
    let sheet = sheets::answers(frame, figures);
    let chart = html! {
        (bar_figure(frame, &sheet.caption, false, &values))
        @if figures.choice.filter.year.is_none() { (answers_over_time(frame, figures)) }
    };
    let part = Part {
        id: "vad-blev-det",
        title: t.statistics_answers_title(),
        sentence,
        chart,
        sheet,
        note,
    };
    part.render(frame, figures)
}

fn answers_over_time(frame: &Frame, figures: &Figures) -> Markup {
    let t = frame.t;
    let counts = sheets::answers_by_year(figures);
    let years: Vec<i16> = figures
        .year_rows()
        .into_iter()
        .filter(|(_, totals)| totals.proposals > 0)
        .map(|(year, _)| year)
        .collect();
    let panel = |heading: String, answers: &[Answer]| Panel {
        heading,
        rows: years
            .iter()
            .map(|year| {
                let found = answers
                    .iter()
                    .filter_map(|answer| counts.get(&(Some(*year), *answer)));
                (year.to_string(), found.sum())
            })
            .collect(),
    };
    let panels = [
        panel(t.statistics_panel_yes(), &[Answer::Yes, Answer::Partly]),
        panel(
            t.statistics_panel_later(),
            &[Answer::Later, Answer::Already],
        ),
        panel(t.statistics_panel_no(), &[Answer::No]),
        panel(
            t.statistics_panel_waiting(),
            &[Answer::Waiting, Answer::LastKnownWaiting],
        ),
    ];
    html! {
        figure class="chart" {
            figcaption { (t.statistics_panels_caption()) }
            (charts::panels(frame, &panels))
        }
    }
}
