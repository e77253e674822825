//! Public pages for visitors who are not signed in: rendered once for each version, kept compressed, answered in
//! microseconds. A handler opts in by answering with [`Public`]; everything else passes through.

use super::{
    coding::accepts,
    extract::visitor::{cookie, session_cookie_name},
    live::{Depends, Version},
    middleware::observe::{Counters, REQUEST_ID, Tally, route_of},
    state::AppState,
};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};
use std::{
    io::Write,
    sync::{Arc, OnceLock},
    time::Instant,
};

/// Caches between us and people may answer by themselves for two seconds, and with what they have while they ask us
/// again for eight more. Browsers tell signed-in from not by the cookie.
const PUBLIC: HeaderValue = HeaderValue::from_static("public, max-age=2, stale-while-revalidate=8");
const VARY: HeaderValue = HeaderValue::from_static("accept-encoding, cookie");

/// All pages together take at most this many bytes.
const WEIGHT: u64 = 48 * 1024 * 1024;

/// A page larger than this is not kept.
const LARGEST: usize = 2 * 1024 * 1024;

/// An answer that is the same for everyone who is not signed in; for those who are it stays private.
pub struct Public<T>(pub T);

impl<T: IntoResponse> IntoResponse for Public<T> {
    fn into_response(self) -> Response {
        let mut response = self.0.into_response();
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, PUBLIC);
        headers.insert(header::VARY, VARY);
        response
    }
}

/// The pages that are kept.
pub struct PageCache(moka::future::Cache<Key, Arc<Kept>>);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    address: Box<str>,
    version: Version,
}

/// A rendered page in the encodings that were asked for so far.
struct Kept {
    headers: HeaderMap,
    etag: HeaderValue,
    answered: Counters,
    not_changed: Counters,
    identity: Bytes,
    brotli: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
}

impl Default for PageCache {
    fn default() -> Self {
        let cache = moka::future::Cache::builder()
            .max_capacity(WEIGHT)
            .weigher(|key: &Key, kept: &Arc<Kept>| {
                // Both compressed forms together take less than half of the page itself.
                let bytes = key.address.len() + kept.identity.len() * 3 / 2 + 1024;
                u32::try_from(bytes).unwrap_or(u32::MAX)
            })
            .build();
        PageCache(cache)
    }
}

/// What the page at this path shows; `None` for pages that are never kept.
fn depends(path: &str) -> Option<Depends> {
    let page = path
        .strip_prefix("/sv")
        .or_else(|| path.strip_prefix("/en"))?;
    if let Some(number) = page.strip_prefix("/forslag/") {
        return number.parse().ok().map(Depends::OnProposal);
    }
    let is_public = matches!(
        page,
        "/" | "/forslag"
            | "/statistik"
            | "/sa-fungerar-det"
            | "/om"
            | "/regler"
            | "/tillganglighet"
            | "/personuppgifter"
            | "/kontakt"
    );
    (is_public || page.starts_with("/statistik/")).then_some(Depends::OnAnything)
}

/// Answers from memory where it can.
pub async fn answer_from_memory(
    State(app): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let is_visitor = request.method() == Method::GET
        && cookie(request.headers(), session_cookie_name(&app)).is_none();
    let Some(depends) = depends(request.uri().path()).filter(|_| is_visitor) else {
        return next.run(request).await;
    };
    let begun = Instant::now();
    // With the database away, what is remembered is still the best answer there is.
    if let Err(error) = app.live().catch_up(&app.env).await {
        tracing::warn!(error = %error, "live.not_caught_up");
    }
    let key = Key {
        address: request
            .uri()
            .path_and_query()
            .map_or("/", |address| address.as_str())
            .into(),
        version: app.live().version(depends, app.env.now()),
    };
    let asked = Asked::of(request.headers());
    // Nearly always; only a page that must be made is worth the copies below.
    if let Some(kept) = app.pages().0.get(&key).await {
        return kept.answer_and_count(&asked, begun);
    }
    let (parts, _) = request.into_parts();
    let mut made = Made::BySomeoneElse;
    let making = make(app.tally(), parts.clone(), next.clone(), &mut made);
    match (app.pages().0.try_get_with(key, making).await, made) {
        // Made here, it was counted like any request.
        (Ok(kept), Made::Here) => kept.answer(&asked),
        (Ok(kept), _) => kept.answer_and_count(&asked, begun),
        (Err(_), Made::NotForKeeping(response)) => response,
        // Another request for the same page found that it is not kept; each gets its own answer.
        (Err(_), _) => next.run(Request::from_parts(parts, Body::empty())).await,
    }
}

/// Who made a page that was not in memory.
enum Made {
    BySomeoneElse,
    Here,
    NotForKeeping(Response),
}

/// The answer is not one to keep.
#[derive(Debug)]
struct NotKept;

async fn make(
    tally: &Tally,
    mut parts: Parts,
    next: Next,
    made: &mut Made,
) -> Result<Arc<Kept>, NotKept> {
    parts.headers.remove(header::ACCEPT_ENCODING);
    parts.headers.remove(header::IF_NONE_MATCH);
    let response = next.run(Request::from_parts(parts, Body::empty())).await;
    let is_kept = response.status() == StatusCode::OK
        && response.headers().get(header::CACHE_CONTROL) == Some(&PUBLIC);
    if !is_kept {
        *made = Made::NotForKeeping(response);
        return Err(NotKept);
    }
    let route = route_of(&response);
    let counters = |status| tally.counters(&Method::GET, &route, status);
    let (answered, not_changed) = (counters(StatusCode::OK), counters(StatusCode::NOT_MODIFIED));
    let (mut parts, body) = response.into_parts();
    parts.headers.remove(REQUEST_ID);
    *made = Made::Here;
    match to_bytes(body, LARGEST).await {
        Ok(identity) => {
            let kept = Kept::new(parts.headers, identity, [answered, not_changed]);
            Ok(Arc::new(kept))
        }
        Err(error) => {
            tracing::error!(error = %error, "cache.page_too_large");
            Err(NotKept)
        }
    }
}

/// How the visitor wants it.
struct Asked {
    takes_brotli: bool,
    takes_gzip: bool,
    known: Option<HeaderValue>,
}

impl Asked {
    fn of(headers: &HeaderMap) -> Self {
        let accepted = headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        Asked {
            takes_brotli: accepts(accepted, "br"),
            takes_gzip: accepts(accepted, "gzip"),
            known: headers.get(header::IF_NONE_MATCH).cloned(),
        }
    }
}

impl Kept {
    fn new(mut headers: HeaderMap, identity: Bytes, counters: [Counters; 2]) -> Self {
        let [answered, not_changed] = counters;
        let hash = hex::encode(&Sha256::digest(&identity)[..9]);
        let etag = HeaderValue::try_from(format!("W/\"{hash}\""))
            .unwrap_or(HeaderValue::from_static("W/\"0\""));
        headers.insert(header::ETAG, etag.clone());
        headers.remove(header::CONTENT_LENGTH);
        Kept {
            headers,
            etag,
            answered,
            not_changed,
            identity,
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
        }
    }

    fn answer_and_count(&self, asked: &Asked, begun: Instant) -> Response {
        let response = self.answer(asked);
        let counters = match response.status() {
            StatusCode::NOT_MODIFIED => &self.not_changed,
            _ => &self.answered,
        };
        counters.count(begun.elapsed().as_secs_f64());
        response
    }

    fn answer(&self, asked: &Asked) -> Response {
        let is_known = asked
            .known
            .as_ref()
            .and_then(|known| known.to_str().ok())
            .zip(self.etag.to_str().ok())
            .is_some_and(|(known, etag)| known.split(',').any(|one| one.trim() == etag));
        if is_known {
            let mut response = StatusCode::NOT_MODIFIED.into_response();
            *response.headers_mut() = self.headers.clone();
            response.headers_mut().remove(header::CONTENT_TYPE);
            return response;
        }
        let (coding, body) = self.body(asked);
        let mut response = Response::new(Body::from(body));
        *response.headers_mut() = self.headers.clone();
        if let Some(coding) = coding {
            let value = HeaderValue::from_static(coding);
            response
                .headers_mut()
                .insert(header::CONTENT_ENCODING, value);
        }
        response
    }

    fn body(&self, asked: &Asked) -> (Option<&'static str>, Bytes) {
        if asked.takes_brotli {
            (
                Some("br"),
                self.brotli.get_or_init(|| brotli(&self.identity)).clone(),
            )
        } else if asked.takes_gzip {
            (
                Some("gzip"),
                self.gzip.get_or_init(|| gzip(&self.identity)).clone(),
            )
        } else {
            (None, self.identity.clone())
        }
    }
}

/// Quality 5: a fifth smaller than gzip at the same speed.
fn brotli(bytes: &[u8]) -> Bytes {
    let mut writer =
        brotli::CompressorWriter::new(Vec::with_capacity(bytes.len() / 4), 4096, 5, 20);
    // Writing to a Vec cannot fail.
    let _ = writer.write_all(bytes);
    writer.into_inner().into()
}

fn gzip(bytes: &[u8]) -> Bytes {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(5));
    // Writing to a Vec cannot fail.
    let _ = writer.write_all(bytes);
    writer.finish().unwrap_or_default().into()
}
