//! One transaction for many wishes: rules re-checked, rows, counts, tallies, the mark at the threshold, page versions.

use super::{
    SignError,
    writer::{Answer, Wish},
};
use crate::{
    domain::{
        collecting::Collecting,
        events::{EventFacts, EventKind},
        identity::TrustLevel,
        ids::{EventId, ProposalId, ProposalNumber},
        news::{News, NewsFacts, NewsKind},
        signatures::{Crossing, crossing, may_sign, may_take_back},
        stages::Stage,
        time::Day,
    },
    store::{
        db::{self, StoreError, Tx},
        events::{self, Event},
        follows, page_versions, proposals,
        signature_tallies::{self, CountChange, TallyChange},
        signatures::{self, SignerKey},
    },
    usecases::{env::Env, mails},
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Does all that the rules allow in one transaction and answers each wish, in order. Two different wishes with the
/// same key must not be in one batch.
///
/// # Errors
/// What the store refuses; nothing is kept then.
pub(super) async fn commit(
    env: &Env,
    wishes: &[Wish],
) -> db::Result<Vec<Result<Answer, SignError>>> {
    let mut tx = env.db.begin().await?;
    let ids = wishes.iter().map(|wish| wish.key().proposal).collect();
    let stages = hold(&mut tx, ids).await?;
    let refused: Vec<_> = wishes.iter().map(|wish| refusal(&stages, wish)).collect();
    let allowed: Vec<&Wish> = wishes
        .iter()
        .zip(&refused)
        .filter_map(|(wish, refused)| refused.is_none().then_some(wish))
        .collect();
    let mut written = write_rows(&mut tx, &allowed).await?;
    if !written.changed.is_empty() {
        settle(&mut tx, env, &stages, &mut written).await?;
        tx.commit().await?;
    }
    Ok(wishes
        .iter()
        .zip(refused)
        .map(|(wish, refused)| match refused {
            Some(error) => Err(error),
            None => Ok(written.answer(wish)),
        })
        .collect())
}

/// Brings counts, tallies, the mark at the threshold and page versions in line with the rows that came and went.
pub(super) async fn settle(
    tx: &mut Tx,
    env: &Env,
    stages: &Stages,
    written: &mut Written,
) -> db::Result<()> {
    written.totals = add_up(tx, written).await?;
    tell_crossings(tx, env, stages, written).await?;
    touch_pages(tx, env, stages, written).await
}

/// Number and stage of each proposal that is held.
pub(super) type Stages = HashMap<ProposalId, (ProposalNumber, Stage)>;

/// Reads these proposals and holds them in one order.
pub(super) async fn hold(tx: &mut Tx, ids: BTreeSet<ProposalId>) -> db::Result<Stages> {
    let ids: Vec<ProposalId> = ids.into_iter().collect();
    let mut stages = Stages::with_capacity(ids.len());
    for locked in signatures::lock_proposals(tx, &ids).await? {
        let stage = locked
            .facts
            .into_stage()
            .map_err(|missing| StoreError::Unreadable {
                table: "proposals",
                found: format!("{}: {missing}", locked.id),
            })?;
        stages.insert(locked.id, (locked.number, stage));
    }
    Ok(stages)
}

/// Why a wish can not be done, by the stage as it is inside the transaction and the time when the post came in.
fn refusal(stages: &Stages, wish: &Wish) -> Option<SignError> {
    let stage = match stages.get(&wish.key().proposal) {
        Some((_, stage)) if stage.is_visible() => stage,
        _ => return Some(SignError::NoSuchProposal),
    };
    let allowed = match wish {
        Wish::Sign(signing) => {
            let new = &signing.new;
            may_sign(
                stage,
                new.signed_at,
                &signing.rules,
                new.level,
                &signing.residence,
            )
        }
        Wish::TakeBack { received_at, .. } => may_take_back(stage, *received_at),
        Wish::Follow(_) | Wish::Unfollow { .. } => Ok(()),
    };
    allowed.err().map(SignError::from)
}

/// What a batch changed.
#[derive(Default)]
pub(super) struct Written {
    /// Keys whose row came or went.
    changed: HashSet<SignerKey>,
    /// New signatures of each proposal, in the order in which they came.
    new: HashMap<ProposalId, Vec<SignerKey>>,
    /// Counts, in key order.
    counts: BTreeMap<ProposalId, (i64, i64)>,
    /// Tallies, in key order.
    tallies: BTreeMap<(ProposalId, Day, String, TrustLevel), i64>,
    /// The totals after the batch.
    totals: HashMap<ProposalId, i64>,
}

async fn write_rows(tx: &mut Tx, wishes: &[&Wish]) -> db::Result<Written> {
    let (mut signing, mut taking_back, mut following, mut unfollowing) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for wish in wishes {
        match wish {
            Wish::Sign(wish) => signing.push(wish.new.clone()),
            Wish::TakeBack { key, .. } => taking_back.push(*key),
            Wish::Follow(new) => following.push(new.clone()),
            Wish::Unfollow { key } => unfollowing.push(*key),
        }
    }
    let mut written = Written::default();
    let new = signatures::insert_signatures(tx, &signing).await?;
    let mut new: HashSet<SignerKey> = new.into_iter().collect();
    for one in signing {
        if new.remove(&one.key) {
            written.count(one.key, one.signed_on, one.residence, one.level, 1);
            written
                .new
                .entry(one.key.proposal)
                .or_default()
                .push(one.key);
        }
    }
    for gone in signatures::delete_signatures(tx, &taking_back).await? {
        written.count(gone.key, gone.signed_on, gone.residence, gone.level, -1);
    }
    for key in follows::insert_follows(tx, &following).await? {
        written.count_follow(key, 1);
    }
    for key in follows::delete_follows(tx, &unfollowing).await? {
        written.count_follow(key, -1);
    }
    Ok(written)
}

impl Written {
    /// Notes that a signature came (1) or went (-1).
    pub(super) fn count(
        &mut self,
        key: SignerKey,
        on: Day,
        residence: String,
        level: TrustLevel,
        by: i64,
    ) {
        self.changed.insert(key);
        self.counts.entry(key.proposal).or_default().0 += by;
        let tally = (key.proposal, on, residence, level);
        *self.tallies.entry(tally).or_default() += by;
    }

    /// Notes that a follow came (1) or went (-1).
    pub(super) fn count_follow(&mut self, key: SignerKey, by: i64) {
        self.changed.insert(key);
        self.counts.entry(key.proposal).or_default().1 += by;
    }

    /// The proposals whose number of signatures changed, with the change and the new total.
    fn moved(&self) -> impl Iterator<Item = (ProposalId, i64, i64)> {
        self.counts
            .iter()
            .filter(|(_, (signed, _))| *signed != 0)
            .filter_map(|(id, (signed, _))| Some((*id, *signed, *self.totals.get(id)?)))
    }

    fn answer(&mut self, wish: &Wish) -> Answer {
        let key = wish.key();
        if !self.changed.remove(&key) {
            return Answer::Unchanged;
        }
        match (wish, self.new.get(&key.proposal)) {
            (Wish::Sign(_), Some(new)) => {
                let after = new.iter().rev().position(|one| *one == key).unwrap_or(0);
                let total = self.totals.get(&key.proposal).copied().unwrap_or(0);
                Answer::Signed {
                    number: total - i64::try_from(after).unwrap_or(0),
                }
            }
            _ => Answer::Changed,
        }
    }
}

async fn add_up(tx: &mut Tx, written: &Written) -> db::Result<HashMap<ProposalId, i64>> {
    let tallies: Vec<TallyChange> = written
        .tallies
        .iter()
        .filter(|(_, count)| **count != 0)
        .map(|((proposal, on, residence, level), count)| TallyChange {
            proposal: *proposal,
            signed_on: *on,
            residence: residence.clone(),
            level: *level,
            count: *count,
        })
        .collect();
    let counts: Vec<CountChange> = written
        .counts
        .iter()
        .map(|(proposal, (signed, followed))| CountChange {
            proposal: *proposal,
            signed: *signed,
            followed: *followed,
        })
        .collect();
    signature_tallies::add_to_tallies(tx, &tallies).await?;
    let totals = signature_tallies::add_to_counts(tx, &counts).await?;
    Ok(totals.into_iter().collect())
}

/// Passing the threshold, up or down, is marked, stands in the timeline, and going up is told once.
async fn tell_crossings(
    tx: &mut Tx,
    env: &Env,
    stages: &Stages,
    written: &Written,
) -> db::Result<()> {
    for (id, by, total) in written.moved() {
        let Some((_, Stage::Published(collecting))) = stages.get(&id) else {
            continue;
        };
        if let Some(way) = crossing(total - by, total, collecting.threshold) {
            tell_crossing(tx, env, id, collecting, total, way).await?;
        }
    }
    Ok(())
}

async fn tell_crossing(
    tx: &mut Tx,
    env: &Env,
    id: ProposalId,
    collecting: &Collecting,
    total: i64,
    way: Crossing,
) -> db::Result<()> {
    let now = env.now();
    let (kind, mark) = match way {
        Crossing::Reached => (EventKind::Reached, Some(now)),
        Crossing::FellBelow => (EventKind::FellBelow, None),
    };
    signatures::mark_reached(tx, id, mark, now).await?;
    let facts = EventFacts {
        count: Some(total),
        threshold: Some(collecting.threshold),
        ..EventFacts::default()
    };
    let event = Event::now(EventId(env.ids.uuid()), kind, now, facts);
    events::insert_event(tx, id, &event).await?;
    if way == Crossing::Reached {
        let title = proposals::find_by_id(tx, id).await?;
        if let Some(proposal) = title {
            mails::tell(tx, env, reached(&proposal, collecting, total)).await?;
        }
    }
    Ok(())
}

/// The news that the threshold is passed. The version stays 1: passing it again after a fall is told to nobody twice.
fn reached(proposal: &proposals::Proposal, collecting: &Collecting, total: i64) -> News {
    News {
        news: NewsKind::Reached,
        proposal: proposal.id,
        about: "threshold".to_owned(),
        version: 1,
        facts: NewsFacts {
            number: Some(proposal.number),
            title: proposal.title.clone(),
            day: Some(collecting.last_day()),
            count: Some(total),
            threshold: Some(collecting.threshold),
            ..NewsFacts::default()
        },
    }
}

async fn touch_pages(tx: &mut Tx, env: &Env, stages: &Stages, written: &Written) -> db::Result<()> {
    let numbers: Vec<ProposalNumber> = written
        .moved()
        .filter_map(|(id, ..)| stages.get(&id).map(|(number, _)| *number))
        .collect();
    page_versions::touch_proposals(tx, &numbers, env.now()).await
}
