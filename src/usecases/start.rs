//! What must hold before a process may touch the data: this release's schema, and the keys the data were written with.

use super::{
    env::{Clock, Env, Ids},
    rules::RulesInForce,
    signatures::writer::Writer,
};
use crate::{
    domain::{ids::JobId, keys::Keys},
    outside::{e_legitimation::Providers, mailer::Post},
    store::{
        db::{Db, StoreError},
        migrate,
        queue::{self, Job},
        settings,
    },
};
use std::sync::Arc;

/// Where the demo remembers how far its clock has been moved, in seconds.
pub const DEMO_CLOCK: &str = "clock_offset_seconds";

/// Why a process may not start on this database.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Its schema is not this release's.
    #[error(
        "the database is at schema {found}, this release needs {wanted}: run `torget migrate`, or a release that fits"
    )]
    Schema {
        /// The newest migration it has been through.
        found: i64,
        /// The newest of this release.
        wanted: i64,
    },
    /// It was written with other keys.
    #[error(
        "the database was written with secret {written}, not with {given}: with another secret nobody could sign in and \
         nothing sealed could be opened. Set the secret it was made with, or list it under secret.previous"
    )]
    Secret {
        /// The fingerprint in the database.
        written: String,
        /// The fingerprint of the secret given.
        given: String,
    },
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Everything acts need, on a database that fits this release and this secret. The e-legitimations are the caller's.
///
/// # Errors
/// Why the process may not start.
pub async fn open_env(
    db: Db,
    keys: Keys,
    clock: Clock,
    post: Post,
    is_production: bool,
) -> Result<Env, StartError> {
    let mut env = open_new_env(db, Keys::derive(&[]), clock, post, is_production).await?;
    env.keys = Arc::new(fit_keys(&env, keys).await?);
    Ok(env)
}

/// The same on a database that an archive is about to be restored into: the archive knows the secret it needs.
///
/// # Errors
/// [`StartError::Schema`], or what the store refuses.
pub async fn open_new_env(
    db: Db,
    keys: Keys,
    clock: Clock,
    post: Post,
    is_production: bool,
) -> Result<Env, StartError> {
    let wanted = migrate::newest_version();
    let found = migrate::applied_version(&db).await?.unwrap_or(0);
    if found != wanted {
        return Err(StartError::Schema { found, wanted });
    }
    let mut tx = db.begin_read().await?;
    let rules = settings::find_rules(&mut tx, clock.now()).await?;
    drop(tx);
    Ok(Env {
        db,
        ids: Ids::new(clock.clone()),
        clock,
        keys: Arc::new(keys),
        rules: RulesInForce::new(rules.unwrap_or_default()),
        signing: Writer::default(),
        post,
        eid: Providers::default(),
        is_production,
    })
}

/// The keys as this database has them. Every secret it was ever written with must be among them; one that is new becomes
/// the next version, and what older ones closed is closed anew.
async fn fit_keys(env: &Env, keys: Keys) -> Result<Keys, StartError> {
    let mut tx = env.db.begin_read().await?;
    let mut written = settings::list_fingerprints(&mut tx).await?;
    drop(tx);
    refuse_unknown(&keys, &written)?;
    if !written.iter().any(|(_, known)| known == keys.fingerprint()) {
        let mut tx = env.db.begin().await?;
        let next = written.last().map_or(0, |(version, _)| *version) + 1;
        settings::insert_fingerprint(&mut tx, next, keys.fingerprint(), env.now()).await?;
        if !written.is_empty() {
            let id = JobId(env.ids.uuid());
            let key = Some(next.to_string());
            queue::enqueue(&mut tx, id, &Job::Reseal, key, env.now(), env.now()).await?;
        }
        written = settings::list_fingerprints(&mut tx).await?;
        tx.commit().await?;
        refuse_unknown(&keys, &written)?;
    }
    let given = keys.fingerprint().to_owned();
    let number = written.iter().find(|(_, known)| *known == given);
    let (Some((_, first)), Some((number, _))) = (written.first(), number) else {
        // Another process noted other keys in the same moment.
        let written = written
            .last()
            .map_or_else(String::new, |(_, last)| last.clone());
        return Err(StartError::Secret { written, given });
    };
    let written = first.clone();
    keys.for_database(first, *number)
        .ok_or(StartError::Secret { written, given })
}

fn refuse_unknown(keys: &Keys, written: &[(i64, String)]) -> Result<(), StartError> {
    match written.iter().find(|(_, known)| !keys.knows(known)) {
        None => Ok(()),
        Some((_, unknown)) => Err(StartError::Secret {
            written: unknown.clone(),
            given: keys.fingerprint().to_owned(),
        }),
    }
}

/// The demo's clock: the machine's, moved as far as someone moved it before.
///
/// # Errors
/// What the store refuses.
pub async fn demo_clock(db: &Db) -> Result<Clock, StoreError> {
    let clock = Clock::system();
    let mut tx = db.begin_read().await?;
    let moved = settings::find_demo_state(&mut tx, DEMO_CLOCK).await?;
    if let Some(seconds) = moved.and_then(|text| text.parse().ok()) {
        clock.shift(seconds);
    }
    Ok(clock)
}
