//! The group-commit writer: what waits is put together into one transaction, each is answered after the commit.

use super::{SignError, batch};
use crate::{
    domain::{
        identity::Residence,
        ids::{ProposalId, ProposalNumber},
        settings::Rules,
        time::Timestamp,
    },
    store::{
        db::StoreError,
        follows::NewFollow,
        signatures::{NewSignature, SignerKey},
    },
    usecases::{env::Env, gathering::gather},
};
use std::{
    collections::HashMap,
    mem::{Discriminant, discriminant},
    sync::{Arc, OnceLock, PoisonError, RwLock},
};
use tokio::sync::{mpsc, oneshot};

/// How many may wait; the next is asked to come back. At the pace measured they are answered within a second.
const MAX_WAITING: usize = 8_192;
/// The most that one transaction takes: a few milliseconds of the only writer of SQLite.
const MAX_BATCH: usize = 512;

/// One per process, shared by all clones of an `Env`; begins to work with the first signature.
#[derive(Debug, Clone, Default)]
pub struct Writer(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    queue: OnceLock<mpsc::Sender<Waiting>>,
    ids: RwLock<HashMap<ProposalNumber, ProposalId>>,
}

/// What someone wants changed.
#[derive(Debug)]
pub(super) enum Wish {
    Sign(Box<Signing>),
    TakeBack {
        key: SignerKey,
        received_at: Timestamp,
    },
    Follow(NewFollow),
    Unfollow {
        key: SignerKey,
    },
}

/// A signature, with what the rules ask about.
#[derive(Debug)]
pub(super) struct Signing {
    pub new: NewSignature,
    pub residence: Residence,
    pub rules: Rules,
}

/// What a wish led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Signed { number: i64 },
    Changed,
    Unchanged,
}

#[derive(Debug)]
struct Waiting {
    wish: Wish,
    reply: oneshot::Sender<Result<Answer, SignError>>,
}

impl Wish {
    pub fn key(&self) -> SignerKey {
        match self {
            Wish::Sign(signing) => signing.new.key,
            Wish::Follow(follow) => follow.key,
            Wish::TakeBack { key, .. } | Wish::Unfollow { key } => *key,
        }
    }
}

impl Writer {
    /// Hands a wish in and waits until it is durable or refused.
    pub(super) async fn put(&self, env: &Env, wish: Wish) -> Result<Answer, SignError> {
        let queue = self.0.queue.get_or_init(|| start(env));
        let (reply, answer) = oneshot::channel();
        queue
            .try_send(Waiting { wish, reply })
            .map_err(|_| SignError::Busy)?;
        answer.await.map_err(|_| SignError::Busy)?
    }

    pub(super) fn known_id(&self, number: ProposalNumber) -> Option<ProposalId> {
        let ids = self.0.ids.read().unwrap_or_else(PoisonError::into_inner);
        ids.get(&number).copied()
    }

    pub(super) fn remember_id(&self, number: ProposalNumber, id: ProposalId) {
        let mut ids = self.0.ids.write().unwrap_or_else(PoisonError::into_inner);
        ids.insert(number, id);
    }
}

/// Starts the task that writes. It holds an `Env` with another, unused writer: holding this one it would never end.
fn start(env: &Env) -> mpsc::Sender<Waiting> {
    let (queue, waiting) = mpsc::channel(MAX_WAITING);
    let env = Env {
        signing: Writer::default(),
        ..env.clone()
    };
    tokio::spawn(write(env, waiting));
    queue
}

/// Writes batch after batch; while one commits, the next gathers. A batch runs as a task of its own, so that a panic
/// in it leaves its people unanswered and the writer alive.
async fn write(env: Env, mut waiting: mpsc::Receiver<Waiting>) {
    let mut next = Vec::with_capacity(MAX_BATCH);
    while gather(&mut waiting, &mut next, MAX_BATCH).await > 0 {
        let batch = std::mem::take(&mut next);
        if let Err(error) = tokio::spawn(write_batch(env.clone(), batch)).await {
            tracing::error!(%error, "signatures.batch_broke");
        }
    }
}

async fn write_batch(env: Env, mut waiting: Vec<Waiting>) {
    while !waiting.is_empty() {
        let rest = waiting.split_off(together(&waiting));
        write_together(&env, waiting).await;
        waiting = rest;
    }
}

/// How many from the front can share a transaction: until someone wants a second, different thing of the same
/// proposal. What she does first is done first.
fn together(waiting: &[Waiting]) -> usize {
    let mut seen: HashMap<SignerKey, Discriminant<Wish>> = HashMap::with_capacity(waiting.len());
    waiting
        .iter()
        .position(|one| {
            let kind = discriminant(&one.wish);
            *seen.entry(one.wish.key()).or_insert(kind) != kind
        })
        .unwrap_or(waiting.len())
}

async fn write_together(env: &Env, waiting: Vec<Waiting>) {
    let (wishes, replies): (Vec<_>, Vec<_>) =
        waiting.into_iter().map(|one| (one.wish, one.reply)).unzip();
    let answers = match batch::commit(env, &wishes).await {
        Ok(answers) => answers,
        Err(error) => {
            tracing::warn!(%error, wishes = wishes.len(), "signatures.batch_failed");
            one_by_one(env, &wishes).await
        }
    };
    for (reply, answer) in replies.into_iter().zip(answers) {
        // Whoever has gone away is not told; what was written stays written.
        let _ = reply.send(answer);
    }
}

/// A batch that failed is tried one by one, so that one bad row stops nobody else. When the database is away the rest
/// are told so at once instead of each waiting in turn.
async fn one_by_one(env: &Env, wishes: &[Wish]) -> Vec<Result<Answer, SignError>> {
    let mut answers = Vec::with_capacity(wishes.len());
    for wish in wishes {
        let answer = match batch::commit(env, std::slice::from_ref(wish)).await {
            Ok(mut one) => one.pop().unwrap_or(Err(SignError::Busy)),
            Err(error) => Err(SignError::Store(error)),
        };
        let is_away = matches!(answer, Err(SignError::Store(StoreError::Away(_))));
        answers.push(answer);
        if is_away {
            break;
        }
    }
    answers.resize_with(wishes.len(), || Err(SignError::Busy));
    answers
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn waiting(wishes: impl IntoIterator<Item = Wish>) -> Vec<Waiting> {
        let with_reply = |wish| Waiting {
            wish,
            reply: oneshot::channel().0,
        };
        wishes.into_iter().map(with_reply).collect()
    }

    fn key(person: u8) -> SignerKey {
        SignerKey {
            proposal: ProposalId(Uuid::from_u128(1)),
            pseudonym: [person; 32],
        }
    }

    fn follow(person: u8) -> Wish {
        Wish::Follow(NewFollow {
            key: key(person),
            sealed: Vec::new(),
            followed_at: Timestamp::from_micros(0),
        })
    }

    fn unfollow(person: u8) -> Wish {
        Wish::Unfollow { key: key(person) }
    }

    #[test]
    fn the_same_wish_twice_shares_a_transaction_and_its_opposite_waits() {
        assert_eq!(together(&waiting([follow(1), follow(1), follow(2)])), 3);
        assert_eq!(
            together(&waiting([follow(1), unfollow(2), unfollow(1), follow(3)])),
            2
        );
        assert_eq!(together(&waiting([])), 0);
    }
}
