//! A change of keys: what is sealed is closed anew, and the hashes of a leaked key are retired at once.
//!
//! What finds a person is a hash of a value we do not have, so it is hashed anew when she signs in. Pseudonyms stay those
//! of the keys the database began with: signatures stand, and a second one is refused, whatever is changed.

use super::{
    audit::{self, Actor, Note},
    env::Env,
};
use crate::store::{
    db::Result,
    rekeying::{self, AtProposal, ById},
};
use serde_json::json;
use uuid::Uuid;

/// Closes with the newest keys all that was closed with older ones, a few rows in each transaction; gives how many.
/// Doing it again closes nothing anew.
///
/// # Errors
/// What the store refuses; what was closed anew until then stays so.
pub async fn reseal_all(env: &Env) -> Result<u64> {
    let mut resealed = 0;
    for what in [ById::Profiles, ById::AuthorFacts, ById::Drafts] {
        resealed += reseal_by_id(env, what).await?;
    }
    for what in [AtProposal::Signatures, AtProposal::Follows] {
        resealed += reseal_at_proposals(env, what).await?;
    }
    Ok(resealed)
}

async fn reseal_by_id(env: &Env, what: ById) -> Result<u64> {
    let (mut after, mut resealed) = (Uuid::nil(), 0);
    loop {
        let mut tx = env.db.begin().await?;
        let rows = rekeying::list_by_id(&mut tx, what, after).await?;
        let Some((last, _)) = rows.last() else {
            return Ok(resealed);
        };
        after = *last;
        for (id, old) in rows {
            if let Some(new) = env.keys.resealed(&old, id.as_bytes(), env.ids.bytes()) {
                rekeying::reseal_by_id(&mut tx, what, id, old, new).await?;
                resealed += 1;
            }
        }
        tx.commit().await?;
    }
}

async fn reseal_at_proposals(env: &Env, what: AtProposal) -> Result<u64> {
    let (mut after, mut resealed) = ((Uuid::nil(), Vec::new()), 0);
    loop {
        let mut tx = env.db.begin().await?;
        let rows = rekeying::list_at_proposal(&mut tx, what, after).await?;
        let Some(last) = rows.last() else {
            return Ok(resealed);
        };
        after = (last.0, last.1.clone());
        for old in rows {
            let about = old.0;
            if let Some(new) = env.keys.resealed(&old.2, about.as_bytes(), env.ids.bytes()) {
                rekeying::reseal_at_proposal(&mut tx, what, old, new).await?;
                resealed += 1;
            }
        }
        tx.commit().await?;
    }
}

/// Makes the hashes of older keys worthless to whoever has such a key: each is hashed again with the newest. People sign
/// in as before; sign-ins under way must begin anew. Gives how many there were.
///
/// # Errors
/// What the store refuses; what was hashed again until then stays so.
pub async fn retire_old_keys(env: &Env, actor: Actor) -> Result<usize> {
    let version = env.keys.number();
    let mut retired = 0;
    loop {
        let mut tx = env.db.begin().await?;
        let rows = rekeying::list_old_lookups(&mut tx, version).await?;
        if rows.is_empty() {
            break;
        }
        retired += rows.len();
        for (id, old) in rows {
            let new = env.keys.onion(&old);
            rekeying::replace_lookup(&mut tx, id, old, &new, version).await?;
        }
        tx.commit().await?;
    }
    let mut tx = env.db.begin().await?;
    rekeying::delete_sign_ins(&mut tx).await?;
    let entry = Note {
        act: "keys.retire",
        subject: "keys",
        facts: json!({"newest": version, "identities": retired}),
        is_public: false,
    };
    audit::note(&mut tx, env, actor, entry).await?;
    tx.commit().await?;
    Ok(retired)
}
