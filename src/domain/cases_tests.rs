//! The rules of a case, by example.

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn dnr() -> Diarienummer {
    Diarienummer::parse("SLK-2024-00177").unwrap()
}

const RECEIVED: &str = "2024-01-10";
const TODAY: &str = "2025-06-01";

fn on_agenda() -> CaseStage {
    CaseStage::Received
        .register(dnr())
        .unwrap()
        .put_on_agenda(day("2024-03-20"), day(RECEIVED))
        .unwrap()
}

fn investigating() -> CaseStage {
    on_agenda()
        .decide_first(
            FirstOutcome::Investigate,
            day("2024-03-20"),
            day(RECEIVED),
            day(TODAY),
        )
        .unwrap()
}

fn decided(outcome: FirstOutcome) -> CaseStage {
    on_agenda()
        .decide_first(outcome, day("2024-03-20"), day(RECEIVED), day(TODAY))
        .unwrap()
}

#[test]
fn leksaksbibliotek_goes_the_whole_way() {
    // Proposal 12879 at kommunstyrelsen: four postponements, an investigation, and "genomförs inte just nu".
    let mut case = on_agenda();
    for later in ["2024-04-10", "2024-04-24", "2024-05-08", "2024-05-15"] {
        case = case.move_to(Move::Postponed, day(later)).unwrap();
        assert_eq!(case.code(), CaseStageCode::Postponed);
    }
    let case = case
        .decide_first(
            FirstOutcome::Investigate,
            day("2024-05-15"),
            day(RECEIVED),
            day(TODAY),
        )
        .unwrap();
    assert_eq!(case.code(), CaseStageCode::Investigating);
    let case = case
        .put_on_agenda(day("2025-03-26"), day(RECEIVED))
        .unwrap();
    assert_eq!(case.round_ahead(), Some(Round::Final));
    let case = case
        .decide_finally(FinalOutcome::NotNow, day("2025-03-26"), day(TODAY))
        .unwrap();
    let settled = case.settled().unwrap();
    assert_eq!(
        (settled.outcome, settled.round()),
        (FinalOutcome::NotNow, Round::Final)
    );
    assert_eq!(
        case.close(None, day(TODAY)).unwrap().code(),
        CaseStageCode::Closed
    );
}

#[test]
fn nothing_is_decided_before_it_stands_on_an_agenda() {
    let decide = |case: CaseStage| {
        case.decide_first(
            FirstOutcome::CarryOut,
            day("2024-03-20"),
            day(RECEIVED),
            day(TODAY),
        )
    };
    assert_eq!(
        decide(CaseStage::Received),
        Err(NotAllowed::WrongStage(CaseStageCode::Received))
    );
    let registered = CaseStage::Received.register(dnr()).unwrap();
    assert_eq!(
        decide(registered),
        Err(NotAllowed::WrongStage(CaseStageCode::Registered))
    );
    assert_eq!(
        CaseStage::Received.put_on_agenda(day("2024-03-20"), day(RECEIVED)),
        Err(NotAllowed::WrongStage(CaseStageCode::Received))
    );
}

#[test]
fn budget_planning_is_an_answer_only_after_an_investigation() {
    let finally = on_agenda().decide_finally(FinalOutcome::NotNow, day("2024-03-20"), day(TODAY));
    assert_eq!(
        finally,
        Err(NotAllowed::WrongStage(CaseStageCode::OnAgenda))
    );
    let again = investigating()
        .put_on_agenda(day("2024-09-01"), day(RECEIVED))
        .unwrap();
    let first = again.decide_first(
        FirstOutcome::Investigate,
        day("2024-09-01"),
        day(RECEIVED),
        day(TODAY),
    );
    assert_eq!(
        first,
        Err(NotAllowed::WrongStage(CaseStageCode::OnAgenda)),
        "no second first decision"
    );
}

#[test]
fn a_first_yes_or_no_settles_the_case() {
    for (first, end) in [
        (FirstOutcome::CarryOut, FinalOutcome::CarryOut),
        (FirstOutcome::NotCarryOut, FinalOutcome::NotCarryOut),
    ] {
        let case = decided(first);
        assert_eq!(
            (
                case.settled().unwrap().outcome,
                case.settled().unwrap().round()
            ),
            (end, Round::First)
        );
        let again = case.decide_first(first, day("2024-03-20"), day(RECEIVED), day(TODAY));
        assert_eq!(
            again,
            Err(NotAllowed::WrongStage(CaseStageCode::Decided)),
            "a decision is never counted twice"
        );
    }
}

#[test]
fn days_must_follow_on_each_other() {
    let registered = CaseStage::Received.register(dnr()).unwrap();
    assert_eq!(
        registered.put_on_agenda(day("2024-01-09"), day(RECEIVED)),
        Err(NotAllowed::Day)
    );
    assert_eq!(
        on_agenda().move_to(Move::Postponed, day("2024-03-20")),
        Err(NotAllowed::Day)
    );
    let on = |on: &str| {
        on_agenda().decide_first(
            FirstOutcome::CarryOut,
            day(on),
            day(RECEIVED),
            day("2024-03-21"),
        )
    };
    assert_eq!(on("2024-01-09"), Err(NotAllowed::Day));
    assert_eq!(on("2024-03-22"), Err(NotAllowed::Day), "not in the future");
    assert!(on("2024-03-21").is_ok());
    assert_eq!(
        investigating().put_on_agenda(day("2024-03-19"), day(RECEIVED)),
        Err(NotAllowed::Day)
    );
    let again = investigating()
        .put_on_agenda(day("2024-09-01"), day(RECEIVED))
        .unwrap();
    assert_eq!(
        again.decide_finally(FinalOutcome::CarryOut, day("2024-03-19"), day(TODAY)),
        Err(NotAllowed::Day)
    );
}

#[test]
fn what_is_to_be_carried_out_is_followed_up_before_closing() {
    let close = |follow_up| {
        decided(FirstOutcome::CarryOut)
            .close(follow_up, day(TODAY))
            .map(|case| case.code())
    };
    assert_eq!(close(None), Err(NotAllowed::FollowUpOpen));
    assert_eq!(
        close(Some(FollowUpState::UnderWay)),
        Err(NotAllowed::FollowUpOpen)
    );
    assert_eq!(close(Some(FollowUpState::Done)), Ok(CaseStageCode::Closed));
    assert_eq!(
        close(Some(FollowUpState::Stopped)),
        Ok(CaseStageCode::Closed)
    );
    let refused = decided(FirstOutcome::NotCarryOut).close(None, day(TODAY));
    assert_eq!(refused.unwrap().code(), CaseStageCode::Closed);
    assert_eq!(
        investigating().close(None, day(TODAY)),
        Err(NotAllowed::WrongStage(CaseStageCode::Investigating))
    );
}

#[test]
fn a_referral_back_keeps_the_round() {
    let case = investigating()
        .put_on_agenda(day("2024-09-01"), day(RECEIVED))
        .unwrap();
    let case = case.move_to(Move::ReferredBack, day("2024-11-01")).unwrap();
    assert_eq!(
        (case.code(), case.round_ahead()),
        (CaseStageCode::ReferredBack, Some(Round::Final))
    );
}

#[test]
fn the_number_in_the_diary_can_be_corrected_until_the_case_is_closed() {
    let other = Diarienummer::parse("0993/12").unwrap();
    for case in [
        on_agenda(),
        investigating(),
        decided(FirstOutcome::CarryOut),
    ] {
        let before = case.code();
        let corrected = case.correct_number(other.clone()).unwrap();
        assert_eq!((corrected.code(), corrected.dnr()), (before, Some(&other)));
    }
    let closed = decided(FirstOutcome::NotCarryOut)
        .close(None, day(TODAY))
        .unwrap();
    assert_eq!(
        closed.correct_number(other),
        Err(NotAllowed::WrongStage(CaseStageCode::Closed))
    );
}

#[test]
fn another_body_can_take_over_until_the_first_decision() {
    assert!(CaseStage::Received.may_be_rerouted() && on_agenda().may_be_rerouted());
    assert!(
        !investigating().may_be_rerouted() && !decided(FirstOutcome::CarryOut).may_be_rerouted()
    );
    let again = investigating()
        .put_on_agenda(day("2024-09-01"), day(RECEIVED))
        .unwrap();
    assert!(!again.may_be_rerouted());
}
