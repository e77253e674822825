//! Keeping files with a case, until a decision is published with them.

use super::{
    audit::{Actor, Note, about_proposal, note},
    cases::{CaseError, Handling, Official, unit::powers_on},
    env::Env,
};
use crate::{
    domain::{documents::File, ids::DocumentId},
    store::{
        cases::{self, Case},
        db::Tx,
        documents, form_posts,
    },
};
use serde_json::{Value, json};

/// Keeps files with a case. They wait, unseen by the public, for the next decision or correction.
///
/// # Errors
/// [`CaseError`]. Gives the address it leads to.
pub async fn add(
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
    files: Vec<File>,
) -> Result<String, CaseError> {
    let mut tx = env.db.begin().await?;
    let case = find_own(&mut tx, env, official, handling).await?;
    let before =
        form_posts::claim(&mut tx, handling.form_id, env.now(), &handling.leads_to).await?;
    if let Some(address) = before {
        return Ok(address);
    }
    for file in &files {
        let id = DocumentId(env.ids.uuid());
        documents::insert_document(&mut tx, id, case.id, file, env.now()).await?;
        let facts = json!({"case": case.id, "name": file.name, "size": file.content.len()});
        write_note(&mut tx, env, official, &case, ("case.add_file", facts)).await?;
    }
    tx.commit().await?;
    Ok(handling.leads_to.clone())
}

/// Takes a waiting file away; one that is published stays.
///
/// # Errors
/// [`CaseError`]. Gives the address it leads to.
pub async fn remove(
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
    id: DocumentId,
) -> Result<String, CaseError> {
    let mut tx = env.db.begin().await?;
    let case = find_own(&mut tx, env, official, handling).await?;
    let before =
        form_posts::claim(&mut tx, handling.form_id, env.now(), &handling.leads_to).await?;
    if let Some(address) = before {
        return Ok(address);
    }
    if !documents::delete_waiting(&mut tx, case.id, id).await? {
        return Err(CaseError::Stale);
    }
    let facts = json!({"case": case.id, "file": id});
    write_note(&mut tx, env, official, &case, ("case.remove_file", facts)).await?;
    tx.commit().await?;
    Ok(handling.leads_to.clone())
}

async fn find_own(
    tx: &mut Tx,
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
) -> Result<Case, CaseError> {
    let case = cases::find_case(tx, handling.case).await?;
    let case = case
        .filter(|case| official.powers.may_see_cases(case.body))
        .ok_or(CaseError::NotFound)?;
    let powers = powers_on(tx, env, official, &case).await?;
    if !powers.may_handle_cases(case.body) {
        return Err(CaseError::Forbidden);
    }
    case.role.may_decide()?;
    Ok(case)
}

async fn write_note(
    tx: &mut Tx,
    env: &Env,
    official: &Official<'_>,
    case: &Case,
    (act, facts): (&'static str, Value),
) -> Result<(), CaseError> {
    let entry = Note {
        act,
        subject: &about_proposal(case.proposal),
        facts,
        is_public: false,
    };
    Ok(note(tx, env, Actor::Person(official.person), entry).await?)
}
