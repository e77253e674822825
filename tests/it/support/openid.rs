//! An OpenID provider of the tests, which lies as told; and the demo with its own provider, on a real port.

use super::TestApp;
use axum::{
    Json, Router,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use secrecy::SecretString;
use serde_json::{Value, json};
use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};
use tokio::net::TcpListener;
use torget::{
    cli::application::{Application, Parts},
    config::{AcrRequest, EidSection, LimitsSection},
    i18n::Locale,
    outside::e_legitimation::{OidcProvider, Providers},
    usecases::{env::Env, identity::seed_demo_people},
    web::{demo_idp::DemoIdp, state::Site},
};

/// A provider at work; cheap to clone.
#[derive(Clone)]
pub struct FakeProvider {
    /// Its address.
    pub issuer: String,
    said: Arc<Mutex<Said>>,
}

/// What the next token says, and how it is signed.
struct Said {
    claims: Value,
    signed: Signed,
}

/// How a token is signed.
#[derive(Debug, Clone, Copy)]
pub enum Signed {
    /// As it should be.
    Well,
    /// By a key the provider does not publish, under the published name.
    ByAnother,
    /// Not at all (`alg: none`).
    Not,
    /// With the client secret (`HS256`), as if it were a key.
    WithSecret,
    /// No token: the provider refuses the code.
    Refused,
    /// No token: the provider is out of order.
    Broken,
}

const SECRET: &str = "a secret of the tests alone";

impl FakeProvider {
    /// Starts one.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let said = Said {
            claims: json!({}),
            signed: Signed::Well,
        };
        let provider = FakeProvider {
            issuer,
            said: Arc::new(Mutex::new(said)),
        };
        let (metadata, token) = (provider.metadata(), provider.clone());
        let router = Router::new()
            .route(
                "/.well-known/openid-configuration",
                get(async move || Json(metadata)),
            )
            .route("/jwks", get(async || Json(json!({ "keys": [public()] }))))
            .route("/token", post(async move || token.token()));
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    /// Says this of the next person; `null` takes a claim away.
    pub fn say(&self, claims: Value, signed: Signed) {
        *self.said.lock().expect("a lock") = Said { claims, signed };
    }

    fn metadata(&self) -> Value {
        let at = |path: &str| format!("{}{path}", self.issuer);
        json!({
            "issuer": self.issuer,
            "authorization_endpoint": at("/authorize"), "token_endpoint": at("/token"),
            "jwks_uri": at("/jwks"), "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
        })
    }

    fn token(&self) -> Response {
        let said = self.said.lock().expect("a lock");
        let id_token = match said.signed {
            Signed::Refused => {
                let fault = Json(json!({ "error": "invalid_grant" }));
                return (StatusCode::BAD_REQUEST, fault).into_response();
            }
            Signed::Broken => return StatusCode::BAD_GATEWAY.into_response(),
            signed => sign(&said.claims, signed),
        };
        Json(json!({ "access_token": "x", "token_type": "Bearer", "id_token": id_token }))
            .into_response()
    }

    /// The same application with this provider as its only e-legitimation.
    pub fn on(&self, app: &TestApp) -> TestApp {
        let provider = OidcProvider::on_this_machine(&section(&self.issuer)).expect("a profile");
        let env = Env {
            eid: Providers::new(vec![Arc::new(provider)]),
            ..app.env.clone()
        };
        app.with_env_of(env)
    }
}

/// A profile for a provider at this address.
pub fn section(issuer: &str) -> EidSection {
    EidSection {
        code: "test".to_owned(),
        name: "Test".to_owned(),
        issuer: issuer.to_owned(),
        client_id: "torget".to_owned(),
        client_secret: SecretString::from(SECRET),
        scopes: String::new(),
        accepted_acr: String::new(),
        acr_request: AcrRequest::Claims,
        number_claims: String::new(),
    }
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_slice(&[seed; 32]).expect("a key")
}

fn public() -> Value {
    let point = key(1).verifying_key().to_sec1_point(false);
    let (x, y) = (&point.as_bytes()[1..33], &point.as_bytes()[33..65]);
    json!({ "kty": "EC", "crv": "P-256", "use": "sig", "kid": "k", "x": encode(x), "y": encode(y) })
}

fn sign(claims: &Value, signed: Signed) -> String {
    let alg = match signed {
        Signed::Not => "none",
        Signed::WithSecret => "HS256",
        _ => "ES256",
    };
    let header = json!({ "alg": alg, "typ": "JWT", "kid": "k" });
    let said = format!(
        "{}.{}",
        encode(header.to_string().as_bytes()),
        encode(claims.to_string().as_bytes())
    );
    let by = |seed| -> Signature { key(seed).sign(said.as_bytes()) };
    let signature = match signed {
        Signed::Not => Vec::new(),
        Signed::WithSecret => hmac_of(&said),
        Signed::ByAnother => by(2).to_bytes().to_vec(),
        _ => by(1).to_bytes().to_vec(),
    };
    format!("{said}.{}", encode(&signature))
}

fn hmac_of(said: &str) -> Vec<u8> {
    use hmac::{Hmac, KeyInit, Mac};
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(SECRET.as_bytes()).expect("any key");
    mac.update(said.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The demo on this database: its own provider answers at a real port, which the site reads like any other.
pub async fn demo(app: &TestApp) -> TestApp {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let site = Site {
        base_url: format!("http://{address}"),
        is_demo: true,
        secure_cookies: false,
        trusted_proxies: 1,
        default_locale: Locale::Sv,
    };
    let mut env = app.env.clone();
    seed_demo_people(&env).await.expect("people");
    let idp = DemoIdp::new(&env, &site).expect("a demo");
    let section = idp.section("test".to_owned());
    let provider = OidcProvider::on_this_machine(&section).expect("a profile");
    env.eid = Providers::new(vec![Arc::new(provider)]);
    let application = Application::new(Parts {
        env,
        site,
        limits: LimitsSection::default(),
        demo_idp: Some(idp),
    });
    let served = application.router();
    tokio::spawn(async move {
        let service = served.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service).await
    });
    app.with_application(application)
}
