//! Forms that were posted: the same form posted twice is one act, and the second post leads where the first one led.

use super::db::{Result, Tx};
use crate::domain::{ids::FormId, time::Timestamp};

const CLAIM: &str = "
    INSERT INTO form_posts (form_id, posted_at, leads_to) VALUES ($1, $2, $3)
    ON CONFLICT (form_id) DO NOTHING";

const FIND_LEADS_TO: &str = "SELECT leads_to FROM form_posts WHERE form_id = $1";

/// Claims a form for the act that runs in this unit of work. `None`: it is ours, go on. `Some`: it was posted before;
/// the act is done and the person is sent to this address. A post that meets another waits for it.
///
/// # Errors
/// What the engine refuses.
pub async fn claim(
    tx: &mut Tx,
    form_id: FormId,
    now: Timestamp,
    leads_to: &str,
) -> Result<Option<String>> {
    let claimed = tx
        .query(CLAIM)
        .bind(form_id)
        .bind(now)
        .bind(leads_to.to_owned())
        .execute()
        .await?;
    if claimed == 1 {
        return Ok(None);
    }
    let (earlier,): (String,) = tx.query(FIND_LEADS_TO).bind(form_id).one().await?;
    Ok(Some(earlier))
}
