//! What a provider is asked (Swedish OpenID Connect Profile 1.0 §2.1).

use super::{
    EidProblem, Moment, Visit,
    profile::Profile,
    provider::{OidcProvider, redirect},
};
use crate::config::AcrRequest;
use openidconnect::{
    AuthenticationContextClass, AuthenticationFlow, CsrfToken, LanguageTag, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, Scope,
    core::{CoreAuthPrompt, CoreResponseType},
};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

impl OidcProvider {
    /// The address that sends the browser there with the request in it.
    pub(super) async fn address(
        &self,
        visit: &Visit,
        language: &str,
        at: Moment,
    ) -> Result<String, EidProblem> {
        let client = self.relying(&*self.metadata(at.now).await?);
        let (state, nonce) = (visit.state.clone(), visit.nonce.clone());
        let verifier = PkceCodeVerifier::new(visit.verifier.clone());
        let scopes = self.profile.scopes.iter().cloned().map(Scope::new);
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
            .add_scopes(scopes);
        match self.profile.acr_request {
            AcrRequest::Claims => {
                request = request.add_extra_param("claims", claims(&self.profile).to_string());
            }
            AcrRequest::AcrValues => {
                for acr in &self.profile.accepted_acr {
                    let value = AuthenticationContextClass::new(acr.clone());
                    request = request.add_auth_context_value(value);
                }
            }
            AcrRequest::None => {}
        }
        Ok(request.url().0.to_string())
    }
}

/// Asks for the level as essential, and for the number, whichever of the claims holds it.
fn claims(profile: &Profile) -> Value {
    let mut wanted = Map::new();
    let acr = json!({ "essential": true, "values": profile.accepted_acr });
    wanted.insert("acr".to_owned(), acr);
    for claim in &profile.number_claims {
        wanted.insert(claim.clone(), Value::Null);
    }
    json!({ "id_token": wanted })
}
