//! The pages around a signature, as a browser without script meets them.

use crate::support::{Browser, TestApp, both_engines};
use torget::domain::{identity::TrustLevel, people::Profile, settings::Rules};

both_engines!(
    one_press_signs_and_says_what_happens_next,
    thirty_presses_from_tabs_and_devices_are_one_signature,
    the_wish_to_sign_survives_signing_in,
    who_has_not_told_her_name_is_asked_first,
    a_signature_is_taken_back_after_a_question,
    following_is_not_signing,
    closed_signing_is_told_with_its_reason,
    a_stronger_sign_in_is_offered_where_it_is_needed,
    what_is_not_public_is_not_found,
    a_press_from_another_site_is_refused,
    an_invented_number_is_not_shown,
);

const PATH: &str = "/sv/forslag/20001";

fn at(page: &str) -> String {
    format!("{PATH}/{page}")
}

async fn signer(app: &TestApp, number: u32) -> Browser {
    let person = app.person(number).await;
    app.signed_in(person, TrustLevel::Email).await
}

pub async fn one_press_signs_and_says_what_happens_next(app: TestApp) {
    let id = app.open_proposal_with(20_001, 147).await;
    let mut browser = signer(&app, 1).await;
    let page = browser.get(&at("skriv-under")).await.assert_ok();
    let form = page.form("form[action$='/skriv-under']");
    let page = browser.send(&form).await.assert_ok();
    assert_eq!(page.path, at("underskrift?nummer=148"));
    let page = page
        .assert_says("Du är nummer 148 som har skrivit under.")
        .assert_says("148 av 200 underskrifter")
        .assert_says("till och med fredag 19 februari 2027")
        .assert_says("Har minst 200 skrivit under");
    assert_eq!(page.heading(), "Tack, du har skrivit under");
    let mail = page
        .attribute("a[href^='mailto:']", "href")
        .expect("a way to share");
    assert!(
        mail.contains("torget%2Eexample%2Fforslag%2F20001"),
        "{mail}"
    );
    assert_eq!(app.counts(id).await.own, 1);
    let english = browser
        .get("/en/forslag/20001/underskrift")
        .await
        .assert_ok();
    assert_eq!(english.heading(), "Your signature");
    let again = browser.get_once(&at("skriv-under")).await;
    again.assert_leads_to(&at("underskrift"));
}

async fn thirty_presses_from_tabs_and_devices_are_one_signature(app: TestApp) {
    let id = app.open_proposal(20_001).await;
    let person = app.person(1).await;
    let mut devices = Vec::new();
    for _ in 0..3 {
        devices.push(app.signed_in(person, TrustLevel::Email).await);
    }
    let presses: Vec<_> = (0..30)
        .map(|n| {
            let mut tab = devices[n % 3].clone();
            tokio::spawn(async move { tab.post_once(&at("skriv-under"), &[]).await })
        })
        .collect();
    let mut new = 0;
    for press in presses {
        let page = press.await.expect("no panic").assert_status(303);
        let to = page.redirects_to();
        assert!(to.starts_with(&at("underskrift")), "{to}");
        new += i32::from(to.ends_with("?nummer=1"));
    }
    assert_eq!(new, 1, "one press is told that it was the one");
    let counts = app.counts(id).await;
    assert_eq!((counts.own, counts.rows, counts.tallied), (1, 1, 1));
}

async fn the_wish_to_sign_survives_signing_in(app: TestApp) {
    app.open_proposal(20_001).await;
    let mut browser = app.browser();
    browser
        .get(&at("skriv-under"))
        .await
        .assert_ok()
        .assert_says("Du loggar in först.");
    let page = browser
        .post_once(&at("skriv-under"), &[])
        .await
        .assert_status(303);
    let to = page.redirects_to();
    assert!(to.starts_with("/sv/logga-in?"), "{to}");
    assert!(to.contains("avsikt=skriv-under-20001"), "{to}");
    let page = browser.post_once(&at("folj"), &[]).await.assert_status(303);
    assert!(page.redirects_to().contains("avsikt=folj-20001"));
}

async fn who_has_not_told_her_name_is_asked_first(app: TestApp) {
    let id = app.open_proposal(20_001).await;
    let nameless = Profile {
        first_name: String::new(),
        last_name: String::new(),
        ort: String::new(),
        email: Some("testperson1@example.se".to_owned()),
    };
    let person = app.person_with(Some(nameless), "not_stated").await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let page = browser
        .post_once(&at("skriv-under"), &[])
        .await
        .assert_status(303);
    let to = page.redirects_to();
    assert!(
        to.contains("om-dig") && to.contains("avsikt=skriv-under-20001"),
        "{to}"
    );
    assert_eq!(app.counts(id).await.own, 0);
}

pub async fn a_signature_is_taken_back_after_a_question(app: TestApp) {
    let id = app.open_proposal(20_001).await;
    let mut browser = signer(&app, 1).await;
    let page = browser.post(&at("skriv-under"), &[]).await.assert_ok();
    let page = browser
        .get(&page.link("Ta tillbaka min underskrift"))
        .await
        .assert_ok();
    assert_eq!(app.counts(id).await.own, 1, "reading changes nothing");
    let form = page.form("form[action$='/ta-tillbaka']");
    let page = browser.send(&form).await.assert_ok();
    page.assert_says("Din underskrift är borttagen");
    assert_eq!(app.counts(id).await.own, 0);
    browser
        .send(&form)
        .await
        .assert_ok()
        .assert_says("borttagen");
    browser
        .get(&at("ta-tillbaka"))
        .await
        .assert_ok()
        .assert_says("Du har inte skrivit under");
    assert_eq!(app.counts(id).await.own, 0);
}

pub async fn following_is_not_signing(app: TestApp) {
    let id = app.open_proposal(20_001).await;
    let mut browser = signer(&app, 1).await;
    let page = browser.post(&at("folj"), &[]).await.assert_ok();
    assert_eq!(page.heading(), "Du följer förslaget");
    let counts = app.counts(id).await;
    assert_eq!((counts.own, counts.follows), (0, 1));
    let page = browser
        .send(&page.form("form[action$='/sluta-folja']"))
        .await
        .assert_ok();
    assert_eq!(page.heading(), "Du följer inte förslaget");
    assert_eq!(app.counts(id).await.follows, 0);
}

async fn closed_signing_is_told_with_its_reason(app: TestApp) {
    let id = app.open_proposal(20_001).await;
    app.pass_days(91);
    let mut browser = signer(&app, 1).await;
    let page = browser
        .post_once(&at("skriv-under"), &[])
        .await
        .assert_status(409);
    assert_eq!(page.heading(), "Du kan inte skriva under längre");
    page.assert_says("Tiden gick ut fredag 19 februari 2027.");
    assert_eq!(app.counts(id).await.own, 0);
}

async fn a_stronger_sign_in_is_offered_where_it_is_needed(app: TestApp) {
    app.open_proposal(20_001).await;
    let strict = app.with_rules(Rules {
        sign_level: TrustLevel::Eid,
        ..Rules::default()
    });
    let mut browser = signer(&strict, 1).await;
    let page = browser
        .post_once(&at("skriv-under"), &[])
        .await
        .assert_status(409);
    let link = page.link("Logga in med e-legitimation");
    assert!(link.contains("avsikt=skriv-under-20001"), "{link}");
}

async fn what_is_not_public_is_not_found(app: TestApp) {
    let waiting = torget::domain::stages::Stage::submit(app.env.now());
    app.proposal_in(20_001, &waiting, 0).await;
    let mut browser = signer(&app, 1).await;
    for path in [at("skriv-under"), at("folj"), at("ta-tillbaka")] {
        browser.get(&path).await.assert_not_found();
        browser.post_once(&path, &[]).await.assert_not_found();
    }
    browser
        .get("/sv/forslag/99999/skriv-under")
        .await
        .assert_not_found();
    browser
        .get("/sv/forslag/fler/skriv-under")
        .await
        .assert_not_found();
}

async fn a_press_from_another_site_is_refused(app: TestApp) {
    let id = app.open_proposal(20_001).await;
    let mut browser = signer(&app, 1).await;
    let page = browser
        .post_raw(&at("skriv-under"), "cross-site", Vec::new())
        .await;
    page.assert_status(403);
    assert_eq!(app.counts(id).await.own, 0);
}

async fn an_invented_number_is_not_shown(app: TestApp) {
    app.open_proposal(20_001).await;
    let mut browser = signer(&app, 1).await;
    browser.post(&at("skriv-under"), &[]).await.assert_ok();
    for invented in ["-1", "0", "2", "99999999999999999999", "x"] {
        let page = browser
            .get(&at(&format!("underskrift?nummer={invented}")))
            .await;
        assert_eq!(page.assert_ok().heading(), "Din underskrift");
    }
}
