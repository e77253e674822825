//! Puts the parts together: the one place where `serve`, `demo`, `work` and the tests make what runs.
//!
//! A new outside service or writer is a field of [`Parts`], handed on here to [`App`] and [`JobContext`].

use crate::{
    config::LimitsSection,
    jobs::JobContext,
    usecases::env::Env,
    web::{
        demo_idp::DemoIdp,
        router,
        state::{App, AppState, Site},
    },
};
use axum::Router;

/// What differs between production, the demo and a test.
pub struct Parts {
    /// Database, clock, ids, keys, rules.
    pub env: Env,
    /// What the operator chose about the site.
    pub site: Site,
    /// How much one network and everyone together may ask.
    pub limits: LimitsSection,
    /// The demo's test e-legitimation, which nothing but a demo can have.
    pub demo_idp: Option<DemoIdp>,
}

/// A put-together application.
#[derive(Clone)]
pub struct Application {
    /// What handlers share.
    pub state: AppState,
    /// What jobs share.
    pub jobs: JobContext,
}

impl Application {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        let Parts {
            env,
            site,
            limits,
            demo_idp,
        } = parts;
        let jobs = JobContext {
            env: env.clone(),
            mailer: env.post.mailer(),
            base_url: site.base_url.clone(),
        };
        Application {
            jobs,
            state: AppState::new(App {
                env,
                site,
                limits,
                demo_idp,
            }),
        }
    }

    /// The whole site, ready to be served.
    pub fn router(&self) -> Router {
        router::site(self.state.clone())
    }
}
