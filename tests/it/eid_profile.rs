//! The Swedish OpenID Connect profile: how we prove who we are, how we ask, and what must be signed.

use crate::support::{
    Browser, Page, TestApp, both_engines,
    openid::{FakeProvider, Signed, believe, our_key, parameter, section_with_key},
};
use secrecy::SecretString;
use serde_json::json;
use torget::config::EidSection;

both_engines!(our_key_proves_who_we_are, our_keys_are_published_each_once);

const BEGIN: &str = "/sv/logga-in/e-legitimation/test";

/// Goes away and comes back with a good token.
async fn signed_in(app: &TestApp, provider: &FakeProvider) -> (Browser, Page) {
    let mut browser = app.browser();
    let away = browser.get_once(BEGIN).await.redirects_to();
    let claims = provider.claims(app, &parameter(&away, "nonce"), &json!({}));
    provider.say(claims, Signed::Well);
    let back = format!(
        "/e-legitimation/svar?code=c&state={}",
        parameter(&away, "state")
    );
    let page = browser.get(&back).await;
    (browser, page)
}

async fn our_key_proves_who_we_are(app: TestApp) {
    let provider = FakeProvider::start().await;
    let app = provider.with(&app, &section_with_key(&provider.issuer));
    let keys = app.browser().get("/.well-known/jwks.json").await.json();
    let now = app.env.now().micros() / 1_000_000;
    for _ in 0..2 {
        let (browser, page) = signed_in(&app, &provider).await;
        page.assert_ok().assert_says("Berätta vem du är");
        assert!(browser.cookie("__Host-session").is_some());
    }
    let mut seen = Vec::new();
    for form in provider.heard() {
        assert_eq!(form.get("authorization"), None);
        assert_eq!(form.get("client_secret"), None);
        assert_eq!(
            form["client_assertion_type"],
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
        );
        let assertion = &form["client_assertion"];
        assert_eq!(believe(assertion, &keys["keys"][1]), None);
        let said = believe(assertion, &keys["keys"][0]).expect("a token that our first key signed");
        assert_eq!(
            (&said["iss"], &said["sub"]),
            (&json!("torget"), &json!("torget"))
        );
        assert_eq!(said["aud"], format!("{}/token", provider.issuer));
        let life = said["exp"].as_i64().expect("an end") - now;
        assert!((1..=60).contains(&life), "{life}");
        seen.push(said["jti"].clone());
    }
    assert_eq!(seen.len(), 2);
    assert_ne!(seen[0], seen[1], "a token of its own for each call");
}

async fn our_keys_are_published_each_once(app: TestApp) {
    let none = app
        .browser()
        .get("/.well-known/jwks.json")
        .await
        .assert_ok();
    assert_eq!(none.json(), json!({ "keys": [] }));
    let provider = FakeProvider::start().await;
    let section = section_with_key(&provider.issuer);
    let same = EidSection {
        other_key: section.client_key.clone(),
        ..section.clone()
    };
    let page = provider
        .with(&app, &section)
        .browser()
        .get("/.well-known/jwks.json")
        .await;
    let page = page.assert_ok();
    assert_eq!(
        page.json()["keys"],
        json!([our_key(3).public(), our_key(4).public()])
    );
    assert!(!page.html().contains("\"d\""), "the public halves alone");
    let page = provider
        .with(&app, &same)
        .browser()
        .get("/.well-known/jwks.json")
        .await;
    assert_eq!(page.json()["keys"], json!([our_key(3).public()]));
    let broken = EidSection {
        client_key: SecretString::from("no key"),
        ..section
    };
    let problem = torget::outside::e_legitimation::OidcProvider::on_this_machine(&broken);
    let problem = problem.err().expect("a problem");
    assert!(
        problem.contains("P-256") && !problem.contains("no key"),
        "{problem}"
    );
}
