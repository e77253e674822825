//! What a browser was answered, and what can be said about it.

use super::form::Form;
use axum::http::{HeaderMap, StatusCode, header};
use scraper::{ElementRef, Html, Selector};

/// An answer. Assertions return the page, so that they can be chained.
#[derive(Debug, Clone)]
pub struct Page {
    /// The address asked for.
    pub path: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub bytes: Vec<u8>,
}

impl Page {
    /// The body as it was sent.
    pub fn html(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("UTF-8")
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("no JSON: {}", self.html()))
    }

    /// The body, read as HTML; keep it when there is more than one question to it.
    pub fn document(&self) -> Html {
        Html::parse_document(self.html())
    }

    /// All that can be read on the page's main part (the whole page where there is none), spaces put together.
    pub fn text(&self) -> String {
        let html = self.document();
        let root = html
            .select(&selector("main"))
            .next()
            .unwrap_or(html.root_element());
        words(root)
    }

    /// The texts of all elements that match a CSS selector.
    pub fn select(&self, css: &str) -> Vec<String> {
        let html = self.document();
        html.select(&selector(css)).map(words).collect()
    }

    /// An attribute of the first element that matches.
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let html = self.document();
        let element = html.select(&selector(css)).next()?;
        element.value().attr(name).map(str::to_owned)
    }

    /// Whether anything matches.
    pub fn has(&self, css: &str) -> bool {
        self.document().select(&selector(css)).next().is_some()
    }

    /// The page's heading.
    pub fn heading(&self) -> String {
        self.select("h1").into_iter().next().unwrap_or_default()
    }

    /// The address of the first link whose text contains `text`.
    #[track_caller]
    pub fn link(&self, text: &str) -> String {
        let html = self.document();
        html.select(&selector("a[href]"))
            .find(|link| words(*link).contains(text))
            .and_then(|link| link.value().attr("href"))
            .unwrap_or_else(|| panic!("no link {text:?} at {}: {}", self.path, self.text()))
            .to_owned()
    }

    /// The first form that matches, with the values it was sent with; fill it and `browser.send` it.
    #[track_caller]
    pub fn form(&self, css: &str) -> Form {
        let html = self.document();
        let form = html
            .select(&selector(css))
            .next()
            .unwrap_or_else(|| panic!("no form {css:?} at {}: {}", self.path, self.text()));
        Form::read(form, &self.path)
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Fails unless the other answer leads to the same page, whatever it says there.
    #[track_caller]
    pub fn assert_same_outcome(&self, other: &Page) {
        let to = |page: &Page| {
            let to = page.status.is_redirection().then(|| page.redirects_to());
            to.map(|to| to.split(['?', '#']).next().unwrap_or_default().to_owned())
        };
        let outcome = |page: &Page| (page.status, to(page));
        assert_eq!(outcome(self), outcome(other), "{} pressed twice", self.path);
    }

    /// Where a redirect leads.
    #[track_caller]
    pub fn redirects_to(&self) -> String {
        let to = self.headers.get(header::LOCATION).expect("a redirect");
        to.to_str().expect("an address").to_owned()
    }

    /// Fails unless this is the status.
    #[track_caller]
    pub fn assert_status(self, status: u16) -> Self {
        let shown: String = String::from_utf8_lossy(&self.bytes)
            .chars()
            .take(2_000)
            .collect();
        assert_eq!(self.status.as_u16(), status, "{}:\n{shown}", self.path);
        self
    }

    /// 200.
    #[track_caller]
    pub fn assert_ok(self) -> Self {
        self.assert_status(200)
    }

    /// 404.
    #[track_caller]
    pub fn assert_not_found(self) -> Self {
        self.assert_status(404)
    }

    /// A redirect (303) to exactly this address.
    #[track_caller]
    pub fn assert_leads_to(self, path: &str) -> Self {
        let page = self.assert_status(303);
        assert_eq!(page.redirects_to(), path);
        page
    }

    /// Fails unless the page's main part says this.
    #[track_caller]
    pub fn assert_says(self, text: &str) -> Self {
        assert!(
            self.text().contains(text),
            "{text:?} is not in: {}",
            self.text()
        );
        self
    }

    /// Fails when the page, markup included, holds this.
    #[track_caller]
    pub fn assert_hides(self, text: &str) -> Self {
        assert!(
            !self.html().contains(text),
            "{text:?} is in: {}",
            self.html()
        );
        self
    }
}

/// A CSS selector.
#[track_caller]
pub fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|_| panic!("not a selector: {css}"))
}

/// The text of an element with runs of white space as one space.
pub(super) fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
