//! Cases: the whole path of a proposal at a nämnd, through the pages, and everything that is refused on the way.

use crate::support::{Browser, Page, TestApp, both_engines};
use axum::{
    body::Body,
    http::{Request, header},
};
use torget::{
    domain::{
        cases::CaseStageCode,
        display::DisplayStage,
        identity::TrustLevel,
        ids::{BodyId, CaseId, PersonId, ProposalId, ProposalNumber},
        permissions::Role,
    },
    store::{
        cases::{self, Case},
        decisions, documents, follow_ups, proposals,
    },
};

both_engines!(
    a_meeting_entered_afterwards_is_told_to_nobody,
    a_case_goes_the_whole_way,
    a_first_decision_settles_a_case,
    a_wrong_form_is_sent_back_with_what_was_written,
    the_forms_of_meeting_routing_and_follow_up_keep_what_was_written,
    the_next_step_is_the_first_button,
    what_does_not_fit_the_stage_is_refused,
    a_stale_form_writes_nothing_and_shows_what_holds,
    a_form_posted_twice_is_one_act,
    another_bodys_staff_do_not_know_the_case,
    an_official_who_signed_hands_over,
    a_body_says_not_ours_and_the_coordinator_reroutes,
    a_published_decision_is_corrected_and_told_as_a_correction,
    files_wait_for_the_decision_and_are_sent_safely,
    files_that_are_too_large_or_something_else_are_refused,
    the_list_of_names_is_logged_and_only_for_the_body,
    the_work_list_shows_what_is_late,
);

const NUMBER: ProposalNumber = ProposalNumber(20_001);
const SHOWN: &str = "SELECT shown_stage, body_names FROM proposals WHERE id = $1";
const MAILS_OF: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM mails WHERE kind = $1";
const NOTES_OF: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM audit_entries WHERE act = $1";

/// A proposal that reached the threshold, its case at a body, and the official who handles it.
struct Set {
    app: TestApp,
    proposal: ProposalId,
    body: BodyId,
    case: CaseId,
    official: PersonId,
    author: PersonId,
    signer: PersonId,
}

impl Set {
    async fn new(app: TestApp) -> Self {
        let body = app.body("Stadsmiljönämnden").await;
        let proposal = app.open_proposal_with(20_001, 250).await;
        app.send_to(proposal, 0, body, true).await;
        let (author, signer) = (app.person(1).await, app.person(2).await);
        app.set_author(proposal, author).await;
        app.let_person_sign(signer, NUMBER).await;
        app.pass_days(91);
        app.run_jobs().await;
        let official = app.person(3).await;
        app.grant(official, Role::Handlaggare, Some(body)).await;
        let mut set = Set {
            case: CaseId(uuid::Uuid::nil()),
            app,
            proposal,
            body,
            official,
            author,
            signer,
        };
        set.case = set.coordinating().await.id;
        set
    }

    async fn browser(&self) -> Browser {
        self.app.signed_in(self.official, TrustLevel::Eid).await
    }

    fn path(&self, act: &str) -> String {
        match act {
            "" => format!("/sv/personal/arenden/{}", self.case),
            act => format!("/sv/personal/arenden/{}/{act}", self.case),
        }
    }

    /// Opens an act's page, fills in its form and sends it.
    async fn act(&self, browser: &mut Browser, act: &str, fields: &[(&str, &str)]) -> Page {
        let path = self.path(act);
        let page = browser.get(&path).await.assert_ok();
        let mut form = page.form(&format!("form[action='{path}']"));
        for (name, value) in fields {
            form = form.fill(name, value);
        }
        browser.send(&form).await
    }

    /// Writes a decision, reads it through and publishes it.
    async fn decide(&self, browser: &mut Browser, outcome: &str, on: &str) -> Page {
        let fields = [
            ("utfall", outcome),
            ("dag", on),
            ("paragraf", "§ 91"),
            ("skal", "Nämnden har läst förslaget och bestämt sig."),
            ("steg", "granska"),
        ];
        let preview = self.act(browser, "beslut", &fields).await.assert_ok();
        let form = preview.form("main form").fill("steg", "publicera");
        browser.send(&form).await
    }

    async fn today(&self) -> String {
        self.app.env.now().day().to_string()
    }

    async fn to_agenda(&self, browser: &mut Browser) {
        let today = self.today().await;
        self.act(browser, "diarienummer", &[("dnr", "slk-2027-00123")])
            .await
            .assert_ok();
        self.act(browser, "mote", &[("dag", &today)])
            .await
            .assert_ok();
    }

    async fn coordinating(&self) -> Case {
        let mut tx = self.app.env.db.begin_read().await.unwrap();
        cases::find_coordinating(&mut tx, self.proposal)
            .await
            .unwrap()
            .unwrap()
    }

    async fn stage(&self) -> CaseStageCode {
        self.coordinating().await.stage.code()
    }

    async fn shown(&self) -> DisplayStage {
        let mut tx = self.app.env.db.begin_read().await.unwrap();
        let (shown, _): (DisplayStage, String) =
            tx.query(SHOWN).bind(self.proposal).one().await.unwrap();
        shown
    }

    async fn count(&self, sql: &'static str, what: &str) -> i64 {
        let mut tx = self.app.env.db.begin_read().await.unwrap();
        let (count,): (i64,) = tx.query(sql).bind(what.to_owned()).one().await.unwrap();
        count
    }
}

pub async fn a_case_goes_the_whole_way(app: TestApp) {
    let set = Set::new(app).await;
    let mut browser = set.browser().await;
    browser
        .get(&set.path(""))
        .await
        .assert_ok()
        .assert_says("Diarieför ärendet nu.");
    set.to_agenda(&mut browser).await;
    assert_eq!(set.shown().await, DisplayStage::OnAgenda);
    let later = set.app.env.now().day().plus_days(7).to_string();
    let moved = [
        ("skal", "postponed"),
        ("dag", later.as_str()),
        ("text", "Mötet blev för långt."),
    ];
    let page = set.act(&mut browser, "nytt-mote", &moved).await.assert_ok();
    page.assert_says("Bordlagt")
        .assert_says("Mötet blev för långt.");
    assert_eq!(set.shown().await, DisplayStage::Postponed);
    set.app.pass_days(7);
    let mut browser = set.browser().await;
    let page = set
        .decide(&mut browser, "investigate", &later)
        .await
        .assert_ok();
    page.assert_says("Förslaget utreds vidare.")
        .assert_says("§ 91");
    assert_eq!(set.shown().await, DisplayStage::Investigating);
    set.app.pass_days(30);
    let mut browser = set.browser().await;
    let today = set.today().await;
    set.act(&mut browser, "mote", &[("dag", &today)])
        .await
        .assert_ok();
    let page = browser.get(&set.path("beslut")).await.assert_ok();
    assert_eq!(page.heading(), "Skriv in det slutliga beslutet");
    set.decide(&mut browser, "carry_out", &today)
        .await
        .assert_ok();
    assert_eq!(set.shown().await, DisplayStage::CarryOut);
    for (state, shown) in [
        ("planned", DisplayStage::Planned),
        ("under_way", DisplayStage::UnderWay),
        ("done", DisplayStage::Done),
    ] {
        let told = [
            ("lage", state),
            ("dag", today.as_str()),
            ("text", "Nu händer det."),
        ];
        set.act(&mut browser, "uppfoljning", &told)
            .await
            .assert_ok();
        assert_eq!(set.shown().await, shown);
    }
    set.act(&mut browser, "avsluta", &[]).await.assert_ok();
    assert_eq!(set.stage().await, CaseStageCode::Closed);
    assert_eq!(set.shown().await, DisplayStage::Done);
    let mut tx = set.app.env.db.begin_read().await.unwrap();
    let told = follow_ups::list_follow_ups(&mut tx, set.proposal)
        .await
        .unwrap();
    assert_eq!(told.len(), 3);
    let decided = decisions::list_by_proposal(&mut tx, set.proposal)
        .await
        .unwrap();
    assert_eq!(decided.len(), 2);
    let proposal = proposals::find_by_id(&mut tx, set.proposal)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(proposal.decided_on.unwrap().to_string(), today);
    drop(tx);
    set.app.run_jobs().await;
    for kind in ["decided", "finally_decided"] {
        assert_eq!(
            set.count(MAILS_OF, kind).await,
            2,
            "author and signer, once"
        );
    }
    assert_eq!(
        set.count(MAILS_OF, "on_agenda").await,
        2,
        "the author, for each meeting"
    );
}

async fn a_meeting_entered_afterwards_is_told_to_nobody(app: TestApp) {
    let set = Set::new(app).await;
    let received = set.today().await;
    set.app.pass_days(10);
    let mut browser = set.browser().await;
    set.act(&mut browser, "diarienummer", &[("dnr", "0993/27")])
        .await
        .assert_ok();
    set.act(&mut browser, "mote", &[("dag", &received)])
        .await
        .assert_ok()
        .assert_says("Mötet var");
    set.app.run_jobs().await;
    assert_eq!(set.count(MAILS_OF, "on_agenda").await, 0);
    let today = set.today().await;
    set.act(&mut browser, "mote", &[("dag", &today)])
        .await
        .assert_ok();
    set.app.run_jobs().await;
    assert_eq!(set.count(MAILS_OF, "on_agenda").await, 1);
}

pub async fn a_first_decision_settles_a_case(app: TestApp) {
    let set = Set::new(app).await;
    let mut browser = set.browser().await;
    set.to_agenda(&mut browser).await;
    let today = set.today().await;
    set.decide(&mut browser, "not_carry_out", &today)
        .await
        .assert_ok();
    assert_eq!(set.shown().await, DisplayStage::NotCarryOut);
    browser
        .get(&set.path("uppfoljning"))
        .await
        .assert_status(409);
    set.act(&mut browser, "avsluta", &[]).await.assert_ok();
    assert_eq!(set.stage().await, CaseStageCode::Closed);
    set.app.run_jobs().await;
    let subjects: Vec<String> = set
        .app
        .post()
        .into_iter()
        .map(|mail| mail.subject)
        .collect();
    assert!(
        subjects.contains(&"Stadsmiljönämnden säger nej".to_owned()),
        "{subjects:?}"
    );
}

async fn a_wrong_form_is_sent_back_with_what_was_written(app: TestApp) {
    let set = Set::new(app).await;
    let mut browser = set.browser().await;
    let page = set
        .act(&mut browser, "diarienummer", &[("dnr", "12879")])
        .await;
    let page = page
        .assert_status(422)
        .assert_says("Diarienumret ska se ut som");
    assert_eq!(page.attribute("#dnr", "value").as_deref(), Some("12879"));
    assert_eq!(
        page.attribute("#dnr", "aria-invalid").as_deref(),
        Some("true")
    );
    assert_eq!(
        page.attribute(".ds-error-summary a", "href").as_deref(),
        Some("#dnr")
    );
    set.act(&mut browser, "diarienummer", &[("dnr", "0993/12")])
        .await
        .assert_ok();
    for (day, says) in [
        ("", "Skriv ett datum"),
        ("i morgon", "Skriv datumet som"),
        ("2020-01-01", "Mötet kan inte ligga före"),
        ("2099-01-01", "mer än tre år fram"),
    ] {
        set.act(&mut browser, "mote", &[("dag", day)])
            .await
            .assert_status(422)
            .assert_says(says);
    }
    let today = set.today().await;
    set.act(&mut browser, "mote", &[("dag", &today)])
        .await
        .assert_ok();
    let tomorrow = set.app.env.now().day().plus_days(1).to_string();
    let fields = [
        ("dag", tomorrow.as_str()),
        ("paragraf", "nittioett"),
        ("skal", "Kort"),
        ("steg", "publicera"),
    ];
    let page = set
        .act(&mut browser, "beslut", &fields)
        .await
        .assert_status(422);
    assert_eq!(page.select(".ds-error-summary li").len(), 4);
    let page = page
        .assert_says("Välj vad som beslutades")
        .assert_says("minst 10 tecken");
    assert_eq!(
        page.attribute("#paragraf", "value").as_deref(),
        Some("nittioett")
    );
    assert_eq!(set.stage().await, CaseStageCode::OnAgenda);
    assert_eq!(set.count(NOTES_OF, "case.decide").await, 0);
}

/// Sends a form with a fault and asserts that each fault stands beside its field and what was typed is kept.
async fn assert_sent_back(
    set: &Set,
    browser: &mut Browser,
    act: &str,
    fields: &[(&str, &str)],
    faults: &[&str],
) {
    let page = set.act(browser, act, fields).await.assert_status(422);
    let links = page.select(".ds-error-summary li").len();
    assert_eq!(links, faults.len(), "{act}");
    for field in faults {
        assert!(page.has(&format!("#{field}-error")), "{act}: {field}");
    }
    let form = page.form(&format!("form[action='{}']", set.path(act)));
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        assert_eq!(form.value(name), Some(*value), "{act}: {name} is kept");
    }
}

async fn the_forms_of_meeting_routing_and_follow_up_keep_what_was_written(app: TestApp) {
    let set = Set::new(app).await;
    let mut browser = set.browser().await;
    assert_sent_back(&set, &mut browser, "inte-vart", &[("text", "")], &["text"]).await;
    let mut coordinator = set.app.staff(7, Role::Coordinator, None).await;
    let fields = [("mottagare", ""), ("text", "Den äger frågan.")];
    assert_sent_back(&set, &mut coordinator, "namnd", &fields, &["mottagare"]).await;
    set.to_agenda(&mut browser).await;
    let fields = [("dag", "2020-01-01"), ("text", "Mer underlag behövs.")];
    assert_sent_back(&set, &mut browser, "nytt-mote", &fields, &["skal"]).await;
    let today = set.today().await;
    set.decide(&mut browser, "carry_out", &today)
        .await
        .assert_ok();
    let fields = [("dag", "i går"), ("text", "Vi har börjat.")];
    assert_sent_back(&set, &mut browser, "uppfoljning", &fields, &["lage", "dag"]).await;
    let page = browser.get(&set.path("")).await.assert_ok();
    let correct = page.link("Rätta beslutet");
    let page = browser.get(&correct).await.assert_ok();
    let form = page.form("main form").fill("skal", "Kort");
    let page = browser.send(&form.fill("paragraf", "91")).await;
    let page = page.assert_status(422);
    assert!(page.has("#skal-error"));
    let form = page.form("main form");
    assert_eq!(
        (form.value("skal"), form.value("paragraf")),
        (Some("Kort"), Some("91"))
    );
}

async fn the_next_step_is_the_first_button(app: TestApp) {
    let set = Set::new(app).await;
    let mut browser = set.browser().await;
    let first = async |browser: &mut Browser| {
        let page = browser.get(&set.path("")).await.assert_ok();
        page.select(".next .ds-button:not([data-variant])")
    };
    assert_eq!(first(&mut browser).await, ["Diarieför"]);
    set.to_agenda(&mut browser).await;
    assert_eq!(first(&mut browser).await, ["Skriv in beslutet"]);
    let today = set.today().await;
    set.decide(&mut browser, "carry_out", &today)
        .await
        .assert_ok();
    assert_eq!(first(&mut browser).await, ["Berätta hur det går"]);
    let done = [
        ("lage", "done"),
        ("dag", today.as_str()),
        ("text", "Allt är byggt."),
    ];
    set.act(&mut browser, "uppfoljning", &done)
        .await
        .assert_ok();
    assert_eq!(first(&mut browser).await, ["Avsluta ärendet"]);
}

async fn what_does_not_fit_the_stage_is_refused(app: TestApp) {
    let set = Set::new(app).await;
    let mut browser = set.browser().await;
    for act in ["mote", "nytt-mote", "beslut", "uppfoljning", "avsluta"] {
        browser
            .get(&set.path(act))
            .await
            .assert_status(409)
            .assert_says("Inget ändrades");
    }
    browser.get(&set.path("namnd")).await.assert_status(403);
    browser
        .get(&set.path("finns-inte"))
        .await
        .assert_not_found();
    set.to_agenda(&mut browser).await;
    let today = set.today().await;
    set.decide(&mut browser, "carry_out", &today)
        .await
        .assert_ok();
    let page = set.act(&mut browser, "avsluta", &[]).await;
    page.assert_status(409)
        .assert_says("Skriv först in att det är klart eller avbrutet");
    assert_eq!(set.stage().await, CaseStageCode::Decided);
}

async fn a_stale_form_writes_nothing_and_shows_what_holds(app: TestApp) {
    let set = Set::new(app).await;
    let (mut one, mut two) = (set.browser().await, set.browser().await);
    let path = set.path("diarienummer");
    let seen = two.get(&path).await.form(&format!("form[action='{path}']"));
    set.act(&mut one, "diarienummer", &[("dnr", "SLK-2027-00001")])
        .await
        .assert_ok();
    let page = two
        .send(&seen.fill("dnr", "SLK-2027-00002"))
        .await
        .assert_status(409);
    page.assert_says("SLK-2027-00001")
        .assert_says("Någon hann ändra ärendet före dig");
    assert_eq!(set.count(NOTES_OF, "case.register").await, 1);
    assert_eq!(set.count(NOTES_OF, "case.correct_number").await, 0);
}

async fn a_form_posted_twice_is_one_act(app: TestApp) {
    let set = Set::new(app).await;
    let mut browser = set.browser().await;
    set.to_agenda(&mut browser).await;
    let today = set.today().await;
    let fields = [
        ("utfall", "carry_out"),
        ("dag", today.as_str()),
        ("skal", "Nämnden har läst förslaget och bestämt sig."),
        ("steg", "granska"),
    ];
    let preview = set.act(&mut browser, "beslut", &fields).await;
    let form = preview.form("main form").fill("steg", "publicera");
    let mut other = browser.clone();
    let (first, second) = tokio::join!(browser.send_once(&form), other.send_once(&form));
    assert_eq!(
        first.assert_status(303).redirects_to(),
        second.assert_status(303).redirects_to()
    );
    browser.send_once(&form).await.assert_status(303);
    assert_eq!(set.count(NOTES_OF, "case.decide").await, 1);
    set.app.run_jobs().await;
    assert_eq!(set.count(MAILS_OF, "decided").await, 2);
}

async fn another_bodys_staff_do_not_know_the_case(app: TestApp) {
    let set = Set::new(app).await;
    let other = set.app.body("Kulturnämnden").await;
    let mut browser = set.app.staff(9, Role::Handlaggare, Some(other)).await;
    for act in ["", "diarienummer", "mote", "beslut", "filer", "namnlista"] {
        browser.get(&set.path(act)).await.assert_not_found();
    }
    let form = format!(
        "form_id={}&version=1&dnr=SLK-2027-00001",
        uuid::Uuid::from_u128(1)
    );
    let page = browser
        .post_raw(&set.path("diarienummer"), "same-origin", form.into_bytes())
        .await;
    page.assert_not_found();
    browser
        .get("/sv/personal/arenden")
        .await
        .assert_ok()
        .assert_hides("20001");
    let mut by_mail = set.app.signed_in(set.official, TrustLevel::Email).await;
    by_mail.get(&set.path("")).await.assert_not_found();
    let mut moderator = set.app.staff(8, Role::Moderator, None).await;
    moderator
        .get("/sv/personal/arenden")
        .await
        .assert_not_found();
    let mut coordinator = set.app.staff(7, Role::Coordinator, None).await;
    coordinator.get(&set.path("")).await.assert_ok();
    coordinator
        .get(&set.path("diarienummer"))
        .await
        .assert_status(403);
    coordinator
        .get(&set.path("namnlista"))
        .await
        .assert_status(403);
    assert_eq!(set.stage().await, CaseStageCode::Received);
}

async fn an_official_who_signed_hands_over(app: TestApp) {
    let set = Set::new(app).await;
    for person in [set.signer, set.author] {
        set.app
            .grant(person, Role::Handlaggare, Some(set.body))
            .await;
        let mut browser = set.app.signed_in(person, TrustLevel::Eid).await;
        let page = browser.get(&set.path("")).await.assert_ok();
        let page = page.assert_says("Du kan inte handlägga det här ärendet");
        assert!(!page.has("main form"));
        browser
            .get(&set.path("diarienummer"))
            .await
            .assert_status(403);
        let fields = [
            ("form_id", "00000000-0000-0000-0000-00000000abcd"),
            ("version", "1"),
            ("dnr", "SLK-2027-00001"),
        ];
        browser
            .post(&set.path("diarienummer"), &fields)
            .await
            .assert_status(403);
        browser
            .post(&set.path("namnlista"), &[("form", "csv")])
            .await
            .assert_status(403);
    }
    assert_eq!(set.stage().await, CaseStageCode::Received);
    assert_eq!(set.count(NOTES_OF, "case.open_name_list").await, 0);
}

pub async fn a_body_says_not_ours_and_the_coordinator_reroutes(app: TestApp) {
    let set = Set::new(app).await;
    let other = set.app.body("Kulturnämnden").await;
    let mut browser = set.browser().await;
    let note = [("text", "Det här är en fråga för Kulturnämnden.")];
    set.act(&mut browser, "inte-vart", &note)
        .await
        .assert_ok()
        .assert_says("frågan är någon annans");
    let mut coordinator = set.app.staff(7, Role::Coordinator, None).await;
    coordinator
        .get("/sv/personal/arenden")
        .await
        .assert_ok()
        .assert_says("Ska flyttas");
    let target = other.to_string();
    let fields = [
        ("mottagare", target.as_str()),
        ("text", "Kulturnämnden äger lokalen."),
    ];
    set.act(&mut coordinator, "namnd", &fields)
        .await
        .assert_ok();
    let now = set.coordinating().await;
    assert_eq!(
        (now.body, now.stage.code()),
        (other, CaseStageCode::Received)
    );
    browser
        .get(&set.path(""))
        .await
        .assert_ok()
        .assert_says("Ni informeras.");
    browser
        .get(&set.path("diarienummer"))
        .await
        .assert_status(403);
    let mut theirs = set.app.staff(9, Role::Handlaggare, Some(other)).await;
    theirs
        .get("/sv/personal/arenden")
        .await
        .assert_ok()
        .assert_says("Diarieför ärendet nu.");
    set.app.run_jobs().await;
    assert_eq!(set.count(MAILS_OF, "rerouted").await, 1, "the author");
    let mut tx = set.app.env.db.begin_read().await.unwrap();
    let (_, names): (DisplayStage, String) =
        tx.query(SHOWN).bind(set.proposal).one().await.unwrap();
    assert!(names.ends_with("Kulturnämnden"), "{names}");
}

pub async fn a_published_decision_is_corrected_and_told_as_a_correction(app: TestApp) {
    let set = Set::new(app).await;
    let mut browser = set.browser().await;
    set.to_agenda(&mut browser).await;
    let today = set.today().await;
    let page = set
        .decide(&mut browser, "not_carry_out", &today)
        .await
        .assert_ok();
    set.app.run_jobs().await;
    let path = page.link("Rätta beslutet");
    let form = browser.get(&path).await.assert_ok().form("main form");
    assert_eq!(form.value("paragraf"), Some("91"));
    let form = form.fill("utfall", "carry_out").fill("steg", "granska");
    let preview = browser.send(&form).await.assert_ok();
    browser
        .send(&preview.form("main form").fill("steg", "publicera"))
        .await
        .assert_ok();
    assert_eq!(set.shown().await, DisplayStage::CarryOut);
    set.app.run_jobs().await;
    assert_eq!(
        set.count(MAILS_OF, "decided").await,
        4,
        "twice to author and signer"
    );
    let mail = set.app.post().into_iter().next().unwrap();
    assert!(mail.subject.starts_with("Rättelse:"), "{}", mail.subject);
    let mut tx = set.app.env.db.begin_read().await.unwrap();
    let decided = decisions::list_by_proposal(&mut tx, set.proposal)
        .await
        .unwrap();
    assert_eq!(
        (
            decided.len(),
            decided[0].version,
            decided[0].decided.as_str()
        ),
        (1, 2, "carry_out")
    );
    drop(tx);
    let told = [
        ("lage", "done"),
        ("dag", today.as_str()),
        ("text", "Det är klart."),
    ];
    set.act(&mut browser, "uppfoljning", &told)
        .await
        .assert_ok();
    let form = browser.get(&path).await.form("main form");
    let form = form
        .fill("utfall", "not_carry_out")
        .fill("steg", "publicera");
    browser
        .send(&form)
        .await
        .assert_status(422)
        .assert_says("Utfallet kan inte ändras");
}

/// A form with files as a browser posts it.
async fn upload(set: &Set, browser: &mut Browser, files: &[(&str, &[u8])]) -> Page {
    let path = set.path("filer");
    let form_id = browser.get(&path).await.assert_ok();
    let form_id = form_id
        .attribute("main input[name=form_id]", "value")
        .unwrap();
    let mut body =
        format!("--x\r\nContent-Disposition: form-data; name=\"form_id\"\r\n\r\n{form_id}\r\n")
            .into_bytes();
    for (name, content) in files {
        body.extend_from_slice(
            format!("--x\r\nContent-Disposition: form-data; name=\"filer\"; filename=\"{name}\"\r\nContent-Type: text/html\r\n\r\n").as_bytes(),
        );
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--x--\r\n");
    let request = Request::post(&path)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .header(header::CONTENT_LENGTH, body.len())
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body))
        .unwrap();
    browser.request(request).await
}

async fn files_wait_for_the_decision_and_are_sent_safely(app: TestApp) {
    let set = Set::new(app).await;
    let mut browser = set.browser().await;
    set.to_agenda(&mut browser).await;
    let files: [(&str, &[u8]); 3] = [
        ("../Protokoll å.exe", b"%PDF-1.7 ett"),
        ("Protokoll igen.pdf", b"%PDF-1.7 ett"),
        ("karta.png", b"\x89PNG\r\n\x1a\n..."),
    ];
    upload(&set, &mut browser, &files).await.assert_status(303);
    let mut tx = set.app.env.db.begin_read().await.unwrap();
    let kept = documents::list_by_case(&mut tx, set.case).await.unwrap();
    assert_eq!(kept.len(), 2, "the same bytes are kept once");
    let minutes = kept
        .iter()
        .find(|file| file.name == "Protokoll å.pdf")
        .expect("the name is cleaned and the ending true");
    let map = kept
        .iter()
        .find(|file| file.name == "karta.png")
        .expect("the picture");
    assert!(
        documents::list_published(&mut tx, set.proposal)
            .await
            .unwrap()
            .is_empty()
    );
    drop(tx);
    let path = format!("/sv/dokument/{}/x", minutes.id);
    let mut anyone = set.app.browser();
    anyone.get(&path).await.assert_not_found();
    browser.get(&path).await.assert_ok();
    let page = browser.get(&set.path("")).await;
    let remove = page.form(&format!("form[action='{}/{}']", set.path("filer"), map.id));
    browser
        .send(&remove)
        .await
        .assert_ok()
        .assert_hides("karta.png");
    let today = set.today().await;
    set.decide(&mut browser, "carry_out", &today)
        .await
        .assert_ok();
    let sent = anyone.get(&path).await.assert_ok();
    assert_eq!(sent.header("content-type"), Some("application/pdf"));
    assert_eq!(sent.header("x-content-type-options"), Some("nosniff"));
    assert!(
        sent.header("content-disposition")
            .unwrap()
            .contains("filename*=UTF-8''Protokoll%20%C3%A5%2Epdf")
    );
    assert_eq!(sent.bytes, b"%PDF-1.7 ett");
    let gone = browser.send_once(&remove).await;
    assert_eq!(
        gone.status.as_u16(),
        303,
        "the same form again leads where it led"
    );
    let fields = [("form_id", "00000000-0000-0000-0000-00000000abcd")];
    let published = format!("{}/{}", set.path("filer"), minutes.id);
    browser.post(&published, &fields).await.assert_status(409);
    anyone.get(&path).await.assert_ok();
}

async fn files_that_are_too_large_or_something_else_are_refused(app: TestApp) {
    let set = Set::new(app).await;
    let mut browser = set.browser().await;
    let mut large = b"%PDF-".to_vec();
    large.resize(10 * 1024 * 1024 + 1, b' ');
    let many: Vec<(&str, &[u8])> = vec![("a.pdf", b"%PDF-"); 6];
    type Files<'f> = Vec<(&'f str, &'f [u8])>;
    let wrong: Vec<(Files<'_>, &str)> = vec![
        (vec![], "Välj minst en fil"),
        (vec![("", b"")], "Välj minst en fil"),
        (vec![("tom.pdf", b"")], "Välj minst en fil"),
        (
            vec![("sida.pdf", b"<html><script>1</script>")],
            "inte en PDF",
        ),
        (vec![("stor.pdf", &large)], "större än 10 MB"),
        (many, "högst 5 filer"),
    ];
    for (files, says) in wrong {
        upload(&set, &mut browser, &files)
            .await
            .assert_status(422)
            .assert_says(says);
    }
    let six: Vec<(&str, &[u8])> = vec![("stor.pdf", &large); 6];
    upload(&set, &mut browser, &six).await.assert_status(422);
    let mut tx = set.app.env.db.begin_read().await.unwrap();
    assert!(
        documents::list_by_case(&mut tx, set.case)
            .await
            .unwrap()
            .is_empty()
    );
}

async fn the_list_of_names_is_logged_and_only_for_the_body(app: TestApp) {
    let set = Set::new(app).await;
    let mut browser = set.browser().await;
    let page = browser.get(&set.path("namnlista")).await.assert_ok();
    let page = page.assert_hides("Testperson 2");
    assert_eq!(set.count(NOTES_OF, "case.open_name_list").await, 0);
    let opened = browser
        .send(&page.form("main form").fill("form", "sida"))
        .await
        .assert_ok();
    opened
        .assert_says("Testperson 2")
        .assert_says("testperson1@example.se")
        .assert_says("250 underskrifter saknar namn")
        .assert_hides("testperson2@example.se");
    assert_eq!(set.count(NOTES_OF, "case.open_name_list").await, 1);
    let csv = browser
        .post(&set.path("namnlista"), &[("form", "csv")])
        .await
        .assert_ok();
    assert!(
        csv.html()
            .contains("\"Har skrivit under\";\"Testperson 2\";\"Göteborg\""),
        "{}",
        csv.html()
    );
    assert_eq!(csv.header("cache-control"), Some("private, no-store"));
    assert_eq!(set.count(NOTES_OF, "case.open_name_list").await, 2);
}

async fn the_work_list_shows_what_is_late(app: TestApp) {
    let set = Set::new(app).await;
    let mut browser = set.browser().await;
    let list = "/sv/personal/arenden";
    browser
        .get(&format!("{list}?visa=sena"))
        .await
        .assert_ok()
        .assert_says("Här finns inget just nu.");
    set.app.pass_days(70);
    let mut browser = set.browser().await;
    let page = browser.get(&format!("{list}?visa=sena")).await.assert_ok();
    page.assert_says("Försenat").assert_says("Förslag 20001");
    let page = browser
        .get(&format!("{list}?lage=decided"))
        .await
        .assert_ok();
    page.assert_hides("Förslag 20001");
    let page = browser.get(&list.replace("/sv/", "/en/")).await.assert_ok();
    assert_eq!(page.heading(), "Cases");
}
