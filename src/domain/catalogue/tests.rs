//! What people find, in which order, page by page.

use super::*;
use crate::domain::words::index_text;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn entry(number: i64, title: &str) -> Entry {
    Entry {
        facts: Facts {
            number: ProposalNumber(number),
            origin: Origin::Own,
            stage: DisplayStage::Collecting,
            topic: Some(Topic::StreetsParks),
            bodies: Vec::new(),
            areas: Vec::new(),
            submitted_on: Some(day("2026-01-01").plus_days(number)),
            published_on: Some(day("2026-01-02").plus_days(number)),
            closes_at: Some(day("2026-04-02").plus_days(number).start()),
            decided_on: None,
            count: Some(number % 7),
            reached: number == 5,
            changed_at: Timestamp::from_micros(0),
        },
        title: title.to_owned(),
        words: Words {
            title: index_text(&[title]),
            about: index_text(&["Stadsmiljönämnden"]),
            decision: String::new(),
        },
    }
}

pub(super) fn some() -> Catalogue {
    Catalogue::of([
        entry(1, "Fler lekplatser i Majorna"),
        entry(2, "Hundrastgård vid Slottsskogen"),
        entry(3, "Cykelbana längs kajen"),
        entry(4, "Belysning i elljusspåret"),
        entry(5, "Lekplats för alla barn"),
    ])
}

fn words(words: &str) -> Search {
    Search {
        words: words.to_owned(),
        ..Search::default()
    }
}

fn numbers(found: &Found) -> Vec<i64> {
    found.numbers.iter().map(|number| number.0).collect()
}

#[test]
fn word_forms_parts_and_misspellings_find_the_same() {
    let catalogue = some();
    for search in ["lekplats", "lekplatserna", "lekpalts", "LEKPLATS"] {
        let found = catalogue.find(&words(search), 10);
        let mut numbers = numbers(&found);
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 5], "{search}");
    }
    assert_eq!(numbers(&catalogue.find(&words("hund"), 10)), [2]);
    assert_eq!(catalogue.find(&words("operahus"), 10), Found::default());
}

#[test]
fn an_empty_search_suggests_a_word_people_wrote() {
    let catalogue = some();
    assert_eq!(
        catalogue.did_you_mean("hundrastgrd").as_deref(),
        Some("hundrastgård")
    );
    assert_eq!(catalogue.did_you_mean("cykelbanor"), None);
    assert_eq!(catalogue.did_you_mean("xyzzy"), None);
}

#[test]
fn what_is_unknown_stands_last_in_every_order() {
    let mut unknown = entry(9, "Utan datum");
    unknown.facts.published_on = None;
    unknown.facts.count = None;
    unknown.facts.closes_at = None;
    let mut catalogue = some();
    catalogue.put(unknown);
    for sort in Sort::ALL {
        let search = Search {
            sort: Some(*sort),
            ..Search::default()
        };
        let found = catalogue.find(&search, 10);
        let last = if *sort == Sort::LatelyDecided { 1 } else { 9 };
        assert_eq!(found.numbers.last(), Some(&ProposalNumber(last)), "{sort}");
    }
}

#[test]
fn pages_follow_each_other_forwards_and_back() {
    let catalogue = Catalogue::of((1..=23).map(|number| entry(number, "Ett förslag")));
    let (mut search, mut seen, mut starts) = (words(""), Vec::new(), Vec::new());
    search.sort = Some(Sort::MostSigned);
    loop {
        let page = catalogue.find(&search, 10);
        assert_eq!(page.total, 23);
        starts.push(numbers(&page));
        seen.extend(numbers(&page));
        let Some(after) = page.after else { break };
        search.cursor = Cursor::parse(&after.to_string());
        assert_eq!(search.cursor, Some(after));
    }
    seen.sort_unstable();
    assert_eq!(seen, (1..=23).collect::<Vec<_>>());
    assert_eq!(starts.len(), 3);
    let last = catalogue.find(&search, 10);
    search.cursor = Cursor::parse(&last.before.unwrap().to_string());
    let middle = catalogue.find(&search, 10);
    assert_eq!(numbers(&middle), starts[1]);
    search.cursor = middle.before;
    let first = catalogue.find(&search, 10);
    assert_eq!((numbers(&first), first.before), (starts[0].clone(), None));
    assert_eq!(Cursor::parse("nonsense"), None);
}

#[test]
fn filters_hold_together() {
    let mut catalogue = some();
    let mut decided = entry(6, "Lekplats i Angered");
    decided.facts.stage = DisplayStage::NotCarryOut;
    decided.facts.areas = vec!["01".to_owned()];
    catalogue.put(decided);
    let mut search = words("lekplats");
    search.filter.group = Some(FilterGroup::Decided);
    search.filter.area = Some("01".to_owned());
    search.filter.year = Some(2026);
    assert_eq!(numbers(&catalogue.find(&search, 10)), [6]);
    search.filter.year = Some(2025);
    assert_eq!(catalogue.find(&search, 10).total, 0);
}

#[test]
fn what_is_removed_or_renamed_is_not_found_any_more() {
    let mut catalogue = some();
    let mut removed = entry(2, "Hundrastgård vid Slottsskogen");
    removed.facts.stage = DisplayStage::Removed;
    catalogue.put(removed);
    catalogue.put(entry(3, "Gångbana längs kajen"));
    assert_eq!(catalogue.find(&words("hundrastgård"), 10).total, 0);
    assert_eq!(numbers(&catalogue.find(&words("kajen"), 10)), [3]);
    assert_eq!(catalogue.find(&words("cykelbana"), 10).total, 0);
    assert_eq!(catalogue.len(), 4);
}

#[test]
fn new_facts_are_taken_only_while_the_words_are_the_same() {
    let mut catalogue = some();
    let mut facts = entry(1, "").facts;
    facts.count = Some(148);
    assert!(catalogue.refresh(facts.clone()));
    assert_eq!(
        catalogue.get(ProposalNumber(1)).unwrap().facts.count,
        Some(148)
    );
    let mut removed = facts.clone();
    removed.stage = DisplayStage::Removed;
    assert!(!catalogue.refresh(removed));
    facts.changed_at = Timestamp::from_micros(1);
    assert!(!catalogue.refresh(facts));
}

#[test]
fn like_proposals_are_found_by_their_titles() {
    let likes = some().like("En ny lekplats", Some(ProposalNumber(5)), 3);
    assert_eq!(
        likes.iter().map(|like| like.number.0).collect::<Vec<_>>(),
        [1]
    );
}

#[test]
fn examples_of_a_demo_are_not_counted() {
    let mut catalogue = some();
    let mut example = entry(90_001, "Exempel: en bänk");
    example.facts.origin = Origin::Demo;
    catalogue.put(example);
    let expected = Summary {
        proposals: 5,
        reached: 1,
        signatures: 15,
    };
    assert_eq!(catalogue.summary(), expected);
}
