//! What this process remembers of the database: the catalogue of public proposals, bodies and areas, and how often each
//! page's content has changed; and the rules in force. Brought up to date by whoever reads first after a second has
//! passed, and by the process itself every second, so that acts too go by the rules in force.

use crate::{
    domain::{
        catalogue::Catalogue,
        ids::ProposalNumber,
        time::{Day, Timestamp},
    },
    store::{
        areas::{self, Area},
        bodies::{self, Body},
        db::{Result, Tx},
        page_versions::{self, PageKey},
        search,
    },
    usecases::{env::Env, rules},
};
use std::{
    collections::HashMap,
    sync::{
        Arc, RwLock, RwLockReadGuard,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};
use tokio::sync::Mutex;

/// How long what is remembered may be old, in microseconds.
const LOOK_EVERY: i64 = 1_000_000;

/// A version may be written this long before it is committed and seen (microseconds): later than this, a page would stay
/// stale until the next change or midnight.
const LATE_COMMIT: i64 = 15_000_000;

/// What is remembered.
#[derive(Default)]
pub struct Live {
    looked_at: AtomicI64,
    looking: Mutex<Looking>,
    catalogue: RwLock<Catalogue>,
    directory: RwLock<Arc<Directory>>,
    /// Grows with every change of anything.
    anything: AtomicU64,
    /// Grows with every change that may show on any page.
    site: AtomicU64,
    proposals: RwLock<HashMap<ProposalNumber, u64>>,
}

#[derive(Default)]
struct Looking {
    is_loaded: bool,
    newest: i64,
    seen: HashMap<PageKey, i64>,
}

/// Bodies and areas: they change when they are imported.
#[derive(Debug, Default)]
pub struct Directory {
    /// All bodies, in Swedish order.
    pub bodies: Vec<Body>,
    /// All areas, in Swedish order.
    pub areas: Vec<Area>,
}

impl Directory {
    /// The name of the area with this code.
    pub fn area_name(&self, code: &str) -> Option<&str> {
        let found = self.areas.iter().find(|area| area.code == code)?;
        Some(&found.name)
    }

    /// The body with this word in addresses.
    pub fn body(&self, slug: &str) -> Option<&Body> {
        self.bodies.iter().find(|body| body.slug == slug)
    }
}

/// What a page depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depends {
    /// Lists, the start page, statistics: any change.
    OnAnything,
    /// One proposal's page.
    OnProposal(ProposalNumber),
}

/// The state of what a page depends on: with the same version it shows the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Version {
    site: u64,
    own: u64,
    day: Day,
}

impl Live {
    /// Looks for changes, unless someone did within the last second. What is remembered is at most a second old afterwards;
    /// with a clock that stands still (in tests) it is always looked.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn catch_up(&self, env: &Env) -> Result<()> {
        let now = env.now().micros();
        let looked_at = self.looked_at.load(Ordering::Acquire);
        let is_fresh = (0..LOOK_EVERY).contains(&(now - looked_at)) && looked_at != 0;
        if is_fresh && !env.clock.stands_still() {
            return Ok(());
        }
        // Whoever comes while another looks goes on with what is known, but for the very first.
        let mut looking = if looked_at == 0 || env.clock.stands_still() {
            self.looking.lock().await
        } else {
            match self.looking.try_lock() {
                Ok(looking) => looking,
                Err(_) => return Ok(()),
            }
        };
        let mut tx = env.db.begin_read().await?;
        if rules::catch_up(&mut tx, env).await? {
            // They stand on any page, and come into force without any other change.
            self.site.fetch_add(1, Ordering::AcqRel);
            self.anything.fetch_add(1, Ordering::AcqRel);
        }
        self.look(&mut tx, &mut looking).await?;
        self.looked_at.store(now, Ordering::Release);
        Ok(())
    }

    async fn look(&self, tx: &mut Tx, looking: &mut Looking) -> Result<()> {
        if !looking.is_loaded {
            looking.newest = page_versions::newest(tx).await?;
            self.load(tx).await?;
            looking.is_loaded = true;
            return Ok(());
        }
        let since = looking.newest - LATE_COMMIT;
        let mut changed = page_versions::list_changed(tx, since).await?;
        changed.retain(|(key, version)| looking.seen.get(key) != Some(version));
        if changed.is_empty() {
            return Ok(());
        }
        self.take_in(tx, &changed).await?;
        looking.newest = changed
            .iter()
            .map(|(_, version)| *version)
            .fold(looking.newest, i64::max);
        looking.seen.extend(changed);
        let oldest = looking.newest - LATE_COMMIT;
        looking.seen.retain(|_, version| *version > oldest);
        Ok(())
    }

    async fn take_in(&self, tx: &mut Tx, changed: &[(PageKey, i64)]) -> Result<()> {
        let numbers: Vec<ProposalNumber> = changed
            .iter()
            .filter_map(|(key, _)| match key {
                PageKey::Proposal(number) => Some(*number),
                PageKey::Site | PageKey::Everything => None,
            })
            .collect();
        let has = |wanted| changed.iter().any(|(key, _)| *key == wanted);
        if has(PageKey::Everything) {
            self.load(tx).await?;
        } else if !numbers.is_empty() {
            let rows = search::list_changed(tx, &numbers).await?;
            let mut catalogue = write(&self.catalogue);
            for row in rows {
                if !catalogue.refresh(row.facts()) {
                    catalogue.put(row.into_entry());
                }
            }
        }
        let mut versions = write(&self.proposals);
        for number in numbers {
            *versions.entry(number).or_default() += 1;
        }
        drop(versions);
        if has(PageKey::Site) || has(PageKey::Everything) {
            self.site.fetch_add(1, Ordering::AcqRel);
        }
        self.anything.fetch_add(1, Ordering::AcqRel);
        Ok(())
    }

    async fn load(&self, tx: &mut Tx) -> Result<()> {
        let rows = search::list_public(tx).await?;
        let directory = Directory {
            bodies: bodies::list_bodies(tx).await?,
            areas: areas::list_areas(tx).await?,
        };
        let catalogue = Catalogue::of(rows.into_iter().map(search::Searchable::into_entry));
        *write(&self.catalogue) = catalogue;
        *write(&self.directory) = Arc::new(directory);
        Ok(())
    }

    /// All public proposals. Never hold it across an await.
    pub fn catalogue(&self) -> RwLockReadGuard<'_, Catalogue> {
        self.catalogue
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Bodies and areas.
    pub fn directory(&self) -> Arc<Directory> {
        self.directory
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone()
    }

    /// The version of what a page depends on.
    pub fn version(&self, depends: Depends, now: Timestamp) -> Version {
        let own = match depends {
            Depends::OnAnything => self.anything.load(Ordering::Acquire),
            Depends::OnProposal(number) => self
                .proposals
                .read()
                .unwrap_or_else(std::sync::PoisonError::into_inner)
                .get(&number)
                .copied()
                .unwrap_or(0),
        };
        Version {
            site: self.site.load(Ordering::Acquire),
            own,
            day: now.day(),
        }
    }
}

fn write<T>(lock: &RwLock<T>) -> std::sync::RwLockWriteGuard<'_, T> {
    lock.write()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
