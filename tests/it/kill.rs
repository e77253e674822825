//! Killed in the middle: what was acknowledged is there, nothing is doubled, counts equal rows.

use crate::support::{TestApp, both_engines, both_engines_slowly, process::Running};
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};
use torget::{
    cli::bench::connection::{Connection, press},
    domain::{
        identity::TrustLevel,
        ids::{PersonId, ProposalId},
    },
    usecases::{audit::Actor, signatures},
};

both_engines!(three_kills_lose_and_double_nothing);
both_engines_slowly!(a_hundred_kills_lose_and_double_nothing);

async fn three_kills_lose_and_double_nothing(app: TestApp) {
    kill_in_the_middle(app, 3).await;
}

async fn a_hundred_kills_lose_and_double_nothing(app: TestApp) {
    kill_in_the_middle(app, 100).await;
}

const PROPOSALS: i64 = 4;
const PEOPLE: u32 = 40;
const CLIENTS: usize = 16;

/// What the server has told someone last about her signature; absent when the last press was not answered.
type Told = HashMap<(PersonId, i64), bool>;

/// A press: whose, on what, to sign or to take back.
#[derive(Clone)]
struct Press {
    person: PersonId,
    session: String,
    number: i64,
    to_sign: bool,
}

async fn kill_in_the_middle(app: TestApp, rounds: usize) {
    let app = app.beside_a_program();
    let program = app.program();
    let mut proposals = Vec::new();
    for number in 1..=PROPOSALS {
        proposals.push((number, app.open_proposal_with(number, 195).await));
    }
    let mut told = Told::new();
    for round in 0..rounds {
        let server = program.start().await;
        check(&app, &proposals, &told).await;
        let presses = presses_of_round(&app, round).await;
        // Somewhere in the round, another place each time.
        let after = 20 + (round * 37) % (presses.len() * 3 / 4);
        press_until_killed(server, presses, after, &mut told).await;
    }
    let _server = program.start().await;
    check(&app, &proposals, &told).await;
}

/// New people each round sign everything; every third then takes back, and signs again.
async fn presses_of_round(app: &TestApp, round: usize) -> Vec<Press> {
    let mut presses = Vec::new();
    for n in 0..PEOPLE {
        let person = app.person(round as u32 * PEOPLE + n).await;
        let browser = app.signed_in(person, TrustLevel::Email).await;
        let session = browser
            .cookie("__Host-session")
            .expect("a session")
            .to_owned();
        for number in 1..=PROPOSALS {
            let press = |to_sign| Press {
                person,
                session: session.clone(),
                number,
                to_sign,
            };
            presses.push(press(true));
            if n % 3 == 0 {
                presses.extend([press(false), press(true)]);
            }
        }
    }
    presses
}

/// What the clients of one round share.
struct Round {
    server: Mutex<Running>,
    address: String,
    told: Mutex<Told>,
    answered: AtomicUsize,
    after: usize,
}

async fn press_until_killed(server: Running, presses: Vec<Press>, after: usize, told: &mut Told) {
    let round = Arc::new(Round {
        address: server.address.clone(),
        server: Mutex::new(server),
        told: Mutex::new(std::mem::take(told)),
        answered: AtomicUsize::new(0),
        after,
    });
    // One person's presses stay in one client, so that she waits for each answer.
    let mut clients: Vec<Vec<Press>> = vec![Vec::new(); CLIENTS];
    let mut place: HashMap<PersonId, usize> = HashMap::new();
    for press in presses {
        let next = place.len() % CLIENTS;
        clients[*place.entry(press.person).or_insert(next)].push(press);
    }
    let tasks: Vec<_> = clients
        .into_iter()
        .enumerate()
        .map(|(client, presses)| tokio::spawn(press_all(Arc::clone(&round), client, presses)))
        .collect();
    for task in tasks {
        task.await.expect("no panic");
    }
    let answered = round.answered.load(Ordering::Relaxed);
    assert!(answered >= after, "{answered} of {after} were answered");
    *told = std::mem::take(&mut *round.told.lock().expect("no panic"));
}

/// Presses until the program is gone. Whoever gets the answer that the round waits for kills it there and then, while the
/// others wait for theirs: no clock decides how far they have come.
async fn press_all(round: Arc<Round>, client: usize, presses: Vec<Press>) {
    let Ok(mut connection) = Connection::open(&round.address).await else {
        return;
    };
    for (n, one) in presses.into_iter().enumerate() {
        let key = (one.person, one.number);
        let request = one.request(&format!("203.0.{client}.{n}"));
        round.told.lock().expect("no panic").remove(&key);
        // A machine that is too busy answers 503, and she presses again.
        let answer = loop {
            match connection.send(&request).await {
                Ok(answer) if answer.status == 503 => {}
                Ok(answer) => break answer,
                Err(_) => return,
            }
        };
        assert_eq!(answer.status, 303, "{}", answer.head);
        let to = answer.header("location").unwrap_or_default();
        assert!(to.starts_with("/sv/forslag/"), "{}", answer.head);
        round
            .told
            .lock()
            .expect("no panic")
            .insert(key, one.to_sign);
        if round.answered.fetch_add(1, Ordering::Relaxed) + 1 == round.after {
            round.server.lock().expect("no panic").stop();
        }
    }
}

impl Press {
    fn request(&self, from: &str) -> Vec<u8> {
        let page = if self.to_sign {
            "skriv-under"
        } else {
            "ta-tillbaka"
        };
        let path = format!("/sv/forslag/{}/{page}", self.number);
        press(&path, from, &self.session)
    }
}

/// Every acknowledged press holds, and every number agrees with the rows.
async fn check(app: &TestApp, proposals: &[(i64, ProposalId)], told: &Told) {
    let ids: HashMap<i64, ProposalId> = proposals.iter().copied().collect();
    let mut tx = app.env.db.begin_read().await.expect("a read");
    for ((person, number), expected) in told {
        let has = signatures::has_signed(&mut tx, &app.env, *person, ids[number]).await;
        assert_eq!(has.expect("a read"), *expected, "{person} on {number}");
    }
    drop(tx);
    for (number, id) in proposals {
        let (counts, reached_at) = app.counts_and_mark(*id).await;
        assert_eq!(counts.own, counts.rows, "{number}: {counts:?}");
        assert_eq!(counts.total, counts.rows + 195, "{number}: {counts:?}");
        assert_eq!(counts.tallied, counts.rows, "{number}: {counts:?}");
        assert_eq!(
            reached_at.is_some(),
            counts.total >= 200,
            "{number}: {counts:?}"
        );
    }
    let recounted = signatures::recount_all(&app.env, Actor::Operator).await;
    assert_eq!(recounted.expect("a recount").drifts, []);
}
