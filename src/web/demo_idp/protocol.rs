//! What a provider answers: its metadata, its keys, who it was, and the token for a code.

use super::{CLIENT_ID, DemoIdp, pages::ChoosePage};
use crate::{
    domain::{
        demo_people::{DEMO_PEOPLE, DemoPerson, Part},
        sign_in::SIGN_IN_SECONDS,
        signing_keys::encode,
    },
    i18n::Locale,
    usecases::identity::{new_token, token_hash},
    web::{error::WebError, extract::visitor::preferred_locale, state::AppState},
};
use axum::{
    Extension, Form, Json,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The level of the test e-legitimation: of tillitsnivå 3, reviewed by nobody, so that production takes it nowhere.
const LEVEL: &str = "http://id.swedenconnect.se/loa/1.0/uncertified-loa3";
/// The level of the one whose e-legitimation is too weak.
const WEAK: &str = "http://id.elegnamnden.se/loa/1.0/loa2";
/// An ID token lives as long as the profile allows.
const TOKEN_SECONDS: i64 = 300;

/// What a relying party asks, carried through the page where one chooses who one is.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Asked {
    /// Always `code`.
    pub response_type: String,
    /// Who asks.
    pub client_id: String,
    /// Where to answer.
    pub redirect_uri: String,
    /// Comes back with the answer.
    pub state: String,
    /// Comes back inside the token.
    pub nonce: String,
    /// The hash of the verifier (RFC 7636).
    pub code_challenge: String,
    /// Always `S256`.
    pub code_challenge_method: String,
    /// The languages the person reads.
    pub ui_locales: String,
    /// Who the person chose to be; empty to turn back. Only in the posted form.
    pub person: String,
}

/// A code that waits to be exchanged.
#[derive(Debug, Clone)]
pub struct Granted {
    asked: Asked,
    person: DemoPerson,
}

/// `/.well-known/openid-configuration` (OpenID Connect Discovery §3).
pub async fn metadata(Extension(idp): Extension<DemoIdp>) -> Response {
    let at = |path: &str| format!("{}{path}", idp.0.issuer);
    Json(json!({
        "issuer": idp.0.issuer,
        "authorization_endpoint": at("/authorize"),
        "token_endpoint": at("/token"),
        "jwks_uri": at("/jwks"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        "code_challenge_methods_supported": ["S256"],
        "acr_values_supported": [LEVEL, WEAK],
        "claims_parameter_supported": true,
        "ui_locales_supported": ["sv", "en"],
        "authorization_response_iss_parameter_supported": true,
    }))
    .into_response()
}

/// The key set.
pub async fn keys(Extension(idp): Extension<DemoIdp>) -> Response {
    Json(json!({ "keys": [idp.0.key.public()] })).into_response()
}

/// The page where one chooses who one is.
pub async fn ask(
    State(app): State<AppState>,
    Extension(idp): Extension<DemoIdp>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    idp.check(&asked)?;
    let wanted = asked.ui_locales.split(' ').find_map(Locale::parse);
    let locale = wanted.unwrap_or_else(|| preferred_locale(&headers, &app));
    Ok(ChoosePage { asked }.render(locale).into_response())
}

/// Who it was: back to the relying party, with a code or with a refusal.
pub async fn answer(
    State(app): State<AppState>,
    Extension(idp): Extension<DemoIdp>,
    Form(asked): Form<Asked>,
) -> Result<Redirect, WebError> {
    idp.check(&asked)?;
    let said = match asked.person.parse::<u32>() {
        Err(_) => ("error", "access_denied".to_owned()),
        Ok(number) => {
            let person = DEMO_PEOPLE.iter().find(|person| person.number == number);
            let person = *person.ok_or(WebError::BadRequest)?;
            let code = new_token(&app.env);
            let asked = asked.clone();
            idp.0.codes.insert(code.clone(), Granted { asked, person });
            ("code", code)
        }
    };
    let pairs = [said, ("state", asked.state), ("iss", idp.0.issuer.clone())];
    let query = pairs.map(|(name, value)| format!("{name}={}", escape(&value)));
    Ok(Redirect::to(&format!(
        "{}?{}",
        idp.0.redirect_uri,
        query.join("&")
    )))
}

/// The form that exchanges a code (RFC 6749 §4.1.3).
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Exchange {
    grant_type: String,
    code: String,
    redirect_uri: String,
    code_verifier: String,
}

/// The ID token for a code, once.
pub async fn exchange(
    State(app): State<AppState>,
    Extension(idp): Extension<DemoIdp>,
    headers: HeaderMap,
    Form(form): Form<Exchange>,
) -> Response {
    if !idp.knows_client(&headers) {
        return fault(StatusCode::UNAUTHORIZED, "invalid_client");
    }
    let granted = idp.0.codes.remove(&form.code);
    let challenge = encode(&token_hash(&form.code_verifier));
    let Some(granted) = granted.filter(|granted| {
        form.grant_type == "authorization_code"
            && granted.asked.redirect_uri == form.redirect_uri
            && granted.asked.code_challenge == challenge
    }) else {
        return fault(StatusCode::BAD_REQUEST, "invalid_grant");
    };
    let id_token = idp.id_token(&granted, app.env.now().micros() / 1_000_000);
    Json(json!({
        "access_token": new_token(&app.env),
        "token_type": "Bearer",
        "expires_in": TOKEN_SECONDS,
        "id_token": id_token,
    }))
    .into_response()
}

impl DemoIdp {
    /// A request that is not from our own site is answered here, never there.
    fn check(&self, asked: &Asked) -> Result<(), WebError> {
        let is_known = asked.response_type == "code"
            && asked.client_id == CLIENT_ID
            && asked.redirect_uri == self.0.redirect_uri
            && asked.code_challenge_method == "S256"
            && asked.code_challenge.len() == 43;
        is_known.then_some(()).ok_or(WebError::BadRequest)
    }

    fn knows_client(&self, headers: &HeaderMap) -> bool {
        let wanted = format!("{CLIENT_ID}:{}", self.0.client_secret);
        let given = headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.strip_prefix("Basic "))
            .and_then(|encoded| STANDARD.decode(encoded).ok());
        given.is_some_and(|given| token_hash_of(&given) == token_hash(&wanted))
    }

    fn id_token(&self, granted: &Granted, now: i64) -> String {
        let DemoPerson {
            number,
            digits,
            part,
        } = granted.person;
        let claim = match part {
            Part::Coordination => "https://id.oidc.se/claim/coordinationNumber",
            _ => "https://id.oidc.se/claim/personalIdentityNumber",
        };
        let acr = if part == Part::Weak { WEAK } else { LEVEL };
        self.0.key.sign(&json!({
            "iss": self.0.issuer, "aud": CLIENT_ID, "sub": format!("testperson-{number}"),
            "iat": now, "exp": now + TOKEN_SECONDS.min(SIGN_IN_SECONDS), "auth_time": now,
            "nonce": granted.asked.nonce, "acr": acr, claim: digits,
            "given_name": "Testperson", "family_name": number.to_string(),
        }))
    }
}

fn token_hash_of(bytes: &[u8]) -> Vec<u8> {
    token_hash(&String::from_utf8_lossy(bytes))
}

fn fault(status: StatusCode, code: &str) -> Response {
    (status, Json(json!({ "error": code }))).into_response()
}

fn escape(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}
