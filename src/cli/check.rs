//! `torget check-config`: what is missing or weak, and what does not fit the providers of e-legitimations.

use super::{Configured, failure::Failure, sources};
use crate::{config::Config, outside::e_legitimation::OidcProvider, usecases::env::Clock};
use clap::Args;

/// What is checked.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    configured: Configured,
    /// Also ask each provider of e-legitimations whether its profile fits it
    #[arg(long)]
    ask: bool,
}

/// Says what is wrong, everything at once.
///
/// # Errors
/// What is wrong.
pub async fn check(args: &CheckArgs) -> Result<(), Failure> {
    let config = sources::checked(args.configured.config.as_deref())?;
    if args.ask {
        ask_providers(&config).await?;
    }
    println!("The configuration is whole.");
    Ok(())
}

async fn ask_providers(config: &Config) -> Result<(), Failure> {
    let mut misfits = Vec::new();
    for section in &config.eid {
        let provider = OidcProvider::new(section, config.site.is_production);
        let provider = provider.map_err(Failure::new)?;
        misfits.extend(provider.misfits(Clock::system().now()).await);
    }
    if misfits.is_empty() {
        println!("Every provider of e-legitimations fits its profile.");
        return Ok(());
    }
    let lines: Vec<String> = misfits
        .iter()
        .map(|misfit| format!("\n  {misfit}"))
        .collect();
    Err(Failure::new(format!(
        "what the providers say of themselves does not fit:{}",
        lines.concat()
    )))
}
