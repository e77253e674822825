//! The session ends while one writes: nothing that was typed is lost, and nobody else gets to see it.

use super::{
    acts::written,
    pages::{Fill, sign_in},
};
use crate::support::{Browser, Page, TestApp, both_engines};
use torget::{
    domain::identity::TrustLevel,
    store::retention::{Ended, delete_ended},
};

both_engines!(
    a_step_typed_after_the_session_ended_is_there_after_signing_in,
    a_step_typed_after_signing_out_in_another_tab_is_there_too,
    an_answer_typed_after_the_session_ended_is_there_after_signing_in,
    what_was_typed_is_shown_to_nobody_else,
    what_nobody_came_back_to_is_forgotten,
);

const LATER: &str =
    "Text som skrevs efter att sessionen hade tagit slut, med flera ord om bänkarna.";
const NOTICE: &str = "Det du skrev finns kvar";

/// Signed in by mail, with name and ort told.
async fn enter(app: &TestApp) -> Browser {
    let mut browser = app.browser();
    let page = sign_in(app, &mut browser, "/sv/logga-in").await;
    let form = page.assert_says("Berätta vem du är").step();
    let form = form.fill("fornamn", "Testperson").fill("efternamn", "3");
    browser
        .send(&form.fill("ort", "Göteborg"))
        .await
        .assert_ok();
    browser
}

/// The first step of a draft that has been begun.
async fn idea_step(browser: &mut Browser) -> Page {
    let page = browser.get("/sv/forslag/nytt").await.assert_ok();
    let page = browser.send(&page.step().idea(&written("44"))).await;
    let idea = page.assert_ok().path.replace("liknande", "ide");
    browser.get(&idea).await.assert_ok()
}

async fn a_step_typed_after_the_session_ended_is_there_after_signing_in(app: TestApp) {
    let mut browser = enter(&app).await;
    let idea = idea_step(&mut browser).await;
    app.pass_seconds(13 * 3600);
    let page = browser.send(&idea.step().fill("text", LATER)).await;
    let page = page.assert_ok().assert_says("Logga in");
    let page = sign_in(&app, &mut browser, &page.path).await.assert_ok();
    assert_eq!(page.path, idea.path);
    let page = page.assert_says(NOTICE);
    assert_eq!(page.step().value("text"), Some(LATER));

    let page = browser.send(&page.step()).await;
    page.assert_says("Steg 2 av 6");
    let page = browser.get(&idea.path).await.assert_hides(NOTICE);
    assert_eq!(page.step().value("text"), Some(LATER));
}

async fn a_step_typed_after_signing_out_in_another_tab_is_there_too(app: TestApp) {
    let mut browser = enter(&app).await;
    let idea = idea_step(&mut browser).await;
    let about = browser.get(&idea.path.replace("/ide", "/om-dig")).await;
    browser.post("/sv/logga-ut", &[]).await.assert_ok();
    let form = about.step().about(&written("44")).fill("till", "spara");
    let page = browser.send(&form).await.assert_says("Logga in");
    let page = sign_in(&app, &mut browser, &page.path)
        .await
        .assert_says(NOTICE);
    assert_eq!(
        page.step().value("adress"),
        Some(written("44").address.as_str())
    );
}

async fn an_answer_typed_after_the_session_ended_is_there_after_signing_in(app: TestApp) {
    let person = app.person(3).await;
    let number = app.sent_by(person).await;
    app.ask_back(number).await;
    let path = format!("/sv/mina-sidor/forslag/{number}");
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let form = browser
        .get(&path)
        .await
        .form("form[action*='mina-sidor/forslag']");
    app.pass_seconds(13 * 3600);
    let form = form
        .fill("titel", "Tio bänkar längs Göta älv")
        .fill("text", LATER);
    browser
        .send(&form)
        .await
        .assert_ok()
        .assert_says("Logga in");

    come_back(&app, person, &mut browser).await;
    let page = browser.get(&path).await.assert_says(NOTICE);
    let form = page.form("form[action*='mina-sidor/forslag']");
    assert_eq!(form.value("titel"), Some("Tio bänkar längs Göta älv"));
    assert_eq!(form.value("text"), Some(LATER));
    let page = browser.send(&form).await.assert_ok();
    page.assert_says("Tio bänkar").assert_hides(NOTICE);
    app.ask_back(number).await;
    browser.get(&path).await.assert_hides(NOTICE);
}

/// The same browser with a new session.
async fn come_back(app: &TestApp, person: torget::domain::ids::PersonId, browser: &mut Browser) {
    let fresh = app.signed_in(person, TrustLevel::Email).await;
    let token = fresh
        .cookie("__Host-session")
        .expect("a session")
        .to_owned();
    browser.set_cookie("__Host-session", &token);
}

async fn what_was_typed_is_shown_to_nobody_else(app: TestApp) {
    let person = app.person(3).await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let idea = idea_step(&mut browser).await;
    app.pass_seconds(13 * 3600);
    browser
        .send(&idea.step().fill("text", LATER))
        .await
        .assert_ok();

    let mut shared = browser.clone();
    shared
        .get(&idea.path)
        .await
        .assert_says("Logga in")
        .assert_hides(LATER);
    let other = app.person(4).await;
    come_back(&app, other, &mut shared).await;
    shared.get(&idea.path).await.assert_not_found();

    let mut elsewhere = app.signed_in(person, TrustLevel::Email).await;
    let page = elsewhere.get(&idea.path).await.assert_ok();
    assert_ne!(
        page.step().value("text"),
        Some(LATER),
        "another browser of hers has not typed it"
    );
}

async fn what_nobody_came_back_to_is_forgotten(app: TestApp) {
    let person = app.person(3).await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let idea = idea_step(&mut browser).await;
    app.pass_seconds(13 * 3600);
    browser
        .send(&idea.step().fill("text", LATER))
        .await
        .assert_ok();
    let mut tx = app.env.db.begin().await.expect("the database answers");
    let later = app.env.now().plus_seconds(1);
    let removed = delete_ended(&mut tx, Ended::KeptForms, later)
        .await
        .expect("removed");
    tx.commit().await.expect("a commit");
    assert_eq!(removed, 1);
    come_back(&app, person, &mut browser).await;
    browser
        .get(&idea.path)
        .await
        .assert_ok()
        .assert_hides(NOTICE);
}
