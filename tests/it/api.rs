//! Open data: addresses, names and values that others build on.

use super::support::{TestApp, both_engines};
use serde_json::{Value, json};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use torget::usecases::imports;
use tracing::instrument::WithSubscriber;
use tracing_subscriber::layer::SubscriberExt;

both_engines!(
    a_proposal_has_the_promised_names,
    what_is_unknown_is_null,
    the_list_is_filtered_and_paged,
    the_summary_holds_the_numbers_of_the_data,
    errors_are_problem_details,
    anyone_may_read_and_ask_again_cheaply,
    the_feed_is_well_formed_and_flags_examples,
    the_feed_holds_what_rfc_4287_asks_of_it,
    a_list_costs_few_statements_however_long_it_is,
    every_parameter_does_what_it_says,
    a_value_that_is_not_known_is_named,
    the_rows_without_dates_are_null_in_the_list_too,
);

async fn with_city(app: &TestApp) {
    imports::import_city_data(&app.env)
        .await
        .expect("the city's data");
}

async fn get(app: &TestApp, path: &str) -> Value {
    app.browser().get(path).await.assert_ok().json()
}

async fn a_proposal_has_the_promised_names(app: TestApp) {
    with_city(&app).await;
    let told = get(&app, "/api/v1/proposals/839").await;
    assert_eq!(told["number"], 839);
    assert_eq!(told["title"], "Utlys klimatnödläge omedelbart!");
    assert_eq!(told["stage"], "imported_not");
    assert_eq!(told["signature_count"], 1410);
    assert_eq!(told["threshold"], 200);
    assert_eq!(told["opens_at"], "2019-03-16T23:00:00Z");
    assert_eq!(told["closes_at"], "2019-06-15T22:00:00Z");
    assert_eq!(told["topic"], "environment_health");
    assert_eq!(
        told["bodies"][0]["name_as_written"],
        "Miljö- och klimatnämnden"
    );
    assert_eq!(
        (&told["origin"], &told["is_demo"]),
        (&json!("imported"), &json!(false))
    );
    assert_eq!(
        told["urls"]["page"],
        "https://torget.example/sv/forslag/839"
    );
}

async fn what_is_unknown_is_null(app: TestApp) {
    with_city(&app).await;
    let told = get(&app, "/api/v1/proposals/12879").await;
    for name in [
        "text",
        "topic",
        "signature_count",
        "opens_at",
        "closes_at",
        "submitted_on",
        "last_known_on",
    ] {
        assert_eq!(told.get(name), Some(&Value::Null), "{name}");
    }
    assert_eq!(told["reached_threshold"], true);
    assert_eq!(told["decided_on"], "2025-03-26");
}

async fn the_list_is_filtered_and_paged(app: TestApp) {
    with_city(&app).await;
    let first = get(&app, "/api/v1/proposals?topic=school&sort=flest&limit=10").await;
    assert_eq!((&first["total"], &first["limit"]), (&json!(60), &json!(10)));
    let number = |list: &Value, index: usize| list["proposals"][index]["number"].as_i64();
    let last = get(
        &app,
        "/api/v1/proposals?topic=school&sort=flest&limit=10&page=6",
    )
    .await;
    assert_eq!(last["proposals"].as_array().map(Vec::len), Some(10));
    let beyond = get(&app, "/api/v1/proposals?topic=school&page=99").await;
    assert_eq!(beyond["proposals"], json!([]));
    let second = get(
        &app,
        "/api/v1/proposals?topic=school&sort=flest&limit=5&page=2",
    )
    .await;
    assert_eq!(number(&second, 0), number(&first, 5));
    let found = get(
        &app,
        "/api/v1/proposals?q=klimatn%C3%B6dl%C3%A4ge&stage=decided&area=",
    )
    .await;
    assert!(found["total"].as_i64() > Some(1), "{found}");
}

async fn the_summary_holds_the_numbers_of_the_data(app: TestApp) {
    with_city(&app).await;
    let told = get(&app, "/api/v1/statistics/summary").await;
    assert_eq!(
        told,
        json!({"proposals": 1209, "reached_threshold": 269, "signatures": 105_308, "as_of": "2026-11-21"})
    );
}

async fn errors_are_problem_details(app: TestApp) {
    let mut browser = app.browser();
    for (path, status) in [
        ("/api/v1/proposals/839", 404),
        ("/api/v1/proposals/many", 404),
        ("/api/v1/nothing", 404),
        ("/api/v1/proposals?stage=unknown", 400),
        ("/api/v1/proposals?limit=all", 400),
        ("/api/v1/proposals?wrong=1", 400),
        ("/api/v1/proposals?q=a&q=b", 400),
    ] {
        let page = browser.get(path).await.assert_status(status);
        assert_eq!(
            page.header("content-type"),
            Some("application/problem+json"),
            "{path}"
        );
        assert_eq!(page.json()["status"], status, "{path}");
    }
}

async fn anyone_may_read_and_ask_again_cheaply(app: TestApp) {
    with_city(&app).await;
    let page = app.browser().get("/api/v1/proposals/839").await.assert_ok();
    assert_eq!(page.header("access-control-allow-origin"), Some("*"));
    let etag = page.header("etag").expect("an ETag").to_owned();
    let mut again = app
        .browser()
        .with_header(axum::http::header::IF_NONE_MATCH, &etag);
    let same = again.get("/api/v1/proposals/839").await.assert_status(304);
    assert!(same.bytes.is_empty());
    again.get("/api/v1/proposals/2").await.assert_ok();
}

const EXAMPLE: &str =
    "UPDATE proposals SET origin = 'demo', title = 'Exempel: <bänk> & bord' WHERE id = $1";

async fn the_feed_is_well_formed_and_flags_examples(app: TestApp) {
    with_city(&app).await;
    let id = app.open_proposal(90_001).await;
    let mut tx = app.env.db.begin().await.unwrap();
    tx.query(EXAMPLE).bind(id).execute().await.unwrap();
    tx.commit().await.unwrap();
    let page = app.browser().get("/sv/forslag.atom").await.assert_ok();
    assert_eq!(
        page.header("content-type"),
        Some("application/atom+xml; charset=utf-8")
    );
    let xml = page.html();
    assert!(
        xml.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns="),
        "{xml:.200}"
    );
    assert!(
        xml.contains("<category term=\"demo\"/>")
            && xml.contains("Exempel: &lt;bänk&gt; &amp; bord")
    );
    assert!(xml.contains("Utlys klimatnödläge: Beslut: genomförs inte"));
    let (opened, closed) = (
        xml.matches("<entry>").count(),
        xml.matches("</entry>").count(),
    );
    assert!(opened > 30 && opened == closed, "{opened} {closed}");
}

/// Counts the statements that a request runs, by the events of the driver.
#[derive(Clone, Default)]
struct Statements(Arc<AtomicUsize>);

impl<S: tracing::Subscriber> tracing_subscriber::Layer<S> for Statements {
    fn on_event(&self, event: &tracing::Event<'_>, _: tracing_subscriber::layer::Context<'_, S>) {
        if event.metadata().target() == "sqlx::query" {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// PostgreSQL's driver tells in the task that asks; SQLite's in a thread of its own, where no test hears it.
async fn a_list_costs_few_statements_however_long_it_is(app: TestApp) {
    with_city(&app).await;
    let mut browser = app.browser();
    browser.get("/api/v1/proposals?limit=1").await.assert_ok();
    let mut counted = Vec::new();
    for limit in [2, 50, 200] {
        let statements = Statements::default();
        let log = tracing_subscriber::registry().with(statements.clone());
        let address = format!("/api/v1/proposals?limit={limit}");
        let asking = browser.get(&address).with_subscriber(log);
        let list = asking.await.assert_ok().json();
        assert_eq!(list["proposals"].as_array().map(Vec::len), Some(limit));
        counted.push(statements.0.load(Ordering::Relaxed));
    }
    if app.env.db.is_postgres() {
        assert!(counted[0] >= 2, "nothing was counted: {counted:?}");
    }
    // Four of ours, and those with which a new connection learns the types.
    assert!(counted.iter().all(|count| *count < 12), "{counted:?}");
}

async fn every_parameter_does_what_it_says(app: TestApp) {
    with_city(&app).await;
    let all = total(&app, "").await;
    assert_eq!(all, 1209);
    assert_eq!(
        total(
            &app,
            "q=&stage=&topic=&body=&area=&year=&sort=&limit=&page="
        )
        .await,
        all
    );
    for (query, name, value) in [
        ("topic=school", "topic", json!("school")),
        ("stage=imported_not", "stage", json!("imported_not")),
        ("stage=archived", "stage_group", json!("archived")),
    ] {
        let list = get(&app, &format!("/api/v1/proposals?{query}&limit=200")).await;
        let found = list["proposals"].as_array().expect("a list");
        assert!(!found.is_empty() && (found.len() as i64) < all, "{query}");
        assert!(found.iter().all(|one| one[name] == value), "{query}");
    }
    let list = get(&app, "/api/v1/proposals?year=2019&limit=200").await;
    let found = list["proposals"].as_array().expect("a list");
    let of_year = |one: &Value| {
        one["submitted_on"]
            .as_str()
            .is_some_and(|on| on.starts_with("2019"))
    };
    assert!(!found.is_empty() && found.iter().all(of_year));
    assert!(total(&app, "body=kommunstyrelsen").await > 0);
    assert!(total(&app, "q=cykel").await > total(&app, "q=cykel&topic=school").await);
    let most = get(&app, "/api/v1/proposals?sort=flest&limit=3").await;
    let counts: Vec<i64> = most["proposals"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["signature_count"].as_i64().expect("a count"))
        .collect();
    assert!(
        counts[0] >= counts[1] && counts[1] >= counts[2] && counts[2] > 1000,
        "{counts:?}"
    );
}

async fn total(app: &TestApp, query: &str) -> i64 {
    let list = get(app, &format!("/api/v1/proposals?{query}")).await;
    list["total"].as_i64().expect("a number")
}

async fn a_value_that_is_not_known_is_named(app: TestApp) {
    let mut browser = app.browser();
    let long = "a".repeat(201);
    for (name, value) in [
        ("q", long.as_str()),
        ("stage", "unknown"),
        ("topic", "school%00"),
        ("topic", "skola"),
        ("body", "ingen-namnd"),
        ("area", "99999"),
        ("year", "nineteen"),
        ("year", "99999"),
        ("sort", "up"),
        ("limit", "0"),
        ("limit", "201"),
        ("limit", "-1"),
        ("limit", "99999999999999999999"),
        ("page", "0"),
        ("page", "-1"),
        ("page", "abc"),
        ("page", "99999999999999999999"),
    ] {
        let address = format!("/api/v1/proposals?{name}={value}");
        let page = browser.get(&address).await.assert_status(400);
        let kind = page.header("content-type");
        assert_eq!(kind, Some("application/problem+json"), "{address}");
        assert_eq!(page.header("access-control-allow-origin"), Some("*"));
        let detail = page.json()["detail"].to_string();
        assert!(
            value.contains('%') || detail.contains(name),
            "{address}: {detail}"
        );
    }
    browser
        .get("/api/v1/proposals?page=18446744073709551615")
        .await
        .assert_ok();
}

async fn the_rows_without_dates_are_null_in_the_list_too(app: TestApp) {
    with_city(&app).await;
    let mut without = 0;
    for page in 1..=7 {
        let list = get(&app, &format!("/api/v1/proposals?limit=200&page={page}")).await;
        for one in list["proposals"].as_array().expect("a list") {
            if one["submitted_on"].is_null() {
                without += 1;
                for name in [
                    "topic",
                    "signature_count",
                    "opens_at",
                    "closes_at",
                    "published_on",
                ] {
                    assert_eq!(one.get(name), Some(&Value::Null), "{name} of {one}");
                }
            } else {
                assert_eq!(without, 0, "what has no date sorts last");
            }
        }
    }
    assert_eq!(without, 11);
}

/// The elements of an XML document as paths with their texts (`feed/entry/title`, `…`); fails where it is not well formed.
fn elements(xml: &str) -> Vec<(String, String)> {
    let (mut open, mut found): (Vec<&str>, Vec<(String, String)>) = (Vec::new(), Vec::new());
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("every tag ends");
        let entities = text.split('&').skip(1).chain(tag.split('&').skip(1));
        for entity in entities {
            let name = entity.split(';').next().unwrap_or_default();
            assert!(["amp", "lt", "gt", "quot"].contains(&name), "&{entity:.20}");
        }
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text}");
        if tag.starts_with('?') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closes what is open");
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        open.push(name);
        found.push((open.join("/"), text.to_owned()));
        if tag.ends_with('/') {
            found.last_mut().expect("just put in").1 = tag.to_owned();
            open.pop();
        }
    }
    assert_eq!(open, [""; 0], "everything is closed");
    found
}

async fn the_feed_holds_what_rfc_4287_asks_of_it(app: TestApp) {
    with_city(&app).await;
    for language in ["sv", "en"] {
        let address = format!("/{language}/forslag.atom");
        let page = app.browser().get(&address).await.assert_ok();
        let found = elements(page.html());
        let all = |path: &str| -> Vec<&str> {
            let wanted = found.iter().filter(|(at, _)| at == path);
            wanted.map(|(_, text)| text.as_str()).collect()
        };
        for one in ["feed/title", "feed/id", "feed/updated", "feed/author/name"] {
            assert_eq!(all(one).len(), 1, "§4.1.1: {one}");
        }
        let itself = format!("rel=\"self\" href=\"https://torget.example{address}\"");
        assert!(
            all("feed/link")[0].contains(&itself),
            "{:?}",
            all("feed/link")
        );
        let entries = all("feed/entry").len();
        for each in ["title", "id", "updated", "link"] {
            let path = format!("feed/entry/{each}");
            assert_eq!(all(&path).len(), entries, "§4.1.2: {each}");
        }
        let mut ids = all("feed/entry/id");
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), entries, "§4.2.6: an id is nobody else's");
        let times = all("feed/entry/updated");
        assert!(times.is_sorted_by(|a, b| a >= b), "newest first");
        for at in times.into_iter().chain(all("feed/updated")) {
            let read = torget::domain::time::Timestamp::parse(at);
            assert!(read.is_some(), "§3.3: {at}");
        }
        let known = page.header("etag").expect("an ETag").to_owned();
        let mut again = app
            .browser()
            .with_header(axum::http::header::IF_NONE_MATCH, &known);
        again.get(&address).await.assert_status(304);
    }
}
