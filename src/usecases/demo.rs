//! Acts that only the demo has: test persons who sign, and a clock that can be moved. They work through the real acts.

use super::{
    env::Env,
    signatures::{self, SignError, Signed, Signer},
    start::DEMO_CLOCK,
};
use crate::{
    domain::{
        demo_people::TOWN,
        identity::{IdentityKind, Residence, TrustLevel},
        ids::{IdentityId, PersonId, ProposalNumber},
        people::Profile,
        personnummer::test_numbers,
    },
    store::{
        db::{Result, StoreError, Tx},
        demo, people, settings,
    },
};
use futures_util::{StreamExt, stream};

/// The first test number of the crowd; those before it are the personas one can sign in as.
const CROWD_BEGINS: usize = 100;
/// The most that one press may let sign.
pub const MOST_AT_ONCE: usize = 500;
/// The furthest that one press may move the clock, in days.
pub const MOST_DAYS: i64 = 400;
/// Test persons who sign side by side.
const SIDE_BY_SIDE: usize = 32;

/// The numbered test person with the `index`-th of Skatteverket's test numbers, made the first time she is needed.
/// Without `email` no mail is sent to her.
///
/// # Errors
/// What the store refuses; [`StoreError::Conflict`] when there are no more test numbers.
pub async fn test_person(
    env: &Env,
    index: usize,
    residence: &Residence,
    email: Option<String>,
) -> Result<PersonId> {
    let mut tx = env.db.begin().await?;
    let number = test_numbers().nth(index).ok_or(StoreError::Conflict)?;
    let person = find_or_make(&mut tx, env, (index, number), residence, email).await?;
    tx.commit().await?;
    Ok(person)
}

async fn find_or_make(
    tx: &mut Tx,
    env: &Env,
    (index, number): (usize, &str),
    residence: &Residence,
    email: Option<String>,
) -> Result<PersonId> {
    let lookup = env.keys.lookup(IdentityKind::Se, number);
    if let Some(person) = people::find_by_identity(tx, IdentityKind::Se, &lookup).await? {
        return Ok(person);
    }
    let person = PersonId(env.ids.uuid());
    let profile = Profile {
        first_name: "Testperson".to_owned(),
        last_name: (index + 1).to_string(),
        ort: TOWN.to_owned(),
        email,
    };
    let new = people::NewPerson {
        id: person,
        profile: profile.seal(&env.keys, person, env.ids.bytes()),
        residence: residence.as_str(),
        locale: "sv",
        created_at: env.now(),
        created_on: env.now().day(),
    };
    people::insert_person(tx, new).await?;
    let id = IdentityId(env.ids.uuid());
    people::insert_identity(tx, id, person, IdentityKind::Se, &lookup, env.now()).await?;
    Ok(person)
}

/// The crowd's test persons from the `first` on, as signers; fewer when the test numbers end.
///
/// # Errors
/// What the store refuses.
pub async fn crowd(env: &Env, first: usize, count: usize) -> Result<Vec<Signer>> {
    let mut tx = env.db.begin().await?;
    let areas = demo::list_mellanomraden(&mut tx).await?;
    let mut signers = Vec::with_capacity(count);
    let numbers = test_numbers()
        .enumerate()
        .skip(CROWD_BEGINS + first)
        .take(count);
    for (index, number) in numbers {
        let residence = residence(index, &areas);
        let person = find_or_make(&mut tx, env, (index, number), &residence, None).await?;
        let level = if index.is_multiple_of(3) {
            TrustLevel::Email
        } else {
            TrustLevel::Eid
        };
        signers.push(Signer {
            person,
            level,
            residence,
        });
    }
    tx.commit().await?;
    Ok(signers)
}

/// Lets these sign side by side; gives how many had not signed before.
///
/// # Errors
/// Why the first of them could not.
pub async fn sign_all(
    env: &Env,
    number: ProposalNumber,
    signers: &[Signer],
) -> std::result::Result<usize, SignError> {
    let results: Vec<_> = stream::iter(signers.to_vec())
        .map(|signer| async move { signatures::sign(env, &signer, number, env.now()).await })
        .buffer_unordered(SIDE_BY_SIDE)
        .collect()
        .await;
    let mut signed = 0;
    for result in results {
        signed += usize::from(matches!(result?, Signed::New { .. }));
    }
    Ok(signed)
}

/// Lets so many test persons sign who have not signed yet; gives how many did.
///
/// # Errors
/// Why the first of them could not.
pub async fn let_sign(
    env: &Env,
    number: ProposalNumber,
    count: usize,
) -> std::result::Result<usize, SignError> {
    let count = count.min(MOST_AT_ONCE);
    let (mut first, mut signed) = (0, 0);
    while signed < count {
        let signers = crowd(env, first, count - signed).await?;
        if signers.is_empty() {
            break;
        }
        first += signers.len();
        signed += sign_all(env, number, &signers).await?;
    }
    Ok(signed)
}

/// Most live somewhere in the city, some elsewhere, some do not say.
fn residence(index: usize, areas: &[String]) -> Residence {
    match index % 12 {
        0 => Residence::NotInGoteborg,
        1 => Residence::WillNotSay,
        2 => Residence::NotStated,
        _ => {
            let code = areas.get((index * 7) % areas.len().max(1));
            code.and_then(|code| Residence::parse(code))
                .unwrap_or(Residence::NotStated)
        }
    }
}

/// Moves the demo's clock forward by so many days, and remembers it over a restart.
///
/// # Errors
/// What the store refuses.
pub async fn move_clock(env: &Env, days: i64) -> Result<()> {
    env.clock.shift(days.clamp(0, MOST_DAYS) * 24 * 3600);
    let mut tx = env.db.begin().await?;
    let moved = env.clock.offset_seconds().to_string();
    settings::set_demo_state(&mut tx, DEMO_CLOCK, &moved).await?;
    tx.commit().await
}
