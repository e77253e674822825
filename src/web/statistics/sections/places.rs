//! Where in the city the proposals are about, and where those who sign them live.

use super::{Part, bar_figure};
use crate::{
    domain::statistics::{Quarter, by},
    web::{
        layout::Frame,
        statistics::{
            charts::BarValue, figures::Figures, labels, map::CityMap, query::Choice, sheets,
        },
        urls,
    },
};
use maud::{Markup, html};

/// Where in the city the proposals are about.
pub fn places(frame: &Frame, figures: &Figures, map: Option<&CityMap>) -> Markup {
    let t = frame.t;
    let number = |count: i64| frame.locale.number(count);
    let totals = by(&figures.facts, |fact| fact.stad.clone());
    let without = totals.get(&None).map_or(0, |totals| totals.proposals);
    let all = figures.total().proposals;
    let sentence = t.statistics_places_sentence(
        number(all - without),
        number(all),
        frame.locale.percent(all - without, all),
    );
    let mut values: Vec<BarValue> = figures
        .area_tree()
        .into_iter()
        .map(|(area, _)| {
            let own = totals
                .get(&Some(area.code.clone()))
                .copied()
                .unwrap_or_default();
            plain_bar(area.name.clone(), own.proposals)
        })
        .collect();
    values.sort_by_key(|value| -value.whole);
    let sheet = sheets::places(frame, figures);
    let chart = html! {
        (bar_figure(frame, &t.statistics_places_bars(), false, &values))
        @if let Some(map) = map {
            figure class="chart map" {
                figcaption { (sheet.caption) span class="key" { (t.statistics_map_key()) } }
                (map.render(frame, figures))
            }
        }
    };
    let part = Part {
        id: "var-i-staden",
        title: t.statistics_places_title(),
        sentence,
        chart,
        sheet,
        note: vec![t.statistics_places_note()],
    };
    part.render(frame, figures)
}

fn plain_bar(label: String, count: i64) -> BarValue {
    BarValue {
        label,
        whole: count,
        part: count,
        note: None,
    }
}

/// Where signers live.
pub fn signers(frame: &Frame, figures: &Figures) -> Markup {
    let t = frame.t;
    let Some((quarter, people)) = &figures.signers.shown else {
        return signers_later(frame, figures);
    };
    let stated: Vec<BarValue> = figures
        .area_tree()
        .into_iter()
        .zip(&people.areas)
        .map(|((area, _), (_, cells))| (area.name.clone(), cells.whole))
        .chain(
            people
                .elsewhere
                .iter()
                .map(|(residence, cell)| (labels::residence(t, residence), *cell)),
        )
        .filter_map(|(label, cell)| Some(plain_bar(label, cell.count()?)))
        .collect();
    let sheet = sheets::signers(frame, figures);
    let chart = html! {
        (quarters(frame, figures, *quarter))
        @if !stated.is_empty() { (bar_figure(frame, &sheet.caption, false, &stated)) }
    };
    let part = Part {
        id: "vem-skriver-under",
        title: t.statistics_signers_title(),
        sentence: t.statistics_signers_sentence(
            people.total,
            quarter.number().to_string(),
            quarter.year().to_string(),
            frame.locale.number(people.total),
        ),
        chart,
        sheet,
        note: vec![
            t.statistics_signers_note(),
            t.statistics_signers_hidden(),
            t.statistics_signers_quarter(),
        ],
    };
    part.render(frame, figures)
}

fn signers_later(frame: &Frame, figures: &Figures) -> Markup {
    let t = frame.t;
    let next = Quarter::of(figures.counted_at.day()).over_on();
    html! {
        section class="figure-part" aria-labelledby="vem-skriver-under" {
            h2 id="vem-skriver-under" { (t.statistics_signers_title()) }
            p { (t.statistics_signers_none()) }
            @if let Some(day) = next { p { (t.statistics_signers_next(frame.locale.date(day))) } }
            p class="small soft" { (t.statistics_signers_note()) }
            p class="small soft" { (t.statistics_signers_quarter()) }
        }
    }
}

/// The other quarters that can be seen.
fn quarters(frame: &Frame, figures: &Figures, shown: Quarter) -> Markup {
    let t = frame.t;
    let name = |quarter: &Quarter| {
        t.statistics_quarter(quarter.number().to_string(), quarter.year().to_string())
    };
    html! {
        @if figures.signers.quarters.len() > 1 {
            nav aria-label=(t.statistics_quarters()) {
                ul class="contents" {
                    @for quarter in &figures.signers.quarters {
                        @let choice = Choice { quarter: Some(*quarter), ..figures.choice };
                        @let href = format!("{}#vem-skriver-under", urls::statistics_of(frame.locale, &choice.query()));
                        li { a href=(href) aria-current=[(*quarter == shown).then_some("true")] { (name(quarter)) } }
                    }
                }
            }
        }
    }
}
