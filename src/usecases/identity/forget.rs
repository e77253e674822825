//! Time: what has ended is forgotten.

use crate::{
    domain::{sign_in::IDLE_SECONDS, time::Timestamp},
    store::{
        db::{Result, Tx},
        form_posts, sessions, sign_ins,
    },
};

/// Sign-ins stay this long after their end, since the limits count an hour back.
const SIGN_INS_KEPT: i64 = 2 * 3600;
/// Forms stay known for a week: a browser restored from yesterday may still post its form.
const FORMS_KEPT: i64 = 7 * 24 * 3600;

/// Forgets ended sessions, sign-ins and old form posts, in the job's unit of work.
///
/// # Errors
/// What the store refuses.
pub async fn forget_ended(tx: &mut Tx, now: Timestamp) -> Result<()> {
    sessions::delete_ended(tx, now, now.plus_seconds(-IDLE_SECONDS)).await?;
    sign_ins::delete_ended(tx, now.plus_seconds(-SIGN_INS_KEPT)).await?;
    form_posts::delete_before(tx, now.plus_seconds(-FORMS_KEPT)).await?;
    Ok(())
}
