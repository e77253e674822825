//! What a provider says of itself, held against its profile before anyone signs in: for `torget check-config --ask`.

use super::{
    id_token::ALGORITHMS,
    profile::{Auth, Profile},
    provider::OidcProvider,
    types::Metadata,
};
use crate::{
    config::{AcrRequest, UserInfo},
    domain::time::Timestamp,
};
use openidconnect::core::CoreClientAuthMethod;

impl OidcProvider {
    /// What does not fit, each with the setting it is about, for the operator.
    pub async fn misfits(&self, now: Timestamp) -> Vec<String> {
        let profile = &self.profile;
        let found = match self.metadata(now).await {
            Ok(metadata) => [levels(profile, &metadata), ways(profile, &metadata)].concat(),
            Err(why) => vec![format!("issuer: {why}")],
        };
        let named = found.into_iter();
        named
            .map(|misfit| format!("eid {}: {misfit}", profile.code))
            .collect()
    }
}

fn levels(profile: &Profile, metadata: &Metadata) -> Vec<String> {
    let known = metadata.acr_values_supported();
    let known: Option<Vec<&str>> = known.map(|all| all.iter().map(|acr| acr.as_str()).collect());
    let Some(known) = known.filter(|_| profile.acr_request != AcrRequest::None) else {
        return Vec::new();
    };
    if profile
        .asked_acr
        .iter()
        .any(|acr| known.contains(&acr.as_str()))
    {
        return Vec::new();
    }
    let known = known.join(" ");
    vec![format!(
        "accepted_acr, asked_acr: the provider has none of these levels; it has {known}"
    )]
}

fn ways(profile: &Profile, metadata: &Metadata) -> Vec<String> {
    let by_key = metadata
        .token_endpoint_auth_methods_supported()
        .is_some_and(|ways| ways.contains(&CoreClientAuthMethod::PrivateKeyJwt));
    let scopes = metadata.scopes_supported();
    let lacks = |scope: &&String| {
        scopes.is_some_and(|all| !all.iter().any(|known| known.as_str() == scope.as_str()))
    };
    let lacking: Vec<&str> = profile
        .scopes
        .iter()
        .filter(lacks)
        .map(String::as_str)
        .collect();
    let algorithms = metadata.id_token_signing_alg_values_supported();
    let mut found = Vec::new();
    if matches!(profile.auth, Auth::Key(_)) && !by_key {
        found.push("client_auth: the provider does not take private_key_jwt".to_owned());
    }
    if profile.request_key.is_some() && metadata.request_parameter_supported() != Some(true) {
        found.push("request_object: the provider does not take signed requests".to_owned());
    }
    if profile.userinfo == UserInfo::Signed && metadata.userinfo_endpoint().is_none() {
        found.push("userinfo: the provider has none".to_owned());
    }
    if !lacking.is_empty() {
        let lacking = lacking.join(" ");
        found.push(format!("scopes: the provider does not know {lacking}"));
    }
    if !ALGORITHMS
        .iter()
        .any(|algorithm| algorithms.contains(algorithm))
    {
        found.push("issuer: the provider signs with neither ES256 nor RS256".to_owned());
    }
    found
}
