//! Answers of the API: JSON for everyone, with an ETag; errors as problem details (RFC 9457).

use crate::{
    i18n::Locale,
    web::error::{ErrorKind, WebError},
};
use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Counts change while people sign: callers may keep an answer for a few seconds.
const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=5, stale-while-revalidate=25");

/// What can go wrong: told as problem details.
pub struct Problem(pub WebError);

impl<E: Into<WebError>> From<E> for Problem {
    fn from(error: E) -> Self {
        Problem(error.into())
    }
}

#[derive(Serialize)]
struct Details {
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    status: u16,
    detail: String,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let t = Locale::En.texts();
        let (title, detail) = match &self.0 {
            WebError::NotFound => (t.api_not_found_title(), t.api_not_found_text()),
            WebError::Gone(reason) => (t.api_gone_title(), t.api_gone_text(reason.as_str())),
            WebError::BadRequest => (t.api_bad_request_title(), t.api_bad_request_text()),
            _ => (t.error_away_title(), t.error_away_text()),
        };
        let mut response = self.0.into_response();
        let details = Details {
            kind: "about:blank",
            title,
            status: response.status().as_u16(),
            detail,
        };
        let status = response.status();
        let retry = response.headers_mut().remove(header::RETRY_AFTER);
        let body = serde_json::to_vec(&details).unwrap_or_default();
        let content_type = HeaderValue::from_static("application/problem+json");
        let mut told = (status, [(header::CONTENT_TYPE, content_type)], body).into_response();
        if let Some(retry) = retry {
            told.headers_mut().insert(header::RETRY_AFTER, retry);
        }
        open(&mut told);
        told
    }
}

/// Any other address under `/api/`.
pub async fn unknown_address() -> Problem {
    Problem(WebError::NotFound)
}

/// A value as JSON, or 304 when the caller has it.
pub fn json<T: Serialize>(asked: &HeaderMap, value: &T) -> Response {
    let Ok(body) = serde_json::to_vec(value) else {
        return ErrorKind::Broken.status().into_response();
    };
    bytes(asked, "application/json", body)
}

/// Bytes of a media type, or 304 when the caller has them.
pub fn bytes(asked: &HeaderMap, media_type: &'static str, body: Vec<u8>) -> Response {
    let etag = format!("\"{}\"", hex::encode(&Sha256::digest(&body)[..9]));
    let is_known = asked
        .get(header::IF_NONE_MATCH)
        .and_then(|known| known.to_str().ok())
        .is_some_and(|known| {
            known
                .split(',')
                .any(|one| one.trim().trim_start_matches("W/") == etag)
        });
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (
            [(header::CONTENT_TYPE, HeaderValue::from_static(media_type))],
            body,
        )
            .into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, CACHE);
    if let Ok(etag) = HeaderValue::try_from(etag) {
        headers.insert(header::ETAG, etag);
    }
    open(&mut response);
    response
}

/// Any site's script may read it (WHATWG Fetch, CORS): there is nothing personal in it.
fn open(response: &mut Response) {
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
