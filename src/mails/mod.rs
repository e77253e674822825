//! One file for each message: subject, text and HTML from one function.

pub mod closed;
pub mod decided;
pub mod followed_up;
pub mod letter;
pub mod meeting;
pub mod published;
pub mod reached;
pub mod received;
pub mod refused;
pub mod removed;
pub mod rerouted;
pub mod returned;
pub mod sign_in_code;

use crate::{
    domain::news::{MailRole, NewsFacts, NewsKind, own_page},
    i18n::{Locale, Texts},
};
use letter::Letter;

/// What every message is written from.
#[derive(Clone, Copy)]
pub struct Writing<'a> {
    /// The reader's language.
    pub locale: Locale,
    /// The texts in it.
    pub t: &'static Texts,
    /// The site's public address, without a slash at the end.
    pub base_url: &'a str,
    /// What happened.
    pub facts: &'a NewsFacts,
    /// Why this person gets it.
    pub role: MailRole,
}

impl Writing<'_> {
    /// The proposal as it is named in mails: `Fler bänkar (nummer 839)`.
    pub fn proposal(&self) -> String {
        let number = self
            .facts
            .number
            .map(|number| number.to_string())
            .unwrap_or_default();
        self.t.mail_proposal(self.facts.title.as_str(), number)
    }

    /// The page the one action leads to.
    pub fn url(&self) -> String {
        let path = match (&self.facts.path, self.facts.number) {
            (Some(path), _) => path.clone(),
            (None, Some(number)) => format!("/forslag/{number}"),
            (None, None) => "/".to_owned(),
        };
        self.in_language(&path)
    }

    /// The page where the author reads what concerns her proposal alone.
    pub fn own_url(&self) -> String {
        self.facts
            .number
            .map_or_else(|| self.url(), |number| self.in_language(&own_page(number)))
    }

    fn in_language(&self, path: &str) -> String {
        format!("{}/{}{path}", self.base_url, self.locale.code())
    }

    /// The day it is about, in full with its weekday; empty when there is none.
    pub fn day(&self) -> String {
        self.facts
            .day
            .map(|day| self.locale.date_with_weekday(day))
            .unwrap_or_default()
    }

    /// The nämnd or bolag concerned; empty when there is none.
    pub fn body(&self) -> &str {
        self.facts.body.as_deref().unwrap_or_default()
    }

    /// A count with its groups apart; 0 when there is none.
    pub fn shown(&self, count: Option<i64>) -> String {
        self.locale.number(count.unwrap_or(0))
    }

    /// Begins the letter.
    pub fn letter(&self, subject: String, first_line: String) -> Letter {
        Letter::new(self.locale, subject, first_line)
    }

    fn why(&self) -> String {
        match self.role {
            MailRole::Author => self.t.mail_why_author(),
            MailRole::Signer => self.t.mail_why_signer(),
            MailRole::Follower => self.t.mail_why_follower(),
            MailRole::Oneself => self.t.mail_why_oneself(),
        }
    }
}

/// Writes the news of a proposal as a letter; `way_out` is the address for getting no more of them.
/// `None` for a sign-in code, which is no news of a proposal.
pub fn write(kind: NewsKind, writing: &Writing, way_out: Option<String>) -> Option<Letter> {
    let letter = match kind {
        NewsKind::SignInCode => return None,
        NewsKind::Received => received::write(writing),
        NewsKind::Returned => returned::write(writing),
        NewsKind::Refused => refused::write(writing),
        NewsKind::Reopened => refused::write_reopened(writing),
        NewsKind::Lapsed => refused::write_lapsed(writing),
        NewsKind::Published => published::write(writing),
        NewsKind::Reached => reached::write(writing),
        NewsKind::ClosedBelow => closed::write_below(writing),
        NewsKind::ClosedReached => closed::write_reached(writing),
        NewsKind::Rerouted => rerouted::write(writing),
        NewsKind::OnAgenda => meeting::write_on_agenda(writing),
        NewsKind::Postponed => meeting::write_postponed(writing),
        NewsKind::Decided | NewsKind::FinallyDecided => decided::write(writing),
        NewsKind::FollowedUp => followed_up::write(writing),
        NewsKind::Removed => removed::write(writing),
    };
    let way_out = way_out.map(|url| (writing.t.mail_way_out(), url));
    Some(letter.because(writing.why()).way_out(way_out))
}
