//! A first visit with an empty cache: what a browser fetches for one page, before pictures.

use super::connection::{Connection, get};
use std::{collections::BTreeSet, io::Result};

/// Requests and bytes.
#[derive(Debug, Clone, Copy)]
pub struct Visit {
    /// How many requests.
    pub requests: usize,
    /// Bytes received, headers included.
    pub bytes: usize,
    /// Of these, scripts.
    pub scripts: usize,
}

const COMPRESSED: &str = "Accept-Encoding: br, gzip\r\n";

/// Fetches a page and the styles, scripts, fonts and drawings it names.
///
/// # Errors
/// When the server breaks off.
pub async fn visit(address: &str, path: &str) -> Result<Visit> {
    let mut connection = Connection::open(address).await?;
    let mut fetch =
        async |path: &str, more: &str| connection.send(&get(path, "203.0.113.9", more)).await;
    let page = fetch(path, COMPRESSED).await?;
    let plain = fetch(path, "").await?;
    let mut wanted = named(&String::from_utf8_lossy(&plain.body));
    for style in wanted.clone().iter().filter(|name| name.ends_with(".css")) {
        let text = fetch(style, "").await?;
        wanted.extend(named(&String::from_utf8_lossy(&text.body)));
    }
    let mut seen = Visit {
        requests: 1,
        bytes: page.bytes,
        scripts: 0,
    };
    for name in &wanted {
        let answer = fetch(name, COMPRESSED).await?;
        seen.requests += 1;
        seen.bytes += answer.bytes;
        if name.ends_with(".js") {
            seen.scripts += answer.bytes;
        }
    }
    Ok(seen)
}

/// Addresses of styles, scripts, fonts and drawings in a page or a style sheet; one is fetched once.
fn named(text: &str) -> BTreeSet<String> {
    text.split(['"', '\'', '(', ')', ' ', '\n'])
        .filter(|word| word.starts_with('/') && !word.starts_with("//"))
        .filter_map(|word| word.split(['#', '?']).next())
        .filter(|word| {
            [".css", ".js", ".woff2", ".svg"]
                .iter()
                .any(|ending| word.ends_with(ending))
        })
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn what_a_page_names_is_fetched_once() {
        let page = r##"<link rel="stylesheet" href="/a/x.1.css"><script src="/a/y.js" defer></script>
            <use href="/a/i.svg#pin"/><use href="/a/i.svg#clock"/><a href="/sv/forslag">F</a>"##;
        let names: Vec<String> = named(page).into_iter().collect();
        assert_eq!(names, ["/a/i.svg", "/a/x.1.css", "/a/y.js"]);
        assert!(named("@font-face{src:url(/a/f.woff2)}").contains("/a/f.woff2"));
    }
}
