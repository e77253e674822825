//! `torget bench`: what each thing costs, as CPU per request of server and database, in one run.
//!
//! The server is a process of its own with production's limits; this process makes the load and is not counted. The
//! clock's ticks, processes and memory are read from `/proc`, so it needs Linux. Bounded in count and time, loopback only.

pub mod connection;
mod load;
mod machine;
mod nginx;
mod pages;
mod place;
mod signing;
mod visit;

use super::failure::Failure;
use clap::Args;
use load::Measured;
use place::Place;

/// What is measured, and where.
#[derive(Debug, Args)]
pub struct BenchArgs {
    /// A PostgreSQL server, where the schema torget_bench is made and removed; without it, an SQLite file
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// How many signatures each measurement of signing writes
    #[arg(long, default_value_t = 20_000, value_parser = clap::value_parser!(u32).range(64..=65_536))]
    signatures: u32,
    /// Leave out the search over 100 000 proposals
    #[arg(long)]
    small: bool,
}

/// Measures everything and prints the table.
///
/// # Errors
/// When the database cannot be made or the server does not answer.
pub async fn run(args: BenchArgs) -> Result<(), Failure> {
    let engine = if args.database.is_some() {
        "PostgreSQL"
    } else {
        "SQLite, synchronous=FULL"
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "{engine}, {cores} cores, {} clients, release build: {}\n",
        load::CLIENTS,
        !cfg!(debug_assertions)
    );
    let place = Place::make(args.database).await?;
    let measured = measure(&place, args.signatures as usize, args.small).await;
    let removed = place.remove().await;
    measured.and(removed)
}

async fn measure(place: &Place, signatures: usize, small: bool) -> Result<(), Failure> {
    println!(
        "| What | CPU µs/request: server + database | a second | p50 / p99 ms | others' share of the cores |"
    );
    println!("|---|---|---|---|---|");
    signing::measure(place, signatures).await?;
    pages::measure(place).await?;
    if !small {
        pages::measure_large(place).await?;
    }
    Ok(())
}

/// One line of the table.
fn print(what: &str, measured: &Measured) {
    let bad = match measured.bad {
        0 => String::new(),
        bad => format!(" ({bad} refused)"),
    };
    println!(
        "| {what}{bad} | {:.1} + {:.1} = **{:.1}** | {:.0} | {:.2} / {:.2} | {:.0} % |",
        measured.server_cpu(),
        measured.database_cpu(),
        measured.cpu(),
        measured.pace(),
        measured.wait(0.5),
        measured.wait(0.99),
        measured.spent.others(measured.seconds) * 100.0,
    );
}

/// A line that says one thing.
fn say(what: &str, value: &str) {
    println!("| {what} | {value} | | | |");
}
