//! A person's browser: keeps cookies, follows redirects, says where its forms come from.

use super::{form::Form, page::Page};
use axum::{
    Router,
    body::{self, Body},
    http::{HeaderName, Method, Request, StatusCode, header},
};
use std::collections::BTreeMap;
use tower::ServiceExt;

/// One person's browser; a clone is a copy with the same cookies (another tab begins as one).
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    headers: Vec<(HeaderName, String)>,
    address: String,
    presses_twice: bool,
}

impl Browser {
    pub(super) fn new(router: Router, number: u32) -> Self {
        let [_, a, b, c] = number.to_be_bytes();
        Browser {
            router,
            cookies: BTreeMap::new(),
            headers: Vec::new(),
            address: format!("10.{a}.{b}.{c}"),
            presses_twice: false,
        }
    }

    /// The browser with another header on every request: `Accept-Language`, say.
    pub fn with_header(mut self, name: HeaderName, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// The browser of someone who presses every button twice; both presses must lead to the same page.
    pub fn pressing_twice(mut self, presses_twice: bool) -> Self {
        self.presses_twice = presses_twice;
        self
    }

    /// Sets a cookie as if the site had.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Opens an address and follows where it leads.
    pub async fn get(&mut self, path: &str) -> Page {
        let page = self.get_once(path).await;
        self.follow(page).await
    }

    /// Opens an address and stays at the answer, also when it is a redirect.
    pub async fn get_once(&mut self, path: &str) -> Page {
        let request = Request::get(path).header("sec-fetch-site", "same-origin");
        self.request(request.body(Body::empty()).expect("a request"))
            .await
    }

    /// Posts fields and follows where that leads.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.post_once(path, fields).await;
        self.follow(page).await
    }

    /// Posts fields and stays at the answer.
    pub async fn post_once(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = encode(fields).into_bytes();
        if !self.presses_twice {
            return self.post_raw(path, "same-origin", body).await;
        }
        let mut other = self.clone();
        let second = body.clone();
        // With an id in the form at the same time, since it is the id that makes them one; otherwise one after the other.
        let (first, second) = if fields.iter().any(|(name, _)| *name == "form_id") {
            tokio::join!(
                self.post_raw(path, "same-origin", body),
                other.post_raw(path, "same-origin", second)
            )
        } else {
            let first = self.post_raw(path, "same-origin", body).await;
            other.cookies.clone_from(&self.cookies);
            (first, other.post_raw(path, "same-origin", second).await)
        };
        first.assert_same_outcome(&second);
        first
    }

    /// Posts a form read from a page with [`Page::form`], as pressing its button does, and follows.
    pub async fn send(&mut self, form: &Form) -> Page {
        let page = self.send_once(form).await;
        self.follow(page).await
    }

    /// The same, staying at the answer.
    pub async fn send_once(&mut self, form: &Form) -> Page {
        let fields: Vec<(&str, &str)> = form
            .fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        if form.method == Method::GET {
            return self
                .get_once(&format!("{}?{}", form.action, encode(&fields)))
                .await;
        }
        self.post_once(&form.action, &fields).await
    }

    /// Posts any bytes as a form, naming the site the form stood on (`same-origin`, `cross-site`).
    pub async fn post_raw(&mut self, path: &str, from_site: &str, bytes: Vec<u8>) -> Page {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::CONTENT_LENGTH, bytes.len())
            .header("sec-fetch-site", from_site);
        self.request(request.body(Body::from(bytes)).expect("a request"))
            .await
    }

    /// Sends any request with this browser's cookies, headers and address; keeps the cookies of the answer.
    pub async fn request(&mut self, mut request: Request<Body>) -> Page {
        let path = request.uri().to_string();
        let headers = request.headers_mut();
        headers.insert(header::HOST, "torget.example".parse().expect("a host"));
        headers.insert("x-forwarded-for", self.address.parse().expect("an address"));
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            headers.insert(header::COOKIE, pairs.join("; ").parse().expect("cookies"));
        }
        for (name, value) in &self.headers {
            headers.insert(name, value.parse().expect("a header"));
        }
        let answer = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("the router answers");
        let (parts, stream) = answer.into_parts();
        let bytes = body::to_bytes(stream, 50_000_000).await.expect("a body");
        self.keep_cookies(&parts.headers);
        Page {
            path,
            status: parts.status,
            headers: parts.headers,
            bytes: bytes.to_vec(),
        }
    }

    async fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..8 {
            if !page.status.is_redirection() || page.status == StatusCode::NOT_MODIFIED {
                return page;
            }
            let to = page.redirects_to();
            let to = to.strip_prefix("https://torget.example").unwrap_or(&to);
            page = self.get_once(to.split('#').next().unwrap_or(to)).await;
        }
        panic!("redirects without end at {}", page.path);
    }

    fn keep_cookies(&mut self, headers: &axum::http::HeaderMap) {
        for value in headers.get_all(header::SET_COOKIE) {
            let text = value.to_str().expect("a cookie of letters");
            let (pair, attributes) = text.split_once(';').unwrap_or((text, ""));
            let (name, value) = pair.split_once('=').expect("name=value");
            let attributes = attributes.to_ascii_lowercase();
            if attributes.contains("max-age=0") || value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// Fields as a form writes them.
pub fn encode(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect::<Vec<_>>()
        .join("&")
}
