//! Style sheet, font, icon and scripts: inside the binary, compressed when it was built, kept by browsers for ever.

use super::coding::accepts;
use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// One file in the encodings it is served in.
struct File {
    name: &'static str,
    url: &'static str,
    etag: &'static str,
    identity: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

/// A file that pages refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asset {
    /// The style sheet of every page.
    Style,
    /// The font, loaded early.
    Font,
    /// The site's icon.
    Icon,
    /// The script that shows similar proposals while one writes.
    SimilarScript,
    /// The script that lets a point be chosen on the map.
    MapScript,
}

impl Asset {
    const ALL: [Asset; 5] = [
        Asset::Style,
        Asset::Font,
        Asset::Icon,
        Asset::SimilarScript,
        Asset::MapScript,
    ];

    const fn file(self) -> &'static File {
        match self {
            Asset::Style => &STYLE,
            Asset::Font => &FONT,
            Asset::Icon => &ICON,
            Asset::SimilarScript => &SIMILAR_SCRIPT,
            Asset::MapScript => &MAP_SCRIPT,
        }
    }

    const fn content_type(self) -> &'static str {
        match self {
            Asset::Style => "text/css; charset=utf-8",
            Asset::Font => "font/woff2",
            Asset::Icon => "image/svg+xml",
            Asset::SimilarScript | Asset::MapScript => "text/javascript; charset=utf-8",
        }
    }
}

/// The address of an asset; it changes whenever the content does.
pub const fn url(asset: Asset) -> &'static str {
    asset.file().url
}

/// The routes of all assets.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{name}", get(serve))
}

async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = Asset::ALL
        .into_iter()
        .find(|asset| asset.file().name == name)
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let file = asset.file();
    let mut response = if known(&headers, file.etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let (encoding, bytes) = best_encoding(&headers, file);
        let mut response = bytes.into_response();
        if let Some(encoding) = encoding {
            set(&mut response, header::CONTENT_ENCODING, encoding);
        }
        response
    };
    set(&mut response, header::CONTENT_TYPE, asset.content_type());
    set(
        &mut response,
        header::CACHE_CONTROL,
        "public, max-age=31536000, immutable",
    );
    set(&mut response, header::ETAG, file.etag);
    set(&mut response, header::VARY, "accept-encoding");
    response
}

fn set(response: &mut Response, name: header::HeaderName, value: &'static str) {
    response
        .headers_mut()
        .insert(name, HeaderValue::from_static(value));
}

/// Whether the browser says that it has this very content.
fn known(headers: &HeaderMap, etag: &str) -> bool {
    headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains(etag))
}

fn best_encoding(
    headers: &HeaderMap,
    file: &'static File,
) -> (Option<&'static str>, &'static [u8]) {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    if let Some(bytes) = file.brotli.filter(|_| accepts(accepted, "br")) {
        (Some("br"), bytes)
    } else if let Some(bytes) = file.gzip.filter(|_| accepts(accepted, "gzip")) {
        (Some("gzip"), bytes)
    } else {
        (None, file.identity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{body::Body, http::Request};
    use tower::ServiceExt;

    const KILOBYTE: usize = 1000;

    #[test]
    fn a_cold_visit_stays_small() {
        let style = STYLE.brotli.map_or(usize::MAX, <[u8]>::len);
        assert!(style <= 20 * KILOBYTE, "style sheet: {style} bytes");
        let font = FONT.identity.len();
        assert!(font <= 25 * KILOBYTE, "font: {font} bytes");
    }

    #[test]
    fn the_style_sheet_names_the_font_that_is_served() {
        let css = String::from_utf8_lossy(STYLE.identity);
        assert!(css.contains(FONT.name), "the font is not in it");
    }

    async fn answer(path: &str, header: (&str, &str)) -> Response {
        let request = Request::get(path).header(header.0, header.1);
        let request = request.body(Body::empty()).unwrap();
        routes::<()>().oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn the_style_sheet_is_sent_compressed_and_kept_for_ever() {
        let response = answer(url(Asset::Style), ("accept-encoding", "gzip, br")).await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-encoding"], "br");
        assert_eq!(
            response.headers()["content-type"],
            "text/css; charset=utf-8"
        );
        assert_eq!(
            response.headers()["cache-control"],
            "public, max-age=31536000, immutable"
        );
        let plain = answer(url(Asset::Style), ("accept-encoding", "identity")).await;
        assert!(!plain.headers().contains_key("content-encoding"));
    }

    #[tokio::test]
    async fn what_the_browser_has_is_not_sent_again() {
        let response = answer(url(Asset::Style), ("if-none-match", STYLE.etag)).await;
        assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
        let other = answer("/assets/torget-0000.css", ("accept-encoding", "br")).await;
        assert_eq!(other.status(), StatusCode::NOT_FOUND);
    }
}
