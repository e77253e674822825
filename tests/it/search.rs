//! Finding a proposal: words in any form, filters, orders, pages, and help when nothing is found.

use super::support::{Page, TestApp, both_engines};
use torget::usecases::imports;

both_engines!(
    word_forms_find_the_same,
    an_empty_result_helps_onward,
    filters_and_orders_have_stable_addresses,
    every_proposal_is_on_exactly_one_page,
    decisions_and_bodies_are_searched_too,
    odd_queries_are_answered,
);

async fn with_city(app: &TestApp) {
    imports::import_city_data(&app.env)
        .await
        .expect("the city's data");
}

fn titles(page: &Page) -> Vec<String> {
    page.select(".proposal .title")
}

async fn word_forms_find_the_same(app: TestApp) {
    with_city(&app).await;
    let mut browser = app.browser();
    let one = browser
        .get("/sv/forslag?q=hundrastg%C3%A5rd")
        .await
        .assert_ok();
    let many = browser
        .get("/sv/forslag?q=hundrastg%C3%A5rdar")
        .await
        .assert_ok();
    assert_eq!(titles(&one), titles(&many));
    assert!(titles(&one).len() == 20, "{:?}", titles(&one));
    assert!(titles(&one)[0].to_lowercase().contains("hundrastgård"));
    assert_eq!(
        one.attribute("input[name=q]", "value").as_deref(),
        Some("hundrastgård")
    );
}

async fn an_empty_result_helps_onward(app: TestApp) {
    with_city(&app).await;
    let mut browser = app.browser();
    let none = browser.get("/sv/forslag?q=xyzzyqwf").await.assert_ok();
    let none = none.assert_says("Inget förslag passar");
    assert_eq!(none.link("Visa alla förslag"), "/sv/forslag");
    let filtered = browser
        .get("/sv/forslag?q=valhallabadet&ar=2017&amne=care")
        .await
        .assert_ok();
    let without = filtered.link("Ta bort: Vård och omsorg");
    assert_eq!(without, "/sv/forslag?q=valhallabadet&ar=2017");
    let meant = browser
        .get("/sv/forslag?q=hundrastgrd&amne=care&ar=2022")
        .await
        .assert_ok();
    let meant = meant.assert_says("Menade du");
    assert!(
        meant
            .link("hundrastgård")
            .starts_with("/sv/forslag?q=hundrastg%C3%A5rd&amne=care")
    );
}

async fn filters_and_orders_have_stable_addresses(app: TestApp) {
    with_city(&app).await;
    let mut browser = app.browser();
    let most = browser.get("/sv/forslag?sortera=flest").await.assert_ok();
    assert_eq!(titles(&most)[0], "Utlys klimatnödläge omedelbart!");
    let counts = [
        ("ar=2017", "449"),
        ("ar=2022", "114"),
        ("skede=last_known&ar=2022", "förslag"),
        ("namnd=kommunstyrelsen&skede=decided", "förslag"),
        ("omrade=01", "förslag"),
    ];
    for (query, expected) in counts {
        let page = browser
            .get(&format!("/sv/forslag?{query}"))
            .await
            .assert_ok();
        page.assert_says(expected).assert_hides("1 209");
    }
    let decided = browser
        .get("/sv/forslag?sortera=beslutade")
        .await
        .assert_ok();
    assert_eq!(titles(&decided)[0], "Utlys klimatnödläge");
}

async fn every_proposal_is_on_exactly_one_page(app: TestApp) {
    with_city(&app).await;
    let mut browser = app.browser();
    let mut address = "/sv/forslag?amne=school&sortera=flest".to_owned();
    let mut seen = Vec::new();
    loop {
        let page = browser.get(&address).await.assert_ok();
        seen.extend(page.select(".proposal .about"));
        if !page.select("nav a").contains(&"Nästa".to_owned()) {
            break;
        }
        address = page.link("Nästa");
    }
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!((seen.len(), all), (60, 60));
    let before = browser.get(&address).await.link("Föregående");
    let back = browser.get(&before).await.assert_ok();
    assert_eq!(titles(&back).len(), 20);
}

async fn decisions_and_bodies_are_searched_too(app: TestApp) {
    with_city(&app).await;
    let mut browser = app.browser();
    let by_decision = browser
        .get("/sv/forslag?q=fastighetsn%C3%A4ra+insamling")
        .await
        .assert_ok();
    assert!(
        by_decision.text().contains("Nummer 13 "),
        "{}",
        by_decision.text()
    );
    let by_body = browser
        .get("/sv/forslag?q=stadsmilj%C3%B6n%C3%A4mnden")
        .await
        .assert_ok();
    assert_eq!(titles(&by_body).len(), 20);
}

async fn odd_queries_are_answered(app: TestApp) {
    with_city(&app).await;
    let mut browser = app.browser();
    let long = "a".repeat(5_000);
    for query in [
        "q=%25%27%22%3Cscript%3E",
        "q=%E2%80%AE%F0%9F%A6%84",
        "q=AND+OR+NOT+NEAR(*",
        "efter=-zz.9&ar=99999999999",
        &format!("q={long}"),
        "q=a&q=b",
    ] {
        let page = browser.get(&format!("/sv/forslag?{query}")).await;
        assert!(!page.status.is_server_error(), "{query}: {}", page.status);
        assert!(!page.html().contains("<script>"), "{query}");
    }
}
