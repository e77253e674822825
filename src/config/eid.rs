//! `[[eid]]`: the profile of one e-legitimation, and what may be wrong with it.

use super::{Config, check::Problem, read::lenient};
use crate::domain::{
    levels::parse_level,
    signing_keys::{KeyProblem, SigningKey},
};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use std::collections::HashSet;

/// One e-legitimation, spoken to with OpenID Connect.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EidSection {
    /// Its word in addresses: lower-case letters and digits.
    pub code: String,
    /// Its name on the button.
    pub name: String,
    /// Its name in English, where it is another: `Foreign eID`.
    pub name_en: String,
    /// Its issuer address, `https://…`.
    pub issuer: String,
    /// Our name at the provider.
    pub client_id: String,
    /// How we prove to the provider who we are.
    pub client_auth: ClientAuth,
    /// Our secret at the provider, where it gives one.
    pub client_secret: SecretString,
    /// Our P-256 key, for `private_key_jwt`: PKCS #8 in PEM form.
    pub client_key: SecretString,
    /// A file that holds it instead.
    pub client_key_file: String,
    /// A second key that is published and never used: the next one before a change, the former one after.
    pub other_key: SecretString,
    /// A file that holds it instead.
    pub other_key_file: String,
    /// What to ask for besides `openid`, separated by spaces.
    pub scopes: String,
    /// The levels (`acr`) accepted, separated by spaces; empty for the Swedish tillitsnivå 3 and 4 and eIDAS substantial
    /// and high. A provider's own name for one says what it stands for: `urn:grn:authn:se:bankid=loa3`.
    pub accepted_acr: String,
    /// The levels asked for, where they have other names than those accepted; empty for the same.
    pub asked_acr: String,
    /// The claim of the ID token that tells the level; empty for `acr`.
    pub level_claim: String,
    /// How many seconds an ID token may live; 0 for the five minutes of the Swedish profile.
    #[serde(deserialize_with = "lenient")]
    pub id_token_seconds: i64,
    /// How the level is asked for: `claims` (the Swedish profile), `acr_values`, or `none` where it cannot be asked for.
    pub acr_request: AcrRequest,
    /// Whether what we ask is signed and posted (`signed`), or stands in the address (`none`).
    pub request_object: RequestObject,
    /// Other origins the provider sends the browser on to from its form, separated by spaces: `https://login.example`.
    pub form_targets: String,
    /// Whether the person's data come in a signed UserInfo (`signed`) or in the ID token alone (`none`).
    pub userinfo: UserInfo,
    /// The claims that may hold the personal or coordination number, separated by spaces; empty for those of the Swedish
    /// OpenID Connect profile.
    pub number_claims: String,
    /// The same for the coordination number a person had before, for `prid`, its persistence and its country, and for
    /// the names; empty for those of the Swedish profile and of Sweden Connect.
    pub previous_number_claims: String,
    /// See above.
    pub prid_claims: String,
    /// See above.
    pub prid_persistence_claims: String,
    /// See above.
    pub country_claims: String,
    /// See above.
    pub given_name_claims: String,
    /// See above.
    pub family_name_claims: String,
}

/// How a level of e-legitimation is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AcrRequest {
    /// As an essential claim (Swedish OpenID Connect Profile 1.0 §2.1.4).
    #[default]
    Claims,
    /// By the parameter `acr_values`, as some brokers want it.
    AcrValues,
    /// Not at all; the level that comes back is checked all the same.
    None,
}

/// How we prove to a provider who we are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClientAuth {
    /// By a shared secret, in the header or the form as the provider says.
    #[default]
    ClientSecret,
    /// By a token that our key signs for each call (RFC 7523), which every provider of the Swedish profile takes.
    PrivateKeyJwt,
}

/// How a request goes to the provider.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestObject {
    /// In the address, readable and changeable on the way through the browser.
    #[default]
    None,
    /// As a token that our key signs, in a posted form (Swedish OpenID Connect Profile 1.0 §2.2).
    Signed,
}

/// Where a provider tells who the person is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserInfo {
    /// In the ID token alone.
    #[default]
    None,
    /// Also in a UserInfo that the provider signs and that is always asked (Swedish OpenID Connect Profile 1.0 §4).
    Signed,
}

impl EidSection {
    /// Our key at this provider; `None` where it needs none and none is set.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn key(&self) -> Result<Option<SigningKey>, KeyProblem> {
        match SigningKey::parse(self.client_key.expose_secret()) {
            Err(KeyProblem::Missing) if !self.needs_key() => Ok(None),
            key => key.map(Some),
        }
    }

    /// The key that is published beside it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn second_key(&self) -> Result<Option<SigningKey>, KeyProblem> {
        match SigningKey::parse(self.other_key.expose_secret()) {
            Err(KeyProblem::Missing) => Ok(None),
            key => key.map(Some),
        }
    }

    fn needs_key(&self) -> bool {
        self.client_auth == ClientAuth::PrivateKeyJwt
            || self.request_object == RequestObject::Signed
    }

    fn problems(&self, is_production: bool) -> Vec<(&'static str, String)> {
        let mut found = self.problems_of_names();
        found.extend(self.problems_of_levels(is_production));
        if self.client_auth == ClientAuth::ClientSecret
            && self.client_secret.expose_secret().len() < 16
        {
            found.push((
                "client_secret",
                "is missing or shorter than 16 characters: the provider gives it. With client_auth = \"private_key_jwt\" \
                 none is needed."
                    .to_owned(),
            ));
        }
        let is_origin = |text: &str| {
            let host = text.strip_prefix("https://").unwrap_or_default();
            let is_in_host = |b: u8| b.is_ascii_alphanumeric() || b"-.:*".contains(&b);
            !host.is_empty() && host.bytes().all(is_in_host)
        };
        if !self.form_targets.split_whitespace().all(is_origin) {
            found.push((
                "form_targets",
                "must be origins such as https://login.example, separated by spaces.".to_owned(),
            ));
        }
        let keys = [
            ("client_key_file", self.key()),
            ("other_key_file", self.second_key()),
        ];
        for (field, key) in keys {
            if let Err(why) = key {
                found.push((
                    field,
                    format!("{why}. Make one with `torget admin make-eid-key FILE`."),
                ));
            }
        }
        found
    }

    fn problems_of_levels(&self, is_production: bool) -> Vec<(&'static str, String)> {
        let mut found = Vec::new();
        for listed in self.accepted_acr.split_whitespace() {
            if let Err(why) = parse_level(listed, is_production) {
                found.push(("accepted_acr", format!("lists {listed}, which {why}.")));
            }
        }
        if self.id_token_seconds != 0 && !(60..=3600).contains(&self.id_token_seconds) {
            found.push((
                "id_token_seconds",
                "must be 60 to 3600, or 0 for the five minutes of the Swedish profile.".to_owned(),
            ));
        }
        found
    }

    fn problems_of_names(&self) -> Vec<(&'static str, String)> {
        let is_code = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let checks = [
            (
                "code",
                !self.code.is_empty() && self.code.bytes().all(is_code),
                "must be lower-case letters and digits, different for each.",
            ),
            (
                "name",
                !self.name.trim().is_empty(),
                "must be what the button says.",
            ),
            (
                "issuer",
                is_issuer(&self.issuer),
                "must be the provider's https:// address as its metadata give it, without /.well-known/ and what follows.",
            ),
            (
                "client_id",
                !self.client_id.is_empty(),
                "is missing: the provider gives it.",
            ),
        ];
        let wrong = checks.into_iter().filter(|(_, holds, _)| !holds);
        wrong
            .map(|(field, _, advice)| (field, advice.to_owned()))
            .collect()
    }
}

/// What `issuer` may be (OpenID Connect Discovery §3): no query, no fragment, and not the address of the metadata.
fn is_issuer(address: &str) -> bool {
    let host = address.strip_prefix("https://").unwrap_or_default();
    let is_odd = |c: char| c.is_whitespace() || c == '?' || c == '#';
    !host.is_empty()
        && !host.starts_with('/')
        && !host.contains(is_odd)
        && !host.contains(".well-known")
}

impl Config {
    pub(super) fn eid_problems(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        if self.eid.is_empty() {
            found.push(Problem::new(
                "eid.1.issuer",
                "is missing: staff sign in with e-legitimation. Add an [[eid]] with code, name, issuer, client_id and \
                 client_key_file or client_secret.",
            ));
        }
        let mut codes = HashSet::new();
        for (index, eid) in self.eid.iter().enumerate() {
            let mut say = |field: &str, advice: &str| {
                found.push(Problem::new(&format!("eid.{}.{field}", index + 1), advice));
            };
            if !codes.insert(&eid.code) {
                say("code", "must be different for each.");
            }
            for (field, advice) in eid.problems(self.site.is_production) {
                say(field, &advice);
            }
        }
        found
    }
}
