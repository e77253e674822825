//! Buttons and lines that the pages around a signature share, and that the proposal's own page shows too.

use crate::{
    domain::{collecting, ids::ProposalNumber, time::Day},
    store::{proposals::Proposal, signatures::OwnSignature},
    web::{
        components::{
            button::{self, Weight},
            progress::Progress,
        },
        layout::{Crumb, Frame, page_with_crumbs},
        urls,
    },
};
use maud::{Markup, html};

/// The button that signs: one press, for everyone, signed in or not.
pub fn sign_button(frame: &Frame, number: ProposalNumber) -> Markup {
    let action = urls::sign(frame.locale, number);
    button::post(Weight::Primary, &action, &frame.t.sign_button(), html! {})
}

/// The button that follows.
pub fn follow_button(frame: &Frame, number: ProposalNumber) -> Markup {
    let action = urls::follow(frame.locale, number);
    button::post(
        Weight::Secondary,
        &action,
        &frame.t.follow_button(),
        html! {},
    )
}

/// The button that ends following.
pub fn unfollow_button(frame: &Frame, number: ProposalNumber) -> Markup {
    let action = urls::unfollow(frame.locale, number);
    button::post(
        Weight::Secondary,
        &action,
        &frame.t.unfollow_button(),
        html! {},
    )
}

/// What the act means and who sees it, for the card on the proposal's page.
pub fn meaning(frame: &Frame) -> Markup {
    html! { p { (frame.t.sign_meaning()) } p { (frame.t.sign_privacy()) } }
}

/// In place of the button for one who has signed: since when, and the way to her signature.
pub fn own_signature(frame: &Frame, number: ProposalNumber, signature: &OwnSignature) -> Markup {
    let day = frame.locale.date(signature.signed_at.day());
    html! {
        p { strong { (frame.t.sign_own_since(day)) } }
        (button::link(Weight::Secondary, &urls::signed(frame.locale, number), &frame.t.sign_see_own()))
    }
}

/// A page with the way to it: proposals, the proposal.
pub(super) fn with_way(frame: &Frame, proposal: &Proposal, title: &str, main: Markup) -> Markup {
    let crumbs = [
        Crumb {
            label: frame.t.site_nav_proposals(),
            href: urls::proposals(frame.locale),
        },
        Crumb {
            label: proposal.title.clone(),
            href: urls::proposal(frame.locale, proposal.number),
        },
    ];
    page_with_crumbs(frame, title, &crumbs, html! { div class="text" { (main) } })
}

/// The proposal's title, in the language it is written in.
pub(super) fn about(proposal: &Proposal) -> Markup {
    html! { span lang=(proposal.locale) { (proposal.title) } }
}

/// How far the proposal has come.
pub(super) fn progress(frame: &Frame, proposal: &Proposal) -> Markup {
    let Some(threshold) = proposal.threshold else {
        return html! {};
    };
    let collecting = proposal.stage.collecting();
    let progress = Progress {
        count: proposal.count.unwrap_or(0),
        threshold,
        days_left: collecting.map(|open| open.days_left(frame.now.day())),
    };
    progress.render(frame)
}

/// The last day of signing.
pub(super) fn last_day(proposal: &Proposal) -> Option<Day> {
    proposal.closes_at.map(collecting::last_day)
}

/// The way back to the proposal.
pub(super) fn back(frame: &Frame, proposal: &Proposal) -> Markup {
    let href = urls::proposal(frame.locale, proposal.number);
    button::link(Weight::Quiet, &href, &frame.t.sign_back_to_proposal())
}
