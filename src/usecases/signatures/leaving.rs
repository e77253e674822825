//! A person leaves: her signatures on open proposals are taken back, her follows end. What was counted when collecting
//! ended stays counted, so that nobody gets a second vote by leaving and coming back.

use super::{batch, batch::Written, keys_of};
use crate::{
    domain::{
        ids::{PersonId, ProposalId},
        signatures::may_take_back,
    },
    store::{
        db::{self, Tx},
        follows, own_proposals, signatures,
    },
    usecases::env::Env,
};
use std::collections::BTreeSet;

/// Takes back what can be taken back, in the caller's unit of work. Doing it again takes back what came since.
///
/// # Errors
/// What the store refuses.
pub async fn take_back_all(tx: &mut Tx, env: &Env, person: PersonId) -> db::Result<()> {
    let with_people = own_proposals::list_with_people(tx).await?;
    let keys = keys_of(env, person, &with_people);
    let signed = signatures::list_own(tx, &keys).await?;
    let followed = follows::list_followed(tx, &keys).await?;
    let signed = signed.iter().map(|signature| signature.proposal_id);
    let touched: BTreeSet<ProposalId> = signed.chain(followed).collect();
    if touched.is_empty() {
        return Ok(());
    }
    let stages = batch::hold(tx, touched.clone()).await?;
    let touched: Vec<ProposalId> = touched.into_iter().collect();
    let is_open = |id: &&ProposalId| {
        let stage = stages.get(id).map(|(_, stage)| stage);
        stage.is_some_and(|stage| may_take_back(stage, env.now()).is_ok())
    };
    let open: Vec<ProposalId> = touched.iter().filter(is_open).copied().collect();
    let mut changes = Written::default();
    for gone in signatures::delete_signatures(tx, &keys_of(env, person, &open)).await? {
        changes.count(gone.key, gone.signed_on, gone.residence, gone.level, -1);
    }
    for key in follows::delete_follows(tx, &keys_of(env, person, &touched)).await? {
        changes.count_follow(key, -1);
    }
    batch::settle(tx, env, &stages, &mut changes).await
}
