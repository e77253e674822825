//! The pages around a signature.

use super::parts::{
    about, back, follow_button, last_day, meaning, progress, sign_button, unfollow_button, with_way,
};
use crate::{
    domain::{
        sign_in::Wish,
        signatures::{Refusal, may_take_back},
    },
    i18n::Texts,
    store::{proposals::Proposal, signatures::OwnSignature},
    web::{
        components::{
            boxes::{self, Notice},
            button::{self, Weight},
        },
        layout::Frame,
        urls,
    },
};
use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Before signing: what it means, and the one press; or why it is not possible.
pub struct SignPage<'a> {
    /// What would be signed.
    pub proposal: &'a Proposal,
    /// Why it is not possible.
    pub refusal: Option<Refusal>,
    /// Whether she is signed in.
    pub is_signed_in: bool,
    /// Whether she has just taken her signature back.
    pub was_taken_back: bool,
    /// Her errand, for a stronger sign-in.
    pub wish: Wish,
}

impl SignPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let title = match self.refusal {
            Some(refusal) => refusal_title(t, refusal),
            None => t.sign_title(),
        };
        let main = html! {
            @if self.was_taken_back {
                (boxes::notice(frame, Notice::Done, Some(&t.unsigned_title()), html! { p { (t.unsigned_text()) } }))
            }
            h1 { (title) }
            p class="lead" { (about(self.proposal)) }
            @match self.refusal {
                Some(refusal) => (self.why_not(frame, refusal)),
                None => (self.act(frame)),
            }
        };
        with_way(frame, self.proposal, &title, main)
    }

    fn act(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            (progress(frame, self.proposal))
            @if let Some(last) = last_day(self.proposal) {
                p { (t.sign_until(frame.locale.date_with_weekday(last))) }
            }
            p { (t.sign_anyone()) }
            (meaning(frame))
            @if !self.is_signed_in { p { (t.sign_needs_sign_in()) } }
            div class="buttons" {
                (sign_button(frame, self.proposal.number))
                (back(frame, self.proposal))
            }
        }
    }

    fn why_not(&self, frame: &Frame, refusal: Refusal) -> Markup {
        let t = frame.t;
        let why = match refusal {
            Refusal::Closed => match last_day(self.proposal) {
                Some(last) => t.sign_closed(frame.locale.date_with_weekday(last)),
                None => t.sign_closed_without_day(),
            },
            Refusal::Paused => t.sign_paused(),
            Refusal::NotOpenYet => t.sign_not_open(),
            Refusal::NotCollecting => t.sign_not_collecting(),
            Refusal::TrustTooLow { .. } => t.sign_needs_eid(),
            Refusal::NotResident => t.sign_not_resident(),
        };
        html! {
            p { (why) }
            div class="buttons" {
                @if matches!(refusal, Refusal::TrustTooLow { .. }) {
                    (button::link(Weight::Primary, &urls::sign_in_to(frame.locale, &self.wish), &t.sign_needs_eid_link()))
                } @else if refusal != Refusal::NotCollecting {
                    (follow_button(frame, self.proposal.number))
                }
                (back(frame, self.proposal))
            }
        }
    }
}

fn refusal_title(t: &Texts, refusal: Refusal) -> String {
    match refusal {
        Refusal::Closed => t.sign_closed_title(),
        Refusal::Paused => t.sign_paused_title(),
        Refusal::NotOpenYet => t.sign_not_open_title(),
        Refusal::NotCollecting => t.sign_not_collecting_title(),
        Refusal::TrustTooLow { .. } => t.sign_needs_eid_title(),
        Refusal::NotResident => t.sign_not_resident_title(),
    }
}

/// After signing, and whenever she comes back: done, which number, what happens next, follow or not, share, take back.
pub struct SignedPage<'a> {
    /// What was signed.
    pub proposal: &'a Proposal,
    /// Her signature.
    pub signature: &'a OwnSignature,
    /// Whether she follows too.
    pub follows: bool,
    /// Which in the order she was, right after signing.
    pub place: Option<i64>,
    /// The public address of the site, for sharing.
    pub base_url: &'a str,
}

impl SignedPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        // The number comes with the address: one that can not be true is not shown.
        let place = self
            .place
            .filter(|place| (1..=self.proposal.count.unwrap_or(0)).contains(place));
        let title = if place.is_some() {
            t.signed_title()
        } else {
            t.signed_own_title()
        };
        let since = t.sign_own_since(frame.locale.date(self.signature.signed_at.day()));
        let main = html! {
            h1 { (title) }
            p class="lead" { (about(self.proposal)) }
            @match place {
                Some(place) => {
                    (boxes::notice(frame, Notice::Done, None, html! {
                        p { (t.signed_number(frame.locale.number(place))) }
                    }))
                }
                None => p { (since) },
            }
            (progress(frame, self.proposal))
            (boxes::whats_next(frame, self.next(frame)))
            (self.also_follow(frame))
            (self.share(frame))
            (self.regret(frame))
            p { (back(frame, self.proposal)) }
        };
        with_way(frame, self.proposal, &title, main)
    }

    fn next(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let Some(collecting) = self.proposal.stage.collecting() else {
            return html! { p { (t.signed_next_closed()) } };
        };
        let threshold = || frame.locale.number(collecting.threshold);
        let last = frame.locale.date_with_weekday(collecting.last_day());
        html! {
            ul {
                li { (t.signed_next_open(last)) }
                @if self.proposal.count.unwrap_or(0) >= collecting.threshold {
                    li { (t.signed_next_reached()) }
                } @else {
                    li { (t.signed_next_case(threshold())) }
                    li { (t.signed_next_below(threshold())) }
                }
                li { (t.signed_next_mail()) }
            }
        }
    }

    fn also_follow(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            section {
                @if self.follows {
                    h2 { (t.followed_title()) }
                    p { (t.followed_text()) }
                    (unfollow_button(frame, self.proposal.number))
                } @else {
                    h2 { (t.follow_also_title()) }
                    p { (t.follow_also_text()) }
                    (follow_button(frame, self.proposal.number))
                }
            }
        }
    }

    fn share(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let path = urls::proposal_in_any_language(self.proposal.number);
        let address = format!("{}{path}", self.base_url);
        let mail = format!(
            "mailto:?subject={}&body={}",
            encoded(&t.signed_share_subject(self.proposal.title.as_str())),
            encoded(&t.signed_share_body(address.as_str()))
        );
        html! {
            section {
                h2 { (t.signed_share_title()) }
                p { (t.signed_share_text()) }
                p { a href=(path) { (address) } }
                p { a href=(mail) { (t.signed_share_mail()) } }
            }
        }
    }

    fn regret(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        if may_take_back(&self.proposal.stage, frame.now).is_err() {
            return html! {};
        }
        html! {
            section {
                h2 { (t.signed_take_back_title()) }
                p { (t.signed_take_back_text()) }
                p { a href=(urls::unsign(frame.locale, self.proposal.number)) { (t.signed_take_back_link()) } }
            }
        }
    }
}

/// The question before a signature is taken back.
pub struct TakeBackPage<'a> {
    /// Where from.
    pub proposal: &'a Proposal,
    /// Whether there is anything to take back.
    pub has_signed: bool,
    /// Whether signing is still open.
    pub is_possible: bool,
}

impl TakeBackPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let number = self.proposal.number;
        let (title, text) = match (self.has_signed, self.is_possible) {
            (false, _) => (t.unsign_none_title(), t.unsign_none()),
            (true, false) => (t.unsign_closed_title(), t.unsign_closed()),
            (true, true) => (t.unsign_title(), t.unsign_question()),
        };
        let main = html! {
            h1 { (title) }
            p class="lead" { (about(self.proposal)) }
            p { (text) }
            @if self.has_signed && self.is_possible {
                p { (t.unsign_again()) }
                div class="buttons" {
                    (button::post(Weight::Primary, &urls::unsign(frame.locale, number), &t.unsign_button(), html! {}))
                    (button::link(Weight::Quiet, &urls::signed(frame.locale, number), &t.unsign_keep()))
                }
            } @else {
                p { (back(frame, self.proposal)) }
            }
        };
        with_way(frame, self.proposal, &title, main)
    }
}

/// Before and after following.
pub struct FollowPage<'a> {
    /// What is followed.
    pub proposal: &'a Proposal,
    /// Whether she follows.
    pub follows: bool,
    /// Whether she has just stopped.
    pub has_ended: bool,
}

impl FollowPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let title = match (self.follows, self.has_ended) {
            (true, _) => t.followed_title(),
            (false, true) => t.unfollowed_title(),
            (false, false) => t.follow_title(),
        };
        let main = html! {
            h1 { (title) }
            p class="lead" { (about(self.proposal)) }
            p { @if self.follows { (t.followed_text()) } @else { (t.follow_meaning()) } }
            div class="buttons" {
                @if self.follows {
                    (unfollow_button(frame, self.proposal.number))
                } @else {
                    (follow_button(frame, self.proposal.number))
                }
                (back(frame, self.proposal))
            }
        };
        with_way(frame, self.proposal, &title, main)
    }
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}
