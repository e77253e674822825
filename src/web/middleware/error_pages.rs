//! Draws every error as the same kind of page, in the language of the address; reads nothing from the database.

use crate::{
    i18n::Locale,
    web::{
        error::ErrorKind, errors_page::ErrorPage, extract::visitor::preferred_locale,
        layout::Frame, problem::problem, state::AppState,
    },
};
use axum::{
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Replaces the body of error answers: a page for people, problem details under `/api/`.
pub async fn draw_errors(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let full_path = request.uri().path().to_owned();
    let locale = full_path
        .split('/')
        .nth(1)
        .and_then(Locale::parse)
        .unwrap_or_else(|| preferred_locale(request.headers(), &app));
    let response = next.run(request).await;
    let known = response.extensions().get::<ErrorKind>().cloned();
    let drawn_already = response.headers().contains_key(header::CONTENT_TYPE)
        && known.is_none()
        && response.headers()[header::CONTENT_TYPE] != "text/plain; charset=utf-8";
    if drawn_already {
        return response;
    }
    let Some(kind) = known.or_else(|| ErrorKind::of_status(response.status())) else {
        return response;
    };
    if full_path.starts_with("/api/") {
        return with_advice(&response, problem(&kind, None));
    }
    let prefix = format!("/{}", locale.code());
    let path = full_path.strip_prefix(&prefix).unwrap_or("/").to_owned();
    let mut frame = Frame::new(locale, &path, app.env.now());
    frame.demo = app.site.is_demo;
    let page = ErrorPage { kind: &kind }.render(&frame);
    with_advice(&response, (kind.status(), page).into_response())
}

/// The drawn answer with what the bare one said about when and how to ask again.
fn with_advice(bare: &Response, mut drawn: Response) -> Response {
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = bare.headers().get(&name) {
            drawn.headers_mut().insert(name, value.clone());
        }
    }
    drawn
}
