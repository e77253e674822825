//! The ID token, checked to the last claim.

use super::{
    EidProblem, Proven, Visit,
    provider::OidcProvider,
    refused,
    types::{Claims, IdToken, Metadata},
    words_of,
};
use crate::domain::{personnummer::Personnummer, time::Timestamp};
use chrono::{DateTime, Utc};
use openidconnect::{
    ClaimsVerificationError, Nonce, SignatureVerificationError, core::CoreJwsSigningAlgorithm,
};

/// An ID token lives at most five minutes (Swedish OpenID Connect Profile 1.0 §3.1).
const LONGEST_TOKEN_SECONDS: i64 = 300;
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

    pub(super) fn read(&self, claims: &Claims, now: Timestamp) -> Result<Proven, EidProblem> {
        let acr = claims.auth_context_ref().map(|acr| acr.as_str());
        let accepted = &self.profile.accepted_acr;
        if !acr.is_some_and(|acr| accepted.iter().any(|accepted| accepted == acr)) {
            return Err(EidProblem::TooWeak);
        }
        let more = &claims.additional_claims().all;
        let names = &self.profile.number_claims;
        let number = names
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
