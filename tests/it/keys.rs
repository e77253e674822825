//! A change of keys: people sign in as before, their signatures stand, and what a thief has is worth nothing.

use crate::support::{Browser, TestApp, both_engines};
use torget::{
    domain::{
        identity::{IdentityKind, Residence, TrustLevel},
        ids::{PersonId, ProposalId, ProposalNumber},
        keys::Keys,
        people::Profile,
    },
    store::{people, settings},
    usecases::{
        audit::Actor,
        env::Env,
        rekeying::{reseal_all, retire_old_keys},
        signatures::{self, Signed, Signer, list_signed},
        start::{StartError, open_env},
    },
};

both_engines!(
    after_a_change_of_keys_she_signs_in_and_her_signature_stands,
    what_older_keys_closed_is_closed_anew,
    after_the_onion_no_old_hash_is_left_and_she_signs_in,
    keys_are_counted_by_the_database_and_none_may_be_missing,
);

const OLD: [u8; 32] = [7; 32];
const NEW: [u8; 32] = [8; 32];
const ADDRESS: &str = "testperson3@example.se";

/// The same database with this secret and those before it, as `serve` opens it.
async fn opened(app: &TestApp, secret: [u8; 32], older: &[[u8; 32]]) -> Result<Env, StartError> {
    let older: Vec<Vec<u8>> = older.iter().map(|secret| secret.to_vec()).collect();
    let keys = Keys::derive(&secret).with_older(&older);
    let env = &app.env;
    let (db, clock, post) = (env.db.clone(), env.clock.clone(), env.post.clone());
    open_env(db, keys, clock, post, false).await
}

async fn with_new_keys(app: &TestApp) -> TestApp {
    opened(app, OLD, &[]).await.expect("the first keys");
    app.with_env_of(opened(app, NEW, &[OLD]).await.expect("new keys"))
}

async fn sign_in(app: &TestApp) -> Browser {
    let mut browser = app.browser();
    let page = browser.get("/sv/logga-in").await.assert_ok();
    let form = page.form("form[action$='e-post']").fill("epost", ADDRESS);
    let page = browser.send(&form).await.assert_ok();
    let code = app.newest_code().await;
    let form = page.form("form[action*='/kod/']").fill("kod", &code);
    browser.send(&form).await.assert_ok();
    browser
}

async fn who(app: &TestApp) -> PersonId {
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let lookup = app.env.keys.lookup(IdentityKind::Mail, ADDRESS);
    let found = people::find_by_identity(&mut tx, IdentityKind::Mail, &lookup).await;
    found.expect("an answer").expect("a person")
}

async fn sign(app: &TestApp, person: PersonId) -> Signed {
    let signer = Signer {
        person,
        level: TrustLevel::Email,
        residence: Residence::NotStated,
    };
    signatures::sign(&app.env, &signer, ProposalNumber(101), app.env.now())
        .await
        .expect("an answer")
}

async fn identities(app: &TestApp) -> Vec<(Vec<u8>, i64)> {
    const ALL: &str = "SELECT lookup, key_version FROM identities";
    let mut tx = app.env.db.begin_read().await.expect("a read");
    tx.query(ALL).all().await.expect("rows")
}

fn old_hash() -> Vec<u8> {
    let old = Keys::derive(&OLD).lookup(IdentityKind::Mail, ADDRESS);
    old.newest().to_vec()
}

fn new_hash() -> Vec<u8> {
    let new = Keys::derive(&NEW).lookup(IdentityKind::Mail, ADDRESS);
    new.newest().to_vec()
}

async fn after_a_change_of_keys_she_signs_in_and_her_signature_stands(app: TestApp) {
    let id = app.open_proposal(101).await;
    let mut before = sign_in(&app).await;
    let person = who(&app).await;
    assert_eq!(sign(&app, person).await, Signed::New { number: 1 });
    let changed = with_new_keys(&app).await;
    app.pass_seconds(1);
    assert_eq!(identities(&app).await, [(old_hash(), 1)]);
    sign_in(&changed).await;
    assert_eq!(
        identities(&app).await,
        [(new_hash(), 2)],
        "one, under the newest"
    );
    assert_eq!(who(&changed).await, person);
    assert_eq!(sign(&changed, person).await, Signed::Already);
    assert_eq!(app.counts(id).await.own, 1);
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let own = list_signed(&mut tx, &changed.env, person).await;
    assert_eq!(own.expect("signatures").len(), 1);
    let mut other = changed.browser();
    other.set_cookie(
        "__Host-session",
        before.cookie("__Host-session").expect("a session"),
    );
    other.get("/sv/mina-sidor").await.assert_says("Förslag 101");
    before.get("/sv/mina-sidor").await.assert_ok();
}

async fn what_older_keys_closed_is_closed_anew(app: TestApp) {
    const PROFILE: &str = "SELECT profile FROM persons WHERE id = $1";
    const SEALED: &str = "SELECT proposal_id, pseudonym, sealed FROM signatures";
    app.open_proposal(101).await;
    let person = app.person(3).await;
    sign(&app, person).await;
    let pseudonym = |sealed: &[(ProposalId, Vec<u8>, Vec<u8>)]| sealed[0].1.clone();
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let before: Vec<(ProposalId, Vec<u8>, Vec<u8>)> = tx.query(SEALED).all().await.expect("rows");
    drop(tx);
    let changed = with_new_keys(&app).await;
    changed.run_jobs().await;
    assert_eq!(
        reseal_all(&changed.env).await.expect("an answer"),
        0,
        "the job did it"
    );
    let only_new = Keys::derive(&NEW);
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let (profile,): (Vec<u8>,) = tx
        .query(PROFILE)
        .bind(person)
        .one()
        .await
        .expect("a profile");
    assert!(Profile::open(&only_new, person, &profile).is_some());
    let after: Vec<(ProposalId, Vec<u8>, Vec<u8>)> = tx.query(SEALED).all().await.expect("rows");
    let opened = only_new.open(&after[0].2, after[0].0.0.as_bytes());
    assert_eq!(opened.as_deref(), Some(person.0.as_bytes().as_slice()));
    assert_eq!(
        pseudonym(&after),
        pseudonym(&before),
        "signatures stand where they stood"
    );
    assert!(
        Keys::derive(&OLD)
            .open(&after[0].2, after[0].0.0.as_bytes())
            .is_none()
    );
}

async fn after_the_onion_no_old_hash_is_left_and_she_signs_in(app: TestApp) {
    const LETTERS: &str = "SELECT recipient FROM mails";
    const NOTED: &str = "SELECT payload FROM audit_entries WHERE act = 'keys.retire'";
    app.open_proposal(101).await;
    sign_in(&app).await;
    let person = who(&app).await;
    sign(&app, person).await;
    let changed = with_new_keys(&app).await;
    let retired = retire_old_keys(&changed.env, Actor::Operator).await;
    assert_eq!(retired.expect("an answer"), 1);
    for (lookup, version) in identities(&app).await {
        assert_ne!(lookup, old_hash(), "worthless to whoever has the old key");
        assert_ne!(lookup, new_hash(), "its value is not known here");
        assert_eq!(version, 2);
    }
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let letters: Vec<(Vec<u8>,)> = tx.query(LETTERS).all().await.expect("rows");
    assert_eq!(letters, []);
    let (noted,): (String,) = tx.query(NOTED).one().await.expect("an entry");
    assert_eq!(noted, "{\"identities\":1,\"newest\":2}");
    drop(tx);
    assert_eq!(who(&changed).await, person, "found through both layers");
    app.pass_seconds(1);
    sign_in(&changed).await;
    assert_eq!(identities(&app).await, [(new_hash(), 2)]);
    assert_eq!(sign(&changed, person).await, Signed::Already);
    let again = retire_old_keys(&changed.env, Actor::Operator).await;
    assert_eq!(again.expect("an answer"), 0);
}

async fn keys_are_counted_by_the_database_and_none_may_be_missing(app: TestApp) {
    let refused =
        |opened: Result<Env, StartError>| matches!(opened, Err(StartError::Secret { .. }));
    assert_eq!(
        opened(&app, OLD, &[])
            .await
            .expect("the first")
            .keys
            .number(),
        1
    );
    assert!(
        refused(opened(&app, NEW, &[]).await),
        "the old secret is missing"
    );
    assert!(refused(opened(&app, NEW, &[[9; 32]]).await));
    // All instances learn the new one before any writes with it.
    assert_eq!(
        opened(&app, OLD, &[NEW])
            .await
            .expect("prepared")
            .keys
            .number(),
        1
    );
    let two = opened(&app, NEW, &[OLD]).await.expect("the second");
    assert_eq!(two.keys.number(), 2);
    assert_eq!(
        opened(&app, NEW, &[OLD])
            .await
            .expect("again")
            .keys
            .number(),
        2
    );
    assert!(
        refused(opened(&app, OLD, &[]).await),
        "some is written with the new"
    );
    assert_eq!(
        opened(&app, [9; 32], &[NEW, OLD])
            .await
            .expect("a third")
            .keys
            .number(),
        3
    );
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let written = settings::list_fingerprints(&mut tx).await.expect("rows");
    assert_eq!(written.len(), 3);
    let (person, proposal) = (
        PersonId(uuid::Uuid::from_u128(1)),
        ProposalId(uuid::Uuid::from_u128(2)),
    );
    let began = Keys::derive(&OLD).pseudonym(person, proposal);
    assert_eq!(two.keys.pseudonym(person, proposal), began);
}
