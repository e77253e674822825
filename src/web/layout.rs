//! The frame around every page: head, header, footer.

use crate::{
    domain::time::Timestamp,
    i18n::{Locale, Texts},
    web::{
        assets::{Asset, url},
        urls,
    },
};
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

/// A full page that shows the way to it, from the page after the start page to this page's parent.
pub fn page_with_crumbs(frame: &Frame, title: &str, crumbs: &[Crumb], main: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(frame.locale.code()) dir=(frame.locale.dir()) {
            (head(frame, title))
            body {
                a class="ds-skip-link" href="#innehall" { (frame.t.site_skip_link()) }
                (header(frame))
                @if !crumbs.is_empty() { (breadcrumbs(frame, crumbs)) }
                main id="innehall" class="wrap" tabindex="-1" { (main) }
                (footer(frame))
            }
        }
    }
}

fn head(frame: &Frame, title: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            title { (frame.t.site_page_title(title)) }
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            link rel="preload" href=(url(Asset::Font)) as="font" type="font/woff2" crossorigin;
            link rel="stylesheet" href=(url(Asset::Style));
            link rel="icon" href=(url(Asset::Icon)) type="image/svg+xml";
            @for locale in Locale::ALL {
                link rel="alternate" hreflang=(locale.code()) href=(urls::in_language(locale, frame.path));
            }
        }
    }
}

/// Wide screens show the navigation, small ones fold it; each hides the other's copy from everyone.
fn header(frame: &Frame) -> Markup {
    let t = frame.t;
    html! {
        header class="top" {
            div class="wrap" {
                a class="wordmark" href=(urls::start(frame.locale)) translate="no" {
                    svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" {
                        rect width="32" height="32" rx="6" {}
                        path d="M7 8h18v5h-6.4v12h-5.2V13H7z" {}
                    }
                    (t.site_name())
                }
                (languages(frame))
                div class="account" { (account(frame)) }
                details class="menu" {
                    summary { (t.site_nav_menu()) }
                    div class="menu-panel" {
                        nav aria-label=(t.site_nav_label()) {
                            ul class="plain" {
                                (navigation(frame))
                                (account_items(frame))
                            }
                        }
                    }
                }
                nav class="nav-wide" aria-label=(t.site_nav_label()) {
                    ul class="plain" { (navigation(frame)) }
                }
            }
        }
    }
}

fn navigation(frame: &Frame) -> Markup {
    let t = frame.t;
    let links = [
        (urls::start(frame.locale), t.site_nav_start()),
        (urls::proposals(frame.locale), t.site_nav_proposals()),
        (urls::new_proposal(frame.locale), t.site_nav_new_proposal()),
        (urls::statistics(frame.locale), t.site_nav_statistics()),
        (urls::how_it_works(frame.locale), t.site_nav_how()),
    ];
    let here = urls::in_language(frame.locale, frame.path);
    html! {
        @for (href, label) in links {
            li { a href=(href) aria-current=[(href == here).then_some("page")] { (label) } }
        }
    }
}

fn languages(frame: &Frame) -> Markup {
    let others = Locale::ALL
        .into_iter()
        .filter(|locale| *locale != frame.locale);
    html! {
        nav class="languages" aria-label=(frame.t.site_language_label()) {
            @for locale in others {
                a lang=(locale.code()) hreflang=(locale.code()) href=(urls::in_language(locale, frame.path)) {
                    (locale.own_name())
                }
            }
        }
    }
}

fn account(frame: &Frame) -> Markup {
    let t = frame.t;
    html! {
        @if let Some(visitor) = frame.visitor {
            span class="soft" { bdi { (t.site_signed_in_as(visitor.shown_name.as_str())) } }
            @if visitor.is_staff { a href=(urls::staff(frame.locale)) { (t.site_nav_staff()) } }
            a href=(urls::my_pages(frame.locale)) { (t.site_my_pages()) }
            (sign_out(frame))
        } @else {
            a href=(sign_in(frame)) { (t.site_sign_in()) }
        }
    }
}

fn account_items(frame: &Frame) -> Markup {
    let t = frame.t;
    html! {
        @if let Some(visitor) = frame.visitor {
            li class="soft" { bdi { (t.site_signed_in_as(visitor.shown_name.as_str())) } }
            @if visitor.is_staff { li { a href=(urls::staff(frame.locale)) { (t.site_nav_staff()) } } }
            li { a href=(urls::my_pages(frame.locale)) { (t.site_my_pages()) } }
            li { (sign_out(frame)) }
        } @else {
            li { a href=(sign_in(frame)) { (t.site_sign_in()) } }
        }
    }
}

fn sign_in(frame: &Frame) -> String {
    let here = urls::in_language(frame.locale, frame.path);
    urls::sign_in_and_return(frame.locale, &here)
}

fn sign_out(frame: &Frame) -> Markup {
    html! {
        form method="post" action=(urls::sign_out(frame.locale)) {
            button type="submit" { (frame.t.site_sign_out()) }
        }
    }
}

fn breadcrumbs(frame: &Frame, crumbs: &[Crumb]) -> Markup {
    let t = frame.t;
    html! {
        div class="wrap crumbs" {
            nav class="ds-breadcrumbs" aria-label=(t.site_breadcrumbs_label()) {
                ol {
                    li { a href=(urls::start(frame.locale)) { (t.site_nav_start()) } }
                    @for crumb in crumbs { li { a href=(crumb.href) { (crumb.label) } } }
                }
            }
        }
    }
}

fn footer(frame: &Frame) -> Markup {
    let t = frame.t;
    let links = [
        (urls::about(frame.locale), t.site_footer_about()),
        (urls::rules(frame.locale), t.site_footer_rules()),
        (
            urls::accessibility(frame.locale),
            t.site_footer_accessibility(),
        ),
        (urls::privacy(frame.locale), t.site_footer_privacy()),
        (urls::contact(frame.locale), t.site_footer_contact()),
    ];
    html! {
        footer class="bottom" {
            div class="wrap" {
                @if frame.demo {
                    p class="demo" { strong { (t.site_demo_title()) } ". " (t.site_demo_text()) }
                }
                p { (t.site_footer_purpose()) }
                nav aria-label=(t.site_footer_label()) {
                    ul class="plain" {
                        @for (href, label) in links { li { a href=(href) { (label) } } }
                    }
                }
            }
        }
    }
}
