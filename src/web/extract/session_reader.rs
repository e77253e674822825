//! Sessions that are asked for in the same moment are read by one statement: a hundred people who press *Skriv under*
//! are not a hundred questions to the database.

use crate::{
    domain::sign_in::IDLE_SECONDS,
    store::{
        db::{Result, StoreError},
        sessions::{self, Found},
    },
    usecases::{env::Env, gathering::gather},
};
use std::{collections::HashMap, sync::OnceLock};
use tokio::sync::{mpsc, oneshot};

/// How many may wait for their turn; who comes later waits outside.
const MOST_WAITING: usize = 4_096;
/// The most that one statement reads.
const MOST_AT_ONCE: usize = 256;

/// One per process; begins to work with the first question.
#[derive(Default)]
pub struct SessionReader(OnceLock<mpsc::Sender<Waiting>>);

struct Waiting {
    token_hash: Vec<u8>,
    reply: oneshot::Sender<Result<Option<Found>>>,
}

impl SessionReader {
    /// The session with this token hash, unless it has ended or was idle for too long.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn read(&self, env: &Env, token_hash: Vec<u8>) -> Result<Option<Found>> {
        let queue = self.0.get_or_init(|| start(env));
        let (reply, answer) = oneshot::channel();
        let waiting = Waiting { token_hash, reply };
        let gone = || StoreError::Unreadable {
            table: "sessions",
            found: "nothing: the reader is gone".to_owned(),
        };
        queue.send(waiting).await.map_err(|_| gone())?;
        answer.await.map_err(|_| gone())?
    }
}

fn start(env: &Env) -> mpsc::Sender<Waiting> {
    let (queue, waiting) = mpsc::channel(MOST_WAITING);
    tokio::spawn(answer(env.clone(), waiting));
    queue
}

/// While one statement runs, those who come gather for the next.
async fn answer(env: Env, mut queue: mpsc::Receiver<Waiting>) {
    let mut waiting = Vec::with_capacity(MOST_AT_ONCE);
    while gather(&mut queue, &mut waiting, MOST_AT_ONCE).await > 0 {
        let hashes: Vec<_> = waiting.iter().map(|one| one.token_hash.clone()).collect();
        let mut found = read_together(&env, &hashes).await;
        for one in waiting.drain(..) {
            let own = match &mut found {
                Ok(found) => Ok(found.get(&one.token_hash).cloned()),
                Err(error) => Err(error.shared()),
            };
            // Whoever has gone away is not told.
            let _ = one.reply.send(own);
        }
    }
}

async fn read_together(env: &Env, hashes: &[Vec<u8>]) -> Result<HashMap<Vec<u8>, Found>> {
    let now = env.now();
    let mut tx = env.db.look().await?;
    let found =
        sessions::find_sessions(&mut tx, hashes, now, now.plus_seconds(-IDLE_SECONDS)).await?;
    Ok(found.into_iter().map(|one| (one.0.clone(), one)).collect())
}
