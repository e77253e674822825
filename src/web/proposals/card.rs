//! A proposal as lists show it.

use crate::{
    domain::{
        display::DisplayStage,
        time::{Day, Timestamp},
    },
    store::proposals::Proposal,
    web::{
        components::{progress::Progress, proposal_card::ProposalCard},
        layout::Frame,
        live::Directory,
        urls, words,
    },
};
use maud::Markup;

/// The most characters of a text that a card shows.
const SUMMARY: usize = 180;

/// What people see of the proposal now: the deadline may have passed before the closing job runs.
pub fn shown_stage(proposal: &Proposal, now: Timestamp) -> DisplayStage {
    let is_over = proposal.closes_at.is_some_and(|at| at <= now);
    match proposal.shown_stage {
        DisplayStage::Collecting if is_over => DisplayStage::Counting,
        stage => stage,
    }
}

/// Signatures against the threshold; `None` where the count is not known.
pub fn progress(proposal: &Proposal, today: Day, now: Timestamp) -> Option<Progress> {
    let open = proposal
        .stage
        .collecting()
        .filter(|open| now < open.closes_at);
    Some(Progress {
        count: proposal.count?,
        threshold: proposal.threshold?,
        days_left: open.map(|open| open.days_left(today)),
    })
}

/// The name of the smallest area its place lies in.
pub fn area<'d>(proposal: &Proposal, directory: &'d Directory) -> Option<&'d str> {
    let place = &proposal.place;
    [&place.primar, &place.mellan, &place.stad]
        .into_iter()
        .flatten()
        .find_map(|code| directory.area_name(code))
}

/// The card, with a heading of this level.
pub fn card(frame: &Frame, proposal: &Proposal, directory: &Directory, level: u8) -> Markup {
    let stage = shown_stage(proposal, frame.now);
    let topic = proposal.topic.map(|topic| words::topic(frame.t, topic));
    let summary = proposal.text.as_deref().map(beginning);
    let decided = proposal.decided_on.map(|day| frame.locale.date(day));
    let place = proposal
        .place
        .text
        .as_deref()
        .or_else(|| area(proposal, directory));
    ProposalCard {
        href: &urls::proposal(frame.locale, proposal.number),
        number: proposal.number.0,
        topic: topic.as_deref(),
        title: &proposal.title,
        summary: summary.as_deref(),
        place,
        progress: progress(proposal, frame.now.day(), frame.now),
        stage: (words::stage_tone(stage), &words::stage(frame.t, stage)),
        decided: decided.as_deref(),
        level,
    }
    .render(frame)
}

/// The first words of a text, cut between words.
pub fn beginning(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= SUMMARY {
        return one_line;
    }
    let cut: String = one_line.chars().take(SUMMARY).collect();
    let whole = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(beginning("Kort\n\ntext"), "Kort text");
        let long = "åäö ".repeat(100);
        let cut = beginning(&long);
        assert!(
            cut.ends_with("åäö …") && cut.chars().count() <= 182,
            "{cut}"
        );
    }
}
