//! The start page, the list, a proposal's page and the pages that explain.

use super::support::{TestApp, both_engines};
use torget::{
    domain::{
        events::{EventFacts, EventKind},
        identity::TrustLevel,
        ids::{EventId, ProposalId, ProposalNumber},
        permissions::Role,
        stages::Stage,
    },
    i18n::Locale,
    store::{
        events::{self, Event},
        page_versions::{self, PageKey},
    },
    usecases::imports,
    web::urls,
};

both_engines!(
    the_start_page_says_what_this_is,
    the_most_signed_proposal_reads_as_it_is,
    what_the_data_lack_is_said_plainly,
    minutes_stand_in_the_timeline,
    an_open_proposal_can_be_signed_and_says_what_comes_next,
    what_is_not_public_is_not_found_but_by_its_author,
    what_is_removed_says_why,
    an_address_without_language_leads_to_the_visitors,
    the_pages_that_explain_hold_the_rules_in_force,
);

async fn with_city(app: &TestApp) {
    imports::import_city_data(&app.env)
        .await
        .expect("the city's data");
}

async fn the_start_page_says_what_this_is(app: TestApp) {
    with_city(&app).await;
    app.open_proposal_with(20_001, 148).await;
    let page = app.browser().get("/sv/").await.assert_ok();
    let page = page
        .assert_says("1 210")
        .assert_says("269")
        .assert_says("105 456");
    assert_eq!(page.link("Förslag 20001"), "/sv/forslag/20001");
    assert_eq!(
        page.link("Se vad som samlar underskrifter"),
        "/sv/forslag?skede=collecting"
    );
    assert_eq!(
        page.attribute("form[role=search]", "action").as_deref(),
        Some("/sv/forslag")
    );
    assert_eq!(page.attribute("[aria-required]", "name"), None);
    let list = app.browser().get("/sv/forslag").await.assert_ok();
    assert_eq!(list.attribute("[aria-required]", "name"), None);
    let page = page.assert_says("148 av 200 underskrifter");
    page.assert_says("inom 14 dagar")
        .assert_says("öppet i 90 dagar");
    let english = app.browser().get("/en/").await.assert_ok();
    english.assert_says("1,210").assert_says("within 14 days");
}

async fn the_most_signed_proposal_reads_as_it_is(app: TestApp) {
    with_city(&app).await;
    let page = app.browser().get("/sv/forslag/839").await.assert_ok();
    assert_eq!(page.heading(), "Utlys klimatnödläge omedelbart!");
    let page = page
        .assert_says("1 410 underskrifter")
        .assert_says("Tiden för underskrifter gick ut 15 juni 2019.")
        .assert_says("Texten ingår inte i stadens öppna data.")
        .assert_says("Beslut: genomförs inte")
        .assert_says("bereds inte vidare")
        .assert_hides("Skriv under");
    assert_eq!(
        page.link("https://torget.example/forslag/839"),
        "/forslag/839"
    );
    let trams = app.browser().get("/sv/forslag/2").await.assert_ok();
    trams.assert_says("Trafiknämnden (i dag Stadsmiljönämnden");
}

async fn what_the_data_lack_is_said_plainly(app: TestApp) {
    with_city(&app).await;
    let page = app.browser().get("/sv/forslag/13181").await.assert_ok();
    page.assert_says("Förslaget nådde 200 underskrifter.")
        .assert_says("Kommunstyrelsens protokoll")
        .assert_hides("publicerat");
    let open = app.browser().get("/sv/forslag/12718").await.assert_ok();
    open.assert_says("Senast känt 21 november 2022")
        .assert_hides("Skriv under")
        .assert_hides("dagar kvar");
}

async fn minutes_stand_in_the_timeline(app: TestApp) {
    with_city(&app).await;
    let page = app.browser().get("/sv/forslag/12879").await.assert_ok();
    let dates = page.select(".timeline .done .when");
    assert_eq!(dates.len(), 6);
    assert!(dates[0].ends_with("20 mars 2024"), "{}", dates[0]);
    let page = page
        .assert_says("Beslutet sköts upp till ett senare möte")
        .assert_says("Möte onsdag 10 april 2024")
        .assert_says("SLK-2024-00177");
    assert!(!page.has(".timeline .coming"));
}

async fn an_open_proposal_can_be_signed_and_says_what_comes_next(app: TestApp) {
    app.open_proposal_with(20_001, 148).await;
    let path = "/sv/forslag/20001";
    let page = app.browser().get(path).await.assert_ok();
    assert_eq!(
        page.attribute(".act form", "action").as_deref(),
        Some("/sv/forslag/20001/skriv-under")
    );
    let page = page
        .assert_says("Skriv under till och med fredag 19 februari 2027: 90 dagar kvar.")
        .assert_says("Underskrifterna räknas");
    assert_eq!(page.select(".timeline .coming").len(), 2);
    app.pass_days(91);
    let closed = app.browser().get(path).await.assert_ok();
    let closed = closed.assert_says("Underskrifterna räknas");
    assert!(!closed.has(".act form[action$=skriv-under]"));
}

async fn what_is_not_public_is_not_found_but_by_its_author(app: TestApp) {
    let id = app
        .proposal_in(20_001, &Stage::submit(app.env.now()), 0)
        .await;
    let author = app.person(1).await;
    set(&app, AUTHOR, id, author.0).await;
    let path = "/sv/forslag/20001";
    app.browser().get(path).await.assert_not_found();
    let stranger = app.person(2).await;
    app.signed_in(stranger, TrustLevel::Email)
        .await
        .get(path)
        .await
        .assert_not_found();
    let own = app
        .signed_in(author, TrustLevel::Email)
        .await
        .get(path)
        .await
        .assert_ok();
    assert_eq!(own.header("cache-control"), Some("private, no-store"));
    own.assert_says("Det här är inte publicerat");
    app.staff(3, Role::Moderator, None)
        .await
        .get(path)
        .await
        .assert_ok();
    let list = app.browser().get("/sv/forslag").await.assert_ok();
    list.assert_hides("Förslag 20001");
}

const AUTHOR: &str = "UPDATE proposals SET author_id = $2 WHERE id = $1";
const REMOVE: &str =
    "UPDATE proposals SET stage = 'removed', shown_stage = 'removed' WHERE id = $1";

async fn set(app: &TestApp, sql: &'static str, id: ProposalId, value: uuid::Uuid) {
    let mut tx = app.env.db.begin().await.unwrap();
    tx.query(sql).bind(id).bind(value).execute().await.unwrap();
    tx.commit().await.unwrap();
}

async fn what_is_removed_says_why(app: TestApp) {
    let id = app.open_proposal(20_001).await;
    let mut visitor = app.browser();
    visitor.get("/sv/forslag/20001").await.assert_ok();
    let mut tx = app.env.db.begin().await.unwrap();
    tx.query(REMOVE).bind(id).execute().await.unwrap();
    let facts = EventFacts {
        outcome: Some("personal_data".to_owned()),
        ..EventFacts::default()
    };
    let event = Event::now(
        EventId(app.env.ids.uuid()),
        EventKind::Removed,
        app.env.now(),
        facts,
    );
    events::insert_event(&mut tx, id, &event).await.unwrap();
    page_versions::touch(
        &mut tx,
        PageKey::Proposal(ProposalNumber(20_001)),
        app.env.now(),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let gone = visitor.get("/sv/forslag/20001").await.assert_status(410);
    gone.assert_says("personuppgifter")
        .assert_hides("Förslag 20001");
    visitor
        .get("/sv/forslag")
        .await
        .assert_hides("Förslag 20001");
    let gone = visitor.get("/api/v1/proposals/20001").await;
    let problem = gone.assert_status(410).json();
    assert!(
        problem["detail"].to_string().contains("personal data"),
        "{problem}"
    );
}

async fn an_address_without_language_leads_to_the_visitors(app: TestApp) {
    app.open_proposal(20_001).await;
    let mut english = app
        .browser()
        .with_header(axum::http::header::ACCEPT_LANGUAGE, "en-GB");
    assert_eq!(
        english.get_once("/forslag/20001").await.redirects_to(),
        "/en/forslag/20001"
    );
    assert_eq!(english.get_once("/").await.redirects_to(), "/en/");
    assert_eq!(english.get_once("/sv").await.redirects_to(), "/sv/");
    let query = english.get_once("/forslag?q=bad").await.redirects_to();
    assert_eq!(query, "/en/forslag?q=bad");
    assert_eq!(
        app.browser()
            .get_once("/forslag/20001")
            .await
            .redirects_to(),
        "/sv/forslag/20001"
    );
    app.browser()
        .get("/forslag/nittio")
        .await
        .assert_not_found();
}

async fn the_pages_that_explain_hold_the_rules_in_force(app: TestApp) {
    let rules = torget::domain::settings::Rules {
        threshold: 300,
        open_days: 60,
        ..Default::default()
    };
    let other = app.with_rules(rules);
    for locale in Locale::ALL {
        let mut browser = other.browser();
        for address in [
            urls::how_it_works(locale),
            urls::rules(locale),
            urls::about(locale),
            urls::accessibility(locale),
            urls::privacy(locale),
            urls::contact(locale),
        ] {
            let page = browser.get(&address).await.assert_ok();
            assert_eq!(page.select("h1").len(), 1, "{address}");
        }
        let how = browser.get(&urls::how_it_works(locale)).await;
        how.assert_says("300").assert_says("60");
    }
}
