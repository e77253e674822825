//! Open data: addresses, names and values that others build on.

use super::support::{TestApp, both_engines};
use serde_json::{Value, json};
use torget::usecases::imports;

both_engines!(
    a_proposal_has_the_promised_names,
    what_is_unknown_is_null,
    the_list_is_filtered_and_paged,
    the_summary_holds_the_numbers_of_the_data,
    errors_are_problem_details,
    anyone_may_read_and_ask_again_cheaply,
    the_feed_is_well_formed_and_flags_examples,
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
