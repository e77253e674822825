//! Proposals of the old platform.

use super::{ImportError, Remark, Report, bodies};
use crate::{
    domain::{
        display::display_stage,
        ids::{BodyId, ProposalId, ProposalNumber},
        imports::{ImportedProposal, contradictions},
        stages::Stage,
        time::Timestamp,
    },
    store::{
        db::Tx,
        imports::{self, Held, ImportedProposal as Row},
        proposals::Place,
    },
    usecases::env::Env,
};
use std::collections::{BTreeSet, HashMap};

/// Signatures that the old platform asked for, all its time.
const THRESHOLD: i64 = 200;

/// Writes what is new or different.
pub(super) async fn write(
    tx: &mut Tx,
    env: &Env,
    rows: &[ImportedProposal],
) -> Result<Report, ImportError> {
    let held = imports::list_held(tx).await?;
    let taken = taken(rows, &held);
    if !taken.is_empty() {
        return Err(ImportError::Taken(taken));
    }
    let body_ids = bodies::by_any_name(tx).await?;
    let now = env.now();
    let mut report = Report {
        read: rows.len(),
        written: 0,
        remarks: remarks(rows, &body_ids),
    };
    for proposal in rows {
        let row = row(proposal, &body_ids, now);
        let id = match held.get(&row.number) {
            Some(Held::Imported(_, known)) if **known == row => continue,
            Some(Held::Imported(id, _)) => *id,
            _ => ProposalId(env.ids.uuid()),
        };
        imports::write_imported(tx, id, &row, now).await?;
        report.written += 1;
    }
    Ok(report)
}

fn taken(rows: &[ImportedProposal], held: &HashMap<ProposalNumber, Held>) -> Vec<ProposalNumber> {
    rows.iter()
        .map(|row| row.number)
        .filter(|number| matches!(held.get(number), Some(Held::Other)))
        .collect()
}

fn remarks(rows: &[ImportedProposal], body_ids: &HashMap<String, BodyId>) -> Vec<Remark> {
    let unknown: BTreeSet<&String> = rows
        .iter()
        .flat_map(|row| &row.recipients)
        .filter(|name| !body_ids.contains_key(*name))
        .collect();
    contradictions(rows)
        .into_iter()
        .map(Remark::Contradiction)
        .chain(
            unknown
                .into_iter()
                .map(|name| Remark::NoBodyToday { name: name.clone() }),
        )
        .collect()
}

fn row(proposal: &ImportedProposal, body_ids: &HashMap<String, BodyId>, now: Timestamp) -> Row {
    let facts = proposal.facts.clone();
    let code = |area: &Option<crate::domain::identity::AreaCode>| {
        area.as_ref().map(|code| code.as_str().to_owned())
    };
    Row {
        number: proposal.number,
        title: proposal.title.clone(),
        topic: proposal.topic,
        place: Place {
            primar: code(&proposal.primaromrade),
            stad: code(&proposal.stadsomrade),
            ..Place::default()
        },
        submitted_on: proposal.submitted_on,
        published_on: proposal.published_on,
        opens_at: proposal.published_on.map(|day| day.start()),
        closes_at: proposal.voting_ended_on.map(|day| day.plus_days(1).start()),
        threshold: THRESHOLD,
        shown_stage: display_stage(&Stage::Imported, now, None, Some(&facts)).stage,
        body_names: proposal.recipients.join("; "),
        status: facts.status,
        result: facts.result,
        outcome: facts.outcome,
        reached: facts.reached,
        source: proposal.source.clone(),
        seen_on: facts.seen_on,
        count: proposal.votes,
        recipients: proposal
            .recipients
            .iter()
            .map(|name| (name.clone(), body_ids.get(name).copied()))
            .collect(),
    }
}
