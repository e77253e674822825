//! A provider's profile: what the configuration says of it, put in order once.

use crate::{
    config::{AcrRequest, ClientAuth, EidSection, RequestObject, UserInfo},
    domain::{
        identity::{ACCEPTED_ACR, UNCERTIFIED_ACR},
        signing_keys::SigningKey,
    },
};
use openidconnect::{ClientId, IssuerUrl};
use secrecy::SecretString;
use serde_json::Value;
use std::fmt::Display;

/// Where the Swedish profile's claims specification puts the number (§2.2).
const NUMBER_CLAIMS: [&str; 2] = [
    "https://id.oidc.se/claim/personalIdentityNumber",
    "https://id.oidc.se/claim/coordinationNumber",
];

/// How one provider is spoken to.
pub struct Profile {
    /// Its word in addresses.
    pub code: String,
    /// Its name on the button.
    pub name: String,
    /// Its address.
    pub issuer: IssuerUrl,
    /// Our name there.
    pub client_id: ClientId,
    /// How we prove that we are we.
    pub auth: Auth,
    /// What is asked for besides `openid`.
    pub scopes: Vec<String>,
    /// The levels asked for and taken.
    pub accepted_acr: Vec<String>,
    /// How they are asked for.
    pub acr_request: AcrRequest,
    /// The key that signs what we ask; `None` where the request is not signed.
    pub request_key: Option<SigningKey>,
    /// Further origins that the provider sends the browser to.
    pub form_targets: Vec<String>,
    /// Whether a signed UserInfo is asked for and believed.
    pub userinfo: UserInfo,
    /// The claims that may hold the number.
    pub number_claims: Vec<String>,
    /// The public halves of our keys.
    pub public_keys: Vec<Value>,
}

/// How we prove who we are.
pub enum Auth {
    /// By a shared secret.
    Secret(SecretString),
    /// By a token that this key signs.
    Key(SigningKey),
}

impl Profile {
    /// The profile of a section.
    ///
    /// # Errors
    /// What is wrong with it, for the operator.
    pub fn new(section: &EidSection, is_production: bool) -> Result<Self, String> {
        let problem = |error: &dyn Display| format!("eid {}: {error}", section.code);
        let key_problem = |error: &dyn Display| format!("eid {}: the key {error}", section.code);
        let key = section.key().map_err(|error| key_problem(&error))?;
        let second = section.second_key().map_err(|error| key_problem(&error))?;
        let public_keys = key.iter().chain(&second).map(SigningKey::public).collect();
        let signs = section.request_object == RequestObject::Signed;
        let request_key = key.clone().filter(|_| signs);
        let auth = match (section.client_auth, key) {
            (ClientAuth::PrivateKeyJwt, Some(key)) => Auth::Key(key),
            _ => Auth::Secret(section.client_secret.clone()),
        };
        let standard_acr = match is_production {
            true => ACCEPTED_ACR.to_vec(),
            false => [ACCEPTED_ACR, UNCERTIFIED_ACR].concat(),
        };
        Ok(Profile {
            code: section.code.clone(),
            name: section.name.clone(),
            issuer: IssuerUrl::new(section.issuer.clone()).map_err(|error| problem(&error))?,
            client_id: ClientId::new(section.client_id.clone()),
            auth,
            scopes: words(&section.scopes),
            accepted_acr: words_or(&section.accepted_acr, &standard_acr),
            acr_request: section.acr_request,
            request_key,
            userinfo: section.userinfo,
            form_targets: words(&section.form_targets),
            number_claims: words_or(&section.number_claims, &NUMBER_CLAIMS),
            public_keys,
        })
    }
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn words_or(text: &str, standard: &[&str]) -> Vec<String> {
    match words(text) {
        own if own.is_empty() => standard.iter().map(|word| (*word).to_owned()).collect(),
        own => own,
    }
}
