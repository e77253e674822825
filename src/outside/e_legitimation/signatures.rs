//! A signed answer opened with the provider's keys (RFC 7515 §5.2).

use super::{
    id_token::{ALGORITHMS, KeyOrNot},
    refused,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use openidconnect::{
    JsonWebKey, JsonWebKeyUse, JwsSigningAlgorithm,
    core::{CoreJsonWebKey, CoreJsonWebKeySet, CoreJwsSigningAlgorithm},
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};

#[derive(Deserialize)]
struct Header {
    alg: CoreJwsSigningAlgorithm,
    kid: Option<String>,
    crit: Option<Value>,
}

/// What the token says, when one of these keys signed it.
pub fn open(keys: &CoreJsonWebKeySet, token: &str) -> Result<Map<String, Value>, KeyOrNot> {
    let no = |why: &str| KeyOrNot::Other(refused(why));
    let (signed, signature) = token.rsplit_once('.').ok_or_else(|| no("not a token"))?;
    let (header, said) = signed.split_once('.').ok_or_else(|| no("not a token"))?;
    let header: Header = decode(header).ok_or_else(|| no("an unreadable token"))?;
    if !ALGORITHMS.contains(&header.alg) || header.crit.is_some() {
        return Err(no("signed in a way that is not taken"));
    }
    let signature = URL_SAFE_NO_PAD.decode(signature);
    let signature = signature.map_err(|_| no("an unreadable signature"))?;
    let mut fitting = keys
        .keys()
        .iter()
        .filter(|key| fits(key, &header))
        .peekable();
    if fitting.peek().is_none() {
        return Err(KeyOrNot::UnknownKey);
    }
    let mut believed = fitting.map(|key| {
        let bytes = signed.as_bytes();
        key.verify_signature(&header.alg, bytes, &signature).is_ok()
    });
    if !believed.any(|is_good| is_good) {
        return Err(no("the signature is wrong"));
    }
    decode(said).ok_or_else(|| no("an unreadable token"))
}

fn fits(key: &CoreJsonWebKey, header: &Header) -> bool {
    let is_named = match (&header.kid, key.key_id()) {
        (Some(wanted), Some(id)) => id.as_str() == wanted,
        (Some(_), None) => false,
        (None, _) => true,
    };
    let may_sign = key.key_use().is_none_or(JsonWebKeyUse::allows_signature);
    is_named && may_sign && header.alg.key_type().as_ref() == Some(key.key_type())
}

fn decode<T: DeserializeOwned>(part: &str) -> Option<T> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()
}
