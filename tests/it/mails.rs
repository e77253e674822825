//! Telling people: whom news reaches, once, and how a mail is sent, repeated and ended.

mod acts;
mod journey;
mod many;

use crate::support::{TestApp, both_engines};
use std::{
    future::Future,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use torget::{
    domain::{
        ids::{PersonId, ProposalId, ProposalNumber},
        news::{News, NewsFacts, NewsKind},
    },
    jobs::{JobContext, runner},
    outside::mailer::{MailError, Mailer, Outgoing},
    usecases::mails,
};

both_engines!(
    a_decision_reaches_author_signers_and_followers_once,
    news_for_the_author_reach_nobody_else,
    a_newer_version_supersedes_what_is_not_yet_sent,
    the_way_out_is_a_button_and_holds,
    a_relay_that_is_away_is_tried_again_and_an_address_that_refuses_is_not,
    a_code_is_tried_again_soon_and_not_sent_when_it_is_too_old,
    a_crowd_larger_than_one_chunk_is_told_whole,
);

const MAKE_AUTHOR: &str = "UPDATE proposals SET author_id = $1 WHERE id = $2";
const INSERT_SIGNATURE: &str = "
    INSERT INTO signatures (proposal_id, pseudonym, sealed, level, residence, signed_at, signed_on)
    VALUES ($1, $2, $3, 'email', 'not_stated', $4, $5)";
const INSERT_FOLLOW: &str = "
    INSERT INTO follows (proposal_id, pseudonym, sealed, followed_at) VALUES ($1, $2, $3, $4)";
const OUTCOMES: &str =
    "SELECT outcome, CAST(COUNT(*) AS BIGINT) FROM mails GROUP BY outcome ORDER BY outcome";

impl TestApp {
    async fn make_author(&self, proposal: ProposalId, person: PersonId) {
        let mut tx = self.env.db.begin().await.unwrap();
        tx.query(MAKE_AUTHOR)
            .bind(person)
            .bind(proposal)
            .execute()
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    async fn let_sign(&self, proposal: ProposalId, people: &[PersonId]) {
        let mut tx = self.env.db.begin().await.unwrap();
        for person in people {
            tx.query(INSERT_SIGNATURE)
                .bind(proposal)
                .bind(self.env.keys.pseudonym(*person, proposal).to_vec())
                .bind(mails::seal_person(&self.env, *person, proposal))
                .bind(self.env.now())
                .bind(self.env.now().day())
                .execute()
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
    }

    async fn let_follow(&self, proposal: ProposalId, people: &[PersonId]) {
        let mut tx = self.env.db.begin().await.unwrap();
        for person in people {
            tx.query(INSERT_FOLLOW)
                .bind(proposal)
                .bind(self.env.keys.pseudonym(*person, proposal).to_vec())
                .bind(mails::seal_person(&self.env, *person, proposal))
                .bind(self.env.now())
                .execute()
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
    }

    async fn tell(&self, news: NewsKind, proposal: ProposalId, version: i64) {
        let facts = NewsFacts {
            number: Some(ProposalNumber(1)),
            title: "Fler bänkar".to_owned(),
            body: Some("Stadsmiljönämnden".to_owned()),
            day: Some(self.env.now().day()),
            outcome: Some("carry_out".to_owned()),
            note: Some(format!("Skäl i version {version}.")),
            ..NewsFacts::default()
        };
        let news = News {
            news,
            proposal,
            about: "decision".to_owned(),
            version,
            facts,
        };
        let mut tx = self.env.db.begin().await.unwrap();
        mails::tell(&mut tx, &self.env, news).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn outcomes(&self) -> Vec<(Option<String>, i64)> {
        let mut tx = self.env.db.begin_read().await.unwrap();
        tx.query(OUTCOMES).all().await.unwrap()
    }

    fn addressees(&self) -> Vec<String> {
        let mut to: Vec<_> = self.post().into_iter().map(|mail| mail.to).collect();
        to.sort();
        to
    }
}

async fn a_decision_reaches_author_signers_and_followers_once(app: TestApp) {
    let proposal = app.open_proposal(1).await;
    let (author, signer, follower) = (
        app.person(1).await,
        app.person(2).await,
        app.person(3).await,
    );
    app.make_author(proposal, author).await;
    app.let_sign(proposal, &[author, signer]).await;
    app.let_follow(proposal, &[signer, follower]).await;

    app.tell(NewsKind::Decided, proposal, 1).await;
    app.tell(NewsKind::Decided, proposal, 1).await;
    app.run_jobs().await;

    let expected = [
        "testperson1@example.se",
        "testperson2@example.se",
        "testperson3@example.se",
    ];
    assert_eq!(app.addressees(), expected);
    for mail in app.post() {
        assert_eq!(mail.subject, "Stadsmiljönämnden säger ja");
        assert!(mail.text.contains("> Skäl i version 1."), "{}", mail.text);
        assert!(
            mail.text.contains("https://torget.example/sv/forslag/1"),
            "{}",
            mail.text
        );
        let is_author = mail.to == "testperson1@example.se";
        assert_eq!(
            mail.way_out_url.is_none(),
            is_author,
            "the author is always told"
        );
        assert_eq!(mail.text.contains("du har lämnat förslaget"), is_author);
    }
}

async fn news_for_the_author_reach_nobody_else(app: TestApp) {
    let proposal = app.open_proposal(1).await;
    let (author, signer) = (app.person(1).await, app.person(2).await);
    app.make_author(proposal, author).await;
    app.let_sign(proposal, &[signer]).await;
    app.tell(NewsKind::Refused, proposal, 1).await;
    app.run_jobs().await;
    assert_eq!(app.addressees(), ["testperson1@example.se"]);
}

async fn a_newer_version_supersedes_what_is_not_yet_sent(app: TestApp) {
    let proposal = app.open_proposal(1).await;
    let signer = app.person(1).await;
    app.let_sign(proposal, &[signer]).await;
    app.tell(NewsKind::Decided, proposal, 1).await;
    app.tell(NewsKind::Decided, proposal, 2).await;
    // Jobs of the same instant have no order; sending is queued after both.
    app.pass_seconds(1);
    app.run_jobs().await;
    let post = app.post();
    assert_eq!(post.len(), 1);
    assert!(post[0].text.contains("Skäl i version 2."));
    let outcomes = app.outcomes().await;
    assert_eq!(
        outcomes,
        [
            (Some("sent".to_owned()), 1),
            (Some("superseded".to_owned()), 1)
        ]
    );
}

async fn the_way_out_is_a_button_and_holds(app: TestApp) {
    let proposal = app.open_proposal(1).await;
    let follower = app.person(1).await;
    app.let_follow(proposal, &[follower]).await;
    app.tell(NewsKind::Decided, proposal, 1).await;
    app.run_jobs().await;
    let url = app.post()[0].way_out_url.clone().expect("a way out");
    let path = url
        .strip_prefix("https://torget.example")
        .expect("our address")
        .to_owned();

    let mut browser = app.browser();
    browser.get(&path).await.assert_ok();
    app.tell(NewsKind::FollowedUp, proposal, 1).await;
    app.run_jobs().await;
    assert_eq!(app.post().len(), 2, "reading the page changes nothing");

    browser.post(&path, &[]).await.assert_ok();
    app.tell(NewsKind::FollowedUp, proposal, 2).await;
    app.run_jobs().await;
    assert_eq!(app.post().len(), 2, "the button ends it");
    browser.get("/sv/utskick/abc").await.assert_not_found();
}

/// A relay that is away at first, and whose answer is set by the address.
struct Moody {
    tries: AtomicUsize,
}

impl Mailer for Moody {
    fn send<'a>(
        &'a self,
        mail: &'a Outgoing,
    ) -> Pin<Box<dyn Future<Output = Result<(), MailError>> + Send + 'a>> {
        Box::pin(async move {
            if mail.to.starts_with("testperson2@") {
                return Err(MailError::Never("550 no such user".to_owned()));
            }
            match self.tries.fetch_add(1, Ordering::Relaxed) {
                0 | 1 => Err(MailError::Later("421 busy".to_owned())),
                _ => Ok(()),
            }
        })
    }
}

async fn a_relay_that_is_away_is_tried_again_and_an_address_that_refuses_is_not(app: TestApp) {
    let proposal = app.open_proposal(1).await;
    let (one, two) = (app.person(1).await, app.person(2).await);
    app.let_sign(proposal, &[one, two]).await;
    app.tell(NewsKind::Decided, proposal, 1).await;
    let relay = Arc::new(Moody {
        tries: AtomicUsize::new(0),
    });
    let context = JobContext {
        mailer: relay.clone(),
        ..app.application.jobs.clone()
    };
    let owner = app.env.ids.uuid();
    for _ in 0..5 {
        while runner::turn(&context, owner).await.unwrap() == runner::Turn::Worked {}
        app.pass_seconds(3_600);
    }
    assert_eq!(relay.tries.load(Ordering::Relaxed), 3);
    let outcomes = app.outcomes().await;
    assert_eq!(
        outcomes,
        [(Some("failed".to_owned()), 1), (Some("sent".to_owned()), 1)]
    );
}

impl TestApp {
    /// Asks for a code by mail.
    async fn ask_for_code(&self) {
        let mut browser = self.browser();
        let page = browser.get("/sv/logga-in").await.assert_ok();
        let form = page.form("form[action$='e-post']");
        let form = form.fill("epost", "testperson1@example.se");
        browser.send(&form).await.assert_ok();
    }

    /// Works the queue with this relay, now and once more after each of these pauses in seconds.
    async fn work_with(&self, relay: &Arc<Moody>, pauses: &[i64]) {
        let context = JobContext {
            mailer: relay.clone(),
            ..self.application.jobs.clone()
        };
        let owner = self.env.ids.uuid();
        for pause in [0].iter().chain(pauses) {
            self.pass_seconds(*pause);
            while runner::turn(&context, owner).await.unwrap() == runner::Turn::Worked {}
        }
    }
}

async fn a_code_is_tried_again_soon_and_not_sent_when_it_is_too_old(app: TestApp) {
    let relay = Arc::new(Moody {
        tries: AtomicUsize::new(0),
    });
    app.ask_for_code().await;
    app.work_with(&relay, &[5, 10]).await;
    assert_eq!(
        relay.tries.load(Ordering::Relaxed),
        3,
        "after 5 and 10 seconds"
    );
    app.ask_for_code().await;
    app.pass_seconds(15 * 60);
    app.work_with(&relay, &[]).await;
    assert_eq!(relay.tries.load(Ordering::Relaxed), 3);
    let expected = [
        (Some("expired".to_owned()), 1),
        (Some("sent".to_owned()), 1),
    ];
    assert_eq!(app.outcomes().await, expected);
}

async fn a_crowd_larger_than_one_chunk_is_told_whole(app: TestApp) {
    let proposal = app.open_proposal(1).await;
    let mut people = Vec::new();
    for number in 0..1_005 {
        people.push(app.person(number).await);
    }
    app.let_sign(proposal, &people).await;
    app.tell(NewsKind::ClosedBelow, proposal, 1).await;
    app.run_jobs().await;
    let mut to = app.addressees();
    to.dedup();
    assert_eq!(to.len(), 1_005);
    assert_eq!(app.outcomes().await, [(Some("sent".to_owned()), 1_005)]);
}
