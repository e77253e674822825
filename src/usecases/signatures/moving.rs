//! One person's signatures and follows become another's: two accounts were hers, and she has one voice.
//!
//! Where both signed and signatures are still collected, one stays: the earlier, with the stronger proof of the two.
//! Where collecting has ended both rows stay as they were counted, so that the count at closing, the tallies and every
//! recount agree for ever; the second then belongs to nobody: it is told nothing, names nobody and opens nothing.

use super::{
    batch::{self, Stages, Written},
    key_of, keys_of,
};
use crate::{
    domain::{
        ids::{PersonId, ProposalId},
        signatures::may_take_back,
    },
    store::{
        db::{self, Tx},
        follows::{self, NewFollow},
        joinings, mails, own_proposals,
        signatures::{self, NewSignature, OwnSignature, TakenBack},
    },
    usecases::{
        env::Env,
        mails::{opt_out_token, seal_person},
    },
};
use std::collections::{BTreeSet, HashMap};

/// Whose rows become whose.
#[derive(Debug, Clone, Copy)]
pub struct Move {
    /// Whose account ends.
    pub from: PersonId,
    /// Whose account stays.
    pub into: PersonId,
}

/// Moves all signatures, follows and waiting mails, in the caller's unit of work. Doing it again moves what came since.
///
/// # Errors
/// What the store refuses.
pub async fn move_all(tx: &mut Tx, env: &Env, people: Move) -> db::Result<()> {
    let with_people = own_proposals::list_with_people(tx).await?;
    let theirs = keys_of(env, people.from, &with_people);
    let signed = signatures::list_own(tx, &theirs).await?;
    let followed = follows::list_followed(tx, &theirs).await?;
    let written = own_proposals::list_written(tx, people.from).await?;
    let touched: BTreeSet<ProposalId> = signed
        .iter()
        .map(|signature| signature.proposal_id)
        .chain(followed.iter().copied())
        .chain(written.iter().map(|line| line.id))
        .collect();
    if touched.is_empty() {
        return Ok(());
    }
    let stages = batch::hold(tx, touched.clone()).await?;
    let touched: Vec<ProposalId> = touched.into_iter().collect();
    let mut changes = Written::default();
    move_signatures(tx, env, people, &touched, &stages, &mut changes).await?;
    move_follows(tx, env, people, &touched, &mut changes).await?;
    batch::settle(tx, env, &stages, &mut changes).await?;
    move_mails(tx, env, people, &touched).await
}

async fn move_signatures(
    tx: &mut Tx,
    env: &Env,
    people: Move,
    touched: &[ProposalId],
    stages: &Stages,
    changes: &mut Written,
) -> db::Result<()> {
    let theirs = signatures::list_own(tx, &keys_of(env, people.from, touched)).await?;
    let own = signatures::list_own(tx, &keys_of(env, people.into, touched)).await?;
    let own: BTreeSet<ProposalId> = own.iter().map(|signature| signature.proposal_id).collect();
    let is_kept_twice = |signature: &OwnSignature| {
        let stage = stages.get(&signature.proposal_id).map(|(_, stage)| stage);
        let is_open = stage.is_some_and(|stage| may_take_back(stage, env.now()).is_ok());
        own.contains(&signature.proposal_id) && !is_open
    };
    let moved: Vec<ProposalId> = theirs
        .iter()
        .filter(|signature| !is_kept_twice(signature))
        .map(|signature| signature.proposal_id)
        .collect();
    let mut keys = keys_of(env, people.from, &moved);
    keys.extend(keys_of(env, people.into, &moved));
    let mut kept: HashMap<ProposalId, TakenBack> = HashMap::with_capacity(moved.len());
    for gone in signatures::delete_signatures(tx, &keys).await? {
        changes.count(
            gone.key,
            gone.signed_on,
            gone.residence.clone(),
            gone.level,
            -1,
        );
        let one = match kept.remove(&gone.key.proposal) {
            Some(other) => one_of(gone, other),
            None => gone,
        };
        kept.insert(one.key.proposal, one);
    }
    let new: Vec<NewSignature> = kept
        .into_values()
        .map(|one| rewritten(env, people.into, one))
        .collect();
    signatures::insert_signatures(tx, &new).await?;
    for one in new {
        changes.count(one.key, one.signed_on, one.residence, one.level, 1);
    }
    Ok(())
}

/// The earlier of two signatures of one person, with the stronger proof of both.
fn one_of(a: TakenBack, b: TakenBack) -> TakenBack {
    let level = a.level.max(b.level);
    let earlier = if a.signed_at <= b.signed_at { a } else { b };
    TakenBack { level, ..earlier }
}

/// The same signature under the person's own pseudonym and seal.
fn rewritten(env: &Env, person: PersonId, one: TakenBack) -> NewSignature {
    let proposal = one.key.proposal;
    NewSignature {
        key: key_of(env, person, proposal),
        sealed: seal_person(env, person, proposal),
        level: one.level,
        residence: one.residence,
        signed_at: one.signed_at,
        signed_on: one.signed_on,
    }
}

async fn move_follows(
    tx: &mut Tx,
    env: &Env,
    people: Move,
    touched: &[ProposalId],
    changes: &mut Written,
) -> db::Result<()> {
    let gone = follows::delete_follows(tx, &keys_of(env, people.from, touched)).await?;
    let new: Vec<NewFollow> = gone
        .iter()
        .map(|gone| NewFollow {
            key: key_of(env, people.into, gone.proposal),
            sealed: seal_person(env, people.into, gone.proposal),
            followed_at: env.now(),
        })
        .collect();
    for key in gone {
        changes.count_follow(key, -1);
    }
    for key in follows::insert_follows(tx, &new).await? {
        changes.count_follow(key, 1);
    }
    Ok(())
}

/// What waits in the outbox goes to the one who stays, and where either wanted no more mails there are none.
async fn move_mails(
    tx: &mut Tx,
    env: &Env,
    people: Move,
    touched: &[ProposalId],
) -> db::Result<()> {
    for proposal in touched {
        let from = key_of(env, people.from, *proposal);
        if mails::has_opted_out(tx, &opt_out_token(&from.pseudonym)).await? {
            let token = opt_out_token(&key_of(env, people.into, *proposal).pseudonym);
            mails::insert_optout(tx, &token, env.now()).await?;
        }
    }
    let theirs = keys_of(env, people.from, touched);
    for proposal in joinings::list_waiting_mails(tx, &theirs).await? {
        let from = key_of(env, people.from, proposal);
        let into = key_of(env, people.into, proposal);
        let sealed = seal_person(env, people.into, proposal);
        joinings::readdress_mails(tx, &from, &into, sealed).await?;
    }
    Ok(())
}
