//! Signing in by e-mail, telling who one is, signing out.

use crate::support::{Browser, Page, TestApp, both_engines};
use torget::domain::{identity::TrustLevel, ids::PersonId, people::Profile};

both_engines!(
    a_code_signs_in_and_a_new_person_is_asked_once,
    the_link_signs_in_only_after_its_button,
    the_link_works_in_another_browser,
    a_code_works_only_in_the_browser_that_began,
    five_wrong_codes_end_it,
    a_code_that_is_too_old_or_used_is_refused,
    two_tabs_can_use_either_code,
    the_answer_is_the_same_for_known_and_unknown_addresses,
    one_address_gets_five_codes_an_hour,
    one_press_twice_is_one_mail,
    the_wish_survives_signing_in,
    no_other_site_is_returned_to,
    the_session_changes_at_sign_in_and_ends_at_sign_out,
    signing_out_everywhere_ends_every_device,
    a_session_ends_unused_and_in_any_case,
    what_is_typed_is_kept_when_a_form_is_refused,
    the_database_holds_no_address_code_or_token,
    two_first_sign_ins_at_once_make_one_person,
    cookies_are_safe,
    an_address_is_added_only_by_the_one_who_is_signed_in,
    an_address_of_someone_else_is_not_taken_over,
    my_pages_show_what_i_wrote_signed_and_follow,
    what_i_change_is_kept,
);

type Bytes4 = (Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>);

const ADDRESS: &str = "testperson3@example.se";

/// The newest mail's code and link path.
async fn newest_letter(app: &TestApp) -> (String, String) {
    app.run_jobs().await;
    let mail = app.post().into_iter().next().expect("a mail");
    let text = mail.text;
    let link = text
        .split_whitespace()
        .find_map(|word| word.strip_prefix("https://torget.example"))
        .expect("a link")
        .to_owned();
    let digits = |line: &str| -> String { line.chars().filter(char::is_ascii_digit).collect() };
    let code = text
        .lines()
        .map(digits)
        .find(|digits| digits.len() == 8)
        .expect("a code");
    (code, link)
}

/// Asks for a code and stands at the page where it is typed in.
async fn ask(browser: &mut Browser, address: &str) -> Page {
    let page = browser.get("/sv/logga-in").await.assert_ok();
    let form = page.form("form[action$='e-post']").fill("epost", address);
    browser.send(&form).await
}

async fn sign_in(app: &TestApp, browser: &mut Browser, address: &str) -> Page {
    let page = ask(browser, address).await.assert_ok();
    let (code, _) = newest_letter(app).await;
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    browser.send(&form).await
}

fn session(browser: &Browser) -> Option<String> {
    browser.cookie("__Host-session").map(str::to_owned)
}

async fn is_signed_in(browser: &mut Browser) -> bool {
    browser.get("/sv/mina-sidor").await.path == "/sv/mina-sidor"
}

async fn a_code_signs_in_and_a_new_person_is_asked_once(app: TestApp) {
    let mut browser = app.browser();
    let page = ask(&mut browser, ADDRESS).await.assert_says(ADDRESS);
    let (code, _) = newest_letter(&app).await;
    let typed = format!(" {} {} ", &code[..4], &code[4..]);
    let form = page.form("form[action*='/kod/']").fill("kod", &typed);
    let page = browser.send(&form).await.assert_ok();
    assert_eq!(page.heading(), "Välkommen! Berätta vem du är");
    let form = page.form("form[action*='om-dig']");
    let form = form.fill("fornamn", "Testperson").fill("efternamn", "3");
    let form = form.fill("ort", "Göteborg").fill("omrade", "will_not_say");
    browser.send(&form).await.assert_ok();
    assert!(is_signed_in(&mut browser).await);

    let mut again = app.browser();
    sign_in(&app, &mut again, "TestPerson3@Example.SE").await;
    assert!(
        again
            .get("/sv/mina-sidor")
            .await
            .html()
            .contains("Testperson")
    );
}

async fn the_link_signs_in_only_after_its_button(app: TestApp) {
    let mut browser = app.browser();
    ask(&mut browser, ADDRESS).await.assert_ok();
    let (_, link) = newest_letter(&app).await;
    let mut scanner = app.browser();
    scanner.get(&link).await.assert_ok().assert_says(ADDRESS);
    scanner.get(&link).await.assert_ok();
    assert_eq!(session(&scanner), None, "opening signs nobody in");
    let page = browser.get(&link).await.assert_ok();
    browser
        .send(&page.form("form[action*='/lank/']"))
        .await
        .assert_ok();
    assert!(session(&browser).is_some());
    let mut late = app.browser();
    late.get(&link).await.assert_status(410);
    late.post(&link, &[]).await.assert_status(410);
    assert_eq!(session(&late), None);
}

async fn the_link_works_in_another_browser(app: TestApp) {
    let (mut asking, mut phone) = (app.browser(), app.browser());
    let page = ask(&mut asking, ADDRESS).await;
    let (code, link) = newest_letter(&app).await;
    let opened = phone.get(&link).await.assert_ok();
    phone.send(&opened.form("form[action*='/lank/']")).await;
    assert!(session(&phone).is_some(), "who reads the mailbox gets in");
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    asking.send(&form).await.assert_status(410);
    assert_eq!(session(&asking), None, "who merely asked gets nothing");
}

async fn a_code_works_only_in_the_browser_that_began(app: TestApp) {
    let mut browser = app.browser();
    let page = ask(&mut browser, ADDRESS).await;
    let (code, _) = newest_letter(&app).await;
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    let mut thief = app.browser();
    thief
        .get(&form.action)
        .await
        .assert_status(410)
        .assert_hides(ADDRESS);
    thief.send(&form).await.assert_status(410);
    ask(&mut thief, "testperson4@example.se").await;
    thief.send(&form).await.assert_status(410);
    assert_eq!(session(&thief), None);
    browser.send(&form).await.assert_ok();
    assert!(
        session(&browser).is_some(),
        "the thief's tries cost nothing"
    );
}

async fn five_wrong_codes_end_it(app: TestApp) {
    let mut browser = app.browser();
    let page = ask(&mut browser, ADDRESS).await;
    let (code, link) = newest_letter(&app).await;
    let wrong = if code == "00000000" {
        "00000001"
    } else {
        "00000000"
    };
    let form = page.form("form[action*='/kod/']");
    browser
        .send(&form.clone().fill("kod", ""))
        .await
        .assert_status(422);
    for left in [4, 3, 2] {
        let page = browser.send(&form.clone().fill("kod", wrong)).await;
        page.assert_status(422)
            .assert_says(&format!("Du har {left} försök kvar"));
    }
    let page = browser.send(&form.clone().fill("kod", "abc")).await;
    page.assert_status(422)
        .assert_says("Du har ett försök kvar");
    let page = browser.send(&form.clone().fill("kod", wrong)).await;
    page.assert_status(429).assert_says("fel kod fem gånger");
    let page = browser.send(&form.fill("kod", &code)).await;
    page.assert_status(429);
    assert_eq!(session(&browser), None);
    browser.get(&link).await.assert_ok();
}

async fn a_code_that_is_too_old_or_used_is_refused(app: TestApp) {
    let mut browser = app.browser();
    let page = ask(&mut browser, ADDRESS).await;
    let (code, link) = newest_letter(&app).await;
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    let mut copy = browser.clone();
    app.pass_seconds(15 * 60 - 1);
    browser.send(&form).await.assert_ok();
    assert!(session(&browser).is_some());
    copy.send(&form).await.assert_status(410);
    assert_eq!(session(&copy), None, "a code is used once");

    let mut late = app.browser();
    let page = ask(&mut late, ADDRESS).await;
    let (code, _) = newest_letter(&app).await;
    app.pass_seconds(15 * 60);
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    late.send(&form).await.assert_status(410);
    late.get(&link).await.assert_status(410);
    assert_eq!(session(&late), None);
}

async fn two_tabs_can_use_either_code(app: TestApp) {
    let mut browser = app.browser();
    ask(&mut browser, ADDRESS).await;
    let (first, _) = newest_letter(&app).await;
    app.pass_seconds(60);
    let second_tab = ask(&mut browser, ADDRESS).await;
    let form = second_tab.form("form[action*='/kod/']").fill("kod", &first);
    browser.send(&form).await.assert_ok();
    assert!(session(&browser).is_some());
}

async fn the_answer_is_the_same_for_known_and_unknown_addresses(app: TestApp) {
    let mut browser = app.browser();
    sign_in(&app, &mut browser, ADDRESS).await;
    let (mut one, mut two) = (app.browser(), app.browser());
    let known = ask(&mut one, ADDRESS).await.assert_ok();
    let unknown = ask(&mut two, "testperson5@example.se").await.assert_ok();
    let told = known.text().replace(ADDRESS, "X");
    assert_eq!(told, unknown.text().replace("testperson5@example.se", "X"));
    app.run_jobs().await;
    assert_eq!(app.post().len(), 3, "both got a code");
}

async fn one_address_gets_five_codes_an_hour(app: TestApp) {
    for _ in 0..5 {
        ask(&mut app.browser(), ADDRESS).await.assert_ok();
    }
    let page = ask(&mut app.browser(), "TESTPERSON3@example.se").await;
    let page = page.assert_status(429).assert_says("flera koder");
    assert_eq!(
        page.form("form[action$='e-post']").value("epost"),
        Some("TESTPERSON3@example.se")
    );
    ask(&mut app.browser(), "testperson6@example.se")
        .await
        .assert_ok();
    app.pass_seconds(3600);
    ask(&mut app.browser(), ADDRESS).await.assert_ok();
}

async fn one_press_twice_is_one_mail(app: TestApp) {
    let mut browser = app.browser();
    let page = browser.get("/sv/logga-in").await;
    let form = page.form("form[action$='e-post']").fill("epost", ADDRESS);
    let first = browser.send_once(&form).await.assert_status(303);
    let second = browser.send_once(&form).await.assert_status(303);
    assert_eq!(first.redirects_to(), second.redirects_to());
    app.run_jobs().await;
    assert_eq!(app.post().len(), 1);
}

async fn the_wish_survives_signing_in(app: TestApp) {
    let mut browser = app.browser();
    let page = browser
        .get("/sv/logga-in?avsikt=skriv-under-839&till=%2Fsv%2Fforslag")
        .await;
    page.clone().assert_says("skriva under");
    let form = page.form("form[action$='e-post']").fill("epost", ADDRESS);
    let page = browser.send(&form).await;
    let (code, _) = newest_letter(&app).await;
    let page = browser
        .send(&page.form("form[action*='/kod/']").fill("kod", &code))
        .await;
    let form = page
        .form("form[action*='om-dig']")
        .fill("fornamn", "Testperson");
    let wrong = browser
        .send(&form.fill("ort", "Borås"))
        .await
        .assert_status(422);
    let form = wrong.form("form[action*='om-dig']").fill("efternamn", "3");
    let done = browser.send_once(&form).await;
    done.assert_leads_to("/sv/forslag/839/skriv-under");

    let mut again = app.browser();
    let page = again
        .get("/en/logga-in?till=%2Fen%2Fstatistik%3Far%3D2021")
        .await;
    let form = page.form("form[action$='e-post']").fill("epost", ADDRESS);
    let page = again.send(&form).await.assert_says("Type in the code");
    let (code, _) = newest_letter(&app).await;
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    let done = again.send_once(&form).await;
    done.assert_leads_to("/en/statistik?ar=2021");
}

async fn no_other_site_is_returned_to(app: TestApp) {
    let person = app.person(7).await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    for elsewhere in [
        "%2F%2Felsewhere.example",
        "https%3A%2F%2Felsewhere.example",
        "%2F%5Celsewhere.example",
    ] {
        let page = browser
            .get_once(&format!("/sv/logga-in?till={elsewhere}&avsikt=folj-1"))
            .await;
        page.assert_leads_to("/sv/forslag/1/folj");
        let mut stranger = app.browser();
        let page = stranger
            .get(&format!("/sv/logga-in?till={elsewhere}"))
            .await
            .assert_ok();
        page.assert_hides("elsewhere");
    }
}

async fn the_session_changes_at_sign_in_and_ends_at_sign_out(app: TestApp) {
    let mut browser = app.browser();
    browser.set_cookie("__Host-session", &"f".repeat(64));
    sign_in(&app, &mut browser, ADDRESS).await.assert_ok();
    let first = session(&browser).expect("a session");
    assert_ne!(
        first,
        "f".repeat(64),
        "a session given from outside is not taken"
    );
    let mut stolen = browser.clone();
    sign_in(&app, &mut browser, ADDRESS).await;
    let second = session(&browser).expect("a session");
    assert_ne!(first, second);
    assert!(
        !is_signed_in(&mut stolen).await,
        "the old session has ended"
    );
    let mut copy = browser.clone();
    let page = browser.get("/sv/logga-ut").await.assert_ok();
    browser.send(&page.form("main form")).await;
    assert_eq!(session(&browser), None);
    assert!(
        !is_signed_in(&mut copy).await,
        "the session itself has ended"
    );
}

async fn signing_out_everywhere_ends_every_device(app: TestApp) {
    let person = app.person(8).await;
    let mut phone = app.signed_in(person, TrustLevel::Email).await;
    let mut computer = app.signed_in(person, TrustLevel::Eid).await;
    let mut someone_else = app.signed_in(app.person(9).await, TrustLevel::Email).await;
    assert!(is_signed_in(&mut phone).await && is_signed_in(&mut computer).await);
    computer.post("/sv/logga-ut/overallt", &[]).await;
    assert!(!is_signed_in(&mut phone).await && !is_signed_in(&mut computer).await);
    assert!(is_signed_in(&mut someone_else).await);
}

async fn a_session_ends_unused_and_in_any_case(app: TestApp) {
    let mut browser = app.browser();
    sign_in(&app, &mut browser, ADDRESS).await;
    for _ in 0..13 {
        app.pass_seconds(11 * 3600);
        assert!(is_signed_in(&mut browser).await, "in use it lasts");
    }
    let mut idle = browser.clone();
    app.pass_seconds(12 * 3600);
    assert!(
        !is_signed_in(&mut idle).await,
        "unused it ends after 12 hours"
    );
    let mut other = app.browser();
    sign_in(&app, &mut other, ADDRESS).await;
    for _ in 0..7 * 3 - 1 {
        app.pass_seconds(8 * 3600);
        assert!(is_signed_in(&mut other).await);
    }
    app.pass_seconds(8 * 3600);
    assert!(
        !is_signed_in(&mut other).await,
        "after 7 days it ends in any case"
    );
}

async fn what_is_typed_is_kept_when_a_form_is_refused(app: TestApp) {
    let mut browser = app.browser();
    for (typed, told) in [
        ("", "Skriv din e-postadress"),
        ("inte en adress", "namn@exempel.se"),
    ] {
        let page = ask(&mut browser, typed)
            .await
            .assert_status(422)
            .assert_says(told);
        let form = page.form("form[action$='e-post']");
        assert_eq!(form.value("epost"), Some(typed));
    }
    let profile: Option<Profile> = None;
    let person = app.person_with(profile, "not_stated").await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let page = browser.get("/en/logga-in/om-dig").await.assert_ok();
    let form = page
        .form("form[action*='om-dig']")
        .fill("ort", "Ås")
        .fill("omrade", "99");
    let page = browser.send(&form).await.assert_status(422);
    let page = page
        .assert_says("Write your first name")
        .assert_says("Choose an area in the list");
    assert_eq!(page.form("form[action*='om-dig']").value("ort"), Some("Ås"));
}

async fn the_database_holds_no_address_code_or_token(app: TestApp) {
    const SIGN_INS: &str = "SELECT browser_hash, sealed, code_hash, link_hash FROM sign_ins";
    const MAILS: &str = "SELECT sealed, recipient, facts FROM mails";
    const PEOPLE: &str = "SELECT p.profile, i.lookup, s.token_hash FROM persons p
        JOIN identities i ON i.person_id = p.id JOIN sessions s ON s.person_id = p.id";
    let mut browser = app.browser();
    sign_in(&app, &mut browser, ADDRESS).await;
    let (code, link) = newest_letter(&app).await;
    let token = link.rsplit('/').next().expect("a token").to_owned();
    let cookie = session(&browser).expect("a session");
    let mut tx = app.env.db.begin_read().await.expect("a transaction");
    let sign_ins: Vec<Bytes4> = tx.query(SIGN_INS).all().await.expect("rows");
    let mails: Vec<(Vec<u8>, Vec<u8>, String)> = tx.query(MAILS).all().await.expect("rows");
    let people: Vec<(Vec<u8>, Vec<u8>, Vec<u8>)> = tx.query(PEOPLE).all().await.expect("rows");
    assert_eq!((sign_ins.len(), mails.len(), people.len()), (1, 1, 1));
    let mut all = Vec::new();
    for (a, b, c, d) in sign_ins {
        all.extend([a, b, c, d]);
    }
    for (a, b, c) in mails {
        all.extend([a, b, c.into_bytes()]);
    }
    for (a, b, c) in people {
        all.extend([a, b, c]);
    }
    let dump: Vec<u8> = all.concat();
    for secret in [ADDRESS, &code, &token, &cookie] {
        let found = dump
            .windows(secret.len())
            .any(|part| part == secret.as_bytes());
        assert!(!found, "{secret} lies open");
        let raw = hex::decode(secret).unwrap_or_default();
        assert!(raw.len() < 8 || !dump.windows(raw.len()).any(|part| part == raw));
    }
}

async fn two_first_sign_ins_at_once_make_one_person(app: TestApp) {
    const COUNT: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM persons";
    let mut letters = Vec::new();
    for _ in 0..4 {
        let mut browser = app.browser();
        ask(&mut browser, ADDRESS).await;
        letters.push((browser, newest_letter(&app).await.1));
        app.pass_seconds(1);
    }
    let mut tasks = Vec::new();
    for (mut browser, link) in letters {
        tasks.push(tokio::spawn(async move {
            browser.post(&link, &[]).await.assert_ok();
            session(&browser).is_some()
        }));
    }
    for task in tasks {
        assert!(task.await.expect("a finished task"));
    }
    let mut tx = app.env.db.begin_read().await.expect("a transaction");
    let (count,): (i64,) = tx.query(COUNT).one().await.expect("a count");
    assert_eq!(count, 1);
}

async fn cookies_are_safe(app: TestApp) {
    let mut browser = app.browser();
    let page = ask(&mut browser, ADDRESS).await;
    let (code, _) = newest_letter(&app).await;
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    let answer = browser.send_once(&form).await.assert_status(303);
    let cookie = answer.header("set-cookie").expect("a cookie");
    assert!(cookie.starts_with("__Host-session="), "{cookie}");
    for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    let forged = browser
        .post_raw("/sv/logga-ut", "cross-site", Vec::new())
        .await;
    forged.assert_status(403);
    assert!(
        is_signed_in(&mut browser).await,
        "another site signs nobody out"
    );
}

/// Asks for a code to an address that is to be added; stands where the code is typed in.
async fn ask_to_add(browser: &mut Browser, address: &str) -> Page {
    let page = browser.get("/sv/mina-sidor/e-post").await.assert_ok();
    let form = page.form("main form").fill("epost", address);
    browser.send(&form).await
}

async fn eid_person(app: &TestApp) -> PersonId {
    let profile = Profile {
        first_name: "Testperson".to_owned(),
        last_name: "12".to_owned(),
        ort: "Göteborg".to_owned(),
        email: None,
    };
    app.person_with(Some(profile), "not_stated").await
}

async fn an_address_is_added_only_by_the_one_who_is_signed_in(app: TestApp) {
    let person = eid_person(&app).await;
    let mut browser = app.signed_in(person, TrustLevel::Eid).await;
    let page = browser.get("/sv/mina-sidor").await;
    assert_eq!(
        page.assert_says("Du får inga mejl").link("Lägg till"),
        "/sv/mina-sidor/e-post"
    );
    ask_to_add(&mut browser, "fel").await.assert_status(422);
    let page = ask_to_add(&mut browser, ADDRESS).await.assert_ok();
    let (code, link) = newest_letter(&app).await;
    let mut owner = app.browser();
    let opened = owner
        .get(&link)
        .await
        .assert_ok()
        .assert_says("på ditt konto");
    owner
        .send(&opened.form("form[action*='/lank/']"))
        .await
        .assert_status(410);
    assert_eq!(
        session(&owner),
        None,
        "whoever else presses the button gives nothing away"
    );
    let before = session(&browser);
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    let page = browser.send(&form).await.assert_ok();
    assert_eq!(page.path, "/sv/mina-sidor");
    page.assert_says(ADDRESS).assert_says("Testperson 12");
    assert_eq!(session(&browser), before);
    let mut by_mail = app.browser();
    sign_in(&app, &mut by_mail, ADDRESS).await;
    let page = by_mail.get("/sv/mina-sidor").await;
    page.assert_says("Testperson 12")
        .assert_says("inloggad med e-post");
}

async fn an_address_of_someone_else_is_not_taken_over(app: TestApp) {
    sign_in(&app, &mut app.browser(), ADDRESS).await;
    let person = eid_person(&app).await;
    let mut browser = app.signed_in(person, TrustLevel::Eid).await;
    let page = ask_to_add(&mut browser, ADDRESS).await.assert_ok();
    let (code, _) = newest_letter(&app).await;
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    let page = browser.send(&form).await.assert_ok();
    assert_eq!(page.heading(), "Du har två konton. Ska de bli ett?");
    browser
        .get("/sv/mina-sidor")
        .await
        .assert_says("Du får inga mejl");
}

async fn what_i_change_is_kept(app: TestApp) {
    let person = app.person(40).await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let page = browser.get("/sv/mina-sidor/uppgifter").await.assert_ok();
    let form = page.form("form[action$='uppgifter']");
    assert_eq!(form.value("efternamn"), Some("40"));
    let answers = page.select("option[value='not_in_goteborg'], option[value='will_not_say']");
    assert_eq!(answers.len(), 2);
    let form = form
        .fill("ort", "Mölndal")
        .fill("omrade", "not_in_goteborg");
    let page = browser.send(&form).await.assert_says("Mölndal");
    page.assert_says("Jag bor inte i Göteborg")
        .assert_says("testperson40@example.se");
    let page = browser.get("/sv/mina-sidor").await;
    let form = page.form("form[action$='sprak']").fill("sprak", "en");
    browser.send(&form).await.assert_says("Språket är sparat");
    let page = browser.get("/sv/mina-sidor").await;
    assert_eq!(
        page.form("form[action$='sprak']").value("sprak"),
        Some("en")
    );
    browser
        .post("/sv/mina-sidor/sprak", &[("sprak", "xx")])
        .await
        .assert_status(400);
}

async fn my_pages_show_what_i_wrote_signed_and_follow(app: TestApp) {
    const MINE: &str = "UPDATE proposals SET author_id = $1, shown_stage = $2 WHERE number = $3";
    for number in 101..=104 {
        app.open_proposal(number).await;
    }
    let person = app.person(41).await;
    let mut tx = app.env.db.begin().await.expect("a transaction");
    tx.query(MINE)
        .bind(person)
        .bind("waiting_for_review".to_owned())
        .bind(103_i64)
        .execute()
        .await
        .expect("an author");
    tx.commit().await.expect("a commit");
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    for (path, form) in [
        (
            "/sv/forslag/101/skriv-under",
            "form[action$='/skriv-under']",
        ),
        ("/sv/forslag/102/folj", "form[action$='/folj']"),
    ] {
        let page = browser.get(path).await.assert_ok();
        browser.send(&page.form(form)).await.assert_ok();
    }
    let page = browser.get("/sv/mina-sidor").await.assert_ok();
    let lists = page.select("main section");
    assert!(
        lists[0].contains("Förslag 103 Väntar på granskning"),
        "{}",
        lists[0]
    );
    assert!(!page.has("a[href='/sv/forslag/103']"), "not public yet");
    assert!(
        lists[1].contains("Förslag 101") && lists[1].contains("21 november 2026"),
        "{}",
        lists[1]
    );
    assert!(
        lists[2].contains("Förslag 102") && !lists[2].contains("101"),
        "{}",
        lists[2]
    );
    page.assert_hides("Förslag 104");
    let other = app.person(42).await;
    let mut other = app.signed_in(other, TrustLevel::Email).await;
    other.get("/sv/mina-sidor").await.assert_hides("Förslag 10");
}
