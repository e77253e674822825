//! Sessions seen in the last seconds, so that a press on *Skriv under* asks the database for its signature only.
//!
//! Ended here, a session is gone at once; ended through another instance, within [`KEPT`]. Its own limits are checked on
//! every use, and staff pages never use what is kept here.

use super::visitor::Session;
use crate::domain::ids::PersonId;
use moka::sync::Cache;
use std::time::Duration;

/// The longest a session that was ended through another instance still works here.
pub const KEPT: Duration = Duration::from_secs(5);
/// Enough for the busiest five seconds; about 1 kB each.
const MOST: u64 = 20_000;

/// Sessions by the hash of their token.
pub struct SessionCache(Cache<Vec<u8>, Session>);

impl Default for SessionCache {
    fn default() -> Self {
        let cache = Cache::builder()
            .max_capacity(MOST)
            .time_to_live(KEPT)
            .build();
        SessionCache(cache)
    }
}

impl SessionCache {
    /// The session as it was seen a moment ago.
    pub fn get(&self, token_hash: &[u8]) -> Option<Session> {
        self.0.get(token_hash)
    }

    /// Keeps a session that was just read.
    pub fn keep(&self, session: &Session) {
        self.0.insert(session.token_hash.clone(), session.clone());
    }

    /// Forgets one session: it ended.
    pub fn forget(&self, token_hash: &[u8]) {
        self.0.invalidate(token_hash);
    }

    /// Forgets all of a person's sessions: they ended, or what she told has changed.
    pub fn forget_person(&self, person: PersonId) {
        let hashes: Vec<_> = self
            .0
            .iter()
            .filter(|(_, session)| session.person == person)
            .map(|(hash, _)| hash)
            .collect();
        for hash in hashes {
            self.0.invalidate(hash.as_ref());
        }
    }
}
