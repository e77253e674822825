//! Signing in by e-legitimation: the demo's own provider, and one that lies.

use crate::support::{
    Browser, Page, TestApp, both_engines,
    openid::{self, FakeProvider, Signed, parameter},
};
use serde_json::{Value, json};
use torget::{
    config::LimitsSection,
    domain::{
        demo_people::DEMO_PEOPLE,
        permissions::{Grant, Role},
        personnummer::Personnummer,
    },
    i18n::Locale,
    outside::e_legitimation::OidcProvider,
    usecases::{
        audit::Actor,
        env::Env,
        identity::{GrantProblem, grant_role, revoke_role},
    },
    web::{
        demo_idp::{DemoIdp, NotADemo},
        state::Site,
    },
};

both_engines!(
    a_resident_of_the_demo_signs_in_and_the_number_is_nowhere,
    staff_see_their_own_work_and_others_nothing,
    a_right_that_ends_ends_at_once,
    turning_back_and_a_weak_one_are_told,
    a_code_of_the_demo_is_exchanged_once,
    the_test_e_legitimation_exists_in_the_demo_only,
    what_is_not_to_be_believed_is_refused,
    a_number_that_is_not_taken_here_is_refused,
    an_answer_is_taken_once_in_its_own_browser_in_time,
    a_provider_that_is_away_is_told,
    an_unknown_provider_or_nonsense_is_no_fault_of_ours,
);

const BEGIN: &str = "/sv/logga-in/e-legitimation/test";

/// The part of an absolute address after the host.
fn local(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.find('/').map_or("/", |slash| &rest[slash..])
}

/// Goes to the demo's provider and chooses who to be; stands where the provider sends one back.
async fn choose(browser: &mut Browser, from: &str, person: &str) -> String {
    let away = browser.get_once(from).await.assert_status(303);
    let page = browser
        .get_once(local(&away.redirects_to()))
        .await
        .assert_ok();
    let form = page.form("form").fill("person", person);
    let back = browser.send_once(&form).await.assert_status(303);
    local(&back.redirects_to()).to_owned()
}

async fn sign_in_as(browser: &mut Browser, person: &str, till: &str) -> Page {
    let back = choose(browser, &format!("{BEGIN}?till={till}"), person).await;
    browser.get(&back).await
}

async fn a_resident_of_the_demo_signs_in_and_the_number_is_nowhere(app: TestApp) {
    const ALL: &str =
        "SELECT i.lookup, p.profile FROM identities i JOIN persons p ON p.id = i.person_id";
    const VISITS: &str = "SELECT sealed, link_hash FROM sign_ins";
    let demo = openid::demo(&app).await;
    let mut browser = demo.browser();
    let page = sign_in_as(&mut browser, "1", "%2Fsv%2Fmina-sidor").await;
    page.assert_ok()
        .assert_says("Testperson 1")
        .assert_says("inloggad med e-legitimation");
    let mut again = demo.browser();
    sign_in_as(&mut again, "11", "%2Fen%2Fmina-sidor")
        .await
        .assert_says("Testperson 11");
    let mut tx = app.env.db.begin_read().await.expect("a transaction");
    let mut rows: Vec<(Vec<u8>, Vec<u8>)> = tx.query(ALL).all().await.expect("rows");
    assert_eq!(rows.len(), 2 * DEMO_PEOPLE.len(), "nobody is made twice");
    rows.extend(
        tx.query(VISITS)
            .all::<(Vec<u8>, Vec<u8>)>()
            .await
            .expect("rows"),
    );
    let dump: Vec<u8> = rows
        .into_iter()
        .flat_map(|(a, b)| [a, b].concat())
        .collect();
    for person in DEMO_PEOPLE {
        let digits = person.digits.as_bytes();
        assert!(!dump.windows(digits.len()).any(|part| part == digits));
    }
}

async fn staff_see_their_own_work_and_others_nothing(app: TestApp) {
    let body = app.body("stadsmiljonamnden").await;
    let demo = openid::demo(&app).await;
    let person = "%2Fsv%2Fpersonal";
    let mut moderator = demo.browser();
    let page = sign_in_as(&mut moderator, "4", person).await.assert_ok();
    assert!(page.has("a[href='/sv/personal/granskning']"));
    assert!(!page.has("a[href='/sv/personal/arenden']"));
    let mut officer = demo.browser();
    let page = sign_in_as(&mut officer, "6", person).await.assert_ok();
    let page = page
        .assert_says("stadsmiljonamnden")
        .assert_says("handläggare");
    assert!(!page.has("a[href='/sv/personal/granskning']"));
    let mut resident = demo.browser();
    sign_in_as(&mut resident, "1", person)
        .await
        .assert_not_found();
    let mut nobody = demo.browser();
    let page = nobody.get("/en/personal").await.assert_ok();
    assert_eq!(page.heading(), "Sign in");

    let by_mail = app.person(30).await;
    app.grant(by_mail, Role::Handlaggare, Some(body)).await;
    let mut by_mail = app
        .signed_in(by_mail, torget::domain::identity::TrustLevel::Email)
        .await;
    by_mail.get("/sv/personal").await.assert_not_found();
}

async fn a_right_that_ends_ends_at_once(app: TestApp) {
    const NOTED: &str = "SELECT act, actor FROM audit_entries WHERE subject = $1";
    let person = app.person(31).await;
    let grant = |role, body| Grant { person, role, body };
    let moderator = grant(Role::Moderator, None);
    let act = |env: Env, given: bool| async move {
        match given {
            true => grant_role(&env, Actor::Operator, moderator).await,
            false => revoke_role(&env, Actor::Operator, moderator).await,
        }
    };
    act(app.env.clone(), true).await.expect("a right");
    let twice = act(app.env.clone(), true).await;
    assert!(matches!(twice, Err(GrantProblem::NothingToChange)));
    let odd = grant_role(&app.env, Actor::Operator, grant(Role::Handlaggare, None)).await;
    assert!(matches!(odd, Err(GrantProblem::NotWellFormed)));
    let mut browser = app
        .signed_in(person, torget::domain::identity::TrustLevel::Eid)
        .await;
    browser.get("/sv/personal").await.assert_ok();
    act(app.env.clone(), false).await.expect("an end");
    let page = browser.get("/sv/personal").await;
    assert_eq!(
        page.heading(),
        "Logga in",
        "the session has ended with the right"
    );
    let mut tx = app.env.db.begin_read().await.expect("a transaction");
    let noted: Vec<(String, String)> = tx
        .query(NOTED)
        .bind(format!("person:{person}"))
        .all()
        .await
        .expect("rows");
    let mut acts: Vec<&str> = noted.iter().map(|(act, _)| act.as_str()).collect();
    acts.sort_unstable();
    assert_eq!(acts, ["identity.grant_role", "identity.revoke_role"]);
}

async fn turning_back_and_a_weak_one_are_told(app: TestApp) {
    let demo = openid::demo(&app).await;
    let mut browser = demo.browser();
    let back = choose(&mut browser, &format!("{BEGIN}?avsikt=skriv-under-839"), "").await;
    let page = browser.get(&back).await.assert_ok();
    assert_eq!(page.heading(), "Du avbröt inloggningen");
    assert!(page.link("Till inloggningen").contains("skriv-under-839"));
    let back = choose(&mut browser, "/en/logga-in/e-legitimation/test", "12").await;
    let page = browser.get(&back).await.assert_status(403);
    assert_eq!(page.heading(), "Your e-identification is not enough");
    assert_eq!(browser.cookie("session"), None);
}

async fn a_code_of_the_demo_is_exchanged_once(app: TestApp) {
    let demo = openid::demo(&app).await;
    let mut browser = demo.browser();
    let mut other = demo.browser();
    let back = choose(&mut browser, BEGIN, "2").await;
    let (code, state) = (parameter(&back, "code"), parameter(&back, "state"));
    let away = other.get_once(BEGIN).await.redirects_to();
    let stolen = format!(
        "/e-legitimation/svar?code={code}&state={}",
        parameter(&away, "state")
    );
    other.get(&stolen).await.assert_status(400);
    assert_eq!(
        other.cookie("session"),
        None,
        "the code was made for another visit (PKCE)"
    );
    let mine = format!("/e-legitimation/svar?code={code}&state={state}");
    browser.get(&mine).await.assert_status(400);
    assert_eq!(browser.cookie("session"), None, "and is used up");
}

async fn the_test_e_legitimation_exists_in_the_demo_only(app: TestApp) {
    for path in ["/.well-known/openid-configuration", "/jwks", "/authorize"] {
        let path = format!("/demo/e-legitimation{path}");
        app.browser().get(&path).await.assert_not_found();
    }
    let site = |base_url: &str, is_demo| Site {
        base_url: base_url.to_owned(),
        is_demo,
        secure_cookies: true,
        trusted_proxies: 1,
        default_locale: Locale::Sv,
    };
    let production = Env {
        is_production: true,
        ..app.env.clone()
    };
    let here = "http://localhost:8080";
    assert!(DemoIdp::new(&app.env, &site(here, true)).is_ok());
    for refused in [
        DemoIdp::new(&app.env, &site(here, false)),
        DemoIdp::new(&production, &site(here, true)),
        DemoIdp::new(&app.env, &site("https://torget.example", true)),
        DemoIdp::new(&app.env, &site("http://localhost.example:80", true)),
    ] {
        assert_eq!(refused.err(), Some(NotADemo));
    }
    let elsewhere = OidcProvider::on_this_machine(&openid::section("http://torget.example:80"));
    assert!(elsewhere.is_err());
    assert!(OidcProvider::new(&openid::section(here), false).is_err());
}

/// Goes away and comes back with a token that says this; `change` is merged into what a good one says.
async fn told(
    app: &TestApp,
    provider: &FakeProvider,
    change: Value,
    signed: Signed,
) -> (Browser, Page) {
    let mut browser = app.browser();
    let away = browser
        .get_once(BEGIN)
        .await
        .assert_status(303)
        .redirects_to();
    let claims = provider.claims(app, &parameter(&away, "nonce"), &change);
    provider.say(claims, signed);
    let back = format!(
        "/e-legitimation/svar?code=c&state={}",
        parameter(&away, "state")
    );
    let page = browser.get(&back).await;
    (browser, page)
}

async fn what_is_not_to_be_believed_is_refused(app: TestApp) {
    let provider = FakeProvider::start().await;
    let app = provider.on(&app);
    let now = app.env.now().micros() / 1_000_000;
    let (browser, page) = told(&app, &provider, json!({}), Signed::Well).await;
    page.assert_ok().assert_says("Berätta vem du är");
    assert!(
        browser.cookie("__Host-session").is_some(),
        "a good one is believed"
    );

    let acr = "http://id.elegnamnden.se/loa/1.0/loa2";
    let cases = [
        (json!({ "nonce": "another" }), Signed::Well, 400),
        (json!({ "nonce": null }), Signed::Well, 400),
        (
            json!({ "iss": "https://elsewhere.example" }),
            Signed::Well,
            400,
        ),
        (json!({ "aud": "another" }), Signed::Well, 400),
        (json!({ "aud": ["torget", "another"] }), Signed::Well, 400),
        (json!({ "exp": now - 1 }), Signed::Well, 400),
        (json!({ "exp": now + 3600 }), Signed::Well, 400),
        (
            json!({ "iat": now - 3600, "exp": now + 10 }),
            Signed::Well,
            400,
        ),
        (
            json!({ "iat": now + 3600, "exp": now + 3700 }),
            Signed::Well,
            400,
        ),
        (json!({}), Signed::ByAnother, 400),
        (json!({}), Signed::Not, 400),
        (json!({}), Signed::WithSecret, 400),
        (json!({}), Signed::Refused, 400),
        (json!({}), Signed::Broken, 503),
        (json!({ "acr": acr }), Signed::Well, 403),
        (json!({ "acr": null }), Signed::Well, 403),
    ];
    for (change, signed, status) in cases {
        let (browser, page) = told(&app, &provider, change.clone(), signed).await;
        assert_eq!(
            page.status.as_u16(),
            status,
            "{change} {signed:?}: {}",
            page.text()
        );
        assert_eq!(
            browser.cookie("__Host-session"),
            None,
            "{change} {signed:?}"
        );
        assert!(page.html().contains("<h1>"), "{change} {signed:?}");
    }
}

/// A number that no test person has, found by its check digit.
fn unlisted(app: &TestApp) -> String {
    let today = app.env.now().day();
    let numbers = (0..10_000).map(|last| format!("19850412{last:04}"));
    numbers
        .into_iter()
        .find(|digits| {
            Personnummer::parse(digits, today).is_ok_and(|number| !number.is_test_number())
        })
        .expect("a number")
}

async fn a_number_that_is_not_taken_here_is_refused(app: TestApp) {
    const CLAIM: &str = "https://id.oidc.se/claim/personalIdentityNumber";
    let provider = FakeProvider::start().await;
    let test = provider.on(&app);
    for number in [
        json!(null),
        json!("191212121213"),
        json!("5560360793"),
        json!(unlisted(&app)),
        json!(7),
    ] {
        let (browser, page) = told(&test, &provider, json!({ CLAIM: number }), Signed::Well).await;
        let page = page.assert_status(403);
        assert_eq!(page.heading(), "Numret går inte att använda");
        assert_eq!(browser.cookie("__Host-session"), None);
    }
    let env = Env {
        is_production: true,
        ..test.env.clone()
    };
    let production = test.with_env_of(env);
    let (_, page) = told(&production, &provider, json!({}), Signed::Well).await;
    assert_eq!(
        page.assert_status(403).heading(),
        "Numret går inte att använda"
    );
    let (browser, _) = told(
        &production,
        &provider,
        json!({ CLAIM: unlisted(&app) }),
        Signed::Well,
    )
    .await;
    assert!(browser.cookie("__Host-session").is_some());
}

async fn an_answer_is_taken_once_in_its_own_browser_in_time(app: TestApp) {
    let provider = FakeProvider::start().await;
    let app = provider.on(&app);
    let mut browser = app.browser();
    let away = browser.get_once(BEGIN).await.redirects_to();
    assert_eq!(parameter(&away, "code_challenge_method"), "S256");
    assert!(parameter(&away, "claims").contains("\"essential\":true"));
    let back = format!(
        "/e-legitimation/svar?error=access_denied&state={}",
        parameter(&away, "state")
    );
    let mut thief = app.browser();
    thief.get_once(BEGIN).await;
    let page = thief.get(&back).await.assert_status(400);
    assert_eq!(page.heading(), "Inloggningen kunde inte slutföras");
    browser.get(&back).await.assert_ok();
    browser.get(&back).await.assert_status(400);

    let away = browser.get_once(BEGIN).await.redirects_to();
    app.pass_seconds(15 * 60);
    let late = format!(
        "/e-legitimation/svar?error=access_denied&state={}",
        parameter(&away, "state")
    );
    browser.get(&late).await.assert_status(400);
}

async fn a_provider_that_is_away_is_told(app: TestApp) {
    let mut provider = FakeProvider::start().await;
    provider.issuer = "http://127.0.0.1:9".to_owned();
    let app = provider.on(&app);
    let page = app.browser().get(&format!("{BEGIN}?avsikt=folj-839")).await;
    let page = page.assert_status(503);
    assert_eq!(page.heading(), "E-legitimationen svarar inte");
    assert!(page.link("Till inloggningen").contains("folj-839"));
}

async fn an_unknown_provider_or_nonsense_is_no_fault_of_ours(app: TestApp) {
    let app = app.with_limits(LimitsSection::default());
    app.browser().get(BEGIN).await.assert_not_found();
    for nonsense in [
        "",
        "?state=",
        "?state=x&code=y",
        "?state=%C3%A5&error=%3Cscript%3E",
        "?code=1&code=2",
    ] {
        let page = app
            .browser()
            .get(&format!("/e-legitimation/svar{nonsense}"))
            .await;
        assert_eq!(page.status.as_u16(), 400, "{nonsense}");
        page.assert_hides("<script>");
    }
}
