//! Pages: from memory, beside nginx with the same bytes; made anew; searched; the first visit; starting and resting.

use super::{
    super::failure::Failure,
    connection::{Answer, Connection, get},
    load::{self, Measured, deal},
    machine::{Watched, memory},
    nginx::Nginx,
    place::{Place, Server},
    print, say,
    visit::visit,
};
use crate::store::bench;
use std::time::Duration;

const PROPOSAL: &str = "/sv/forslag/839";
const LIST: &str = "/sv/forslag";
const COMPRESSED: &str = "Accept-Encoding: br\r\n";

/// Everything about pages but the large search.
///
/// # Errors
/// When the server breaks off.
pub async fn measure(place: &Place) -> Result<(), Failure> {
    bench::settle(&place.env.db).await?;
    let server = place.serve().await?;
    say(
        "Start to first answer on this database",
        &format!("{:.0} ms", server.first_answer),
    );
    tokio::time::sleep(Duration::from_secs(3)).await;
    say_memory("Memory at rest after starting", &server);
    beside_nginx(place, &server).await?;
    let people = place.people(256).await?;
    made_anew(
        place,
        &server,
        &people,
        "Proposal page, made anew (signed in)",
        |_| PROPOSAL.to_owned(),
    )
    .await?;
    made_anew(
        place,
        &server,
        &people,
        "List page, made anew (signed in)",
        |_| LIST.to_owned(),
    )
    .await?;
    made_anew(
        place,
        &server,
        &people,
        "API, list of 50, made anew",
        api_page,
    )
    .await?;
    let words = words(place).await?;
    made_anew(
        place,
        &server,
        &people,
        "Search over 1 209 proposals, page included",
        |n| search(&words, n),
    )
    .await?;
    for (what, path) in [
        ("start page", "/sv/"),
        ("list", LIST),
        ("proposal", PROPOSAL),
    ] {
        let seen = visit(&place.address, path).await?;
        let value = format!(
            "{:.1} kB, {} requests, {:.1} kB of it script",
            seen.bytes as f64 / 1_000.0,
            seen.requests,
            seen.scripts as f64 / 1_000.0
        );
        say(&format!("First visit: {what}"), &value);
    }
    say_memory("Memory after the load", &server);
    Ok(())
}

/// The same search where there are a hundred thousand.
///
/// # Errors
/// When the store refuses or the server breaks off.
pub async fn measure_large(place: &Place) -> Result<(), Failure> {
    let words = words(place).await?;
    place.fill_up(100_000, &words).await?;
    bench::settle(&place.env.db).await?;
    let server = place.serve().await?;
    say(
        "Start to first answer with 100 000 proposals",
        &format!("{:.0} ms", server.first_answer),
    );
    tokio::time::sleep(Duration::from_secs(5)).await;
    let people = place.people(256).await?;
    made_anew(
        place,
        &server,
        &people,
        "Search over 100 000 proposals, page included",
        |n| search(&words, n),
    )
    .await?;
    say_memory("Memory with 100 000 proposals", &server);
    Ok(())
}

async fn beside_nginx(place: &Place, server: &Server) -> Result<(), Failure> {
    let page = fetch(&place.address, &get(PROPOSAL, "203.0.113.8", COMPRESSED)).await?;
    if page.status != 200 {
        say(
            "Proposal page from memory",
            &format!("answers {}", page.status),
        );
        return Ok(());
    }
    let requests = || (0..60_000).map(|n| get(PROPOSAL, &address(n), COMPRESSED));
    let ours = load::press(place.watched(server), &place.address, deal(requests()), 200).await?;
    print(
        &format!("Proposal page from memory, {} bytes", page.bytes),
        &ours,
    );
    let Some(nginx) = Nginx::start(&place.folder, &page).await? else {
        say("nginx", "is not installed");
        return Ok(());
    };
    let watched = Watched {
        server: 0,
        postmaster: Some(nginx.pid()),
    };
    let requests = (0..60_000).map(|n| get("/page", &address(n), COMPRESSED));
    let theirs = load::press(watched, &nginx.address, deal(requests), 200).await?;
    let bytes = fetch(&nginx.address, &get("/page", "203.0.113.8", COMPRESSED))
        .await?
        .bytes;
    print(
        &format!("nginx, same page as a file, {bytes} bytes"),
        &theirs,
    );
    let share = format!("{:.0} %", 100.0 * theirs.cpu() / ours.cpu().max(0.1));
    say("Ours against nginx, for each second of CPU", &share);
    Ok(())
}

/// What is signed in is never answered from memory.
async fn made_anew(
    place: &Place,
    server: &Server,
    people: &[String],
    what: &str,
    path: impl Fn(usize) -> String,
) -> Result<(), Failure> {
    let request = |n: usize| {
        let cookie = format!(
            "{COMPRESSED}Cookie: __Host-session={}\r\n",
            people[n % people.len()]
        );
        get(&path(n), &address(n), &cookie)
    };
    let first = fetch(&place.address, &request(0)).await?;
    if first.status != 200 {
        say(what, &format!("answers {}", first.status));
        return Ok(());
    }
    let warm: Measured = run(place, server, (0..500).map(request)).await?;
    let count = (warm.pace() * 5.0).clamp(500.0, 20_000.0) as usize;
    let measured = run(place, server, (0..count).map(request)).await?;
    print(what, &measured);
    Ok(())
}

async fn run(
    place: &Place,
    server: &Server,
    requests: impl Iterator<Item = Vec<u8>>,
) -> Result<Measured, Failure> {
    Ok(load::press(place.watched(server), &place.address, deal(requests), 200).await?)
}

async fn fetch(address: &str, request: &[u8]) -> std::io::Result<Answer> {
    Connection::open(address).await?.send(request).await
}

/// So many networks that none of them meets its limit.
fn address(n: usize) -> String {
    let [_, a, b, c] = u32::try_from(n % 20_000).unwrap_or(0).to_be_bytes();
    format!("10.{a}.{b}.{c}")
}

fn api_page(n: usize) -> String {
    format!("/api/v1/proposals?limit=50&page={}", 1 + n % 20)
}

/// Words of the titles there are, as people type them: lower case, two at a time.
async fn words(place: &Place) -> Result<Vec<String>, Failure> {
    let mut tx = place.env.db.begin_read().await?;
    let titles = bench::list_titles(&mut tx).await?;
    let words = titles
        .iter()
        .flat_map(|title| title.split(|c: char| !c.is_alphabetic()))
        .filter(|word| word.chars().count() > 3)
        .map(str::to_lowercase);
    Ok(words.collect())
}

fn search(words: &[String], n: usize) -> String {
    let word = |n: usize| {
        words
            .get(n % words.len().max(1))
            .map_or("park", String::as_str)
    };
    let query = format!("{} {}", word(n * 7), word(n * 13 + 1));
    let query = percent_encoding::utf8_percent_encode(&query, percent_encoding::NON_ALPHANUMERIC);
    format!("{LIST}?q={query}")
}

fn say_memory(what: &str, server: &Server) {
    let value = memory(server.pid()).map_or("unknown".to_owned(), |mb| format!("{mb:.0} MB"));
    say(what, &value);
}
