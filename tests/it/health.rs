//! The process is watched, and whatever goes wrong is told on a page, never as a 500 for what a person sent.

use super::support::{TestApp, both_engines};
use axum::{
    body::Body,
    http::{HeaderName, Request, header},
};
use std::time::{Duration, Instant};
use torget::{config::LimitsSection, domain::identity::TrustLevel};

both_engines!(
    it_lives_and_is_ready,
    an_unknown_page_helps_in_the_language_of_its_address,
    a_post_from_another_site_is_refused,
    a_body_that_is_too_large_is_refused,
    bad_encodings_are_never_our_fault,
    a_lost_database_is_told,
    each_answer_has_an_id_that_no_client_chose,
    a_network_that_asks_too_much_is_told_to_wait,
    beyond_what_it_can_do_it_says_so_at_once,
);

async fn it_lives_and_is_ready(app: TestApp) {
    let live = app.browser().get("/health/live").await.assert_ok();
    assert_eq!(live.json()["status"], "live");
    let ready = app.browser().get("/health/ready").await.assert_ok();
    assert_eq!(ready.json()["status"], "ready");
}

async fn an_unknown_page_helps_in_the_language_of_its_address(app: TestApp) {
    let page = app.browser().get("/sv/finns-inte").await.assert_not_found();
    assert_eq!(page.attribute("html", "lang").as_deref(), Some("sv"));
    assert_eq!(page.heading(), "Sidan finns inte");
    assert_eq!(page.link("Sök bland förslagen"), "/sv/forslag");
    let page = app.browser().get("/en/finns-inte").await.assert_not_found();
    assert_eq!(page.heading(), "There is no such page");
    let mut english = app.browser().with_header(header::ACCEPT_LANGUAGE, "en-GB");
    let page = english.get("/finns-inte").await.assert_not_found();
    assert_eq!(page.attribute("html", "lang").as_deref(), Some("en"));
}

async fn a_post_from_another_site_is_refused(app: TestApp) {
    let mut browser = app.browser();
    for from in ["cross-site", "same-site"] {
        let page = browser
            .post_raw("/sv/logga-ut", from, b"a=b".to_vec())
            .await;
        page.assert_status(403).assert_says("annan webbplats");
    }
    let request = Request::post("/en/logga-ut")
        .header(header::ORIGIN, "https://other.example")
        .body(Body::empty())
        .expect("a request");
    browser.request(request).await.assert_status(403);
}

async fn a_body_that_is_too_large_is_refused(app: TestApp) {
    let large = vec![b'a'; 2_000_000];
    let page = app
        .browser()
        .post_raw("/sv/finns-inte", "same-origin", large)
        .await;
    page.assert_status(413).assert_says("för stort");
}

async fn bad_encodings_are_never_our_fault(app: TestApp) {
    let mut browser = app.browser();
    for path in ["/sv/forslag/%00", "/sv/%ff%fe", "/sv/forslag?q=%00", "/%00"] {
        let page = browser.get(path).await;
        assert!(page.status.is_client_error(), "{path}: {}", page.status);
        assert!(page.has("h1"), "{path} is no page");
    }
    for body in [b"title=%00".to_vec(), vec![0, 1, 2], b"title=\0".to_vec()] {
        let page = browser
            .post_raw("/sv/forslag/nytt", "same-origin", body)
            .await;
        assert!(page.status.is_client_error(), "{}", page.status);
    }
}

async fn a_lost_database_is_told(app: TestApp) {
    let person = app.person(1).await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    app.env.db.close().await;
    let ready = browser.get("/health/ready").await.assert_status(503);
    assert_eq!(ready.json()["status"], "database_away");
    assert_eq!(ready.header("retry-after"), Some("10"));
    let page = browser.get("/sv/mina-sidor").await.assert_status(503);
    let page = page.assert_says("Vi når inte databasen just nu");
    assert_eq!(page.header("retry-after"), Some("10"));
    let page = browser.get("/en/mina-sidor").await.assert_status(503);
    page.assert_says("Nothing has been saved by halves");
}

async fn each_answer_has_an_id_that_no_client_chose(app: TestApp) {
    let mut browser = app
        .browser()
        .with_header(HeaderName::from_static("x-request-id"), "chosen");
    let first = browser.get("/health/live").await;
    let second = browser.get("/health/live").await;
    let id = first.header("x-request-id").unwrap();
    assert_eq!(id.len(), 36);
    assert_ne!(Some(id), second.header("x-request-id"));
}

async fn a_network_that_asks_too_much_is_told_to_wait(app: TestApp) {
    let app = app.with_limits(LimitsSection {
        reads_per_second: 1,
        reads_at_once: 3,
        posts_per_minute: 1,
        posts_at_once: 2,
        ..LimitsSection::default()
    });
    let (mut greedy, mut other) = (app.browser(), app.browser());
    for _ in 0..3 {
        greedy.get("/sv/finns-inte").await.assert_not_found();
    }
    let page = greedy.get("/en/finns-inte").await.assert_status(429);
    let page = page.assert_says("That was too fast");
    assert_eq!(page.header("retry-after"), Some("1"));
    other.get("/sv/finns-inte").await.assert_not_found();
    for _ in 0..2 {
        greedy.post("/sv/finns-inte", &[]).await.assert_not_found();
    }
    let page = greedy.post("/sv/finns-inte", &[]).await.assert_status(429);
    let seconds: u64 = page.header("retry-after").unwrap().parse().unwrap();
    assert!((50..=60).contains(&seconds), "{seconds}");
    greedy.get("/health/live").await.assert_ok();
    app.application.state.limits().forget_idle();
    greedy.post("/sv/finns-inte", &[]).await.assert_status(429);
}

async fn beyond_what_it_can_do_it_says_so_at_once(app: TestApp) {
    let person = app.person(1).await;
    let app = app.with_limits(LimitsSection {
        requests_at_once: 1,
        seconds: 1,
        ..LimitsSection::default()
    });
    let mut waiting = app.signed_in(person, TrustLevel::Email).await;
    let mut held = Vec::new();
    let connections = if app.env.db.is_postgres() { 16 } else { 4 };
    for _ in 0..connections {
        held.push(app.env.db.begin_read().await.unwrap());
    }
    let stuck = tokio::spawn(async move { waiting.get("/sv/mina-sidor").await });
    tokio::time::sleep(Duration::from_millis(200)).await;
    let begun = Instant::now();
    let refused = app.browser().get("/sv/finns-inte").await.assert_status(503);
    assert!(begun.elapsed() < Duration::from_millis(500));
    assert!(refused.header("retry-after").is_some());
    stuck.await.unwrap().assert_status(503);
    app.browser().get("/sv/finns-inte").await.assert_not_found();
}
