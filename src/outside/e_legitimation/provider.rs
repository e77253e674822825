//! A provider that speaks OpenID Connect, reached by its profile; what it says of itself is kept for an hour.

use super::{
    Answer, Departure, ELegitimation, EidProblem, Moment, Proven, Reader, Reply, Visit,
    http::Http,
    profile::{Auth, Profile},
    types::{Metadata, Relying},
    words_of,
};
use crate::{config::EidSection, domain::time::Timestamp};
use openidconnect::{AuthType, ClientSecret, RedirectUrl, core::CoreClientAuthMethod};
use secrecy::ExposeSecret;
use serde_json::Value;
use std::sync::Arc;
use tokio::sync::RwLock;

/// Providers change keys now and then; what was read is read anew after an hour.
const METADATA_SECONDS: i64 = 3600;

/// A provider, by its profile in the configuration.
pub struct OidcProvider {
    pub(super) profile: Profile,
    pub(super) http: Http,
    known: RwLock<Option<Known>>,
}

/// What the provider said of itself.
#[derive(Clone)]
struct Known {
    metadata: Arc<Metadata>,
    at: Timestamp,
}

impl OidcProvider {
    /// A provider on the network, over TLS.
    ///
    /// # Errors
    /// What is wrong with its profile, for the operator.
    pub fn new(section: &EidSection, is_production: bool) -> Result<Self, String> {
        if !section.issuer.starts_with("https://") {
            return Err(format!("eid {}: the issuer must be https", section.code));
        }
        Self::build(section, is_production, false)
    }

    /// A provider over plain http on this machine: for `torget demo` and tests only.
    ///
    /// # Errors
    /// When its address is not on this machine.
    pub fn on_this_machine(section: &EidSection) -> Result<Self, String> {
        let local = ["http://localhost:", "http://127.0.0.1:"];
        if !local.iter().any(|start| section.issuer.starts_with(start)) {
            return Err("the test e-legitimation runs on this machine only".to_owned());
        }
        Self::build(section, false, true)
    }

    fn build(
        section: &EidSection,
        is_production: bool,
        on_this_machine: bool,
    ) -> Result<Self, String> {
        let http = Http::new(on_this_machine);
        Ok(OidcProvider {
            profile: Profile::new(section, is_production)?,
            http: http.map_err(|error| format!("eid {}: {error}", section.code))?,
            known: RwLock::new(None),
        })
    }

    pub(super) async fn metadata(&self, now: Timestamp) -> Result<Arc<Metadata>, EidProblem> {
        if let Some(known) = self.known.read().await.clone()
            && now.seconds_since(known.at).abs() < METADATA_SECONDS
        {
            return Ok(known.metadata);
        }
        self.read_metadata(now).await
    }

    /// Reads it anew: a provider that changes keys signs with one we have not seen.
    pub(super) async fn read_metadata(&self, now: Timestamp) -> Result<Arc<Metadata>, EidProblem> {
        let metadata = Metadata::discover_async(self.profile.issuer.clone(), &self.http)
            .await
            .map(Arc::new)
            .map_err(|error| EidProblem::Away(words_of(&error)))?;
        *self.known.write().await = Some(Known {
            metadata: metadata.clone(),
            at: now,
        });
        Ok(metadata)
    }

    pub(super) fn relying(&self, metadata: &Metadata) -> Relying {
        let secret = match &self.profile.auth {
            Auth::Secret(secret) => Some(ClientSecret::new(secret.expose_secret().to_owned())),
            Auth::Key(_) => None,
        };
        let methods = metadata.token_endpoint_auth_methods_supported();
        let posts_only = methods.is_some_and(|methods| {
            methods.contains(&CoreClientAuthMethod::ClientSecretPost)
                && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
        });
        let client_id = self.profile.client_id.clone();
        let client = Relying::from_provider_metadata(metadata.clone(), client_id, secret);
        match posts_only {
            true => client.set_auth_type(AuthType::RequestBody),
            false => client,
        }
    }
}

impl ELegitimation for OidcProvider {
    fn code(&self) -> &str {
        &self.profile.code
    }

    fn name(&self, language: &str) -> &str {
        match language {
            "sv" => &self.profile.name,
            _ => &self.profile.name_en,
        }
    }

    fn public_keys(&self) -> &[Value] {
        &self.profile.public_keys
    }

    fn begin<'a>(
        &'a self,
        visit: &'a Visit,
        reader: Reader<'a>,
        at: Moment,
    ) -> Reply<'a, Departure> {
        Box::pin(self.depart(visit, reader, at))
    }

    fn finish<'a>(&'a self, visit: &'a Visit, answer: &'a Answer, at: Moment) -> Reply<'a, Proven> {
        Box::pin(self.prove(visit, answer, at))
    }
}

/// Where the provider sends the person back.
pub(super) fn redirect(visit: &Visit) -> Result<RedirectUrl, EidProblem> {
    RedirectUrl::new(visit.redirect_uri.clone())
        .map_err(|_| EidProblem::Away("the site's own address is not understood".to_owned()))
}
