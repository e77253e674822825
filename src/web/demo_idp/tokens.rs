//! Signing: JSON Web Tokens with ES256 (RFC 7518 §3.4), one of the two algorithms the Swedish profile allows.

use crate::usecases::env::Env;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use p256::ecdsa::{self, Signature, signature::Signer};
use serde_json::{Value, json};

/// The name of the key in the header and the key set.
const KEY_ID: &str = "demo";

/// A P-256 key that lives as long as the process.
pub struct SigningKey(ecdsa::SigningKey);

impl SigningKey {
    /// A new key.
    pub fn new(env: &Env) -> Self {
        loop {
            // All but one in 2³² of 256 random bits are a key.
            if let Ok(key) = ecdsa::SigningKey::from_slice(&env.ids.bytes::<32>()) {
                return SigningKey(key);
            }
        }
    }

    /// The public half as a JSON Web Key (RFC 7517).
    pub fn public(&self) -> Value {
        let point = self.0.verifying_key().to_sec1_point(false);
        let bytes = point.as_bytes();
        let (x, y) = (&bytes[1..33], &bytes[33..65]);
        json!({
            "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": KEY_ID,
            "x": encode(x), "y": encode(y),
        })
    }

    /// The claims as a signed token.
    pub fn sign(&self, claims: &Value) -> String {
        let header = json!({ "alg": "ES256", "typ": "JWT", "kid": KEY_ID });
        let said = format!(
            "{}.{}",
            encode(header.to_string().as_bytes()),
            encode(claims.to_string().as_bytes())
        );
        let signature: Signature = self.0.sign(said.as_bytes());
        format!("{said}.{}", encode(&signature.to_bytes()))
    }
}

/// Base64 for addresses, without padding (RFC 7515 §2).
pub fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
