//! Acts that only the demo has: test persons who sign, and a clock that can be moved. They work through the real acts.

use super::{
    env::Env,
    signatures::{self, SignError, Signed, Signer},
    start::DEMO_CLOCK,
};
use crate::{
    domain::{
        identity::{IdentityKind, Residence, TrustLevel},
        ids::{IdentityId, PersonId, ProposalNumber},
        people::Profile,
        personnummer::test_numbers,
    },
    store::{
        db::{Result, StoreError},
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
    let number = test_numbers().nth(index).ok_or(StoreError::Conflict)?;
    let lookup = env.keys.lookup(IdentityKind::Se, number);
    let mut tx = env.db.begin().await?;
    if let Some(person) = people::find_by_identity(&mut tx, IdentityKind::Se, &lookup).await? {
        return Ok(person);
    }
    let person = PersonId(env.ids.uuid());
    let profile = Profile {
        first_name: "Testperson".to_owned(),
        last_name: (index + 1).to_string(),
        ort: "Göteborg".to_owned(),
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
    people::insert_person(&mut tx, new).await?;
    let id = IdentityId(env.ids.uuid());
    people::insert_identity(&mut tx, id, person, IdentityKind::Se, &lookup, env.now()).await?;
    tx.commit().await?;
    Ok(person)
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
    let mut tx = env.db.begin_read().await?;
    let areas = demo::list_mellanomraden(&mut tx).await?;
    drop(tx);
    let count = count.min(MOST_AT_ONCE);
    let mut next = CROWD_BEGINS;
    let mut signed = 0;
    while signed < count && test_numbers().nth(next).is_some() {
        let crowd = next..next + (count - signed);
        next = crowd.end;
        let results: Vec<_> = stream::iter(crowd)
            .map(|index| one_signs(env, number, index, &areas))
            .buffer_unordered(SIDE_BY_SIDE)
            .collect()
            .await;
        for result in results {
            signed += usize::from(matches!(result?, Signed::New { .. }));
        }
    }
    Ok(signed)
}

async fn one_signs(
    env: &Env,
    number: ProposalNumber,
    index: usize,
    areas: &[String],
) -> std::result::Result<Signed, SignError> {
    let residence = residence(index, areas);
    let person = test_person(env, index, &residence, None).await?;
    let level = if index.is_multiple_of(3) {
        TrustLevel::Email
    } else {
        TrustLevel::Eid
    };
    signatures::sign(
        env,
        &Signer {
            person,
            level,
            residence,
        },
        number,
        env.now(),
    )
    .await
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
