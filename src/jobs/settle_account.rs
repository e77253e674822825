//! Time: see to what another instance was still writing for an account when it was erased or joined to another.

use super::{JobContext, JobError, finish};
use crate::{
    domain::ids::PersonId,
    store::queue::Lease,
    usecases::{
        identity::{settle_erasure, settle_joining},
        signatures::Move,
    },
};

/// Moves or takes back what an ended session still wrote; doing it again changes nothing.
///
/// # Errors
/// When the lease was lost or the store refuses.
pub async fn settle_account(
    context: &JobContext,
    lease: &Lease,
    ended: PersonId,
    into: Option<PersonId>,
) -> Result<(), JobError> {
    match into {
        Some(into) => settle_joining(&context.env, Move { from: ended, into }).await?,
        None => settle_erasure(&context.env, ended).await?,
    }
    finish(context, lease).await
}
