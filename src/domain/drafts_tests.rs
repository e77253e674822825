//! What a draft may hold, what a submission must.

use super::*;

struct Small;

impl City for Small {
    fn has_area(&self, code: &AreaCode) -> bool {
        code.as_str() == "10"
    }
    fn holds(&self, point: Point) -> bool {
        (57.0..58.0).contains(&point.latitude) && (11.0..13.0).contains(&point.longitude)
    }
}

fn complete() -> Draft {
    let words = |text: &str| text.to_owned();
    Draft {
        title: words("Fler bänkar vid ån"),
        text: "Det är långt mellan bänkarna. ".repeat(3),
        topic: words("streets_parks"),
        scope: words(PART_OF_CITY),
        area: words("10"),
        first_name: words("Testperson"),
        last_name: words("3"),
        address: words("Storgatan 1"),
        town: words("Göteborg"),
        country: words("Sverige"),
        age: words("15"),
        gender: words("will_not_say"),
        email: words("testperson3@example.se"),
        has_seen_similar: true,
        ..Draft::default()
    }
}

fn asked(problems: Problems) -> Vec<Asked> {
    problems.into_iter().map(|(asked, _)| asked).collect()
}

#[test]
fn a_complete_draft_is_a_submission() {
    let submission = complete().submission(&Small).unwrap();
    assert_eq!(submission.place.area.unwrap().as_str(), "10");
    assert_eq!(submission.about.residence, Residence::NotStated);
    assert_eq!(complete().first_open_step(&Small), None);
}

#[test]
fn an_empty_draft_names_everything_that_must_be_answered() {
    use Asked as A;
    let problems = Draft::default().submission(&Small).unwrap_err();
    let must = [
        A::Title,
        A::Text,
        A::Topic,
        A::Scope,
        A::FirstName,
        A::LastName,
        A::Address,
        A::Town,
        A::Country,
        A::Age,
        A::Gender,
        A::Email,
    ];
    assert_eq!(asked(problems), must);
}

#[test]
fn a_part_of_the_city_is_named_in_some_way_and_lies_in_it() {
    let place = |area: &str, place: &str, lat: &str, lon: &str| {
        let draft = Draft {
            area: area.to_owned(),
            place: place.to_owned(),
            latitude: lat.to_owned(),
            longitude: lon.to_owned(),
            ..complete()
        };
        draft.place(&Small).map_err(asked)
    };
    assert_eq!(place("", "", "", "").unwrap_err(), [Asked::Area]);
    assert_eq!(place("99", "", "", "").unwrap_err(), [Asked::Area]);
    assert!(place("", "Vid kajen", "", "").is_ok());
    assert!(place("", "", "57,7", " 11.97 ").unwrap().point.is_some());
    assert_eq!(place("", "", "57.7", "").unwrap_err(), [Asked::Longitude]);
    assert_eq!(place("10", "", "nan", "12").unwrap_err(), [Asked::Latitude]);
    assert_eq!(
        place("10", "", "59.3", "18.1").unwrap_err(),
        [Asked::Latitude]
    );
}

#[test]
fn the_whole_city_takes_no_place_that_was_typed_before() {
    let draft = Draft {
        scope: WHOLE_CITY.to_owned(),
        area: "99".to_owned(),
        ..complete()
    };
    assert!(draft.place(&Small).unwrap().area.is_none());
}

#[test]
fn consent_is_asked_only_of_those_it_may_be_asked_of() {
    let aged = |age: &str| Draft {
        age: age.to_owned(),
        ..complete()
    };
    for child in ["17", "0", "", "x", "130"] {
        assert!(!aged(child).may_offer_name(), "{child}");
    }
    assert!(aged("18").may_offer_name());
}

#[test]
fn the_next_step_is_the_first_with_something_to_do() {
    let step = |draft: Draft| draft.first_open_step(&Small);
    assert_eq!(step(Draft::default()), Some(Step::Idea));
    let unseen = Draft {
        has_seen_similar: false,
        ..complete()
    };
    assert_eq!(step(unseen), Some(Step::Similar));
    let placeless = Draft {
        scope: String::new(),
        ..complete()
    };
    assert_eq!(step(placeless), Some(Step::Place));
    let nameless = Draft {
        last_name: String::new(),
        ..complete()
    };
    assert_eq!(step(nameless), Some(Step::About));
}

#[test]
fn steps_follow_each_other_and_are_counted_from_one() {
    assert_eq!((Step::Idea.number(), Step::Send.number()), (1, 6));
    assert_eq!(Step::Idea.next(), Some(Step::Similar));
    assert_eq!((Step::Idea.previous(), Step::Send.next()), (None, None));
}

#[test]
fn a_draft_is_closed_as_typed_and_opens_only_as_itself() {
    let keys = Keys::derive(&[7; 32]);
    let id = |n| DraftId(uuid::Uuid::from_u128(n));
    let draft = Draft {
        age: "sjutton".to_owned(),
        ..complete()
    };
    let sealed = draft.seal(&keys, id(1), [1; NONCE_BYTES]);
    assert_eq!(Draft::open(&keys, id(1), &sealed), Some(draft));
    assert_eq!(Draft::open(&keys, id(2), &sealed), None);
}
