//! The application under test, put together by the same code as `torget serve`.

use super::{
    Browser,
    database::{Engine, TestDatabase},
};
use axum::Router;
use std::{
    panic,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};
use torget::{
    cli::application::{Application, Parts},
    config::LimitsSection,
    domain::{keys::Keys, settings::Rules, time::Timestamp},
    i18n::Locale,
    jobs::runner::{self, Turn},
    outside::e_legitimation::Providers,
    outside::mailer::{Outgoing, Post, PostBox},
    store::db::Db,
    usecases::{
        env::{Clock, Env, Ids},
        rules::RulesInForce,
        signatures::writer::Writer,
    },
    web::state::Site,
};

/// The moment every test begins at: 10:00 in Göteborg on 21 November 2026.
pub const BEGIN: &str = "2026-11-21T09:00:00Z";

/// A running application with a clock that stands still until it is moved.
pub struct TestApp {
    /// Database, clock, ids, keys, rules: hand it to acts.
    pub env: Env,
    /// What was put together.
    pub application: Application,
    /// Where it runs.
    pub engine: Engine,
    /// Its database's address, for a second instance or process.
    pub database_url: String,
    router: Router,
    browsers: Arc<AtomicU32>,
    presses_twice: bool,
}

/// Runs a test on a fresh database and removes the database afterwards, also when the test failed.
pub fn run<F, T>(engine: Engine, test: T)
where
    F: Future<Output = ()> + Send + 'static,
    T: FnOnce(TestApp) -> F,
{
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let database = TestDatabase::create(engine).await;
        let app = TestApp::on(engine, database.url(), database.open().await);
        let db = app.env.db.clone();
        let outcome = tokio::spawn(test(app)).await;
        db.close().await;
        database.remove().await;
        if let Err(failed) = outcome {
            panic::resume_unwind(failed.into_panic());
        }
    });
}

impl TestApp {
    fn on(engine: Engine, database_url: String, db: Db) -> Self {
        let clock = Clock::still(Timestamp::parse(BEGIN).expect("an instant"));
        let env = Env {
            db,
            ids: Ids::new(clock.clone()),
            clock,
            keys: Arc::new(Keys::derive(&[7; 32])),
            rules: RulesInForce::new(Rules::default()),
            signing: Writer::default(),
            post: Post::Box(PostBox::default()),
            eid: Providers::default(),
            is_production: false,
        };
        Self::with_env(engine, database_url, env)
    }

    fn with_env(engine: Engine, database_url: String, env: Env) -> Self {
        Self::with(engine, database_url, env, LimitsSection::default())
    }

    fn with(engine: Engine, database_url: String, env: Env, limits: LimitsSection) -> Self {
        let site = Site {
            base_url: "https://torget.example".to_owned(),
            is_demo: false,
            secure_cookies: true,
            trusted_proxies: 1,
            default_locale: Locale::Sv,
        };
        let application = Application::new(Parts {
            env: env.clone(),
            site,
            limits,
            demo_idp: None,
        });
        TestApp {
            env,
            router: application.router(),
            application,
            engine,
            database_url,
            browsers: Arc::default(),
            presses_twice: false,
        }
    }

    /// A second instance on the same database, with the same clock and keys but its own connections.
    pub async fn another_instance(&self) -> Self {
        let db = Db::open(&self.database_url)
            .await
            .expect("the database opens");
        let env = Env {
            db,
            signing: Writer::default(),
            ..self.env.clone()
        };
        Self::with_env(self.engine, self.database_url.clone(), env)
    }

    /// The same application with other rules in force.
    pub fn with_rules(&self, rules: Rules) -> Self {
        let env = Env {
            rules: RulesInForce::new(rules),
            ..self.env.clone()
        };
        Self::with_env(self.engine, self.database_url.clone(), env)
    }

    /// The same application with something else to act with.
    pub fn with_env_of(&self, env: Env) -> Self {
        Self::with_env(self.engine, self.database_url.clone(), env)
    }

    /// Another application on the same database.
    pub fn with_application(&self, application: Application) -> Self {
        TestApp {
            env: application.state.env.clone(),
            router: application.router(),
            application,
            engine: self.engine,
            database_url: self.database_url.clone(),
            browsers: self.browsers.clone(),
            presses_twice: self.presses_twice,
        }
    }

    /// The same application with other limits.
    pub fn with_limits(&self, limits: LimitsSection) -> Self {
        let (url, env) = (self.database_url.clone(), self.env.clone());
        Self::with(self.engine, url, env, limits)
    }

    /// The same application, used by people who press every button twice.
    pub fn pressing_twice(mut self) -> Self {
        self.presses_twice = true;
        self
    }

    /// Someone's browser, with its own cookies and network address, reading Swedish.
    pub fn browser(&self) -> Browser {
        let number = self.browsers.fetch_add(1, Ordering::Relaxed);
        Browser::new(self.router.clone(), number).pressing_twice(self.presses_twice)
    }

    /// The mails sent so far, newest first.
    pub fn post(&self) -> Vec<Outgoing> {
        let post_box = self.env.post.post_box();
        post_box.expect("tests keep their mail").newest()
    }

    /// The code in the newest mail, after the jobs have run.
    pub async fn newest_code(&self) -> String {
        self.run_jobs().await;
        let mail = self.post().into_iter().next().expect("a mail");
        let digits = |line: &str| -> String { line.chars().filter(char::is_ascii_digit).collect() };
        let mut codes = mail.text.lines().map(digits);
        codes.find(|digits| digits.len() == 8).expect("a code")
    }

    /// Moves the clock.
    pub fn pass_days(&self, days: i64) {
        self.env.clock.shift(days * 24 * 3600);
    }

    /// Moves the clock.
    pub fn pass_seconds(&self, seconds: i64) {
        self.env.clock.shift(seconds);
    }

    /// Does what is due, and what that leads to, until nothing is due; fails when a job was given back or given up.
    pub async fn run_jobs(&self) {
        let owner = self.env.ids.uuid();
        for _ in 0..10_000 {
            match runner::turn(&self.application.jobs, owner)
                .await
                .expect("the queue answers")
            {
                Turn::Worked => {}
                Turn::Idle => return self.assert_no_failed_jobs().await,
            }
        }
        panic!("the jobs do not come to an end");
    }

    async fn assert_no_failed_jobs(&self) {
        const FAILED: &str = "SELECT kind, last_error FROM jobs WHERE last_error IS NOT NULL AND done_at IS NULL ORDER BY id";
        let mut tx = self
            .env
            .db
            .begin_read()
            .await
            .expect("the database answers");
        let failed: Vec<(String, String)> = tx.query(FAILED).all().await.expect("rows");
        assert_eq!(failed, [], "jobs failed");
    }
}
