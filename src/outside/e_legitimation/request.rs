//! What a provider is asked (Swedish OpenID Connect Profile 1.0 §2.1).

use super::{
    Departure, EidProblem, Moment, Reader, Visit,
    profile::Profile,
    provider::{OidcProvider, redirect},
    types::Metadata,
};
use crate::{
    config::{AcrRequest, UserInfo},
    domain::sign_in::SIGN_IN_SECONDS,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use openidconnect::{
    AuthenticationContextClass, AuthenticationFlow, CsrfToken, LanguageTag, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, Scope,
    core::{CoreAuthPrompt, CoreResponseType},
};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// What the person may be shown at the provider (Request Parameter Extensions 1.1 §2.1).
const USER_MESSAGE: &str = "https://id.oidc.se/param/userMessage";

impl OidcProvider {
    /// How the browser goes there: with a signed request in a form, or with the request in the address.
    pub(super) async fn depart(
        &self,
        visit: &Visit,
        reader: Reader<'_>,
        at: Moment,
    ) -> Result<Departure, EidProblem> {
        let metadata = self.metadata(at.now).await?;
        let Some(key) = &self.profile.request_key else {
            let address = self.address(&metadata, visit, reader.language)?;
            return Ok(Departure::Redirect(address));
        };
        let request = key.sign(&self.request_object(&metadata, visit, reader, &at));
        let endpoint = metadata.authorization_endpoint().url();
        let mut targets = vec![
            endpoint.origin().ascii_serialization(),
            self.profile.issuer.url().origin().ascii_serialization(),
        ];
        targets.extend(self.profile.form_targets.iter().cloned());
        targets.dedup();
        Ok(Departure::Post {
            action: endpoint.to_string(),
            fields: vec![
                ("response_type", "code".to_owned()),
                ("client_id", self.profile.client_id.to_string()),
                ("scope", self.scope()),
                ("request", request),
            ],
            targets,
        })
    }

    fn scope(&self) -> String {
        let mut scopes = vec!["openid"];
        scopes.extend(self.profile.scopes.iter().map(String::as_str));
        scopes.join(" ")
    }

    /// The request as claims (OpenID Connect Core §6.1, RFC 9101 §4).
    fn request_object(
        &self,
        metadata: &Metadata,
        visit: &Visit,
        reader: Reader<'_>,
        at: &Moment,
    ) -> Value {
        let (profile, now) = (&self.profile, at.seconds());
        let verifier = PkceCodeVerifier::new(visit.verifier.clone());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
        let mut asked = json!({
            "iss": profile.client_id.as_str(), "aud": profile.issuer.as_str(), "jti": at.unique,
            "iat": now, "exp": now + SIGN_IN_SECONDS,
            "client_id": profile.client_id.as_str(), "redirect_uri": visit.redirect_uri,
            "response_type": "code", "scope": self.scope(), "state": visit.state, "nonce": visit.nonce,
            "code_challenge": challenge.as_str(), "code_challenge_method": "S256",
            "prompt": "login", "ui_locales": reader.language,
        });
        match profile.acr_request {
            AcrRequest::Claims => asked["claims"] = claims(profile),
            AcrRequest::AcrValues => asked["acr_values"] = profile.asked_acr.join(" ").into(),
            AcrRequest::None => {}
        }
        if metadata.additional_metadata().user_message_supported {
            let message = STANDARD.encode(reader.message);
            asked[USER_MESSAGE] = json!({ "message": message, "mime_type": "text/plain" });
        }
        asked
    }

    /// The address that sends the browser there with the request in it.
    fn address(
        &self,
        metadata: &Metadata,
        visit: &Visit,
        language: &str,
    ) -> Result<String, EidProblem> {
        let client = self.relying(metadata);
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
                for acr in &self.profile.asked_acr {
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
    let acr = json!({ "essential": true, "values": profile.asked_acr });
    wanted.insert("acr".to_owned(), acr);
    for claim in &profile.claims.number {
        wanted.insert(claim.clone(), Value::Null);
    }
    match profile.userinfo {
        UserInfo::None => json!({ "id_token": wanted }),
        UserInfo::Signed => {
            let names = profile
                .claims
                .of_identity()
                .chain(&profile.claims.previous)
                .cloned();
            let more: Map<String, Value> = names.map(|name| (name, Value::Null)).collect();
            json!({ "id_token": wanted, "userinfo": more })
        }
    }
}
