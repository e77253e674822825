//! The timeline: what happened, what goes on, and what is expected, when and by whom.

use super::read::ProposalView;
use crate::{
    domain::{
        case_clock::NextStep,
        decisions::{FinalOutcome, FirstOutcome},
        events::EventKind,
        followups::FollowUpState,
        proposals::Origin,
        stages::Stage,
        time::Day,
    },
    store::{events::Event as Happened, proposals::Recipient},
    web::{
        components::{
            as_written,
            timeline::{Event, When},
        },
        layout::Frame,
        urls, words,
    },
};
use maud::{Markup, html};

/// All of it, oldest first.
pub fn history(frame: &Frame, view: &ProposalView) -> Vec<Event> {
    let mut events = dated_facts(frame, view);
    events.extend(view.events.iter().map(|event| {
        let threshold = view.proposal.threshold;
        let past = happened(frame, event, &responsible(frame, view), threshold);
        (event.happened_on, past)
    }));
    events.sort_by_key(|(day, _)| *day);
    let mut history: Vec<Event> = events.into_iter().map(|(_, event)| event).collect();
    history.extend(coming(frame, view));
    history
}

/// The dates of an imported proposal, for which there are no events.
fn dated_facts(frame: &Frame, view: &ProposalView) -> Vec<(Day, Event)> {
    let t = frame.t;
    let proposal = &view.proposal;
    if proposal.origin != Origin::Imported {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut add = |day: Option<Day>, anchor: &str, title: String, body: Option<String>| {
        if let Some(day) = day {
            let event = Event {
                anchor: Some(anchor.to_owned()),
                when: When::Done,
                date: frame.locale.date(day),
                title,
                body: body.map(|body| html! { p { (body) } }),
                responsible: None,
            };
            found.push((day, event));
        }
    };
    add(
        proposal.submitted_on,
        "skickades-in",
        t.event_submitted(),
        None,
    );
    add(
        proposal.published_on,
        "publicerades",
        t.event_published(),
        None,
    );
    let ended_on = proposal.closes_at.map(|at| at.day().plus_days(-1));
    let is_known = proposal
        .imported
        .seen_on
        .is_none_or(|seen| ended_on.is_some_and(|day| day < seen));
    if is_known {
        let count = proposal
            .count
            .map(|count| t.proposal_signatures(count, frame.locale.number(count)));
        add(ended_on, "avslutades", t.event_ended(), count);
    } else {
        let seen = proposal.imported.seen_on;
        let left = ended_on.map(|day| t.event_last_known_text(frame.locale.date(day)));
        add(seen, "senast-kant", t.event_last_known(), left);
    }
    found
}

/// One thing that happened; `body` and `threshold` are said where the event does not say its own.
pub fn happened(frame: &Frame, event: &Happened, body: &str, threshold: Option<i64>) -> Event {
    let title = title(frame, event, body, threshold);
    Event {
        anchor: Some(urls::event_anchor(event.id)),
        when: When::Done,
        date: frame.locale.date(event.happened_on),
        title,
        body: detail(frame, event),
        responsible: None,
    }
}

fn title(frame: &Frame, event: &Happened, body: &str, threshold: Option<i64>) -> String {
    let t = frame.t;
    let facts = &event.facts;
    let body = facts.body.clone().unwrap_or_else(|| body.to_owned());
    let outcome = facts.outcome.as_deref().unwrap_or_default();
    match event.kind {
        EventKind::Submitted => t.event_submitted(),
        EventKind::Returned => t.event_returned(),
        EventKind::Answered => t.event_answered(),
        EventKind::Lapsed => t.event_lapsed(),
        EventKind::Refused => t.event_refused(),
        EventKind::Withdrawn => t.event_withdrawn(),
        EventKind::ReviewUndone => t.event_review_undone(),
        EventKind::Published => t.event_published(),
        EventKind::Paused => t.event_paused(),
        EventKind::Resumed => t.event_resumed(),
        EventKind::Reached => t.event_reached(
            frame
                .locale
                .number(facts.threshold.or(threshold).unwrap_or(0)),
        ),
        EventKind::FellBelow => t.event_fell_below(),
        EventKind::ClosedReached => t.event_closed_reached(),
        EventKind::ClosedBelow => t.event_closed_below(),
        EventKind::CaseReceived => t.event_case_received(body),
        EventKind::CaseRerouted => t.event_case_rerouted(body),
        EventKind::CaseRegistered => t.event_case_registered(body),
        EventKind::OnAgenda => t.event_on_agenda(),
        EventKind::Postponed => t.event_postponed(),
        EventKind::ReferredBack => t.event_referred_back(),
        EventKind::FirstDecision => FirstOutcome::parse(outcome).map_or_else(
            || t.event_decided(),
            |outcome| words::first_outcome(t, outcome),
        ),
        EventKind::FinalDecision => FinalOutcome::parse(outcome).map_or_else(
            || t.event_decided(),
            |outcome| words::final_outcome(t, outcome),
        ),
        EventKind::FollowUp => FollowUpState::parse(outcome)
            .map_or_else(|| t.follow_up_title(), |state| words::follow_up(t, state)),
        EventKind::DecisionCorrected => t.event_decision_corrected(),
        EventKind::CaseClosed => t.event_case_closed(),
        EventKind::Removed => t.event_removed(),
        EventKind::ImportedDecision => t.event_imported_decision(body),
    }
}

/// What the facts add: count, a meeting's day, paragraph, number, words.
fn detail(frame: &Frame, event: &Happened) -> Option<Markup> {
    let t = frame.t;
    let facts = &event.facts;
    let mut lines: Vec<Markup> = Vec::new();
    if event.kind == EventKind::ImportedDecision
        && let Some(outcome) = &facts.outcome
    {
        lines.push(html! { (t.event_in_minutes()) " " (as_written(outcome)) });
    }
    if let Some(count) = facts.count.filter(|_| event.kind != EventKind::Reached) {
        lines.push(html! { (t.proposal_signatures(count, frame.locale.number(count))) });
    }
    if let Some(day) = facts.day {
        lines.push(html! { (day_words(frame, event.kind, day)) });
    }
    if let Some(paragraph) = &facts.paragraph {
        lines.push(html! { "§ " (paragraph) });
    }
    if let Some(dnr) = &facts.diarienummer {
        lines.push(html! { (t.answer_diarienummer(dnr.as_str())) });
    }
    if let Some(note) = &facts.note {
        lines.push(html! { (as_written(note)) });
    }
    (!lines.is_empty()).then(|| html! { @for line in &lines { p { (line) } } })
}

/// What the day of an event means: a meeting, the last day to sign, the last day to answer.
fn day_words(frame: &Frame, kind: EventKind, day: Day) -> String {
    let t = frame.t;
    let day = frame.locale.date_with_weekday(day);
    match kind {
        EventKind::Published | EventKind::Resumed => t.event_open_until(day),
        EventKind::Returned => t.event_answer_by(day),
        _ => t.event_new_day(day),
    }
}

/// What goes on and what is expected; nothing for what was imported, since what became of it is not known here.
fn coming(frame: &Frame, view: &ProposalView) -> Vec<Event> {
    match &view.proposal.stage {
        Stage::Submitted { .. } => vec![now_event(
            frame.t.next_review_title(),
            frame.t.next_review_when(),
            Some(frame.t.next_reviewers()),
        )],
        Stage::Published(_) => while_open(frame, view),
        Stage::Closed { reached: true, .. } => in_case(frame, view),
        _ => Vec::new(),
    }
}

fn now_event(title: String, date: String, responsible: Option<String>) -> Event {
    Event {
        anchor: None,
        when: When::Now,
        date,
        title,
        body: None,
        responsible,
    }
}

fn coming_event(title: String, date: String, responsible: String) -> Event {
    Event {
        when: When::Coming,
        ..now_event(title, date, Some(responsible))
    }
}

fn while_open(frame: &Frame, view: &ProposalView) -> Vec<Event> {
    let t = frame.t;
    let Some(open) = view.proposal.stage.collecting() else {
        return Vec::new();
    };
    let last = frame.locale.date_with_weekday(open.last_day());
    let counted = frame.locale.date_with_weekday(open.closes_at.day());
    let threshold = frame.locale.number(open.threshold);
    let mut events = vec![
        now_event(t.stage_collecting(), t.next_until(last), None),
        coming_event(t.next_counted(), counted, t.next_reviewers()),
    ];
    if let Some(by) = view.taken_up_by {
        let by = t.next_at_the_latest(frame.locale.date(by));
        events.push(coming_event(
            t.next_taken_up(threshold),
            by,
            responsible(frame, view),
        ));
    }
    events
}

fn in_case(frame: &Frame, view: &ProposalView) -> Vec<Event> {
    let t = frame.t;
    let who = responsible(frame, view);
    let day = |day: Day| frame.locale.date_with_weekday(day);
    let at_the_latest = |day: Day| t.next_at_the_latest(frame.locale.date(day));
    match view.next_step.map(|(_, step)| step) {
        Some(NextStep::Register) | None => {
            vec![now_event(t.next_register(), t.next_soon(), Some(who))]
        }
        Some(NextStep::PutOnAgenda { by }) => {
            vec![coming_event(t.next_agenda(), at_the_latest(by), who)]
        }
        Some(NextStep::Decide { on, .. }) => vec![coming_event(t.next_decide(), day(on), who)],
        Some(NextStep::Investigate { by }) => {
            vec![now_event(
                t.stage_investigating(),
                at_the_latest(by),
                Some(who),
            )]
        }
        Some(NextStep::FollowUp { by }) => {
            vec![coming_event(t.next_follow_up(), at_the_latest(by), who)]
        }
        Some(NextStep::Close | NextStep::Nothing) => Vec::new(),
    }
}

/// The coordinating body, or the one it is addressed to, or that it is not yet known.
fn responsible(frame: &Frame, view: &ProposalView) -> String {
    let of_case = view.cases.first().map(|case| case.body_name.clone());
    let addressed = |recipient: &Recipient| {
        recipient
            .name
            .clone()
            .unwrap_or_else(|| recipient.name_as_written.clone())
    };
    let coordinating = view
        .recipients
        .iter()
        .find(|recipient| recipient.is_coordinating);
    of_case
        .or_else(|| coordinating.or(view.recipients.first()).map(addressed))
        .unwrap_or_else(|| frame.t.next_body_unknown())
}
