//! Signing, taking back, following: once for each person, exactly counted, whatever happens at the same time.

use crate::support::{TestApp, both_engines, proposals::Counts};
use torget::{
    domain::{
        identity::{Residence, TrustLevel},
        ids::{PersonId, ProposalId, ProposalNumber},
        settings::Rules,
        signatures::Refusal,
        stages::Stage,
    },
    store::events::list_events,
    usecases::audit::Actor,
    usecases::signatures::{self, SignError, Signed, Signer},
};
use uuid::Uuid;

both_engines!(
    thirty_presses_at_once_are_one_signature,
    two_hundred_people_at_once_are_two_hundred,
    two_instances_count_each_press_once,
    two_instances_crossing_each_other_never_wait_for_ever,
    each_signer_learns_her_number,
    taking_back_and_signing_again_keeps_the_order,
    the_last_moment_counts_and_the_next_does_not,
    what_was_received_in_time_counts_when_written_late,
    only_open_proposals_are_signed,
    the_switches_of_the_council_hold,
    the_threshold_is_marked_once_and_cleared_when_lost,
    a_batch_that_jumps_over_the_threshold_marks_it,
    following_is_counted_apart_and_needs_no_open_signing,
    my_signatures_are_found_at_all_proposals,
    signers_are_sealed_and_unlinkable,
    a_recount_finds_drift_repairs_and_reports_it,
    a_recount_finds_a_tally_under_the_wrong_area,
);

const NUMBER: ProposalNumber = ProposalNumber(20_001);

fn someone(id: u128) -> Signer {
    Signer {
        person: PersonId(Uuid::from_u128(id)),
        level: TrustLevel::Email,
        residence: Residence::NotStated,
    }
}

/// These people sign at the same time, each from her own task.
async fn all_at_once(
    app: &TestApp,
    signers: impl IntoIterator<Item = (Signer, ProposalNumber)>,
) -> Vec<Result<Signed, SignError>> {
    let tasks: Vec<_> = signers
        .into_iter()
        .map(|(signer, number)| {
            let env = app.env.clone();
            tokio::spawn(async move {
                let now = env.now();
                signatures::sign(&env, &signer, number, now).await
            })
        })
        .collect();
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await.expect("no panic"));
    }
    results
}

async fn sign(app: &TestApp, id: u128) -> Result<Signed, SignError> {
    signatures::sign(&app.env, &someone(id), NUMBER, app.env.now()).await
}

async fn take_back(app: &TestApp, id: u128) -> Result<bool, SignError> {
    signatures::take_back(&app.env, someone(id).person, NUMBER, app.env.now()).await
}

fn exactly(signed: i64) -> Counts {
    Counts {
        own: signed,
        total: signed,
        follows: 0,
        rows: signed,
        tallied: signed,
    }
}

fn refused<T: std::fmt::Debug>(result: Result<T, SignError>) -> Refusal {
    match result {
        Err(SignError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

async fn event_kinds(app: &TestApp, id: ProposalId) -> Vec<String> {
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let events = list_events(&mut tx, id).await.expect("events");
    events.iter().map(|event| event.kind.to_string()).collect()
}

async fn thirty_presses_at_once_are_one_signature(app: TestApp) {
    let id = app.open_proposal(NUMBER.0).await;
    let results = all_at_once(&app, (0..30).map(|_| (someone(1), NUMBER))).await;
    let new = |result: &&Result<Signed, SignError>| matches!(result, Ok(Signed::New { number: 1 }));
    let already = |result: &&Result<Signed, SignError>| matches!(result, Ok(Signed::Already));
    assert_eq!(results.iter().filter(new).count(), 1, "{results:?}");
    assert_eq!(results.iter().filter(already).count(), 29, "{results:?}");
    assert_eq!(app.counts(id).await, exactly(1));
}

async fn two_hundred_people_at_once_are_two_hundred(app: TestApp) {
    let id = app.open_proposal(NUMBER.0).await;
    let results = all_at_once(&app, (0..200).map(|n| (someone(n), NUMBER))).await;
    let mut numbers: Vec<i64> = results
        .into_iter()
        .map(|result| match result {
            Ok(Signed::New { number }) => number,
            other => panic!("{other:?}"),
        })
        .collect();
    numbers.sort_unstable();
    assert_eq!(
        numbers,
        (1..=200).collect::<Vec<i64>>(),
        "each has her own number"
    );
    assert_eq!(app.counts(id).await, exactly(200));
}

async fn two_instances_count_each_press_once(app: TestApp) {
    let other = app.another_instance().await;
    let id = app.open_proposal(NUMBER.0).await;
    let presses = |from: &TestApp| {
        let env = from.env.clone();
        tokio::spawn(async move {
            let app_presses = (0..15).map(|_| {
                let env = env.clone();
                tokio::spawn(async move {
                    let now = env.now();
                    signatures::sign(&env, &someone(1), NUMBER, now).await
                })
            });
            let mut new = 0;
            for press in app_presses.collect::<Vec<_>>() {
                let signed = press.await.expect("no panic").expect("an answer");
                new += i32::from(signed != Signed::Already);
            }
            new
        })
    };
    let (here, there) = (presses(&app), presses(&other));
    let new = here.await.expect("no panic") + there.await.expect("no panic");
    assert_eq!(new, 1);
    assert_eq!(app.counts(id).await, exactly(1));
    other.env.db.close().await;
}

/// Both instances write batches over the same proposals, handed in in opposite orders.
async fn two_instances_crossing_each_other_never_wait_for_ever(app: TestApp) {
    let other = app.another_instance().await;
    let mut ids = Vec::new();
    for number in 1..=8 {
        ids.push(app.open_proposal(20_000 + number).await);
    }
    let forward = (0..160).map(|n| (someone(n), ProposalNumber(20_001 + (n % 8) as i64)));
    let backward = (160..320).map(|n| (someone(n), ProposalNumber(20_008 - (n % 8) as i64)));
    let (here, there) = tokio::join!(all_at_once(&app, forward), all_at_once(&other, backward));
    for result in here.into_iter().chain(there) {
        assert!(matches!(result, Ok(Signed::New { .. })), "{result:?}");
    }
    for id in ids {
        assert_eq!(app.counts(id).await, exactly(40));
    }
    other.env.db.close().await;
}

async fn each_signer_learns_her_number(app: TestApp) {
    app.open_proposal_with(NUMBER.0, 147).await;
    assert_eq!(sign(&app, 1).await.unwrap(), Signed::New { number: 148 });
    assert_eq!(sign(&app, 2).await.unwrap(), Signed::New { number: 149 });
    assert_eq!(sign(&app, 1).await.unwrap(), Signed::Already);
}

async fn taking_back_and_signing_again_keeps_the_order(app: TestApp) {
    let id = app.open_proposal(NUMBER.0).await;
    assert!(!take_back(&app, 1).await.unwrap(), "nothing yet");
    let (env, now, person) = (&app.env, app.env.now(), someone(1).person);
    // Handed in together, so that they meet in one batch.
    let signer = someone(1);
    let (first, back, again) = tokio::join!(
        signatures::sign(env, &signer, NUMBER, now),
        signatures::take_back(env, person, NUMBER, now),
        signatures::sign(env, &signer, NUMBER, now),
    );
    assert_eq!(first.unwrap(), Signed::New { number: 1 });
    assert!(back.unwrap());
    assert_eq!(again.unwrap(), Signed::New { number: 1 });
    assert_eq!(app.counts(id).await, exactly(1));
    assert!(take_back(&app, 1).await.unwrap());
    assert!(!take_back(&app, 1).await.unwrap(), "there is none any more");
    assert_eq!(app.counts(id).await, exactly(0));
}

async fn the_last_moment_counts_and_the_next_does_not(app: TestApp) {
    let id = app.open_proposal(NUMBER.0).await;
    // Published on 21 November 2026: day 90 is 19 February 2027, which ends at 23:00 UTC.
    app.pass_days(90);
    app.pass_seconds(14 * 3600 - 1);
    sign(&app, 1).await.expect("the last second of day 90");
    app.pass_seconds(1);
    assert_eq!(refused(sign(&app, 2).await), Refusal::Closed);
    assert_eq!(refused(take_back(&app, 1).await), Refusal::Closed);
    assert_eq!(app.counts(id).await, exactly(1));
}

async fn what_was_received_in_time_counts_when_written_late(app: TestApp) {
    let id = app.open_proposal(NUMBER.0).await;
    app.pass_days(90);
    app.pass_seconds(14 * 3600 - 1);
    let received_at = app.env.now();
    app.pass_seconds(3);
    let signed = signatures::sign(&app.env, &someone(1), NUMBER, received_at).await;
    assert_eq!(signed.unwrap(), Signed::New { number: 1 });
    assert_eq!(app.counts(id).await, exactly(1));
}

async fn only_open_proposals_are_signed(app: TestApp) {
    let now = app.env.now();
    let submitted = Stage::submit(now);
    app.proposal_in(1, &submitted, 0).await;
    let closed = submitted
        .clone()
        .publish(now.plus_seconds(-100 * 86_400), &Rules::default())
        .and_then(|stage| stage.close(now, 12))
        .expect("a closed stage");
    let closed_id = app.proposal_in(2, &closed, 12).await;
    let by_number =
        async |number| signatures::sign(&app.env, &someone(1), ProposalNumber(number), now).await;
    assert!(
        matches!(by_number(1).await, Err(SignError::NoSuchProposal)),
        "not public yet"
    );
    assert_eq!(refused(by_number(2).await), Refusal::Closed);
    assert!(matches!(by_number(3).await, Err(SignError::NoSuchProposal)));
    assert_eq!(app.counts(closed_id).await.rows, 0);
}

async fn the_switches_of_the_council_hold(app: TestApp) {
    app.open_proposal(NUMBER.0).await;
    let now = app.env.now();
    let strict = app.with_rules(Rules {
        sign_level: TrustLevel::Eid,
        ..Rules::default()
    });
    let signed = signatures::sign(&strict.env, &someone(1), NUMBER, now).await;
    let needed = TrustLevel::Eid;
    assert_eq!(refused(signed), Refusal::TrustTooLow { needed });
    let local = app.with_rules(Rules {
        only_residents_sign: true,
        ..Rules::default()
    });
    let signed = signatures::sign(&local.env, &someone(1), NUMBER, now).await;
    assert_eq!(refused(signed), Refusal::NotResident);
    let resident = Signer {
        residence: Residence::parse("35").expect("an area"),
        ..someone(1)
    };
    let signed = signatures::sign(&local.env, &resident, NUMBER, now).await;
    assert_eq!(signed.unwrap(), Signed::New { number: 1 });
}

async fn the_threshold_is_marked_once_and_cleared_when_lost(app: TestApp) {
    let id = app.open_proposal_with(NUMBER.0, 198).await;
    sign(&app, 1).await.unwrap();
    assert_eq!(app.reached_at(id).await, None, "199 are not enough");
    app.pass_seconds(60);
    sign(&app, 2).await.unwrap();
    let reached_at = app.reached_at(id).await;
    assert_eq!(reached_at, Some(app.env.now()));
    app.pass_seconds(60);
    sign(&app, 3).await.unwrap();
    assert_eq!(
        app.reached_at(id).await,
        reached_at,
        "the first moment stands"
    );
    assert_eq!(event_kinds(&app, id).await, ["reached"]);
    take_back(&app, 3).await.unwrap();
    assert_eq!(app.reached_at(id).await, reached_at, "200 are enough");
    app.pass_seconds(60);
    take_back(&app, 2).await.unwrap();
    assert_eq!(app.reached_at(id).await, None);
    assert_eq!(event_kinds(&app, id).await, ["reached", "fell_below"]);
}

async fn a_batch_that_jumps_over_the_threshold_marks_it(app: TestApp) {
    let id = app.open_proposal_with(NUMBER.0, 150).await;
    all_at_once(&app, (0..120).map(|n| (someone(n), NUMBER))).await;
    assert!(app.reached_at(id).await.is_some());
    assert_eq!(event_kinds(&app, id).await, ["reached"]);
}

async fn following_is_counted_apart_and_needs_no_open_signing(app: TestApp) {
    let id = app.open_proposal(NUMBER.0).await;
    app.pass_days(120);
    let (env, person, now) = (&app.env, someone(1).person, app.env.now());
    assert!(signatures::follow(env, person, NUMBER, now).await.unwrap());
    assert!(!signatures::follow(env, person, NUMBER, now).await.unwrap());
    let followed = Counts {
        follows: 1,
        ..exactly(0)
    };
    assert_eq!(app.counts(id).await, followed);
    assert!(signatures::unfollow(env, person, NUMBER).await.unwrap());
    assert!(!signatures::unfollow(env, person, NUMBER).await.unwrap());
    assert_eq!(app.counts(id).await, exactly(0));
}

async fn my_signatures_are_found_at_all_proposals(app: TestApp) {
    let mut ids = Vec::new();
    for number in 1..=3 {
        ids.push(app.open_proposal(number).await);
    }
    for number in [1, 3] {
        app.pass_seconds(60);
        let now = app.env.now();
        signatures::sign(&app.env, &someone(1), ProposalNumber(number), now)
            .await
            .unwrap();
    }
    sign_as(&app, 2, 2).await;
    let mut tx = app.env.db.begin_read().await.unwrap();
    let signed = signatures::list_signed(&mut tx, &app.env, someone(1).person)
        .await
        .unwrap();
    let signed: Vec<ProposalId> = signed.iter().map(|own| own.proposal_id).collect();
    assert_eq!(signed, [ids[2], ids[0]], "newest first, nobody else's");
    for (id, expected) in ids.iter().zip([true, false, true]) {
        let has = signatures::has_signed(&mut tx, &app.env, someone(1).person, *id).await;
        assert_eq!(has.unwrap(), expected);
    }
}

async fn sign_as(app: &TestApp, id: u128, number: i64) {
    let now = app.env.now();
    signatures::sign(&app.env, &someone(id), ProposalNumber(number), now)
        .await
        .expect("a signature");
}

async fn signers_are_sealed_and_unlinkable(app: TestApp) {
    let one = app.open_proposal(1).await;
    let two = app.open_proposal(2).await;
    sign_as(&app, 1, 1).await;
    sign_as(&app, 1, 2).await;
    let mut tx = app.env.db.begin_read().await.unwrap();
    let list = torget::store::signatures::list_sealed;
    let at_one = list(&mut tx, one, &[], 10).await.unwrap().remove(0);
    let at_two = list(&mut tx, two, &[], 10).await.unwrap().remove(0);
    assert_ne!(at_one.pseudonym, at_two.pseudonym);
    let person = someone(1).person.0;
    let opened = app.env.keys.open(&at_one.sealed, one.0.as_bytes());
    assert_eq!(opened.as_deref(), Some(person.as_bytes().as_slice()));
    assert_eq!(app.env.keys.open(&at_one.sealed, two.0.as_bytes()), None);
}

/// Breaks what is kept in every way, and the recount puts it right once.
async fn a_recount_finds_drift_repairs_and_reports_it(app: TestApp) {
    const SPOIL_COUNTS: &str = "
        UPDATE proposal_counts SET own_count = own_count + 5, total_count = total_count - 3, follow_count = 9
        WHERE proposal_id = $1";
    const SPOIL_TALLIES: &str =
        "UPDATE signature_tallies SET count = count + 1 WHERE proposal_id = $1";
    const NOTES: &str =
        "SELECT actor, subject, payload FROM audit_entries WHERE act = 'signatures.recount'";
    let spoilt = app.open_proposal_with(NUMBER.0, 147).await;
    let sound = app.open_proposal_with(20_002, 300).await;
    for id in 1..=3 {
        sign(&app, id).await.unwrap();
    }
    sign_as(&app, 1, 20_002).await;
    let (before, sound_before) = (app.counts(spoilt).await, app.counts(sound).await);
    let untouched = signatures::recount_all(&app.env, Actor::Operator)
        .await
        .unwrap();
    assert_eq!((untouched.proposals, untouched.drifts), (2, vec![]));

    let mut tx = app.env.db.begin().await.unwrap();
    for spoil in [SPOIL_COUNTS, SPOIL_TALLIES] {
        tx.query(spoil).bind(spoilt).execute().await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_ne!(app.counts(spoilt).await, before);
    app.run_jobs().await;
    assert_eq!(app.counts(spoilt).await, before);
    assert_eq!(
        (before.own, before.total),
        (3, 150),
        "the imported part stands"
    );
    assert_eq!(app.counts(sound).await, sound_before);

    let mut tx = app.env.db.begin_read().await.unwrap();
    let notes: Vec<(String, String, String)> = tx.query(NOTES).all().await.unwrap();
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert_eq!(notes[0].0, "job:recount_signatures");
    assert_eq!(notes[0].1, format!("proposal:{spoilt}"));
    assert!(
        notes[0].2.contains(r#""kept":8,"counted":3"#),
        "{}",
        notes[0].2
    );
}

/// A tally that is missing is found although the totals agree.
async fn a_recount_finds_a_tally_under_the_wrong_area(app: TestApp) {
    const SPOIL: &str = "UPDATE signature_tallies SET residence = '10' WHERE proposal_id = $1";
    let id = app.open_proposal(NUMBER.0).await;
    sign(&app, 1).await.unwrap();
    let mut tx = app.env.db.begin().await.unwrap();
    tx.query(SPOIL).bind(id).execute().await.unwrap();
    tx.commit().await.unwrap();
    let recounted = signatures::recount_all(&app.env, Actor::Operator)
        .await
        .unwrap();
    assert_eq!(recounted.drifts.len(), 1);
    assert_eq!(recounted.drifts[0].wrong_tallies, 1);
    let again = signatures::recount_all(&app.env, Actor::Operator)
        .await
        .unwrap();
    assert_eq!(again.drifts, []);
}
