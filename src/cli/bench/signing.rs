//! Signatures over HTTP, everything included: session, origin, limits, eligibility, duplicates, durable before the answer.

use super::{
    super::failure::Failure,
    connection::press,
    load::{self, CLIENTS, Measured, deal},
    place::{FIRST_NUMBER, Place, Server},
    print, say,
};
use crate::store::bench;
use std::time::Duration;

/// Proposals that signatures are spread over.
const SPREAD: usize = 64;

/// Spread and hot, with sessions read anew and just seen; then checks that every one was kept once.
///
/// # Errors
/// When the server breaks off, or when what it kept is not what it answered.
pub async fn measure(place: &Place, signatures: usize) -> Result<(), Failure> {
    place.proposals(SPREAD as i64 + 2).await?;
    let people = place.people(signatures).await?;
    bench::settle(&place.env.db).await?;
    let server = place.serve().await?;
    let hot = FIRST_NUMBER + SPREAD as i64;
    let spread = |n: usize| FIRST_NUMBER + (n % SPREAD) as i64;

    // Warms connections, statements and caches up; not counted.
    let few = signatures.min(2_000);
    let mut kept = sign(place, &server, (0..few).map(|n| (n, hot + 1)), &people)
        .await?
        .good;
    forget_sessions().await;

    let all = sign(
        place,
        &server,
        (0..signatures).map(|n| (n, spread(n))),
        &people,
    )
    .await?;
    print(
        "Signature, spread over 64 proposals, session read anew",
        &all,
    );
    kept += all.good;
    forget_sessions().await;
    let one = sign(place, &server, (0..signatures).map(|n| (n, hot)), &people).await?;
    print("Signature, all on one proposal, session read anew", &one);
    kept += one.good;
    say(
        "Hot against spread, signatures a second",
        &percent(one.pace(), all.pace()),
    );
    forget_sessions().await;
    let regulars = (signatures / (SPREAD - 1)).max(CLIENTS).min(people.len());
    let again = (0..regulars * (SPREAD - 1))
        .map(|n| (n % regulars, spread(n % regulars + 1 + n / regulars)));
    let seen = sign(place, &server, again, &people).await?;
    print("Signature, spread, signer seen in the last seconds", &seen);
    kept += seen.good;
    check(place, kept).await
}

async fn sign(
    place: &Place,
    server: &Server,
    wishes: impl Iterator<Item = (usize, i64)>,
    people: &[String],
) -> Result<Measured, Failure> {
    let presses = wishes.map(|(person, number)| {
        let path = format!("/sv/forslag/{number}/skriv-under");
        let [_, a, b, c] = u32::try_from(person).unwrap_or(0).to_be_bytes();
        press(&path, &format!("10.{a}.{b}.{c}"), &people[person])
    });
    Ok(load::press(place.watched(server), &place.address, deal(presses), 303).await?)
}

/// Sessions are remembered for five seconds.
async fn forget_sessions() {
    tokio::time::sleep(Duration::from_secs(6)).await;
}

async fn check(place: &Place, answered: usize) -> Result<(), Failure> {
    let mut tx = place.env.db.begin_read().await?;
    let (rows, counted) = bench::count_signatures(&mut tx).await?;
    let answered = i64::try_from(answered).unwrap_or(0);
    if rows != answered || counted != answered {
        return Err(Failure::new(format!(
            "{answered} signatures were answered, {rows} are kept and {counted} are counted"
        )));
    }
    say(
        "Signatures answered, kept, counted",
        &format!("{answered}, {rows}, {counted}"),
    );
    Ok(())
}

fn percent(part: f64, whole: f64) -> String {
    format!("{:.0} %", 100.0 * part / whole.max(1.0))
}
