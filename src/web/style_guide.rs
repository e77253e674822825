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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;
    use scraper::{Html, Selector};
    use std::collections::BTreeSet;

    fn pages() -> Vec<Html> {
        let draw = |locale| Html::parse_document(&draw(&frame(locale, "/stil")).into_string());
        Locale::ALL.into_iter().map(draw).collect()
    }

    fn attributes(page: &Html, name: &str) -> Vec<String> {
        let selector = Selector::parse(&format!("[{name}]")).unwrap();
        let values = page.select(&selector).filter_map(|e| e.attr(name));
        values.map(str::to_owned).collect()
    }

    #[test]
    fn every_reference_within_the_page_leads_somewhere() {
        for page in pages() {
            let ids = attributes(&page, "id");
            let unique: BTreeSet<&String> = ids.iter().collect();
            assert_eq!(ids.len(), unique.len(), "an id stands twice in {ids:?}");
            let mut wanted = attributes(&page, "for");
            for name in ["aria-describedby", "aria-labelledby"] {
                for value in attributes(&page, name) {
                    wanted.extend(value.split(' ').map(str::to_owned));
                }
            }
            let anchors = attributes(&page, "href");
            wanted.extend(
                anchors
                    .iter()
                    .filter_map(|href| href.strip_prefix('#'))
                    .map(str::to_owned),
            );
            for id in wanted {
                assert!(unique.contains(&id), "nothing has the id {id}");
            }
        }
    }

    #[test]
    fn every_field_has_a_label_and_keeps_its_value() {
        for page in pages() {
            let labels: BTreeSet<String> = attributes(&page, "for").into_iter().collect();
            let fields = Selector::parse("input:not([type=hidden]), select, textarea").unwrap();
            for field in page.select(&fields) {
                let id = field.attr("id").unwrap_or_default();
                assert!(labels.contains(id), "{} has no label", field.html());
            }
            let text = Selector::parse("textarea").unwrap();
            let text = page
                .select(&text)
                .next()
                .unwrap()
                .text()
                .collect::<String>();
            assert!(!text.trim().is_empty());
        }
    }

    #[test]
    fn headings_step_down_one_level_at_a_time() {
        for page in pages() {
            let headings = Selector::parse("h1, h2, h3, h4").unwrap();
            let levels: Vec<u32> = page
                .select(&headings)
                .filter_map(|heading| heading.value().name()[1..].parse().ok())
                .collect();
            assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1));
        }
    }
}
