//! Time: closes what has been open its time, one proposal a transaction, so that no other writer waits long.

use super::JobError;
use crate::usecases::{closing, env::Env};

/// How many one run closes; what is left is done by the next run, a minute later.
const MOST: i64 = 500;

/// Closes every proposal that is due. Run twice, or by two instances at once, each closes once.
///
/// # Errors
/// When the store refuses; what was closed until then stays closed.
pub async fn close_due_proposals(env: &Env) -> Result<(), JobError> {
    let mut closed = 0;
    for proposal in closing::list_due(env, MOST).await? {
        closed += i64::from(closing::close_proposal(env, proposal).await?);
    }
    if closed > 0 {
        tracing::info!(closed, "closing.done");
    }
    Ok(())
}
