//! Everything kept about a person, for herself (GDPR art. 15 and 20). Only she can ask for it, from her own session.

use crate::{
    domain::{
        display::DisplayStage,
        drafts::Draft,
        identity::{IdentityKind, Residence, TrustLevel},
        ids::{PersonId, ProposalId, ProposalNumber},
        mail_choices::MailTopic,
        people::Profile,
        permissions::Role,
        submissions::AuthorFacts,
        time::{Day, Timestamp},
    },
    store::{
        db::{Result, Tx},
        drafts, grants, mail_choices, own_proposals, people, proposals,
        sessions::{self, OwnSession},
        submissions,
    },
    usecases::{
        env::Env,
        signatures::{list_followed, list_signed},
    },
};
use serde::{Serialize, Serializer};
use std::collections::HashMap;

/// Everything kept about a person. Instants are RFC 3339.
#[derive(Debug, Serialize)]
pub struct OwnData {
    /// When this was read.
    #[serde(serialize_with = "as_rfc3339")]
    pub taken_at: Timestamp,
    /// What she has told: names, ort, address.
    pub profile: Option<Profile>,
    /// The code of where she says she lives.
    pub residence: String,
    /// The language of her mails.
    pub language: String,
    /// The news she does without.
    pub declined_mails: Vec<MailTopic>,
    /// The kinds of values that identify her; the values themselves are not kept.
    pub ways_in: Vec<IdentityKind>,
    /// Where she is signed in.
    #[serde(serialize_with = "as_sessions")]
    pub sessions: Vec<OwnSession>,
    /// Her proposals.
    pub proposals: Vec<OwnProposal>,
    /// Her drafts, as typed.
    pub drafts: Vec<Draft>,
    /// Her signatures.
    pub signatures: Vec<OwnSignature>,
    /// What she follows.
    pub follows: Vec<Named>,
    /// Her rights as staff.
    pub roles: Vec<Role>,
}

/// A proposal she sent in.
#[derive(Debug, Serialize)]
pub struct OwnProposal {
    /// Number and title.
    #[serde(flatten)]
    pub named: Named,
    /// The text.
    pub text: Option<String>,
    /// Where it stands.
    pub stage: DisplayStage,
    /// The day she sent it in.
    pub submitted_on: Option<Day>,
    /// The name that is published with it.
    pub published_name: Option<String>,
    /// What she told of herself in it.
    pub about_you: Option<AuthorFacts>,
}

/// A signature of hers.
#[derive(Debug, Serialize)]
pub struct OwnSignature {
    /// On what.
    #[serde(flatten)]
    pub named: Named,
    /// When she signed.
    #[serde(serialize_with = "as_rfc3339")]
    pub signed_at: Timestamp,
    /// How she had proved who she is.
    pub level: TrustLevel,
    /// Where she said she lives.
    #[serde(serialize_with = "as_code")]
    pub residence: Residence,
}

/// A proposal by number and title.
#[derive(Debug, Clone, Serialize)]
pub struct Named {
    /// Its public number.
    pub number: ProposalNumber,
    /// Its title.
    pub title: String,
}

fn as_rfc3339<S: Serializer>(at: &Timestamp, to: S) -> std::result::Result<S::Ok, S::Error> {
    to.serialize_str(&at.rfc3339())
}

fn as_code<S: Serializer>(at: &Residence, to: S) -> std::result::Result<S::Ok, S::Error> {
    to.serialize_str(at.as_str())
}

/// Without the hash of the token, which is ours.
fn as_sessions<S: Serializer>(
    sessions: &[OwnSession],
    to: S,
) -> std::result::Result<S::Ok, S::Error> {
    to.collect_seq(sessions.iter().map(|one| {
        serde_json::json!({
            "level": one.level,
            "begun_at": one.created_at.rfc3339(),
            "last_seen_at": one.last_seen_at.rfc3339(),
            "ends_at": one.ends_at.rfc3339(),
        })
    }))
}

/// Reads everything about a person; `None` when she is gone.
///
/// # Errors
/// What the store refuses.
pub async fn read_own_data(env: &Env, person: PersonId) -> Result<Option<OwnData>> {
    let mut tx = env.db.begin_read().await?;
    let tx = &mut tx;
    let Some(told) = people::find_told(tx, person).await? else {
        return Ok(None);
    };
    let open = |sealed: Vec<u8>| Profile::open(&env.keys, person, &sealed);
    let kinds = people::list_identity_kinds(tx, person).await?;
    let rights = grants::list_grants(tx, person).await?;
    Ok(Some(OwnData {
        taken_at: env.now(),
        profile: told.profile.and_then(open),
        residence: told.residence,
        language: told.locale,
        declined_mails: mail_choices::list_declined(tx, person).await?,
        ways_in: kinds,
        sessions: sessions::list_own(tx, person, env.now(), Timestamp::from_micros(0)).await?,
        proposals: read_proposals(tx, env, person).await?,
        drafts: read_drafts(tx, env, person).await?,
        signatures: read_signatures(tx, env, person).await?,
        follows: read_follows(tx, env, person).await?,
        roles: rights.into_iter().map(|right| right.role).collect(),
    }))
}

async fn read_proposals(tx: &mut Tx, env: &Env, person: PersonId) -> Result<Vec<OwnProposal>> {
    let mut own = Vec::new();
    for line in own_proposals::list_written(tx, person).await? {
        let Some(proposal) = proposals::find_by_id(tx, line.id).await? else {
            continue;
        };
        let facts = submissions::find_author_facts(tx, line.id).await?;
        let facts = facts.and_then(|sealed| AuthorFacts::open(&env.keys, line.id, &sealed));
        own.push(OwnProposal {
            named: Named {
                number: line.number,
                title: line.title,
            },
            text: proposal.text,
            stage: line.shown_stage,
            submitted_on: proposal.submitted_on,
            published_name: proposal.author_name,
            about_you: facts,
        });
    }
    Ok(own)
}

async fn read_drafts(tx: &mut Tx, env: &Env, person: PersonId) -> Result<Vec<Draft>> {
    let rows = drafts::list_unsent(tx, Some(person), &[]).await?;
    let open = |row: drafts::DraftRow| Draft::open(&env.keys, row.id, &row.sealed);
    Ok(rows.into_iter().filter_map(open).collect())
}

async fn read_signatures(tx: &mut Tx, env: &Env, person: PersonId) -> Result<Vec<OwnSignature>> {
    let signed = list_signed(tx, env, person).await?;
    let ids: Vec<ProposalId> = signed.iter().map(|one| one.proposal_id).collect();
    let named = read_named(tx, &ids).await?;
    let own = signed.into_iter().filter_map(|one| {
        Some(OwnSignature {
            named: named.get(&one.proposal_id)?.clone(),
            signed_at: one.signed_at,
            level: one.level,
            residence: one.residence,
        })
    });
    Ok(own.collect())
}

async fn read_follows(tx: &mut Tx, env: &Env, person: PersonId) -> Result<Vec<Named>> {
    let ids = list_followed(tx, env, person).await?;
    let mut named = read_named(tx, &ids).await?;
    Ok(ids.iter().filter_map(|id| named.remove(id)).collect())
}

async fn read_named(tx: &mut Tx, ids: &[ProposalId]) -> Result<HashMap<ProposalId, Named>> {
    let lines = own_proposals::list_lines(tx, ids).await?;
    let named = lines.into_iter().map(|line| {
        let named = Named {
            number: line.number,
            title: line.title,
        };
        (line.id, named)
    });
    Ok(named.collect())
}
