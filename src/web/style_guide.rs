//! The page `/stil`: every part in every state, in every language. What is wrong with a part shows here first.

mod forms;
mod parts;
mod samples;

use super::{
    extract::context::RouteLocale,
    layout::{Crumb, Frame, Visitor, page_with_crumbs},
    urls,
};
use crate::domain::time::Timestamp;
use axum::{Extension, Router, routing::get};
use maud::{Markup, html};

/// The routes, to be put under each language.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/stil", get(show))
        .route("/stil/inloggad", get(show_signed_in))
}

async fn show(Extension(RouteLocale(locale)): Extension<RouteLocale>) -> Markup {
    draw(&frame(locale, "/stil"))
}

/// The same with the header of someone who is signed in.
async fn show_signed_in(Extension(RouteLocale(locale)): Extension<RouteLocale>) -> Markup {
    let visitor = Visitor {
        shown_name: locale.texts().style_form_name_value(),
        is_staff: true,
    };
    let frame = Frame {
        visitor: Some(&visitor),
        ..frame(locale, "/stil/inloggad")
    };
    draw(&frame)
}

/// The page shows no time of its own, so any will do.
fn frame(locale: crate::i18n::Locale, path: &str) -> Frame<'_> {
    Frame {
        demo: true,
        ..Frame::new(locale, path, Timestamp::from_micros(0))
    }
}

fn draw(frame: &Frame) -> Markup {
    let t = frame.t;
    let title = t.style_title();
    let crumbs = [Crumb {
        label: t.site_footer_about(),
        href: urls::about(frame.locale),
    }];
    let main = html! {
        h1 { (title) }
        p class="lead" { (t.style_lead()) }
        (parts::text(frame))
        (parts::buttons(frame))
        (forms::right(frame))
        (forms::wrong(frame))
        (parts::boxes(frame))
        (samples::proposals(frame))
        (samples::act_and_timeline(frame))
        (parts::steps_and_facts(frame))
        (samples::figures_and_tables(frame))
        (samples::charts(frame))
    };
    page_with_crumbs(frame, &title, &crumbs, main)
}
