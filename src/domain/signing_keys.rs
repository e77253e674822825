//! A P-256 key and the JSON Web Tokens it signs with ES256 (RFC 7518 §3.4), one of the two algorithms that the Swedish
//! OpenID Connect profile allows.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use p256::{
    ecdsa::{
        self, Signature,
        signature::{Signer, Verifier},
    },
    pkcs8::{DecodePrivateKey, EncodePrivateKey, LineEnding},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{collections::HashSet, fmt};

/// Different bytes that a random key of 32 surely has; typed and repeated ones have fewer.
const VARIETY: usize = 16;

/// A private key. Debug shows its name alone.
#[derive(Clone)]
pub struct SigningKey {
    key: ecdsa::SigningKey,
    id: String,
}

/// Why a text is no key that may sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// There is none.
    #[error("is missing")]
    Missing,
    /// A key of another curve or kind, or none at all.
    #[error("is not a P-256 private key in PKCS #8 PEM form (-----BEGIN PRIVATE KEY-----)")]
    NotP256,
    /// One that somebody typed.
    #[error("is not random")]
    NotRandom,
}

impl SigningKey {
    /// The key of these random bytes; all but one in 2³² are a key.
    pub fn of_bytes(bytes: &[u8; 32]) -> Option<Self> {
        ecdsa::SigningKey::from_slice(bytes).ok().map(Self::named)
    }

    /// A key as a file holds it.
    ///
    /// # Errors
    /// [`KeyProblem`].
    pub fn parse(pem: &str) -> Result<Self, KeyProblem> {
        if pem.trim().is_empty() {
            return Err(KeyProblem::Missing);
        }
        let key = ecdsa::SigningKey::from_pkcs8_pem(pem.trim());
        let key = key.map_err(|_| KeyProblem::NotP256)?;
        let variety: HashSet<u8> = key.to_bytes().iter().copied().collect();
        if variety.len() < VARIETY {
            return Err(KeyProblem::NotRandom);
        }
        Ok(Self::named(key))
    }

    fn named(key: ecdsa::SigningKey) -> Self {
        let (x, y) = point(&key);
        let thumb = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
        let id = encode(&Sha256::digest(thumb.as_bytes()));
        SigningKey { key, id }
    }

    /// The key for a file that only its owner reads.
    ///
    /// # Errors
    /// When it cannot be written down, which a key of ours always can.
    pub fn to_pem(&self) -> Result<String, KeyProblem> {
        let pem = self.key.to_pkcs8_pem(LineEnding::LF);
        pem.map(|pem| pem.to_string())
            .map_err(|_| KeyProblem::NotP256)
    }

    /// Its name, made of the public half (RFC 7638): the same key has it everywhere.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The public half as a JSON Web Key (RFC 7517).
    pub fn public(&self) -> Value {
        let (x, y) = point(&self.key);
        json!({
            "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": self.id, "x": x, "y": y,
        })
    }

    /// The claims as a signed token.
    pub fn sign(&self, claims: &Value) -> String {
        let header = json!({ "alg": "ES256", "typ": "JWT", "kid": self.id });
        let said = format!(
            "{}.{}",
            encode(header.to_string().as_bytes()),
            encode(claims.to_string().as_bytes())
        );
        let signature: Signature = self.key.sign(said.as_bytes());
        format!("{said}.{}", encode(&signature.to_bytes()))
    }
}

impl SigningKey {
    /// The claims of a token that this key signed.
    pub fn open(&self, token: &str) -> Option<Value> {
        let (said, signature) = token.rsplit_once('.')?;
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        let signature = Signature::from_slice(&signature).ok()?;
        let public = self.key.verifying_key();
        public.verify(said.as_bytes(), &signature).ok()?;
        unchecked_claims(token)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.id)
    }
}

fn point(key: &ecdsa::SigningKey) -> (String, String) {
    let point = key.verifying_key().to_sec1_point(false);
    let bytes = point.as_bytes();
    (encode(&bytes[1..33]), encode(&bytes[33..65]))
}

/// Base64 for addresses, without padding (RFC 7515 §2).
pub fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The claims of a token, its signature not looked at.
pub fn unchecked_claims(token: &str) -> Option<Value> {
    let said = token.split('.').nth(1)?;
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(said).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes() -> [u8; 32] {
        std::array::from_fn(|at| u8::try_from(7 * at + 1).unwrap_or_default())
    }

    #[test]
    fn a_key_survives_its_file_and_is_never_printed() {
        let key = SigningKey::of_bytes(&bytes()).unwrap();
        let pem = key.to_pem().unwrap();
        let read = SigningKey::parse(&pem).unwrap();
        assert_eq!(read.id(), key.id());
        assert_eq!(read.sign(&json!({ "a": 1 })), key.sign(&json!({ "a": 1 })));
        assert_eq!(format!("{key:?}"), format!("SigningKey({})", key.id()));
        assert!(key.public().get("d").is_none());
        let token = key.sign(&json!({ "a": 1 }));
        assert_eq!(read.open(&token), Some(json!({ "a": 1 })));
        let other = SigningKey::of_bytes(&[7; 32]).unwrap();
        assert_eq!(other.open(&token), None);
        assert_eq!(key.open(&token.replace("eyJhIjoxfQ", "eyJhIjoyfQ")), None);
    }

    #[test]
    fn what_is_no_good_key_is_named() {
        let typed = SigningKey::of_bytes(&[7; 32]).unwrap().to_pem().unwrap();
        for (text, problem) in [
            ("", KeyProblem::Missing),
            ("my secret", KeyProblem::NotP256),
            (
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                KeyProblem::NotP256,
            ),
            (&typed, KeyProblem::NotRandom),
        ] {
            assert_eq!(SigningKey::parse(text).unwrap_err(), problem, "{text}");
        }
    }
}
