//! Everything an act may need, and the only place that asks the machine for time or randomness.

use super::{rules::RulesInForce, signatures::writer::Writer};
use crate::{
    domain::{ids::FormId, keys::Keys, time::Timestamp},
    outside::{e_legitimation::Providers, mailer::Post},
    store::db::Db,
};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use uuid::Uuid;

/// What every act gets: database, clock, ids, keys and the city's rules.
#[derive(Clone)]
pub struct Env {
    /// The database.
    pub db: Db,
    /// The only source of time.
    pub clock: Clock,
    /// The only source of ids and randomness.
    pub ids: Ids,
    /// Keys derived from the one secret.
    pub keys: Arc<Keys>,
    /// The rules in force now; running proposals keep those they started under.
    pub rules: RulesInForce,
    /// Puts signatures together into few transactions; `Writer::default()` where an `Env` is made.
    pub signing: Writer,
    /// Where mail goes.
    pub post: Post,
    /// The e-legitimations people may choose from.
    pub eid: Providers,
    /// Production refuses the official test numbers; everything else accepts only those.
    pub is_production: bool,
}

impl Env {
    /// The time now.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

/// The system's time, moved by an offset in the demo, or standing still in tests.
#[derive(Debug, Clone)]
pub struct Clock(Arc<Reading>);

#[derive(Debug)]
enum Reading {
    System { offset: AtomicI64 },
    Still { at: AtomicI64 },
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Clock(Arc::new(Reading::System {
            offset: AtomicI64::new(0),
        }))
    }

    /// A clock that stands still until it is moved.
    pub fn still(at: Timestamp) -> Self {
        Clock(Arc::new(Reading::Still {
            at: AtomicI64::new(at.micros()),
        }))
    }

    /// The time now.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the machine's clock"
    )]
    pub fn now(&self) -> Timestamp {
        match &*self.0 {
            Reading::System { offset } => {
                let system = jiff::Timestamp::now().as_microsecond();
                Timestamp::from_micros(system + offset.load(Ordering::Relaxed))
            }
            Reading::Still { at } => Timestamp::from_micros(at.load(Ordering::Relaxed)),
        }
    }

    /// Whether it stands until it is moved.
    pub fn stands_still(&self) -> bool {
        matches!(&*self.0, Reading::Still { .. })
    }

    /// Moves the clock by so many seconds: the demo's day 91, a test's two weeks.
    pub fn shift(&self, seconds: i64) {
        let micros = seconds * 1_000_000;
        match &*self.0 {
            Reading::System { offset } => offset.fetch_add(micros, Ordering::Relaxed),
            Reading::Still { at } => at.fetch_add(micros, Ordering::Relaxed),
        };
    }

    /// How many seconds the clock has been moved from the machine's; 0 for a still clock.
    pub fn offset_seconds(&self) -> i64 {
        match &*self.0 {
            Reading::System { offset } => offset.load(Ordering::Relaxed) / 1_000_000,
            Reading::Still { .. } => 0,
        }
    }
}

/// Ids (UUIDv7, so that keys grow with time) and random bytes from the operating system.
#[derive(Debug, Clone)]
pub struct Ids(Clock);

impl Ids {
    /// Ids whose time part follows this clock.
    pub fn new(clock: Clock) -> Self {
        Ids(clock)
    }

    /// A new id; wrap it in its type: `ProposalId(ids.uuid())`.
    pub fn uuid(&self) -> Uuid {
        let millis = u64::try_from(self.0.now().micros() / 1_000).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }

    /// The hidden id of a form that is about to be shown.
    pub fn form(&self) -> FormId {
        FormId(self.uuid())
    }

    /// Random bytes fit for tokens, salts and nonces.
    ///
    /// # Panics
    /// When the operating system has no randomness: nothing safe can be done then.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        getrandom::fill(&mut bytes).expect("the operating system gives randomness");
        bytes
    }
}
