//! Proving who one is by e-legitimation: what a provider is asked, what it answers, and why it may not be believed.

mod claims;
mod exchange;
mod http;
mod id_token;
mod misfits;
mod profile;
mod provider;
mod request;
mod signatures;
mod types;
mod user_info;

use crate::domain::{
    personnummer::Personnummer,
    prid::{Persistence, Prid},
    time::Timestamp,
};
pub use provider::OidcProvider;
use serde_json::Value;
use std::{future::Future, pin::Pin, sync::Arc};

/// What only we and the browser that began the visit know; each 256 random bits in hexadecimal.
#[derive(Clone)]
pub struct Visit {
    /// Comes back with the answer and names the visit.
    pub state: String,
    /// Comes back inside the ID token: an answer to another visit is not taken.
    pub nonce: String,
    /// Shown only when the code is exchanged (PKCE, RFC 7636).
    pub verifier: String,
    /// Where the provider sends the person back.
    pub redirect_uri: String,
}

/// What the person's browser brought back from the provider.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Answer {
    /// The state it was sent away with.
    pub state: String,
    /// The code to exchange, when it went well.
    pub code: String,
    /// What went wrong (OpenID Connect Core §3.1.2.6).
    pub error: String,
    /// The issuer, where the provider says it (RFC 9207).
    pub iss: String,
}

/// When something is asked, and a random word that nothing else will ever have.
#[derive(Debug, Clone)]
pub struct Moment {
    /// The time.
    pub now: Timestamp,
    /// The word.
    pub unique: String,
}

impl Moment {
    /// Whole seconds since 1970, as tokens count.
    fn seconds(&self) -> i64 {
        self.now.micros() / 1_000_000
    }
}

/// Who is about to go to the provider.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// The language she reads.
    pub language: &'a str,
    /// What the provider may show her about why, in her language.
    pub message: &'a str,
}

/// How the browser goes to the provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Departure {
    /// To this address.
    Redirect(String),
    /// By a form that is posted.
    Post {
        /// Where to.
        action: String,
        /// What it carries.
        fields: Vec<(&'static str, String)>,
        /// The origins that the form may lead to (`form-action` of the page's policy).
        targets: Vec<String>,
    },
}

/// Who the provider says it was. What identifies her is looked up at once and never kept.
pub struct Proven {
    /// The one value that is hers.
    pub identity: ProvenIdentity,
    /// The coordination number she had before her personnummer: the same person, to be found by it too.
    pub previous: Option<Personnummer>,
    /// The first name; empty when the provider does not say.
    pub given_name: String,
    /// The last name; empty when the provider does not say.
    pub family_name: String,
}

/// The value that identifies a person.
pub enum ProvenIdentity {
    /// A Swedish personal or coordination number.
    Swedish(Personnummer),
    /// What the Swedish eIDAS connector gives a foreign person.
    Foreign(Foreign),
}

/// A foreign person.
pub struct Foreign {
    /// Her identifier.
    pub prid: Prid,
    /// How long she keeps it, where the connector says so.
    pub persistence: Option<Persistence>,
    /// The country of her e-legitimation, which is not citizenship.
    pub country: String,
}

/// Why nobody was proven. The words are for the log and hold no personal data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EidProblem {
    /// The person turned back.
    #[error("cancelled at the provider")]
    Cancelled,
    /// The e-legitimation is weaker than what was asked for.
    #[error("the level is too low")]
    TooWeak,
    /// The provider cannot be reached or is out of order.
    #[error("the provider is away: {0}")]
    Away(String),
    /// The answer does not belong to this visit or is not to be believed.
    #[error("the answer is refused: {0}")]
    Refused(String),
    /// No number that is taken here.
    #[error("no usable number")]
    NoNumber,
}

impl EidProblem {
    /// What an error code in the answer means (Swedish OpenID Connect Profile 1.0 §2.3).
    pub fn of_error(code: &str) -> Self {
        match code {
            "access_denied" | "login_required" | "interaction_required" | "consent_required" => {
                EidProblem::Cancelled
            }
            "unmet_authentication_requirements" => EidProblem::TooWeak,
            "server_error" | "temporarily_unavailable" => EidProblem::Away(code.to_owned()),
            _ => EidProblem::Refused("the provider answered with an error".to_owned()),
        }
    }
}

/// A future that a provider answers with.
pub type Reply<'a, T> = Pin<Box<dyn Future<Output = Result<T, EidProblem>> + Send + 'a>>;

/// A provider of e-legitimations.
pub trait ELegitimation: Send + Sync {
    /// Its word in addresses.
    fn code(&self) -> &str;

    /// Its name on the button, in this language.
    fn name(&self, language: &str) -> &str;

    /// The public halves of our keys at this provider, as JSON Web Keys.
    fn public_keys(&self) -> &[Value];

    /// How to send the browser there.
    fn begin<'a>(
        &'a self,
        visit: &'a Visit,
        reader: Reader<'a>,
        at: Moment,
    ) -> Reply<'a, Departure>;

    /// Exchanges the code and checks all that comes back.
    fn finish<'a>(&'a self, visit: &'a Visit, answer: &'a Answer, at: Moment) -> Reply<'a, Proven>;
}

fn refused(why: &str) -> EidProblem {
    EidProblem::Refused(why.to_owned())
}

/// An error and its causes, in one line. They name claims and addresses, never their values.
fn words_of(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        words = format!("{words}: {deeper}");
        cause = deeper.source();
    }
    words
}

/// The providers people may choose from.
#[derive(Clone, Default)]
pub struct Providers(Vec<Arc<dyn ELegitimation>>);

impl Providers {
    /// These providers, in the order they are offered.
    pub fn new(providers: Vec<Arc<dyn ELegitimation>>) -> Self {
        Providers(providers)
    }

    /// The one with this word.
    pub fn find(&self, code: &str) -> Option<&dyn ELegitimation> {
        let found = self.0.iter().find(|provider| provider.code() == code);
        found.map(|provider| &**provider)
    }

    /// The set of our public keys, each once, whichever provider it is for (RFC 7517 §5).
    pub fn key_set(&self) -> Value {
        let mut keys: Vec<Value> = Vec::new();
        for key in self.iter().flat_map(|provider| provider.public_keys()) {
            if !keys.contains(key) {
                keys.push(key.clone());
            }
        }
        serde_json::json!({ "keys": keys })
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &dyn ELegitimation> {
        self.0.iter().map(|provider| &**provider)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn error_codes_become_something_a_person_can_be_told() {
        assert_eq!(EidProblem::of_error("access_denied"), EidProblem::Cancelled);
        assert_eq!(
            EidProblem::of_error("unmet_authentication_requirements"),
            EidProblem::TooWeak
        );
        assert!(matches!(
            EidProblem::of_error("temporarily_unavailable"),
            EidProblem::Away(_)
        ));
        assert!(matches!(
            EidProblem::of_error("<script>"),
            EidProblem::Refused(text) if !text.contains('<')
        ));
    }
}
