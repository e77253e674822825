//! On the way: from its publication a body may say that a proposal is another's, and the coordinator names the right one.

use crate::support::{Browser, Page, TestApp, both_engines};
use torget::{
    domain::{
        identity::TrustLevel,
        ids::{BodyId, ProposalId, ProposalNumber},
        permissions::Role,
    },
    store::{cases, events},
};

both_engines!(
    a_body_says_not_ours_from_publication_and_the_proposer_is_told,
    a_word_that_nobody_answered_goes_with_the_case,
    what_is_missing_on_the_way_is_told_beside_the_field,
    two_at_once_change_nothing_twice,
    only_the_body_and_the_coordinator_know_what_is_on_its_way,
);

const NUMBER: ProposalNumber = ProposalNumber(20_001);
const MAILS_OF: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM mails WHERE kind = $1";
const NOTES_OF: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM audit_entries WHERE act = $1";
const PAGE: &str = "/sv/personal/pa-vag/20001";

/// A proposal that was published today, on its way to one body, and another body.
struct Set {
    app: TestApp,
    proposal: ProposalId,
    ours: BodyId,
    theirs: BodyId,
}

impl Set {
    async fn new(app: TestApp) -> Self {
        let ours = app.body("Stadsmiljönämnden").await;
        let theirs = app.body("Kulturnämnden").await;
        let proposal = app.open_proposal_with(20_001, 250).await;
        app.send_to(proposal, 0, ours, true).await;
        let author = app.person(1).await;
        app.set_author(proposal, author).await;
        Set {
            app,
            proposal,
            ours,
            theirs,
        }
    }

    async fn handlaggare(&self, number: u32, body: BodyId) -> Browser {
        self.app.staff(number, Role::Handlaggare, Some(body)).await
    }

    async fn count(&self, sql: &'static str, what: &str) -> i64 {
        let mut tx = self.app.env.db.begin_read().await.unwrap();
        let (count,): (i64,) = tx.query(sql).bind(what.to_owned()).one().await.unwrap();
        count
    }
}

async fn act(browser: &mut Browser, act: &str, fields: &[(&str, &str)]) -> Page {
    let path = format!("{PAGE}/{act}");
    let page = browser.get(&path).await.assert_ok();
    let mut form = page.form(&format!("form[action='{path}']"));
    for (name, value) in fields {
        form = form.fill(name, value);
    }
    browser.send(&form).await
}

async fn a_body_says_not_ours_from_publication_and_the_proposer_is_told(app: TestApp) {
    let set = Set::new(app).await;
    let mut ours = set.handlaggare(3, set.ours).await;
    let list = ours.get("/sv/personal/pa-vag").await.assert_ok();
    assert!(list.html().contains(PAGE));
    let why = [("text", "Scenen ägs av Kulturnämnden.")];
    act(&mut ours, "inte-vart", &why)
        .await
        .assert_ok()
        .assert_says("Stadsmiljönämnden säger att frågan är någon annans")
        .assert_says("Scenen ägs av Kulturnämnden.");
    assert_eq!(set.count(NOTES_OF, "proposal.say_not_ours").await, 1);

    let mut coordinator = set.app.staff(7, Role::Coordinator, None).await;
    let work = coordinator.get("/sv/personal/arenden").await.assert_ok();
    let words = "Ett förslag ska flyttas till en annan mottagare";
    assert_eq!(work.link(words), "/sv/personal/pa-vag");
    let to = set.theirs.to_string();
    let fields = [
        ("mottagare", to.as_str()),
        ("text", "Kulturnämnden äger scenen."),
    ];
    act(&mut coordinator, "namnd", &fields)
        .await
        .assert_ok()
        .assert_says("Kulturnämnden – svarar")
        .assert_hides("frågan är någon annans");

    let mut theirs = set.handlaggare(9, set.theirs).await;
    ours.get(PAGE).await.assert_not_found();
    theirs
        .get(PAGE)
        .await
        .assert_says("Får det 200 underskrifter till och med fredag 19 februari 2027");
    let mut visitor = set.app.browser();
    visitor
        .get("/sv/forslag/20001")
        .await
        .assert_ok()
        .assert_says("Kulturnämnden tog över ansvaret")
        .assert_says("Kulturnämnden äger scenen.");
    set.app.run_jobs().await;
    assert_eq!(set.count(MAILS_OF, "rerouted").await, 1, "the author");

    set.app.pass_days(91);
    set.app.run_jobs().await;
    let mut tx = set.app.env.db.begin_read().await.unwrap();
    let case = cases::find_coordinating(&mut tx, set.proposal).await;
    assert_eq!(case.unwrap().unwrap().body, set.theirs);
}

async fn a_word_that_nobody_answered_goes_with_the_case(app: TestApp) {
    let set = Set::new(app).await;
    let mut ours = set.handlaggare(3, set.ours).await;
    let why = [("text", "Scenen ägs av Kulturnämnden.")];
    act(&mut ours, "inte-vart", &why).await.assert_ok();
    set.app.pass_days(91);
    set.app.run_jobs().await;
    let mut tx = set.app.env.db.begin_read().await.unwrap();
    let case = cases::find_coordinating(&mut tx, set.proposal).await;
    let case = case.unwrap().unwrap();
    assert_eq!(case.not_ours.unwrap().note, "Scenen ägs av Kulturnämnden.");
    drop(tx);
    let mut ours = set.handlaggare(3, set.ours).await;
    ours.get(PAGE)
        .await
        .assert_ok()
        .assert_says("frågan är någon annans");
}

async fn what_is_missing_on_the_way_is_told_beside_the_field(app: TestApp) {
    let set = Set::new(app).await;
    let mut ours = set.handlaggare(3, set.ours).await;
    let page = act(&mut ours, "inte-vart", &[("text", " ")]).await;
    let page = page.assert_status(422);
    assert_eq!(page.select("#text-error"), ["Fel: Skriv en text"]);
    let mut coordinator = set.app.staff(7, Role::Coordinator, None).await;
    let fields = [("mottagare", ""), ("text", "Kulturnämnden äger scenen.")];
    let page = act(&mut coordinator, "namnd", &fields).await;
    let page = page.assert_status(422);
    let told = ["Fel: Välj ett av alternativen"];
    assert_eq!(page.select("#mottagare-error"), told);
    assert_eq!(page.select("#text"), ["Kulturnämnden äger scenen."]);
    assert_eq!(set.count(NOTES_OF, "proposal.say_not_ours").await, 0);
    assert_eq!(set.count(NOTES_OF, "proposal.reroute").await, 0);
}

async fn two_at_once_change_nothing_twice(app: TestApp) {
    let set = Set::new(app).await;
    let third = set.app.body("Grundskolenämnden").await;
    let mut first = set.app.staff(7, Role::Coordinator, None).await;
    let mut second = set.app.staff(8, Role::Coordinator, None).await;
    let path = format!("{PAGE}/namnd");
    let css = format!("form[action='{path}']");
    let fill = |page: Page, to: BodyId| {
        let form = page.form(&css).fill("mottagare", &to.to_string());
        form.fill("text", "Den äger frågan.")
    };
    let one = fill(first.get(&path).await, set.theirs);
    let two = fill(second.get(&path).await, third);
    first.send(&one).await.assert_ok();
    first.send(&one).await.assert_ok();
    second
        .send(&two)
        .await
        .assert_status(409)
        .assert_says("Någon hann före dig.")
        .assert_says("Kulturnämnden – svarar");
    let mut tx = set.app.env.db.begin_read().await.unwrap();
    let events = events::list_events(&mut tx, set.proposal).await.unwrap();
    assert_eq!(events.len(), 1, "one change");
}

async fn only_the_body_and_the_coordinator_know_what_is_on_its_way(app: TestApp) {
    let set = Set::new(app).await;
    let mut others = set.handlaggare(3, set.theirs).await;
    others.get(PAGE).await.assert_not_found();
    others
        .get("/sv/personal/pa-vag/99")
        .await
        .assert_not_found();
    let act_page = format!("{PAGE}/inte-vart");
    others.get(&act_page).await.assert_not_found();
    let mut moderator = set.app.staff(4, Role::Moderator, None).await;
    moderator.get(PAGE).await.assert_not_found();
    moderator
        .get("/sv/personal/pa-vag")
        .await
        .assert_not_found();
    let mut coordinator = set.app.staff(7, Role::Coordinator, None).await;
    coordinator.get(&act_page).await.assert_status(403);
    let mut ours = set.handlaggare(5, set.ours).await;
    let routing = format!("{PAGE}/namnd");
    ours.get(&routing).await.assert_status(403);
    let signer = set.app.person(6).await;
    set.app.let_person_sign(signer, NUMBER).await;
    let role = (Role::Handlaggare, Some(set.ours));
    set.app.grant(signer, role.0, role.1).await;
    let mut signer = set.app.signed_in(signer, TrustLevel::Eid).await;
    signer
        .get(PAGE)
        .await
        .assert_ok()
        .assert_says("Du har lämnat eller skrivit under förslaget.");
    signer.get(&act_page).await.assert_status(403);
}
