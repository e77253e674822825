//! Every kind of news, told by the act itself: to whom, once, in the reader's language, with a link that opens for her.

use crate::support::{TestApp, both_engines};
use std::collections::HashSet;
use torget::{
    domain::{
        identity::TrustLevel,
        ids::{BodyId, PersonId},
        news::NewsKind,
        permissions::Role,
        settings::Rules,
    },
    i18n::Locale,
};

both_engines!(
    every_news_reaches_each_concerned_once_and_leads_on,
    a_second_reroute_is_news_too,
);

const AUTHOR: u32 = 3;
pub const SIGNER: u32 = 4;
pub const ENGLISH_SIGNER: u32 = 5;
const FOLLOWER: u32 = 6;
const KINDS_TOLD: &str = "SELECT DISTINCT kind FROM mails";

/// One proposal's way and the people along it.
pub struct Journey {
    pub app: TestApp,
    pub author: PersonId,
    pub follower: PersonId,
    pub moderator: PersonId,
    pub official: PersonId,
    pub body: BodyId,
    pub other_body: BodyId,
    heard: usize,
}

impl Journey {
    pub async fn begin(app: TestApp) -> Self {
        let rules = Rules {
            threshold: 2,
            ..Rules::default()
        };
        let app = app.with_rules(rules);
        let body = app.body("Stadsmiljönämnden").await;
        let other_body = app.body("Kulturnämnden").await;
        let official = app.person(8).await;
        app.grant(official, Role::Coordinator, None).await;
        for body in [body, other_body] {
            app.grant(official, Role::Handlaggare, Some(body)).await;
        }
        Journey {
            author: app.person(AUTHOR).await,
            follower: app.person(FOLLOWER).await,
            moderator: app.official(7, Role::Moderator).await,
            official,
            body,
            other_body,
            app,
            heard: 0,
        }
    }

    /// Who has been told what since last asked: `(number of the test person, subject)`. Every link that a mail leads to
    /// must open for the one who got it.
    pub async fn hears(&mut self) -> Vec<(u32, String)> {
        self.app.pass_seconds(1);
        self.app.run_jobs().await;
        let post = self.app.post();
        let new: Vec<_> = post[..post.len() - self.heard].to_vec();
        self.heard = post.len();
        let mut told = Vec::new();
        for mail in new {
            let digits: String = mail.to.chars().filter(char::is_ascii_digit).collect();
            let number = digits.parse().expect("a numbered test person");
            let path = mail
                .text
                .lines()
                .find_map(|line| line.strip_prefix("https://torget.example"));
            let path = path.unwrap_or_else(|| panic!("no link: {}", mail.text));
            let mut browser = match number {
                AUTHOR => self.app.signed_in(self.author, TrustLevel::Email).await,
                _ => self.app.browser(),
            };
            let page = browser.get(path).await;
            let is_gone = mail.subject == "Förslaget är borttaget" && number != AUTHOR;
            page.assert_status(if is_gone { 410 } else { 200 });
            told.push((number, mail.subject));
        }
        told.sort();
        told
    }

    /// The author alone is told this.
    async fn only_the_author_hears(&mut self, subject: &str) {
        assert_eq!(self.hears().await, [(AUTHOR, subject.to_owned())]);
    }

    /// The author and the follower are told this.
    async fn followers_hear(&mut self, subject: &str) {
        let expected = [AUTHOR, FOLLOWER].map(|number| (number, subject.to_owned()));
        assert_eq!(self.hears().await, expected);
    }

    /// Everyone is told this, each in her language.
    async fn everyone_hears(&mut self, subject: &str, in_english: &str) {
        let expected = [AUTHOR, SIGNER, ENGLISH_SIGNER, FOLLOWER].map(|number| match number {
            ENGLISH_SIGNER => (number, in_english.to_owned()),
            _ => (number, subject.to_owned()),
        });
        assert_eq!(self.hears().await, expected);
    }
}

async fn every_news_reaches_each_concerned_once_and_leads_on(app: TestApp) {
    let mut journey = Journey::begin(app).await;
    until_published(&mut journey).await;
    lapsed_archived_and_removed(&mut journey).await;
    from_signing_to_done(&mut journey).await;

    let mut tx = journey.app.env.db.begin_read().await.unwrap();
    let kinds: Vec<(NewsKind,)> = tx.query(KINDS_TOLD).all().await.unwrap();
    let told: HashSet<NewsKind> = kinds.into_iter().map(|(kind,)| kind).collect();
    let untold: Vec<_> = NewsKind::ALL
        .iter()
        .filter(|kind| **kind != NewsKind::SignInCode && !told.contains(kind))
        .collect();
    assert_eq!(
        untold,
        [&NewsKind::Received; 0],
        "kinds of news that this journey never met"
    );
}

async fn until_published(journey: &mut Journey) {
    let number = journey.send_in().await;
    journey
        .only_the_author_hears("Vi har tagit emot ditt förslag")
        .await;
    journey.ask(number).await;
    journey
        .only_the_author_hears("Vi har en fråga om ditt förslag")
        .await;
    journey.undo(number).await;
    journey
        .only_the_author_hears("Vi granskar ditt förslag igen")
        .await;
    journey.refuse(number).await;
    journey
        .only_the_author_hears("Ditt förslag publiceras inte")
        .await;
    journey.undo(number).await;
    journey
        .only_the_author_hears("Vi granskar ditt förslag igen")
        .await;
}

async fn lapsed_archived_and_removed(journey: &mut Journey) {
    let lapsed = journey.send_in().await;
    journey.ask(lapsed).await;
    journey.hears().await;
    journey.app.pass_days(15);
    journey
        .only_the_author_hears("Ditt förslag publiceras inte")
        .await;

    let removed = journey.send_in().await;
    journey.publish(removed).await;
    journey.follow(removed).await;
    journey.hears().await;
    journey.remove(removed).await;
    journey.followers_hear("Förslaget är borttaget").await;

    let below = journey.send_in().await;
    journey.publish(below).await;
    journey.follow(below).await;
    journey.hears().await;
    journey.app.pass_days(91);
    journey
        .followers_hear("Förslaget fick för få underskrifter")
        .await;
}

async fn from_signing_to_done(journey: &mut Journey) {
    let number = journey.send_in().await;
    journey.hears().await;
    journey.publish(number).await;
    journey
        .only_the_author_hears("Ditt förslag är publicerat")
        .await;
    journey.follow(number).await;
    journey.sign(number).await;
    journey
        .followers_hear("Förslaget har fått 2 underskrifter")
        .await;
    journey.app.pass_days(91);
    let (told, in_english) = (
        "Stadsmiljönämnden ska svara på förslaget",
        "Stadsmiljönämnden will answer the proposal",
    );
    journey.everyone_hears(told, in_english).await;
    journey.reroute(number, journey.other_body).await;
    journey
        .only_the_author_hears("Kulturnämnden ska svara på förslaget")
        .await;
    journey
        .handle(number, "diarienummer", &[("dnr", "0993/27")])
        .await;
    journey.plan_meeting(number).await;
    let told = format!("Kulturnämnden tar upp förslaget {}", in_words(journey));
    journey.followers_hear(&told).await;
    journey.move_meeting(number, "postponed").await;
    journey
        .followers_hear("Kulturnämnden skjuter upp sitt svar")
        .await;
    journey.move_meeting(number, "referred_back").await;
    journey
        .followers_hear("Kulturnämnden vill veta mer innan de svarar")
        .await;
    decided_and_done(journey, number).await;
}

async fn decided_and_done(journey: &mut Journey, number: i64) {
    journey.decide(number, "investigate").await;
    let (told, in_english) = (
        "Kulturnämnden utreder förslaget vidare",
        "Kulturnämnden will investigate the proposal further",
    );
    journey.everyone_hears(told, in_english).await;
    journey.app.pass_days(1);
    journey.plan_meeting(number).await;
    journey.hears().await;
    journey.decide(number, "carry_out").await;
    journey
        .everyone_hears("Kulturnämnden säger ja", "Kulturnämnden says yes")
        .await;
    for (state, told, in_english) in [
        (
            "planned",
            "Förslaget är inplanerat",
            "The proposal has been scheduled",
        ),
        (
            "under_way",
            "Arbetet med förslaget har börjat",
            "Work on the proposal has begun",
        ),
        (
            "stopped",
            "Förslaget blir inte genomfört",
            "The proposal will not be carried out",
        ),
        (
            "planned",
            "Förslaget är inplanerat",
            "The proposal has been scheduled",
        ),
        (
            "done",
            "Förslaget är genomfört",
            "The proposal has been carried out",
        ),
    ] {
        journey.follow_up(number, state).await;
        journey.everyone_hears(told, in_english).await;
    }
}

fn in_words(journey: &Journey) -> String {
    Locale::Sv.date_with_weekday(journey.app.env.now().day())
}

async fn a_second_reroute_is_news_too(app: TestApp) {
    let mut journey = Journey::begin(app).await;
    let number = journey.to_body().await;
    journey.hears().await;
    journey.reroute(number, journey.other_body).await;
    journey
        .only_the_author_hears("Kulturnämnden ska svara på förslaget")
        .await;
    journey.reroute(number, journey.body).await;
    journey
        .only_the_author_hears("Stadsmiljönämnden ska svara på förslaget")
        .await;
}
