//! The moderators' pages: who may see them, the way through a decision, and what a mistake costs (nothing).

use crate::support::{Browser, Page, TestApp, both_engines};
use torget::domain::{
    identity::{Gender, TrustLevel},
    permissions::Role,
    stages::StageCode,
    submissions::AuthorFacts,
};

both_engines!(
    only_reviewers_know_of_the_pages,
    a_moderator_publishes_and_the_next_one_follows,
    what_is_missing_is_told_beside_the_field,
    a_preview_changes_nothing,
    a_colleagues_decision_is_told_and_the_words_are_kept,
    the_queue_says_what_is_late,
    a_refused_text_is_hidden_where_its_ground_says_so,
    versions_show_what_changed,
    opening_who_wrote_it_is_noted,
    two_people_remove_a_proposal_through_the_pages,
);

const QUEUE: &str = "/sv/personal/granskning";

async fn moderator(app: &TestApp, number: u32) -> Browser {
    app.staff(number, Role::Moderator, None).await
}

async fn take(browser: &mut Browser, number: i64) -> Page {
    let page = browser.get(&format!("{QUEUE}/{number}")).await.assert_ok();
    browser
        .send(&page.form("form[action$='/ta']"))
        .await
        .assert_ok()
}

async fn only_reviewers_know_of_the_pages(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let body = app.committee().await;
    let mut strangers = vec![
        app.signed_in(author, TrustLevel::Email).await,
        app.staff(3, Role::Handlaggare, Some(body)).await,
        app.staff(4, Role::Administrator, None).await,
    ];
    let by_mail = app.official(5, Role::Moderator).await;
    strangers.push(app.signed_in(by_mail, TrustLevel::Email).await);
    for stranger in &mut strangers {
        for path in ["", "/nasta?klart=1", "/20001", "/20001/publicera"] {
            stranger
                .get(&format!("{QUEUE}{path}"))
                .await
                .assert_not_found();
        }
        let fields = [("form_id", app.env.ids.form().to_string())];
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, id)| (*name, id.as_str()))
            .collect();
        let page = stranger.post(&format!("{QUEUE}/20001/ta"), &fields).await;
        page.assert_not_found();
    }
    let page = app.browser().get_once(QUEUE).await;
    assert!(page.status.is_redirection(), "one signs in first");
}

pub async fn a_moderator_publishes_and_the_next_one_follows(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    app.pass_days(1);
    app.waiting_proposal(20002, author).await;
    app.committee().await;
    app.areas().await;
    let mut browser = moderator(&app, 2).await;
    let queue = browser.get(QUEUE).await.assert_ok();
    queue.clone().assert_says("2 förslag väntar på granskning");
    let rows = queue.select("table.queue tbody tr");
    assert!(
        rows[0].contains("20001") && rows[1].contains("20002"),
        "{rows:?}"
    );
    let page = take(&mut browser, 20001).await;
    page.clone().assert_says("Du granskar det här förslaget");
    let form = browser.get(&page.link("Publicera")).await.assert_ok();
    let form = form.form("form[action$='/publicera']");
    assert_eq!(
        form.value("amne"),
        Some("streets_parks"),
        "as its author chose"
    );
    let sent = form
        .fill("samordnar", "Stadsmiljönämnden")
        .fill("omrade", "30")
        .fill("text", "Tack för ditt förslag.");
    let next = browser.send(&sent).await.assert_ok();
    assert_eq!(next.heading(), "Förslag 20002");
    next.assert_says("Förslag 20001 är klart: Samlar underskrifter");
    let proposal = app.proposal(20001).await;
    assert_eq!(proposal.stage.code(), StageCode::Published);
    assert_eq!(proposal.place.stad.as_deref(), Some("03"));
    let again = browser.send(&sent).await.assert_ok();
    assert_eq!(
        again.heading(),
        "Förslag 20002",
        "a second press leads where the first led"
    );
    let page = browser.get(&format!("{QUEUE}/20001")).await.assert_ok();
    let undone = browser.send(&page.form("form[action$='/angra']")).await;
    undone
        .assert_ok()
        .assert_says("Du granskar det här förslaget");
    assert_eq!(app.proposal(20001).await.stage.code(), StageCode::Submitted);
}

pub async fn what_is_missing_is_told_beside_the_field(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let mut browser = moderator(&app, 2).await;
    take(&mut browser, 20001).await;
    let page = browser
        .get(&format!("{QUEUE}/20001/fraga"))
        .await
        .assert_ok();
    let form = page.form("form[action$='/fraga']").fill("text", "Vad?");
    let page = browser.send(&form).await.assert_status(422);
    let page = page
        .assert_says("Välj minst ett skäl.")
        .assert_says("Skriv minst 10 tecken.");
    assert!(page.has("#skal-error") && page.has("#text-error"));
    let form = page.form("form[action$='/fraga']");
    assert_eq!(form.value("text"), Some("Vad?"), "what was typed is kept");
    let form = form
        .fill("text", "Vad vill du att staden ska göra?")
        .tick("skal", "unclear");
    let queue = browser.send(&form).await.assert_ok();
    queue
        .assert_says("Förslag 20001 är klart")
        .assert_says("Kön är tom");
    assert_eq!(app.proposal(20001).await.stage.code(), StageCode::Returned);

    app.waiting_proposal(20002, author).await;
    take(&mut browser, 20002).await;
    let page = browser
        .get("/en/personal/granskning/20002/publicera")
        .await
        .assert_ok();
    let form = page
        .form("form[action$='/publicera']")
        .fill("amne", "")
        .fill("omrade", "99");
    let page = browser.send(&form).await.assert_status(422);
    assert!(page.has("#samordnar-error") && page.has("#omrade-error") && page.has("#amne-error"));

    let page = browser.get(&format!("{QUEUE}/20002/avsla")).await;
    let why = "Hyresnämnden kan hjälpa dig.";
    let form = page.form("form[action$='/avsla']").fill("text", why);
    let page = browser.send(&form).await.assert_status(422);
    assert!(page.has("#skal-error") && !page.has("#text-error"));
    let form = page.form("form[action$='/avsla']");
    assert_eq!(form.value("text"), Some(why), "what was typed is kept");
    assert_eq!(app.proposal(20002).await.stage.code(), StageCode::Submitted);
}

async fn a_preview_changes_nothing(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let mut browser = moderator(&app, 2).await;
    take(&mut browser, 20001).await;
    let page = browser
        .get(&format!("{QUEUE}/20001/avsla"))
        .await
        .assert_ok();
    let form = page
        .form("form[action$='/avsla']")
        .tick("skal", "marketing")
        .fill("text", "Skriv om det utan namnet.")
        .fill("gor", "forhandsvisa");
    let page = browser.send(&form).await.assert_ok();
    let letter = page.select("section.next").join(" ");
    for words in [
        "Ditt förslag publiceras inte",
        "får ingen göra reklam",
        "utan namnet",
    ] {
        assert!(letter.contains(words), "{words}: {letter}");
    }
    assert_eq!(app.proposal(20001).await.stage.code(), StageCode::Submitted);
}

async fn a_colleagues_decision_is_told_and_the_words_are_kept(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let mut browser = moderator(&app, 2).await;
    take(&mut browser, 20001).await;
    let page = browser
        .get(&format!("{QUEUE}/20001/avsla"))
        .await
        .assert_ok();
    let mut coordinator = app.staff(3, Role::Coordinator, None).await;
    let other = coordinator.get(&format!("{QUEUE}/20001")).await.assert_ok();
    let other = other.assert_says("Testperson 2 granskar det här förslaget");
    let taken = coordinator
        .send(&other.form("form[action$='/ta-over']"))
        .await;
    taken.assert_ok().assert_says("Övertaget från en kollega");
    let form = page
        .form("form[action$='/avsla']")
        .tick("skal", "offensive")
        .fill("text", "Jag hade skrivit en lång förklaring.");
    let page = browser.send(&form).await.assert_status(409);
    let page = page.assert_says("Någon hann ändra något");
    let kept = page.form("form[action$='/avsla']");
    assert_eq!(
        kept.value("text"),
        Some("Jag hade skrivit en lång förklaring.")
    );
    let page = browser.send(&kept).await.assert_status(409);
    page.assert_says("Testperson 3 granskar det här förslaget nu");
    assert_eq!(app.proposal(20001).await.stage.code(), StageCode::Submitted);
    app.pass_seconds(1);
    let page = browser.get(&format!("{QUEUE}/20001")).await.assert_ok();
    assert!(!page.has("form[action$='/ta']") && !page.has("form[action$='/ta-over']"));
}

async fn the_queue_says_what_is_late(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    app.pass_days(10);
    app.waiting_proposal(20002, author).await;
    app.pass_days(6);
    let mut browser = moderator(&app, 2).await;
    let queue = browser.get(QUEUE).await.assert_ok();
    let queue = queue.assert_says("Ett av dem har väntat mer än två veckor");
    let rows = queue.select("table.queue tbody tr");
    assert!(
        rows[0].contains("1 arbetsdag sent"),
        "due on a Saturday, today is Monday: {rows:?}"
    );
    assert!(rows[1].contains("arbetsdagar kvar"), "{rows:?}");
    let late = browser.get(&format!("{QUEUE}?visa=sena")).await.assert_ok();
    assert_eq!(late.select("table.queue tbody tr").len(), 1);
    take(&mut browser, 20002).await;
    for (group, number) in [("mina", "20002"), ("lediga", "20001")] {
        let page = browser
            .get(&format!("{QUEUE}?visa={group}"))
            .await
            .assert_ok();
        let rows = page.select("table.queue tbody tr");
        assert!(
            rows.len() == 1 && rows[0].contains(number),
            "{group}: {rows:?}"
        );
    }
}

pub async fn a_refused_text_is_hidden_where_its_ground_says_so(app: TestApp) {
    let author = app.person(1).await;
    app.waiting_proposal(20001, author).await;
    let mut browser = moderator(&app, 2).await;
    take(&mut browser, 20001).await;
    let page = browser
        .get(&format!("{QUEUE}/20001/avsla"))
        .await
        .assert_ok();
    let form = page
        .form("form[action$='/avsla']")
        .tick("skal", "offensive");
    browser.send(&form).await.assert_ok();
    let page = browser.get(&format!("{QUEUE}/20001")).await.assert_ok();
    assert_eq!(page.heading(), "Förslag 20001 (texten är dold)");
    let list = browser
        .get(&format!("{QUEUE}?visa=avgjorda"))
        .await
        .assert_ok();
    list.assert_says("Är kränkande eller stötande")
        .assert_says("texten är dold");
}

async fn versions_show_what_changed(app: TestApp) {
    let author = app.person(1).await;
    let id = app.waiting_proposal(20001, author).await;
    app.text_version(id, 2, "En bättre text.").await;
    let mut browser = moderator(&app, 2).await;
    let page = browser.get(&format!("{QUEUE}/20001")).await.assert_ok();
    assert_eq!(page.select("ins"), ["Tillagt: bättre"]);
    assert_eq!(page.select("del"), Vec::<String>::new());
}

async fn opening_who_wrote_it_is_noted(app: TestApp) {
    const SEAL: &str = "UPDATE proposals SET author_facts = $1 WHERE id = $2";
    const NOTED: &str = "SELECT actor FROM audit_entries WHERE act = 'review.open_author_facts'";
    let author = app.person(1).await;
    let id = app.waiting_proposal(20001, author).await;
    let facts = AuthorFacts {
        first_name: "Testperson".to_owned(),
        last_name: "1".to_owned(),
        address: "Storgatan 1".to_owned(),
        postal_code: None,
        town: "Göteborg".to_owned(),
        country: "Sverige".to_owned(),
        age: 16,
        gender: Gender::Woman,
        email: "hemlig@example.se".to_owned(),
    };
    let sealed = facts.seal(&app.env.keys, id, app.env.ids.bytes());
    let mut tx = app.env.db.begin().await.expect("the database answers");
    tx.query(SEAL)
        .bind(sealed)
        .bind(id)
        .execute()
        .await
        .expect("sealed");
    tx.commit().await.expect("a commit");
    let mut browser = moderator(&app, 2).await;
    let page = browser.get(&format!("{QUEUE}/20001")).await.assert_ok();
    let page = page.assert_hides("hemlig@example.se");
    let page = browser
        .send(&page.form("form[action$='/forfattare']"))
        .await;
    page.assert_ok()
        .assert_says("hemlig@example.se")
        .assert_says("antecknat i loggen");
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let noted: Vec<(String,)> = tx.query(NOTED).all().await.expect("rows");
    assert_eq!(noted.len(), 1);
    assert!(noted[0].0.starts_with("person:"), "{noted:?}");
}

pub async fn two_people_remove_a_proposal_through_the_pages(app: TestApp) {
    app.open_proposal(20001).await;
    let mut one = moderator(&app, 2).await;
    let page = one.get(&format!("{QUEUE}/20001/ta-bort")).await.assert_ok();
    let form = page.form("form[action$='/ta-bort']");
    let page = one.send(&form).await.assert_status(422);
    assert!(page.has("#skal-error") && page.has("#text-error"));
    let form = page.form("form[action$='/ta-bort']");
    let form = form
        .tick("skal", "offensive")
        .fill("text", "Sista meningen pekar ut en person.");
    let page = one.send(&form).await.assert_ok();
    page.assert_says("En kollega måste bekräfta")
        .assert_hides("bekrafta-borttagning");
    let mut two = moderator(&app, 3).await;
    let page = two.get(&format!("{QUEUE}/20001")).await.assert_ok();
    let page = page.assert_says("Testperson 2 vill ta bort förslaget");
    let page = page.assert_says("Sista meningen pekar ut en person.");
    let page = two
        .send(&page.form("form[action$='/bekrafta-borttagning']"))
        .await;
    page.assert_ok().assert_says("Borttaget");
    assert_eq!(app.proposal(20001).await.stage.code(), StageCode::Removed);
}
