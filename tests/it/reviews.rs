//! Reviewing before publication, and taking published proposals away: the acts and what they refuse.

use crate::support::{TestApp, both_engines};
use torget::{
    domain::{
        events::EventKind,
        identity::{AreaCode, Residence, TrustLevel},
        ids::{BodyId, PersonId, ProposalNumber},
        permissions::Role,
        proposals::Topic,
        reviews::{
            NotAllowed, RefusalReason, RemovalReason, ReturnReason, ReviewStep, UndoRefusal,
        },
        routing::Routing,
        stages::{Stage, StageCode},
        text::{Note, Reason},
    },
    store::{events, proposals, review_decisions, reviews as rows},
    usecases::{
        reviews::{
            self, Publication, Refusal, RemovalRefusal, RemovalWish, Return, ReviewError, Task,
        },
        signatures::{self, Signer},
    },
};

both_engines!(
    publishing_opens_sends_and_tells,
    a_question_has_two_weeks_and_lapses_at_midnight,
    a_refusal_always_tells_its_grounds,
    of_ten_who_claim_at_once_one_gets_it,
    a_lease_ends_by_itself,
    a_coordinator_takes_over_and_it_is_seen,
    of_two_moderators_one_decides,
    a_form_posted_twice_is_one_act,
    a_decision_is_undone_only_within_the_rules,
    a_publication_that_someone_signed_stands,
    a_removal_needs_two_people,
    an_official_who_is_part_of_it_has_no_powers,
    only_moderators_and_coordinators_review,
    what_the_author_took_back_is_not_decided,
);

fn publication(body: BodyId) -> Publication {
    Publication {
        topic: Topic::Safety,
        routing: Routing::new(body, []),
        area: None,
        note: None,
    }
}

fn question() -> Return {
    Return {
        reasons: vec![ReturnReason::Unclear],
        question: Reason::parse("Vilken gata menar du?").expect("a question"),
    }
}

fn refusal(reasons: &[RefusalReason]) -> Refusal {
    Refusal {
        reasons: reasons.to_vec(),
        note: None,
    }
}

async fn publish(app: &TestApp, number: i64, moderator: PersonId) -> reviews::Result<String> {
    let body = app.body(&format!("Nämnd {}", app.env.ids.form())).await;
    let task = app.claimed(number, moderator).await;
    reviews::publish(&app.env, moderator, &task, &publication(body)).await
}

async fn sign(app: &TestApp, number: i64, person: PersonId) {
    let signer = Signer {
        person,
        level: TrustLevel::Eid,
        residence: Residence::NotStated,
    };
    let number = ProposalNumber(number);
    signatures::sign(&app.env, &signer, number, app.env.now())
        .await
        .expect("signed");
}

async fn steps(app: &TestApp, number: i64) -> Vec<ReviewStep> {
    let id = app.proposal(number).await.id;
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let steps = review_decisions::list_steps(&mut tx, id).await;
    steps.expect("steps").iter().map(|step| step.kind).collect()
}

async fn public_events(app: &TestApp, number: i64) -> Vec<EventKind> {
    let id = app.proposal(number).await.id;
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let events = events::list_events(&mut tx, id).await.expect("events");
    let public = events.iter().filter(|event| event.is_public);
    public.map(|event| event.kind).collect()
}

fn mails_to(app: &TestApp, number: u32) -> Vec<String> {
    let to = format!("testperson{number}@example.se");
    let mails = app.post().into_iter().filter(|mail| mail.to == to);
    mails
        .map(|mail| format!("{}\n{}", mail.subject, mail.text))
        .collect()
}

async fn publishing_opens_sends_and_tells(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    app.areas().await;
    let (street, culture) = (app.committee().await, app.body("Kulturnämnden").await);
    let moderator = app.official(2, Role::Moderator).await;
    let task = app.claimed(20001, moderator).await;
    let publication = Publication {
        topic: Topic::Safety,
        routing: Routing::new(street, [culture, street]),
        area: AreaCode::parse("30"),
        note: Some(Note::parse("Tack för ett tydligt förslag.").expect("a note")),
    };
    let led = reviews::publish(&app.env, moderator, &task, &publication).await;
    assert_eq!(led.expect("published"), "/sv/20001");

    let proposal = app.proposal(20001).await;
    let Stage::Published(open) = &proposal.stage else {
        panic!("{:?}", proposal.stage);
    };
    assert_eq!(open.threshold, 200);
    assert_eq!(open.opens_at, app.env.now());
    assert_eq!(open.last_day().to_string(), "2027-02-19", "day 90");
    assert_eq!(proposal.topic, Some(Topic::Safety));
    let place = &proposal.place;
    assert_eq!(
        (place.mellan.as_deref(), place.stad.as_deref()),
        (Some("30"), Some("03"))
    );
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let bodies = proposals::list_recipients(&mut tx, proposal.id)
        .await
        .expect("bodies");
    let bodies: Vec<_> = bodies
        .iter()
        .map(|body| (body.body_id, body.is_coordinating))
        .collect();
    assert_eq!(bodies, [(Some(street), true), (Some(culture), false)]);
    drop(tx);
    assert_eq!(
        proposal.imported.recipients.as_deref(),
        Some("Stadsmiljönämnden; Kulturnämnden")
    );
    assert_eq!(public_events(&app, 20001).await, [EventKind::Published]);
    assert_eq!(steps(&app, 20001).await, [ReviewStep::Published]);

    app.run_jobs().await;
    app.run_jobs().await;
    let mails = mails_to(&app, 1);
    assert_eq!(mails.len(), 1, "told once: {mails:?}");
    assert!(mails[0].contains("fredag 19 februari 2027"), "{}", mails[0]);
    assert!(
        mails[0].contains("Tack för ett tydligt förslag."),
        "{}",
        mails[0]
    );
}

async fn a_question_has_two_weeks_and_lapses_at_midnight(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let moderator = app.official(2, Role::Moderator).await;
    let task = app.claimed(20001, moderator).await;
    let none = Return {
        reasons: vec![],
        ..question()
    };
    let refused = reviews::return_to_author(&app.env, moderator, &task, &none).await;
    assert!(matches!(
        refused,
        Err(ReviewError::Review(NotAllowed::NoReason))
    ));
    reviews::return_to_author(&app.env, moderator, &task, &question())
        .await
        .expect("returned");
    let Stage::Returned { answer_by, .. } = app.proposal(20001).await.stage else {
        panic!("not returned");
    };
    assert_eq!(answer_by.to_string(), "2026-12-05");
    assert_eq!(public_events(&app, 20001).await, []);
    app.run_jobs().await;
    let mails = mails_to(&app, 1);
    assert!(mails[0].contains("Vilken gata menar du?"), "{}", mails[0]);
    assert!(
        mails[0].contains("Vi förstår inte riktigt"),
        "the ground's own text: {}",
        mails[0]
    );
    assert!(mails[0].contains("lördag 5 december 2026"), "{}", mails[0]);

    app.pass_seconds(14 * 86_400 + 50_399);
    app.run_jobs().await;
    assert_eq!(
        app.proposal(20001).await.stage.code(),
        StageCode::Returned,
        "23.59.59"
    );
    app.pass_seconds(1);
    app.run_jobs().await;
    app.run_jobs().await;
    assert_eq!(
        app.proposal(20001).await.stage.code(),
        StageCode::Lapsed,
        "midnight"
    );
    assert_eq!(
        steps(&app, 20001).await,
        [ReviewStep::Returned, ReviewStep::Lapsed]
    );
    assert_eq!(
        mails_to(&app, 1).len(),
        2,
        "the question, and that it lapsed"
    );
    let task = app.task(20001).await;
    let undone = reviews::undo(&app.env, moderator, &task).await;
    assert!(matches!(undone, Err(ReviewError::Stage(_))), "{undone:?}");
}

async fn a_refusal_always_tells_its_grounds(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let moderator = app.official(2, Role::Moderator).await;
    let task = app.claimed(20001, moderator).await;
    let refused = reviews::refuse(&app.env, moderator, &task, &refusal(&[])).await;
    assert!(matches!(
        refused,
        Err(ReviewError::Review(NotAllowed::NoReason))
    ));
    assert_eq!(app.proposal(20001).await.stage.code(), StageCode::Submitted);
    let both = [
        RefusalReason::Marketing,
        RefusalReason::NotMunicipal,
        RefusalReason::Marketing,
    ];
    let with_note = Refusal {
        note: Some(Note::parse("Hållplatsen sköts av Västtrafik.").expect("a note")),
        ..refusal(&both)
    };
    reviews::refuse(&app.env, moderator, &task, &with_note)
        .await
        .expect("refused");
    assert_eq!(app.proposal(20001).await.stage.code(), StageCode::Refused);
    app.run_jobs().await;
    let mails = mails_to(&app, 1);
    assert_eq!(mails.len(), 1);
    for words in [
        "Göteborgs Stad kan inte besluta",
        "får ingen göra reklam",
        "sköts av Västtrafik",
    ] {
        assert!(mails[0].contains(words), "{words}: {}", mails[0]);
    }
    let again = app.task(20001).await;
    let refused = reviews::refuse(&app.env, moderator, &again, &with_note).await;
    assert!(matches!(
        refused,
        Err(ReviewError::Review(NotAllowed::Decided))
    ));
}

async fn of_ten_who_claim_at_once_one_gets_it(app: TestApp) {
    let author = app.person(1).await;
    let id = app.waiting_proposal(20001, author).await;
    let mut racing = Vec::new();
    for number in 2..12 {
        let moderator = app.official(number, Role::Moderator).await;
        let task = app.task(20001).await;
        let env = app.env.clone();
        racing.push(tokio::spawn(async move {
            reviews::claim(&env, moderator, &task).await
        }));
    }
    let (mut won, mut told) = (0, 0);
    for race in racing {
        match race.await.expect("no panic") {
            Ok(_) => won += 1,
            Err(ReviewError::Review(NotAllowed::ClaimedByOther)) => told += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!((won, told), (1, 9));
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let review = rows::find_review(&mut tx, id)
        .await
        .expect("a read")
        .expect("a review");
    assert_eq!(review.version, 2, "changed once");
}

async fn a_lease_ends_by_itself(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let one = app.official(2, Role::Moderator).await;
    let two = app.official(3, Role::Moderator).await;
    let first = app.claimed(20001, one).await;
    app.pass_seconds(3_599);
    let task = app.task(20001).await;
    let early = reviews::claim(&app.env, two, &task).await;
    assert!(matches!(
        early,
        Err(ReviewError::Review(NotAllowed::ClaimedByOther))
    ));
    app.pass_seconds(1);
    reviews::claim(&app.env, two, &app.task(20001).await)
        .await
        .expect("the lease has ended");
    let late = reviews::refuse(&app.env, one, &first, &refusal(&[RefusalReason::Offensive])).await;
    assert!(
        matches!(late, Err(ReviewError::Review(NotAllowed::Stale))),
        "{late:?}"
    );
    let task = app.task(20001).await;
    reviews::release(&app.env, two, &task)
        .await
        .expect("released");
    reviews::claim(&app.env, one, &app.task(20001).await)
        .await
        .expect("free again");
}

async fn a_coordinator_takes_over_and_it_is_seen(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let moderator = app.official(2, Role::Moderator).await;
    let other = app.official(3, Role::Moderator).await;
    let coordinator = app.official(4, Role::Coordinator).await;
    app.claimed(20001, moderator).await;
    let task = app.task(20001).await;
    let refused = reviews::take_over(&app.env, other, &task).await;
    assert!(
        matches!(refused, Err(ReviewError::NotFound)),
        "moderators may not"
    );
    reviews::take_over(&app.env, coordinator, &task)
        .await
        .expect("taken over");
    assert_eq!(steps(&app, 20001).await, [ReviewStep::TakenOver]);
    let task = app.task(20001).await;
    let late = reviews::return_to_author(&app.env, moderator, &task, &question()).await;
    assert!(
        matches!(late, Err(ReviewError::Review(NotAllowed::ClaimedByOther))),
        "{late:?}"
    );
    reviews::return_to_author(&app.env, coordinator, &task, &question())
        .await
        .expect("hers");
}

async fn of_two_moderators_one_decides(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let moderator = app.official(2, Role::Moderator).await;
    let body = app.committee().await;
    let seen = app.claimed(20001, moderator).await;
    let tabs: Vec<Task> = (0..2)
        .map(|_| Task {
            form: app.env.ids.form(),
            ..seen.clone()
        })
        .collect();
    let env = app.env.clone();
    let (publication, refusal) = (publication(body), refusal(&[RefusalReason::Offensive]));
    let (published, refused) = tokio::join!(
        reviews::publish(&env, moderator, &tabs[0], &publication),
        reviews::refuse(&env, moderator, &tabs[1], &refusal),
    );
    assert_ne!(published.is_ok(), refused.is_ok(), "exactly one");
    for outcome in [published, refused] {
        assert!(
            matches!(outcome, Ok(_) | Err(ReviewError::Review(NotAllowed::Stale))),
            "{outcome:?}"
        );
    }
    assert_eq!(steps(&app, 20001).await.len(), 1);
    app.run_jobs().await;
    assert_eq!(mails_to(&app, 1).len(), 1);
}

async fn a_form_posted_twice_is_one_act(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let moderator = app.official(2, Role::Moderator).await;
    let task = app.claimed(20001, moderator).await;
    let first = reviews::return_to_author(&app.env, moderator, &task, &question()).await;
    let again = Task {
        leads_to: "/sv/elsewhere".to_owned(),
        ..task.clone()
    };
    let second = reviews::return_to_author(&app.env, moderator, &again, &question()).await;
    assert_eq!(
        (first.ok(), second.ok()),
        (Some("/sv/20001".into()), Some("/sv/20001".into()))
    );
    assert_eq!(steps(&app, 20001).await, [ReviewStep::Returned]);
}

async fn a_decision_is_undone_only_within_the_rules(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let moderator = app.official(2, Role::Moderator).await;
    let other = app.official(3, Role::Moderator).await;
    let coordinator = app.official(4, Role::Coordinator).await;
    publish(&app, 20001, moderator).await.expect("published");
    app.run_jobs().await;
    let refused = reviews::undo(&app.env, other, &app.task(20001).await).await;
    assert!(
        matches!(refused, Err(ReviewError::Undo(UndoRefusal::NotYours))),
        "{refused:?}"
    );
    app.pass_seconds(1);
    reviews::undo(&app.env, moderator, &app.task(20001).await)
        .await
        .expect("undone");
    let stage = app.proposal(20001).await.stage;
    assert_eq!(stage.code(), StageCode::Submitted);
    assert_eq!(
        public_events(&app, 20001).await,
        [],
        "nothing of it is public any more"
    );
    app.run_jobs().await;
    let mails = mails_to(&app, 1);
    assert_eq!(mails.len(), 2);
    assert!(
        mails[0].contains("granskar ditt förslag igen"),
        "{}",
        mails[0]
    );

    let task = app.task(20001).await;
    app.pass_seconds(1);
    let grounds = refusal(&[RefusalReason::IndividualCase]);
    reviews::refuse(&app.env, moderator, &task, &grounds)
        .await
        .expect("still in hand");
    app.run_jobs().await;
    app.pass_days(2);
    let late = reviews::undo(&app.env, moderator, &app.task(20001).await).await;
    assert!(
        matches!(late, Err(ReviewError::Undo(UndoRefusal::TooLate))),
        "{late:?}"
    );
    reviews::undo(&app.env, coordinator, &app.task(20001).await)
        .await
        .expect("a coordinator may");
    app.run_jobs().await;
    app.pass_seconds(1);
    let twice = reviews::undo(&app.env, coordinator, &app.task(20001).await).await;
    assert!(matches!(twice, Err(ReviewError::Stage(_))), "{twice:?}");
    publish(&app, 20001, coordinator)
        .await
        .expect("published after all");
    assert_eq!(public_events(&app, 20001).await, [EventKind::Published]);
    app.run_jobs().await;
    assert_eq!(
        mails_to(&app, 1).len(),
        5,
        "each decision and each change of mind, once"
    );
}

async fn a_publication_that_someone_signed_stands(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let moderator = app.official(2, Role::Moderator).await;
    publish(&app, 20001, moderator).await.expect("published");
    sign(&app, 20001, app.person(5).await).await;
    let refused = reviews::undo(&app.env, moderator, &app.task(20001).await).await;
    assert!(
        matches!(refused, Err(ReviewError::Undo(UndoRefusal::HasSignatures))),
        "{refused:?}"
    );
    assert_eq!(app.proposal(20001).await.stage.code(), StageCode::Published);
}

async fn a_removal_needs_two_people(app: TestApp) {
    let author = app.person(1).await;
    let id = app.waiting_proposal(20001, author).await;
    let one = app.official(2, Role::Moderator).await;
    let two = app.official(3, Role::Moderator).await;
    let wish = RemovalWish {
        reason: RemovalReason::PersonalData,
        note: Note::parse("Ett telefonnummer i andra stycket.").expect("a note"),
    };
    let early = reviews::ask_removal(&app.env, one, &app.task(20001).await, &wish).await;
    assert!(
        matches!(early, Err(ReviewError::Stage(_))),
        "it is not public: {early:?}"
    );
    publish(&app, 20001, one).await.expect("published");
    let none = reviews::confirm_removal(&app.env, two, &app.task(20001).await).await;
    assert!(
        matches!(none, Err(ReviewError::Removal(RemovalRefusal::NotAsked))),
        "{none:?}"
    );
    reviews::ask_removal(&app.env, one, &app.task(20001).await, &wish)
        .await
        .expect("asked");
    let same = reviews::confirm_removal(&app.env, one, &app.task(20001).await).await;
    assert!(
        matches!(same, Err(ReviewError::Removal(RemovalRefusal::SamePerson))),
        "{same:?}"
    );
    let again = reviews::ask_removal(&app.env, two, &app.task(20001).await, &wish).await;
    assert!(
        matches!(
            again,
            Err(ReviewError::Removal(RemovalRefusal::AlreadyAsked))
        ),
        "{again:?}"
    );
    app.pass_seconds(1);
    reviews::decline_removal(&app.env, one, &app.task(20001).await)
        .await
        .expect("taken back");
    app.pass_seconds(1);
    assert_eq!(app.proposal(20001).await.stage.code(), StageCode::Published);
    reviews::ask_removal(&app.env, two, &app.task(20001).await, &wish)
        .await
        .expect("asked again");
    app.pass_seconds(1);
    reviews::confirm_removal(&app.env, one, &app.task(20001).await)
        .await
        .expect("removed");
    let proposal = app.proposal(20001).await;
    assert_eq!(proposal.stage, Stage::Removed);
    assert!(
        proposal.published_on.is_some(),
        "what statistics need stays"
    );
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let reason = review_decisions::find_removal(&mut tx, id)
        .await
        .expect("a read");
    assert_eq!(reason, Some(RemovalReason::PersonalData));
    drop(tx);
    app.run_jobs().await;
    let mails = mails_to(&app, 1);
    assert!(mails[0].contains("uppgifter om en person"), "{}", mails[0]);
    assert!(
        !mails[0].contains("telefonnummer"),
        "the colleague's note stays inside: {}",
        mails[0]
    );
}

async fn an_official_who_is_part_of_it_has_no_powers(app: TestApp) {
    let author = app.official(1, Role::Coordinator).await;
    app.waiting_proposal(20001, author).await;
    let own = reviews::claim(&app.env, author, &app.task(20001).await).await;
    assert!(matches!(own, Err(ReviewError::Involved)), "{own:?}");
    let moderator = app.official(2, Role::Moderator).await;
    publish(&app, 20001, moderator).await.expect("published");
    let signer = app.official(3, Role::Moderator).await;
    sign(&app, 20001, signer).await;
    let wish = RemovalWish {
        reason: RemovalReason::Mistake,
        note: Note::parse("Dubblett.").expect("a note"),
    };
    let signed = reviews::ask_removal(&app.env, signer, &app.task(20001).await, &wish).await;
    assert!(matches!(signed, Err(ReviewError::Involved)), "{signed:?}");
}

async fn only_moderators_and_coordinators_review(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let body = app.committee().await;
    let resident = app.person(2).await;
    let administrator = app.official(3, Role::Administrator).await;
    let official = app.person(4).await;
    app.grant(official, Role::Handlaggare, Some(body)).await;
    for person in [resident, administrator, official] {
        let refused = reviews::claim(&app.env, person, &app.task(20001).await).await;
        assert!(matches!(refused, Err(ReviewError::NotFound)), "{refused:?}");
    }
}

async fn what_the_author_took_back_is_not_decided(app: TestApp) {
    const WITHDRAW: &str =
        "UPDATE proposals SET stage = 'withdrawn', version = version + 1 WHERE id = $1";
    let author = app.person(1).await;
    let id = app.waiting_proposal(20001, author).await;
    let moderator = app.official(2, Role::Moderator).await;
    let body = app.committee().await;
    let task = app.claimed(20001, moderator).await;
    let mut tx = app.env.db.begin().await.expect("the database answers");
    tx.query(WITHDRAW)
        .bind(id)
        .execute()
        .await
        .expect("withdrawn");
    tx.commit().await.expect("a commit");
    let late = reviews::publish(&app.env, moderator, &task, &publication(body)).await;
    assert!(matches!(late, Err(ReviewError::Stage(_))), "{late:?}");
    assert_eq!(app.proposal(20001).await.stage.code(), StageCode::Withdrawn);
    assert_eq!(steps(&app, 20001).await, []);
}
