//! The database goes away in the middle of everything and comes back: people are told so, nothing is half done.

use super::support::{Engine, TestApp, app, process::Program};
use std::{
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tempfile::TempDir;
use torget::{
    cli::bench::connection::{Answer, Connection, get, press},
    domain::identity::TrustLevel,
    store::{db::Db, migrate},
    usecases::env::Env,
};

const PEOPLE: u32 = 24;
const HOLD: &str = "UPDATE proposal_counts SET own_count = own_count";

/// A PostgreSQL of this test's own, which it may stop.
struct Server {
    folder: TempDir,
    url: String,
}

impl Server {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut server = Server {
            folder,
            url: String::new(),
        };
        server.url = server.script("start").trim().to_owned();
        server
    }

    fn script(&self, act: &str) -> String {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/postgres");
        let mut command = Command::new(script);
        let output = command.arg(act).arg(self.folder.path()).output();
        let output = output.expect("the script runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{act}: {said}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.script("stop");
    }
}

#[test]
fn postgres_that_goes_away_is_told_and_comes_back() {
    app::run(Engine::Postgres, async |app: TestApp| {
        away_and_back(app, Server::start()).await;
    });
}

async fn away_and_back(app: TestApp, database: Server) {
    let app = app.beside_a_program();
    let app = app.with_env_of(Env {
        db: on(&database.url).await,
        ..app.env.clone()
    });
    let id = app.open_proposal(1).await;
    let sessions = sessions(&app).await;
    let mut server = Program::on(&database.url, 1).start().await;
    let page = get("/sv/forslag/1", "203.0.113.1", "");
    assert_eq!(ask(&server.address, &page).await.status, 200);

    // Everyone presses, again and again, while it goes away.
    let stop = Arc::new(AtomicBool::new(false));
    let pressing: Vec<_> = sessions
        .iter()
        .map(|session| {
            let (address, session) = (server.address.clone(), session.clone());
            tokio::spawn(press_until(address, session, Arc::clone(&stop)))
        })
        .collect();
    database.script("pause");
    assert_it_is_told(&server.address, &sessions[0]).await;
    database.script("resume");
    let begun = Instant::now();
    let ready = get("/health/ready", "203.0.113.1", "");
    while ask(&server.address, &ready).await.status != 200 {
        assert!(
            begun.elapsed() < Duration::from_secs(120),
            "it never came back"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    // The connections from before know by now that they are dead.
    app.env.db.close().await;
    let app = app.with_env_of(Env {
        db: on(&database.url).await,
        ..app.env.clone()
    });
    stop.store(true, Ordering::Relaxed);
    for pressed in pressing {
        let wrong = pressed.await.expect("it ends");
        assert_eq!(wrong, None, "{}", server.log());
    }
    for session in &sessions {
        let press = press("/sv/forslag/1/skriv-under", "203.0.113.2", session);
        assert_eq!(ask(&server.address, &press).await.status, 303);
    }
    let counts = app.counts(id).await;
    let all = i64::from(PEOPLE);
    assert_eq!((counts.own, counts.rows, counts.tallied), (all, all, all));
    server.stop();
    assert!(!server.log().contains("panicked"), "{}", server.log());
    app.env.db.close().await;
}

async fn on(url: &str) -> Db {
    let db = Db::open(url).await.expect("it opens");
    migrate::run(&db).await.expect("the schema");
    db
}

async fn sessions(app: &TestApp) -> Vec<String> {
    let mut sessions = Vec::new();
    for n in 0..PEOPLE {
        let person = app.person(n).await;
        let browser = app.signed_in(person, TrustLevel::Email).await;
        let session = browser.cookie("__Host-session").expect("a session");
        sessions.push(session.to_owned());
    }
    sessions
}

async fn ask(address: &str, request: &[u8]) -> Answer {
    let mut connection = Connection::open(address).await.expect("it listens");
    connection.send(request).await.expect("an answer")
}

/// Signs and takes back until it is told to stop, or until an answer is neither yes, nor away, nor too many: that answer.
async fn press_until(address: String, session: String, stop: Arc<AtomicBool>) -> Option<String> {
    let mut connection = Connection::open(&address).await.expect("it listens");
    while !stop.load(Ordering::Relaxed) {
        for page in ["skriv-under", "ta-tillbaka"] {
            let path = format!("/sv/forslag/1/{page}");
            let request = press(&path, &from(&session), &session);
            let answer = connection.send(&request).await.expect("an answer");
            if ![303, 503, 429].contains(&answer.status) {
                return Some(answer.head);
            }
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    None
}

/// A network of one's own.
fn from(session: &str) -> String {
    let byte = |at: usize| u8::from_str_radix(&session[at..at + 2], 16).expect("digits");
    format!("10.{}.{}.{}", byte(0), byte(2), byte(4))
}

async fn assert_it_is_told(address: &str, session: &str) {
    let more = format!("Cookie: __Host-session={session}\r\n");
    for (path, words) in [
        ("/sv/mina-sidor", "Vi når inte databasen just nu"),
        ("/en/mina-sidor", "Nothing has been saved by halves"),
    ] {
        let answer = ask(address, &get(path, "203.0.113.3", &more)).await;
        assert_eq!(answer.status, 503, "{}", answer.head);
        assert_eq!(answer.header("retry-after"), Some("10"));
        let page = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(page.contains(words), "{page}");
    }
    let pressed = press("/sv/forslag/1/folj", "203.0.113.4", session);
    let answer = ask(address, &pressed).await;
    assert_eq!(
        (answer.status, answer.header("retry-after")),
        (503, Some("10"))
    );
    let ready = ask(address, &get("/health/ready", "203.0.113.5", "")).await;
    assert_eq!(ready.status, 503);
    let live = ask(address, &get("/health/live", "203.0.113.5", "")).await;
    assert_eq!(live.status, 200);
    let read = ask(address, &get("/sv/forslag/1", "203.0.113.5", "")).await;
    assert_eq!(read.status, 200, "what is remembered is still told");
}

/// SQLite has one writer: whoever holds it too long makes others wait, and then be told.
#[test]
fn sqlite_that_is_held_is_told_and_let_go() {
    app::run(Engine::Sqlite, async |app: TestApp| {
        let id = app.open_proposal(1).await;
        let person = app.person(1).await;
        let mut browser = app.signed_in(person, TrustLevel::Email).await;
        let other = Db::open(&app.database_url).await.expect("it opens");
        let mut held = other.begin().await.expect("nobody else writes");
        held.query(HOLD).execute().await.expect("a write");
        let page = browser.post_once("/sv/forslag/1/skriv-under", &[]).await;
        let page = page.assert_status(503).assert_says("Vi når inte databasen");
        assert_eq!(page.header("retry-after"), Some("10"));
        assert_eq!(app.counts(id).await.rows, 0);
        drop(held);
        other.close().await;
        let page = browser.post_once("/sv/forslag/1/skriv-under", &[]).await;
        page.assert_status(303);
        let counts = app.counts(id).await;
        assert_eq!((counts.own, counts.rows, counts.tallied), (1, 1, 1));
    });
}
