//! The operator changes a rule: running processes follow, what began under another goes on under that one.

use super::support::{TestApp, both_engines};
use std::time::{Duration, Instant};
use torget::{
    cli::bench::connection::{Connection, get},
    domain::{identity::TrustLevel, ids::ProposalNumber},
    usecases::{
        audit::Actor,
        rules::{self, RuleProblem},
        signatures::{self, Signer},
    },
};

both_engines!(
    a_changed_rule_is_in_force_in_a_running_process,
    a_rule_in_force_is_shown_and_acted_on_and_noted,
    what_began_under_a_rule_goes_on_under_it,
    a_value_out_of_range_changes_nothing,
);

const LIST_NOTES: &str =
    "SELECT payload, is_public FROM audit_entries WHERE act = 'rules.change' ORDER BY at, id";

/// A process that nobody asks for pages but this test: it looks by itself.
async fn a_changed_rule_is_in_force_in_a_running_process(app: TestApp) {
    let app = app.beside_a_program();
    let (program, other) = (app.program(), app.program());
    let (server, second) = (program.start().await, other.start().await);
    let changed = program.run(&["admin", "set-rule", "open_days", "47"]);
    assert!(changed.status.success(), "{changed:?}");
    let listed = program.run(&["admin", "rules"]);
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(
        listed.contains("open_days  47\nthreshold  200\n"),
        "{listed}"
    );
    for address in [&server.address, &second.address] {
        let begun = Instant::now();
        while !says(address, "47").await {
            assert!(
                begun.elapsed() < Duration::from_secs(60),
                "still the old rule"
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    for (name, value, words) in [
        ("open_days", "0", "open_days must be 1 to 730"),
        ("opendays", "1", "there are: open_days, threshold"),
        ("threshold", "-5", "threshold must be"),
        ("threshold", "many", "not understood"),
    ] {
        let refused = program.run(&["admin", "set-rule", name, value]);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(1), "{name} {value}: {said}");
        assert!(said.contains(words), "{name} {value}: {said}");
    }
}

async fn says(address: &str, words: &str) -> bool {
    let mut connection = Connection::open(address).await.expect("it listens");
    let page = connection.send(&get("/sv/regler", "203.0.113.1", "")).await;
    String::from_utf8_lossy(&page.expect("an answer").body).contains(words)
}

async fn a_rule_in_force_is_shown_and_acted_on_and_noted(app: TestApp) {
    app.open_proposal(1).await;
    let mut browser = app.browser();
    let page = browser.get("/sv/regler").await.assert_ok();
    assert!(!page.html().contains("4711"));
    for (name, value) in [("threshold", "4711"), ("sign_level", "eid")] {
        let changed = rules::change(&app.env, Actor::Operator, name, value).await;
        changed.expect("a value in range");
        app.pass_seconds(1);
    }
    browser
        .get("/sv/regler")
        .await
        .assert_ok()
        .assert_says("4 711");
    assert_eq!(app.env.rules.threshold, 4711);
    let signer = Signer {
        person: app.person(1).await,
        level: TrustLevel::Email,
        residence: torget::domain::identity::Residence::NotStated,
    };
    let refused = signatures::sign(&app.env, &signer, ProposalNumber(1), app.env.now()).await;
    assert!(refused.is_err(), "the level is asked for at once");
    let mut tx = app.env.db.begin_read().await.unwrap();
    let notes: Vec<(String, bool)> = tx.query(LIST_NOTES).all().await.unwrap();
    assert_eq!(
        notes,
        [
            (
                r#"{"from":200,"rule":"threshold","to":4711}"#.to_owned(),
                true
            ),
            (
                r#"{"from":"email","rule":"sign_level","to":"eid"}"#.to_owned(),
                true
            ),
        ]
    );
}

async fn what_began_under_a_rule_goes_on_under_it(app: TestApp) {
    let id = app.open_proposal_with(1, 250).await;
    let changed = rules::change(&app.env, Actor::Operator, "threshold", "1000").await;
    changed.expect("a value in range");
    app.body("Kommunstyrelsen").await;
    app.pass_days(91);
    app.run_jobs().await;
    let mut browser = app.browser();
    let told = browser.get("/api/v1/proposals/1").await.assert_ok().json();
    assert_eq!(
        (&told["threshold"], &told["reached_threshold"]),
        (&200.into(), &true.into())
    );
    assert!(app.counts(id).await.total > 0);
}

async fn a_value_out_of_range_changes_nothing(app: TestApp) {
    let refused = rules::change(&app.env, Actor::Operator, "threshold", "0").await;
    assert!(matches!(refused, Err(RuleProblem::Range(_))), "{refused:?}");
    app.browser().get("/sv/regler").await.assert_ok();
    assert_eq!(app.env.rules.threshold, 200);
    let mut tx = app.env.db.begin_read().await.unwrap();
    let notes: Vec<(String, bool)> = tx.query(LIST_NOTES).all().await.unwrap();
    assert_eq!(notes, []);
}
