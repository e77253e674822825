//! Errors for programs: problem details (RFC 9457), drawn by the API and by the layers around it.

use super::error::ErrorKind;
use crate::i18n::Locale;
use axum::{
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

#[derive(Serialize)]
struct Details {
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    status: u16,
    detail: String,
}

/// What went wrong, as problem details (RFC 9457), also where no handler of the API was reached.
pub fn problem(kind: &ErrorKind, detail: Option<String>) -> Response {
    let (title, text) = words(kind);
    let details = Details {
        kind: "about:blank",
        title,
        status: kind.status().as_u16(),
        detail: detail.unwrap_or(text),
    };
    let body = serde_json::to_vec(&details).unwrap_or_default();
    let content_type = HeaderValue::from_static("application/problem+json");
    let content_type = [(header::CONTENT_TYPE, content_type)];
    let mut told = (kind.status(), content_type, body).into_response();
    open(&mut told);
    told
}

fn words(kind: &ErrorKind) -> (String, String) {
    let t = Locale::En.texts();
    match kind {
        ErrorKind::NotFound => (t.api_not_found_title(), t.api_not_found_text()),
        ErrorKind::Gone(reason) => (t.api_gone_title(), t.api_gone_text(reason.as_str())),
        ErrorKind::BadRequest | ErrorKind::Unreadable => {
            (t.api_bad_request_title(), t.api_bad_request_text())
        }
        ErrorKind::Forbidden => (t.error_forbidden_title(), t.error_forbidden_text()),
        ErrorKind::WrongMethod => (t.error_wrong_method_title(), t.error_wrong_method_text()),
        ErrorKind::Stale => (t.error_stale_title(), t.error_stale_text()),
        ErrorKind::TooLarge => (t.error_too_large_title(), t.error_too_large_text()),
        ErrorKind::TooMany => (t.error_too_many_title(), t.error_too_many_text()),
        ErrorKind::Broken => (t.error_broken_title(), t.error_broken_text()),
        ErrorKind::Away => (t.error_away_title(), t.error_away_text()),
    }
}

/// Any site's script may read it (WHATWG Fetch, CORS): there is nothing personal in it.
pub fn open(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    );
}
