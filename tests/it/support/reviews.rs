//! Proposals that wait for review, and the moderators who review them.

use super::TestApp;
use torget::{
    domain::{
        ids::{BodyId, PersonId, ProposalId, ProposalNumber},
        permissions::Role,
        reviews::due_on,
        stages::Stage,
    },
    store::{
        db::Tx,
        proposals::{self, Proposal},
        reviews as rows,
    },
    usecases::reviews::{self, Task},
};

const SET_AUTHOR: &str = "UPDATE proposals SET author_id = $1, topic = 'streets_parks',
    shown_stage = 'waiting_for_review' WHERE id = $2";
const INSERT_REVIEW: &str =
    "INSERT INTO reviews (proposal_id, state, due_on, version) VALUES ($1, 'waiting', $2, 1)";
const INSERT_TEXT: &str = "
    INSERT INTO proposal_versions (proposal_id, version, title, text, written_at, written_by)
    VALUES ($1, $2, $3, $4, $5, 'author')";
const INSERT_AREA: &str = "
    INSERT INTO areas (code, level, name, sort_key, parent) VALUES ($1, $2, $3, $4, $5)";

impl TestApp {
    /// A proposal just sent in by this person.
    pub async fn waiting_proposal(&self, number: i64, author: PersonId) -> ProposalId {
        let now = self.env.now();
        let id = self.proposal_in(number, &Stage::submit(now), 0).await;
        let mut tx = self.env.db.begin().await.expect("the database answers");
        tx.query(SET_AUTHOR)
            .bind(author)
            .bind(id)
            .execute()
            .await
            .expect("an author");
        let due = due_on(now, &self.env.rules);
        tx.query(INSERT_REVIEW)
            .bind(id)
            .bind(due)
            .execute()
            .await
            .expect("a review");
        tx.commit().await.expect("a commit");
        self.text_version(id, 1, "En text.").await;
        id
    }

    /// Another version of a proposal's text, in its history only.
    pub async fn text_version(&self, id: ProposalId, version: i64, text: &str) {
        let mut tx = self.env.db.begin().await.expect("the database answers");
        tx.query(INSERT_TEXT)
            .bind(id)
            .bind(version)
            .bind("Förslag".to_owned())
            .bind(text.to_owned())
            .bind(self.env.now())
            .execute()
            .await
            .expect("a version");
        tx.commit().await.expect("a commit");
    }

    /// A mellanområde inside a stadsområde.
    pub async fn areas(&self) {
        let mut tx = self.env.db.begin().await.expect("the database answers");
        for (code, level, name, parent) in [
            ("03", "stadsomrade", "Centrum", None),
            ("30", "mellanomrade", "Kungsladugård", Some("03")),
        ] {
            tx.query(INSERT_AREA)
                .bind(code.to_owned())
                .bind(level.to_owned())
                .bind(name.to_owned())
                .bind(name.as_bytes().to_vec())
                .bind(parent.map(str::to_owned))
                .execute()
                .await
                .expect("an area");
        }
        tx.commit().await.expect("a commit");
    }

    /// A person with the moderator's or the coordinator's right.
    pub async fn official(&self, number: u32, role: Role) -> PersonId {
        let person = self.person(number).await;
        self.grant(person, role, None).await;
        person
    }

    /// What an act on this proposal says when its page was read now.
    pub async fn task(&self, number: i64) -> Task {
        let mut tx = self.read().await;
        let number = ProposalNumber(number);
        let proposal = found(&mut tx, number).await;
        let review = rows::find_review(&mut tx, proposal.id)
            .await
            .expect("a read");
        Task {
            number,
            seen: review.map_or(0, |review| review.version),
            form: self.env.ids.form(),
            leads_to: format!("/sv/{number}"),
        }
    }

    /// The same, after claiming it.
    pub async fn claimed(&self, number: i64, official: PersonId) -> Task {
        let task = self.task(number).await;
        reviews::claim(&self.env, official, &task)
            .await
            .expect("it is free");
        self.task(number).await
    }

    /// A proposal as it is now.
    pub async fn proposal(&self, number: i64) -> Proposal {
        found(&mut self.read().await, ProposalNumber(number)).await
    }

    /// A body to send proposals to.
    pub async fn committee(&self) -> BodyId {
        self.body("Stadsmiljönämnden").await
    }

    async fn read(&self) -> Tx {
        self.env
            .db
            .begin_read()
            .await
            .expect("the database answers")
    }
}

async fn found(tx: &mut Tx, number: ProposalNumber) -> Proposal {
    let proposal = proposals::find_by_number(tx, number).await;
    proposal.expect("a read").expect("a proposal")
}
