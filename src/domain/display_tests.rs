//! What people see in every state.

use super::*;
use crate::domain::decisions::FirstOutcome;
use crate::domain::diarienummer::Diarienummer;
use crate::domain::settings::Rules;

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn rules() -> Rules {
    Rules::default()
}

const SENT: &str = "2026-06-01T08:00:00Z";
const NOW: &str = "2026-07-01T08:00:00Z";
const DEADLINE: &str = "2026-08-30T22:00:00Z";

fn submitted() -> Stage {
    Stage::submit(at(SENT))
}

fn published() -> Stage {
    submitted().publish(at(SENT), &rules()).unwrap()
}

fn closed(count: i64) -> Stage {
    published().close(at(DEADLINE), count).unwrap()
}

fn seen(stage: &Stage, now: &str) -> (DisplayStage, Option<String>) {
    let display = display_stage(stage, at(now), None, None);
    (display.stage, display.day.map(|day| day.to_string()))
}

#[test]
fn before_publication_the_author_sees_where_it_stands() {
    assert_eq!(
        seen(&submitted(), NOW),
        (DisplayStage::WaitingForReview, None)
    );
    let returned = submitted().return_to_author(at(SENT), &rules()).unwrap();
    assert_eq!(
        seen(&returned, NOW),
        (DisplayStage::Returned, Some("2026-06-15".to_owned()))
    );
    assert_eq!(
        seen(&returned.lapse(at(NOW)).unwrap(), NOW).0,
        DisplayStage::Lapsed
    );
    assert_eq!(
        seen(&submitted().refuse().unwrap(), NOW).0,
        DisplayStage::Refused
    );
    assert_eq!(
        seen(&submitted().withdraw().unwrap(), NOW).0,
        DisplayStage::Withdrawn
    );
}

#[test]
fn collecting_ends_at_the_deadline_even_if_the_job_is_late() {
    let last = Some("2026-08-30".to_owned());
    assert_eq!(
        seen(&published(), "2026-08-30T21:59:59Z"),
        (DisplayStage::Collecting, last.clone())
    );
    assert_eq!(
        seen(&published(), DEADLINE),
        (DisplayStage::Counting, last.clone())
    );
    assert_eq!(
        seen(&published().pause(at(NOW)).unwrap(), DEADLINE).0,
        DisplayStage::Paused
    );
    assert_eq!(seen(&closed(199), DEADLINE), (DisplayStage::TooFew, last));
    assert_eq!(
        seen(&closed(200), DEADLINE).0,
        DisplayStage::AtBody,
        "also before a case exists"
    );
}

fn with_case(
    case: &CaseStage,
    follow_up: Option<(FollowUpState, Day)>,
) -> (DisplayStage, Option<String>) {
    let display = display_stage(
        &closed(200),
        at(DEADLINE),
        Some(CaseSeen {
            stage: case,
            follow_up,
        }),
        None,
    );
    (display.stage, display.day.map(|day| day.to_string()))
}

fn on_agenda() -> CaseStage {
    let dnr = Diarienummer::parse("SLK-2026-00001").unwrap();
    CaseStage::Received
        .register(dnr)
        .unwrap()
        .put_on_agenda(day("2026-10-01"), day("2026-08-31"))
        .unwrap()
}

fn decided(outcome: FirstOutcome) -> CaseStage {
    on_agenda()
        .decide_first(
            outcome,
            day("2026-10-01"),
            day("2026-08-31"),
            day("2026-10-02"),
        )
        .unwrap()
}

#[test]
fn a_case_shows_its_next_meeting_and_its_decision() {
    let on = |text: &str| Some(text.to_owned());
    assert_eq!(
        with_case(&CaseStage::Received, None),
        (DisplayStage::AtBody, None)
    );
    assert_eq!(
        with_case(&on_agenda(), None),
        (DisplayStage::OnAgenda, on("2026-10-01"))
    );
    let postponed = on_agenda()
        .move_to(Move::Postponed, day("2026-11-01"))
        .unwrap();
    assert_eq!(
        with_case(&postponed, None),
        (DisplayStage::Postponed, on("2026-11-01"))
    );
    let back = on_agenda()
        .move_to(Move::ReferredBack, day("2026-11-01"))
        .unwrap();
    assert_eq!(with_case(&back, None).0, DisplayStage::ReferredBack);
    let investigating = decided(FirstOutcome::Investigate);
    assert_eq!(
        with_case(&investigating, None),
        (DisplayStage::Investigating, on("2026-10-01"))
    );
    let again = investigating
        .put_on_agenda(day("2027-01-01"), day("2026-08-31"))
        .unwrap();
    let not_now = again
        .decide_finally(FinalOutcome::NotNow, day("2027-01-01"), day("2027-01-01"))
        .unwrap();
    assert_eq!(
        with_case(&not_now, None),
        (DisplayStage::NotNow, on("2027-01-01"))
    );
    let refused = decided(FirstOutcome::NotCarryOut);
    assert_eq!(with_case(&refused, None).0, DisplayStage::NotCarryOut);
    let after = refused.close(None, day("2026-12-01")).unwrap();
    assert_eq!(
        with_case(&after, None).0,
        DisplayStage::NotCarryOut,
        "closing changes nothing for people"
    );
}

#[test]
fn the_latest_follow_up_stands_over_the_decision() {
    let case = decided(FirstOutcome::CarryOut);
    assert_eq!(with_case(&case, None).0, DisplayStage::CarryOut);
    for (state, shown) in [
        (FollowUpState::Planned, DisplayStage::Planned),
        (FollowUpState::UnderWay, DisplayStage::UnderWay),
        (FollowUpState::Done, DisplayStage::Done),
        (FollowUpState::Stopped, DisplayStage::Stopped),
    ] {
        let seen = with_case(&case, Some((state, day("2027-05-05"))));
        assert_eq!(seen, (shown, Some("2027-05-05".to_owned())));
    }
}

fn imported(status: Option<&str>, outcome: Option<Outcome>) -> DisplayStage {
    let facts = ImportedFacts {
        status: status.map(str::to_owned),
        outcome,
        seen_on: Some(day("2022-11-21")),
        ..ImportedFacts::default()
    };
    let display = display_stage(&Stage::Imported, at(NOW), None, Some(&facts));
    assert_eq!(display.day, Some(day("2022-11-21")), "as last known");
    display.stage
}

#[test]
fn an_imported_proposal_shows_what_is_known_and_no_more() {
    assert_eq!(
        imported(Some("Samlar underskrifter"), None),
        DisplayStage::LastKnownCollecting
    );
    assert_eq!(
        imported(Some("Inväntar beslut från nämnd"), None),
        DisplayStage::LastKnownAtBody
    );
    assert_eq!(imported(None, None), DisplayStage::LastKnownNothing);
    assert_eq!(
        imported(Some("Godkänd arkiverad"), Some(Outcome::BelowThreshold)),
        DisplayStage::ImportedTooFew
    );
    assert_eq!(
        imported(None, Some(Outcome::NotImplemented)),
        DisplayStage::ImportedNot
    );
    assert_eq!(
        imported(
            Some("Inväntar beslut från nämnd"),
            Some(Outcome::PartlyImplemented)
        ),
        DisplayStage::ImportedPartly,
        "a contradictory row shows its result"
    );
    assert_eq!(
        display_stage(&Stage::Imported, at(NOW), None, None).stage,
        DisplayStage::LastKnownNothing
    );
}

#[test]
fn every_public_state_is_in_exactly_one_group() {
    let grouped: usize = FilterGroup::ALL
        .iter()
        .map(|group| group.stages().count())
        .sum();
    let private = DisplayStage::ALL
        .iter()
        .filter(|stage| stage.group().is_none())
        .count();
    assert_eq!((grouped + private, private), (DisplayStage::ALL.len(), 6));
    assert_eq!(
        FilterGroup::CarriedOut.stages().collect::<Vec<_>>(),
        [DisplayStage::Done]
    );
}
