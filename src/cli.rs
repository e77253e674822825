//! The command line: one file per command, and the one place where the application is put together.

mod admin;
pub mod application;
mod backup;
pub mod bench;
mod check;
mod demo;
mod failure;
mod figures;
mod import;
mod report;
mod running;
mod serve;
mod sources;

use clap::{Args, Parser, Subcommand};
use failure::Failure;
use sources::Source;
use std::{path::PathBuf, process::ExitCode};

/// Proposals, signatures, decisions and what became of them.
#[derive(Debug, Parser)]
#[command(name = "torget", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start everything on an embedded database; needs no setting
    Demo(DemoArgs),
    /// Serve the site and, unless told otherwise, do the background jobs
    Serve(ServeArgs),
    /// Do the background jobs alone
    Work(Configured),
    /// Bring the database to this release's schema
    Migrate(Source),
    /// Take in the city's open data; the same data twice changes nothing
    #[command(subcommand)]
    Import(import::Import),
    /// Write everything into one file; the site goes on meanwhile
    Backup(backup::Backup),
    /// Put a backup, from either engine, into an empty database
    Restore(backup::Restore),
    /// Write the yearly report to kommunfullmäktige
    Report(report::ReportArgs),
    /// Look after a running installation
    #[command(subcommand)]
    Admin(admin::Admin),
    /// Measure what each thing costs, on a database of its own
    Bench(bench::BenchArgs),
    /// Say what is missing or weak in the configuration
    CheckConfig(check::CheckArgs),
}

#[derive(Debug, Args)]
struct DemoArgs {
    /// Where to listen on this machine; 0 takes a free port
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The folder that holds everything the demo writes; made when missing
    #[arg(long, value_name = "DIR", default_value = ".demo")]
    data: PathBuf,
}

/// A command that needs the whole configuration.
#[derive(Debug, Args)]
struct Configured {
    /// The TOML file; TORGET_SECTION_FIELD variables stand over it
    #[arg(long, value_name = "FILE", env = "TORGET_CONFIG")]
    config: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct ServeArgs {
    #[command(flatten)]
    configured: Configured,
    /// Leave the background jobs to `torget work`
    #[arg(long)]
    no_jobs: bool,
}

/// Runs what the command line asks for.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    // The one crypto library; the HTTP client panics without a default (it is built without one).
    let _ = rustls::crypto::ring::default_provider().install_default();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("torget: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(cli.command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("torget: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Demo(args) => demo::demo(args.port, &args.data).await,
        Command::Serve(args) => {
            let config = sources::checked(args.configured.config.as_deref())?;
            serve::serve(&config, !args.no_jobs && config.jobs.in_process).await
        }
        Command::Work(args) => serve::work(&sources::checked(args.config.as_deref())?).await,
        Command::Migrate(source) => source.migrate().await,
        Command::Import(what) => import::run(what).await,
        Command::Backup(args) => backup::write(&args).await,
        Command::Restore(args) => backup::read(&args).await,
        Command::Report(args) => report::report(&args).await,
        Command::Admin(act) => admin::run(act).await,
        Command::Bench(args) => bench::run(args).await,
        Command::CheckConfig(args) => check::check(&args).await,
    }
}
