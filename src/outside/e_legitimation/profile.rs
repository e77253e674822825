//! A provider's profile: what the configuration says of it, put in order once.

use crate::{
    config::{AcrRequest, ClientAuth, EidSection, RequestObject, UserInfo},
    domain::{
        identity::{ACCEPTED_ACR, UNCERTIFIED_ACR},
        levels::{LevelProblem, parse_level},
        signing_keys::SigningKey,
    },
};
use openidconnect::{ClientId, IssuerUrl};
use secrecy::SecretString;
use serde_json::Value;
use std::fmt::Display;

/// An ID token lives at most five minutes (Swedish OpenID Connect Profile 1.0 §3.1).
const LONGEST_TOKEN_SECONDS: i64 = 300;

/// The claims that may hold each thing, the first that says something first.
pub struct ClaimNames {
    /// The personal or coordination number.
    pub number: Vec<String>,
    /// The coordination number before.
    pub previous: Vec<String>,
    /// The identifier of a foreign person.
    pub prid: Vec<String>,
    /// How long she keeps it.
    pub persistence: Vec<String>,
    /// The country of her e-legitimation.
    pub country: Vec<String>,
    /// The first name.
    pub given: Vec<String>,
    /// The last name.
    pub family: Vec<String>,
}

impl ClaimNames {
    /// The standard ones are those of the Swedish Claims Specification 1.0 §2.2 and of Sweden Connect's.
    fn new(section: &EidSection) -> Self {
        ClaimNames {
            number: words_or(
                &section.number_claims,
                &[
                    "https://id.oidc.se/claim/personalIdentityNumber",
                    "https://id.oidc.se/claim/coordinationNumber",
                ],
            ),
            previous: words_or(
                &section.previous_number_claims,
                &["https://id.oidc.se/claim/previousCoordinationNumber"],
            ),
            prid: words_or(
                &section.prid_claims,
                &["https://id.swedenconnect.se/claim/prid"],
            ),
            persistence: words_or(
                &section.prid_persistence_claims,
                &["https://id.swedenconnect.se/claim/pridPersistence"],
            ),
            country: words_or(
                &section.country_claims,
                &["https://id.swedenconnect.se/claim/eidasCountry"],
            ),
            given: words_or(&section.given_name_claims, &["given_name"]),
            family: words_or(&section.family_name_claims, &["family_name"]),
        }
    }

    /// Those that say who it is, which the ID token and UserInfo must not say differently.
    pub fn of_identity(&self) -> impl Iterator<Item = &String> {
        self.number.iter().chain(&self.prid)
    }
}

/// How one provider is spoken to.
pub struct Profile {
    /// Its word in addresses.
    pub code: String,
    /// Its name on the button.
    pub name: String,
    /// The same in English.
    pub name_en: String,
    /// Its address.
    pub issuer: IssuerUrl,
    /// Our name there.
    pub client_id: ClientId,
    /// How we prove that we are we.
    pub auth: Auth,
    /// What is asked for besides `openid`.
    pub scopes: Vec<String>,
    /// The levels taken.
    pub accepted_acr: Vec<String>,
    /// The levels asked for.
    pub asked_acr: Vec<String>,
    /// The claim that tells the level.
    pub level_claim: String,
    /// How long an ID token may live.
    pub id_token_seconds: i64,
    /// How they are asked for.
    pub acr_request: AcrRequest,
    /// The key that signs what we ask; `None` where the request is not signed.
    pub request_key: Option<SigningKey>,
    /// Further origins that the provider sends the browser to.
    pub form_targets: Vec<String>,
    /// Whether a signed UserInfo is asked for and believed.
    pub userinfo: UserInfo,
    /// The names of the claims.
    pub claims: ClaimNames,
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
        let accepted_acr = accepted_acr(section, is_production)
            .map_err(|error| format!("eid {}: a level of accepted_acr {error}", section.code))?;
        let asked_acr = match words(&section.asked_acr) {
            asked if asked.is_empty() => accepted_acr.clone(),
            asked => asked,
        };
        Ok(Profile {
            code: section.code.clone(),
            name: section.name.clone(),
            name_en: match section.name_en.trim() {
                "" => section.name.clone(),
                name => name.to_owned(),
            },
            issuer: IssuerUrl::new(section.issuer.clone()).map_err(|error| problem(&error))?,
            client_id: ClientId::new(section.client_id.clone()),
            auth,
            scopes: words(&section.scopes),
            accepted_acr,
            asked_acr,
            level_claim: match section.level_claim.trim() {
                "" => "acr".to_owned(),
                name => name.to_owned(),
            },
            id_token_seconds: match section.id_token_seconds {
                0 => LONGEST_TOKEN_SECONDS,
                seconds => seconds,
            },
            acr_request: section.acr_request,
            request_key,
            userinfo: section.userinfo,
            form_targets: words(&section.form_targets),
            claims: ClaimNames::new(section),
            public_keys,
        })
    }
}

fn accepted_acr(section: &EidSection, is_production: bool) -> Result<Vec<String>, LevelProblem> {
    let standard = match is_production {
        true => ACCEPTED_ACR.to_vec(),
        false => [ACCEPTED_ACR, UNCERTIFIED_ACR].concat(),
    };
    let listed = words_or(&section.accepted_acr, &standard);
    let parsed = listed.iter().map(|level| parse_level(level, is_production));
    parsed.map(|level| level.map(str::to_owned)).collect()
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
