//! Proving who one is by e-legitimation: what a provider is asked, what it answers, and why it may not be believed.

mod http;
mod oidc;
mod types;

use crate::domain::{personnummer::Personnummer, time::Timestamp};
pub use oidc::OidcProvider;
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

/// Who the provider says it was. Debug shows nothing of it.
pub struct Proven {
    /// The number: looked up at once, never kept.
    pub number: Personnummer,
    /// The first name; empty when the provider does not say.
    pub given_name: String,
    /// The last name; empty when the provider does not say.
    pub family_name: String,
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

    /// Its name on the button.
    fn name(&self) -> &str;

    /// The address at the provider to send the browser to.
    fn begin<'a>(
        &'a self,
        visit: &'a Visit,
        language: &'a str,
        now: Timestamp,
    ) -> Reply<'a, String>;

    /// Exchanges the code and checks all that comes back.
    fn finish<'a>(
        &'a self,
        visit: &'a Visit,
        answer: &'a Answer,
        now: Timestamp,
    ) -> Reply<'a, Proven>;
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
