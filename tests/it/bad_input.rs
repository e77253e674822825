//! Whatever is sent to whichever address: refused with a clear page in the person's language, never a fault of ours.

use super::support::{Browser, Page, TestApp, both_engines, page::selector, process::Running};
use axum::{
    body::Body,
    http::{Request, header},
};
use std::{
    fs,
    io::{self, Write},
    path::Path,
    sync::{Arc, Mutex},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use torget::{
    cli::bench::connection::{Connection, get},
    config::LimitsSection,
    domain::{identity::TrustLevel, permissions::Role},
};
use tracing::instrument::WithSubscriber;
use tracing_subscriber::fmt::MakeWriter;

both_engines!(
    no_address_and_no_query_is_a_fault_of_ours,
    no_form_is_a_fault_of_ours,
    a_form_that_no_database_can_keep_is_refused_however_it_is_named,
    what_is_too_large_is_refused_however_it_comes,
    what_was_sent_is_never_in_the_log,
    bytes_that_are_no_request_harm_nobody,
);

/// What stands in an address where a number, an id, a token, a step or a name is expected.
const PLACES: &[&str] = &[
    "1",
    "839",
    "0",
    "-1",
    "007",
    "1.5",
    "9223372036854775807",
    "9223372036854775808",
    "-99999999999999999999999",
    "%2B1",
    "abc",
    "%20",
    "%C3%A5",
    "%00",
    "%FF",
    "%C3",
    "..%2F..%2Fetc%2Fpasswd",
    "%3Cscript%3E",
    "01900000-0000-7000-8000-000000000003",
    "0000000000000000000000000000000000000000000000000000000000000000",
];

const QUERIES: &[&str] = &[
    "?page=abc&limit=-1&sida=x&efter=%3A%3A&ar=99999&skede=1&sortera=&q=",
    "?efter=9223372036854775808&ar=-1&kvartal=0&amne=%F0%9F%9A%B2&namnd='%22%3B--&omrade=%25",
    "?q=%00",
    "?q=%FF%FE",
    "?%FF=1",
    "?q=a&q=b&page=1&page=2",
    "?=&&&=x&%",
    "?state=0&code=0&error=%3Cb%3E&tillbaka=https%3A%2F%2Fevil.example%2F",
    "?nr=9223372036854775808&plats=-1",
];

/// Every route that stands in the source, so that a new one is tested without a line here.
fn routes() -> Vec<String> {
    let mut found = vec!["/".to_owned(), "/logga-in/e-legitimation/svar".to_owned()];
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![source.join("web"), source.join("api")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).expect("source");
            for rest in text.split(".route(").skip(1) {
                let first = rest.trim_start().strip_prefix('"');
                let route = first.and_then(|rest| rest.split('"').next());
                found.extend(route.map(str::to_owned));
            }
        }
    }
    assert!(found.len() > 60, "{found:?}");
    found
}

/// The route with this in every place.
fn filled(route: &str, place: &str) -> String {
    let mut path = String::new();
    for (n, part) in route.split(['{', '}']).enumerate() {
        path.push_str(if n % 2 == 0 { part } else { place });
    }
    path
}

/// The addresses a route may stand at, with what is expected there in turn.
fn addresses() -> Vec<String> {
    let mut all = Vec::new();
    for route in routes() {
        let prefixes: &[&str] = match route.starts_with("/api") || route.starts_with("/assets") {
            true => &[""],
            false => &["/sv", "/en"],
        };
        let places = if route.contains('{') { PLACES } else { &["1"] };
        for place in places {
            let prefix = prefixes[all.len() % prefixes.len()];
            all.push(format!("{prefix}{}", filled(&route, place)));
        }
    }
    all.extend(PLACES.iter().map(|place| format!("/{place}")));
    all.extend(PLACES.iter().map(|place| format!("/forslag/{place}")));
    all
}

async fn busy(app: &TestApp) -> TestApp {
    app.open_proposal(839).await;
    app.with_limits(LimitsSection {
        reads_per_second: 100_000,
        reads_at_once: 100_000,
        posts_per_minute: 100_000,
        posts_at_once: 100_000,
        ..LimitsSection::default()
    })
}

/// Nobody, a resident, a moderator and a handläggare.
async fn everyone(app: &TestApp) -> Vec<Browser> {
    let body = app.body("Nämnd ett").await;
    let resident = app.person(1).await;
    vec![
        app.browser(),
        app.signed_in(resident, TrustLevel::Eid).await,
        app.staff(2, Role::Moderator, None).await,
        app.staff(3, Role::Handlaggare, Some(body)).await,
    ]
}

/// A refusal says what is wrong on a page of its own, in the language of the address.
#[track_caller]
fn assert_clear(page: &Page, what: &str) {
    let status = page.status.as_u16();
    assert!(status < 500, "{what}: {status}");
    if status < 400 {
        return;
    }
    let kind = page.header("content-type").unwrap_or_default();
    if page.path.starts_with("/api/") {
        assert_eq!(kind, "application/problem+json", "{what}: {status}");
        assert_eq!(page.json()["status"], status, "{what}");
        return;
    }
    assert!(kind.starts_with("text/html"), "{what}: {status} {kind}");
    let html = page.document();
    let first = |css: &str| html.select(&selector(css)).next();
    assert!(first("h1").is_some(), "{what}: {status}");
    assert!(first("main a").is_some(), "{what}: {status}");
    if let Some(language) = ["sv", "en"]
        .iter()
        .find(|language| page.path.starts_with(&format!("/{language}/")))
    {
        let lang = html.root_element().attr("lang");
        assert_eq!(lang, Some(*language), "{what}: {status}");
    }
}

async fn no_address_and_no_query_is_a_fault_of_ours(app: TestApp) {
    let app = busy(&app).await;
    let addresses = addresses();
    let mut answered = 0;
    for mut browser in everyone(&app).await {
        for (n, address) in addresses.iter().enumerate() {
            let with_query = format!("{address}{}", QUERIES[n % QUERIES.len()]);
            for address in [address, &with_query] {
                if address.contains("logga-ut") {
                    continue;
                }
                let page = browser.get_once(address).await;
                assert_clear(&page, address);
                answered += usize::from(page.status.is_success());
            }
        }
        for query in QUERIES {
            for list in ["/sv/forslag", "/en/statistik", "/api/v1/proposals"] {
                let address = format!("{list}{query}");
                assert_clear(&browser.get_once(&address).await, &address);
            }
        }
    }
    assert!(answered > 100, "only {answered} were pages at all");
}

/// Bodies of forms, with their type.
fn forms() -> Vec<(&'static str, Vec<u8>)> {
    const FORM: &str = "application/x-www-form-urlencoded";
    let long = "x".repeat(200_000);
    let everything = |value: &str| {
        [
            "form_id",
            "q",
            "titel",
            "text",
            "namn",
            "kod",
            "e-post",
            "dag",
            "dnr",
            "skal",
            "sett",
            "version",
            "paragraf",
            "utfall",
            "steg",
            "lat",
            "lon",
            "alder",
            "omrade",
            "ort",
            "fornamn",
            "efternamn",
            "motivering",
            "nytt",
            "grund",
            "namnd",
            "till",
        ]
        .map(|name| format!("{name}={value}"))
        .join("&")
        .into_bytes()
    };
    vec![
        (FORM, Vec::new()),
        (FORM, everything("")),
        (FORM, everything("9223372036854775808")),
        (FORM, everything("-1")),
        (FORM, everything("2026-02-30")),
        (FORM, everything("%F0%9F%9A%B2%E2%80%AE%0D%0A")),
        (FORM, format!("text={long}").into_bytes()),
        (FORM, b"%=%&%zz=1&&&".to_vec()),
        (FORM, b"titel=%FF".to_vec()),
        (FORM, b"titel=%00".to_vec()),
        (
            "application/x-www-form-urlencoded; charset=iso-8859-1",
            b"titel=\xe5".to_vec(),
        ),
        (
            "application/x-www-form-urlencoded; charset=utf-16",
            b"t\0i\0=\0a\0".to_vec(),
        ),
        ("application/json", b"{\"titel\": 1}".to_vec()),
        ("text/plain", b"titel=a".to_vec()),
        (
            "multipart/form-data; boundary=x",
            b"--x\r\nnothing".to_vec(),
        ),
        ("multipart/form-data", b"--x--".to_vec()),
        ("\u{7f}", b"a=b".to_vec()),
    ]
    .into_iter()
    .filter(|(kind, _)| kind.parse::<header::HeaderValue>().is_ok())
    .collect()
}

fn post(address: &str, kind: &str, body: Vec<u8>) -> Request<Body> {
    Request::post(address)
        .header(header::CONTENT_TYPE, kind)
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body))
        .expect("a request")
}

async fn no_form_is_a_fault_of_ours(app: TestApp) {
    let app = busy(&app).await;
    let forms = forms();
    let routes = routes();
    for browser in everyone(&app).await {
        for (n, route) in routes.iter().enumerate() {
            let prefix = ["/sv", "/en"][n % 2];
            for (m, (kind, body)) in forms.iter().enumerate() {
                let place = PLACES[(n + m) % PLACES.len()];
                let address = format!("{prefix}{}", filled(route, place));
                // A copy each time: one of these signs out.
                let mut browser = browser.clone();
                let page = browser.request(post(&address, kind, body.clone())).await;
                let beginning = String::from_utf8_lossy(&body[..body.len().min(40)]);
                assert_clear(&page, &format!("{address} {kind} {beginning}"));
            }
        }
    }
}

/// PostgreSQL keeps no NUL, however the form calls its type.
async fn a_form_that_no_database_can_keep_is_refused_however_it_is_named(app: TestApp) {
    let mut browser = app.browser();
    for kind in [
        "application/x-www-form-urlencoded",
        "Application/X-WWW-Form-URLEncoded",
        "application/x-www-form-urlencoded;charset=UTF-8",
    ] {
        for body in ["e-post=a%00@example.se", "e-post=a%FF@example.se"] {
            let request = post("/sv/logga-in/e-post", kind, body.into());
            let page = browser.request(request).await.assert_status(400);
            assert_clear(&page, kind);
        }
    }
}

async fn what_is_too_large_is_refused_however_it_comes(app: TestApp) {
    let mut browser = app.browser();
    let large = vec![b'a'; 300_000];
    for kind in [
        "application/x-www-form-urlencoded",
        "Application/X-WWW-FORM-urlencoded",
    ] {
        // Without a declared length, as chunks come.
        let request = post("/sv/logga-in/e-post", kind, large.clone());
        let page = browser.request(request).await.assert_status(413);
        assert_clear(&page.assert_says("för stort"), kind);
    }
    let declared = Request::post("/en/logga-in/e-post")
        .header(header::CONTENT_LENGTH, "99999999999")
        .header("sec-fetch-site", "same-origin")
        .body(Body::empty())
        .expect("a request");
    let page = browser.request(declared).await.assert_status(413);
    assert_clear(&page.assert_says("too large"), "declared");
}

/// What the log holds, for a test to read.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").extend(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Lines;
    fn make_writer(&'a self) -> Lines {
        self.clone()
    }
}

async fn what_was_sent_is_never_in_the_log(app: TestApp) {
    let lines = Lines::default();
    let log = tracing_subscriber::fmt()
        .json()
        .with_max_level(tracing::Level::DEBUG)
        .with_writer(lines.clone())
        .finish();
    let app = busy(&app).await;
    let sending = async move {
        const SECRET: &str = "Hemlig-811218-9876";
        let mut browser = app.browser().with_header(header::USER_AGENT, SECRET);
        browser.set_cookie("__Host-session", SECRET);
        for route in routes() {
            let address = format!("/sv{}", filled(&route, SECRET));
            browser.get_once(&address).await;
            browser.get_once(&format!("{address}?q={SECRET}%FF")).await;
            let field = format!("e-post={SECRET}&text={SECRET}&kod={SECRET}&form_id={SECRET}");
            browser
                .post_raw(&address, "same-origin", field.into())
                .await;
            let bad = format!("text={SECRET}%FF");
            browser.post_raw(&address, "same-origin", bad.into()).await;
            browser.post_raw(&address, "cross-site", Vec::new()).await;
        }
    };
    sending.with_subscriber(log).await;
    let told = String::from_utf8_lossy(&lines.0.lock().expect("no panic")).into_owned();
    for kept in ["http.refused", "\"status\":400", "\"status\":403"] {
        assert!(told.contains(kept), "nothing was logged: {kept}");
    }
    let leak = told
        .lines()
        .find(|line| line.contains("Hemlig") || line.contains("811218"));
    assert_eq!(leak, None);
}

/// Below the router: what is no HTTP, or not to the end, ends its own connection and nobody else's.
async fn bytes_that_are_no_request_harm_nobody(app: TestApp) {
    let app = app.beside_a_program();
    let mut server = app.program().start().await;
    let long = "a".repeat(2_000_000);
    let many: String = (0..500).map(|n| format!("X-Header-{n}: 1\r\n")).collect();
    let form = "POST /sv/logga-in/e-post HTTP/1.1\r\nHost: torget.example\r\nSec-Fetch-Site: same-origin\r\n\
                Content-Type: application/x-www-form-urlencoded\r\n";
    for (what, bytes) in [
        ("no HTTP", "\u{0}\u{1}\u{2}\r\n\r\n".to_owned()),
        ("a TLS greeting", "\u{16}\u{3}\u{1}\r\n\r\n".to_owned()),
        (
            "a long address",
            format!("GET /sv/{long} HTTP/1.1\r\nHost: a\r\n\r\n"),
        ),
        (
            "a long query",
            format!(
                "GET /sv/forslag?q={} HTTP/1.1\r\nHost: a\r\n\r\n",
                &long[..60_000]
            ),
        ),
        (
            "a long header",
            format!("GET /sv/ HTTP/1.1\r\nHost: a\r\nX: {long}\r\n\r\n"),
        ),
        (
            "a long cookie",
            format!(
                "GET /sv/ HTTP/1.1\r\nHost: a\r\nCookie: {}\r\n\r\n",
                &long[..60_000]
            ),
        ),
        (
            "many headers",
            format!("GET /sv/ HTTP/1.1\r\nHost: a\r\n{many}\r\n"),
        ),
        ("no host", "GET /sv/ HTTP/1.1\r\n\r\n".to_owned()),
        (
            "a strange host",
            "GET /sv/ HTTP/1.1\r\nHost: \u{ff}<script>\r\n\r\n".to_owned(),
        ),
        (
            "another method",
            "BREW /sv/ HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
        ),
        (
            "an absolute address",
            "GET http://evil.example/sv/ HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
        ),
        (
            "only a star",
            "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
        ),
        (
            "two lengths",
            format!("{form}Content-Length: 3\r\nContent-Length: 4\r\n\r\na=bc"),
        ),
        (
            "a length that is none",
            format!("{form}Content-Length: -1\r\n\r\n"),
        ),
        (
            "a chunk that is none",
            format!("{form}Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
        ),
        (
            "a strange cookie",
            "GET /sv/ HTTP/1.1\r\nHost: a\r\nCookie: ;;=;__Host-session=\u{1f};a\r\n\r\n"
                .to_owned(),
        ),
    ] {
        let status = answer_to(&server.address, bytes.as_bytes()).await;
        assert!(status < 500, "{what}: {status}");
        assert_it_answers(&server, what).await;
    }
    server.stop();
    let log = server.log();
    assert!(
        !log.contains("panicked") && !log.contains("http.failed"),
        "{log}"
    );
}

/// The status, or 0 when the connection was closed without one.
async fn answer_to(address: &str, bytes: &[u8]) -> u16 {
    let mut stream = TcpStream::connect(address).await.expect("it listens");
    // It may be closed while we write: that is a refusal too.
    let _ = stream.write_all(bytes).await;
    let _ = stream.shutdown().await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    let status = answer
        .get(9..12)
        .and_then(|digits| std::str::from_utf8(digits).ok());
    status.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

async fn assert_it_answers(server: &Running, after: &str) {
    let mut connection = Connection::open(&server.address).await.expect("it listens");
    let live = get("/health/live", "203.0.113.1", "");
    let answer = connection.send(&live).await.expect("an answer");
    assert_eq!(answer.status, 200, "after {after}");
}
