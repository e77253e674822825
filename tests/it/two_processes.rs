//! Two processes on one database, as `torget serve` runs them: what happens, happens once.

use crate::support::{TestApp, both_engines, process::Program, relay::Relay};
use std::time::{Duration, Instant};
use torget::{
    cli::bench::connection::{Connection, press},
    domain::{
        events::EventKind,
        identity::TrustLevel,
        ids::{JobId, ProposalId, ProposalNumber},
    },
    store::{
        events,
        queue::{self, Job},
    },
    usecases::audit_chain::{SETTLE_SECONDS, seal_batch, verify_log},
};

both_engines!(
    two_processes_count_a_press_once,
    two_processes_close_once_and_tell_each_once,
);

/// Two processes on one database: thirty presses of one person across both, and of thirty people across both.
async fn two_processes_count_a_press_once(app: TestApp) {
    let app = app.beside_a_program();
    let id = app.open_proposal(1).await;
    let (here, there) = (app.program(), app.program());
    let (here, there) = (here.start().await, there.start().await);
    let mut sessions = Vec::new();
    for n in 0..30 {
        let person = app.person(n).await;
        let browser = app.signed_in(person, TrustLevel::Email).await;
        sessions.push(
            browser
                .cookie("__Host-session")
                .expect("a session")
                .to_owned(),
        );
    }
    let one_person = vec![sessions[0].clone(); 30];
    for presses in [one_person, sessions] {
        let tasks: Vec<_> = presses
            .into_iter()
            .enumerate()
            .map(|(n, session)| {
                let address = [&here, &there][n % 2].address.clone();
                tokio::spawn(async move {
                    let mut connection = Connection::open(&address).await.expect("a connection");
                    let from = format!("203.0.113.{n}");
                    let press = press("/sv/forslag/1/skriv-under", &from, &session);
                    connection.send(&press).await.expect("an answer").status
                })
            })
            .collect();
        for task in tasks {
            assert_eq!(task.await.expect("no panic"), 303);
        }
    }
    let counts = app.counts(id).await;
    assert_eq!((counts.own, counts.rows, counts.tallied), (30, 30, 30));
}

const END_NOW: &str = "UPDATE proposals SET closes_at = $1";
const COUNT_OPEN: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM proposals WHERE stage = 'published'";
const COUNT_JOBS: &str =
    "SELECT CAST(COUNT(*) AS BIGINT) FROM jobs WHERE kind <> 'seal_audit_log' AND done_at IS NULL";
const COUNT_UNSENT: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM mails WHERE outcome IS NULL";
const COUNT_MAILS: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM mails";
const COUNT_CASES: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM cases";
const LIST_NOTED: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM audit_entries WHERE act = 'proposal.close' GROUP BY subject";

const PROPOSALS: i64 = 12;
const SIGNERS: u32 = 5;
/// How long a machine that is very busy may take for what takes two seconds.
const PATIENCE: Duration = Duration::from_secs(240);

impl TestApp {
    async fn wait_for_none(&self, count: &'static str) {
        let begun = Instant::now();
        while self.counted(count).await > 0 {
            assert!(begun.elapsed() < PATIENCE, "still some: {count}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn counted(&self, count: &'static str) -> i64 {
        let mut tx = self.env.db.begin_read().await.unwrap();
        let (count,): (i64,) = tx.query(count).one().await.unwrap();
        count
    }

    /// The deadline of every proposal passes, and closing is to be done by whoever comes, several times at once.
    async fn let_the_deadline_pass(&self) {
        let now = self.env.now();
        let mut tx = self.env.db.begin().await.unwrap();
        let ends = tx.query(END_NOW).bind(now.plus_seconds(-10));
        ends.execute().await.unwrap();
        for _ in 0..8 {
            let id = JobId(self.env.ids.uuid());
            let job = &Job::CloseDueProposals;
            let queued = queue::enqueue(&mut tx, id, job, Some(id.to_string()), now, now).await;
            assert!(queued.unwrap());
        }
        tx.commit().await.unwrap();
    }

    /// Proposals of yesterday with signatures of yesterday; every second one has reached its threshold.
    async fn proposals_of_yesterday(&self) -> Vec<ProposalId> {
        self.env.clock.shift(-24 * 3600);
        let body = self.body("Nämnd ett").await;
        let author = self.person(100).await;
        let mut signers = Vec::new();
        for n in 0..SIGNERS {
            signers.push(self.person(n).await);
        }
        let mut ids = Vec::new();
        for number in 1..=PROPOSALS {
            let imported = if number % 2 == 0 { 250 } else { 0 };
            let id = self.open_proposal_with(number, imported).await;
            self.send_to(id, 0, body, true).await;
            self.set_author(id, author).await;
            for signer in &signers {
                let number = ProposalNumber(number);
                self.let_person_sign(*signer, number).await;
            }
            ids.push(id);
        }
        self.env.clock.shift(24 * 3600);
        ids
    }
}

async fn two_processes_close_once_and_tell_each_once(app: TestApp) {
    let app = app.beside_a_program();
    let relay = Relay::open().await;
    let program = app.program_with_relay(relay.port);
    let (here, there) = (program.start().await, program.start().await);
    let ids = app.proposals_of_yesterday().await;
    app.let_the_deadline_pass().await;
    app.wait_for_none(COUNT_OPEN).await;
    app.wait_for_none(COUNT_JOBS).await;
    app.wait_for_none(COUNT_UNSENT).await;
    here.kill();
    there.kill();
    for (n, id) in ids.iter().enumerate() {
        let mut tx = app.env.db.begin_read().await.unwrap();
        let events = events::list_events(&mut tx, *id).await.unwrap();
        let kinds: Vec<_> = events.iter().map(|event| event.kind).collect();
        let expected: &[EventKind] = match n % 2 {
            0 => &[EventKind::ClosedBelow],
            _ => &[EventKind::ClosedReached, EventKind::CaseReceived],
        };
        assert_eq!(kinds, expected);
    }
    assert_eq!(app.counted(COUNT_CASES).await, PROPOSALS / 2);
    let mut tx = app.env.db.begin_read().await.unwrap();
    let noted: Vec<(i64,)> = tx.query(LIST_NOTED).all().await.unwrap();
    assert_eq!(noted, vec![(1,); ids.len()]);
    drop(tx);
    let told = PROPOSALS * (i64::from(SIGNERS) + 1);
    assert_eq!(app.counted(COUNT_MAILS).await, told);
    let mut addressees: Vec<String> = relay.taken().into_iter().map(|mail| mail.to).collect();
    addressees.sort();
    assert_eq!(addressees.len() as i64, told, "{addressees:?}");
    addressees.dedup();
    assert_eq!(addressees.len(), SIGNERS as usize + 1);
    assert_the_log_holds(&app, &program).await;
}

/// Every closing is in the chain, and the operator's own command vouches for it.
async fn assert_the_log_holds(app: &TestApp, program: &Program) {
    app.env.clock.shift(SETTLE_SECONDS + 1);
    let mut tx = app.env.db.begin().await.unwrap();
    seal_batch(&mut tx, app.env.now()).await.unwrap();
    tx.commit().await.unwrap();
    let verified = verify_log(&app.env).await.unwrap();
    assert_eq!((verified.sealed, verified.unsealed), (PROPOSALS, 0));
    let output = program.run(&["admin", "verify-log"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let holds = format!("The audit log holds: {PROPOSALS} entries chained.");
    assert!(output.status.success() && said.contains(&holds), "{said}");
}
