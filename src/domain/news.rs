//! What people are told by mail: the kinds of news, who hears them, and the facts they carry.

use super::{
    codes::text_enum,
    ids::{ProposalId, ProposalNumber, SignInId},
    keys::{Keys, NONCE_BYTES},
    time::Day,
};
use serde::{Deserialize, Serialize};

text_enum! {
    /// A kind of news, named after what happened to the proposal.
    pub enum NewsKind {
        /// A one-time code to sign in with; about no proposal.
        SignInCode => "sign_in_code",
        /// The proposal came in and waits for review.
        Received => "received",
        /// A moderator asks for a clarification.
        Returned => "returned",
        /// The proposal is refused, with reasons.
        Refused => "refused",
        /// A decision of the review was undone: it waits for review again.
        Reopened => "reopened",
        /// The clarification never came.
        Lapsed => "lapsed",
        /// The proposal is published and collects signatures.
        Published => "published",
        /// The threshold is passed while the proposal is still open.
        Reached => "reached",
        /// The time is over with too few signatures.
        ClosedBelow => "closed_below",
        /// The time is over and a nämnd or bolag must answer.
        ClosedReached => "closed_reached",
        /// Another nämnd or bolag answers than was told before.
        Rerouted => "rerouted",
        /// The case is on the agenda of a meeting.
        OnAgenda => "on_agenda",
        /// The case is postponed (bordläggning) or referred back (återremiss).
        Postponed => "postponed",
        /// The first decision.
        Decided => "decided",
        /// The final decision after an investigation.
        FinallyDecided => "finally_decided",
        /// Carrying it out: planned, under way, done or stopped.
        FollowedUp => "followed_up",
        /// The proposal was removed after publication.
        Removed => "removed",
    }
}

/// Who hears a kind of news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Only the one it concerns.
    Author,
    /// The author and those who follow.
    Followers,
    /// The author, everyone who signed and those who follow (riktlinje: notify everyone who voted at the decision).
    Everyone,
}

impl NewsKind {
    /// Who hears it.
    pub fn audience(self) -> Audience {
        match self {
            NewsKind::SignInCode
            | NewsKind::Received
            | NewsKind::Returned
            | NewsKind::Refused
            | NewsKind::Reopened
            | NewsKind::Lapsed
            | NewsKind::Published
            | NewsKind::Rerouted => Audience::Author,
            NewsKind::Reached | NewsKind::OnAgenda | NewsKind::Postponed | NewsKind::Removed => {
                Audience::Followers
            }
            NewsKind::ClosedBelow
            | NewsKind::ClosedReached
            | NewsKind::Decided
            | NewsKind::FinallyDecided
            | NewsKind::FollowedUp => Audience::Everyone,
        }
    }

    /// What is sent first: 0 someone waits for it, 1 it concerns one person, 2 it goes to many.
    pub fn priority(self) -> i64 {
        match (self, self.audience()) {
            (NewsKind::SignInCode, _) => 0,
            (_, Audience::Author) => 1,
            _ => 2,
        }
    }
}

text_enum! {
    /// Why a person gets a mail; every mail says it.
    pub enum MailRole {
        /// She made the proposal.
        Author => "author",
        /// She signed it.
        Signer => "signer",
        /// She follows it.
        Follower => "follower",
        /// She asked for this very mail.
        Oneself => "self",
    }
}

/// News of a proposal, to be told once for each version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// What happened.
    pub news: NewsKind,
    /// To which proposal.
    pub proposal: ProposalId,
    /// What it is about, within the proposal: `decision:<id>`; a newer version supersedes what is not yet sent.
    pub about: String,
    /// Grows when the same thing is told anew, corrected.
    pub version: i64,
    /// What the mail says.
    pub facts: NewsFacts,
}

/// What a mail says; what a kind does not use stays empty. No personal data.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewsFacts {
    /// The proposal's public number.
    pub number: Option<ProposalNumber>,
    /// The proposal's title.
    pub title: String,
    /// The nämnd or bolag concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The day it is about: meeting, decision, last day to answer or sign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// How many have signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
    /// How many were needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<i64>,
    /// The code of the outcome or follow-up state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// Reasons, each a text in the language of the reader or of the writer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
    /// What staff wrote to the people concerned, in klarspråk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether it corrects what was told before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_correction: bool,
    /// The path the mail's one action leads to, without the language, where it is not the proposal's page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

/// Where an author reads and answers what concerns her proposal alone, in any stage; for [`NewsFacts::path`].
pub fn own_page(number: ProposalNumber) -> String {
    format!("/mina-sidor/forslag/{number}")
}

/// What the mail with a one-time code needs; closed with the sign-in's id, since nobody else may read it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInLetter {
    /// The address.
    pub to: String,
    /// The code to type in.
    pub code: String,
    /// The path of the link, with its language.
    pub path: String,
}

impl SignInLetter {
    /// Closes it for the outbox: a code or link that lay open there would let whoever reads a dump sign in as anyone.
    pub fn seal(&self, keys: &Keys, sign_in: SignInId, nonce: [u8; NONCE_BYTES]) -> Vec<u8> {
        keys.seal_json(self, sign_in.0.as_bytes(), nonce)
    }

    /// Opens it; `None` when it belongs to another sign-in or other keys.
    pub fn open(keys: &Keys, sign_in: SignInId, sealed: &[u8]) -> Option<Self> {
        serde_json::from_slice(&keys.open(sealed, sign_in.0.as_bytes())?).ok()
    }
}

/// A reason in the languages it is kept in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyone_who_signed_hears_the_decision_and_a_code_goes_first() {
        assert_eq!(NewsKind::Decided.audience(), Audience::Everyone);
        assert_eq!(NewsKind::Received.audience(), Audience::Author);
        let first = NewsKind::ALL.iter().min_by_key(|kind| kind.priority());
        assert_eq!(first, Some(&NewsKind::SignInCode));
        assert!(NewsKind::Decided.priority() > NewsKind::Refused.priority());
    }

    #[test]
    fn facts_come_back_from_json_and_unknown_ones_stay_empty() {
        let facts = NewsFacts {
            title: "Fler bänkar".to_owned(),
            count: Some(148),
            ..NewsFacts::default()
        };
        let json = serde_json::to_string(&facts).unwrap();
        assert_eq!(serde_json::from_str::<NewsFacts>(&json).unwrap(), facts);
        assert_eq!(
            serde_json::from_str::<NewsFacts>("{}").unwrap(),
            NewsFacts::default()
        );
    }

    #[test]
    fn a_letter_opens_only_for_its_own_sign_in() {
        let keys = Keys::derive(&[7; 32]);
        let letter = SignInLetter {
            to: "testperson3@example.se".to_owned(),
            code: "00001234".to_owned(),
            path: "/sv/logga-in/lank/abc".to_owned(),
        };
        let (one, two) = (
            SignInId(uuid::Uuid::from_u128(1)),
            SignInId(uuid::Uuid::from_u128(2)),
        );
        let sealed = letter.seal(&keys, one, [5; NONCE_BYTES]);
        assert!(SignInLetter::open(&keys, one, &sealed).is_some_and(|opened| opened == letter));
        assert!(SignInLetter::open(&keys, two, &sealed).is_none());
    }
}
