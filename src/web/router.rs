//! Every route of the site, in reading order.

use super::{
    assets,
    cache::answer_from_memory,
    demo_idp,
    error::WebError,
    extract::context::RouteLocale,
    health, identity, info,
    middleware::{
        bad_input::{FORM_BYTES, refuse_bad_input},
        error_pages::draw_errors,
        headers::add_headers,
        limits::shed_load,
        observe::observe,
    },
    proposals, start,
    state::AppState,
    style_guide, urls,
};
use crate::{api, i18n::Locale};
use axum::{
    Extension, Router, extract::DefaultBodyLimit, middleware, response::Redirect, routing::get,
};
use tower_http::{catch_panic::CatchPanicLayer, csrf::CsrfLayer};

/// The whole site. What stands last in the list of layers meets a request first.
pub fn site(app: AppState) -> Router {
    let [reading, posting] = app.limits().layers();
    let mut router = Router::new();
    for locale in Locale::ALL {
        let pages = pages().layer(Extension(RouteLocale(locale)));
        let start = urls::start(locale);
        router = router.nest(&start, pages).route(
            start.trim_end_matches('/'),
            get(async move || Redirect::permanent(&urls::start(locale))),
        );
    }
    router
        .merge(proposals::routes_in_any_language())
        .merge(api::routes())
        .merge(assets::routes())
        .merge(identity::answers())
        .merge(demo_idp::routes(&app))
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
        .layer(middleware::from_fn_with_state(
            app.clone(),
            answer_from_memory,
        ))
        .layer(middleware::from_fn_with_state(app.clone(), observe))
        .with_state(app)
}

/// The pages that exist in every language, each under `/sv`, `/en` ….
fn pages() -> Router<AppState> {
    Router::new()
        .merge(start::routes())
        .merge(proposals::routes())
        .merge(info::routes())
        .merge(api::routes_by_language())
        .merge(identity::routes())
        .merge(super::my_pages::routes())
        .merge(super::staff::routes())
        .merge(super::statistics::routes())
        .merge(super::review::routes())
        .merge(style_guide::routes())
        .merge(super::signatures::routes())
        .merge(super::cases::routes())
        .merge(super::wizard::routes())
        .merge(super::mails::routes())
        .merge(super::demo::routes())
}
