//! My pages as HTML.

use crate::{
    domain::{
        display::FilterGroup,
        identity::{IdentityKind, Residence, TrustLevel},
        time::Day,
    },
    i18n::Locale,
    store::{own_proposals::ProposalLine, people::Told},
    web::{
        components::{
            boxes::{Notice, empty, notice},
            button::{self, Weight, submit},
            choices::{Choice, radios},
            errors::error_summary,
            facts::{Fact, facts},
            field::{Field, Kind, text_field},
            form_id,
            tag::{Tone, tag},
        },
        extract::Session,
        identity::HomeArea,
        layout::{Frame, page},
        urls, words,
    },
};
use maud::{Markup, html};

/// A proposal the person has signed.
pub struct Signed {
    /// Which.
    pub line: ProposalLine,
    /// When.
    pub day: Day,
}

/// What a person did and told.
pub struct MyPage<'a> {
    /// Her proposals.
    pub written: Vec<ProposalLine>,
    /// Her signatures.
    pub signed: Vec<Signed>,
    /// What she follows.
    pub follows: Vec<ProposalLine>,
    /// The city's mellanområden.
    pub areas: Vec<HomeArea>,
    /// How she can sign in.
    pub ways: Vec<IdentityKind>,
    /// What is kept of her.
    pub told: Option<Told>,
    /// Who she is.
    pub session: &'a Session,
    /// Whether there is an e-legitimation to add.
    pub has_eid: bool,
    /// What she has just done, by its word in the address.
    pub done: Option<&'a str>,
}

impl MyPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let name = &self.session.visitor.shown_name;
        let main = html! {
            h1 { (t.my_title()) }
            @if self.done == Some("konton") {
                (notice(frame, Notice::Done, None, html! { p { (t.join_done()) } }))
            }
            @if !name.is_empty() { p class="lead" { (t.my_hello(name.as_str())) } }
            (self.written(frame))
            (self.signed(frame))
            (self.followed(frame))
            (self.details(frame))
            (self.language(frame))
            section {
                h2 { (t.my_out_title()) }
                p { (t.my_out_text()) }
                (button::post(
                    Weight::Secondary,
                    &urls::sign_out_everywhere(frame.locale),
                    &t.my_out_everywhere(),
                    html! {},
                ))
                p { a href=(urls::my_sessions(frame.locale)) { (t.my_sessions()) } }
            }
            section {
                h2 { (t.my_account_title()) }
                ul {
                    li { a href=(urls::my_data(frame.locale)) { (t.my_data()) } }
                    li { a href=(urls::my_erasing(frame.locale)) { (t.my_erase()) } }
                }
            }
        };
        page(frame, &t.my_title(), main)
    }

    fn written(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let new = urls::new_proposal(frame.locale);
        html! {
            section {
                h2 { (t.my_proposals_title()) }
                @if self.written.is_empty() {
                    (empty(html! {
                        p { (t.my_proposals_none()) }
                        p { a href=(new) { (t.my_proposals_new()) } }
                    }))
                } @else {
                    ul {
                        @for line in &self.written {
                            li { (written_link(frame, line)) " " (stage_tag(frame, line)) }
                        }
                    }
                }
            }
        }
    }

    fn signed(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            section {
                h2 { (t.my_signatures_title()) }
                @if self.signed.is_empty() {
                    (empty(html! {
                        p { (t.my_signatures_none()) }
                        p { a href=(urls::proposals(frame.locale)) { (t.my_signatures_find()) } }
                    }))
                } @else {
                    ul {
                        @for signed in &self.signed {
                            li {
                                (link(frame, &signed.line)) " " (stage_tag(frame, &signed.line))
                                br;
                                span class="small soft" { (t.my_signed_on(frame.locale.date(signed.day))) }
                            }
                        }
                    }
                }
                p class="small soft" { (t.my_signatures_secret()) }
            }
        }
    }

    fn followed(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            section {
                h2 { (t.my_follows_title()) }
                @if self.follows.is_empty() {
                    (empty(html! { p { (t.my_follows_none()) } }))
                } @else {
                    ul {
                        @for line in &self.follows {
                            li { (link(frame, line)) " " (stage_tag(frame, line)) }
                        }
                    }
                }
            }
        }
    }

    fn details(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let untold = || html! { span class="soft" { (t.my_details_untold()) } };
        let said = |text: &str| match text {
            "" => untold(),
            text => html! { bdi { (text) } },
        };
        let profile = self.session.profile.as_ref();
        let ort = profile.map_or("", |profile| profile.ort.as_str());
        let email = profile.and_then(|profile| profile.email.as_deref());
        let level = match self.session.level {
            TrustLevel::Email => t.my_level_email(),
            TrustLevel::Eid => t.my_level_eid(),
        };
        let (edit, change) = (urls::my_details(frame.locale), t.my_details_change());
        let (add_email, add) = (urls::my_email(frame.locale), t.my_email_add());
        let (add_eid, add_way) = (urls::my_eid(frame.locale), t.my_eid_add());
        let changeable = |term, value| Fact {
            term,
            value,
            change: Some((edit.as_str(), change.as_str())),
        };
        let terms = (
            t.my_details_name(),
            t.my_details_ort(),
            t.my_details_area(),
            t.my_details_email(),
            t.my_details_ways(),
        );
        html! {
            section {
                h2 { (t.my_details_title()) }
                p { (level) }
                (facts(&[
                    changeable(&terms.0, said(&self.session.visitor.shown_name)),
                    changeable(&terms.1, said(ort)),
                    changeable(&terms.2, self.area(frame).map_or_else(untold, |name| html! { (name) })),
                    Fact {
                        change: email.is_none().then_some((add_email.as_str(), add.as_str())),
                        ..Fact::new(&terms.3, html! { (email.map_or_else(|| t.my_details_no_email(), str::to_owned)) })
                    },
                    Fact {
                        change: self.may_add_eid().then_some((add_eid.as_str(), add_way.as_str())),
                        ..Fact::new(&terms.4, html! { (self.ways(frame)) })
                    },
                ]))
            }
        }
    }

    fn area(&self, frame: &Frame) -> Option<String> {
        area_words(
            frame,
            &self.areas,
            &Residence::parse(&self.session.residence)?,
        )
    }

    fn may_add_eid(&self) -> bool {
        let is_eid = |kind: &IdentityKind| kind.trust() == TrustLevel::Eid;
        self.has_eid && !self.ways.iter().any(is_eid)
    }

    fn ways(&self, frame: &Frame) -> String {
        let t = frame.t;
        let mut ways: Vec<String> = self
            .ways
            .iter()
            .map(|kind| match kind.trust() {
                TrustLevel::Email => t.my_way_mail(),
                TrustLevel::Eid => t.my_way_eid(),
            })
            .collect();
        ways.dedup();
        frame.locale.list_and(&ways)
    }

    fn language(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let chosen = self.told.as_ref().map_or("", |told| told.locale.as_str());
        let label = t.my_language_title();
        let field = Field::new("sprak", &label);
        let choices: Vec<Choice> = Locale::ALL
            .iter()
            .map(|locale| {
                let is_chosen = locale.code() == chosen;
                Choice::new(locale.code(), locale.own_name(), is_chosen)
            })
            .collect();
        html! {
            section id="sprakval" {
                @if self.done == Some("sprak") {
                    (notice(frame, Notice::Done, None, html! { p { (t.my_language_saved()) } }))
                }
                form method="post" action=(urls::my_language(frame.locale)) {
                    (radios(frame, &field, &choices))
                    (submit(Weight::Secondary, &t.my_language_button()))
                }
                p { a href=(urls::my_mails(frame.locale)) { (t.my_mails()) } }
            }
        }
    }
}

/// Where a person says she lives; `None` when she has not been asked.
pub fn area_words(frame: &Frame, areas: &[HomeArea], residence: &Residence) -> Option<String> {
    match residence {
        Residence::NotStated => None,
        Residence::NotInGoteborg => Some(frame.t.about_you_area_outside()),
        Residence::WillNotSay => Some(frame.t.about_you_area_silent()),
        Residence::Area(code) => {
            let area = areas.iter().find(|area| area.code == code.as_str());
            area.map(|area| area.name.clone())
        }
    }
}

/// A proposal that is not public has a page for its author alone.
fn written_link(frame: &Frame, line: &ProposalLine) -> Markup {
    match line.shown_stage.group() {
        Some(_) => link(frame, line),
        None => html! {
            a href=(urls::own_proposal(frame.locale, line.number)) { bdi { (line.title) } }
        },
    }
}

fn stage_tag(frame: &Frame, line: &ProposalLine) -> Markup {
    let tone = match line.shown_stage.group() {
        Some(FilterGroup::Collecting | FilterGroup::AtBody) => Tone::Active,
        Some(FilterGroup::CarriedOut) => Tone::Done,
        _ => Tone::Plain,
    };
    tag(tone, &words::stage(frame.t, line.shown_stage))
}

fn link(frame: &Frame, line: &ProposalLine) -> Markup {
    html! { a href=(urls::proposal(frame.locale, line.number)) { bdi { (line.title) } } }
}

/// Where a person adds an address to her account.
pub struct AddEmailPage {
    /// The address as typed.
    pub email: String,
    /// What is wrong with it, or why no code is sent.
    pub error: Option<String>,
    /// The hidden id of the form.
    pub form_id: String,
}

impl AddEmailPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let label = t.signin_mail_label();
        let field = Field {
            value: &self.email,
            error: self.error.as_deref(),
            autocomplete: Some("email"),
            ..Field::new("epost", &label)
        };
        let errors: Vec<_> = self.error.iter().map(|e| ("epost", e.clone())).collect();
        let main = html! {
            (error_summary(frame, &errors))
            h1 { (t.my_email_title()) }
            p class="lead" { (t.my_email_lead()) }
            form method="post" action=(urls::my_email(frame.locale)) novalidate {
                (form_id(&self.form_id))
                (text_field(frame, Kind::Email, &field))
                (submit(Weight::Primary, &t.signin_mail_button()))
            }
        };
        page(frame, &t.my_email_title(), main)
    }
}
