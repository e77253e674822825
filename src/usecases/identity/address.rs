//! An address for one who signs in by e-legitimation: without one she hears nothing of what she signed.

use super::mail::ConfirmProblem;
use crate::{
    domain::{
        email::Email,
        identity::IdentityKind,
        ids::{IdentityId, PersonId},
        people::Profile,
    },
    store::{db::Tx, people},
    usecases::env::Env,
};

/// Adds a confirmed address to a person's account; from then on it signs her in, too.
///
/// # Errors
/// [`ConfirmProblem::Elsewhere`] when it identifies someone else: accounts are not joined in passing.
pub(super) async fn add_address(
    tx: &mut Tx,
    env: &Env,
    person: PersonId,
    email: &Email,
) -> Result<(), ConfirmProblem> {
    let lookup = env.keys.lookup(IdentityKind::Mail, &email.lookup());
    let id = IdentityId(env.ids.uuid());
    let now = env.now();
    if !people::insert_identity(tx, id, person, IdentityKind::Mail, &lookup, now).await? {
        let owner = people::find_by_identity(tx, IdentityKind::Mail, &lookup).await?;
        if owner != Some(person) {
            return Err(ConfirmProblem::Elsewhere);
        }
    }
    let told = people::find_told(tx, person).await?;
    let told = told.ok_or(ConfirmProblem::Ended)?;
    let known = told
        .profile
        .and_then(|sealed| Profile::open(&env.keys, person, &sealed));
    let mut profile = known.unwrap_or(Profile {
        first_name: String::new(),
        last_name: String::new(),
        ort: String::new(),
        email: None,
    });
    profile.email = Some(email.as_str().to_owned());
    let sealed = profile.seal(&env.keys, person, env.ids.bytes());
    people::update_told(tx, person, sealed, &told.residence).await?;
    Ok(())
}
