//! Identifiers. Never a bare integer or Uuid in a signature: each kind of thing has its own type.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Declares one identifier: a UUIDv7 made by the application, so no database sequence is hot.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map($name)
            }
        }
    };
}

id!(/// A person: random, means nothing outside this database.
    PersonId);
id!(/// A row that identifies a person (an e-mail address or an e-legitimation).
    IdentityId);
id!(/// A proposal, at any stage; residents see its [`ProposalNumber`].
    ProposalId);
id!(/// A draft of a proposal, before it is sent.
    DraftId);
id!(/// One thing that happened to a proposal, shown in its timeline.
    EventId);
id!(/// A nämnd, kommunstyrelsen or a bolag.
    BodyId);
id!(/// A proposal's case at one receiving body.
    CaseId);
id!(/// A published first or final decision.
    DecisionId);
id!(/// A file kept with a decision.
    DocumentId);
id!(/// A note on how a decision is carried out.
    FollowUpId);
id!(/// A queued job.
    JobId);
id!(/// A line of the audit log.
    AuditId);
id!(/// A moderator's decision about a text.
    ReviewId);
id!(/// A sign-in that has been started and not yet finished.
    SignInId);
id!(/// Two accounts that one person has proved to be hers, until she says that they are to be one.
    JoiningId);
id!(/// The hidden id of a rendered form: the same form posted twice is one act.
    FormId);
id!(/// A right: person, role, organisation.
    GrantId);

/// The public number of a proposal (the old platform's `MatterId`), cited in minutes and addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProposalNumber(pub i64);

impl std::fmt::Display for ProposalNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for ProposalNumber {
    type Err = std::num::ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(ProposalNumber)
    }
}
