//! The ID token, checked to the last claim.

use super::{
    EidProblem, Visit,
    provider::OidcProvider,
    refused,
    types::{Claims, IdToken, Metadata},
    words_of,
};
use crate::domain::{sign_in::SIGN_IN_SECONDS, time::Timestamp};
use chrono::{DateTime, Utc};
use openidconnect::{
    ClaimsVerificationError, Nonce, SignatureVerificationError, core::CoreJwsSigningAlgorithm,
};
use serde_json::{Map, Value};

/// How far apart our clock and the provider's may be.
const CLOCK_SKEW_SECONDS: i64 = 60;
/// The algorithms the Swedish profile allows (§3.1); `none` and shared secrets are not among them.
pub const ALGORITHMS: [CoreJwsSigningAlgorithm; 2] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
];

/// Why a token is not believed, and whether reading the provider's keys anew may help.
pub enum KeyOrNot {
    /// It may.
    UnknownKey,
    /// It may not.
    Other(EidProblem),
}

impl From<KeyOrNot> for EidProblem {
    fn from(why: KeyOrNot) -> Self {
        match why {
            KeyOrNot::UnknownKey => refused("signed with an unknown key"),
            KeyOrNot::Other(problem) => problem,
        }
    }
}

impl OidcProvider {
    /// Signature, issuer, audience, times and nonce (OpenID Connect Core §3.1.3.7).
    pub(super) fn check(
        &self,
        metadata: &Metadata,
        id_token: &IdToken,
        visit: &Visit,
        now: Timestamp,
    ) -> Result<Claims, KeyOrNot> {
        let client = self.relying(metadata);
        let (clock, longest) = (instant(now), self.profile.id_token_seconds);
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs(ALGORITHMS)
            .set_time_fn(move || clock)
            .set_issue_time_verifier_fn(move |issued| is_fresh(issued, clock, longest));
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
        if life > longest {
            return Err(KeyOrNot::Other(refused("the ID token lives too long")));
        }
        Ok(claims.clone())
    }

    /// The level received, also when the provider made no error.
    pub(super) fn check_level(&self, said: &Map<String, Value>) -> Result<(), EidProblem> {
        let level = said.get(&self.profile.level_claim).and_then(Value::as_str);
        let accepted = &self.profile.accepted_acr;
        match level.is_some_and(|level| accepted.iter().any(|accepted| accepted == level)) {
            true => Ok(()),
            false => Err(EidProblem::TooWeak),
        }
    }
}

/// The person proved who she was during this visit, as `prompt=login` asked: nobody is let in by an older proof.
pub fn check_auth_time(claims: &Claims, now: Timestamp) -> Result<(), EidProblem> {
    let proved = claims.auth_time();
    let proved = proved.ok_or_else(|| refused("no time when the person proved who she was"))?;
    let age = (instant(now) - proved).num_seconds();
    match (-CLOCK_SKEW_SECONDS..=SIGN_IN_SECONDS + CLOCK_SKEW_SECONDS).contains(&age) {
        true => Ok(()),
        false => Err(refused("the person proved who she was another time")),
    }
}

fn instant(at: Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at.micros()).unwrap_or_default()
}

fn is_fresh(issued: DateTime<Utc>, now: DateTime<Utc>, longest: i64) -> Result<(), String> {
    let age = (now - issued).num_seconds();
    match (-CLOCK_SKEW_SECONDS..=longest).contains(&age) {
        true => Ok(()),
        false => Err("issued too long ago or in the future".to_owned()),
    }
}
