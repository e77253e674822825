//! What must hold before a process may touch the data: this release's schema, and the keys the data were written with.

use super::{
    env::{Clock, Env, Ids},
    rules::RulesInForce,
    signatures::writer::Writer,
};
use crate::{
    domain::keys::Keys,
    outside::{e_legitimation::Providers, mailer::Post},
    store::{
        db::{Db, StoreError},
        migrate, settings,
    },
};
use std::sync::Arc;

/// The version of the only keys in use; a rotation adds the next.
const KEY_VERSION: i64 = 1;

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
         nothing sealed could be opened. Set the secret it was made with"
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
    secret: &[u8],
    clock: Clock,
    post: Post,
    is_production: bool,
) -> Result<Env, StartError> {
    let env = open_new_env(db, secret, clock, post, is_production).await?;
    check_secret(&env).await?;
    Ok(env)
}

/// The same on a database that an archive is about to be restored into: the archive knows the secret it needs.
///
/// # Errors
/// [`StartError::Schema`], or what the store refuses.
pub async fn open_new_env(
    db: Db,
    secret: &[u8],
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
        keys: Arc::new(Keys::derive(secret)),
        rules: RulesInForce::new(rules.unwrap_or_default()),
        signing: Writer::default(),
        post,
        eid: Providers::default(),
        is_production,
    })
}

async fn check_secret(env: &Env) -> Result<(), StartError> {
    let (db, keys) = (&env.db, &env.keys);
    let mut tx = db.begin_read().await?;
    let mut written = settings::list_fingerprints(&mut tx).await?;
    drop(tx);
    if written.is_empty() {
        let mut tx = db.begin().await?;
        settings::insert_fingerprint(&mut tx, KEY_VERSION, keys.fingerprint(), env.now()).await?;
        written = settings::list_fingerprints(&mut tx).await?;
        tx.commit().await?;
    }
    match written.last() {
        Some((_, newest)) if newest == keys.fingerprint() => Ok(()),
        newest => Err(StartError::Secret {
            written: newest.map_or_else(String::new, |(_, fingerprint)| fingerprint.clone()),
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
