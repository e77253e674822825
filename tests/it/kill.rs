//! Killed in the middle: what was acknowledged is there, nothing is doubled, counts equal rows.

use crate::support::{TestApp, both_engines, both_engines_slowly, process::Running};
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
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
both_engines!(two_processes_count_a_press_once);
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
    let server = program.start().await;
    check(&app, &proposals, &told).await;
    server.kill();
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

async fn press_until_killed(server: Running, presses: Vec<Press>, after: usize, told: &mut Told) {
    let answered = Arc::new(AtomicUsize::new(0));
    let shared = Arc::new(Mutex::new(std::mem::take(told)));
    // One person's presses stay in one client, so that she waits for each answer.
    let mut clients: Vec<Vec<Press>> = vec![Vec::new(); CLIENTS];
    let mut place: HashMap<PersonId, usize> = HashMap::new();
    for press in presses {
        let next = place.len() % CLIENTS;
        clients[*place.entry(press.person).or_insert(next)].push(press);
    }
    let tasks: Vec<_> = clients
        .into_iter()
        .map(|presses| {
            let (address, told) = (server.address.clone(), Arc::clone(&shared));
            tokio::spawn(press_all(address, presses, told, Arc::clone(&answered)))
        })
        .collect();
    while answered.load(Ordering::Relaxed) < after && !tasks.iter().all(|task| task.is_finished()) {
        tokio::time::sleep(Duration::from_micros(200)).await;
    }
    server.kill();
    for task in tasks {
        task.await.expect("no panic");
    }
    assert!(
        answered.load(Ordering::Relaxed) >= after,
        "the round ended before the kill"
    );
    *told = std::mem::take(&mut *shared.lock().expect("no panic"));
}

async fn press_all(
    address: String,
    presses: Vec<Press>,
    told: Arc<Mutex<Told>>,
    answered: Arc<AtomicUsize>,
) {
    let Ok(mut connection) = Connection::open(&address).await else {
        return;
    };
    for (n, one) in presses.into_iter().enumerate() {
        let page = if one.to_sign {
            "skriv-under"
        } else {
            "ta-tillbaka"
        };
        let path = format!("/sv/forslag/{}/{page}", one.number);
        let request = press(&path, &format!("203.0.113.{}", n % 250), &one.session);
        let key = (one.person, one.number);
        told.lock().expect("no panic").remove(&key);
        let Ok(answer) = connection.send(&request).await else {
            return;
        };
        assert_eq!(answer.status, 303, "{}", answer.head);
        told.lock().expect("no panic").insert(key, one.to_sign);
        answered.fetch_add(1, Ordering::Relaxed);
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
        let counts = app.counts(*id).await;
        assert_eq!(counts.own, counts.rows, "{number}: {counts:?}");
        assert_eq!(counts.total, counts.rows + 195, "{number}: {counts:?}");
        assert_eq!(counts.tallied, counts.rows, "{number}: {counts:?}");
        let is_marked = app.reached_at(*id).await.is_some();
        assert_eq!(is_marked, counts.total >= 200, "{number}: {counts:?}");
    }
    let recounted = signatures::recount_all(&app.env, Actor::Operator).await;
    assert_eq!(recounted.expect("a recount").drifts, []);
}

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
