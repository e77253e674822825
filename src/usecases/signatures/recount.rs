//! The recount: own rows decide, counts and tallies follow, and what differed is told. The imported part is not touched.

use crate::{
    domain::{
        ids::{ProposalId, ProposalNumber},
        signatures::marked_at,
    },
    store::{
        db::Result,
        page_versions::{self, PageKey},
        signature_tallies::{self, Recount},
        signatures,
    },
    usecases::{
        audit::{self, Actor, Note},
        env::Env,
    },
};
use serde::Serialize;
use uuid::Uuid;

/// What a recount led to.
#[derive(Debug, Clone)]
pub struct Recounted {
    /// Proposals counted.
    pub proposals: usize,
    /// Those that were repaired.
    pub drifts: Vec<Drift>,
}

/// What differed at one proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Drift {
    /// The proposal's number.
    pub number: ProposalNumber,
    /// Own signatures as they were kept.
    pub kept: i64,
    /// Own signatures there are.
    pub counted: i64,
    /// Follows as they were kept.
    pub follows_kept: i64,
    /// Follows there are.
    pub follows_counted: i64,
    /// Tallies that were missing, wrong or too many.
    pub wrong_tallies: i64,
}

impl std::fmt::Display for Drift {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{}: signatures {} kept, {} counted; follows {} kept, {} counted; {} tallies wrong",
            self.number,
            self.kept,
            self.counted,
            self.follows_kept,
            self.follows_counted,
            self.wrong_tallies
        )
    }
}

impl From<&Recount> for Drift {
    fn from(found: &Recount) -> Self {
        Drift {
            number: found.number,
            kept: found.own_count,
            counted: found.signatures,
            follows_kept: found.follow_count,
            follows_counted: found.follows,
            wrong_tallies: found.tallies.max(found.true_tallies) - found.right_tallies,
        }
    }
}

/// Proposals looked at in one read.
const STEP: i64 = 200;

/// Counts every proposal; what differs in one consistent read is counted again while held, repaired and noted.
///
/// # Errors
/// What the store refuses; repairs made until then stand.
pub async fn recount_all(env: &Env, actor: Actor) -> Result<Recounted> {
    let mut recounted = Recounted {
        proposals: 0,
        drifts: Vec::new(),
    };
    let mut after = ProposalId(Uuid::nil());
    loop {
        let (step, differing) = look(env, after).await?;
        let Some(last) = step.last() else {
            return Ok(recounted);
        };
        after = *last;
        recounted.proposals += step.len();
        for proposal in differing {
            recounted.drifts.extend(repair(env, actor, proposal).await?);
        }
    }
}

/// The next proposals, and those of them that differ.
async fn look(env: &Env, after: ProposalId) -> Result<(Vec<ProposalId>, Vec<ProposalId>)> {
    let mut tx = env.db.begin_read().await?;
    let step = signature_tallies::list_proposals_after(&mut tx, after, STEP).await?;
    let mut differing = Vec::new();
    for proposal in &step {
        let found = signature_tallies::recount(&mut tx, *proposal).await?;
        if found.is_some_and(|found| !found.agrees()) {
            differing.push(*proposal);
        }
    }
    Ok((step, differing))
}

async fn repair(env: &Env, actor: Actor, proposal: ProposalId) -> Result<Option<Drift>> {
    let now = env.now();
    let mut tx = env.db.begin().await?;
    let held = signatures::lock_proposals(&mut tx, &[proposal]).await?;
    let found = signature_tallies::recount(&mut tx, proposal).await?;
    let (Some(held), Some(found)) = (held.first(), found.filter(|found| !found.agrees())) else {
        return Ok(None);
    };
    let drift = Drift::from(&found);
    tracing::error!(%drift, "signatures.drift");
    signature_tallies::repair(&mut tx, &found).await?;
    if let (Ok(stage), total) = (
        held.facts.clone().into_stage(),
        found.imported_count + found.signatures,
    ) && let Some(collecting) = stage.collecting()
    {
        let mark = marked_at(collecting.reached_at, total, collecting.threshold, now);
        if mark != collecting.reached_at {
            signatures::mark_reached(&mut tx, proposal, mark, now).await?;
        }
    }
    page_versions::touch(&mut tx, PageKey::Proposal(found.number), now).await?;
    let entry = Note {
        act: "signatures.recount",
        subject: &audit::about_proposal(proposal),
        facts: &drift,
        is_public: true,
    };
    audit::note(&mut tx, env, actor, entry).await?;
    tx.commit().await?;
    Ok(Some(drift))
}
