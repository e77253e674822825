//! My pages: where I am signed in, everything about me, and leaving.

use crate::support::{Browser, TestApp, both_engines, proposals::Counts};
use torget::{
    domain::{
        identity::{IdentityKind, Residence, TrustLevel},
        ids::{IdentityId, PersonId, ProposalNumber},
        permissions::Role,
    },
    jobs::close_due_proposals::close_due_proposals,
    store::people,
    usecases::{
        audit::Actor,
        signatures::{self, Signed, Signer, follow, recount_all},
    },
};

both_engines!(
    i_see_where_i_am_signed_in_and_end_one,
    i_end_all_others,
    nobody_ends_another_persons_session,
    everything_about_me_can_be_read_and_taken_along,
    erasing_takes_back_what_is_open_and_keeps_what_was_counted,
    erasing_asks_first_and_leaves_nothing_of_me,
    coming_back_gives_no_second_vote,
    staff_end_their_rights_first,
    one_who_was_staff_stays_attributable,
    i_choose_which_mails_i_get,
);

async fn sign(app: &TestApp, person: PersonId, number: i64) -> Signed {
    let signer = Signer {
        person,
        level: TrustLevel::Email,
        residence: Residence::NotStated,
    };
    signatures::sign(&app.env, &signer, ProposalNumber(number), app.env.now())
        .await
        .expect("a signature")
}

async fn assert_nothing_drifts(app: &TestApp) {
    let recounted = recount_all(&app.env, Actor::Job("test")).await;
    assert_eq!(recounted.expect("a recount").drifts, []);
}

async fn is_signed_in(browser: &mut Browser) -> bool {
    browser.get("/sv/mina-sidor").await.path == "/sv/mina-sidor"
}

async fn erase(browser: &mut Browser) {
    let page = browser.get("/sv/mina-sidor/radera").await.assert_ok();
    let form = page.form("form[action$='/radera']").fill("forstar", "ja");
    let page = browser.send(&form).await.assert_ok();
    assert_eq!(page.heading(), "Kontot är raderat");
}

async fn count(app: &TestApp, sql: &'static str, person: PersonId) -> i64 {
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let (count,): (i64,) = tx.query(sql).bind(person).one().await.expect("a count");
    count
}

async fn i_see_where_i_am_signed_in_and_end_one(app: TestApp) {
    let person = app.person(1).await;
    let mut phone = app.signed_in(person, TrustLevel::Email).await;
    app.pass_seconds(3600);
    let mut library = app.signed_in(person, TrustLevel::Eid).await;
    let page = library.get("/sv/mina-sidor").await.assert_ok();
    let page = library.get(&page.link("Se var jag är inloggad")).await;
    let cards = page.select("main .ds-card");
    assert_eq!(cards.len(), 2);
    assert!(cards[0].contains("e-legitimation") && cards[0].contains("Den här enheten"));
    assert!(cards[1].contains("e-post") && !cards[1].contains("Den här enheten"));
    assert!(
        cards[1].contains("10.00") && cards[0].contains("11.00"),
        "{cards:?}"
    );
    let form = page.form("form[action$='/avsluta']");
    let page = library
        .send(&form)
        .await
        .assert_says("Inloggningen är avslutad");
    page.assert_says("Du är bara inloggad här");
    assert!(!is_signed_in(&mut phone).await);
    assert!(is_signed_in(&mut library).await);
}

async fn i_end_all_others(app: TestApp) {
    let person = app.person(1).await;
    let mut here = app.signed_in(person, TrustLevel::Email).await;
    let mut others = Vec::new();
    for _ in 0..3 {
        others.push(app.signed_in(person, TrustLevel::Email).await);
    }
    let mut stranger = app.signed_in(app.person(2).await, TrustLevel::Email).await;
    let page = here.get("/en/mina-sidor/inloggningar").await.assert_ok();
    assert_eq!(page.heading(), "Where I am signed in");
    here.send(&page.form("form[action$='/andra']"))
        .await
        .assert_ok();
    for mut other in others {
        assert!(!is_signed_in(&mut other).await);
    }
    assert!(is_signed_in(&mut here).await && is_signed_in(&mut stranger).await);
}

async fn nobody_ends_another_persons_session(app: TestApp) {
    let person = app.person(1).await;
    let mut one = app.signed_in(person, TrustLevel::Email).await;
    let mut two = app.signed_in(person, TrustLevel::Email).await;
    let page = one.get("/sv/mina-sidor/inloggningar").await.assert_ok();
    let form = page.form("form[action$='/avsluta']");
    let mut stranger = app.signed_in(app.person(2).await, TrustLevel::Eid).await;
    stranger.send(&form).await.assert_ok();
    app.browser().send(&form).await;
    assert!(is_signed_in(&mut one).await && is_signed_in(&mut two).await);
}

async fn everything_about_me_can_be_read_and_taken_along(app: TestApp) {
    app.open_proposal(101).await;
    app.open_proposal(102).await;
    app.open_proposal(103).await;
    let (person, other) = (app.person(1).await, app.person(2).await);
    sign(&app, person, 101).await;
    sign(&app, other, 103).await;
    let now = app.env.now();
    let followed = follow(&app.env, person, ProposalNumber(102), now).await;
    assert!(followed.expect("a follow"));
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let page = browser.get("/sv/mina-sidor/allt").await.assert_ok();
    let page = page
        .assert_says("Testperson 1")
        .assert_says("testperson1@example.se")
        .assert_says("Förslag 101")
        .assert_says("Förslag 102")
        .assert_hides("Förslag 103");
    let file = browser.get(&page.link("Hämta som fil")).await.assert_ok();
    let disposition = file.header("content-disposition").expect("a name");
    assert!(disposition.contains("mina-uppgifter.json"));
    assert_eq!(file.header("cache-control"), Some("private, no-store"));
    let json: serde_json::Value = serde_json::from_slice(&file.bytes).expect("JSON");
    assert_eq!(json["profile"]["email"], "testperson1@example.se");
    assert_eq!(json["signatures"][0]["number"], 101);
    assert_eq!(json["signatures"][0]["signed_at"], "2026-11-21T09:00:00Z");
    assert_eq!(json["follows"][0]["title"], "Förslag 102");
    assert_eq!(json["sessions"].as_array().map(Vec::len), Some(1));
    assert!(json["sessions"][0]["token_hash"].is_null());
    let mut nobody = app.browser();
    let page = nobody.get("/sv/mina-sidor/allt/mina-uppgifter.json").await;
    assert_eq!(page.heading(), "Logga in");
}

async fn erasing_takes_back_what_is_open_and_keeps_what_was_counted(app: TestApp) {
    let closed = app.open_proposal(101).await;
    let person = app.person(1).await;
    sign(&app, person, 101).await;
    app.pass_days(92);
    close_due_proposals(&app.env).await.expect("closed");
    let (open, followed) = (app.open_proposal(102).await, app.open_proposal(103).await);
    sign(&app, person, 102).await;
    sign(&app, app.person(2).await, 102).await;
    let now = app.env.now();
    let follows = follow(&app.env, person, ProposalNumber(103), now).await;
    assert!(follows.expect("a follow"));
    erase(&mut app.signed_in(person, TrustLevel::Email).await).await;
    assert_eq!(app.counts(closed).await, Counts::exactly(1, 0));
    assert_eq!(app.counts(open).await, Counts::exactly(1, 0));
    assert_eq!(app.counts(followed).await, Counts::exactly(0, 0));
    assert_nothing_drifts(&app).await;
    // Another instance was just writing for the session that ended.
    sign(&app, person, 103).await;
    app.pass_seconds(61);
    app.run_jobs().await;
    assert_eq!(app.counts(followed).await, Counts::exactly(0, 0));
    assert_eq!(app.counts(closed).await, Counts::exactly(1, 0));
    assert_nothing_drifts(&app).await;
}

async fn erasing_asks_first_and_leaves_nothing_of_me(app: TestApp) {
    const PEOPLE: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM persons WHERE id = $1";
    const WAYS: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM identities WHERE person_id = $1";
    const MINE: &str = "
        UPDATE proposals SET author_id = $1, author_name = 'Testperson 1' WHERE number = 101";
    const AUTHOR: &str = "SELECT author_id, author_name FROM proposals WHERE number = 101";
    const NOTED: &str = "SELECT payload FROM audit_entries WHERE act = 'identity.erase'";
    app.open_proposal(101).await;
    let person = app.person(1).await;
    let lookup = app
        .env
        .keys
        .lookup(IdentityKind::Mail, "testperson1@example.se");
    let mut tx = app.env.db.begin().await.expect("a transaction");
    let (id, now) = (IdentityId(app.env.ids.uuid()), app.env.now());
    let added = people::insert_identity(&mut tx, id, person, IdentityKind::Mail, &lookup, now);
    assert!(added.await.expect("an identity"));
    tx.query(MINE)
        .bind(person)
        .execute()
        .await
        .expect("an author");
    tx.commit().await.expect("a commit");
    let mut visitor = app.browser();
    let page = visitor.get("/sv/forslag/101").await.assert_ok();
    page.assert_says("Testperson 1");
    let mut browser = app.signed_in(person, TrustLevel::Email).await;
    let page = browser.get("/sv/mina-sidor/radera").await.assert_ok();
    let page = page.assert_says("allmänna handlingar");
    let form = page.form("form[action$='/radera']");
    let page = browser.send(&form).await.assert_status(422);
    page.assert_says("Kryssa i rutan");
    assert_eq!(count(&app, PEOPLE, person).await, 1);
    erase(&mut browser).await;
    assert!(!is_signed_in(&mut browser).await);
    assert_eq!(count(&app, PEOPLE, person).await, 0);
    assert_eq!(count(&app, WAYS, person).await, 0);
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let author: (Option<PersonId>, Option<String>) =
        tx.query(AUTHOR).one().await.expect("a proposal");
    assert_eq!(author, (None, None), "the proposal stays, without her");
    let (noted,): (String,) = tx.query(NOTED).one().await.expect("an entry");
    assert_eq!(noted, "{}");
    drop(tx);
    app.pass_seconds(3);
    let page = visitor.get("/sv/forslag/101").await.assert_ok();
    page.assert_hides("Testperson 1");
}

/// On what is open she may sign anew, since her signature went; on what has closed nobody can.
async fn coming_back_gives_no_second_vote(app: TestApp) {
    let open = app.open_proposal(101).await;
    let before = app.person(1).await;
    sign(&app, before, 101).await;
    erase(&mut app.signed_in(before, TrustLevel::Email).await).await;
    let after = app.person(1).await;
    assert_eq!(sign(&app, after, 101).await, Signed::New { number: 1 });
    assert_eq!(app.counts(open).await, Counts::exactly(1, 0));
}

async fn staff_end_their_rights_first(app: TestApp) {
    const PEOPLE: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM persons WHERE id = $1";
    let person = app.person(1).await;
    let mut browser = app.signed_in(person, TrustLevel::Eid).await;
    let page = browser.get("/sv/mina-sidor/radera").await.assert_ok();
    let form = page.form("form[action$='/radera']").fill("forstar", "ja");
    app.grant(person, Role::Moderator, None).await;
    browser
        .send(&form)
        .await
        .assert_status(409)
        .assert_says("roller som personal");
    assert_eq!(count(&app, PEOPLE, person).await, 1);
}

async fn one_who_was_staff_stays_attributable(app: TestApp) {
    const BARE: &str = "
        SELECT CAST(COUNT(*) AS BIGINT) FROM persons WHERE id = $1 AND profile IS NULL";
    const ENDED: &str = "UPDATE grants SET revoked_at = 1 WHERE person_id = $1";
    let person = app.person(1).await;
    app.grant(person, Role::Moderator, None).await;
    let mut tx = app.env.db.begin().await.expect("a transaction");
    tx.query(ENDED)
        .bind(person)
        .execute()
        .await
        .expect("an end");
    tx.commit().await.expect("a commit");
    erase(&mut app.signed_in(person, TrustLevel::Email).await).await;
    assert_eq!(count(&app, BARE, person).await, 1);
}

async fn i_choose_which_mails_i_get(app: TestApp) {
    app.open_proposal(101).await;
    let (silent, eager) = (app.person(1).await, app.person(2).await);
    sign(&app, silent, 101).await;
    sign(&app, eager, 101).await;
    let mut browser = app.signed_in(silent, TrustLevel::Email).await;
    let page = browser.get("/sv/mina-sidor").await.assert_ok();
    let page = browser.get(&page.link("Välj vilka mejl")).await.assert_ok();
    assert_eq!(
        page.select("input[name='mejl'][checked]").len(),
        4,
        "all at first"
    );
    let chosen = [("mejl", "decisions"), ("mejl", "follow_ups")];
    let page = browser.post("/sv/mina-sidor/mejl", &chosen).await;
    let page = page.assert_says("Dina val är sparade");
    assert_eq!(page.select("input[name='mejl'][checked]").len(), 2);
    app.pass_days(92);
    close_due_proposals(&app.env).await.expect("closed");
    app.run_jobs().await;
    let to: Vec<String> = app.post().into_iter().map(|mail| mail.to).collect();
    assert_eq!(to, ["testperson2@example.se"]);
}
