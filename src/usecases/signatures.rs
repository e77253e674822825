//! Signing, taking back, following: the acts of those who stand behind a proposal.
//!
//! Every change goes through the one [`writer`], so that acts of the same person keep their order and a signature
//! costs a share of a transaction instead of one of its own.

mod batch;
mod leaving;
mod moving;
mod recount;
pub mod writer;

use super::{env::Env, mails::seal_person};
use crate::{
    domain::{
        identity::{Residence, TrustLevel},
        ids::{PersonId, ProposalId, ProposalNumber},
        settings::Rules,
        signatures::Refusal,
        time::Timestamp,
    },
    store::{
        db::{self, StoreError, Tx},
        follows,
        follows::NewFollow,
        signature_tallies,
        signatures::{self, NewSignature, OwnSignature, SignerKey},
    },
};
pub use leaving::take_back_all;
pub use moving::{Move, move_all};
pub use recount::{Drift, Recounted, recount_all};
use writer::{Answer, Signing, Wish};

/// Who signs, as the session knows her.
#[derive(Debug, Clone)]
pub struct Signer {
    /// The person.
    pub person: PersonId,
    /// How she proved who she is.
    pub level: TrustLevel,
    /// Where she says that she lives; copied to the signature.
    pub residence: Residence,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    /// No proposal that the public can see has this number.
    #[error("no such proposal")]
    NoSuchProposal,
    /// The rules refuse it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// More people wait than can be answered in time.
    #[error("too many wait")]
    Busy,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What signing led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// The signature is kept, and durable.
    New {
        /// How many had signed when hers was counted: *du är nummer 148*.
        number: i64,
    },
    /// She had signed before; nothing changed.
    Already,
}

/// Signs, once for each person and proposal. `received_at` is when the post came in: one that came before signing
/// ended counts, even when it had to wait.
///
/// # Errors
/// [`SignError`].
pub async fn sign(
    env: &Env,
    signer: &Signer,
    number: ProposalNumber,
    received_at: Timestamp,
) -> Result<Signed, SignError> {
    let proposal = find_proposal(env, number).await?;
    let signing = Signing {
        new: NewSignature {
            key: key_of(env, signer.person, proposal),
            sealed: seal_person(env, signer.person, proposal),
            level: signer.level,
            residence: signer.residence.as_str().to_owned(),
            signed_at: received_at,
            signed_on: received_at.day(),
        },
        residence: signer.residence.clone(),
        rules: Rules::clone(&env.rules),
    };
    match env.signing.put(env, Wish::Sign(Box::new(signing))).await? {
        Answer::Signed { number } => Ok(Signed::New { number }),
        _ => Ok(Signed::Already),
    }
}

/// Takes a signature back, while signing is open. `false`: there was none.
///
/// # Errors
/// [`SignError`].
pub async fn take_back(
    env: &Env,
    person: PersonId,
    number: ProposalNumber,
    received_at: Timestamp,
) -> Result<bool, SignError> {
    let key = key_of(env, person, find_proposal(env, number).await?);
    let wish = Wish::TakeBack { key, received_at };
    Ok(env.signing.put(env, wish).await? == Answer::Changed)
}

/// Follows a proposal without signing it. `false`: she did already.
///
/// # Errors
/// [`SignError`].
pub async fn follow(
    env: &Env,
    person: PersonId,
    number: ProposalNumber,
    received_at: Timestamp,
) -> Result<bool, SignError> {
    let proposal = find_proposal(env, number).await?;
    let wish = Wish::Follow(NewFollow {
        key: key_of(env, person, proposal),
        sealed: seal_person(env, person, proposal),
        followed_at: received_at,
    });
    Ok(env.signing.put(env, wish).await? == Answer::Changed)
}

/// Ends following. `false`: she did not follow.
///
/// # Errors
/// [`SignError`].
pub async fn unfollow(
    env: &Env,
    person: PersonId,
    number: ProposalNumber,
) -> Result<bool, SignError> {
    let key = key_of(env, person, find_proposal(env, number).await?);
    Ok(env.signing.put(env, Wish::Unfollow { key }).await? == Answer::Changed)
}

/// What a person has done with one proposal.
#[derive(Debug, Clone)]
pub struct OwnState {
    /// Her signature, while it stands.
    pub signature: Option<OwnSignature>,
    /// Whether she follows it.
    pub follows: bool,
}

/// What the person herself is shown of her signature and follow.
///
/// # Errors
/// What the store refuses.
pub async fn own_state(
    tx: &mut Tx,
    env: &Env,
    person: PersonId,
    proposal: ProposalId,
) -> db::Result<OwnState> {
    let key = key_of(env, person, proposal);
    Ok(OwnState {
        signature: signatures::find_own(tx, &key).await?,
        follows: follows::has_follow(tx, &key).await?,
    })
}

/// Whether the person's signature stands on the proposal: an official who signed has no powers over it.
///
/// # Errors
/// What the store refuses.
pub async fn has_signed(
    tx: &mut Tx,
    env: &Env,
    person: PersonId,
    proposal: ProposalId,
) -> db::Result<bool> {
    let key = key_of(env, person, proposal);
    Ok(signatures::find_own(tx, &key).await?.is_some())
}

/// All signatures of a person, newest first. Her pseudonym at every signed proposal is made and looked up at once, so
/// that no table links them.
///
/// # Errors
/// What the store refuses.
pub async fn list_signed(
    tx: &mut Tx,
    env: &Env,
    person: PersonId,
) -> db::Result<Vec<OwnSignature>> {
    let proposals = signature_tallies::list_signed_proposals(tx).await?;
    signatures::list_own(tx, &keys_of(env, person, &proposals)).await
}

/// All proposals that a person follows, last followed first.
///
/// # Errors
/// What the store refuses.
pub async fn list_followed(
    tx: &mut Tx,
    env: &Env,
    person: PersonId,
) -> db::Result<Vec<ProposalId>> {
    let proposals = signature_tallies::list_followed_proposals(tx).await?;
    follows::list_followed(tx, &keys_of(env, person, &proposals)).await
}

fn keys_of(env: &Env, person: PersonId, proposals: &[ProposalId]) -> Vec<SignerKey> {
    proposals
        .iter()
        .map(|proposal| key_of(env, person, *proposal))
        .collect()
}

fn key_of(env: &Env, person: PersonId, proposal: ProposalId) -> SignerKey {
    SignerKey {
        proposal,
        pseudonym: env.keys.pseudonym(person, proposal),
    }
}

/// The id behind a number, remembered: it never changes. Whether the proposal may be signed, the batch reads anew.
async fn find_proposal(env: &Env, number: ProposalNumber) -> Result<ProposalId, SignError> {
    if let Some(id) = env.signing.known_id(number) {
        return Ok(id);
    }
    let mut tx = env.db.begin_read().await?;
    let id = signatures::find_proposal_id(&mut tx, number)
        .await?
        .ok_or(SignError::NoSuchProposal)?;
    env.signing.remember_id(number, id);
    Ok(id)
}
