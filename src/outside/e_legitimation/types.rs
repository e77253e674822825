//! The OpenID crates' types, with the claims of Swedish e-legitimations filled in.

use openidconnect::{
    AdditionalClaims, AdditionalProviderMetadata, Client, EmptyExtraTokenFields, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IdTokenClaims, IdTokenFields, ProviderMetadata,
    StandardErrorResponse, StandardTokenResponse,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreClaimName, CoreClaimType, CoreClientAuthMethod,
        CoreErrorResponseType, CoreGenderClaim, CoreGrantType, CoreJsonWebKey,
        CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm,
        CoreResponseMode, CoreResponseType, CoreRevocableToken, CoreRevocationErrorResponse,
        CoreSubjectIdentifierType, CoreTokenIntrospectionResponse, CoreTokenType,
    },
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Claims beyond the standard ones, as the provider names them.
#[derive(Clone, Deserialize, Serialize)]
pub struct MoreClaims {
    /// By their names.
    #[serde(flatten)]
    pub all: HashMap<String, serde_json::Value>,
}

impl std::fmt::Debug for MoreClaims {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MoreClaims(…)")
    }
}

impl AdditionalClaims for MoreClaims {}

/// What a provider says of itself beyond the standard.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct MoreMetadata {
    /// Whether it names itself in its answer (RFC 9207 §3).
    pub authorization_response_iss_parameter_supported: bool,
    /// Whether it shows the person a message of ours (Request Parameter Extensions 1.1 §2.1).
    #[serde(rename = "https://id.oidc.se/disco/userMessageSupported")]
    pub user_message_supported: bool,
}

impl AdditionalProviderMetadata for MoreMetadata {}

/// What a provider says of itself.
pub type Metadata = ProviderMetadata<
    MoreMetadata,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// What an ID token says.
pub type Claims = IdTokenClaims<MoreClaims, CoreGenderClaim>;
type Fields = IdTokenFields<
    MoreClaims,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
/// What comes for a code.
pub type Tokens = StandardTokenResponse<Fields, CoreTokenType>;
/// The relying party: us.
pub type Relying = Client<
    MoreClaims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// An ID token, not yet checked.
pub type IdToken = openidconnect::IdToken<
    MoreClaims,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
