//! What people do along a proposal's way, each through its act or page.

use super::journey::{ENGLISH_SIGNER, Journey, SIGNER};
use crate::support::Page;
use torget::{
    domain::{
        identity::TrustLevel,
        ids::{BodyId, ProposalNumber},
        permissions::Role,
        proposals::Topic,
        reviews::{RefusalReason, RemovalReason, ReturnReason},
        routing::Routing,
        text::{Note, Reason},
    },
    store::cases::find_coordinating,
    usecases::{
        identity::choose_locale,
        reviews::{self, Publication, Refusal, RemovalWish, Return},
        signatures,
    },
};

impl Journey {
    pub async fn send_in(&self) -> i64 {
        self.app.sent_by(self.author).await.0
    }

    pub async fn ask(&self, number: i64) {
        let question = Return {
            reasons: vec![ReturnReason::Unclear],
            question: Reason::parse("Vilken gata menar du?").unwrap(),
        };
        let task = self.app.claimed(number, self.moderator).await;
        reviews::return_to_author(&self.app.env, self.moderator, &task, &question)
            .await
            .unwrap();
    }

    pub async fn undo(&self, number: i64) {
        let task = self.app.task(number).await;
        reviews::undo(&self.app.env, self.moderator, &task)
            .await
            .unwrap();
    }

    pub async fn refuse(&self, number: i64) {
        let refusal = Refusal {
            reasons: vec![RefusalReason::ALL[0]],
            note: None,
        };
        let task = self.app.task(number).await;
        reviews::refuse(&self.app.env, self.moderator, &task, &refusal)
            .await
            .unwrap();
    }

    pub async fn publish(&self, number: i64) {
        let publication = Publication {
            topic: Topic::Safety,
            routing: Routing::new(self.body, []),
            area: None,
            note: None,
        };
        let task = self.app.claimed(number, self.moderator).await;
        reviews::publish(&self.app.env, self.moderator, &task, &publication)
            .await
            .unwrap();
    }

    pub async fn follow(&self, number: i64) {
        let number = ProposalNumber(number);
        signatures::follow(&self.app.env, self.follower, number, self.app.env.now())
            .await
            .unwrap();
    }

    /// Two sign, of whom one reads English.
    pub async fn sign(&self, number: i64) {
        let (one, two) = (
            self.app.person(SIGNER).await,
            self.app.person(ENGLISH_SIGNER).await,
        );
        choose_locale(&self.app.env, two, "en").await.unwrap();
        for person in [one, two] {
            self.app
                .let_person_sign(person, ProposalNumber(number))
                .await;
        }
    }

    /// A proposal that two signed and whose time is over.
    pub async fn to_body(&self) -> i64 {
        let number = self.send_in().await;
        self.publish(number).await;
        self.sign(number).await;
        self.app.pass_days(91);
        self.app.run_jobs().await;
        number
    }

    /// Opens an act's page on the proposal's case, fills in its form and sends it.
    pub async fn handle(&self, number: i64, act: &str, fields: &[(&str, &str)]) -> Page {
        let id = self.app.proposal(number).await.id;
        let mut tx = self.app.env.db.begin_read().await.unwrap();
        let case = find_coordinating(&mut tx, id).await.unwrap().unwrap().id;
        drop(tx);
        let mut browser = self.app.signed_in(self.official, TrustLevel::Eid).await;
        let path = format!("/sv/personal/arenden/{case}/{act}");
        let page = browser.get(&path).await.assert_ok();
        let mut form = page.form(&format!("form[action='{path}']"));
        for (name, value) in fields {
            form = form.fill(name, value);
        }
        browser.send(&form).await.assert_ok()
    }

    pub async fn reroute(&self, number: i64, to: BodyId) {
        let to = to.to_string();
        let fields = [("mottagare", to.as_str()), ("text", "Frågan är deras.")];
        self.handle(number, "namnd", &fields).await;
    }

    pub async fn plan_meeting(&self, number: i64) {
        let today = self.today();
        self.handle(number, "mote", &[("dag", &today)]).await;
    }

    pub async fn move_meeting(&self, number: i64, why: &str) {
        let later = self.app.env.now().day().plus_days(1).to_string();
        let fields = [
            ("skal", why),
            ("dag", later.as_str()),
            ("text", "Mötet blev för långt."),
        ];
        self.handle(number, "nytt-mote", &fields).await;
        self.app.pass_days(1);
    }

    pub async fn decide(&self, number: i64, outcome: &str) {
        let today = self.today();
        let fields = [
            ("utfall", outcome),
            ("dag", today.as_str()),
            ("paragraf", "§ 91"),
            ("skal", "Nämnden har läst förslaget och bestämt sig."),
            ("steg", "granska"),
        ];
        let preview = self.handle(number, "beslut", &fields).await;
        let form = preview.form("main form").fill("steg", "publicera");
        let mut browser = self.app.signed_in(self.official, TrustLevel::Eid).await;
        browser.send(&form).await.assert_ok();
    }

    pub async fn follow_up(&self, number: i64, state: &str) {
        let today = self.today();
        let fields = [
            ("lage", state),
            ("dag", today.as_str()),
            ("text", "Nu händer det."),
        ];
        self.handle(number, "uppfoljning", &fields).await;
    }

    pub async fn remove(&self, number: i64) {
        let wish = RemovalWish {
            reason: RemovalReason::PersonalData,
            note: Note::parse("Ett telefonnummer i andra stycket.").unwrap(),
        };
        let colleague = self.app.official(9, Role::Moderator).await;
        let env = &self.app.env;
        let task = self.app.task(number).await;
        reviews::ask_removal(env, self.moderator, &task, &wish)
            .await
            .unwrap();
        self.app.pass_seconds(1);
        let task = self.app.task(number).await;
        reviews::confirm_removal(env, colleague, &task)
            .await
            .unwrap();
    }

    pub fn today(&self) -> String {
        self.app.env.now().day().to_string()
    }
}
