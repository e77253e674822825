//! Refuses what no handler could read: broken encodings, NUL characters (PostgreSQL has none), forms that are too large.

use crate::web::error::ErrorKind;
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use percent_encoding::percent_decode;

/// The largest form taken: texts are short. Files come as `multipart/form-data` and have their route's own limit.
pub const FORM_BYTES: usize = 256 * 1024;

/// Answers 400 or 413 to what cannot be read; lets everything else through, forms read once into memory.
pub async fn refuse_bad_input(request: Request, next: Next) -> Response {
    let uri = request.uri();
    let is_readable = is_text(uri.path().as_bytes(), false)
        && is_text(uri.query().unwrap_or_default().as_bytes(), false);
    if !is_readable {
        return refuse(&ErrorKind::BadRequest);
    }
    if declared_length(request.headers()) > FORM_BYTES && !is_multipart(request.headers()) {
        return refuse(&ErrorKind::TooLarge);
    }
    if !is_form(request.headers()) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, FORM_BYTES).await else {
        return refuse(&ErrorKind::TooLarge);
    };
    if !is_text(&bytes, true) {
        return refuse(&ErrorKind::BadRequest);
    }
    next.run(Request::from_parts(parts, Body::from(bytes)))
        .await
}

/// Whether the percent-decoded bytes are UTF-8 without NUL.
fn is_text(bytes: &[u8], is_form: bool) -> bool {
    let needs_decoding = bytes.contains(&b'%');
    if !needs_decoding && !is_form {
        return true;
    }
    let decoded: std::borrow::Cow<'_, [u8]> = percent_decode(bytes).into();
    std::str::from_utf8(&decoded).is_ok_and(|text| !text.contains('\0'))
}

fn declared_length(headers: &HeaderMap) -> usize {
    let value = headers.get(header::CONTENT_LENGTH);
    value
        .and_then(|value| value.to_str().ok()?.parse().ok())
        .unwrap_or(0)
}

fn is_form(headers: &HeaderMap) -> bool {
    has_type(headers, "application/x-www-form-urlencoded")
}

fn is_multipart(headers: &HeaderMap) -> bool {
    has_type(headers, "multipart/form-data")
}

fn has_type(headers: &HeaderMap, media_type: &str) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.as_bytes().get(..media_type.len()))
        // Media types are read without regard to case (RFC 9110 §8.3.1).
        .is_some_and(|begins| begins.eq_ignore_ascii_case(media_type.as_bytes()))
}

fn refuse(kind: &ErrorKind) -> Response {
    kind.status().into_response()
}

#[cfg(test)]
mod tests {
    use super::is_text;

    #[test]
    fn nul_and_broken_utf8_are_no_text_however_they_are_written() {
        assert!(is_text(b"title=Fler+cykelv%C3%A4gar", true));
        assert!(is_text("q=ö".as_bytes(), true));
        for bad in [b"title=%00".as_slice(), b"title=\0", b"q=%ff", b"q=\xff"] {
            assert!(!is_text(bad, true), "{bad:?}");
        }
        assert!(!is_text(b"/sv/%00", false));
    }
}
