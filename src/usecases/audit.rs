//! The audit log's entries: inserted unchained in the act's own transaction, chained later by the sealer.

use super::env::Env;
use crate::{
    domain::{
        audit::payload_hash,
        ids::{AuditId, PersonId, ProposalId},
    },
    store::{
        audit::{self, NewEntry},
        db::{Result, StoreError, Tx},
    },
};
use serde::Serialize;

/// Who did it.
#[derive(Debug, Clone, Copy)]
pub enum Actor {
    /// A person, resident or staff.
    Person(PersonId),
    /// A job of this system.
    Job(&'static str),
    /// The operator, through the command line.
    Operator,
}

impl std::fmt::Display for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Actor::Person(id) => write!(f, "person:{id}"),
            Actor::Job(name) => write!(f, "job:{name}"),
            Actor::Operator => f.write_str("operator"),
        }
    }
}

/// What is noted: a dotted act (`review.publish`), what it concerns, its facts, and whether anyone may read it.
#[derive(Debug)]
pub struct Note<'a, P: Serialize> {
    /// The act, dotted: `case.decide`.
    pub act: &'static str,
    /// What it concerns: `proposal:<id>`.
    pub subject: &'a str,
    /// Its facts; an object without personal data beyond ids.
    pub facts: P,
    /// Whether the public may read it.
    pub is_public: bool,
}

/// Writes an entry into the act's transaction.
///
/// # Errors
/// What the store refuses, or facts that cannot be written: an entry without them would say nothing.
pub async fn note<P: Serialize>(
    tx: &mut Tx,
    env: &Env,
    actor: Actor,
    note: Note<'_, P>,
) -> Result<()> {
    let payload = serde_json::to_string(&note.facts).map_err(|error| StoreError::Unreadable {
        table: "the facts of an audit entry",
        found: error.to_string(),
    })?;
    let salt: [u8; 16] = env.ids.bytes();
    let entry = NewEntry {
        id: AuditId(env.ids.uuid()),
        at: env.now(),
        actor: actor.to_string(),
        act: note.act,
        subject: note.subject,
        payload_hash: payload_hash(&salt, payload.as_bytes()).to_vec(),
        payload,
        salt: salt.to_vec(),
        is_public: note.is_public,
    };
    audit::insert_entry(tx, entry).await
}

/// The subject of an entry about a proposal.
pub fn about_proposal(id: ProposalId) -> String {
    format!("proposal:{id}")
}
