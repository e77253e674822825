//! An OpenID provider of the tests, which lies as told; and the demo with its own provider, on a real port.

use super::TestApp;
use axum::{
    Form, Json, Router,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use p256::{
    ecdsa::{
        Signature, SigningKey, VerifyingKey,
        signature::{Signer, Verifier},
    },
    elliptic_curve::sec1::Sec1Point,
};
use secrecy::SecretString;
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
};
use tokio::net::TcpListener;
use torget::{
    cli::application::{Application, Parts},
    config::{ClientAuth, EidSection, LimitsSection},
    domain::{demo_people::DEMO_PEOPLE, signing_keys},
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

/// What the next token says, how it is signed, and what was asked at the token endpoint.
struct Said {
    claims: Value,
    signed: Signed,
    heard: Vec<HashMap<String, String>>,
    offers: Value,
    user_info: (Value, Signed),
    key: u8,
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
    /// Not a token at all, but plain JSON; UserInfo alone.
    AsJson,
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
            heard: Vec::new(),
            offers: json!({}),
            user_info: (json!({}), Signed::Refused),
            key: 1,
        };
        let provider = FakeProvider {
            issuer,
            said: Arc::new(Mutex::new(said)),
        };
        let (metadata, token) = (provider.clone(), provider.clone());
        let (person, keys) = (provider.clone(), provider.clone());
        let router = Router::new()
            .route(
                "/.well-known/openid-configuration",
                get(async move || Json(metadata.metadata())),
            )
            .route(
                "/userinfo",
                get(async move |headers: HeaderMap| person.user_info(&headers)),
            )
            .route("/jwks", get(async move || keys.keys()))
            .route(
                "/token",
                post(async move |headers: HeaderMap, Form(form)| token.token(&headers, form)),
            );
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    /// Says this of the next person; `null` takes a claim away.
    pub fn say(&self, claims: Value, signed: Signed) {
        let mut said = self.said.lock().expect("a lock");
        (said.claims, said.signed) = (claims, signed);
    }

    /// Says this at UserInfo of the next person.
    pub fn tell(&self, claims: Value, signed: Signed) {
        self.said.lock().expect("a lock").user_info = (claims, signed);
    }

    fn user_info(&self, headers: &HeaderMap) -> Response {
        let bearer = headers.get(header::AUTHORIZATION);
        assert_eq!(bearer.expect("a token"), "Bearer x");
        let (claims, signed) = self.said.lock().expect("a lock").user_info.clone();
        let seed = self.said.lock().expect("a lock").key;
        match signed {
            Signed::Refused => StatusCode::UNAUTHORIZED.into_response(),
            Signed::Broken => StatusCode::BAD_GATEWAY.into_response(),
            Signed::AsJson => Json(claims).into_response(),
            signed => {
                let kind = [(header::CONTENT_TYPE, "application/jwt; charset=utf-8")];
                (kind, sign(&claims, signed, seed)).into_response()
            }
        }
    }

    fn keys(&self) -> Json<Value> {
        let seed = self.said.lock().expect("a lock").key;
        Json(json!({ "keys": [public(seed)] }))
    }

    /// Signs with another key from now on, as providers do now and then.
    pub fn change_key(&self) {
        self.said.lock().expect("a lock").key += 2;
    }

    /// Says this of itself too.
    pub fn offer(&self, more: Value) {
        self.said.lock().expect("a lock").offers = more;
    }

    /// The forms that came to the token endpoint, with what stood in the header under `authorization`.
    pub fn heard(&self) -> Vec<HashMap<String, String>> {
        self.said.lock().expect("a lock").heard.clone()
    }

    /// What a good ID token says, with `change` merged into it; `null` takes a claim away.
    pub fn claims(&self, app: &TestApp, nonce: &str, change: &Value) -> Value {
        let now = app.env.now().micros() / 1_000_000;
        let mut claims = json!({
            "iss": self.issuer, "aud": "torget", "sub": "x", "iat": now, "exp": now + 300,
            "auth_time": now, "nonce": nonce, "acr": "http://id.elegnamnden.se/loa/1.0/loa3",
            "https://id.oidc.se/claim/personalIdentityNumber": DEMO_PEOPLE[0].digits,
            "given_name": "Testperson", "family_name": "1",
        });
        merge(&mut claims, change);
        claims
    }

    fn metadata(&self) -> Value {
        let at = |path: &str| format!("{}{path}", self.issuer);
        let mut metadata = json!({
            "issuer": self.issuer,
            "authorization_endpoint": at("/authorize"), "token_endpoint": at("/token"),
            "userinfo_endpoint": at("/userinfo"), "jwks_uri": at("/jwks"), "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
        });
        merge(&mut metadata, &self.said.lock().expect("a lock").offers);
        metadata
    }

    fn token(&self, headers: &HeaderMap, mut form: HashMap<String, String>) -> Response {
        let mut said = self.said.lock().expect("a lock");
        let header = headers.get(header::AUTHORIZATION);
        if let Some(value) = header.and_then(|value| value.to_str().ok()) {
            form.insert("authorization".to_owned(), value.to_owned());
        }
        said.heard.push(form);
        let id_token = match said.signed {
            Signed::Refused => {
                let fault = Json(json!({ "error": "invalid_grant" }));
                return (StatusCode::BAD_REQUEST, fault).into_response();
            }
            Signed::Broken => return StatusCode::BAD_GATEWAY.into_response(),
            signed => sign(&said.claims, signed, said.key),
        };
        Json(json!({ "access_token": "x", "token_type": "Bearer", "id_token": id_token }))
            .into_response()
    }

    /// The same application with this provider as its only e-legitimation.
    pub fn on(&self, app: &TestApp) -> TestApp {
        self.with(app, &section(&self.issuer))
    }

    /// The same with another profile.
    pub fn with(&self, app: &TestApp, section: &EidSection) -> TestApp {
        let provider = OidcProvider::on_this_machine(section).expect("a profile");
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
        ..EidSection::default()
    }
}

/// The same for one that knows us by our key.
pub fn section_with_key(issuer: &str) -> EidSection {
    let pem = |first| SecretString::from(our_key(first).to_pem().expect("a key"));
    EidSection {
        client_auth: ClientAuth::PrivateKeyJwt,
        client_secret: SecretString::default(),
        client_key: pem(3),
        other_key: pem(4),
        ..section(issuer)
    }
}

/// A key of ours.
pub fn our_key(first: u8) -> signing_keys::SigningKey {
    let bytes = std::array::from_fn(|at| first + 5 * u8::try_from(at).expect("a few"));
    signing_keys::SigningKey::of_bytes(&bytes).expect("a key")
}

/// The claims of a token that this public key believes.
pub fn believe(token: &str, key: &Value) -> Option<Value> {
    let coordinate = |name: &str| URL_SAFE_NO_PAD.decode(key[name].as_str()?).ok();
    let (x, y) = (coordinate("x")?, coordinate("y")?);
    let bytes = [vec![4], x, y].concat();
    let point = Sec1Point::<p256::NistP256>::from_bytes(&bytes).ok()?;
    let key = VerifyingKey::from_sec1_point(&point).ok()?;
    let (said, signature) = token.rsplit_once('.')?;
    let signature = Signature::from_slice(&URL_SAFE_NO_PAD.decode(signature).ok()?).ok()?;
    key.verify(said.as_bytes(), &signature).ok()?;
    signing_keys::unchecked_claims(token)
}

/// Lays `change` over an object; `null` takes a member away.
pub fn merge(object: &mut Value, change: &Value) {
    let object = object.as_object_mut().expect("an object");
    for (name, value) in change.as_object().expect("an object") {
        match value {
            Value::Null => object.remove(name),
            value => object.insert(name.clone(), value.clone()),
        };
    }
}

/// A parameter of an address.
pub fn parameter(address: &str, name: &str) -> String {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let found = query.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        (key == name).then(|| value.replace('+', " "))
    });
    let encoded = found.unwrap_or_else(|| panic!("no {name} in {address}"));
    percent_encoding::percent_decode_str(&encoded)
        .decode_utf8_lossy()
        .into_owned()
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_slice(&[seed; 32]).expect("a key")
}

fn public(seed: u8) -> Value {
    let point = key(seed).verifying_key().to_sec1_point(false);
    let (x, y) = (&point.as_bytes()[1..33], &point.as_bytes()[33..65]);
    json!({ "kty": "EC", "crv": "P-256", "use": "sig", "kid": format!("k{seed}"), "x": encode(x), "y": encode(y) })
}

fn sign(claims: &Value, signed: Signed, seed: u8) -> String {
    let alg = match signed {
        Signed::Not => "none",
        Signed::WithSecret => "HS256",
        _ => "ES256",
    };
    let header = json!({ "alg": alg, "typ": "JWT", "kid": format!("k{seed}") });
    let said = format!(
        "{}.{}",
        encode(header.to_string().as_bytes()),
        encode(claims.to_string().as_bytes())
    );
    let by = |seed| -> Signature { key(seed).sign(said.as_bytes()) };
    let signature = match signed {
        Signed::Not => Vec::new(),
        Signed::WithSecret => hmac_of(&said),
        Signed::ByAnother => by(seed + 1).to_bytes().to_vec(),
        _ => by(seed).to_bytes().to_vec(),
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
