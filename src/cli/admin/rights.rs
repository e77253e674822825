//! Rights of staff, given and ended by the operator: how the first administrator comes to be.

use crate::{
    cli::{failure::Failure, sources::Source},
    domain::{
        email::Email,
        identity::IdentityKind,
        ids::{BodyId, PersonId},
        permissions::{Grant, Role},
        personnummer::Personnummer,
    },
    store::{bodies, db::StoreError, people},
    usecases::{
        audit::Actor,
        env::Env,
        identity::{GrantProblem, grant_role, revoke_role},
    },
};
use clap::Args;

/// A right of a person.
#[derive(Debug, Args)]
pub struct Right {
    #[command(flatten)]
    source: Source,
    /// moderator, coordinator, handlaggare, analyst or administrator
    #[arg(value_parser = |code: &str| Role::parse(code).ok_or("no such role"))]
    role: Role,
    #[command(flatten)]
    who: Who,
    /// The nämnd or bolag, by the word in its address: for a handlaggare, and for an analyst of one body
    #[arg(long, value_name = "SLUG")]
    body: Option<String>,
}

/// Who it is: someone who has signed in at least once.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Who {
    /// The confirmed e-mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// The personal number of the e-legitimation, typed on standard input so that no history keeps it
    #[arg(long)]
    number: bool,
    /// The person's id in the audit log
    #[arg(long, value_name = "ID")]
    person: Option<PersonId>,
}

/// Gives the right.
///
/// # Errors
/// Why it was not given.
pub async fn give(right: &Right) -> Result<(), Failure> {
    let env = right.source.env().await?;
    let grant = right.grant(&env).await?;
    grant_role(&env, Actor::Operator, grant)
        .await
        .map_err(failure)?;
    println!("Given: {} to person {}.", grant.role, grant.person);
    Ok(())
}

/// Ends the right.
///
/// # Errors
/// Why it was not ended.
pub async fn end(right: &Right) -> Result<(), Failure> {
    let env = right.source.env().await?;
    let grant = right.grant(&env).await?;
    revoke_role(&env, Actor::Operator, grant)
        .await
        .map_err(failure)?;
    println!("Ended: {} of person {}.", grant.role, grant.person);
    Ok(())
}

impl Right {
    async fn grant(&self, env: &Env) -> Result<Grant, Failure> {
        Ok(Grant {
            person: self.who.find(env).await?,
            role: self.role,
            body: self.find_body(env).await?,
        })
    }

    async fn find_body(&self, env: &Env) -> Result<Option<BodyId>, Failure> {
        let Some(slug) = &self.body else {
            return Ok(None);
        };
        let mut tx = env.db.begin_read().await?;
        if let Some(body) = bodies::find_by_slug(&mut tx, slug).await? {
            return Ok(Some(body.id));
        }
        let all = bodies::list_bodies(&mut tx).await?;
        let slugs: Vec<&str> = all.iter().map(|body| body.slug.as_str()).collect();
        let known = slugs.join(", ");
        Err(Failure::new(format!(
            "no body is called {slug}; there are: {known}"
        )))
    }
}

impl Who {
    async fn find(&self, env: &Env) -> Result<PersonId, Failure> {
        if let Some(person) = self.person {
            return Ok(person);
        }
        let (kind, value) = match &self.email {
            Some(address) => {
                let email = Email::parse(address)
                    .map_err(|_| Failure::new(format!("{address} is no address")))?;
                (IdentityKind::Mail, email.lookup())
            }
            None => (IdentityKind::Se, read_number(env)?),
        };
        let mut tx = env.db.begin_read().await?;
        let lookup = env.keys.lookup(kind, &value);
        people::find_by_identity(&mut tx, kind, &lookup)
            .await?
            .ok_or_else(|| Failure::new("nobody has signed in with this yet; ask them to, once"))
    }
}

fn read_number(env: &Env) -> Result<String, Failure> {
    eprint!("Personal number: ");
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    let number = Personnummer::parse(line.trim(), env.now().day())
        .map_err(|_| Failure::new("this is no personal number"))?;
    Ok(number
        .reveal()
        .iter()
        .map(|digit| char::from(*digit))
        .collect())
}

fn failure(problem: GrantProblem) -> Failure {
    match problem {
        GrantProblem::NotWellFormed => Failure::new(
            "role and body do not go together: a handlaggare needs --body, an analyst may have it, others have none",
        ),
        GrantProblem::NothingToChange => {
            Failure::new("nothing to change: the person has the right already, or does not have it")
        }
        GrantProblem::Store(StoreError::Conflict) => Failure::new("there is no such person"),
        GrantProblem::Store(error) => error.into(),
    }
}
