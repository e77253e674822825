//! Makes the demo's living material: each story is led through the real acts, by a clock of its own that starts in the
//! past and moves forward, so that timelines, statistics and queues have something true to show.

mod cast;
mod stories;
mod telling;

use crate::{
    store::{db::StoreError, settings},
    usecases::{
        cases::CaseError,
        env::{Clock, Env, Ids},
        identity::GrantProblem,
        reviews::ReviewError,
        signatures::{SignError, writer::Writer},
        submissions::SubmitError,
    },
};
use cast::Cast;

/// Where the demo remembers how many stories it has told.
const TOLD: &str = "stories_told";

/// Why a story could not be told.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// Sending in was refused.
    #[error("submit: {0}")]
    Submit(#[from] SubmitError),
    /// The review was refused.
    #[error("review: {0}")]
    Review(#[from] ReviewError),
    /// Signing was refused.
    #[error("sign: {0}")]
    Sign(#[from] SignError),
    /// An act on the case was refused.
    #[error("case: {0}")]
    Case(#[from] CaseError),
    /// A role could not be granted.
    #[error("grant: {0}")]
    Grant(#[from] GrantProblem),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A story does not fit the city's data or its own rules.
    #[error("{0}")]
    Story(String),
}

/// Tells the stories not told yet; done when all are. A start that was cut off goes on after the last whole story.
///
/// # Errors
/// Why a story could not be told.
pub async fn make_living_material(env: &Env) -> Result<(), DemoError> {
    let mut tx = env.db.begin_read().await?;
    let told = settings::find_demo_state(&mut tx, TOLD).await?;
    drop(tx);
    let told: usize = told.and_then(|told| told.parse().ok()).unwrap_or(0);
    if told >= stories::all().count() {
        return Ok(());
    }
    let past = in_the_past(env);
    let cast = Cast::gather(&past).await?;
    for (index, story) in stories::all().enumerate().skip(told) {
        telling::tell(&past, env.now().day(), &cast, index, story).await?;
        let mut tx = env.db.begin().await?;
        settings::set_demo_state(&mut tx, TOLD, &(index + 1).to_string()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The same database with a clock that stands still, and its own writer, which goes by that clock.
fn in_the_past(env: &Env) -> Env {
    let clock = Clock::still(env.now());
    Env {
        ids: Ids::new(clock.clone()),
        clock,
        signing: Writer::default(),
        ..env.clone()
    }
}
