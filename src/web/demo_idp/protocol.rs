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
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

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
        "userinfo_endpoint": at("/userinfo"),
        "jwks_uri": at("/jwks"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "token_endpoint_auth_methods_supported": ["private_key_jwt"],
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
    client_assertion: String,
}

/// The ID token for a code, once.
pub async fn exchange(
    State(app): State<AppState>,
    Extension(idp): Extension<DemoIdp>,
    Form(form): Form<Exchange>,
) -> Response {
    let now = app.env.now().micros() / 1_000_000;
    if !idp.knows_client(&form.client_assertion, now) {
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
    let id_token = idp.id_token(&granted, now);
    let access_token = new_token(&app.env);
    idp.0.told.insert(access_token.clone(), granted);
    Json(json!({
        "access_token": access_token,
        "token_type": "Bearer",
        "expires_in": TOKEN_SECONDS,
        "id_token": id_token,
    }))
    .into_response()
}

/// UserInfo, signed (Swedish OpenID Connect Profile 1.0 §4).
pub async fn tell(Extension(idp): Extension<DemoIdp>, headers: HeaderMap) -> Response {
    let bearer = headers.get(header::AUTHORIZATION);
    let token = bearer.and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    match token.and_then(|token| idp.0.told.get(token)) {
        Some(granted) => {
            let kind = [(header::CONTENT_TYPE, "application/jwt")];
            (kind, idp.user_info(&granted)).into_response()
        }
        None => fault(StatusCode::UNAUTHORIZED, "invalid_token"),
    }
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

    /// Whether the site signed this for us, just now and never before (RFC 7523 §3).
    fn knows_client(&self, assertion: &str, now: i64) -> bool {
        let said = self.0.client_key.open(assertion).unwrap_or_default();
        let text = |name: &str| said[name].as_str().unwrap_or_default();
        let is_meant = text("iss") == CLIENT_ID
            && text("sub") == CLIENT_ID
            && text("aud") == format!("{}/token", self.0.issuer)
            && said["exp"].as_i64().is_some_and(|end| end > now);
        let is_fresh = self.0.used.get(text("jti")).is_none();
        self.0.used.insert(text("jti").to_owned(), ());
        is_meant && is_fresh
    }

    fn id_token(&self, granted: &Granted, now: i64) -> String {
        let acr = match granted.person.part {
            Part::Weak => WEAK,
            _ => LEVEL,
        };
        let mut said = self.about(granted);
        said["iat"] = now.into();
        said["exp"] = (now + TOKEN_SECONDS.min(SIGN_IN_SECONDS)).into();
        said["auth_time"] = now.into();
        said["nonce"] = granted.asked.nonce.as_str().into();
        said["acr"] = acr.into();
        self.0.key.sign(&said)
    }

    fn user_info(&self, granted: &Granted) -> String {
        let mut said = self.about(granted);
        said["given_name"] = "Testperson".into();
        said["family_name"] = granted.person.number.to_string().into();
        self.0.key.sign(&said)
    }

    /// What the ID token and UserInfo both say.
    fn about(&self, granted: &Granted) -> Value {
        let DemoPerson {
            number,
            digits,
            part,
        } = granted.person;
        let claim = match part {
            Part::Coordination => "https://id.oidc.se/claim/coordinationNumber",
            _ => "https://id.oidc.se/claim/personalIdentityNumber",
        };
        json!({
            "iss": self.0.issuer, "aud": CLIENT_ID, "sub": format!("testperson-{number}"),
            claim: digits,
        })
    }
}

fn fault(status: StatusCode, code: &str) -> Response {
    (status, Json(json!({ "error": code }))).into_response()
}

fn escape(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}
