//! The parts of the report, in the order of the riktlinje.

use super::{Report, Section};
use crate::{
    domain::{
        identity::{AgeBand, Gender},
        stages::StageCode,
        statistics::{Answer, PeopleByResidence, Totals, by, by_residence},
        suppression::{Cell, suppress},
    },
    store::yearly_report::Proposers,
    web::{
        layout::Frame,
        statistics::{
            figures::tree,
            labels,
            sheet::{Sheet, Value},
        },
        words,
    },
};
use std::collections::HashMap;

impl Report {
    /// All parts.
    pub(super) fn sections(&self, frame: &Frame) -> Vec<Section> {
        vec![
            purpose(frame),
            self.counts(frame),
            self.decisions(frame),
            self.most_engaging(frame),
            self.reached_people(frame),
            self.about(frame),
        ]
    }

    /// New accounts and proposals.
    fn counts(&self, frame: &Frame) -> Section {
        let t = frame.t;
        let totals: Totals = self.facts.iter().map(|fact| fact.totals).sum();
        // What was never published, and accounts, are not in the imported data: no figure is not nought.
        let is_old = self.has_imported();
        let known = |count: i64| {
            if is_old && count == 0 {
                Value::Missing
            } else {
                Value::Count(count)
            }
        };
        let sent_in = if is_old {
            Value::Missing
        } else {
            Value::Count(self.by_stage.iter().map(|(_, count)| count).sum())
        };
        let of = |stages: &[StageCode]| known(self.count(stages));
        let rows = [
            (t.report_accounts(), known(self.accounts)),
            (t.report_sent_in(), sent_in),
            (t.report_published(), Value::Count(totals.proposals)),
            (t.report_waiting_review(), of(&[StageCode::Submitted])),
            (t.report_returned(), of(&[StageCode::Returned])),
            (
                t.report_refused(),
                of(&[StageCode::Refused, StageCode::Lapsed]),
            ),
            (t.report_withdrawn(), of(&[StageCode::Withdrawn])),
            (t.report_removed(), of(&[StageCode::Removed])),
            (t.statistics_reached(), Value::Count(totals.reached)),
            (t.statistics_signatures(), Value::Count(totals.signatures)),
        ];
        Section {
            id: "konton-och-forslag",
            title: t.report_counts_title(),
            paragraphs: vec![t.report_counts_text(
                totals.proposals,
                frame.locale.number(totals.proposals),
                frame.locale.number(totals.reached),
                frame.locale.percent(totals.reached, totals.proposals),
            )],
            sheets: vec![pairs(
                "antal",
                t.report_counts_caption(),
                t.report_what(),
                t.report_number(),
                rows.into(),
            )],
        }
    }

    /// Decided and not yet decided.
    fn decisions(&self, frame: &Frame) -> Section {
        let t = frame.t;
        let number = |count: usize| frame.locale.number(count as i64);
        let end = self.span.to.min(self.now.day().plus_days(1));
        let decided = |from, to| {
            let own = self.cases.iter().filter_map(|case| case.decided_on);
            own.filter(|day| (from..to).contains(day)).count()
        };
        let open = self
            .cases
            .iter()
            .filter(|case| case.received_on < end && case.decided_on.is_none_or(|day| day >= end));
        let (decided, open) = (decided(self.span.from, self.span.to), open.count());
        let mut paragraphs = if self.has_imported() && decided + open == 0 {
            vec![t.report_decisions_unknown()]
        } else {
            let until = frame.locale.date(end.plus_days(-1));
            vec![t.report_decisions_text(number(decided), number(open), until)]
        };
        if self.imported_decisions > 0 {
            let shown = frame.locale.number(self.imported_decisions);
            paragraphs.push(t.report_imported_decisions(self.imported_decisions, shown));
        }
        let counts = by(&self.facts, |fact| Answer::of(fact.stage));
        let rows = counts.into_iter().filter_map(|(answer, totals)| {
            let label = labels::answer(frame, answer?, self.imported_on);
            Some((label, Value::Count(totals.proposals)))
        });
        Section {
            id: "beslut",
            title: t.report_decisions_title(),
            paragraphs,
            sheets: vec![pairs(
                "utfall",
                t.report_decisions_caption(),
                t.report_what(),
                t.statistics_proposals(),
                rows.collect(),
            )],
        }
    }

    /// What engaged most.
    fn most_engaging(&self, frame: &Frame) -> Section {
        let t = frame.t;
        let rows = self.most_signed.iter().map(|found| {
            vec![
                Value::Written(found.title.clone()),
                Value::Text(found.number.to_string()),
                Value::Count(found.total_count),
                Value::Text(words::stage(t, found.shown_stage)),
            ]
        });
        Section {
            id: "mest-engagerande",
            title: t.report_most_title(),
            paragraphs: vec![match self.most_signed.is_empty() {
                true => t.report_nothing(self.year.to_string()),
                false => t.report_most_text(),
            }],
            sheets: vec![Sheet {
                name: "flest",
                caption: t.report_most_caption(),
                columns: vec![
                    t.report_proposal(),
                    t.report_proposal_number(),
                    t.statistics_signatures(),
                    t.report_stands(),
                ],
                rows: rows.collect(),
            }],
        }
    }

    /// Whom the city reaches; told once the year is over, so that nobody can be found by comparing two days.
    fn reached_people(&self, frame: &Frame) -> Section {
        let t = frame.t;
        let mut section = Section {
            id: "vilka-vi-nar",
            title: t.report_people_title(),
            paragraphs: Vec::new(),
            sheets: Vec::new(),
        };
        if !self.is_over() {
            section
                .paragraphs
                .push(t.report_people_later(frame.locale.date(self.span.to)));
        } else if self.proposers.is_empty() {
            section.paragraphs.push(t.report_people_none());
        } else {
            section.paragraphs.push(t.report_people_text());
            section.paragraphs.push(t.statistics_signers_hidden());
            section.sheets = vec![
                self.residences(frame),
                self.ages(frame),
                self.genders(frame),
            ];
        }
        section
    }

    fn residences(&self, frame: &Frame) -> Sheet {
        let t = frame.t;
        let mut counts: HashMap<String, i64> = HashMap::new();
        for own in &self.proposers {
            *counts.entry(own.residence.clone()).or_default() += own.count;
        }
        let tree = tree(&self.areas);
        let codes: Vec<(String, Vec<String>)> = tree
            .iter()
            .map(|(whole, parts)| {
                let parts = parts.iter().map(|part| part.code.clone());
                (whole.code.clone(), parts.collect())
            })
            .collect();
        let people: PeopleByResidence = by_residence(&counts, &codes);
        let row = |whole: String, part: String, cell: Cell| {
            vec![Value::Text(whole), Value::Text(part), cell.into()]
        };
        let mut rows = Vec::new();
        for ((whole, parts), (_, cells)) in tree.into_iter().zip(people.areas) {
            rows.push(row(
                whole.name.clone(),
                t.statistics_whole_area(),
                cells.whole,
            ));
            for (part, cell) in parts.into_iter().zip(cells.parts) {
                rows.push(row(whole.name.clone(), part.name.clone(), cell));
            }
        }
        for (residence, cell) in people.elsewhere {
            rows.push(row(labels::residence(t, &residence), String::new(), cell));
        }
        Sheet {
            name: "boende",
            caption: t.report_residence_caption(),
            columns: vec![
                t.statistics_stadsomrade(),
                t.statistics_mellanomrade(),
                t.statistics_proposals(),
            ],
            rows,
        }
    }

    fn ages(&self, frame: &Frame) -> Sheet {
        let bands = AgeBand::ALL.iter().copied().map(Some).chain([None]);
        let cells = self.marginal(bands, |own| own.age);
        let residents = |band: Option<AgeBand>| {
            let city = self.areas.iter().find(|area| area.level == "kommun")?;
            let own = match band? {
                AgeBand::Young => city.pop_0_18,
                AgeBand::Middle => city.pop_19_65,
                AgeBand::Old => city.pop_66plus,
            };
            Some(Value::Share(own?, city.population?))
        };
        let rows = cells.into_iter().map(|(band, cell)| {
            vec![
                Value::Text(labels::age(frame.t, band)),
                cell.into(),
                residents(band).unwrap_or(Value::Missing),
            ]
        });
        Sheet {
            name: "alder",
            caption: frame.t.report_age_caption(),
            columns: vec![
                frame.t.report_age(),
                frame.t.statistics_proposals(),
                frame.t.report_share_of_residents(),
            ],
            rows: rows.collect(),
        }
    }

    fn genders(&self, frame: &Frame) -> Sheet {
        let t = frame.t;
        let genders = Gender::ALL.iter().copied().map(Some).chain([None]);
        let cells = self.marginal(genders, |own| own.gender);
        let rows = cells
            .into_iter()
            .map(|(gender, cell)| (labels::gender(t, gender), cell.into()));
        pairs(
            "kon",
            t.report_gender_caption(),
            t.report_gender(),
            t.statistics_proposals(),
            rows.collect(),
        )
    }

    /// Proposers counted by one thing they told, with what must be hidden hidden.
    fn marginal<K: PartialEq + Copy>(
        &self,
        keys: impl Iterator<Item = K>,
        key: impl Fn(&Proposers) -> K,
    ) -> Vec<(K, Cell)> {
        let keys: Vec<K> = keys.collect();
        let count = |wanted: &K| -> i64 {
            let own = self.proposers.iter().filter(|own| key(own) == *wanted);
            own.map(|own| own.count).sum()
        };
        let counts: Vec<i64> = keys.iter().map(count).collect();
        keys.into_iter().zip(suppress(&counts)).collect()
    }

    fn about(&self, frame: &Frame) -> Section {
        let t = frame.t;
        let counted = frame.locale.date_and_time(self.now);
        let source = match self.imported_on {
            Some(day) => t.statistics_source(frame.locale.date(day), counted),
            None => t.statistics_source_own(counted),
        };
        Section {
            id: "om-rapporten",
            title: t.report_about_title(),
            paragraphs: vec![t.report_about_text(), source],
            sheets: Vec::new(),
        }
    }
}

fn purpose(frame: &Frame) -> Section {
    let t = frame.t;
    Section {
        id: "syfte",
        title: t.report_purpose_title(),
        paragraphs: vec![t.report_purpose_text(), t.report_purpose_city()],
        sheets: Vec::new(),
    }
}

fn pairs(
    name: &'static str,
    caption: String,
    first: String,
    second: String,
    rows: Vec<(String, Value)>,
) -> Sheet {
    Sheet {
        name,
        caption,
        columns: vec![first, second],
        rows: rows
            .into_iter()
            .map(|(label, value)| vec![Value::Text(label), value])
            .collect(),
    }
}
