//! A provider that speaks OpenID Connect: code flow with PKCE, nonce and state, and an ID token checked to the last claim.
//!
//! The full Swedish profile (`private_key_jwt`, signed request object, signed UserInfo) comes with its own issue.

use super::{
    Answer, ELegitimation, EidProblem, Proven, Reply, Visit,
    http::Http,
    types::{Claims, IdToken, Relying},
};
use crate::{
    config::{AcrRequest, EidSection},
    domain::{
        identity::{ACCEPTED_ACR, UNCERTIFIED_ACR},
        personnummer::Personnummer,
        time::Timestamp,
    },
};
use chrono::{DateTime, Utc};
use openidconnect::{
    AuthType, AuthenticationContextClass, AuthenticationFlow, AuthorizationCode, ClientId,
    ClientSecret, CsrfToken, IssuerUrl, LanguageTag, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, RequestTokenError, Scope, TokenResponse,
    core::{
        CoreAuthPrompt, CoreClientAuthMethod, CoreJwsSigningAlgorithm, CoreProviderMetadata,
        CoreResponseType,
    },
};
use secrecy::{ExposeSecret, SecretString};
use std::{borrow::Cow, sync::Arc};
use tokio::sync::RwLock;

/// Providers change keys now and then; what was read is read anew after an hour.
const METADATA_SECONDS: i64 = 3600;
/// An ID token lives at most five minutes (Swedish OpenID Connect Profile 1.0 §3.1).
const LONGEST_TOKEN_SECONDS: i64 = 300;
/// How far apart our clock and the provider's may be.
const CLOCK_SKEW_SECONDS: i64 = 60;
/// The algorithms the Swedish profile allows (§3.1); `none` and shared secrets are not among them.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 2] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
];
/// Where the Swedish profile's claims specification puts the number (§2.2).
const NUMBER_CLAIMS: [&str; 2] = [
    "https://id.oidc.se/claim/personalIdentityNumber",
    "https://id.oidc.se/claim/coordinationNumber",
];

/// A provider, by its profile in the configuration.
pub struct OidcProvider {
    code: String,
    name: String,
    issuer: IssuerUrl,
    client_id: ClientId,
    client_secret: SecretString,
    scopes: Vec<String>,
    accepted_acr: Vec<String>,
    acr_request: AcrRequest,
    number_claims: Vec<String>,
    http: Http,
    known: RwLock<Option<Known>>,
}

/// What the provider said of itself.
#[derive(Clone)]
struct Known {
    metadata: Arc<CoreProviderMetadata>,
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

    /// The demo's own provider, over plain http on this machine: for `torget demo` and tests only.
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
        let words =
            |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
        let standard_acr = match is_production {
            true => ACCEPTED_ACR.to_vec(),
            false => [ACCEPTED_ACR, UNCERTIFIED_ACR].concat(),
        };
        let or_else = |own: Vec<String>, standard: &[&str]| match own.is_empty() {
            true => standard.iter().map(|word| (*word).to_owned()).collect(),
            false => own,
        };
        let problem = |error: &dyn std::fmt::Display| format!("eid {}: {error}", section.code);
        Ok(OidcProvider {
            code: section.code.clone(),
            name: section.name.clone(),
            issuer: IssuerUrl::new(section.issuer.clone()).map_err(|error| problem(&error))?,
            client_id: ClientId::new(section.client_id.clone()),
            client_secret: section.client_secret.clone(),
            scopes: words(&section.scopes),
            accepted_acr: or_else(words(&section.accepted_acr), &standard_acr),
            acr_request: section.acr_request,
            number_claims: or_else(words(&section.number_claims), &NUMBER_CLAIMS),
            http: Http::new(on_this_machine).map_err(|error| problem(&error))?,
            known: RwLock::new(None),
        })
    }

    async fn metadata(&self, now: Timestamp) -> Result<Arc<CoreProviderMetadata>, EidProblem> {
        if let Some(known) = self.known.read().await.clone()
            && now.seconds_since(known.at).abs() < METADATA_SECONDS
        {
            return Ok(known.metadata);
        }
        self.read_metadata(now).await
    }

    async fn read_metadata(&self, now: Timestamp) -> Result<Arc<CoreProviderMetadata>, EidProblem> {
        let metadata = CoreProviderMetadata::discover_async(self.issuer.clone(), &self.http)
            .await
            .map(Arc::new)
            .map_err(|error| EidProblem::Away(words_of(&error)))?;
        *self.known.write().await = Some(Known {
            metadata: metadata.clone(),
            at: now,
        });
        Ok(metadata)
    }

    fn relying(&self, metadata: &CoreProviderMetadata) -> Relying {
        let secret = ClientSecret::new(self.client_secret.expose_secret().to_owned());
        let methods = metadata.token_endpoint_auth_methods_supported();
        let posts_only = methods.is_some_and(|methods| {
            methods.contains(&CoreClientAuthMethod::ClientSecretPost)
                && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
        });
        let client =
            Relying::from_provider_metadata(metadata.clone(), self.client_id.clone(), Some(secret));
        match posts_only {
            true => client.set_auth_type(AuthType::RequestBody),
            false => client,
        }
    }

    async fn address(
        &self,
        visit: &Visit,
        language: &str,
        now: Timestamp,
    ) -> Result<String, EidProblem> {
        let client = self.relying(&*self.metadata(now).await?);
        let (state, nonce) = (visit.state.clone(), visit.nonce.clone());
        let verifier = PkceCodeVerifier::new(visit.verifier.clone());
        let mut request = client
            .authorize_url(
                AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
                || CsrfToken::new(state),
                || Nonce::new(nonce),
            )
            .set_redirect_uri(Cow::Owned(redirect(visit)?))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .add_prompt(CoreAuthPrompt::Login)
            .add_ui_locale(LanguageTag::new(language.to_owned()))
            .add_scopes(self.scopes.iter().cloned().map(Scope::new));
        match self.acr_request {
            AcrRequest::Claims => {
                request = request.add_extra_param("claims", self.claims_parameter());
            }
            AcrRequest::AcrValues => {
                for acr in &self.accepted_acr {
                    let value = AuthenticationContextClass::new(acr.clone());
                    request = request.add_auth_context_value(value);
                }
            }
            AcrRequest::None => {}
        }
        Ok(request.url().0.to_string())
    }

    /// Asks for the level as essential, and for the number, whichever of the claims holds it.
    fn claims_parameter(&self) -> String {
        let mut wanted = serde_json::Map::new();
        let acr = serde_json::json!({ "essential": true, "values": self.accepted_acr });
        wanted.insert("acr".to_owned(), acr);
        for claim in &self.number_claims {
            wanted.insert(claim.clone(), serde_json::Value::Null);
        }
        serde_json::json!({ "id_token": wanted }).to_string()
    }

    async fn exchange(
        &self,
        visit: &Visit,
        answer: &Answer,
        now: Timestamp,
    ) -> Result<Proven, EidProblem> {
        if !answer.iss.is_empty() && answer.iss != self.issuer.as_str() {
            return Err(refused("another issuer answered"));
        }
        let metadata = self.metadata(now).await?;
        let token = self
            .relying(&metadata)
            .exchange_code(AuthorizationCode::new(answer.code.clone()))
            .map_err(|error| EidProblem::Away(words_of(&error)))?
            .set_pkce_verifier(PkceCodeVerifier::new(visit.verifier.clone()))
            .set_redirect_uri(Cow::Owned(redirect(visit)?))
            .request_async(&self.http)
            .await
            .map_err(|error| match error {
                RequestTokenError::ServerResponse(_) => refused("the code was not taken"),
                RequestTokenError::Request(error) => EidProblem::Away(words_of(&error)),
                RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                    EidProblem::Away("an unreadable answer to the code".to_owned())
                }
            })?;
        let id_token = token.id_token().ok_or_else(|| refused("no ID token"))?;
        let verified = match self.check(&metadata, id_token, visit, now) {
            Err(KeyOrNot::UnknownKey) => {
                let anew = self.read_metadata(now).await?;
                self.check(&anew, id_token, visit, now)
            }
            first => first,
        };
        match verified {
            Ok(claims) => self.read(&claims, now),
            Err(KeyOrNot::UnknownKey) => Err(refused("signed with an unknown key")),
            Err(KeyOrNot::Other(problem)) => Err(problem),
        }
    }

    /// Signature, issuer, audience, times and nonce (OpenID Connect Core §3.1.3.7).
    fn check(
        &self,
        metadata: &CoreProviderMetadata,
        id_token: &IdToken,
        visit: &Visit,
        now: Timestamp,
    ) -> Result<Claims, KeyOrNot> {
        use openidconnect::{ClaimsVerificationError, SignatureVerificationError};
        let client = self.relying(metadata);
        let clock = instant(now);
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs(ALGORITHMS)
            .set_time_fn(move || clock)
            .set_issue_time_verifier_fn(move |issued| is_fresh(issued, clock));
        let nonce = Nonce::new(visit.nonce.clone());
        let claims = id_token
            .claims(&verifier, &nonce)
            .map_err(|error| match error {
                ClaimsVerificationError::SignatureVerification(
                    SignatureVerificationError::NoMatchingKey,
                ) => KeyOrNot::UnknownKey,
                error => KeyOrNot::Other(refused(&words_of(&error))),
            })?;
        let life = claims.expiration().timestamp() - claims.issue_time().timestamp();
        if life > LONGEST_TOKEN_SECONDS {
            return Err(KeyOrNot::Other(refused("the ID token lives too long")));
        }
        Ok(claims.clone())
    }

    fn read(&self, claims: &Claims, now: Timestamp) -> Result<Proven, EidProblem> {
        let acr = claims.auth_context_ref().map(|acr| acr.as_str());
        if !acr.is_some_and(|acr| self.accepted_acr.iter().any(|accepted| accepted == acr)) {
            return Err(EidProblem::TooWeak);
        }
        let more = &claims.additional_claims().all;
        let number = self
            .number_claims
            .iter()
            .find_map(|claim| more.get(claim)?.as_str())
            .and_then(|digits| Personnummer::parse(digits, now.day()).ok())
            .ok_or(EidProblem::NoNumber)?;
        let given = claims.given_name().and_then(|name| name.get(None));
        let family = claims.family_name().and_then(|name| name.get(None));
        Ok(Proven {
            number,
            given_name: given.map(|name| name.to_string()).unwrap_or_default(),
            family_name: family.map(|name| name.to_string()).unwrap_or_default(),
        })
    }
}

/// Whether reading the provider's keys anew may help.
enum KeyOrNot {
    UnknownKey,
    Other(EidProblem),
}

impl ELegitimation for OidcProvider {
    fn code(&self) -> &str {
        &self.code
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn begin<'a>(
        &'a self,
        visit: &'a Visit,
        language: &'a str,
        now: Timestamp,
    ) -> Reply<'a, String> {
        Box::pin(self.address(visit, language, now))
    }

    fn finish<'a>(
        &'a self,
        visit: &'a Visit,
        answer: &'a Answer,
        now: Timestamp,
    ) -> Reply<'a, Proven> {
        Box::pin(self.exchange(visit, answer, now))
    }
}

fn redirect(visit: &Visit) -> Result<RedirectUrl, EidProblem> {
    RedirectUrl::new(visit.redirect_uri.clone())
        .map_err(|_| EidProblem::Away("the site's own address is not understood".to_owned()))
}

fn refused(why: &str) -> EidProblem {
    EidProblem::Refused(why.to_owned())
}

/// An error and its causes, in one line. They name claims and addresses, never their values.
fn words_of(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        words = format!("{words}: {deeper}");
        cause = deeper.source();
    }
    words
}

fn instant(at: Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at.micros()).unwrap_or_default()
}

fn is_fresh(issued: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), String> {
    let age = (now - issued).num_seconds();
    match (-CLOCK_SKEW_SECONDS..=LONGEST_TOKEN_SECONDS).contains(&age) {
        true => Ok(()),
        false => Err("issued too long ago or in the future".to_owned()),
    }
}
