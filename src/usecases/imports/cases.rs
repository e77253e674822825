//! What bodies decided, in their own words, and how proposals went through meetings.

use super::{Remark, Report};
use crate::{
    domain::{
        events::{EventFacts, EventKind},
        ids::{EventId, ProposalId, ProposalNumber},
        imports::{CaseEventKind, ImportedCaseEvent, ImportedDecision},
        time::Day,
    },
    store::{
        db::{Result, Tx},
        events::{self, Event},
        imported_decisions::{self, ImportedDecision as Decision},
        imports,
    },
    usecases::env::Env,
};
use std::collections::{BTreeMap, HashMap};

/// The body whose minutes the events come from.
const BODY: &str = "Kommunstyrelsen";

/// Writes the decision texts that are new or different.
pub(super) async fn write_decisions(
    tx: &mut Tx,
    env: &Env,
    rows: Vec<ImportedDecision>,
) -> Result<Report> {
    let numbers = imports::list_numbers(tx).await?;
    let held = imported_decisions::list_decisions(tx).await?;
    let mut report = Report {
        read: rows.len(),
        ..Report::default()
    };
    for row in rows {
        let Some(proposal_id) = numbers.get(&row.number).copied() else {
            report.remarks.push(left_out(row.line, row.number));
            continue;
        };
        let decision = Decision {
            proposal_id,
            recipient: row.recipient,
            result: row.result,
            result_code: row.outcome,
            text: row.text,
            is_truncated: row.is_truncated,
            source: row.source,
        };
        if held.get(&proposal_id) != Some(&decision) {
            imported_decisions::write_decision(tx, &decision).await?;
            imports::mark_changed(tx, proposal_id, env.now()).await?;
            report.written += 1;
        }
    }
    Ok(report)
}

fn left_out(line: u64, number: ProposalNumber) -> Remark {
    Remark::WithoutProposal { line, number }
}

/// Writes the events that are new or different, and the day of each proposal's latest decision.
pub(super) async fn write_events(
    tx: &mut Tx,
    env: &Env,
    rows: Vec<ImportedCaseEvent>,
) -> Result<Report> {
    let numbers = imports::list_numbers(tx).await?;
    let mut report = Report {
        read: rows.len(),
        ..Report::default()
    };
    let mut by_proposal: BTreeMap<ProposalId, Vec<ImportedCaseEvent>> = BTreeMap::new();
    for row in rows {
        match numbers.get(&row.number) {
            Some(id) => by_proposal.entry(*id).or_default().push(row),
            None => report.remarks.push(left_out(row.line, row.number)),
        }
    }
    for (proposal, rows) in by_proposal {
        report.written += write_events_of(tx, env, proposal, rows).await?;
    }
    Ok(report)
}

async fn write_events_of(
    tx: &mut Tx,
    env: &Env,
    proposal: ProposalId,
    rows: Vec<ImportedCaseEvent>,
) -> Result<usize> {
    let held: HashMap<(EventKind, Day), Event> = events::list_events(tx, proposal)
        .await?
        .into_iter()
        .map(|event| ((event.kind, event.happened_on), event))
        .collect();
    let mut written = 0;
    let decided_on = rows
        .iter()
        .filter(|row| row.kind == CaseEventKind::Decision)
        .map(|row| row.met_on)
        .max();
    for row in rows {
        let met_on = row.met_on;
        let (kind, facts) = facts(row);
        match held.get(&(kind, met_on)) {
            Some(event) if event.facts == facts => continue,
            Some(event) => events::correct_event(tx, event.id, &facts).await?,
            None => {
                let event = Event {
                    id: EventId(env.ids.uuid()),
                    kind,
                    at: met_on.start(),
                    happened_on: met_on,
                    facts,
                    is_public: true,
                };
                events::insert_event(tx, proposal, &event).await?;
            }
        }
        written += 1;
    }
    if let Some(on) = decided_on
        && imports::set_decided_on(tx, proposal, on, env.now()).await?
    {
        written = written.max(1);
    }
    Ok(written)
}

fn facts(row: ImportedCaseEvent) -> (EventKind, EventFacts) {
    let (kind, outcome) = match row.kind {
        CaseEventKind::Decision => (EventKind::ImportedDecision, Some(row.outcome)),
        CaseEventKind::Postponement => (EventKind::Postponed, None),
        CaseEventKind::ReferralBack => (EventKind::ReferredBack, None),
    };
    let facts = EventFacts {
        body: Some(BODY.to_owned()),
        diarienummer: Some(row.diarienummer.to_string()),
        day: row.postponed_to,
        paragraph: row
            .paragraph
            .map(|paragraph| paragraph.number().to_string()),
        outcome,
        note: row.note,
        ..EventFacts::default()
    };
    (kind, facts)
}
