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
        observe::{observe, tell_route},
    },
    proposals, start,
    state::AppState,
    style_guide, urls,
};
use crate::{api, i18n::Locale};
use axum::{
    Extension, Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, from_fn_with_state},
    response::Redirect,
    routing::get,
};
use tower::ServiceBuilder;
use tower_http::{catch_panic::CatchPanicLayer, csrf::CsrfLayer};

/// The whole site: what is remembered answers first, everything else passes the layers.
pub fn site(app: AppState) -> Router {
    let outside = ServiceBuilder::new()
        .layer(from_fn_with_state(app.clone(), answer_from_memory))
        .layer(from_fn_with_state(app.clone(), observe))
        .layer(from_fn(add_headers))
        .layer(from_fn_with_state(app.clone(), draw_errors))
        .layer(CatchPanicLayer::new());
    let health = health::routes().layer(from_fn(tell_route));
    let all = health
        .with_state(app.clone())
        .fallback_service(within_limits(app));
    Router::new().fallback_service(outside.service(all))
}

/// Every route but health, which a balancer may ask as often as it likes.
///
/// The layers lie around the router instead of in it: each layer of a router is copied for each request, with all that
/// lie below it.
fn within_limits(app: AppState) -> Router {
    let [reading, posting] = app.limits().layers();
    let layers = ServiceBuilder::new()
        .layer(posting)
        .layer(reading)
        .layer(from_fn_with_state(app.clone(), shed_load))
        .layer(CsrfLayer::new())
        .layer(from_fn(refuse_bad_input))
        .layer(DefaultBodyLimit::max(FORM_BYTES));
    let routes = routes(&app).layer(from_fn(tell_route)).with_state(app);
    Router::new().fallback_service(layers.service(routes))
}

fn routes(app: &AppState) -> Router<AppState> {
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
        .merge(demo_idp::routes(app))
        .fallback(async || WebError::NotFound)
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
