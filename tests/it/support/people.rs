//! People put straight into the database, for tests that are not about how they got there.

use super::{Browser, TestApp};
use std::ops::Range;
use torget::{
    domain::{
        identity::TrustLevel,
        ids::{BodyId, GrantId, PersonId},
        people::Profile,
        permissions::Role,
    },
    store::db::Tx,
    usecases::env::Env,
    web::extract::visitor::token_hash,
};

const INSERT_PERSON: &str = "
    INSERT INTO persons (id, profile, residence, locale, created_at, created_on)
    VALUES ($1, $2, $3, 'sv', $4, $5)";
const INSERT_SESSION: &str = "
    INSERT INTO sessions (token_hash, person_id, level, created_at, last_seen_at, ends_at)
    VALUES ($1, $2, $3, $4, $4, $5)";
const INSERT_GRANT: &str = "
    INSERT INTO grants (id, person_id, role, body_id, granted_at) VALUES ($1, $2, $3, $4, $5)";
const INSERT_BODY: &str = "
    INSERT INTO bodies (id, slug, name, sort_key, kind, source)
    VALUES ($1, $2, $2, $3, 'namnd', 'test')";

fn numbered(number: u32) -> Profile {
    Profile {
        first_name: "Testperson".to_owned(),
        last_name: number.to_string(),
        ort: "Göteborg".to_owned(),
        email: Some(format!("testperson{number}@example.se")),
    }
}

async fn insert(tx: &mut Tx, env: &Env, profile: Option<Profile>, residence: &str) -> PersonId {
    let person = PersonId(env.ids.uuid());
    let sealed = profile.map(|profile| profile.seal(&env.keys, person, env.ids.bytes()));
    let now = env.now();
    tx.query(INSERT_PERSON)
        .bind(person)
        .bind(sealed)
        .bind(residence.to_owned())
        .bind(now)
        .bind(now.day())
        .execute()
        .await
        .expect("a person");
    person
}

impl TestApp {
    /// A person called "Testperson `number`" of Göteborg, with a confirmed address and no area stated.
    pub async fn person(&self, number: u32) -> PersonId {
        self.person_with(Some(numbered(number)), "not_stated").await
    }

    /// Many of them at once.
    pub async fn many_people(&self, numbers: Range<u32>) -> Vec<PersonId> {
        let mut tx = self.env.db.begin().await.expect("the database answers");
        let mut people = Vec::new();
        for number in numbers {
            people.push(insert(&mut tx, &self.env, Some(numbered(number)), "not_stated").await);
        }
        tx.commit().await.expect("a commit");
        people
    }

    /// A person with this profile (`None`: never asked) and this stated residence.
    pub async fn person_with(&self, profile: Option<Profile>, residence: &str) -> PersonId {
        let mut tx = self.env.db.begin().await.expect("the database answers");
        let person = insert(&mut tx, &self.env, profile, residence).await;
        tx.commit().await.expect("a commit");
        person
    }

    /// A browser in which this person is signed in, by e-mail or by e-legitimation, for 12 hours.
    pub async fn signed_in(&self, person: PersonId, level: TrustLevel) -> Browser {
        let token = hex::encode(self.env.ids.bytes::<32>());
        let now = self.env.now();
        let mut tx = self.env.db.begin().await.expect("the database answers");
        tx.query(INSERT_SESSION)
            .bind(token_hash(&token))
            .bind(person)
            .bind(level)
            .bind(now)
            .bind(now.plus_seconds(12 * 3600))
            .execute()
            .await
            .expect("a session");
        tx.commit().await.expect("a commit");
        let mut browser = self.browser();
        browser.set_cookie("__Host-session", &token);
        browser
    }

    /// Gives a person a role, at a body where the role asks for one.
    pub async fn grant(&self, person: PersonId, role: Role, body: Option<BodyId>) {
        let mut tx = self.env.db.begin().await.expect("the database answers");
        tx.query(INSERT_GRANT)
            .bind(GrantId(self.env.ids.uuid()))
            .bind(person)
            .bind(role)
            .bind(body)
            .bind(self.env.now())
            .execute()
            .await
            .expect("a grant");
        tx.commit().await.expect("a commit");
    }

    /// A browser of a new member of staff with this role, signed in by e-legitimation.
    pub async fn staff(&self, number: u32, role: Role, body: Option<BodyId>) -> Browser {
        let person = self.person(number).await;
        self.grant(person, role, body).await;
        self.signed_in(person, TrustLevel::Eid).await
    }

    /// A nämnd of this name.
    pub async fn body(&self, name: &str) -> BodyId {
        let body = BodyId(self.env.ids.uuid());
        let mut tx = self.env.db.begin().await.expect("the database answers");
        tx.query(INSERT_BODY)
            .bind(body)
            .bind(name.to_owned())
            .bind(name.as_bytes().to_vec())
            .execute()
            .await
            .expect("a body");
        tx.commit().await.expect("a commit");
        body
    }
}
