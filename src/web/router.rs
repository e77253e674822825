//! Every route of the site, in reading order.

use super::{
    extract::context::RouteLocale,
    middleware::{error_pages::draw_errors, headers::add_headers},
    state::AppState,
};
use crate::i18n::Locale;
use axum::{Extension, Router, extract::DefaultBodyLimit, middleware};
use tower_http::{catch_panic::CatchPanicLayer, csrf::CsrfLayer};

/// The largest form taken: texts are short; documents have their own limit.
const FORM_BYTES: usize = 256 * 1024;

/// The whole site.
pub fn site(app: AppState) -> Router {
    let mut router = Router::new();
    for locale in Locale::ALL {
        let pages = pages().layer(Extension(RouteLocale(locale)));
        router = router.nest(&format!("/{}", locale.code()), pages);
    }
    router
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(CsrfLayer::new())
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), draw_errors))
        .layer(middleware::from_fn(add_headers))
        .with_state(app)
}

/// The pages that exist in every language, each under `/sv`, `/en` ….
fn pages() -> Router<AppState> {
    Router::new()
}
