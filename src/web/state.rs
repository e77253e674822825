//! What every handler shares.

use super::{
    cache::PageCache,
    demo_idp::DemoIdp,
    extract::{session_cache::SessionCache, session_reader::SessionReader},
    live::Live,
    middleware::{limits::Limits, observe::Tally},
};
use crate::{config::LimitsSection, i18n::Locale, usecases::env::Env};
use std::{ops::Deref, sync::Arc};

/// The running application, shared by all requests.
#[derive(Clone)]
pub struct AppState(Arc<Shared>);

struct Shared {
    app: App,
    sessions: SessionCache,
    session_reader: SessionReader,
    live: Live,
    pages: PageCache,
    limits: Limits,
    tally: Tally,
}

/// What [`AppState`] holds.
pub struct App {
    /// Database, clock, ids, keys, rules.
    pub env: Env,
    /// What the operator chose about the site.
    pub site: Site,
    /// How much one network and everyone together may ask.
    pub limits: LimitsSection,
    /// The demo's test e-legitimation, which nothing but a demo can have.
    pub demo_idp: Option<DemoIdp>,
}

/// What the operator chose about the site.
#[derive(Debug, Clone)]
pub struct Site {
    /// The public address without a slash at the end, for mails and feeds: `https://torget.example`.
    pub base_url: String,
    /// Whether this is the demo.
    pub is_demo: bool,
    /// Whether cookies are `Secure` and `__Host-`: always, but for the demo on http.
    pub secure_cookies: bool,
    /// How many proxies stand before us and may name the client in `X-Forwarded-For`.
    pub trusted_proxies: usize,
    /// The language of those who ask for none.
    pub default_locale: Locale,
}

impl AppState {
    /// Shares the application.
    pub fn new(app: App) -> Self {
        AppState(Arc::new(Shared {
            limits: Limits::new(&app.limits, app.site.trusted_proxies),
            app,
            sessions: SessionCache::default(),
            session_reader: SessionReader::default(),
            live: Live::default(),
            pages: PageCache::default(),
            tally: Tally::default(),
        }))
    }

    /// The sessions this process saw in the last seconds.
    pub fn sessions(&self) -> &SessionCache {
        &self.0.sessions
    }

    /// Reads the others, those who ask together in one statement.
    pub fn session_reader(&self) -> &SessionReader {
        &self.0.session_reader
    }

    /// What this process remembers of the database.
    pub fn live(&self) -> &Live {
        &self.0.live
    }

    /// Public pages, rendered and compressed.
    pub fn pages(&self) -> &PageCache {
        &self.0.pages
    }

    /// The counters of requests.
    pub fn tally(&self) -> &Tally {
        &self.0.tally
    }

    /// What is counted and let through.
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }
}

impl Deref for AppState {
    type Target = App;
    fn deref(&self) -> &App {
        &self.0.app
    }
}
