//! The rules of the stage machine, by example.

use super::*;

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn rules() -> Rules {
    Rules::default()
}

fn published(text: &str) -> Stage {
    Stage::submit(at("2026-01-02T10:00:00Z"))
        .publish(at(text), &rules())
        .unwrap()
}

fn collecting(stage: &Stage) -> &Collecting {
    stage.collecting().unwrap()
}

#[test]
fn it_is_open_through_day_ninety_and_closes_at_the_next_midnight() {
    let stage = published("2026-06-01T08:00:00Z");
    let open = collecting(&stage);
    assert_eq!(open.published_on.to_string(), "2026-06-01");
    assert_eq!(open.last_day(), open.published_on.plus_days(90));
    assert_eq!(
        open.closes_at.rfc3339(),
        "2026-08-30T22:00:00Z",
        "midnight in summer"
    );
    assert!(stage.may_be_signed(at("2026-08-30T21:59:59.999999Z")));
    assert!(
        !stage.may_be_signed(at("2026-08-30T22:00:00Z")),
        "half-open"
    );
    assert!(!stage.may_be_signed(at("2026-06-01T07:59:59Z")));
    assert!(stage.may_be_signed(at("2026-06-01T08:00:00Z")));
}

#[test]
fn the_change_of_clocks_neither_gives_nor_takes_a_day() {
    let into_summer = published("2026-01-10T12:00:00Z");
    assert_eq!(
        collecting(&into_summer).last_day().to_string(),
        "2026-04-10"
    );
    assert_eq!(
        collecting(&into_summer).closes_at.rfc3339(),
        "2026-04-10T22:00:00Z"
    );
    let into_winter = published("2026-08-20T12:00:00Z");
    assert_eq!(
        collecting(&into_winter).last_day().to_string(),
        "2026-11-18"
    );
    assert_eq!(
        collecting(&into_winter).closes_at.rfc3339(),
        "2026-11-18T23:00:00Z"
    );
    let just_after_midnight = published("2026-06-30T22:30:00Z");
    assert_eq!(
        collecting(&just_after_midnight).published_on.to_string(),
        "2026-07-01"
    );
}

#[test]
fn days_left_counts_calendar_days_and_never_below_zero() {
    let stage = published("2026-06-01T08:00:00Z");
    let open = collecting(&stage);
    let left = |day: &str| open.days_left(Day::parse(day).unwrap());
    assert_eq!(
        (
            left("2026-06-01"),
            left("2026-08-29"),
            left("2026-08-30"),
            left("2026-09-05")
        ),
        (90, 1, 0, 0)
    );
}

#[test]
fn a_paused_day_moves_closing_by_one_day_over_the_change_of_clocks() {
    let stage = published("2026-08-20T12:00:00Z");
    let paused = stage.pause(at("2026-09-01T08:00:00Z")).unwrap();
    assert!(!paused.may_be_signed(at("2026-09-01T08:00:01Z")));
    assert_eq!(
        paused.clone().pause(at("2026-09-01T09:00:00Z")),
        Err(NotAllowed::Pause)
    );
    let same_day = paused.clone().resume(at("2026-09-01T20:00:00Z")).unwrap();
    assert_eq!(collecting(&same_day).last_day().to_string(), "2026-11-19");
    let third_day = paused.resume(at("2026-09-03T08:00:00Z")).unwrap();
    assert_eq!(collecting(&third_day).last_day().to_string(), "2026-11-21");
    assert_eq!(
        collecting(&third_day).closes_at.rfc3339(),
        "2026-11-21T23:00:00Z"
    );
    assert_eq!(
        third_day.resume(at("2026-09-04T08:00:00Z")),
        Err(NotAllowed::Pause)
    );
}

#[test]
fn a_paused_proposal_does_not_close() {
    let paused = published("2026-06-01T08:00:00Z")
        .pause(at("2026-08-30T12:00:00Z"))
        .unwrap();
    let late = at("2026-09-02T08:00:00Z");
    assert!(!paused.is_due_to_close(late));
    assert_eq!(paused.clone().close(late, 500), Err(NotAllowed::Pause));
    let resumed = paused.resume(late).unwrap();
    assert!(
        resumed.may_be_signed(late),
        "the four paused days are given back"
    );
    assert_eq!(collecting(&resumed).last_day().to_string(), "2026-09-03");
}

#[test]
fn the_count_at_the_deadline_decides() {
    let deadline = at("2026-08-30T22:00:00Z");
    let close = |count| {
        published("2026-06-01T08:00:00Z")
            .close(deadline, count)
            .unwrap()
            .code()
    };
    assert_eq!(close(199), StageCode::ClosedBelow);
    assert_eq!(close(200), StageCode::ClosedReached);
    let early = published("2026-06-01T08:00:00Z").close(at("2026-08-30T21:59:59Z"), 500);
    assert_eq!(early, Err(NotAllowed::TooEarly));
}

#[test]
fn closing_late_keeps_the_deadline_as_closing_time() {
    let Stage::Closed { collected, reached } = published("2026-06-01T08:00:00Z")
        .close(at("2026-09-09T09:00:00Z"), 250)
        .unwrap()
    else {
        panic!("closed")
    };
    assert!(reached);
    assert_eq!(collected.closes_at.rfc3339(), "2026-08-30T22:00:00Z");
}

#[test]
fn falling_below_before_closing_clears_the_mark() {
    let passed = at("2026-06-05T08:00:00Z");
    let stage = published("2026-06-01T08:00:00Z")
        .count_changed(200, passed)
        .unwrap();
    assert_eq!(collecting(&stage).reached_at, Some(passed));
    let stage = stage
        .count_changed(240, at("2026-06-06T08:00:00Z"))
        .unwrap();
    assert_eq!(
        collecting(&stage).reached_at,
        Some(passed),
        "passing is recorded once"
    );
    let stage = stage
        .count_changed(199, at("2026-06-07T08:00:00Z"))
        .unwrap();
    assert_eq!(collecting(&stage).reached_at, None);
    let again = at("2026-06-08T08:00:00Z");
    let stage = stage.count_changed(200, again).unwrap();
    assert_eq!(collecting(&stage).reached_at, Some(again));
}

#[test]
fn the_threshold_is_frozen_at_publication() {
    let stage = Stage::submit(at("2026-01-02T10:00:00Z"))
        .publish(
            at("2026-01-03T10:00:00Z"),
            &Rules {
                threshold: 50,
                open_days: 30,
                ..rules()
            },
        )
        .unwrap();
    assert_eq!(collecting(&stage).threshold, 50);
    assert_eq!(collecting(&stage).last_day().to_string(), "2026-02-02");
}

#[test]
fn a_question_can_be_answered_through_its_last_day_and_then_lapses() {
    let returned = Stage::submit(at("2026-03-01T10:00:00Z"))
        .return_to_author(at("2026-03-10T10:00:00Z"), &rules())
        .unwrap();
    let last_minute = at("2026-03-24T22:59:00Z");
    let too_late = at("2026-03-24T23:00:00Z");
    assert_eq!(
        returned.clone().answer(last_minute),
        Ok(Stage::Submitted { at: last_minute })
    );
    assert_eq!(
        returned.clone().lapse(last_minute),
        Err(NotAllowed::TooEarly)
    );
    assert_eq!(returned.clone().answer(too_late), Err(NotAllowed::TooLate));
    assert_eq!(returned.lapse(too_late).unwrap().code(), StageCode::Lapsed);
}

#[test]
fn withdrawing_is_possible_until_publication() {
    let submitted = Stage::submit(at("2026-03-01T10:00:00Z"));
    assert!(submitted.may_be_withdrawn());
    assert_eq!(submitted.withdraw().unwrap().code(), StageCode::Withdrawn);
    let public = published("2026-06-01T08:00:00Z");
    assert!(!public.may_be_withdrawn());
    assert_eq!(
        public.withdraw(),
        Err(NotAllowed::WrongStage(StageCode::Published))
    );
}

#[test]
fn a_publication_that_somebody_signed_stands() {
    let public = published("2026-06-01T08:00:00Z");
    assert_eq!(
        public.clone().undo_publication(1),
        Err(NotAllowed::HasSignatures)
    );
    assert_eq!(
        public.undo_publication(0),
        Ok(Stage::Submitted {
            at: at("2026-01-02T10:00:00Z")
        })
    );
    let refused = Stage::submit(at("2026-01-02T10:00:00Z")).refuse().unwrap();
    assert_eq!(
        refused.undo_review(),
        Ok(Stage::Submitted {
            at: at("2026-01-02T10:00:00Z")
        })
    );
}

#[test]
fn an_imported_proposal_moves_nowhere_but_away() {
    let now = at("2026-06-01T08:00:00Z");
    let imported = || Stage::Imported;
    let refused = Err(NotAllowed::WrongStage(StageCode::Imported));
    assert_eq!(imported().publish(now, &rules()), refused);
    assert_eq!(imported().close(now, 1_000), refused);
    assert_eq!(imported().count_changed(1_000, now), refused);
    assert_eq!(imported().pause(now), refused);
    assert_eq!(imported().withdraw(), refused);
    assert!(
        !imported().may_be_signed(now)
            && !imported().is_due_to_close(now)
            && imported().is_visible()
    );
    assert_eq!(imported().remove(), Ok(Stage::Removed));
}

#[test]
fn only_what_is_public_can_be_removed_and_only_once() {
    assert_eq!(
        published("2026-06-01T08:00:00Z").remove(),
        Ok(Stage::Removed)
    );
    assert!(Stage::Removed.is_gone() && !Stage::Removed.is_visible());
    assert_eq!(
        Stage::Removed.remove(),
        Err(NotAllowed::WrongStage(StageCode::Removed))
    );
    let waiting = Stage::submit(at("2026-03-01T10:00:00Z"));
    assert_eq!(
        waiting.remove(),
        Err(NotAllowed::WrongStage(StageCode::Submitted))
    );
}
