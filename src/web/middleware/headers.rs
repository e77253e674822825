//! Headers on every answer: nothing is allowed that is not named (OWASP ASVS 5.0 V3).

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// Starts at `default-src 'none'`. `data:` images are the design system's masks; nothing else is inline.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; \
    img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";

/// The policy of a page whose form is posted to these origins.
pub fn policy_with_forms_to(origins: &[String]) -> Option<HeaderValue> {
    let forms = format!("form-action 'self' {}", origins.join(" "));
    let policy = CONTENT_SECURITY_POLICY.replace("form-action 'self'", &forms);
    HeaderValue::from_str(&policy).ok()
}

/// Adds the headers to an answer that has not set them itself.
pub async fn add_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(self)",
    );
    set(header::CACHE_CONTROL, "private, no-store");
    response
}
