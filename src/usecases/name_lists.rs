//! The list of names that a body gets with a case (riktlinje KF 2023-12-07 § 91). Each opening is logged.

use super::{
    audit::{Actor, Note, about_proposal, note},
    cases::{CaseError, Official, unit::powers_on},
    env::Env,
};
use crate::{
    domain::{
        ids::{CaseId, PersonId, ProposalId},
        people::Profile,
        words::collation_key,
    },
    store::{
        cases,
        db::Tx,
        name_lists::{self, SealedProfile},
        proposals, signatures,
    },
};
use serde_json::json;
use uuid::Uuid;

/// A name on the list.
#[derive(Clone, PartialEq, Eq)]
pub struct Named {
    /// First and last name.
    pub name: String,
    /// Where the person says she lives.
    pub ort: String,
    /// The address to invite the proposer at; never given for those who signed.
    pub email: Option<String>,
}

/// Who stands behind a proposal.
pub struct NameList {
    /// The proposer, who may be invited to the meeting; `None` when her account is gone.
    pub proposer: Option<Named>,
    /// Those who signed, in Swedish order of their names.
    pub signers: Vec<Named>,
    /// Signatures without a name: imported ones, and people whose accounts are gone.
    pub unnamed: i64,
}

/// How many seals are opened before the next are read.
const CHUNK: i64 = 1_000;

/// Opens the seals of one proposal for the handläggare of the coordinating body. The opening is written to the log
/// before anything is read.
///
/// # Errors
/// [`CaseError`].
pub async fn open(env: &Env, official: &Official<'_>, id: CaseId) -> Result<NameList, CaseError> {
    let mut tx = env.db.begin().await?;
    let case = cases::find_case(&mut tx, id).await?;
    let case = case
        .filter(|case| official.powers.may_see_cases(case.body))
        .ok_or(CaseError::NotFound)?;
    let powers = powers_on(&mut tx, env, official, &case).await?;
    if !powers.may_open_name_list(case.body) {
        return Err(CaseError::Forbidden);
    }
    case.role.may_decide()?;
    let entry = Note {
        act: "case.open_name_list",
        subject: &about_proposal(case.proposal),
        facts: json!({"case": case.id, "body": case.body_name}),
        is_public: false,
    };
    note(&mut tx, env, Actor::Person(official.person), entry).await?;
    tx.commit().await?;
    let mut tx = env.db.begin_read().await?;
    read(&mut tx, env, case.proposal).await
}

async fn read(tx: &mut Tx, env: &Env, id: ProposalId) -> Result<NameList, CaseError> {
    let proposal = proposals::find_by_id(tx, id)
        .await?
        .ok_or(CaseError::NotFound)?;
    let mut signers = read_signers(tx, env, id).await?;
    signers.sort_by_cached_key(|named| collation_key(&format!("{} {}", named.name, named.ort)));
    let proposer = match proposal.author {
        Some(author) => read_named(tx, env, &[author]).await?.pop(),
        None => None,
    };
    let named = i64::try_from(signers.len()).unwrap_or(i64::MAX);
    for signer in &mut signers {
        signer.email = None;
    }
    Ok(NameList {
        proposer,
        signers,
        unnamed: (proposal.count.unwrap_or(0) - named).max(0),
    })
}

async fn read_signers(tx: &mut Tx, env: &Env, id: ProposalId) -> Result<Vec<Named>, CaseError> {
    let (mut signers, mut after) = (Vec::new(), Vec::new());
    loop {
        let sealed = signatures::list_sealed(tx, id, &after, CHUNK).await?;
        let Some(last) = sealed.last() else {
            return Ok(signers);
        };
        after.clone_from(&last.pseudonym);
        let people: Vec<PersonId> = sealed
            .iter()
            .filter_map(|row| env.keys.open(&row.sealed, id.0.as_bytes()))
            .filter_map(|plain| Uuid::from_slice(&plain).ok().map(PersonId))
            .collect();
        signers.extend(read_named(tx, env, &people).await?);
    }
}

async fn read_named(tx: &mut Tx, env: &Env, people: &[PersonId]) -> Result<Vec<Named>, CaseError> {
    let rows = name_lists::list_profiles(tx, people).await?;
    let open = |row: SealedProfile| Profile::open(&env.keys, row.id, &row.profile?);
    Ok(rows
        .into_iter()
        .filter_map(open)
        .map(|profile| Named {
            name: profile.shown_name(),
            ort: profile.ort,
            email: profile.email,
        })
        .collect())
}
