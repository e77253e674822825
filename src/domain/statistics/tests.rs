use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn every_public_stage_counts_as_something_and_no_other() {
    for stage in DisplayStage::ALL {
        assert_eq!(
            Answer::of(*stage).is_some(),
            stage.group().is_some(),
            "{stage}"
        );
    }
    assert_eq!(Answer::of(DisplayStage::Done), Some(Answer::Yes));
    assert_eq!(
        Answer::of(DisplayStage::LastKnownAtBody),
        Some(Answer::LastKnownWaiting)
    );
}

#[test]
fn a_filter_takes_what_it_names_and_rows_without_a_year_only_when_none_is_asked_for() {
    let fact = |year, topic| Fact {
        year,
        topic,
        stad: None,
        mellan: None,
        stage: DisplayStage::Collecting,
        totals: Totals {
            proposals: 1,
            ..Totals::default()
        },
    };
    let facts = [
        fact(Some(2019), Some(Topic::School)),
        fact(Some(2020), Some(Topic::School)),
        fact(None, None),
    ];
    let taken = |filter: Filter| facts.iter().filter(|fact| filter.takes(fact)).count();
    assert_eq!(taken(Filter::default()), 3);
    let year = Filter {
        year: Some(2019),
        ..Filter::default()
    };
    assert_eq!(taken(year), 1);
    let topic = Filter {
        topic: Some(Topic::School),
        ..Filter::default()
    };
    assert_eq!(taken(topic), 2);
    assert_eq!(by(&facts, |fact| fact.year)[&None].proposals, 1);
}

#[test]
fn the_median_is_the_middle_one_or_the_mean_of_two() {
    assert_eq!(median(&mut []), None);
    assert_eq!(median(&mut [40]), Some(40));
    assert_eq!(median(&mut [9, 1, 5]), Some(5));
    assert_eq!(median(&mut [10, 1, 4, 90]), Some(7));
    assert_eq!(median(&mut [1, 2]), Some(2));
}

#[test]
fn cases_without_a_decision_wait_and_do_not_touch_the_median() {
    let case = |received: &str, decided: Option<&str>| CaseTime {
        body: "A".to_owned(),
        received_on: day(received),
        decided_on: decided.map(day),
    };
    let cases = [
        case("2026-01-01", Some("2026-01-31")),
        case("2026-01-01", Some("2026-03-02")),
        case("2026-05-01", None),
        case("2026-06-01", None),
    ];
    let times = CaseTimes::of(&cases, day("2026-06-11"));
    assert_eq!((times.cases, times.decided, times.waiting), (4, 2, 2));
    assert_eq!(times.median_days, Some(45));
    assert_eq!(times.longest_wait, Some(41));
    assert_eq!(
        CaseTimes::of([].iter(), day("2026-06-11")),
        CaseTimes::default()
    );
}

#[test]
fn only_finished_quarters_are_told() {
    let quarters = Quarter::finished_since(day("2025-11-30"), day("2026-06-30"));
    let written: Vec<String> = quarters.iter().map(Quarter::to_string).collect();
    assert_eq!(written, ["2026-1", "2025-4"]);
    assert_eq!(quarters[0].first_day(), Some(day("2026-01-01")));
    assert_eq!(quarters[0].over_on(), Some(day("2026-04-01")));
    assert!(Quarter::finished_since(day("2026-04-01"), day("2026-06-30")).is_empty());
    assert_eq!(
        Quarter::finished_since(day("2026-04-01"), day("2026-07-01")).len(),
        1
    );
    for bad in ["", "2026", "2026-0", "2026-5", "2026-3-1", "x-1", "-1-2"] {
        assert_eq!(Quarter::parse(bad), None, "{bad}");
    }
    assert_eq!(Quarter::parse("2026-1"), Some(quarters[0]));
}

#[test]
fn classes_run_from_one_to_five_and_nothing_has_none() {
    assert_eq!(class(0, 10), None);
    assert_eq!(
        (1..=10)
            .map(|count| class(count, 10).unwrap())
            .collect::<Vec<_>>(),
        [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    );
    assert_eq!(class(1, 1), Some(1));
}

#[test]
fn people_without_an_area_are_always_there_and_small_areas_are_hidden() {
    let counts: HashMap<String, i64> = [
        ("10", 40),
        ("11", 2),
        ("20", 30),
        ("21", 25),
        ("not_in_goteborg", 9),
        ("will_not_say", 8),
        ("not_stated", 20),
        ("99", 3),
    ]
    .into_iter()
    .map(|(code, count)| (code.to_owned(), count))
    .collect();
    let areas = [
        ("01".to_owned(), vec!["10".to_owned(), "11".to_owned()]),
        ("02".to_owned(), vec!["20".to_owned(), "21".to_owned()]),
    ];
    let people = by_residence(&counts, &areas);
    assert_eq!(people.total, 137);
    assert_eq!(people.areas[0].1.whole, Cell::Shown(42));
    assert_eq!(
        people.areas[0].1.parts,
        [Cell::Hidden, Cell::Hidden],
        "42 - 40 would tell the 2"
    );
    assert_eq!(people.areas[1].1.parts, [Cell::Shown(30), Cell::Shown(25)]);
    assert_eq!(
        people.elsewhere[2],
        (Residence::NotStated, Cell::Shown(23)),
        "a code that is no area counts as not stated"
    );
}
