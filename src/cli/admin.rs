//! `torget admin`: what an operator looks after.

mod eid_key;
mod rights;

use super::{failure::Failure, sources::Source};
use crate::{
    domain::ids::JobId,
    store::queue,
    usecases::{
        audit::Actor,
        audit_chain::{VerifyError, verify_log},
        jobs::{self, RetryError},
        rekeying::retire_old_keys,
        rules::{self, RuleProblem},
        signatures::recount_all,
    },
};
use clap::Subcommand;

/// What an operator may do.
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Check that no entry of the audit log was changed, removed or moved
    VerifyLog(Source),
    /// Give someone who has signed in a right of staff
    Grant(rights::Right),
    /// End a right of staff, and the person's sessions with it
    Revoke(rights::Right),
    /// List the jobs that were given up after many tries
    DeadJobs(Source),
    /// Try a job that was given up once more
    RetryJob {
        #[command(flatten)]
        source: Source,
        /// The job's id, from `dead-jobs`
        job: JobId,
    },
    /// List the city's rules in force
    Rules(Source),
    /// Change one of them from now on; running processes follow within seconds
    SetRule {
        #[command(flatten)]
        source: Source,
        /// Its name, from `rules`
        name: String,
        /// A number, true or false, or a level of trust
        #[arg(allow_hyphen_values = true)]
        value: String,
    },
    /// Make a key that proves to providers of e-legitimations who we are
    MakeEidKey(eid_key::NewKey),
    /// After secret.key was replaced because it leaked: make the hashes made with the older worthless at once
    RetireKeys(Source),
    /// Count signatures anew and repair what does not agree with them
    Recount(Source),
}

/// Does one of them.
///
/// # Errors
/// Why it could not be done.
pub async fn run(act: Admin) -> Result<(), Failure> {
    match act {
        Admin::VerifyLog(source) => verify(&source).await,
        Admin::Grant(right) => rights::give(&right).await,
        Admin::Revoke(right) => rights::end(&right).await,
        Admin::DeadJobs(source) => list_dead_jobs(&source).await,
        Admin::RetryJob { source, job } => retry_job(&source, job).await,
        Admin::Rules(source) => list_rules(&source).await,
        Admin::SetRule {
            source,
            name,
            value,
        } => set_rule(&source, &name, &value).await,
        Admin::MakeEidKey(new) => eid_key::make(&new),
        Admin::RetireKeys(source) => retire_keys(&source).await,
        Admin::Recount(source) => recount(&source).await,
    }
}

async fn verify(source: &Source) -> Result<(), Failure> {
    let verified = match verify_log(&source.env().await?).await {
        Ok(verified) => verified,
        Err(VerifyError::Broken(broken)) => {
            return Err(Failure::new(format!("the audit log is broken: {broken}")));
        }
        Err(VerifyError::Store(error)) => return Err(error.into()),
    };
    println!("The audit log holds: {} entries chained.", verified.sealed);
    println!("Last hash: {}", hex::encode(&verified.head));
    let since = verified
        .oldest_unsealed
        .map(|at| format!(", the oldest from {}", at.rfc3339()));
    println!(
        "Not chained yet: {}{}.",
        verified.unsealed,
        since.unwrap_or_default()
    );
    Ok(())
}

async fn list_rules(source: &Source) -> Result<(), Failure> {
    for (name, value) in rules::list(&source.env().await?.rules) {
        println!("{name}  {value}");
    }
    Ok(())
}

async fn set_rule(source: &Source, name: &str, value: &str) -> Result<(), Failure> {
    match rules::change(&source.env().await?, Actor::Operator, name, value).await {
        Ok(_) => {
            println!("In force: {name} is {value}. What began under another value keeps it.");
            Ok(())
        }
        Err(RuleProblem::Store(error)) => Err(error.into()),
        Err(problem) => Err(Failure::new(problem.to_string())),
    }
}

async fn recount(source: &Source) -> Result<(), Failure> {
    let recounted = recount_all(&source.env().await?, Actor::Operator).await?;
    for drift in &recounted.drifts {
        println!("{drift}");
    }
    println!(
        "{} proposals counted, {} repaired.",
        recounted.proposals,
        recounted.drifts.len()
    );
    Ok(())
}

async fn retire_keys(source: &Source) -> Result<(), Failure> {
    let env = source.env().await?;
    if env.keys.number() == 1 {
        return Err(Failure::new(
            "there are no older keys: set a new secret.key and list the one before under secret.previous first",
        ));
    }
    let retired = retire_old_keys(&env, Actor::Operator).await?;
    println!(
        "{retired} identities hashed again. People sign in as before; sign-ins under way begin anew."
    );
    Ok(())
}

async fn list_dead_jobs(source: &Source) -> Result<(), Failure> {
    let env = source.env().await?;
    let mut tx = env.db.begin_read().await?;
    let dead = queue::list_dead(&mut tx).await?;
    for job in &dead {
        println!(
            "{}  {}  {}  {} tries  {}",
            job.id,
            job.dead_at.rfc3339(),
            job.kind,
            job.attempts,
            job.last_error.as_deref().unwrap_or_default()
        );
    }
    println!("{} given up.", dead.len());
    Ok(())
}

async fn retry_job(source: &Source, job: JobId) -> Result<(), Failure> {
    match jobs::retry_dead(&source.env().await?, job).await {
        Ok(()) => {
            println!("It will be tried again.");
            Ok(())
        }
        Err(RetryError::NotDead) => Err(Failure::new("no job with this id was given up")),
        Err(RetryError::Store(error)) => Err(error.into()),
    }
}
