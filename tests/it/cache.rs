//! Public pages from memory: never older than what acts have changed, never shared with someone signed in.

use super::support::{Page, TestApp, both_engines};
use axum::http::header;
use std::io::Read;
use torget::{
    domain::{identity::TrustLevel, ids::ProposalNumber},
    store::page_versions::{self, PageKey},
};

both_engines!(
    a_page_is_kept_until_something_changes,
    another_instance_sees_the_change,
    those_who_are_signed_in_get_their_own,
    a_page_travels_compressed_and_once,
    a_new_day_is_a_new_page,
    errors_and_unknown_pages_are_not_kept,
    many_at_once_get_the_same_page,
);

const PATH: &str = "/sv/forslag/20001";
const NUMBER: ProposalNumber = ProposalNumber(20_001);
/// Behind the acts' back: without a touch, nobody is told.
const RENAME: &str =
    "UPDATE proposals SET title = $1, changed_at = changed_at + 1 WHERE number = 20001";

async fn rename(app: &TestApp, title: &str, is_told: bool) {
    let mut tx = app.env.db.begin().await.unwrap();
    tx.query(RENAME)
        .bind(title.to_owned())
        .execute()
        .await
        .unwrap();
    if is_told {
        let key = PageKey::Proposal(NUMBER);
        page_versions::touch(&mut tx, key, app.env.now())
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

async fn read(app: &TestApp, path: &str) -> Page {
    app.browser().get(path).await.assert_ok()
}

async fn a_page_is_kept_until_something_changes(app: TestApp) {
    app.open_proposal(20_001).await;
    assert_eq!(read(&app, PATH).await.heading(), "Förslag 20001");
    read(&app, "/sv/forslag").await.assert_says("Förslag 20001");
    rename(&app, "Ändrat i smyg", false).await;
    assert_eq!(read(&app, PATH).await.heading(), "Förslag 20001", "kept");
    rename(&app, "Ändrat öppet", true).await;
    assert_eq!(read(&app, PATH).await.heading(), "Ändrat öppet");
    read(&app, "/sv/forslag").await.assert_says("Ändrat öppet");
    read(&app, "/sv/forslag?q=%C3%A4ndrat")
        .await
        .assert_says("Ändrat öppet");
    read(&app, "/en/forslag/20001")
        .await
        .assert_says("Ändrat öppet");
}

async fn another_instance_sees_the_change(app: TestApp) {
    app.open_proposal(20_001).await;
    let other = app.another_instance().await;
    assert_eq!(read(&other, PATH).await.heading(), "Förslag 20001");
    rename(&app, "Ändrat på annat håll", true).await;
    assert_eq!(read(&other, PATH).await.heading(), "Ändrat på annat håll");
    rename(&app, "Ändrat igen", true).await;
    assert_eq!(
        read(&other, PATH).await.heading(),
        "Ändrat igen",
        "at the same instant"
    );
    other.env.db.close().await;
}

async fn those_who_are_signed_in_get_their_own(app: TestApp) {
    app.open_proposal(20_001).await;
    let kept = read(&app, PATH).await;
    let policy = kept.header("cache-control").expect("a policy");
    assert!(policy.starts_with("public, max-age="), "{policy}");
    assert_eq!(kept.header("vary"), Some("accept-encoding, cookie"));
    assert!(kept.header("content-security-policy").is_some());
    let person = app.person(1).await;
    let own = app
        .signed_in(person, TrustLevel::Email)
        .await
        .get(PATH)
        .await
        .assert_ok();
    assert_eq!(own.header("cache-control"), Some("private, no-store"));
    assert!(own.html().contains("Testperson 1"));
    assert!(!read(&app, PATH).await.html().contains("Testperson 1"));
}

async fn a_page_travels_compressed_and_once(app: TestApp) {
    app.open_proposal(20_001).await;
    let plain = read(&app, PATH).await;
    let with = |coding: &str| app.browser().with_header(header::ACCEPT_ENCODING, coding);
    let brotli = with("gzip, br").get(PATH).await.assert_ok();
    assert_eq!(brotli.header("content-encoding"), Some("br"));
    let mut unpacked = Vec::new();
    brotli::Decompressor::new(&brotli.bytes[..], 4096)
        .read_to_end(&mut unpacked)
        .unwrap();
    assert_eq!(unpacked, plain.bytes);
    let gzip = with("gzip, br;q=0").get(PATH).await.assert_ok();
    assert_eq!(gzip.header("content-encoding"), Some("gzip"));
    unpacked.clear();
    flate2::read::GzDecoder::new(&gzip.bytes[..])
        .read_to_end(&mut unpacked)
        .unwrap();
    assert_eq!(unpacked, plain.bytes);
    let etag = plain.header("etag").expect("an ETag").to_owned();
    let mut again = app.browser().with_header(header::IF_NONE_MATCH, &etag);
    let same = again.get(PATH).await.assert_status(304);
    assert!(same.bytes.is_empty());
    rename(&app, "Ett nytt namn", true).await;
    again.get(PATH).await.assert_ok();
}

async fn a_new_day_is_a_new_page(app: TestApp) {
    app.open_proposal(20_001).await;
    read(&app, PATH).await.assert_says("90 dagar kvar");
    app.pass_days(1);
    read(&app, PATH).await.assert_says("89 dagar kvar");
}

async fn errors_and_unknown_pages_are_not_kept(app: TestApp) {
    let mut browser = app.browser();
    let missing = browser.get(PATH).await.assert_not_found();
    assert_eq!(missing.header("cache-control"), Some("private, no-store"));
    app.open_proposal(20_001).await;
    browser.get(PATH).await.assert_ok();
}

async fn many_at_once_get_the_same_page(app: TestApp) {
    app.open_proposal(20_001).await;
    let ask = |path: &'static str| {
        let mut browser = app.browser();
        tokio::spawn(async move { browser.get(path).await.status.as_u16() })
    };
    let known: Vec<_> = (0..30).map(|_| ask(PATH)).collect();
    let unknown: Vec<_> = (0..30).map(|_| ask("/sv/forslag/20002")).collect();
    for status in known {
        assert_eq!(status.await.unwrap(), 200);
    }
    for status in unknown {
        assert_eq!(status.await.unwrap(), 404);
    }
}
