//! The frame around every page: head, header, footer.

use crate::domain::time::Timestamp;
use crate::i18n::{Locale, Texts};
use crate::web::urls;
use maud::{DOCTYPE, Markup, html};

/// What every page needs to know about the request that asked for it.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The language of the page.
    pub locale: Locale,
    /// The texts in that language.
    pub t: &'static Texts,
    /// The page's path without its language (`/forslag/839`), for the language switch.
    pub path: &'a str,
    /// Who is signed in; `None` on public pages that are cached.
    pub visitor: Option<&'a Visitor>,
    /// When the page is made.
    pub now: Timestamp,
    /// Whether this is the demo, which every page says.
    pub demo: bool,
}

impl<'a> Frame<'a> {
    /// A frame for someone who is not signed in.
    pub fn new(locale: Locale, path: &'a str, now: Timestamp) -> Self {
        Frame {
            locale,
            t: locale.texts(),
            path,
            visitor: None,
            now,
            demo: false,
        }
    }
}

/// The signed-in person, as far as the header shows.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The name the person has chosen to be shown.
    pub shown_name: String,
    /// Whether the person has any grant, and so sees the link to the staff site.
    pub is_staff: bool,
}

/// One step of the way from the start page to this one.
pub struct Crumb {
    /// What the page is called.
    pub label: String,
    /// Its address.
    pub href: String,
}

/// A full page. `title` is also the document's title; `main` holds the page's own `h1`.
pub fn page(frame: &Frame, title: &str, main: Markup) -> Markup {
    page_with_crumbs(frame, title, &[], main)
}

/// A full page that shows the way to it; the page itself is not among `crumbs`.
pub fn page_with_crumbs(frame: &Frame, title: &str, crumbs: &[Crumb], main: Markup) -> Markup {
    let t = frame.t;
    html! {
        (DOCTYPE)
        html lang=(frame.locale.code()) dir=(frame.locale.dir()) {
            head {
                meta charset="utf-8";
                title { (t.site_page_title(title)) }
                meta name="viewport" content="width=device-width, initial-scale=1";
            }
            body {
                main id="innehall" tabindex="-1" { (main) }
                @if !crumbs.is_empty() { nav { a href=(urls::start(frame.locale)) { (t.site_nav_start()) } } }
            }
        }
    }
}
