//! A case on one page: what to do next on top, the proposal and what happened left, facts and contacts right.

use super::{
    act_page::{act_name, work_list_crumbs},
    acts::Act,
    history::history,
    loading::Seen,
    side::side,
    words,
};
use crate::{
    domain::{
        case_clock::NextStep, cases::CaseStage, routing::CaseRole, settings::Rules, time::Day,
    },
    web::{
        components::{
            as_written,
            boxes::{Notice, details, notice},
            button::{Weight, link},
        },
        layout::{Frame, page_with_crumbs},
        urls,
    },
};
use maud::{Markup, html};

/// What the page says first about what just happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Nothing.
    Nothing,
    /// An act was done.
    Done,
    /// Someone else changed the case first, or it has moved on.
    Stale,
    /// A measure must be done or stopped before the case is closed.
    FollowUpOpen,
}

/// The page of a case.
pub struct CasePage<'a> {
    pub seen: &'a Seen,
    pub rules: &'a Rules,
    pub told: Told,
}

impl CasePage<'_> {
    /// The page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let main = html! {
            h1 { (as_written(&self.seen.proposal.title)) }
            p class="soft" {
                (t.case_byline(self.seen.proposal.number.to_string(), self.seen.case.body_name.as_str()))
            }
            (self.notices(frame))
            div class="split" {
                div class="stack" {
                    (self.next(frame))
                    (self.proposal(frame))
                }
                (side(frame, self.seen, self.rules))
                div class="stack" { (history(frame, self.seen)) }
            }
        };
        page_with_crumbs(
            frame,
            &self.seen.proposal.title,
            &work_list_crumbs(frame),
            main,
        )
    }

    fn notices(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let done = t.case_told_done_title();
        html! {
            @match self.told {
                Told::Nothing => {}
                Told::Done => { (notice(frame, Notice::Done, Some(&done), html! { p { (t.case_told_done()) } })) }
                Told::Stale => { (notice(frame, Notice::Error, Some(&t.case_told_stale_title()), html! { p { (t.case_told_stale()) } })) }
                Told::FollowUpOpen => { (notice(frame, Notice::Error, None, html! { p { (t.case_told_follow_up_open()) } })) }
            }
            @if self.seen.may.is_involved {
                (notice(frame, Notice::Info, Some(&t.case_involved_title()), html! { p { (t.case_involved()) } }))
            }
            @if let Some(word) = &self.seen.case.not_ours {
                (notice(frame, Notice::Late, Some(&t.case_not_ours_title(self.seen.case.body_name.as_str())), html! {
                    p class="prewrap" { (as_written(&word.note)) }
                    p { (t.case_not_ours_when(frame.locale.date(word.at.day()))) }
                }))
            }
        }
    }

    /// The next step with its deadline, and everything that may be done now.
    fn next(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let today = frame.now.day();
        let step = words::next_step(frame, &self.seen.case, self.rules);
        html! {
            section class="next" {
                h2 { (t.case_next_title()) }
                p class="lead" { (step) }
                @for warning in words::warnings(&self.seen.case, today, self.rules) {
                    p { span class="late" { (t.case_late_word()) } " " (words::warning(t, warning, self.rules)) }
                }
                @if self.seen.may.handle { (self.acts(frame, today)) }
                @if self.seen.may.route {
                    div class="buttons" { (self.act_link(frame, Weight::Secondary, Act::Route)) }
                }
            }
        }
    }

    fn acts(&self, frame: &Frame, today: Day) -> Markup {
        let stage = &self.seen.case.stage;
        let step = self.seen.case.clock().next_step(self.rules);
        let first = first_act(stage, today, step);
        let may_decide = matches!(stage, CaseStage::OnAgenda { .. });
        let others = Act::ALL
            .iter()
            .copied()
            .filter(|act| *act != Act::Route && first != First::Act(*act) && act.fits(stage));
        html! {
            div class="buttons" {
                @match first {
                    First::Act(act) => { (self.act_link(frame, Weight::Primary, act)) }
                    First::Decide => { (self.decide_link(frame, Weight::Primary)) }
                    First::Nothing => {}
                }
                @if may_decide && first != First::Decide { (self.decide_link(frame, Weight::Secondary)) }
            }
            div class="buttons" {
                @for act in others { (self.act_link(frame, Weight::Quiet, act)) }
            }
        }
    }

    fn act_link(&self, frame: &Frame, weight: Weight, act: Act) -> Markup {
        let href = urls::case_act(frame.locale, self.seen.case.id, act.as_str());
        link(
            weight,
            &href,
            &act_name(frame.t, act, &self.seen.case.stage),
        )
    }

    fn decide_link(&self, frame: &Frame, weight: Weight) -> Markup {
        let href = urls::case_act(frame.locale, self.seen.case.id, "beslut");
        link(weight, &href, &frame.t.case_act_decide())
    }

    fn proposal(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let proposal = &self.seen.proposal;
        html! {
            section class="text" {
                h2 { (t.case_proposal_title()) }
                @match &proposal.text {
                    Some(text) => { p class="prewrap" lang=(proposal.locale) { (text) } }
                    None => { p { (t.case_no_text()) } }
                }
                @if let Some(place) = &proposal.place.text { p { (t.case_place(place.as_str())) } }
                p { a href=(urls::proposal(frame.locale, proposal.number)) { (t.case_public_page()) } }
            }
            @if self.seen.case.role == CaseRole::Informed {
                (details(&t.case_informed_title(), html! { p { (t.case_informed()) } }))
            }
        }
    }
}

/// What most often comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum First {
    Act(Act),
    Decide,
    Nothing,
}

fn first_act(stage: &CaseStage, today: Day, step: NextStep) -> First {
    match stage {
        _ if step == NextStep::Close => First::Act(Act::Close),
        CaseStage::Received => First::Act(Act::Number),
        CaseStage::Registered { .. } | CaseStage::Investigating { .. } => First::Act(Act::Agenda),
        CaseStage::OnAgenda { meeting, .. } if *meeting <= today => First::Decide,
        CaseStage::Decided(_) if Act::FollowUp.fits(stage) => First::Act(Act::FollowUp),
        _ => First::Nothing,
    }
}
