//! The wizard through the whole router, without any script.

use super::acts::written;
use crate::support::{Browser, Page, TestApp, both_engines, form::Form};
use torget::{
    domain::{drafts::Draft, identity::TrustLevel, ids::ProposalNumber},
    usecases::imports::{self, CITY},
};

both_engines!(
    one_who_is_signed_in_walks_all_steps,
    one_who_is_not_signs_in_and_sends,
    every_wrong_answer_is_told_beside_its_field,
    what_was_written_is_kept_through_back_later_and_another_tab,
    a_child_is_never_asked_for_consent,
    similar_proposals_are_shown_with_why,
    a_change_leads_back_to_the_check,
    no_step_is_skipped,
    a_draft_is_nobody_elses,
    two_tabs_send_once,
    a_draft_is_thrown_away,
    strange_posts_are_refused_clearly,
    the_area_and_the_point_decide_the_place,
    an_author_answers_on_her_page,
    an_author_takes_back_on_her_page,
);

const MAIN_FORM: &str = "main form[method=post]";

impl Page {
    pub(super) fn step(&self) -> Form {
        self.form(MAIN_FORM)
    }
}

/// Answers of a draft, written into the forms of its steps.
pub(super) trait Fill {
    fn idea(self, draft: &Draft) -> Self;
    fn about(self, draft: &Draft) -> Self;
}

impl Fill for Form {
    fn idea(self, draft: &Draft) -> Self {
        self.fill("titel", &draft.title)
            .fill("text", &draft.text)
            .fill("amne", &draft.topic)
    }

    fn about(self, draft: &Draft) -> Self {
        self.fill("fornamn", &draft.first_name)
            .fill("efternamn", &draft.last_name)
            .fill("adress", &draft.address)
            .fill("ort", &draft.town)
            .fill("land", &draft.country)
            .fill("alder", &draft.age)
            .fill("kon", &draft.gender)
            .fill("epost", &draft.email)
    }
}

/// Walks to the check page.
async fn walk(browser: &mut Browser, draft: &Draft) -> Page {
    let page = browser.get("/sv/forslag/nytt").await.assert_ok();
    let page = browser.send(&page.step().idea(draft)).await.assert_ok();
    let page = browser.send(&page.step()).await.assert_ok();
    let page = browser.send(&page.step().fill("galler", "city")).await;
    let page = browser.send(&page.assert_ok().step().about(draft)).await;
    page.assert_ok().assert_says("Stämmer det här?")
}

/// Signs in by mail where the page asks for it, and comes back.
pub(super) async fn sign_in(app: &TestApp, browser: &mut Browser, address: &str) -> Page {
    let page = browser.get(address).await.assert_ok();
    let form = page
        .form("form[action$='e-post']")
        .fill("epost", "testperson3@example.se");
    let page = browser.send(&form).await.assert_ok();
    app.run_jobs().await;
    let text = app.post().into_iter().next().expect("a mail").text;
    let digits = |line: &str| -> String { line.chars().filter(char::is_ascii_digit).collect() };
    let mut codes = text.lines().map(digits);
    let code = codes.find(|digits| digits.len() == 8).expect("a code");
    browser.send(&page.step().fill("kod", &code)).await
}

fn number_at(path: &str) -> ProposalNumber {
    let mut parts = path.split('/');
    let number = parts.find_map(|part| part.parse().ok());
    ProposalNumber(number.unwrap_or_else(|| panic!("no number in {path}")))
}

pub async fn one_who_is_signed_in_walks_all_steps(app: TestApp) {
    let person = app.person(3).await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let draft = written("44");
    let page = browser.get("/sv/forslag/nytt").await.assert_ok();
    let page = page
        .assert_says("Steg 1 av 6")
        .assert_says("medborgarförslag");
    let page = browser.send(&page.step().idea(&draft)).await;
    let page = page.assert_says("Steg 2 av 6");
    let page = browser.send(&page.step()).await.assert_says("Steg 3 av 6");
    let page = browser.send(&page.step().fill("galler", "city")).await;
    let page = page.assert_says("Steg 4 av 6");
    let form = page.step();
    assert_eq!(form.value("epost"), Some("testperson3@example.se"));
    assert_eq!(form.value("efternamn"), Some("3"));
    let page = browser.send(&form.about(&draft)).await;
    let page = page
        .assert_says("Steg 5 av 6")
        .assert_says("12 rue de l'Exemple");
    assert_eq!(
        page.step().value("samtycke"),
        None,
        "never ticked beforehand"
    );
    let page = browser.send(&page.step().tick("samtycke", "ja")).await;
    let page = page
        .assert_says("Steg 6 av 6")
        .assert_says("lördag 5 december 2026");
    let page = browser.send(&page.step()).await.assert_ok();
    let page = page
        .assert_says("20001")
        .assert_says("lördag 5 december 2026");
    let kept = app.kept(number_at(&page.path)).await;
    assert_eq!(kept.title, draft.title);
    assert_eq!(kept.author_name.as_deref(), Some("Testperson 3"));
    let page = browser.get(&page.link("Se ditt förslag")).await;
    page.assert_ok().assert_says("Fler bänkar längs Göta älv");
}

async fn one_who_is_not_signs_in_and_sends(app: TestApp) {
    let mut browser = app.browser();
    let page = walk(&mut browser, &written("44")).await;
    let page = browser.send(&page.step().tick("samtycke", "ja")).await;
    let page = page.assert_says("Logga in för att skicka");
    let page = sign_in(&app, &mut browser, &page.link("Logga in och skicka")).await;
    let page = page.assert_ok().assert_says("Steg 6 av 6");
    let page = browser.send(&page.step()).await.assert_ok();
    let number = number_at(&page.path);
    page.assert_says("Tack! Ditt förslag är skickat");
    assert_eq!(
        app.kept(number).await.author_name.as_deref(),
        Some("Testperson 3")
    );
    app.run_jobs().await;
    let mail = app.post().into_iter().next().expect("a mail");
    assert_eq!(mail.to, "testperson3@example.se");
    assert!(mail.text.contains("5 december 2026"));
    let page = browser.get("/sv/forslag/nytt").await;
    page.assert_hides("Du har påbörjade förslag");
}

async fn every_wrong_answer_is_told_beside_its_field(app: TestApp) {
    let mut browser = app.browser();
    let first = browser.get("/sv/forslag/nytt").await;
    let page = browser
        .send(&first.step().fill("titel", "Kort").fill("text", "Kort"))
        .await;
    let page = page
        .assert_status(422)
        .assert_says("3 uppgifter behöver rättas");
    for (field, told) in [
        ("titel", "4 tecken nu, minst 10"),
        ("text", "4 tecken nu, minst 50"),
        ("amne", "Välj ett ämne"),
    ] {
        let beside = page.select(&format!("#{field}-error")).join(" ");
        assert!(beside.contains(told), "{field}: {beside}");
        assert!(page.has(&format!(".ds-error-summary a[href='#{field}']")));
    }
    assert_eq!(page.step().value("titel"), Some("Kort"));
    let long = "å".repeat(121);
    let form = page.step().idea(&written("44")).fill("titel", &long);
    let page = browser.send(&form).await.assert_status(422);
    assert_eq!(page.step().value("titel"), Some(long.as_str()));

    let page = walk(&mut browser, &written("44")).await;
    let about = page.link("Ändra E-postadress");
    let page = browser.get(&about).await.assert_ok();
    let form = page
        .step()
        .fill("fornamn", " ")
        .fill("adress", "")
        .fill("land", "")
        .fill("alder", "121")
        .fill("kon", "x")
        .fill("epost", "testperson")
        .fill("bor", "99");
    let page = browser.send(&form).await.assert_status(422);
    for field in ["fornamn", "adress", "land", "alder", "kon", "epost", "bor"] {
        assert!(page.has(&format!("#{field}-error")), "{field}");
    }
    assert_eq!(page.step().value("epost"), Some("testperson"));
    assert_eq!(page.step().value("alder"), Some("121"));

    let page = browser
        .get(&about.replace("om-dig", "plats"))
        .await
        .assert_ok();
    let page = browser
        .send(&page.step().without("galler"))
        .await
        .assert_status(422);
    assert!(page.has("#galler-error"));
    let form = page.step().fill("galler", "part");
    let form = form.fill("lat", "59,3293").fill("lon", "18,0686");
    let page = browser.send(&form).await.assert_status(422);
    assert!(
        page.select("#lat-error")
            .join("")
            .contains("utanför Göteborg")
    );
    assert_eq!(page.step().value("lat"), Some("59,3293"));
    let english = page.path.replace("/sv/", "/en/");
    let page = browser
        .send(&Form {
            action: english,
            ..page.step()
        })
        .await;
    page.assert_status(422).assert_says("outside Gothenburg");
}

async fn what_was_written_is_kept_through_back_later_and_another_tab(app: TestApp) {
    let mut browser = app.browser();
    let draft = written("44");
    let page = browser.get("/sv/forslag/nytt").await;
    let form = page.step().fill("titel", "Halv").fill("till", "spara");
    let page = browser.send(&form).await.assert_ok();
    let page = page
        .assert_says("Ditt förslag är sparat")
        .assert_says("90 dagar");
    let page = browser.get(&page.link("Fortsätt nu")).await.assert_ok();
    assert_eq!(page.step().value("titel"), Some("Halv"));
    let page = browser.send(&page.step().idea(&draft)).await;
    let page = browser.send(&page.step()).await.assert_says("Steg 3 av 6");
    let form = page
        .step()
        .fill("plats", "Vid kajen")
        .fill("till", "tillbaka");
    let page = browser.send(&form).await.assert_says("Steg 2 av 6");
    let page = browser.send(&page.step()).await.assert_says("Steg 3 av 6");
    assert_eq!(page.step().value("plats"), Some("Vid kajen"));

    let again = app.another_instance().await;
    let mut elsewhere = again.browser();
    elsewhere.set_cookie(
        "__Host-draft",
        browser.cookie("__Host-draft").expect("a cookie"),
    );
    let page = elsewhere.get("/sv/forslag/nytt").await.assert_ok();
    let page = page.assert_says("Du har påbörjade förslag");
    let page = elsewhere.get(&page.link(&draft.title)).await.assert_ok();
    assert_eq!(page.step().value("text"), Some(draft.text.as_str()));
}

async fn a_child_is_never_asked_for_consent(app: TestApp) {
    let person = app.person(3).await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let page = walk(&mut browser, &written("17")).await;
    let page = page.assert_says("under 18 år");
    assert!(!page.has("[name=samtycke]"));
    let page = browser.send(&page.step().tick("samtycke", "ja")).await;
    let page = browser.send(&page.step()).await.assert_ok();
    assert_eq!(app.kept(number_at(&page.path)).await.author_name, None);
}

/// An open proposal of this title.
async fn titled(app: &TestApp, number: i64, title: &str) {
    const TITLE: &str = "UPDATE proposals SET title = $1 WHERE id = $2";
    let id = app.open_proposal(number).await;
    let mut tx = app.env.db.begin().await.expect("a unit of work");
    let renamed = tx.query(TITLE).bind(title.to_owned()).bind(id).execute();
    assert_eq!(renamed.await.expect("an update"), 1);
    tx.commit().await.expect("a commit");
}

async fn similar_proposals_are_shown_with_why(app: TestApp) {
    titled(&app, 700, "Bänkar längs Göta älv").await;
    titled(&app, 701, "Belysning i Slottsskogen").await;
    let mut browser = app.browser();
    let page = browser.get("/sv/forslag/nytt").await;
    let page = browser.send(&page.step().idea(&written("44"))).await;
    let page = page
        .assert_says("Vill du skriva under något av de här")
        .assert_says("700");
    let page = page.assert_says("Gemensamt: bänkar, längs, göta och älv");
    let page = page
        .assert_says("Samlar underskrifter")
        .assert_hides("Belysning");
    assert_eq!(
        page.link("Skriv under det här"),
        "/sv/forslag/700/skriv-under"
    );
    let piece = browser
        .get("/sv/forslag/liknande?q=b%C3%A4nk+vid+%C3%A4lven")
        .await;
    let piece = piece.assert_ok().assert_says("Bänkar längs Göta älv");
    assert!(!piece.has("main"), "a piece of a page");
    browser.get("/en/forslag/liknande?q=").await.assert_ok();
}

async fn a_change_leads_back_to_the_check(app: TestApp) {
    let mut browser = app.browser();
    let page = walk(&mut browser, &written("44")).await;
    let page = browser.get(&page.link("Ändra Plats")).await.assert_ok();
    let form = page.step().fill("galler", "part").fill("plats", "Klippan");
    let page = browser.send(&form).await.assert_says("Stämmer det här?");
    let page = page.assert_says("Klippan");
    let page = browser.get(&page.link("Ändra Rubrik")).await.assert_ok();
    let form = page.step().fill("titel", "Tio bänkar längs Göta älv");
    let page = browser.send(&form).await;
    page.assert_says("Steg 2 av 6")
        .assert_hides("Stämmer det här?");
}

async fn no_step_is_skipped(app: TestApp) {
    let person = app.person(3).await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let page = browser.get("/sv/forslag/nytt").await;
    let page = browser.send(&page.step().idea(&written("44"))).await;
    let here = page.path.replace("liknande", "");
    for step in ["kontrollera", "skicka"] {
        let to = browser.get_once(&format!("{here}{step}")).await;
        to.assert_leads_to(&format!("{here}liknande"));
    }
    let sent = browser.post(&format!("{here}skicka"), &[]).await;
    sent.assert_ok().assert_says("Steg 2 av 6");
    browser
        .get(&format!("{here}annat"))
        .await
        .assert_not_found();
}

async fn a_draft_is_nobody_elses(app: TestApp) {
    let mut browser = app.browser();
    let page = walk(&mut browser, &written("44")).await;
    let mut stranger = app.browser();
    stranger.get(&page.path).await.assert_not_found();
    let stolen = Form {
        action: page.path.replace("kontrollera", "ide"),
        ..page.step()
    };
    stranger.send(&stolen).await.assert_not_found();
    let other = app.person(4).await;
    let mut other = app.signed_in(other, TrustLevel::Email).await;
    other.get(&page.path).await.assert_not_found();

    let page = browser
        .get(&page.path.replace("kontrollera", "skicka"))
        .await;
    let page = sign_in(&app, &mut browser, &page.link("Logga in och skicka")).await;
    let page = page.assert_says("Steg 6 av 6");
    let path = page.path.clone();
    browser.post("/sv/logga-ut", &[]).await;
    let page = browser.get(&path).await.assert_ok();
    page.assert_says("Logga in").assert_hides("12 rue");
}

async fn two_tabs_send_once(app: TestApp) {
    let person = app.person(3).await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let page = walk(&mut browser, &written("44")).await;
    let page = browser.send(&page.step()).await.assert_says("Steg 6 av 6");
    let mut tab = browser.clone();
    let form = page.step();
    let one = browser.send(&form).await.assert_ok();
    let two = tab.send(&form).await.assert_ok();
    assert_eq!(one.path, two.path);
    let back = tab.get(&page.path).await.assert_ok();
    assert_eq!(
        back.path, one.path,
        "the steps of a sent draft lead to the proposal"
    );
    app.run_jobs().await;
    assert_eq!(app.post().len(), 1);
}

async fn a_draft_is_thrown_away(app: TestApp) {
    let mut browser = app.browser();
    let page = walk(&mut browser, &written("44")).await;
    let saved = page.path.replace("kontrollera", "sparat");
    let page = browser.get(&saved).await.assert_ok();
    let page = browser.get(&page.link("Ta bort det jag har skrivit")).await;
    let page = browser.send(&page.assert_ok().step()).await.assert_ok();
    page.assert_hides("Du har påbörjade förslag");
    browser.get(&saved).await.assert_not_found();
}

async fn strange_posts_are_refused_clearly(app: TestApp) {
    let mut browser = app.browser();
    let address = "/sv/forslag/nytt";
    for body in [
        b"titel=%00".to_vec(),
        b"titel=%ff".to_vec(),
        b"form_id=x".to_vec(),
        Vec::new(),
    ] {
        let page = browser.post_raw(address, "same-origin", body).await;
        assert!(page.assert_status(400).has("h1"));
    }
    let large = format!("text={}", "a".repeat(300_000)).into_bytes();
    browser
        .post_raw(address, "same-origin", large)
        .await
        .assert_status(413);
    browser
        .post_raw(address, "cross-site", Vec::new())
        .await
        .assert_status(403);
    let page = browser.get(address).await;
    let hiding = "Fler bänkar \u{202E}vid ån";
    let form = page.step().idea(&written("44")).fill("titel", hiding);
    let page = browser.send(&form).await.assert_status(422);
    assert!(
        page.select("#titel-error")
            .join("")
            .contains("tecken som inte går")
    );
}

async fn the_area_and_the_point_decide_the_place(app: TestApp) {
    imports::import_areas(&app.env, CITY.areas)
        .await
        .expect("the city's areas");
    let person = app.person(3).await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let page = walk(&mut browser, &written("44")).await;
    let place = page.link("Ändra Plats");
    let page = browser.get(&place).await;
    let form = page.step().fill("galler", "part").fill("omrade", "10");
    let form = form.fill("lat", "57,7072").fill("lon", "11.9668");
    let page = browser.send(&form).await.assert_says("Stämmer det här?");
    let page = browser.send(&page.step()).await;
    let page = browser.send(&page.step()).await.assert_ok();
    let kept = app.kept(number_at(&page.path)).await;
    assert!(kept.place.point.is_some());
    let primar = kept.place.primar.expect("the area of Brunnsparken");
    let mellan = kept.place.mellan.expect("its mellanområde");
    assert_ne!(mellan, "10", "the point decides, not the list");
    assert_eq!(
        (primar.len(), kept.place.stad.map(|code| code.len())),
        (3, Some(2))
    );
}

pub async fn an_author_answers_on_her_page(app: TestApp) {
    let person = app.person(3).await;
    let number = app.sent_by(person).await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let path = format!("/sv/mina-sidor/forslag/{number}");
    browser
        .get(&path)
        .await
        .assert_ok()
        .assert_says("5 december 2026");
    app.browser().get(&path).await.assert_says("Logga in");
    let stranger = app.person(4).await;
    let mut stranger = app.signed_in(stranger, TrustLevel::Email).await;
    stranger.get(&path).await.assert_not_found();

    app.ask_back(number).await;
    let page = browser
        .get(&path)
        .await
        .assert_says("Moderatorn har en fråga");
    let form = page
        .form("form[action*='mina-sidor/forslag']")
        .fill("titel", "Kort");
    let page = browser.send(&form).await.assert_status(422);
    assert!(page.has("#titel-error"));
    let form = page.form("form[action*='mina-sidor/forslag']");
    let form = form.fill("titel", "Tio bänkar längs Göta älv");
    for _ in 0..2 {
        let page = browser.send(&form).await.assert_ok();
        page.assert_says("Tio bänkar")
            .assert_says("En moderator läser");
    }
    app.ask_back(number).await;
    let page = browser.get(&path).await;
    let form = page.form("form[action*='mina-sidor/forslag']");
    app.pass_days(15);
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let page = browser.send(&form).await.assert_ok();
    page.assert_says("Tiden att svara har gått ut");
}

pub async fn an_author_takes_back_on_her_page(app: TestApp) {
    let person = app.person(3).await;
    let number = app.sent_by(person).await;
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let page = browser
        .get(&format!("/sv/mina-sidor/forslag/{number}"))
        .await;
    let page = browser
        .get(&page.link("Ta tillbaka förslaget"))
        .await
        .assert_ok();
    let page = browser.send(&page.step()).await.assert_ok();
    let page = page.assert_says("Du har tagit tillbaka förslaget");
    assert!(!page.text().contains("Ångrar du dig"));
    let sent = browser
        .get(&format!("/sv/mina-sidor/forslag/{number}/skickat"))
        .await;
    sent.assert_says("Du har tagit tillbaka förslaget");
}
