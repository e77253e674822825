//! UserInfo, which the Swedish profile wants signed (§4): always asked, never believed unsigned.

use super::{
    EidProblem,
    id_token::KeyOrNot,
    provider::OidcProvider,
    refused, signatures,
    types::{Metadata, Tokens},
    words_of,
};
use crate::domain::time::Timestamp;
use openidconnect::{
    AsyncHttpClient, HttpResponse, OAuth2TokenResponse,
    http::{self, StatusCode, header},
};
use serde_json::{Map, Value};

/// What a signed answer is called (OpenID Connect Core §5.3.2).
const SIGNED: &str = "application/jwt";

impl OidcProvider {
    /// What UserInfo says of the person the ID token is about.
    pub(super) async fn user_info(
        &self,
        metadata: &Metadata,
        tokens: &Tokens,
        subject: &str,
        now: Timestamp,
    ) -> Result<Map<String, Value>, EidProblem> {
        let token = self.ask_user_info(metadata, tokens).await?;
        let said = match signatures::open(metadata.jwks(), &token) {
            Err(KeyOrNot::UnknownKey) => {
                let anew = self.read_metadata(now).await?;
                signatures::open(anew.jwks(), &token)
            }
            first => first,
        }?;
        self.check_user_info(&said, subject)?;
        Ok(said)
    }

    async fn ask_user_info(
        &self,
        metadata: &Metadata,
        tokens: &Tokens,
    ) -> Result<String, EidProblem> {
        let away = |why: &str| EidProblem::Away(why.to_owned());
        let address = metadata.userinfo_endpoint();
        let address = address.ok_or_else(|| away("it has no UserInfo address"))?;
        let bearer = format!("Bearer {}", tokens.access_token().secret());
        let request = http::Request::builder()
            .uri(address.as_str())
            .header(header::ACCEPT, SIGNED)
            .header(header::AUTHORIZATION, bearer)
            .body(Vec::new())
            .map_err(|_| away("its UserInfo address is not understood"))?;
        let answer = self.http.call(request).await;
        let answer = answer.map_err(|error| EidProblem::Away(words_of(&error)))?;
        match answer.status() {
            StatusCode::OK if is_signed(&answer) => {
                String::from_utf8(answer.into_body()).map_err(|_| refused("UserInfo is unreadable"))
            }
            StatusCode::OK => Err(refused("UserInfo is not signed")),
            status if status.is_server_error() => Err(away("UserInfo is out of order")),
            _ => Err(refused("UserInfo was not given")),
        }
    }

    /// The same person, said by this provider to us.
    fn check_user_info(&self, said: &Map<String, Value>, subject: &str) -> Result<(), EidProblem> {
        let text = |name: &str| said.get(name).and_then(Value::as_str);
        let us = self.profile.client_id.as_str();
        let is_for_us = match said.get("aud") {
            Some(Value::Array(all)) => all.iter().any(|one| one.as_str() == Some(us)),
            _ => text("aud") == Some(us),
        };
        if text("sub") != Some(subject) {
            return Err(refused("UserInfo is about another person"));
        }
        if text("iss") != Some(self.profile.issuer.as_str()) {
            return Err(refused("UserInfo is from another issuer"));
        }
        match is_for_us {
            true => Ok(()),
            false => Err(refused("UserInfo is for another client")),
        }
    }
}

fn is_signed(answer: &HttpResponse) -> bool {
    let kind = answer.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case(SIGNED)
}
