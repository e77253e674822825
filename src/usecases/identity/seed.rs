//! The demo's people: each with name, ort, address and rights, as if she had been here before.

use super::{grants::grant_role, sessions::Proof, sessions::find_or_create};
use crate::{
    domain::{
        demo_people::{DEMO_PEOPLE, DemoPerson, Part, TOWN},
        identity::IdentityKind,
        ids::{IdentityId, PersonId},
        people::Profile,
        permissions::Grant,
    },
    store::{bodies, db::StoreError, people},
    usecases::{audit::Actor, env::Env, identity::GrantProblem},
};

/// Makes the demo's people, each once. A body that has not been imported gives no right.
///
/// # Errors
/// What the store refuses.
pub async fn seed_demo_people(env: &Env) -> Result<(), StoreError> {
    for person in DEMO_PEOPLE {
        let id = make(env, person).await?;
        give_right(env, person, id).await?;
    }
    Ok(())
}

/// A person who is found by her test number and by her address.
async fn make(env: &Env, person: &DemoPerson) -> Result<PersonId, StoreError> {
    let email = person.email();
    let proof = Proof {
        kind: IdentityKind::Se,
        lookup: env.keys.lookup(IdentityKind::Se, person.digits),
        previous: None,
        profile: Profile {
            first_name: "Testperson".to_owned(),
            last_name: person.number.to_string(),
            ort: TOWN.to_owned(),
            email: Some(email.clone()),
        },
    };
    let mut tx = env.db.begin().await?;
    let id = find_or_create(&mut tx, env, &proof, "sv").await?;
    let lookup = env.keys.lookup(IdentityKind::Mail, &email);
    let identity = IdentityId(env.ids.uuid());
    people::insert_identity(
        &mut tx,
        identity,
        id,
        IdentityKind::Mail,
        &lookup,
        env.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}

async fn give_right(env: &Env, person: &DemoPerson, id: PersonId) -> Result<(), StoreError> {
    let Part::Staff(role, slug) = person.part else {
        return Ok(());
    };
    let body = match slug {
        None => None,
        Some(slug) => {
            let found = bodies::find_by_slug(&mut env.db.begin_read().await?, slug).await?;
            let Some(body) = found else { return Ok(()) };
            Some(body.id)
        }
    };
    let grant = Grant {
        person: id,
        role,
        body,
    };
    match grant_role(env, Actor::Operator, grant).await {
        Ok(()) | Err(GrantProblem::NothingToChange | GrantProblem::NotWellFormed) => Ok(()),
        Err(GrantProblem::Store(error)) => Err(error),
    }
}
