//! Two accounts of one person become one: never two voices.

use crate::support::{Browser, Page, TestApp, both_engines, openid, proposals::Counts};
use torget::{
    domain::{
        demo_people::DEMO_PEOPLE,
        identity::{IdentityKind, Residence, TrustLevel},
        ids::{IdentityId, JoiningId, PersonId, ProposalId, ProposalNumber},
        people::Profile,
        permissions::Role,
    },
    jobs::close_due_proposals::close_due_proposals,
    store::{
        db::Tx,
        joinings::{Joining, insert_joining},
        people,
    },
    usecases::{
        audit::Actor,
        identity::{JoinProblem, Proof, join, keep_one_voice, new_token, token_hash},
        signatures::{self, Signed, Signer, follow, list_followed, list_signed, recount_all},
    },
};

both_engines!(
    by_mail_then_by_eid_is_one_signature,
    by_eid_then_by_mail_is_one_signature,
    a_mailbox_alone_takes_over_no_account_with_an_e_legitimation,
    two_numbers_are_two_people,
    saying_no_or_being_someone_else_changes_nothing,
    the_earlier_signature_stays_with_the_stronger_proof,
    a_closed_proposal_keeps_its_count,
    falling_below_the_threshold_is_told,
    what_she_follows_wrote_and_may_do_moves_along,
    waiting_mails_find_her,
    two_joinings_at_once_are_one,
    two_accounts_that_swallow_each_other_are_one,
    a_press_that_came_late_is_taken_along,
    a_new_number_keeps_the_voice,
    nothing_is_left_of_the_account_that_ended,
);

const MAIL: &str = "testperson77@example.se";

fn signer(person: PersonId, level: TrustLevel) -> Signer {
    Signer {
        person,
        level,
        residence: Residence::NotStated,
    }
}

async fn sign(app: &TestApp, person: PersonId, level: TrustLevel, number: i64) -> Signed {
    let signer = signer(person, level);
    signatures::sign(&app.env, &signer, ProposalNumber(number), app.env.now())
        .await
        .expect("a signature")
}

/// A nightly recount must find nothing: counts, tallies and rows agree.
async fn assert_nothing_drifts(app: &TestApp) {
    let recounted = recount_all(&app.env, Actor::Job("test")).await;
    assert_eq!(recounted.expect("a recount").drifts, []);
}

async fn tx(app: &TestApp) -> Tx {
    app.env.db.begin_read().await.expect("a read")
}

async fn signed(app: &TestApp, person: PersonId) -> Vec<(ProposalId, TrustLevel)> {
    let own = list_signed(&mut tx(app).await, &app.env, person).await;
    let own = own.expect("signatures").into_iter();
    own.map(|one| (one.proposal_id, one.level)).collect()
}

async fn exists(app: &TestApp, person: PersonId) -> bool {
    let told = people::find_told(&mut tx(app).await, person).await;
    told.expect("an answer").is_some()
}

/// A question that waits for an answer in this session.
async fn question(app: &TestApp, from: PersonId, into: PersonId) -> (JoiningId, Vec<u8>) {
    let (id, now) = (JoiningId(app.env.ids.uuid()), app.env.now());
    let session_hash = token_hash(&new_token(&app.env));
    let new = Joining {
        id,
        session_hash: session_hash.clone(),
        into_id: into,
        from_id: from,
        level: TrustLevel::Eid,
        address: None,
        ends_at: now.plus_seconds(60),
    };
    let mut tx = app.env.db.begin().await.expect("a transaction");
    insert_joining(&mut tx, new).await.expect("a question");
    tx.commit().await.expect("a commit");
    (id, session_hash)
}

async fn join_them(app: &TestApp, from: PersonId, into: PersonId) {
    let (id, session) = question(app, from, into).await;
    join(&app.env, id, &session).await.expect("one account");
}

async fn by_mail(app: &TestApp, browser: &mut Browser) -> Page {
    let page = browser.get("/sv/logga-in").await.assert_ok();
    let form = page.form("form[action$='e-post']").fill("epost", MAIL);
    let page = browser.send(&form).await.assert_ok();
    let code = app.newest_code().await;
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    let page = browser.send(&form).await.assert_ok();
    let form = page.form("form[action*='om-dig']");
    let form = form.fill("fornamn", "Testperson").fill("efternamn", "77");
    browser
        .send(&form.fill("ort", "Göteborg"))
        .await
        .assert_ok()
}

fn local(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.find('/')
        .map_or("/", |slash| &rest[slash..])
        .to_owned()
}

/// Goes to the demo's provider from this address and comes back as test person 1.
async fn by_eid(browser: &mut Browser, from: &str) -> Page {
    let away = browser.get_once(from).await.assert_status(303);
    let page = browser.get_once(&local(&away.redirects_to())).await;
    let form = page.form("form").fill("person", "1");
    let back = browser.send_once(&form).await.assert_status(303);
    browser.get(&local(&back.redirects_to())).await
}

async fn press(browser: &mut Browser, number: i64) -> Page {
    let page = browser
        .get(&format!("/sv/forslag/{number}/skriv-under"))
        .await;
    let page = page.assert_ok();
    browser
        .send(&page.form("form[action$='/skriv-under']"))
        .await
}

async fn by_mail_then_by_eid_is_one_signature(app: TestApp) {
    let (both, mail_only, eid_only) = (
        app.open_proposal(101).await,
        app.open_proposal(102).await,
        app.open_proposal(103).await,
    );
    let demo = openid::demo(&app).await;
    let mut first = demo.browser();
    by_mail(&demo, &mut first).await;
    press(&mut first, 101).await.assert_ok();
    press(&mut first, 102).await.assert_ok();
    let mut second = demo.browser();
    by_eid(&mut second, "/sv/logga-in/e-legitimation/test").await;
    app.pass_seconds(60);
    press(&mut second, 101).await.assert_ok();
    press(&mut second, 103).await.assert_ok();
    assert_eq!(
        app.counts(both).await,
        Counts::exactly(2, 0),
        "two voices so far"
    );

    let page = first.get("/sv/mina-sidor").await.assert_ok();
    let way = page.link("Lägg till e-legitimation");
    let page = first.get(&way).await.assert_ok();
    let token = first.cookie("session").map(str::to_owned);
    let page = by_eid(&mut first, &page.link("Lägg till med")).await;
    let page = page.assert_ok();
    assert_eq!(page.heading(), "Du har två konton. Ska de bli ett?");
    assert_ne!(first.cookie("session"), token.as_deref(), "a new token");
    let page = page
        .assert_says("2 underskrifter")
        .assert_says("Ett förslag har du skrivit under med båda");
    assert_eq!(
        app.counts(both).await,
        Counts::exactly(2, 0),
        "nothing is done yet"
    );
    let form = page.form("form[action*='/konton/']");
    let page = first.send(&form).await.assert_ok();
    let page = page
        .assert_says("Dina två konton är nu ett")
        .assert_says("inloggad med e-legitimation")
        .assert_says("Testperson 77");
    page.assert_says("Förslag 103");
    for id in [both, mail_only, eid_only] {
        assert_eq!(app.counts(id).await, Counts::exactly(1, 0));
    }
    assert_nothing_drifts(&app).await;
    let page = second.get("/sv/mina-sidor").await;
    assert_eq!(page.heading(), "Logga in", "the other account has ended");
    let mut third = demo.browser();
    by_eid(&mut third, "/sv/logga-in/e-legitimation/test").await;
    let page = third
        .get("/sv/mina-sidor")
        .await
        .assert_says("Testperson 77");
    page.assert_says("Förslag 102");
    let page = third.get("/sv/forslag/102").await;
    assert!(!page.has("form[action$='/skriv-under']"), "no second press");
    first.send(&form).await.assert_status(410);
}

async fn by_eid_then_by_mail_is_one_signature(app: TestApp) {
    let both = app.open_proposal(101).await;
    let demo = openid::demo(&app).await;
    let mut first = demo.browser();
    by_mail(&demo, &mut first).await;
    press(&mut first, 101).await.assert_ok();
    let mut second = demo.browser();
    by_eid(&mut second, "/sv/logga-in/e-legitimation/test").await;
    press(&mut second, 101).await.assert_ok();
    app.pass_seconds(60);
    let page = second.get("/sv/mina-sidor/e-post").await.assert_ok();
    let page = second
        .send(&page.form("main form").fill("epost", MAIL))
        .await;
    let code = demo.newest_code().await;
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    let page = second.send(&form).await.assert_ok();
    assert_eq!(page.heading(), "Du har två konton. Ska de bli ett?");
    let page = second.send(&page.form("form[action*='/konton/']")).await;
    page.assert_says("Dina två konton är nu ett")
        .assert_says(MAIL)
        .assert_says("Testperson 1");
    assert_eq!(app.counts(both).await, Counts::exactly(1, 0));
    assert_nothing_drifts(&app).await;
    let page = first.get("/sv/mina-sidor").await;
    assert_eq!(page.heading(), "Logga in");
}

/// Whoever reads someone's mail must not get her e-legitimation's account, nor open it to an e-legitimation of his own.
async fn a_mailbox_alone_takes_over_no_account_with_an_e_legitimation(app: TestApp) {
    let victims = DEMO_PEOPLE[0].email();
    let demo = openid::demo(&app).await;
    let mut thief = demo.browser();
    by_mail(&demo, &mut thief).await;
    app.pass_seconds(1);
    let page = thief.get("/sv/mina-sidor/e-post").await.assert_ok();
    let page = thief
        .send(&page.form("main form").fill("epost", &victims))
        .await;
    let code = demo.newest_code().await;
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    let page = thief.send(&form).await.assert_status(409);
    assert_eq!(page.heading(), "Det räcker inte med e-post");

    app.pass_seconds(1);
    let mut thief = demo.browser();
    let page = thief.get("/sv/logga-in").await.assert_ok();
    let form = page.form("form[action$='e-post']").fill("epost", &victims);
    let page = thief.send(&form).await.assert_ok();
    let code = demo.newest_code().await;
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    thief.send(&form).await.assert_ok();
    let away = thief.get_once("/sv/mina-sidor/e-legitimation/test").await;
    let page = thief.get_once(&local(&away.redirects_to())).await;
    let back = thief
        .send_once(&page.form("form").fill("person", "2"))
        .await;
    let page = thief.get(&local(&back.redirects_to())).await;
    page.assert_status(409)
        .assert_says("Logga in med e-legitimationen");
    // Her own e-legitimation makes the session stronger and changes nothing else.
    let page = by_eid(&mut thief, "/sv/mina-sidor/e-legitimation/test").await;
    page.assert_ok().assert_says("inloggad med e-legitimation");
}

async fn two_numbers_are_two_people(app: TestApp) {
    let demo = openid::demo(&app).await;
    let mut browser = demo.browser();
    by_eid(&mut browser, "/sv/logga-in/e-legitimation/test").await;
    let away = browser.get_once("/sv/mina-sidor/e-legitimation/test").await;
    let page = browser.get_once(&local(&away.redirects_to())).await;
    let back = browser
        .send_once(&page.form("form").fill("person", "2"))
        .await;
    let page = browser.get(&local(&back.redirects_to())).await;
    let page = page.assert_status(409);
    assert_eq!(page.heading(), "E-legitimationen har ett annat nummer");
    let page = browser.get("/sv/mina-sidor").await;
    page.assert_says("Testperson 1");
}

async fn saying_no_or_being_someone_else_changes_nothing(app: TestApp) {
    let id = app.open_proposal(101).await;
    let (one, other) = (app.person(1).await, app.person(2).await);
    sign(&app, one, TrustLevel::Email, 101).await;
    sign(&app, other, TrustLevel::Eid, 101).await;
    let (asked, session) = question(&app, other, one).await;
    let mut stranger = app.signed_in(app.person(3).await, TrustLevel::Eid).await;
    let path = format!("/sv/mina-sidor/konton/{asked}");
    stranger.get(&path).await.assert_status(410);
    stranger.post(&path, &[]).await.assert_status(410);
    app.browser().post(&path, &[]).await;
    app.pass_seconds(61);
    let late = join(&app.env, asked, &session).await;
    assert!(matches!(late, Err(JoinProblem::Ended)), "{late:?}");
    assert_eq!(app.counts(id).await, Counts::exactly(2, 0));
    assert!(exists(&app, one).await && exists(&app, other).await);
}

async fn the_earlier_signature_stays_with_the_stronger_proof(app: TestApp) {
    let id = app.open_proposal(101).await;
    let (one, other) = (app.person(1).await, app.person(2).await);
    sign(&app, other, TrustLevel::Email, 101).await;
    let earlier = app.env.now();
    app.pass_days(1);
    sign(&app, one, TrustLevel::Eid, 101).await;
    join_them(&app, other, one).await;
    let own = list_signed(&mut tx(&app).await, &app.env, one).await;
    let own = own.expect("signatures");
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].signed_at, earlier);
    assert_eq!(own[0].level, TrustLevel::Eid);
    assert_eq!(app.counts(id).await, Counts::exactly(1, 0));
    assert_nothing_drifts(&app).await;
    let again = sign(&app, one, TrustLevel::Eid, 101).await;
    assert_eq!(again, Signed::Already);
}

/// The count at closing decided; nobody's joining changes it afterwards.
async fn a_closed_proposal_keeps_its_count(app: TestApp) {
    let (both, theirs) = (app.open_proposal(101).await, app.open_proposal(102).await);
    let (one, other) = (app.person(1).await, app.person(2).await);
    sign(&app, one, TrustLevel::Email, 101).await;
    sign(&app, other, TrustLevel::Eid, 101).await;
    sign(&app, other, TrustLevel::Eid, 102).await;
    app.pass_days(92);
    close_due_proposals(&app.env).await.expect("closed");
    join_them(&app, other, one).await;
    assert_eq!(app.counts(both).await, Counts::exactly(2, 0));
    assert_eq!(app.counts(theirs).await, Counts::exactly(1, 0));
    assert_nothing_drifts(&app).await;
    let own = signed(&app, one).await;
    assert_eq!(own.len(), 2);
    assert!(
        own.contains(&(both, TrustLevel::Email)),
        "her own as it was"
    );
    assert!(own.contains(&(theirs, TrustLevel::Eid)), "the other moved");
    app.pass_seconds(120);
    app.run_jobs().await;
    assert_eq!(
        app.counts(both).await,
        Counts::exactly(2, 0),
        "nor does settling"
    );
}

async fn falling_below_the_threshold_is_told(app: TestApp) {
    let id = app.open_proposal_with(101, 198).await;
    let (one, other) = (app.person(1).await, app.person(2).await);
    sign(&app, one, TrustLevel::Email, 101).await;
    sign(&app, other, TrustLevel::Email, 101).await;
    assert!(app.reached_at(id).await.is_some());
    app.pass_seconds(1);
    join_them(&app, other, one).await;
    assert!(app.reached_at(id).await.is_none(), "199 of 200");
}

async fn what_she_follows_wrote_and_may_do_moves_along(app: TestApp) {
    const MINE: &str = "UPDATE proposals SET author_id = $1 WHERE number = 103";
    const GRANTS: &str = "
        SELECT CAST(COUNT(*) AS BIGINT) FROM grants WHERE person_id = $1 AND revoked_at IS NULL";
    let (both, theirs) = (app.open_proposal(101).await, app.open_proposal(102).await);
    app.open_proposal(103).await;
    let (one, other) = (app.person(1).await, app.person(2).await);
    for (person, number) in [(one, 101), (other, 101), (other, 102)] {
        let now = app.env.now();
        let followed = follow(&app.env, person, ProposalNumber(number), now).await;
        assert!(followed.expect("a follow"));
    }
    app.grant(one, Role::Moderator, None).await;
    app.grant(other, Role::Moderator, None).await;
    app.grant(other, Role::Coordinator, None).await;
    let mut write = app.env.db.begin().await.expect("a transaction");
    let mine = write.query(MINE).bind(other).execute().await;
    mine.expect("an author");
    write.commit().await.expect("a commit");
    join_them(&app, other, one).await;
    assert_eq!(app.counts(both).await, Counts::exactly(0, 1));
    assert_eq!(app.counts(theirs).await, Counts::exactly(0, 1));
    assert_nothing_drifts(&app).await;
    let follows = list_followed(&mut tx(&app).await, &app.env, one).await;
    assert_eq!(follows.expect("follows").len(), 2);
    let mut read = tx(&app).await;
    let (grants,): (i64,) = read.query(GRANTS).bind(one).one().await.expect("a count");
    assert_eq!(grants, 2, "moderator once, coordinator");
    drop(read);
    let mut browser = app.signed_in(one, TrustLevel::Eid).await;
    let page = browser.get("/sv/mina-sidor").await.assert_ok();
    assert!(page.select("main section")[0].contains("Förslag 103"));
}

/// News that waits in the outbox for the account that ends is sent to the one that stays, once.
async fn waiting_mails_find_her(app: TestApp) {
    const WAITING: &str = "SELECT recipient FROM mails WHERE ended_at IS NULL";
    app.open_proposal(101).await;
    app.open_proposal(102).await;
    let (one, other) = (app.person(1).await, app.person(2).await);
    sign(&app, other, TrustLevel::Email, 101).await;
    sign(&app, other, TrustLevel::Email, 102).await;
    app.pass_seconds(1);
    sign(&app, one, TrustLevel::Email, 102).await;
    app.pass_days(92);
    close_due_proposals(&app.env).await.expect("closed");
    join_them(&app, other, one).await;
    app.run_jobs().await;
    let mut read = tx(&app).await;
    let waiting: Vec<(Vec<u8>,)> = read.query(WAITING).all().await.expect("rows");
    assert_eq!(waiting, []);
    let sent = app.post();
    let to: Vec<&str> = sent.iter().map(|mail| mail.to.as_str()).collect();
    assert_eq!(to, ["testperson1@example.se"; 2], "one for each proposal");
}

async fn two_joinings_at_once_are_one(app: TestApp) {
    let id = app.open_proposal(101).await;
    let (one, other) = (app.person(1).await, app.person(2).await);
    sign(&app, one, TrustLevel::Email, 101).await;
    sign(&app, other, TrustLevel::Eid, 101).await;
    let (a, a_session) = question(&app, other, one).await;
    let (b, b_session) = question(&app, other, one).await;
    let elsewhere = app.another_instance().await;
    let (first, second) = tokio::join!(
        join(&app.env, a, &a_session),
        join(&elsewhere.env, b, &b_session)
    );
    assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
    assert_eq!(app.counts(id).await, Counts::exactly(1, 0));
    assert!(exists(&app, one).await && !exists(&app, other).await);
    assert_nothing_drifts(&app).await;
    elsewhere.env.db.close().await;
}

/// In one browser the first account is to swallow the second, in another the other way round.
async fn two_accounts_that_swallow_each_other_are_one(app: TestApp) {
    let id = app.open_proposal(101).await;
    let (one, other) = (app.person(1).await, app.person(2).await);
    sign(&app, one, TrustLevel::Email, 101).await;
    sign(&app, other, TrustLevel::Eid, 101).await;
    let (a, a_session) = question(&app, other, one).await;
    let (b, b_session) = question(&app, one, other).await;
    let elsewhere = app.another_instance().await;
    let (first, second) = tokio::join!(
        join(&app.env, a, &a_session),
        join(&elsewhere.env, b, &b_session)
    );
    assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
    assert!(exists(&app, one).await != exists(&app, other).await);
    assert_eq!(app.counts(id).await, Counts::exactly(1, 0));
    assert_nothing_drifts(&app).await;
    elsewhere.env.db.close().await;
}

/// Another instance was just writing for the session that ended.
async fn a_press_that_came_late_is_taken_along(app: TestApp) {
    let (both, late) = (app.open_proposal(101).await, app.open_proposal(102).await);
    let (one, other) = (app.person(1).await, app.person(2).await);
    sign(&app, one, TrustLevel::Email, 101).await;
    join_them(&app, other, one).await;
    sign(&app, other, TrustLevel::Eid, 101).await;
    sign(&app, other, TrustLevel::Eid, 102).await;
    assert_eq!(app.counts(both).await, Counts::exactly(2, 0));
    app.pass_seconds(61);
    app.run_jobs().await;
    assert_eq!(app.counts(both).await, Counts::exactly(1, 0));
    assert_eq!(app.counts(late).await, Counts::exactly(1, 0));
    assert_eq!(signed(&app, one).await.len(), 2);
    assert_nothing_drifts(&app).await;
}

/// Someone with a samordningsnummer gets a personnummer: with or without having signed in by the new one before.
async fn a_new_number_keeps_the_voice(app: TestApp) {
    let id = app.open_proposal(101).await;
    let (known, new) = (app.person(1).await, app.person(2).await);
    let previous = app.env.keys.lookup(IdentityKind::Se, "190001730001");
    let proof = |number: &str| Proof {
        kind: IdentityKind::Se,
        lookup: app.env.keys.lookup(IdentityKind::Se, number),
        previous: None,
        profile: Profile::default(),
    };
    let (first, second) = (proof("190001130001"), proof("190001130002"));
    let mut tx = app.env.db.begin().await.expect("a transaction");
    for (person, lookup) in [(known, &previous), (new, &second.lookup)] {
        let (row, now) = (IdentityId(app.env.ids.uuid()), app.env.now());
        let added = people::insert_identity(&mut tx, row, person, IdentityKind::Se, lookup, now);
        assert!(added.await.expect("an identity"));
    }
    tx.commit().await.expect("a commit");
    sign(&app, known, TrustLevel::Eid, 101).await;
    sign(&app, new, TrustLevel::Eid, 101).await;
    for proof in [&first, &second, &second] {
        let mut tx = app.env.db.begin().await.expect("a transaction");
        let kept = keep_one_voice(&mut tx, &app.env, proof, &previous).await;
        kept.expect("one voice");
        let found = people::find_by_identity(&mut tx, IdentityKind::Se, &proof.lookup).await;
        assert_eq!(found.expect("an answer"), Some(known));
        tx.commit().await.expect("a commit");
    }
    assert!(!exists(&app, new).await);
    assert_eq!(app.counts(id).await, Counts::exactly(1, 0));
    assert_nothing_drifts(&app).await;
    let unknown = app.env.keys.lookup(IdentityKind::Se, "190001730009");
    let mut tx = app.env.db.begin().await.expect("a transaction");
    let third = proof("190001130003");
    let kept = keep_one_voice(&mut tx, &app.env, &third, &unknown).await;
    kept.expect("nothing to keep");
    let found = people::find_by_identity(&mut tx, IdentityKind::Se, &third.lookup).await;
    assert_eq!(found.expect("an answer"), None);
}

async fn nothing_is_left_of_the_account_that_ended(app: TestApp) {
    const NOTED: &str =
        "SELECT actor, subject, payload FROM audit_entries WHERE act = 'identity.join'";
    const SESSIONS: &str = "SELECT person_id FROM sessions";
    let (one, other) = (app.person(1).await, app.person(2).await);
    app.signed_in(other, TrustLevel::Eid).await;
    app.signed_in(one, TrustLevel::Email).await;
    join_them(&app, other, one).await;
    let mut read = tx(&app).await;
    let noted: Vec<(String, String, String)> = read.query(NOTED).all().await.expect("rows");
    let (actor, subject, payload) = &noted[0];
    assert_eq!((actor, subject), (subject, actor));
    assert_eq!(payload, &format!("{{\"ended\":\"{other}\"}}"));
    let sessions: Vec<(PersonId,)> = read.query(SESSIONS).all().await.expect("rows");
    assert_eq!(sessions, [(one,)], "hers stays, the other's ended");
}
