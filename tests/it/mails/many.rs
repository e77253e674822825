//! A decision told to twenty thousand by real SMTP, while the program that tells them is killed again and again.

use super::journey::Journey;
use crate::support::{TestApp, both_engines_slowly, process::Program, relay::Relay};
use std::{
    collections::{HashMap, HashSet},
    time::{Duration, Instant},
};
use torget::domain::ids::ProposalId;

both_engines_slowly!(a_decision_reaches_twenty_thousand_once_through_kills);

const CROWD: u32 = 20_000;
/// The crowd, the author, and the two who signed before.
const EVERYONE: usize = CROWD as usize + 3;
/// Mails that one killed process may have handed over without noting it: what its runners had claimed.
const IN_FLIGHT: usize = 2 * 20;
const LIMIT: Duration = Duration::from_secs(300);

const QUEUED: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM mails WHERE kind = 'decided'";
const UNSENT: &str = "
    SELECT CAST(COUNT(*) AS BIGINT) FROM mails WHERE kind = 'decided' AND ended_at IS NULL";
const SENT: &str = "
    SELECT CAST(COUNT(*) AS BIGINT) FROM mails WHERE kind = 'decided' AND outcome = 'sent'";
const LAPSE_MAILS: &str = "UPDATE mails SET lease_until = 0 WHERE lease_until IS NOT NULL";
const LAPSE_JOBS: &str = "UPDATE jobs SET lease_until = 0 WHERE lease_until IS NOT NULL";

impl TestApp {
    async fn number_of(&self, sql: &'static str) -> usize {
        let mut tx = self.env.db.begin_read().await.expect("a read");
        let (count,): (i64,) = tx.query(sql).one().await.expect("a count");
        usize::try_from(count).expect("a count")
    }

    /// As if the leases of a killed process had run out, which takes five minutes.
    async fn lapse_leases(&self) {
        let mut tx = self.env.db.begin().await.expect("the database answers");
        tx.query(LAPSE_MAILS).execute().await.expect("an update");
        tx.query(LAPSE_JOBS).execute().await.expect("an update");
        tx.commit().await.expect("a commit");
    }

    /// Twenty thousand people: a quarter follows, a quarter signed and follows, half signed.
    async fn gather_crowd(&self, proposal: ProposalId) {
        let mut people = Vec::new();
        for chunk in 0..CROWD / 1_000 {
            let numbers = 1_000 + chunk * 1_000..2_000 + chunk * 1_000;
            people.extend(self.many_people(numbers).await);
        }
        let (mut followers, mut signers) = (Vec::new(), Vec::new());
        for (n, person) in people.into_iter().enumerate() {
            if n % 4 <= 1 {
                followers.push(person);
            }
            if n % 4 >= 1 {
                signers.push(person);
            }
        }
        self.let_sign(proposal, &signers).await;
        self.let_follow(proposal, &followers).await;
    }
}

async fn a_decision_reaches_twenty_thousand_once_through_kills(app: TestApp) {
    let app = app.beside_a_program();
    app.pass_days(-92);
    let journey = Journey::begin(app).await;
    let app = &journey.app;
    let number = journey.to_body().await;
    app.pass_days(1);
    journey
        .handle(number, "diarienummer", &[("dnr", "0993/27")])
        .await;
    journey.plan_meeting(number).await;
    app.run_jobs().await;
    let proposal = app.proposal(number).await.id;
    app.gather_crowd(proposal).await;
    journey.decide(number, "carry_out").await;

    let relay = Relay::open().await;
    let begun = Instant::now();
    send_through_kills(app, &app.program_with_relay(relay.port), &relay).await;
    println!("{EVERYONE} mails in {:?}", begun.elapsed());

    let mut ids: HashMap<String, HashSet<String>> = HashMap::new();
    let taken = relay.taken();
    for mail in &taken {
        ids.entry(mail.to.clone())
            .or_default()
            .insert(mail.message_id.clone());
    }
    assert_eq!(ids.len(), EVERYONE, "everyone is told");
    assert!(
        ids.values().all(|ids| ids.len() == 1),
        "a repeat is known as one"
    );
    let different: HashSet<_> = ids.values().flatten().collect();
    assert_eq!(different.len(), EVERYONE, "a mail of one's own");
    let repeats = taken.len() - EVERYONE;
    assert!(
        repeats <= 2 * IN_FLIGHT,
        "{repeats} repeats after two kills"
    );
    assert_eq!(app.number_of(SENT).await, EVERYONE);
}

/// Killed while the outbox fills, killed while it empties, told to stop once, then left alone to the end.
async fn send_through_kills(app: &TestApp, program: &Program, relay: &Relay) {
    let first = program.work();
    until("3 000 are queued", || async {
        app.number_of(QUEUED).await >= 3_000
    })
    .await;
    first.kill();
    let queued = app.number_of(QUEUED).await;
    assert!(queued < EVERYONE, "killed too late: {queued} were queued");
    app.lapse_leases().await;

    let second = program.work();
    until("5 000 are taken", || async { relay.count() >= 5_000 }).await;
    second.kill();
    let unsent = app.number_of(UNSENT).await;
    assert!(unsent > 5_000, "killed too late: {unsent} were left");
    app.lapse_leases().await;

    let third = program.work();
    until("10 000 are taken", || async { relay.count() >= 10_000 }).await;
    third.end().await;
    assert!(app.number_of(UNSENT).await > 0, "ended too late");

    let fourth = program.work();
    until("all are sent", || async {
        app.number_of(UNSENT).await == 0
    })
    .await;
    fourth.end().await;
}

async fn until<F: Future<Output = bool>>(what: &str, mut holds: impl FnMut() -> F) {
    let begun = Instant::now();
    while !holds().await {
        assert!(begun.elapsed() < LIMIT, "it never came to this: {what}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
