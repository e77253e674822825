//! The tables of the page, made of its figures.

use super::{
    figures::Figures,
    labels,
    sheet::{Sheet, Value},
};
use crate::{
    domain::{
        proposals::Topic,
        statistics::{Answer, CaseTimes, Totals, by},
        suppression::{Cell, per_thousand},
    },
    store::areas::Area,
    web::layout::Frame,
};
use std::collections::BTreeMap;

/// The files there are.
pub const FILES: [&str; 6] = [
    "ar",
    "amnen",
    "utfall",
    "namnder",
    "platser",
    "underskrifter",
];

/// The table with this name.
pub fn named(name: &str, frame: &Frame, figures: &Figures) -> Option<Sheet> {
    Some(match name {
        "ar" => years(frame, figures),
        "amnen" => topics(frame, figures),
        "utfall" => answers(frame, figures),
        "namnder" => bodies(frame, figures),
        "platser" => places(frame, figures),
        "underskrifter" => signers(frame, figures),
        _ => return None,
    })
}

fn totals_row(label: String, totals: Totals) -> Vec<Value> {
    vec![
        Value::Text(label),
        Value::Count(totals.proposals),
        Value::Count(totals.reached),
        Value::Share(totals.reached, totals.proposals),
        Value::Count(totals.signatures),
    ]
}

fn totals_columns(frame: &Frame, first: String) -> Vec<String> {
    let t = frame.t;
    vec![
        first,
        t.statistics_proposals(),
        t.statistics_reached(),
        t.statistics_share(),
        t.statistics_signatures(),
    ]
}

/// Proposals by the year they were sent in; the rows without dates by themselves, and all together.
pub fn years(frame: &Frame, figures: &Figures) -> Sheet {
    let t = frame.t;
    let rows = figures.year_rows().into_iter().map(|(year, totals)| {
        if totals.proposals == 0 {
            let mut row = vec![Value::Text(year.to_string())];
            row.resize(5, Value::Missing);
            return row;
        }
        totals_row(year.to_string(), totals)
    });
    let without = figures.without_year();
    let without = (without.proposals > 0).then(|| totals_row(t.statistics_no_year(), without));
    let all = totals_row(t.statistics_all(), figures.total());
    Sheet {
        name: "ar",
        caption: t.statistics_years_caption(),
        columns: totals_columns(frame, t.statistics_year()),
        rows: rows.chain(without).chain([all]).collect(),
    }
}

/// Topics with their totals, most proposals first; those without a topic last.
pub fn topic_totals(figures: &Figures) -> Vec<(Option<Topic>, Totals)> {
    let mut topics: Vec<(Option<Topic>, Totals)> =
        by(&figures.facts, |fact| fact.topic).into_iter().collect();
    topics.sort_by_key(|(topic, totals)| (topic.is_none(), -totals.proposals));
    topics
}

/// Proposals by topic.
pub fn topics(frame: &Frame, figures: &Figures) -> Sheet {
    let t = frame.t;
    let rows = topic_totals(figures)
        .into_iter()
        .map(|(topic, totals)| totals_row(labels::topic(t, topic), totals));
    let all = totals_row(t.statistics_all(), figures.total());
    Sheet {
        name: "amnen",
        caption: t.statistics_topics_caption(),
        columns: totals_columns(frame, t.statistics_topic()),
        rows: rows.chain([all]).collect(),
    }
}

/// How many proposals got each answer.
pub fn answer_counts(figures: &Figures) -> BTreeMap<Answer, i64> {
    by(&figures.facts, |fact| Answer::of(fact.stage))
        .into_iter()
        .filter_map(|(answer, totals)| Some((answer?, totals.proposals)))
        .collect()
}

/// How many proposals of each year got each answer.
pub fn answers_by_year(figures: &Figures) -> BTreeMap<(Option<i16>, Answer), i64> {
    by(&figures.facts, |fact| (fact.year, Answer::of(fact.stage)))
        .into_iter()
        .filter_map(|((year, answer), totals)| Some(((year, answer?), totals.proposals)))
        .collect()
}

/// What became of the proposals, by the year they were sent in; answers that nobody got have no column.
pub fn answers(frame: &Frame, figures: &Figures) -> Sheet {
    let t = frame.t;
    let counts = answers_by_year(figures);
    let all = answer_counts(figures);
    let used: Vec<Answer> = Answer::ALL
        .into_iter()
        .filter(|answer| all.contains_key(answer))
        .collect();
    let mut years: Vec<Option<i16>> = figures
        .year_rows()
        .into_iter()
        .filter(|(_, totals)| totals.proposals > 0)
        .map(|(year, _)| Some(year))
        .collect();
    if figures.without_year().proposals > 0 {
        years.push(None);
    }
    let mut rows: Vec<Vec<Value>> = years
        .into_iter()
        .map(|year| {
            let label = year.map_or_else(|| t.statistics_no_year(), |year| year.to_string());
            let count = |answer: &Answer| counts.get(&(year, *answer)).copied().unwrap_or(0);
            let cells = used.iter().map(|answer| Value::Count(count(answer)));
            std::iter::once(Value::Text(label)).chain(cells).collect()
        })
        .collect();
    let cells = used
        .iter()
        .map(|answer| Value::Count(all.get(answer).copied().unwrap_or(0)));
    rows.push(
        std::iter::once(Value::Text(t.statistics_all()))
            .chain(cells)
            .collect(),
    );
    let headings = used
        .iter()
        .map(|answer| labels::answer(frame, *answer, figures.imported_on));
    Sheet {
        name: "utfall",
        caption: t.statistics_answers_caption(),
        columns: std::iter::once(t.statistics_year())
            .chain(headings)
            .collect(),
        rows,
    }
}

/// What each body has received, and how long its cases took.
pub fn bodies(frame: &Frame, figures: &Figures) -> Sheet {
    let t = frame.t;
    let rows = figures.received.iter().map(|received| {
        let times = figures.case_times_of(&received.name);
        let label = if received.is_today {
            received.name.clone()
        } else {
            t.statistics_former_body(received.name.as_str())
        };
        let mut row = vec![
            Value::Text(label),
            Value::Count(received.proposals),
            Value::Count(received.reached),
        ];
        row.extend(case_cells(times));
        row
    });
    let mut all = vec![
        Value::Text(t.statistics_all_cases()),
        Value::Missing,
        Value::Missing,
    ];
    all.extend(case_cells(figures.case_times()));
    Sheet {
        name: "namnder",
        caption: t.statistics_bodies_caption(),
        columns: vec![
            t.statistics_body(),
            t.statistics_proposals(),
            t.statistics_reached(),
            t.statistics_cases(),
            t.statistics_decided(),
            t.statistics_waiting(),
            t.statistics_median_days(),
            t.statistics_longest_wait(),
        ],
        rows: rows.chain([all]).collect(),
    }
}

fn case_cells(times: CaseTimes) -> [Value; 5] {
    if times.cases == 0 {
        return std::array::from_fn(|_| Value::Missing);
    }
    [
        Value::Count(times.cases),
        Value::Count(times.decided),
        Value::Count(times.waiting),
        times.median_days.into(),
        times.longest_wait.into(),
    ]
}

/// Proposals by the place they are about, with the mellanområden of each stadsområde.
pub fn places(frame: &Frame, figures: &Figures) -> Sheet {
    let t = frame.t;
    let wholes = by(&figures.facts, |fact| fact.stad.clone());
    let parts = by(&figures.facts, |fact| fact.mellan.clone());
    let row = |whole: String, part: String, totals: Totals| {
        vec![
            Value::Text(whole),
            Value::Text(part),
            Value::Count(totals.proposals),
            Value::Count(totals.reached),
        ]
    };
    let of = |totals: &BTreeMap<Option<String>, Totals>, code: Option<&str>| {
        totals
            .get(&code.map(str::to_owned))
            .copied()
            .unwrap_or_default()
    };
    let mut rows = Vec::new();
    for (whole, own) in figures.area_tree() {
        let name = whole.name.clone();
        rows.push(row(
            name.clone(),
            t.statistics_whole_area(),
            of(&wholes, Some(&whole.code)),
        ));
        for part in own {
            rows.push(row(
                name.clone(),
                part.name.clone(),
                of(&parts, Some(&part.code)),
            ));
        }
    }
    rows.push(row(
        t.statistics_no_place(),
        String::new(),
        of(&wholes, None),
    ));
    Sheet {
        name: "platser",
        caption: t.statistics_places_caption(),
        columns: vec![
            t.statistics_stadsomrade(),
            t.statistics_mellanomrade(),
            t.statistics_proposals(),
            t.statistics_reached(),
        ],
        rows,
    }
}

/// Signatures given here by where the signers say they live; empty while nothing can be told.
pub fn signers(frame: &Frame, figures: &Figures) -> Sheet {
    let t = frame.t;
    let mut rows = Vec::new();
    if let Some((_, people)) = &figures.signers.shown {
        for ((whole, own), (_, cells)) in figures.area_tree().into_iter().zip(&people.areas) {
            rows.push(signers_row(
                whole.name.clone(),
                t.statistics_whole_area(),
                cells.whole,
                Some(whole),
            ));
            for (part, cell) in own.into_iter().zip(&cells.parts) {
                rows.push(signers_row(
                    whole.name.clone(),
                    part.name.clone(),
                    *cell,
                    Some(part),
                ));
            }
        }
        for (residence, cell) in &people.elsewhere {
            rows.push(signers_row(
                labels::residence(t, residence),
                String::new(),
                *cell,
                None,
            ));
        }
        rows.push(signers_row(
            t.statistics_all(),
            String::new(),
            Cell::Shown(people.total),
            None,
        ));
    }
    Sheet {
        name: "underskrifter",
        caption: t.statistics_signers_caption(),
        columns: vec![
            t.statistics_stadsomrade(),
            t.statistics_mellanomrade(),
            t.statistics_signatures(),
            t.statistics_per_thousand(),
        ],
        rows,
    }
}

fn signers_row(whole: String, part: String, cell: Cell, area: Option<&Area>) -> Vec<Value> {
    let rate = area
        .and_then(|area| per_thousand(&area.code, cell, area.population?))
        .map(|rate| Value::Tenths((rate * 10.0).round() as i64));
    vec![
        Value::Text(whole),
        Value::Text(part),
        cell.into(),
        rate.unwrap_or(match cell {
            Cell::Hidden => Value::Hidden,
            Cell::Shown(_) => Value::Missing,
        }),
    ]
}
