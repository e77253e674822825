//! The code for the tokens, and what is believed of them.

use super::{
    Answer, EidProblem, Moment, Proven, Visit,
    id_token::{KeyOrNot, check_auth_time},
    profile::Auth,
    provider::{OidcProvider, redirect},
    refused,
    types::{Metadata, Tokens},
    words_of,
};
use crate::{config::UserInfo, domain::signing_keys};
use openidconnect::{AuthorizationCode, PkceCodeVerifier, RequestTokenError, TokenResponse};
use serde_json::json;
use std::borrow::Cow;

/// What a client assertion is called (RFC 7523 §2.2).
const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// A client assertion is used at once.
const ASSERTION_SECONDS: i64 = 60;

impl OidcProvider {
    /// Who the answer proves.
    pub(super) async fn prove(
        &self,
        visit: &Visit,
        answer: &Answer,
        at: Moment,
    ) -> Result<Proven, EidProblem> {
        if !answer.iss.is_empty() && answer.iss != self.profile.issuer.as_str() {
            return Err(refused("another issuer answered"));
        }
        let metadata = self.metadata(at.now).await?;
        let names_itself = metadata.additional_metadata();
        if names_itself.authorization_response_iss_parameter_supported && answer.iss.is_empty() {
            return Err(refused("the answer does not name its issuer"));
        }
        let tokens = self.exchange(&metadata, visit, answer, &at).await?;
        let id_token = tokens.id_token().ok_or_else(|| refused("no ID token"))?;
        let checked = match self.check(&metadata, id_token, visit, at.now) {
            Err(KeyOrNot::UnknownKey) => {
                let anew = self.read_metadata(at.now).await?;
                self.check(&anew, id_token, visit, at.now)
            }
            first => first,
        };
        let claims = checked?;
        let mut said = signing_keys::unchecked_claims(&id_token.to_string())
            .and_then(|said| said.as_object().cloned())
            .ok_or_else(|| refused("an unreadable ID token"))?;
        self.check_level(&said)?;
        if self.profile.userinfo == UserInfo::Signed {
            check_auth_time(&claims, at.now)?;
            let subject = claims.subject().as_str();
            let more = self.user_info(&metadata, &tokens, subject, at.now).await?;
            self.add(&mut said, more)?;
        }
        self.read(&said, at.now)
    }

    async fn exchange(
        &self,
        metadata: &Metadata,
        visit: &Visit,
        answer: &Answer,
        at: &Moment,
    ) -> Result<Tokens, EidProblem> {
        let client = self.relying(metadata);
        let mut request = client
            .exchange_code(AuthorizationCode::new(answer.code.clone()))
            .map_err(|error| EidProblem::Away(words_of(&error)))?
            .set_pkce_verifier(PkceCodeVerifier::new(visit.verifier.clone()))
            .set_redirect_uri(Cow::Owned(redirect(visit)?));
        if let Some(assertion) = self.assertion(metadata, at) {
            request = request
                .add_extra_param("client_assertion_type", ASSERTION_TYPE)
                .add_extra_param("client_assertion", assertion);
        }
        let answered = request.request_async(&self.http).await;
        answered.map_err(|error| match error {
            RequestTokenError::ServerResponse(said) => {
                tracing::warn!(error = %said.error(), "identity.eid_code_not_taken");
                refused("the code was not taken")
            }
            RequestTokenError::Request(error) => EidProblem::Away(words_of(&error)),
            RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                EidProblem::Away("an unreadable answer to the code".to_owned())
            }
        })
    }

    /// A fresh token that proves who we are, for this provider's token endpoint alone (RFC 7523 §3).
    fn assertion(&self, metadata: &Metadata, at: &Moment) -> Option<String> {
        let Auth::Key(key) = &self.profile.auth else {
            return None;
        };
        let now = at.seconds();
        Some(key.sign(&json!({
            "iss": self.profile.client_id.as_str(), "sub": self.profile.client_id.as_str(),
            "aud": metadata.token_endpoint()?.as_str(), "jti": at.unique,
            "iat": now, "exp": now + ASSERTION_SECONDS,
        })))
    }
}
