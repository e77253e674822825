//! Closing: the count at the deadline decides, once, and everyone is told once.

use crate::support::{TestApp, both_engines};
use torget::{
    domain::{
        cases::CaseStageCode,
        display::DisplayStage,
        events::EventKind,
        identity::{Residence, TrustLevel},
        ids::{BodyId, PersonId, ProposalId, ProposalNumber},
        routing::CaseRole,
        settings::Rules,
        stages::StageCode,
        time::Timestamp,
    },
    jobs::close_due_proposals::close_due_proposals,
    store::{cases, events, proposals},
    usecases::{
        closing,
        signatures::{self, Signer},
    },
};

both_engines!(
    a_proposal_with_enough_signatures_becomes_a_case,
    a_proposal_with_too_few_is_archived,
    the_deadline_decides_however_late_the_job_runs,
    nothing_closes_before_its_time_or_while_paused,
    runners_at_once_close_once,
    a_proposal_without_a_body_goes_to_kommunstyrelsen,
);

const NUMBER: ProposalNumber = ProposalNumber(20_001);
const NAME_BODY: &str = "
    INSERT INTO proposal_bodies (proposal_id, position, body_id, name_as_written, is_coordinating)
    VALUES ($1, $2, $3, 'Nämnden', $4)";
const SET_AUTHOR: &str = "UPDATE proposals SET author_id = $1 WHERE id = $2";
const PAUSE: &str = "UPDATE proposals SET paused_at = opens_at WHERE id = $1";
const LEAD: &str = "UPDATE bodies SET kind = 'kommunstyrelse' WHERE id = $1";
const CLOSED: &str = "SELECT shown_stage, closed_at, body_names FROM proposals WHERE id = $1";
const COUNT_MAILS: &str =
    "SELECT kind, CAST(COUNT(*) AS BIGINT) FROM mails GROUP BY kind ORDER BY kind";
const COUNT_NOTES: &str =
    "SELECT CAST(COUNT(*) AS BIGINT) FROM audit_entries WHERE act = 'proposal.close'";

impl TestApp {
    /// A body as a receiver of a proposal.
    pub async fn send_to(&self, proposal: ProposalId, position: i64, body: BodyId, leads: bool) {
        let mut tx = self.env.db.begin().await.unwrap();
        tx.query(NAME_BODY)
            .bind(proposal)
            .bind(position)
            .bind(body)
            .bind(leads)
            .execute()
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// Someone as the author of a proposal.
    pub async fn set_author(&self, proposal: ProposalId, person: PersonId) {
        let mut tx = self.env.db.begin().await.unwrap();
        tx.query(SET_AUTHOR)
            .bind(person)
            .bind(proposal)
            .execute()
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// A person's signature, through the act itself.
    pub async fn let_person_sign(&self, person: PersonId, number: ProposalNumber) {
        let signer = Signer {
            person,
            level: TrustLevel::Email,
            residence: Residence::NotStated,
        };
        let now = self.env.now();
        signatures::sign(&self.env, &signer, number, now)
            .await
            .unwrap();
    }

    async fn stage_of(&self, proposal: ProposalId) -> StageCode {
        let mut tx = self.env.db.begin_read().await.unwrap();
        let found = proposals::find_by_id(&mut tx, proposal).await.unwrap();
        found.unwrap().stage.code()
    }

    async fn closed_facts(&self, id: ProposalId) -> (DisplayStage, Option<Timestamp>, String) {
        let mut tx = self.env.db.begin_read().await.unwrap();
        tx.query(CLOSED).bind(id).one().await.unwrap()
    }

    async fn kinds_of(&self, proposal: ProposalId) -> Vec<EventKind> {
        let mut tx = self.env.db.begin_read().await.unwrap();
        let events = events::list_events(&mut tx, proposal).await.unwrap();
        events.into_iter().map(|event| event.kind).collect()
    }

    async fn counted_mails(&self) -> Vec<(String, i64)> {
        let mut tx = self.env.db.begin_read().await.unwrap();
        tx.query(COUNT_MAILS).all().await.unwrap()
    }
}

async fn a_proposal_with_enough_signatures_becomes_a_case(app: TestApp) {
    let (leading, informed) = (app.body("Nämnd ett").await, app.body("Nämnd två").await);
    let proposal = app.open_proposal_with(20_001, 199).await;
    app.send_to(proposal, 0, informed, false).await;
    app.send_to(proposal, 1, leading, true).await;
    let author = app.person(1).await;
    app.set_author(proposal, author).await;
    app.let_person_sign(app.person(2).await, NUMBER).await;
    app.pass_days(91);
    app.run_jobs().await;
    assert_eq!(app.stage_of(proposal).await, StageCode::ClosedReached);
    let mut tx = app.env.db.begin_read().await.unwrap();
    let all = cases::list_by_proposal(&mut tx, proposal).await.unwrap();
    drop(tx);
    let parts: Vec<_> = all.iter().map(|case| (case.body, case.role)).collect();
    assert_eq!(
        parts,
        [
            (leading, CaseRole::Coordinating),
            (informed, CaseRole::Informed)
        ]
    );
    assert_eq!(all[0].stage.code(), CaseStageCode::Received);
    let (shown, closed_at, _) = app.closed_facts(proposal).await;
    assert_eq!(shown, DisplayStage::AtBody);
    assert_eq!(
        closed_at.unwrap().rfc3339(),
        "2027-02-19T23:00:00Z",
        "the midnight that ended the 90th day"
    );
    let kinds = app.kinds_of(proposal).await;
    assert!(
        kinds.ends_with(&[EventKind::ClosedReached, EventKind::CaseReceived]),
        "{kinds:?}"
    );
    app.run_jobs().await;
    let told: Vec<_> = app
        .counted_mails()
        .await
        .into_iter()
        .filter(|(kind, _)| kind == "closed_reached")
        .collect();
    assert_eq!(
        told,
        [("closed_reached".to_owned(), 2)],
        "author and signer"
    );
    let subjects: Vec<String> = app.post().into_iter().map(|mail| mail.subject).collect();
    assert!(
        subjects.contains(&"Nämnd ett ska svara på förslaget".to_owned()),
        "{subjects:?}"
    );
}

async fn a_proposal_with_too_few_is_archived(app: TestApp) {
    let body = app.body("Nämnd ett").await;
    let proposal = app.open_proposal_with(20_001, 198).await;
    app.send_to(proposal, 0, body, true).await;
    app.let_person_sign(app.person(2).await, NUMBER).await;
    app.pass_days(91);
    app.run_jobs().await;
    assert_eq!(app.stage_of(proposal).await, StageCode::ClosedBelow);
    let mut tx = app.env.db.begin_read().await.unwrap();
    let all = cases::list_by_proposal(&mut tx, proposal).await.unwrap();
    assert!(all.is_empty());
    drop(tx);
    assert_eq!(app.closed_facts(proposal).await.0, DisplayStage::TooFew);
    assert_eq!(app.counted_mails().await, [("closed_below".to_owned(), 1)]);
    let mail = app.post().pop().unwrap();
    assert!(mail.text.contains("199"), "{}", mail.text);
}

async fn the_deadline_decides_however_late_the_job_runs(app: TestApp) {
    let app = app.with_rules(Rules {
        threshold: 1,
        ..Rules::default()
    });
    let proposal = app.open_proposal(20_001).await;
    app.pass_days(90);
    app.let_person_sign(app.person(2).await, NUMBER).await;
    app.pass_days(40);
    app.run_jobs().await;
    assert_eq!(app.stage_of(proposal).await, StageCode::ClosedReached);
    let (_, closed_at, _) = app.closed_facts(proposal).await;
    assert_eq!(closed_at.unwrap().rfc3339(), "2027-02-19T23:00:00Z");
}

async fn nothing_closes_before_its_time_or_while_paused(app: TestApp) {
    let proposal = app.open_proposal(20_001).await;
    let paused = app.open_proposal(20_002).await;
    let mut tx = app.env.db.begin().await.unwrap();
    tx.query(PAUSE).bind(paused).execute().await.unwrap();
    tx.commit().await.unwrap();
    // 10:00 on the 90th day, and then the very midnight: signatures received before it are still being written.
    app.pass_days(90);
    app.run_jobs().await;
    assert_eq!(app.stage_of(proposal).await, StageCode::Published);
    app.pass_seconds(14 * 3600 + closing::SETTLE_SECONDS - 1);
    close_due_proposals(&app.env).await.unwrap();
    assert_eq!(app.stage_of(proposal).await, StageCode::Published);
    app.pass_seconds(1);
    close_due_proposals(&app.env).await.unwrap();
    assert_eq!(app.stage_of(proposal).await, StageCode::ClosedBelow);
    assert_eq!(app.stage_of(paused).await, StageCode::Published);
}

async fn runners_at_once_close_once(app: TestApp) {
    let body = app.body("Nämnd ett").await;
    let mut ids = Vec::new();
    for number in 20_001..20_021 {
        let proposal = app.open_proposal_with(number, 250).await;
        app.send_to(proposal, 0, body, true).await;
        ids.push(proposal);
    }
    app.pass_days(91);
    let other = app.another_instance().await;
    let (one, two) = (app.env.clone(), other.env.clone());
    let first = tokio::spawn(async move { close_due_proposals(&one).await });
    let second = tokio::spawn(async move { close_due_proposals(&two).await });
    first.await.unwrap().unwrap();
    second.await.unwrap().unwrap();
    for id in ids {
        assert_eq!(
            app.kinds_of(id).await,
            [EventKind::ClosedReached, EventKind::CaseReceived]
        );
    }
    let mut tx = app.env.db.begin_read().await.unwrap();
    let (notes,): (i64,) = tx.query(COUNT_NOTES).one().await.unwrap();
    assert_eq!(notes, 20);
    drop(tx);
    other.env.db.close().await;
}

async fn a_proposal_without_a_body_goes_to_kommunstyrelsen(app: TestApp) {
    let body = app.body("Kommunstyrelsen").await;
    let mut tx = app.env.db.begin().await.unwrap();
    tx.query(LEAD).bind(body).execute().await.unwrap();
    tx.commit().await.unwrap();
    let proposal = app.open_proposal_with(20_001, 250).await;
    app.pass_days(91);
    app.run_jobs().await;
    let mut tx = app.env.db.begin_read().await.unwrap();
    let case = cases::find_coordinating(&mut tx, proposal).await.unwrap();
    assert_eq!(case.unwrap().body, body);
    drop(tx);
    assert_eq!(app.closed_facts(proposal).await.2, "Kommunstyrelsen");
}
