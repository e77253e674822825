//! Which database a command works on: the one of the configuration, or that of a demo's folder.

use super::{demo, failure::Failure};
use crate::{
    config::Config,
    domain::keys::Keys,
    outside::mailer::{Post, PostBox},
    store::{db::Db, migrate},
    usecases::{
        env::{Clock, Env},
        start,
    },
};
use clap::Args;
use secrecy::ExposeSecret;
use std::path::{Path, PathBuf};

/// A command that needs the database and the secret, nothing else.
#[derive(Debug, Args)]
pub struct Source {
    /// The TOML file; TORGET_SECTION_FIELD variables stand over it
    #[arg(long, value_name = "FILE", env = "TORGET_CONFIG")]
    config: Option<PathBuf>,
    /// Work on the demo in this folder instead
    #[arg(long, value_name = "DIR", conflicts_with = "config")]
    data: Option<PathBuf>,
}

/// Where the data lie and the keys that open them.
struct Place {
    url: String,
    keys: Keys,
    is_production: bool,
}

impl Source {
    /// The database, as it is.
    ///
    /// # Errors
    /// When the configuration has problems or the database is away.
    pub async fn open(&self) -> Result<Db, Failure> {
        Ok(Db::open(&self.place()?.url).await?)
    }

    /// The database, which must fit this release and the secret.
    ///
    /// # Errors
    /// Why it may not be worked on.
    pub async fn env(&self) -> Result<Env, Failure> {
        let (db, place) = self.db_and_place().await?;
        if migrate::applied_version(&db).await?.is_none() {
            return Err(Failure::new(
                "the database is empty: run `torget migrate` first",
            ));
        }
        let clock = self.clock(&db).await?;
        let post = Post::Box(PostBox::default());
        Ok(start::open_env(db, place.keys, clock, post, place.is_production).await?)
    }

    /// A database for a restore: brought to this release's schema, its secret not noted yet.
    ///
    /// # Errors
    /// Why it may not be worked on.
    pub async fn new_env(&self) -> Result<Env, Failure> {
        let (db, place) = self.db_and_place().await?;
        migrate::run(&db).await?;
        let clock = self.clock(&db).await?;
        let post = Post::Box(PostBox::default());
        Ok(start::open_new_env(db, place.keys, clock, post, place.is_production).await?)
    }

    async fn db_and_place(&self) -> Result<(Db, Place), Failure> {
        let place = self.place()?;
        Ok((Db::open(&place.url).await?, place))
    }

    async fn clock(&self, db: &Db) -> Result<Clock, Failure> {
        Ok(if self.data.is_some() {
            start::demo_clock(db).await?
        } else {
            Clock::system()
        })
    }

    /// Brings the database to this release's schema.
    ///
    /// # Errors
    /// When a migration fails.
    pub async fn migrate(&self) -> Result<(), Failure> {
        let db = self.open().await?;
        migrate::run(&db).await?;
        println!("The database is at schema {}.", migrate::newest_version());
        Ok(())
    }

    fn place(&self) -> Result<Place, Failure> {
        if let Some(folder) = &self.data {
            return Ok(Place {
                url: demo::database_url(folder),
                keys: Keys::derive(&demo::secret(folder)?),
                is_production: false,
            });
        }
        let config = read(self.config.as_deref())?;
        let problems = config.storage_problems();
        if !problems.is_empty() {
            return Err(problems.into());
        }
        Ok(Place {
            url: config.database.url.expose_secret().to_owned(),
            keys: config.keys().map_err(Failure::new)?,
            is_production: config.site.is_production,
        })
    }
}

/// The whole configuration, without a problem.
///
/// # Errors
/// Every problem there is.
pub fn checked(file: Option<&Path>) -> Result<Config, Failure> {
    let config = read(file)?;
    let problems = config.problems();
    if problems.is_empty() {
        Ok(config)
    } else {
        Err(problems.into())
    }
}

fn read(file: Option<&Path>) -> Result<Config, Failure> {
    Ok(Config::load(file, std::env::vars())?)
}
