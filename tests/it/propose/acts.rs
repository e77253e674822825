//! Sending in, answering, taking back: the acts without their pages.

use crate::support::{TestApp, both_engines};
use torget::{
    domain::{
        drafts::{Draft, WHOLE_CITY},
        identity::TrustLevel,
        ids::{DraftId, PersonId, ProposalNumber},
        proposals::Origin,
        settings::Rules,
        stages::{NotAllowed, Stage, StageCode},
        submissions::AuthorFacts,
        text::{Body, Title},
    },
    store::{events, proposal_versions, proposals, submissions as rows},
    usecases::{
        drafts::{self, DraftError, Writer},
        identity::token_hash,
        submissions::{
            Answer, Author, AuthorError, SubmitError, Submitted, answer, submit, withdraw,
        },
    },
};

both_engines!(
    a_draft_becomes_a_proposal_once,
    presses_at_once_give_one_number,
    an_incomplete_draft_stays_a_draft,
    a_child_is_never_named,
    the_demo_counts_from_a_number_of_its_own,
    a_draft_is_only_its_writers,
    a_question_is_answered_in_time,
    a_proposal_is_taken_back_before_publication,
    a_space_may_ask_for_more_trust,
);

/// What a person of this age might write; consent to publish the name is always ticked.
pub fn written(age: &str) -> Draft {
    let words = |text: &str| text.to_owned();
    Draft {
        title: words("Fler bänkar längs Göta älv"),
        text: "Det är långt mellan bänkarna för den som går sakta. ".repeat(2),
        topic: words("streets_parks"),
        scope: words(WHOLE_CITY),
        first_name: words("Testperson"),
        last_name: words("3"),
        address: words("12 rue de l'Exemple"),
        town: words("Lyon"),
        country: words("Frankrike"),
        age: words(age),
        gender: words("will_not_say"),
        email: words("testperson3@example.se"),
        consents_to_name: true,
        has_seen_similar: true,
        ..Draft::default()
    }
}

fn by(person: PersonId) -> Author {
    Author {
        person,
        level: TrustLevel::Email,
        locale: "sv".to_owned(),
        origin: Origin::Own,
    }
}

fn in_browser(person: Option<PersonId>) -> Writer {
    Writer {
        token_hash: token_hash("a browser"),
        person,
    }
}

impl TestApp {
    async fn draft(&self, draft: &Draft) -> DraftId {
        let id = DraftId(self.env.ids.uuid());
        drafts::begin(&self.env, &in_browser(None), id, draft)
            .await
            .expect("a draft");
        id
    }

    async fn send_in(&self, person: PersonId, draft: DraftId) -> Result<Submitted, SubmitError> {
        let writer = in_browser(Some(person));
        submit(&self.env, &by(person), &writer, draft).await
    }

    /// A proposal by this person, waiting for review.
    pub async fn sent_by(&self, person: PersonId) -> ProposalNumber {
        let draft = self.draft(&written("44")).await;
        let sent = self.send_in(person, draft).await.expect("a complete draft");
        sent.number
    }

    /// The proposal as it is kept.
    pub async fn kept(&self, number: ProposalNumber) -> proposals::Proposal {
        let mut tx = self.env.db.begin_read().await.expect("a read");
        let found = proposals::find_by_number(&mut tx, number).await;
        found.expect("readable").expect("a proposal")
    }

    /// Sends a proposal back with a question, as a review does.
    pub async fn ask_back(&self, number: ProposalNumber) {
        const RETURN: &str = "UPDATE proposals SET stage = 'returned', shown_stage = 'returned',
            answer_by = $2, version = version + 1 WHERE number = $1";
        const DECIDED: &str = "UPDATE reviews SET state = 'decided' WHERE proposal_id = $1";
        let last_day = self.env.now().day().plus_days(self.env.rules.answer_days);
        let id = self.kept(number).await.id;
        let mut tx = self.env.db.begin().await.expect("a unit of work");
        let returned = tx.query(RETURN).bind(number).bind(last_day).execute();
        assert_eq!(returned.await.expect("an update"), 1);
        tx.query(DECIDED)
            .bind(id)
            .execute()
            .await
            .expect("an update");
        tx.commit().await.expect("a commit");
    }

    async fn review_state(&self, number: ProposalNumber) -> (String, String) {
        const REVIEW: &str = "SELECT r.state, r.due_on FROM reviews r
            JOIN proposals p ON p.id = r.proposal_id WHERE p.number = $1";
        let mut tx = self.env.db.begin_read().await.expect("a read");
        tx.query(REVIEW).bind(number).one().await.expect("a review")
    }

    async fn event_kinds(&self, number: ProposalNumber) -> Vec<String> {
        let id = self.kept(number).await.id;
        let mut tx = self.env.db.begin_read().await.expect("a read");
        let events = events::list_events(&mut tx, id).await.expect("events");
        assert!(events.iter().all(|event| !event.is_public));
        events.iter().map(|event| event.kind.to_string()).collect()
    }
}

async fn a_draft_becomes_a_proposal_once(app: TestApp) {
    let person = app.person(3).await;
    let draft = app.draft(&written("44")).await;
    let sent = app.send_in(person, draft).await.expect("complete");
    assert!(sent.is_new);
    let again = app.send_in(person, draft).await.expect("the same");
    assert_eq!((again.number, again.is_new), (sent.number, false));

    let kept = app.kept(sent.number).await;
    assert_eq!(kept.stage, Stage::Submitted { at: app.env.now() });
    assert_eq!(kept.author_name.as_deref(), Some("Testperson 3"));
    assert_eq!(kept.count, Some(0));
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let sealed = rows::find_author_facts(&mut tx, kept.id)
        .await
        .expect("a row");
    let facts = AuthorFacts::open(&app.env.keys, kept.id, &sealed.expect("facts")).expect("open");
    assert_eq!((facts.country.as_str(), facts.age), ("Frankrike", 44));
    let versions = proposal_versions::list_versions(&mut tx, kept.id).await;
    assert_eq!(versions.expect("versions").len(), 1);
    drop(tx);
    assert_eq!(app.event_kinds(sent.number).await, ["submitted"]);
    let waiting = ("waiting".to_owned(), "2026-12-05".to_owned());
    assert_eq!(app.review_state(sent.number).await, waiting);

    app.run_jobs().await;
    let post = app.post();
    assert_eq!(post.len(), 1, "one mail, to the author");
    assert!(post[0].text.contains("5 december 2026"), "{}", post[0].text);
}

async fn presses_at_once_give_one_number(app: TestApp) {
    let person = app.person(3).await;
    let draft = app.draft(&written("44")).await;
    let sends = (0..12).map(|_| app.send_in(person, draft));
    let sent = futures_util::future::join_all(sends).await;
    let numbers: Vec<Submitted> = sent.into_iter().map(|sent| sent.expect("sent")).collect();
    assert_eq!(numbers.iter().filter(|sent| sent.is_new).count(), 1);
    assert!(numbers.iter().all(|sent| sent.number == numbers[0].number));
    let next = app.sent_by(person).await;
    assert_eq!(next.0, numbers[0].number.0 + 1, "no number is lost");
}

async fn an_incomplete_draft_stays_a_draft(app: TestApp) {
    let person = app.person(3).await;
    let draft = Draft {
        email: "testperson".to_owned(),
        ..written("44")
    };
    let draft = app.draft(&draft).await;
    let refused = app.send_in(person, draft).await;
    assert!(matches!(refused, Err(SubmitError::Incomplete(problems)) if problems.len() == 1));
    let kept = drafts::open(&app.env, &in_browser(Some(person)), draft).await;
    assert_eq!(kept.expect("still there").email, "testperson");
    assert_eq!(app.sent_by(person).await.0, 20_001, "no number was used");
}

async fn a_child_is_never_named(app: TestApp) {
    let person = app.person(3).await;
    let draft = app.draft(&written("17")).await;
    let sent = app.send_in(person, draft).await.expect("complete");
    assert_eq!(app.kept(sent.number).await.author_name, None);
}

async fn the_demo_counts_from_a_number_of_its_own(app: TestApp) {
    let person = app.person(3).await;
    let draft = app.draft(&written("44")).await;
    let author = Author {
        origin: Origin::Demo,
        ..by(person)
    };
    let sent = submit(&app.env, &author, &in_browser(Some(person)), draft).await;
    let number = sent.expect("complete").number;
    assert_eq!(number.0, 90_001);
    assert_eq!(app.kept(number).await.origin, Origin::Demo);
}

async fn a_draft_is_only_its_writers(app: TestApp) {
    let (one, other) = (app.person(1).await, app.person(2).await);
    let draft = app.draft(&written("44")).await;
    let elsewhere = Writer {
        token_hash: token_hash("another browser"),
        person: Some(other),
    };
    let refused = drafts::open(&app.env, &elsewhere, draft).await;
    assert!(matches!(refused, Err(DraftError::NoSuchDraft)));
    drafts::open(&app.env, &in_browser(Some(one)), draft)
        .await
        .expect("hers, and tied to her from now on");
    let at_home = Writer {
        token_hash: Vec::new(),
        person: Some(one),
    };
    assert!(drafts::open(&app.env, &at_home, draft).await.is_ok());
    let next_visitor = drafts::open(&app.env, &in_browser(Some(other)), draft).await;
    assert!(matches!(next_visitor, Err(DraftError::NoSuchDraft)));
    let signed_out = drafts::open(&app.env, &in_browser(None), draft).await;
    assert!(matches!(signed_out, Err(DraftError::SignIn)));
    let thrown = drafts::discard(&app.env, &elsewhere, draft).await;
    assert!(matches!(thrown, Err(DraftError::NoSuchDraft)));
}

async fn a_question_is_answered_in_time(app: TestApp) {
    let person = app.person(3).await;
    let number = app.sent_by(person).await;
    let form_id = app.env.ids.form();
    let new = |form_id| Answer {
        number,
        title: Title::parse("Tio bänkar längs Göta älv").expect("a title"),
        text: Body::parse(&"Tio bänkar mellan Klippan och Röda sten. ".repeat(2)).expect("a text"),
        form_id,
        leads_to: "/sv/mina-sidor",
    };
    let early = answer(&app.env, person, new(app.env.ids.form())).await;
    let submitted = NotAllowed::WrongStage(StageCode::Submitted);
    assert!(matches!(early, Err(AuthorError::NotAllowed(why)) if why == submitted));

    app.ask_back(number).await;
    app.pass_days(14);
    let other = app.person(4).await;
    let not_hers = answer(&app.env, other, new(app.env.ids.form())).await;
    assert!(matches!(not_hers, Err(AuthorError::NoSuchProposal)));
    for _ in 0..2 {
        answer(&app.env, person, new(form_id))
            .await
            .expect("in time");
    }
    let kept = app.kept(number).await;
    assert_eq!(kept.title, "Tio bänkar längs Göta älv");
    assert_eq!(kept.stage, Stage::Submitted { at: app.env.now() });
    assert_eq!(app.event_kinds(number).await, ["submitted", "answered"]);
    let waiting = ("waiting".to_owned(), "2026-12-19".to_owned());
    assert_eq!(app.review_state(number).await, waiting);
    let mut tx = app.env.db.begin_read().await.expect("a read");
    let versions = proposal_versions::list_versions(&mut tx, kept.id).await;
    let titles: Vec<String> = versions
        .expect("rows")
        .into_iter()
        .map(|v| v.title)
        .collect();
    assert_eq!(
        titles,
        ["Fler bänkar längs Göta älv", "Tio bänkar längs Göta älv"]
    );
    drop(tx);

    app.ask_back(number).await;
    app.pass_days(15);
    let late = answer(&app.env, person, new(app.env.ids.form())).await;
    assert!(matches!(
        late,
        Err(AuthorError::NotAllowed(NotAllowed::TooLate))
    ));
}

async fn a_proposal_is_taken_back_before_publication(app: TestApp) {
    let person = app.person(3).await;
    let number = app.sent_by(person).await;
    app.pass_seconds(60);
    let other = app.person(4).await;
    let not_hers = withdraw(&app.env, other, number).await;
    assert!(matches!(not_hers, Err(AuthorError::NoSuchProposal)));
    for _ in 0..2 {
        withdraw(&app.env, person, number).await.expect("hers");
    }
    let kept = app.kept(number).await;
    assert!(matches!(kept.stage, Stage::Withdrawn { .. }));
    assert_eq!(app.review_state(number).await.0, "decided");
    assert_eq!(app.event_kinds(number).await, ["submitted", "withdrawn"]);

    let open = app.open_proposal(5).await;
    const AUTHOR: &str = "UPDATE proposals SET author_id = $1 WHERE id = $2";
    let mut tx = app.env.db.begin().await.expect("a unit of work");
    tx.query(AUTHOR)
        .bind(person)
        .bind(open)
        .execute()
        .await
        .expect("an author");
    tx.commit().await.expect("a commit");
    let published = withdraw(&app.env, person, ProposalNumber(5)).await;
    assert!(matches!(published, Err(AuthorError::NotAllowed(_))));
}

async fn a_space_may_ask_for_more_trust(app: TestApp) {
    let strict = app.with_rules(Rules {
        propose_level: TrustLevel::Eid,
        ..Rules::default()
    });
    let person = strict.person(3).await;
    let draft = strict.draft(&written("44")).await;
    let refused = strict.send_in(person, draft).await;
    assert!(matches!(refused, Err(SubmitError::TooWeak)));
    let author = Author {
        level: TrustLevel::Eid,
        ..by(person)
    };
    let writer = in_browser(Some(person));
    assert!(submit(&strict.env, &author, &writer, draft).await.is_ok());
}
