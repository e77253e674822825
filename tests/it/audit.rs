//! The audit log: every entry gets one place, and nobody can change one in silence.

use super::support::{TestApp, both_engines};
use serde_json::json;
use torget::{
    domain::audit::Broken,
    store::db::Tx,
    usecases::{
        audit::{Actor, Note, note},
        audit_chain::{SETTLE_SECONDS, Verified, VerifyError, seal_batch, verify_log},
    },
};

both_engines!(
    entries_are_chained_in_order_once_they_have_settled,
    an_entry_that_commits_late_gets_a_later_place,
    sealers_at_once_do_not_fork_the_chain,
    a_changed_entry_is_found,
    erased_facts_leave_the_chain_whole,
);

async fn entry(app: &TestApp, tx: &mut Tx, number: i64) {
    let subject = format!("test:{number}");
    let facts = json!({ "number": number });
    let entry = Note {
        act: "test.note",
        subject: &subject,
        facts,
        is_public: true,
    };
    note(tx, &app.env, Actor::Operator, entry).await.unwrap();
}

async fn entries(app: &TestApp, numbers: std::ops::Range<i64>) {
    for number in numbers {
        let mut tx = app.env.db.begin().await.unwrap();
        entry(app, &mut tx, number).await;
        tx.commit().await.unwrap();
        app.pass_seconds(1);
    }
}

async fn verified(app: &TestApp) -> Verified {
    verify_log(&app.env).await.unwrap()
}

async fn chained_subjects(app: &TestApp) -> Vec<String> {
    const LIST: &str = "SELECT subject FROM audit_entries WHERE seq IS NOT NULL ORDER BY seq";
    let mut tx = app.env.db.begin_read().await.unwrap();
    let rows: Vec<(String,)> = tx.query(LIST).all().await.unwrap();
    rows.into_iter().map(|(subject,)| subject).collect()
}

async fn change(app: &TestApp, sql: &'static str) {
    let mut tx = app.env.db.begin().await.unwrap();
    assert_eq!(tx.query(sql).execute().await.unwrap(), 1);
    tx.commit().await.unwrap();
}

async fn entries_are_chained_in_order_once_they_have_settled(app: TestApp) {
    entries(&app, 1..4).await;
    app.run_jobs().await;
    assert_eq!(chained_subjects(&app).await, [""; 0]);
    assert_eq!(verified(&app).await.unsealed, 3);
    app.pass_seconds(SETTLE_SECONDS + 30);
    entries(&app, 4..5).await;
    app.run_jobs().await;
    assert_eq!(chained_subjects(&app).await, ["test:1", "test:2", "test:3"]);
    let state = verified(&app).await;
    assert_eq!((state.sealed, state.unsealed), (3, 1));
    app.pass_seconds(SETTLE_SECONDS + 30);
    app.run_jobs().await;
    let later = verified(&app).await;
    assert_eq!((later.sealed, later.unsealed), (4, 0));
    assert_ne!(later.head, state.head);
}

async fn an_entry_that_commits_late_gets_a_later_place(app: TestApp) {
    if !app.env.db.is_postgres() {
        return; // SQLite has one writer: nobody commits while another writes.
    }
    let mut late = app.env.db.begin().await.unwrap();
    entry(&app, &mut late, 1).await;
    app.pass_seconds(1);
    entries(&app, 2..4).await;
    app.pass_seconds(SETTLE_SECONDS + 30);
    app.run_jobs().await;
    late.commit().await.unwrap();
    app.pass_seconds(30);
    app.run_jobs().await;
    assert_eq!(chained_subjects(&app).await, ["test:2", "test:3", "test:1"]);
    assert_eq!(verified(&app).await.sealed, 3);
}

async fn sealers_at_once_do_not_fork_the_chain(app: TestApp) {
    entries(&app, 0..60).await;
    app.pass_seconds(SETTLE_SECONDS);
    let mut sealers = Vec::new();
    for _ in 0..4 {
        let instance = app.another_instance().await;
        sealers.push(tokio::spawn(async move {
            let mut tx = instance.env.db.begin().await.unwrap();
            match seal_batch(&mut tx, instance.env.now()).await {
                Ok(sealed) => tx.commit().await.map(|()| sealed).unwrap_or(0),
                Err(_) => 0,
            }
        }));
    }
    let mut sealed = 0;
    for sealer in sealers {
        sealed += sealer.await.unwrap();
    }
    assert_eq!(sealed, 60);
    assert_eq!(verified(&app).await.sealed, 60);
}

async fn a_changed_entry_is_found(app: TestApp) {
    entries(&app, 1..6).await;
    app.pass_seconds(SETTLE_SECONDS);
    app.run_jobs().await;
    assert_eq!(verified(&app).await.sealed, 5);
    let broken_at = async |seq| {
        let broken = verify_log(&app.env).await;
        assert!(
            matches!(&broken, Err(VerifyError::Broken(Broken::Changed { seq: found })) if *found == seq),
            "{broken:?}"
        );
    };
    const PAYLOAD: &str = "UPDATE audit_entries SET payload = '{\"number\":9}' WHERE seq = 4";
    change(&app, PAYLOAD).await;
    broken_at(4).await;
    const ACTOR: &str = "UPDATE audit_entries SET actor = 'system' WHERE seq = 3";
    change(&app, ACTOR).await;
    broken_at(3).await;
    const REMOVED: &str = "DELETE FROM audit_entries WHERE seq = 2";
    change(&app, REMOVED).await;
    let broken = verify_log(&app.env).await;
    assert!(
        matches!(
            broken,
            Err(VerifyError::Broken(Broken::Gap {
                expected: 2,
                found: 3
            }))
        ),
        "{broken:?}"
    );
}

async fn erased_facts_leave_the_chain_whole(app: TestApp) {
    entries(&app, 1..4).await;
    app.pass_seconds(SETTLE_SECONDS);
    app.run_jobs().await;
    const ERASE: &str = "UPDATE audit_entries SET payload = NULL WHERE seq = 2";
    change(&app, ERASE).await;
    assert_eq!(verified(&app).await.sealed, 3);
}
