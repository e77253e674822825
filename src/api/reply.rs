//! Answers of the API: JSON for everyone, with an ETag; errors as problem details (RFC 9457).

use crate::{
    i18n::Locale,
    web::{
        error::{ErrorKind, WebError},
        problem::{open, problem},
    },
};
use axum::{
    extract::rejection::QueryRejection,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Counts change while people sign: callers may keep an answer for a few seconds.
const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=5, stale-while-revalidate=25");

/// What can go wrong: told as problem details.
pub struct Problem {
    error: WebError,
    /// What of the query cannot be understood.
    detail: Option<String>,
}

impl<E: Into<WebError>> From<E> for Problem {
    fn from(error: E) -> Self {
        Problem {
            error: error.into(),
            detail: None,
        }
    }
}

impl Problem {
    /// A value of the query that is not known.
    pub fn value(name: &str) -> Self {
        Problem {
            error: WebError::BadRequest,
            detail: Some(Locale::En.texts().api_bad_value(name)),
        }
    }

    /// A query that cannot be read: a name that is not known or stands twice.
    pub fn query(refused: &QueryRejection) -> Self {
        Problem {
            error: WebError::BadRequest,
            detail: Some(refused.body_text()),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let refused = self.error.into_response();
        let kind = match refused.extensions().get::<ErrorKind>() {
            Some(kind) => kind.clone(),
            None => ErrorKind::Broken,
        };
        let mut told = problem(&kind, self.detail);
        if let Some(retry) = refused.headers().get(header::RETRY_AFTER) {
            let headers = told.headers_mut();
            headers.insert(header::RETRY_AFTER, retry.clone());
        }
        told
    }
}

/// Any other address under `/api/`.
pub async fn unknown_address() -> Problem {
    WebError::NotFound.into()
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
