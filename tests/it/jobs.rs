//! The queue: every job once, none lost, none in the way of others.

use super::support::{TestApp, both_engines};
use std::collections::HashMap;
use torget::{
    domain::{
        identity::TrustLevel,
        ids::{FormId, JobId},
    },
    jobs::{
        JobError,
        runner::{self, LEASE_SECONDS, MAX_ATTEMPTS, Runner, Turn},
        seal_audit_log::seal_audit_log,
    },
    store::{
        form_posts,
        queue::{self, Job, Lease},
    },
    usecases::jobs::{RetryError, retry_dead},
};

both_engines!(
    runners_at_once_do_each_job_once,
    a_scheduled_run_is_queued_once_by_two_instances,
    a_lost_lease_undoes_the_work,
    a_renewed_lease_is_kept,
    a_job_whose_process_always_ends_is_given_up_and_can_be_tried_again,
    a_job_of_another_release_is_left_and_stops_nothing,
    an_idle_runner_writes_nothing,
    what_has_ended_is_forgotten_and_nothing_else,
);

async fn enqueue(app: &TestApp, job: &Job, key: &str) -> JobId {
    let id = JobId(app.env.ids.uuid());
    let now = app.env.now();
    let mut tx = app.env.db.begin().await.unwrap();
    let added = queue::enqueue(&mut tx, id, job, Some(key.to_owned()), now, now)
        .await
        .unwrap();
    assert!(added);
    tx.commit().await.unwrap();
    id
}

async fn claim(app: &TestApp) -> Option<Lease> {
    let mut tx = app.env.db.begin().await.unwrap();
    let owner = app.env.ids.uuid();
    let lease = queue::claim_next(&mut tx, owner, app.env.now(), LEASE_SECONDS)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    lease
}

async fn runners_at_once_do_each_job_once(app: TestApp) {
    for n in 0..40 {
        enqueue(&app, &Job::ForgetEnded, &format!("once {n}")).await;
    }
    let mut runners = Vec::new();
    for _ in 0..6 {
        let instance = app.another_instance().await;
        runners.push(tokio::spawn(async move {
            let mut done = Vec::new();
            while let Some(lease) = claim(&instance).await {
                let mut tx = instance.env.db.begin().await.unwrap();
                assert!(
                    queue::complete(&mut tx, &lease, instance.env.now())
                        .await
                        .unwrap()
                );
                tx.commit().await.unwrap();
                done.push(lease.id);
            }
            done
        }));
    }
    let mut times: HashMap<JobId, usize> = HashMap::new();
    for runner in runners {
        for id in runner.await.unwrap() {
            *times.entry(id).or_default() += 1;
        }
    }
    assert_eq!(times.len(), 40);
    assert!(times.values().all(|times| *times == 1));
}

async fn a_scheduled_run_is_queued_once_by_two_instances(app: TestApp) {
    const COUNT: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM jobs WHERE kind = 'seal_audit_log'";
    let other = app.another_instance().await;
    tokio::join!(app.run_jobs(), other.run_jobs());
    let mut tx = app.env.db.begin_read().await.unwrap();
    let (count,): (i64,) = tx.query(COUNT).one().await.unwrap();
    assert_eq!(count, 1);
    drop(tx);
    app.pass_seconds(30);
    tokio::join!(app.run_jobs(), other.run_jobs());
    let mut tx = app.env.db.begin_read().await.unwrap();
    let (count,): (i64,) = tx.query(COUNT).one().await.unwrap();
    assert_eq!(count, 2);
}

async fn a_lost_lease_undoes_the_work(app: TestApp) {
    let job = enqueue(&app, &Job::SealAuditLog, "slow").await;
    let slow = claim(&app).await.unwrap();
    assert_eq!(slow.id, job);
    assert!(claim(&app).await.is_none(), "it is claimed");
    noted(&app).await;
    app.pass_seconds(LEASE_SECONDS + 1);
    let taken_over = claim(&app).await.unwrap();
    assert_eq!((taken_over.id, taken_over.attempts), (job, 2));
    let outcome = seal_audit_log(&app.application.jobs, &slow).await;
    assert!(matches!(outcome, Err(JobError::LeaseLost)), "{outcome:?}");
    assert_eq!(unsealed(&app).await, 1, "the late one's work is undone");
    seal_audit_log(&app.application.jobs, &taken_over)
        .await
        .unwrap();
    assert_eq!(unsealed(&app).await, 0);
}

async fn a_renewed_lease_is_kept(app: TestApp) {
    enqueue(&app, &Job::SendMails, "long").await;
    let lease = claim(&app).await.unwrap();
    for _ in 0..5 {
        app.pass_seconds(LEASE_SECONDS - 10);
        let mut tx = app.env.db.begin().await.unwrap();
        let now = app.env.now();
        assert!(
            queue::renew(&mut tx, &lease, now, LEASE_SECONDS)
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        assert!(claim(&app).await.is_none());
    }
    app.pass_seconds(LEASE_SECONDS + 1);
    let mut tx = app.env.db.begin().await.unwrap();
    assert!(
        !queue::renew(&mut tx, &lease, app.env.now(), LEASE_SECONDS)
            .await
            .unwrap()
    );
}

async fn a_job_whose_process_always_ends_is_given_up_and_can_be_tried_again(app: TestApp) {
    let job = enqueue(&app, &Job::ForgetEnded, "deadly").await;
    for attempt in 1..=MAX_ATTEMPTS {
        assert_eq!(claim(&app).await.unwrap().attempts, attempt);
        app.pass_seconds(LEASE_SECONDS + 1);
    }
    let not_dead = retry_dead(&app.env, job).await;
    assert!(matches!(not_dead, Err(RetryError::NotDead)));
    while runner::turn(&app.application.jobs, app.env.ids.uuid())
        .await
        .unwrap()
        == Turn::Worked
    {}
    let mut tx = app.env.db.begin_read().await.unwrap();
    let dead = queue::list_dead(&mut tx).await.unwrap();
    drop(tx);
    assert_eq!(dead.len(), 1);
    assert_eq!((dead[0].id, dead[0].kind.as_str()), (job, "forget_ended"));
    assert!(dead[0].last_error.as_deref().unwrap().contains("given up"));
    retry_dead(&app.env, job).await.unwrap();
    app.run_jobs().await;
    let mut tx = app.env.db.begin_read().await.unwrap();
    assert_eq!(queue::count_dead(&mut tx).await.unwrap(), 0);
}

async fn a_job_of_another_release_is_left_and_stops_nothing(app: TestApp) {
    const INSERT: &str = "
        INSERT INTO jobs (id, kind, payload, run_at, attempts, created_at)
        VALUES ($1, 'from_the_future', '{\"kind\":\"from_the_future\"}', $2, 0, $2)";
    const FIND: &str = "SELECT last_error, run_at - $1 FROM jobs WHERE kind = 'from_the_future'";
    let early = app.env.now().plus_seconds(-10);
    let mut tx = app.env.db.begin().await.unwrap();
    tx.query(INSERT)
        .bind(JobId(app.env.ids.uuid()))
        .bind(early)
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let known = enqueue(&app, &Job::ForgetEnded, "known").await;
    assert_eq!(claim(&app).await.unwrap().id, known);
    let mut tx = app.env.db.begin_read().await.unwrap();
    let (error, waits): (Option<String>, i64) =
        tx.query(FIND).bind(app.env.now()).one().await.unwrap();
    assert!(error.unwrap().contains("not known to this release"));
    assert_eq!(waits, 300_000_000);
}

async fn an_idle_runner_writes_nothing(app: TestApp) {
    app.run_jobs().await;
    let mut runner = Runner::new(app.application.jobs.clone());
    assert_eq!(runner.turn().await.unwrap(), Turn::Idle);
    // SQLite's one writer is taken: a runner that wrote would wait for it in vain.
    let writer = app.env.db.begin().await.unwrap();
    assert_eq!(runner.turn().await.unwrap(), Turn::Idle);
    drop(writer);
}

async fn what_has_ended_is_forgotten_and_nothing_else(app: TestApp) {
    const COUNT: &str = "
        SELECT (SELECT CAST(COUNT(*) AS BIGINT) FROM sessions),
            (SELECT CAST(COUNT(*) AS BIGINT) FROM form_posts)";
    let person = app.person(1).await;
    app.signed_in(person, TrustLevel::Email).await;
    post(&app).await;
    app.pass_days(8);
    let mut current = app.signed_in(person, TrustLevel::Email).await;
    post(&app).await;
    app.run_jobs().await;
    let mut tx = app.env.db.begin_read().await.unwrap();
    let counts: (i64, i64) = tx.query(COUNT).one().await.unwrap();
    assert_eq!(counts, (1, 1));
    drop(tx);
    current.get("/health/live").await.assert_ok();
}

async fn post(app: &TestApp) {
    let mut tx = app.env.db.begin().await.unwrap();
    let form = FormId(app.env.ids.uuid());
    form_posts::claim(&mut tx, form, app.env.now(), "/sv/")
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn noted(app: &TestApp) {
    use torget::usecases::audit::{Actor, Note, note};
    let mut tx = app.env.db.begin().await.unwrap();
    let entry = Note {
        act: "test.note",
        subject: "test",
        facts: (),
        is_public: false,
    };
    note(&mut tx, &app.env, Actor::Operator, entry)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn unsealed(app: &TestApp) -> i64 {
    let mut tx = app.env.db.begin_read().await.unwrap();
    torget::store::audit::count_unsealed(&mut tx)
        .await
        .unwrap()
        .0
}
