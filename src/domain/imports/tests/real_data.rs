//! The city's real files, against the totals in `assets/data/proposals/README.md`.

use super::*;

#[test]
fn the_totals_are_those_the_city_published() {
    let proposals = proposals();
    assert_eq!(proposals.len(), 1_209);
    assert_eq!(
        proposals
            .iter()
            .filter(|p| p.facts.reached == Some(true))
            .count(),
        269
    );
    assert_eq!(
        proposals.iter().filter_map(|p| p.votes).sum::<i64>(),
        105_308
    );
    let mut years: BTreeMap<i16, (i64, i64, i64)> = BTreeMap::new();
    for proposal in &proposals {
        let Some(submitted) = proposal.submitted_on else {
            continue;
        };
        let year = years.entry(submitted.year()).or_default();
        year.0 += 1;
        year.1 += proposal.votes.unwrap();
        year.2 += i64::from(proposal.facts.reached == Some(true));
    }
    let expected = [
        (2017, (449, 27_263, 60)),
        (2018, (110, 13_916, 41)),
        (2019, (172, 15_272, 36)),
        (2020, (174, 18_352, 46)),
        (2021, (179, 20_106, 53)),
        (2022, (114, 10_399, 22)),
    ];
    assert_eq!(years, BTreeMap::from(expected));
}

#[test]
fn what_the_data_lack_is_not_filled_in() {
    let proposals = proposals();
    let bare: Vec<_> = proposals.iter().filter(|p| p.votes.is_none()).collect();
    assert_eq!(bare.len(), 11);
    for proposal in bare {
        assert_eq!(
            (
                proposal.topic,
                proposal.submitted_on,
                proposal.published_on,
                proposal.voting_ended_on
            ),
            (None, None, None, None)
        );
        assert_eq!(proposal.facts.status, None);
        assert_eq!(proposal.facts.seen_on, None);
        assert_eq!(proposal.facts.reached, Some(true));
    }
    assert_eq!(
        proposals
            .iter()
            .filter(|p| p.primaromrade.is_some())
            .count(),
        43
    );
}

#[test]
fn a_proposal_is_read_as_written() {
    let proposals = proposals();
    let second = proposals
        .iter()
        .find(|p| p.number == ProposalNumber(2))
        .unwrap();
    assert_eq!(
        second.title,
        "Verka för att högtalarna på bussar och spårvagnar är på"
    );
    assert_eq!(
        (second.line, second.topic, second.votes),
        (3, Some(Topic::Transport), Some(207))
    );
    assert_eq!(second.voting_ended_on, day("2017-04-18"));
    assert_eq!(second.published_on, day("2017-01-18"));
    assert_eq!(second.facts.result.as_deref(), Some("Genomförs fullt ut"));
    assert_eq!(second.facts.outcome, Some(Outcome::Implemented));
    assert_eq!(second.facts.status_code(), Some(ImportedStatus::Archived));
    assert_eq!(second.facts.seen_on, day("2022-11-21"));
    let liked = proposals
        .iter()
        .find(|p| p.number == ProposalNumber(839))
        .unwrap();
    assert_eq!(liked.votes, Some(1_410));
    let doubled = proposals
        .iter()
        .find(|p| p.number == ProposalNumber(5339))
        .unwrap();
    assert_eq!(doubled.recipients.len(), 3);
    assert!(
        doubled
            .facts
            .recipients
            .as_deref()
            .unwrap()
            .matches("Centrum")
            .count()
            == 2
    );
}

#[test]
fn open_rows_are_last_known_on_the_day_of_the_export() {
    let count = |status| {
        let proposals = proposals();
        let open = proposals
            .iter()
            .filter(|p| p.facts.status_code() == Some(status));
        open.filter(|p| p.facts.seen_on == day("2022-11-21"))
            .count()
    };
    assert_eq!(
        (
            count(ImportedStatus::Collecting),
            count(ImportedStatus::AwaitingDecision)
        ),
        (37, 39)
    );
}

#[test]
fn rows_that_contradict_themselves_keep_both_values_and_are_listed() {
    let found = contradictions(&proposals());
    let listed: Vec<_> = found.iter().map(|c| (c.number.0, c.kind)).collect();
    assert_eq!(
        listed,
        [
            (5255, ContradictionKind::OpenWithResult),
            (5260, ContradictionKind::OpenWithResult),
            (5297, ContradictionKind::OpenWithResult),
            (7422, ContradictionKind::OpenWithResult),
            (12641, ContradictionKind::OpenWithResult),
            (12641, ContradictionKind::EnoughButBelow),
        ]
    );
    let last = found.last().unwrap();
    assert_eq!(
        (last.first.as_str(), last.second.as_str()),
        ("205", "För få underskrifter")
    );
    for contradiction in &found {
        let threshold = 200;
        let proposals = proposals();
        let proposal = proposals
            .iter()
            .find(|p| p.number == contradiction.number)
            .unwrap();
        assert!(proposal.facts.is_contradictory(proposal.votes, threshold));
    }
}

#[test]
fn every_recipient_has_todays_body_where_the_city_names_one() {
    let bodies = bodies();
    let mut reader = csv::Reader::from_reader(TITLES);
    let mapped: BTreeMap<i64, Vec<String>> = reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            let names = row[9].split("; ").filter(|name| !name.is_empty());
            (row[0].parse().unwrap(), names.map(str::to_owned).collect())
        })
        .collect();
    for proposal in proposals() {
        let mut today: Vec<&str> = proposal
            .recipients
            .iter()
            .filter_map(|n| bodies.today(n))
            .collect();
        let mut expected: Vec<&str> = mapped[&proposal.number.0]
            .iter()
            .map(String::as_str)
            .collect();
        today.sort_unstable();
        today.dedup();
        expected.sort_unstable();
        assert_eq!(today, expected, "{}", proposal.number);
    }
}

#[test]
fn the_bodies_are_all_there() {
    let bodies = bodies();
    let count = |kind| {
        bodies
            .bodies
            .iter()
            .filter(|body| body.kind == kind)
            .count()
    };
    assert_eq!(
        (
            count(BodyKind::Kommunstyrelse),
            count(BodyKind::Namnd),
            count(BodyKind::Bolag)
        ),
        (1, 24, 26)
    );
    assert_eq!(bodies.former_names.len(), 41);
    assert_eq!(bodies.topics.len(), 127);
    assert_eq!(bodies.today("Trafiknämnden"), Some("Stadsmiljönämnden"));
    assert_eq!(bodies.today("Stadsdelsnämnd Angered"), None);
    assert_eq!(
        bodies.today("Göteborgs Stads Parkerings AB"),
        Some("Göteborgs Stads Parkerings AB (Parkeringsbolaget)")
    );
}

#[test]
fn the_decisions_are_texts_of_proposals_and_some_are_notes() {
    let decisions = parse_decisions(DECISIONS).unwrap();
    assert_eq!(decisions.len(), 222);
    assert_eq!(
        decisions
            .iter()
            .filter(|decision| decision.is_note())
            .count(),
        8
    );
    assert_eq!(
        decisions
            .iter()
            .filter(|decision| decision.is_truncated)
            .count(),
        10
    );
    let proposals = proposals();
    for decision in &decisions {
        let proposal = proposals
            .iter()
            .find(|p| p.number == decision.number)
            .unwrap();
        assert_eq!(
            proposal.facts.outcome, decision.outcome,
            "{}",
            decision.number
        );
    }
}

#[test]
fn postponements_say_when_the_case_comes_back() {
    let events = parse_case_events(EVENTS).unwrap();
    assert_eq!(events.len(), 25);
    let postponed: Vec<_> = events
        .iter()
        .filter(|e| e.kind == CaseEventKind::Postponement)
        .collect();
    assert_eq!(postponed.len(), 13);
    assert!(
        postponed
            .iter()
            .all(|event| event.postponed_to.is_some_and(|to| to > event.met_on))
    );
    assert!(events.iter().all(|e| e.paragraph.is_some()));
    assert_eq!(
        without_proposal(&events, &proposals()),
        [ProposalNumber(12_883)]
    );
}

#[test]
fn the_areas_have_people_parents_and_polygons() {
    let read = parse_areas(&AREAS).unwrap();
    let people = |level| {
        let of_level = read.areas.iter().filter(|area| area.level == level);
        of_level.fold((0, 0), |sum, area| {
            (sum.0 + 1, sum.1 + area.population.unwrap().all)
        })
    };
    assert_eq!(people(AreaLevel::Primaromrade), (96, 611_225));
    assert_eq!(people(AreaLevel::Mellanomrade), (36, 611_225));
    assert_eq!(people(AreaLevel::Stadsomrade), (4, 611_225));
    assert_eq!(people(AreaLevel::Kommun), (1, 613_276));
    assert_eq!(people(AreaLevel::Ospecificerat), (1, 2_051));
    for area in &read.areas {
        let population = area.population.unwrap();
        assert_eq!(
            population.all,
            population.to_18 + population.to_65 + population.from_66
        );
    }
    assert_eq!(read.geography.primaromraden.len(), 96);
}

#[test]
fn polygons_and_table_must_have_the_same_areas() {
    let swapped = AreaFiles {
        primaromraden: AREAS.mellanomraden,
        ..AREAS
    };
    let found = parse_areas(&swapped).unwrap_err();
    let count = |reason| found.iter().filter(|fault| fault.reason == reason).count();
    assert_eq!(
        (
            count(RowReason::UnknownReference),
            count(RowReason::NoPolygon)
        ),
        (36, 96)
    );
    let broken = AreaFiles {
        stadsomraden: b"\n{",
        ..AREAS
    };
    let found = parse_areas(&broken).unwrap_err();
    assert_eq!(
        (found.len(), found[0].line, found[0].reason),
        (1, 2, RowReason::NotGeoJson)
    );
}
