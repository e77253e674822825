//! The Swedish OpenID Connect profile: how we prove who we are, how we ask, and what must be signed.

use crate::support::{
    Browser, Page, TestApp, both_engines,
    openid::{self, FakeProvider, Signed, believe, merge, our_key, parameter, section_with_key},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use secrecy::SecretString;
use serde_json::{Value, json};
use torget::{
    config::{AcrRequest, EidSection, RequestObject, UserInfo},
    domain::demo_people::{DEMO_PEOPLE, Part},
    outside::e_legitimation::OidcProvider,
};

both_engines!(
    our_key_proves_who_we_are,
    our_keys_are_published_each_once,
    what_we_ask_is_signed_and_posted,
    the_page_lets_its_form_go_where_the_profile_says,
    user_info_is_believed_when_it_is_signed_and_fits,
    a_broker_names_things_its_own_way,
    a_foreign_person_is_known_by_her_prid,
    one_who_gets_a_personnummer_stays_who_she_was,
    a_name_is_in_the_language_of_the_page,
    what_does_not_fit_a_provider_is_named,
    a_provider_may_change_its_keys,
);

const BEGIN: &str = "/sv/logga-in/e-legitimation/test";

/// Goes away and comes back with a good token, `change` laid over it.
async fn signed_in(app: &TestApp, provider: &FakeProvider, change: Value) -> (Browser, Page) {
    let mut browser = app.browser();
    let away = browser.get_once(BEGIN).await.redirects_to();
    let claims = provider.claims(app, &parameter(&away, "nonce"), &change);
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
        let (browser, page) = signed_in(&app, &provider, json!({})).await;
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

/// A profile whose requests are signed.
fn signing(provider: &FakeProvider) -> EidSection {
    EidSection {
        request_object: RequestObject::Signed,
        scopes: "https://id.oidc.se/scope/naturalPersonNumber".to_owned(),
        ..section_with_key(&provider.issuer)
    }
}

/// What the page that leads away asks, once it is seen that our key signed it.
fn asked(page: &Page) -> Value {
    let form = page.form("main form");
    let request = form.value("request").expect("a signed request");
    believe(request, &our_key(3).public()).expect("a request that our key signed")
}

async fn what_we_ask_is_signed_and_posted(app: TestApp) {
    const MESSAGE: &str = "https://id.oidc.se/param/userMessage";
    let provider = FakeProvider::start().await;
    let site = provider.with(&app, &signing(&provider));
    let mut browser = site.browser();
    let page = browser
        .get_once(&format!("{BEGIN}?avsikt=folj-839"))
        .await
        .assert_ok();
    assert_eq!(page.heading(), "Logga in med Test");
    assert!(page.link("Logga in på ett annat sätt").contains("folj-839"));
    let action = page.attribute("main form", "action");
    assert_eq!(action, Some(format!("{}/authorize", provider.issuer)));
    let policy = page.header("content-security-policy").expect("a policy");
    let forms = format!("form-action 'self' {};", provider.issuer);
    assert!(
        policy.contains(&forms) && policy.contains("default-src 'none'"),
        "{policy}"
    );
    assert!(
        page.header("set-cookie")
            .expect("a cookie")
            .contains("SameSite=Lax")
    );
    let form = page.form("main form");
    assert_eq!(form.value("response_type"), Some("code"));
    assert_eq!(form.value("client_id"), Some("torget"));
    let scope = "openid https://id.oidc.se/scope/naturalPersonNumber";
    assert_eq!(form.value("scope"), Some(scope));
    assert_eq!(form.value("state"), None, "all else is signed");

    let request = asked(&page);
    let now = app.env.now().micros() / 1_000_000;
    for (name, value) in [
        ("iss", json!("torget")),
        ("aud", json!(provider.issuer)),
        ("client_id", json!("torget")),
        ("response_type", json!("code")),
        ("scope", json!(scope)),
        ("prompt", json!("login")),
        ("ui_locales", json!("sv")),
        ("code_challenge_method", json!("S256")),
    ] {
        assert_eq!(request[name], value, "{name}");
    }
    let acr = &request["claims"]["id_token"]["acr"];
    assert_eq!(acr["essential"], true);
    assert_eq!(acr["values"][0], "http://id.elegnamnden.se/loa/1.0/loa3");
    assert!(
        request["exp"]
            .as_i64()
            .is_some_and(|end| end > now && end <= now + 900)
    );
    assert_eq!(request.get(MESSAGE), None, "the provider does not offer it");
    let claims = provider.claims(
        &site,
        request["nonce"].as_str().expect("a nonce"),
        &json!({}),
    );
    provider.say(claims, Signed::Well);
    let state = request["state"].as_str().expect("a state");
    let page = browser
        .get(&format!("/e-legitimation/svar?code=c&state={state}"))
        .await;
    page.assert_ok().assert_says("Berätta vem du är");
    let again = asked(&browser_of(&site).await);
    for fresh in ["jti", "state", "nonce", "code_challenge"] {
        assert!(
            again[fresh].is_string() && again[fresh] != request[fresh],
            "{fresh}"
        );
    }

    provider.offer(json!({ "https://id.oidc.se/disco/userMessageSupported": true }));
    let site = provider.with(&app, &signing(&provider));
    let message = asked(&browser_of(&site).await)[MESSAGE].clone();
    assert_eq!(message["mime_type"], "text/plain");
    assert_eq!(
        message["message"],
        STANDARD.encode("Logga in på Göteborgsförslaget")
    );
}

/// The page that leads away, in a new browser.
async fn browser_of(site: &TestApp) -> Page {
    site.browser().get_once(BEGIN).await.assert_ok()
}

async fn the_page_lets_its_form_go_where_the_profile_says(app: TestApp) {
    let provider = FakeProvider::start().await;
    let section = EidSection {
        form_targets: "https://login.example https://*.bank.example".to_owned(),
        ..signing(&provider)
    };
    let site = provider.with(&app, &section);
    let page = browser_of(&site).await;
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(
        policy.contains("https://login.example https://*.bank.example;"),
        "{policy}"
    );
    let page = site.browser().get("/sv/logga-in").await.assert_ok();
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(
        policy.contains("form-action 'self';"),
        "no other page may: {policy}"
    );
}

const NUMBER: &str = "https://id.oidc.se/claim/personalIdentityNumber";

/// Signs in where the ID token and UserInfo say these things; changes lie over what good ones say.
async fn told(
    site: &TestApp,
    provider: &FakeProvider,
    in_token: &Value,
    in_user_info: &Value,
    signed: Signed,
) -> (Browser, Page) {
    let mut browser = site.browser();
    let request = asked(&browser.get_once(BEGIN).await.assert_ok());
    assert_eq!(request["claims"]["userinfo"][NUMBER], Value::Null);
    let nonce = request["nonce"].as_str().expect("a nonce");
    provider.say(provider.claims(site, nonce, in_token), Signed::Well);
    let mut user_info = json!({
        "iss": provider.issuer, "aud": "torget", "sub": "x", NUMBER: DEMO_PEOPLE[0].digits,
        "given_name": "Testperson", "family_name": "1",
    });
    merge(&mut user_info, in_user_info);
    provider.tell(user_info, signed);
    let state = request["state"].as_str().expect("a state");
    let page = browser
        .get(&format!("/e-legitimation/svar?code=c&state={state}"))
        .await;
    (browser, page)
}

async fn user_info_is_believed_when_it_is_signed_and_fits(app: TestApp) {
    let provider = FakeProvider::start().await;
    let section = EidSection {
        userinfo: UserInfo::Signed,
        ..signing(&provider)
    };
    let site = provider.with(&app, &section);
    let (same, now) = (json!({}), app.env.now().micros() / 1_000_000);
    let without = json!({ NUMBER: null, "given_name": null, "family_name": null });
    for in_token in [&same, &without] {
        let (browser, page) = told(&site, &provider, in_token, &same, Signed::Well).await;
        page.assert_ok().assert_says("Berätta vem du är");
        assert!(browser.cookie("__Host-session").is_some(), "{in_token}");
    }
    let other = json!({ NUMBER: DEMO_PEOPLE[1].digits });
    let cases = [
        (same.clone(), json!({ "sub": "another" }), Signed::Well, 400),
        (same.clone(), json!({ "sub": null }), Signed::Well, 400),
        (same.clone(), json!({ "aud": "another" }), Signed::Well, 400),
        (same.clone(), json!({ "aud": null }), Signed::Well, 400),
        (
            same.clone(),
            json!({ "iss": "https://elsewhere.example" }),
            Signed::Well,
            400,
        ),
        (same.clone(), json!({ "iss": null }), Signed::Well, 400),
        (same.clone(), other, Signed::Well, 400),
        (same.clone(), same.clone(), Signed::AsJson, 400),
        (same.clone(), same.clone(), Signed::Not, 400),
        (same.clone(), same.clone(), Signed::ByAnother, 400),
        (same.clone(), same.clone(), Signed::WithSecret, 400),
        (same.clone(), same.clone(), Signed::Refused, 400),
        (same.clone(), same.clone(), Signed::Broken, 503),
        (
            json!({ "auth_time": null }),
            same.clone(),
            Signed::Well,
            400,
        ),
        (
            json!({ "auth_time": now - 7200 }),
            same.clone(),
            Signed::Well,
            400,
        ),
        (without, json!({ NUMBER: null }), Signed::Well, 403),
    ];
    for (in_token, in_user_info, signed, status) in cases {
        let what = format!("{in_token} {in_user_info} {signed:?}");
        let (browser, page) = told(&site, &provider, &in_token, &in_user_info, signed).await;
        assert_eq!(page.status.as_u16(), status, "{what}: {}", page.text());
        assert_eq!(browser.cookie("__Host-session"), None, "{what}");
        assert!(page.has("main h1"), "{what}");
    }
}

async fn a_broker_names_things_its_own_way(app: TestApp) {
    let provider = FakeProvider::start().await;
    let section = EidSection {
        acr_request: AcrRequest::AcrValues,
        asked_acr: "idp:sbid".to_owned(),
        level_claim: "idp".to_owned(),
        accepted_acr: "sbid=loa3".to_owned(),
        id_token_seconds: 600,
        number_claims: "nin".to_owned(),
        given_name_claims: "first".to_owned(),
        ..openid::section(&provider.issuer)
    };
    let site = provider.with(&app, &section);
    let away = site.browser().get_once(BEGIN).await.redirects_to();
    assert_eq!(parameter(&away, "acr_values"), "idp:sbid");
    let now = app.env.now().micros() / 1_000_000;
    let good = json!({
        "acr": null, "idp": "sbid", NUMBER: null, "nin": DEMO_PEOPLE[0].digits, "exp": now + 600,
        "given_name": null, "first": "Testperson",
    });
    let (_, page) = signed_in(&site, &provider, good.clone()).await;
    let form = page.assert_ok().form("main form");
    assert_eq!(form.value("fornamn"), Some("Testperson"));
    for (change, status) in [
        (json!({ "idp": "nobid" }), 403),
        (json!({ "idp": null, "acr": "sbid" }), 403),
        (json!({ "exp": now + 700 }), 400),
        (json!({ "nin": null, NUMBER: DEMO_PEOPLE[0].digits }), 403),
    ] {
        let mut said = good.clone();
        for (name, value) in change.as_object().expect("an object") {
            said[name] = value.clone();
        }
        let (browser, page) = signed_in(&site, &provider, said).await;
        assert_eq!(page.status.as_u16(), status, "{change}");
        assert_eq!(browser.cookie("__Host-session"), None);
    }
}

/// How many people there are, and how many values identify them.
async fn counts(app: &TestApp) -> (i64, i64) {
    const COUNTS: &str = "SELECT (SELECT COUNT(*) FROM persons), (SELECT COUNT(*) FROM identities)";
    let mut tx = app.env.db.begin_read().await.expect("a transaction");
    tx.query(COUNTS).one().await.expect("counts")
}

async fn a_foreign_person_is_known_by_her_prid(app: TestApp) {
    const PRID: &str = "https://id.swedenconnect.se/claim/prid";
    const PERSISTENCE: &str = "https://id.swedenconnect.se/claim/pridPersistence";
    let provider = FakeProvider::start().await;
    let site = provider.on(&app);
    let (people, values) = counts(&app).await;
    let with = |prid: &str| {
        json!({
            NUMBER: null, PRID: prid, PERSISTENCE: "A",
            "acr": "http://id.elegnamnden.se/loa/1.0/eidas-sub",
        })
    };
    for prid in ["DE:ab0123-45cd", "DE:AB0123-45CD"] {
        let (browser, page) = signed_in(&site, &provider, with(prid)).await;
        page.assert_ok();
        assert!(browser.cookie("__Host-session").is_some(), "{prid}");
        assert_eq!(counts(&app).await, (people + 1, values + 1), "{prid}");
    }
    signed_in(&site, &provider, with("NO:ab0123-45cd"))
        .await
        .1
        .assert_ok();
    assert_eq!(
        counts(&app).await,
        (people + 2, values + 2),
        "another country, another person"
    );
    for prid in ["DE:short", "DE:ab0123_45cd", "ab0123-45cd"] {
        let (browser, page) = signed_in(&site, &provider, with(prid)).await;
        page.assert_status(403);
        assert_eq!(browser.cookie("__Host-session"), None, "{prid}");
    }
    let mut weak = with("DE:ab0123-45cd");
    weak["acr"] = json!("http://id.elegnamnden.se/loa/1.0/eidas-low");
    signed_in(&site, &provider, weak).await.1.assert_status(403);
}

async fn one_who_gets_a_personnummer_stays_who_she_was(app: TestApp) {
    const COORDINATION: &str = "https://id.oidc.se/claim/coordinationNumber";
    const PREVIOUS: &str = "https://id.oidc.se/claim/previousCoordinationNumber";
    let provider = FakeProvider::start().await;
    let site = provider.on(&app);
    let has_one = DEMO_PEOPLE
        .iter()
        .find(|person| person.part == Part::Coordination);
    let before = has_one.expect("one with a coordination number").digits;
    let (people, values) = counts(&app).await;
    let change = json!({ NUMBER: null, COORDINATION: before });
    signed_in(&site, &provider, change).await.1.assert_ok();
    assert_eq!(counts(&app).await, (people + 1, values + 1));
    for change in [json!({ PREVIOUS: before }), json!({})] {
        signed_in(&site, &provider, change).await.1.assert_ok();
        assert_eq!(
            counts(&app).await,
            (people + 1, values + 2),
            "one person, by both numbers"
        );
    }
}

async fn a_name_is_in_the_language_of_the_page(app: TestApp) {
    let provider = FakeProvider::start().await;
    let section = EidSection {
        name: "Utländsk e-legitimation".to_owned(),
        name_en: "Foreign eID".to_owned(),
        ..openid::section(&provider.issuer)
    };
    let site = provider.with(&app, &section);
    let page = site.browser().get("/sv/logga-in").await;
    page.assert_says("Utländsk e-legitimation")
        .assert_hides("Foreign eID");
    let page = site.browser().get("/en/logga-in").await;
    page.assert_says("Foreign eID").assert_hides("Utländsk");
}

async fn what_does_not_fit_a_provider_is_named(app: TestApp) {
    let provider = FakeProvider::start().await;
    let section = EidSection {
        userinfo: UserInfo::Signed,
        ..signing(&provider)
    };
    let ask = async |section: EidSection| {
        let asked = OidcProvider::on_this_machine(&section).expect("a profile");
        asked.misfits(app.env.now()).await
    };
    let fitting = json!({
        "token_endpoint_auth_methods_supported": ["private_key_jwt"],
        "request_parameter_supported": true,
        "scopes_supported": ["openid", section.scopes],
        "acr_values_supported": ["http://id.elegnamnden.se/loa/1.0/loa3"],
    });
    provider.offer(fitting.clone());
    assert_eq!(ask(section.clone()).await, [""; 0]);
    for (name, value, setting) in [
        (
            "token_endpoint_auth_methods_supported",
            json!(["client_secret_basic"]),
            "client_auth",
        ),
        (
            "request_parameter_supported",
            json!(false),
            "request_object",
        ),
        ("scopes_supported", json!(["openid"]), "scopes"),
        (
            "acr_values_supported",
            json!(["http://id.elegnamnden.se/loa/1.0/loa2"]),
            "accepted_acr",
        ),
        ("userinfo_endpoint", Value::Null, "userinfo"),
        (
            "id_token_signing_alg_values_supported",
            json!(["HS256"]),
            "issuer",
        ),
        ("issuer", json!("https://elsewhere.example"), "issuer"),
    ] {
        let mut offered = fitting.clone();
        offered[name] = value;
        provider.offer(offered);
        let found = ask(section.clone()).await;
        let start = format!("eid test: {setting}");
        assert!(
            found.len() == 1 && found[0].starts_with(&start),
            "{name}: {found:?}"
        );
    }
    let nobody = EidSection {
        issuer: "http://127.0.0.1:9".to_owned(),
        ..section
    };
    assert!(ask(nobody).await[0].starts_with("eid test: issuer"));
}

async fn a_provider_may_change_its_keys(app: TestApp) {
    let provider = FakeProvider::start().await;
    let section = EidSection {
        userinfo: UserInfo::Signed,
        ..signing(&provider)
    };
    let site = provider.with(&app, &section);
    let same = json!({});
    for change in 0..3 {
        let (browser, page) = told(&site, &provider, &same, &same, Signed::Well).await;
        page.assert_ok();
        assert!(
            browser.cookie("__Host-session").is_some(),
            "after {change} changes"
        );
        let (_, page) = told(&site, &provider, &same, &same, Signed::ByAnother).await;
        page.assert_status(400);
        provider.change_key();
    }
}
