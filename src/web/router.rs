//! Every route of the site, in reading order.

use super::{
    assets,
    error::WebError,
    extract::context::RouteLocale,
    health, identity,
    middleware::{
        bad_input::{FORM_BYTES, refuse_bad_input},
        error_pages::draw_errors,
        headers::add_headers,
        limits::shed_load,
        observe::observe,
    },
    state::AppState,
    style_guide,
};
use crate::i18n::Locale;
use axum::{Extension, Router, extract::DefaultBodyLimit, middleware};
use tower_http::{catch_panic::CatchPanicLayer, csrf::CsrfLayer};

/// The whole site. What stands last in the list of layers meets a request first.
pub fn site(app: AppState) -> Router {
    let [reading, posting] = app.limits().layers();
    let mut router = Router::new();
    for locale in Locale::ALL {
        let pages = pages().layer(Extension(RouteLocale(locale)));
        router = router.nest(&format!("/{}", locale.code()), pages);
    }
    router
        .merge(assets::routes())
        // Named, so that merging the health routes below keeps it within the layers.
        .fallback(async || WebError::NotFound)
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(middleware::from_fn(refuse_bad_input))
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), shed_load))
        .layer(reading)
        .layer(posting)
        .merge(health::routes())
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), draw_errors))
        .layer(middleware::from_fn(add_headers))
        .layer(middleware::from_fn_with_state(app.clone(), observe))
        .with_state(app)
}

/// The pages that exist in every language, each under `/sv`, `/en` ….
fn pages() -> Router<AppState> {
    Router::new()
        .merge(identity::routes())
        .merge(super::my_pages::routes())
        .merge(super::staff::routes())
        .merge(style_guide::routes())
        .merge(super::signatures::routes())
        .merge(super::mails::routes())
        .merge(super::demo::routes())
}
