//! The demo's test e-legitimation: a small OpenID provider with real signed tokens, whose people are test persons.
//!
//! `torget serve` cannot have it: [`DemoIdp::new`] refuses anything but a demo on this machine, and without one the
//! router has no such addresses. The site reads it through the same client as any provider.

mod pages;
mod protocol;

use super::state::{AppState, Site};
use crate::{
    config::{ClientAuth, EidSection, UserInfo},
    domain::signing_keys::SigningKey,
    usecases::env::Env,
};
use axum::{
    Router,
    routing::{get, post},
};
use moka::sync::Cache;
use protocol::Granted;
use secrecy::SecretString;
use std::{sync::Arc, time::Duration};

/// Its address below the site's.
pub const PATH: &str = "/demo/e-legitimation";
/// The relying party's name at it.
const CLIENT_ID: &str = "torget-demo";
/// A code is exchanged within a minute (RFC 6749 §4.1.2 recommends ten at most).
const CODE_SECONDS: u64 = 60;

/// The provider: keys made at start, its own and the one the site is known by; codes kept in memory for a minute.
#[derive(Clone)]
pub struct DemoIdp(Arc<Inner>);

struct Inner {
    issuer: String,
    redirect_uri: String,
    client_key: SigningKey,
    key: SigningKey,
    codes: Cache<String, Granted>,
    /// Who each access token is about, and the assertions that were used, which are taken once.
    told: Cache<String, Granted>,
    used: Cache<String, ()>,
}

/// Asked for where it must not be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the test e-legitimation exists in `torget demo` on this machine only")]
pub struct NotADemo;

impl DemoIdp {
    /// The provider of a demo.
    ///
    /// # Errors
    /// Unless the site is a demo, outside production, at an address on this machine.
    pub fn new(env: &Env, site: &Site) -> Result<Self, NotADemo> {
        let local = ["http://localhost:", "http://127.0.0.1:"];
        let is_local = local.iter().any(|start| site.base_url.starts_with(start));
        if env.is_production || !site.is_demo || !is_local {
            return Err(NotADemo);
        }
        Ok(DemoIdp(Arc::new(Inner {
            issuer: format!("{}{PATH}", site.base_url),
            redirect_uri: format!("{}{}", site.base_url, super::urls::EID_ANSWER),
            client_key: new_key(env),
            key: new_key(env),
            codes: for_a_minute(),
            told: for_a_minute(),
            used: for_a_minute(),
        })))
    }

    /// How the site reaches it, as a configuration would say; `name` stands on the button.
    pub fn section(&self, name: String) -> EidSection {
        let scopes = ["naturalPersonInfo", "naturalPersonNumber"];
        let key = self.0.client_key.to_pem().unwrap_or_default();
        EidSection {
            code: "test".to_owned(),
            name,
            issuer: self.0.issuer.clone(),
            client_id: CLIENT_ID.to_owned(),
            client_auth: ClientAuth::PrivateKeyJwt,
            client_key: SecretString::from(key),
            userinfo: UserInfo::Signed,
            scopes: scopes
                .map(|scope| format!("https://id.oidc.se/scope/{scope}"))
                .join(" "),
            ..EidSection::default()
        }
    }
}

fn for_a_minute<T: Clone + Send + Sync + 'static>() -> Cache<String, T> {
    Cache::builder()
        .max_capacity(10_000)
        .time_to_live(Duration::from_secs(CODE_SECONDS))
        .build()
}

/// A key that lives as long as the process.
fn new_key(env: &Env) -> SigningKey {
    loop {
        if let Some(key) = SigningKey::of_bytes(&env.ids.bytes()) {
            return key;
        }
    }
}

/// Its addresses, where there is one.
pub fn routes(app: &AppState) -> Router<AppState> {
    let Some(idp) = app.demo_idp.clone() else {
        return Router::new();
    };
    let routes = Router::new()
        .route("/.well-known/openid-configuration", get(protocol::metadata))
        .route("/jwks", get(protocol::keys))
        .route("/authorize", get(protocol::ask).post(protocol::answer))
        .route("/token", post(protocol::exchange))
        .route("/userinfo", get(protocol::tell))
        .layer(axum::Extension(idp));
    Router::new().nest(PATH, routes)
}
