//! The rights of staff, given and ended by an administrator or the operator, always in the log.

use crate::{
    domain::{ids::GrantId, permissions::Grant},
    store::{
        db::{StoreError, Tx},
        grants, sessions,
    },
    usecases::{
        audit::{Actor, Note, note},
        env::Env,
    },
};
use serde::Serialize;

/// Why a right is neither given nor ended.
#[derive(Debug, thiserror::Error)]
pub enum GrantProblem {
    /// A handläggare needs a body; moderators, coordinators and administrators have none.
    #[error("role and body do not go together")]
    NotWellFormed,
    /// The person has it already, or does not have it.
    #[error("nothing to change")]
    NothingToChange,
    /// The store refused, or there is no such person or body.
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Serialize)]
struct Facts<'a> {
    role: &'a str,
    body: Option<String>,
}

/// Gives a right. The person's sessions end: staff have shorter ones than residents.
///
/// # Errors
/// [`GrantProblem`].
pub async fn grant_role(env: &Env, actor: Actor, grant: Grant) -> Result<(), GrantProblem> {
    if !grant.is_well_formed() {
        return Err(GrantProblem::NotWellFormed);
    }
    let mut tx = env.db.begin().await?;
    let id = GrantId(env.ids.uuid());
    if !grants::insert_grant(&mut tx, id, &grant, env.now()).await? {
        return Err(GrantProblem::NothingToChange);
    }
    sessions::delete_sessions_of(&mut tx, grant.person).await?;
    note_grant(&mut tx, env, actor, "identity.grant_role", &grant).await?;
    Ok(tx.commit().await?)
}

/// Ends a right, and the person's sessions with it, so that it ends at once.
///
/// # Errors
/// [`GrantProblem`].
pub async fn revoke_role(env: &Env, actor: Actor, grant: Grant) -> Result<(), GrantProblem> {
    let mut tx = env.db.begin().await?;
    if !grants::mark_revoked(&mut tx, &grant, env.now()).await? {
        return Err(GrantProblem::NothingToChange);
    }
    sessions::delete_sessions_of(&mut tx, grant.person).await?;
    note_grant(&mut tx, env, actor, "identity.revoke_role", &grant).await?;
    Ok(tx.commit().await?)
}

async fn note_grant(
    tx: &mut Tx,
    env: &Env,
    actor: Actor,
    act: &'static str,
    grant: &Grant,
) -> Result<(), StoreError> {
    let facts = Facts {
        role: grant.role.as_str(),
        body: grant.body.map(|body| body.to_string()),
    };
    let subject = &format!("person:{}", grant.person);
    let entry = Note {
        act,
        subject,
        facts,
        is_public: false,
    };
    note(tx, env, actor, entry).await
}
