//! Steps 5 and 6: everything once more, the consent to publish the name, and sending.

use super::{about::gender, forms::CHANGING, step::StepView};
use crate::{
    domain::{
        drafts::{Draft, Step},
        identity::{Gender, Residence, TrustLevel},
        proposals::Topic,
        submissions::{PlaceMeant, Submission},
    },
    i18n::Locale,
    usecases::city::{CityMap, locate},
    web::{
        components::{
            boxes::{Notice, notice, whats_next},
            button::{Weight, link, submit},
            choices::checkbox,
            facts::{Fact, facts},
            field::Field,
        },
        layout::{Frame, page},
        urls, words,
    },
};
use maud::{Markup, html};

/// The fifth step.
pub struct CheckPage<'a> {
    /// The step.
    pub view: StepView<'a>,
    /// The draft, read as what will be sent.
    pub submission: &'a Submission,
    /// The areas' names.
    pub city: &'a CityMap,
}

impl CheckPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let lead = html! {
            p class="lead" { (t.propose_check_lead()) }
            h2 { (t.propose_check_proposal()) }
            (self.proposal(frame))
            h2 { (t.propose_check_about()) }
            p { (t.propose_check_who_sees()) }
            (self.about(frame))
        };
        self.view
            .page(frame, &t.propose_check_title(), lead, self.consent(frame))
    }

    /// Asked apart from all else, never ticked beforehand, and only of those who are 18.
    fn consent(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        if !self.view.draft.may_offer_name() {
            return html! { p { (t.propose_name_not_shown()) } };
        }
        let name = self.submission.about.name.to_string();
        let (label, hint) = (t.propose_consent(name.as_str()), t.propose_consent_hint());
        let field = Field {
            hint: Some(&hint),
            value: "ja",
            required: false,
            ..Field::new("samtycke", &label)
        };
        html! {
            h2 { (t.propose_check_name()) }
            (checkbox(frame, &field, self.view.draft.consents_to_name))
        }
    }

    fn proposal(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let draft = self.view.draft;
        let (idea, place) = (
            self.change(frame, Step::Idea),
            self.change(frame, Step::Place),
        );
        let paragraphs = self.submission.idea.text.as_str().split('\n');
        let change = t.propose_change();
        let labels = [
            t.propose_title_label(),
            t.propose_text_label(),
            t.propose_topic_label(),
            t.propose_check_place(),
        ];
        let topic = Topic::parse(&draft.topic).map(|topic| words::topic(t, topic));
        let change_idea = Some((idea.as_str(), change.as_str()));
        facts(&[
            Fact {
                change: change_idea,
                ..Fact::new(&labels[0], html! { bdi { (self.submission.idea.title) } })
            },
            Fact {
                change: change_idea,
                ..Fact::new(
                    &labels[1],
                    html! { @for line in paragraphs { @if !line.is_empty() { p { bdi { (line) } } } } },
                )
            },
            Fact {
                change: change_idea,
                ..Fact::new(&labels[2], html! { (topic.unwrap_or_default()) })
            },
            Fact {
                change: Some((place.as_str(), change.as_str())),
                ..Fact::new(
                    &labels[3],
                    place_words(frame, &self.submission.place, self.city),
                )
            },
        ])
    }

    fn about(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let draft = self.view.draft;
        let address = self.change(frame, Step::About);
        let words = t.propose_change();
        let change = Some((address.as_str(), words.as_str()));
        let about = &self.submission.about;
        let post = [
            &draft.address,
            &draft.postal_code,
            &draft.town,
            &draft.country,
        ];
        let rows = [
            (t.propose_check_name_row(), about.name.to_string()),
            (t.propose_address(), join(&post)),
            (t.propose_email(), about.email.as_str().to_owned()),
            (t.propose_age(), frame.locale.number(about.age.years())),
            (t.propose_gender(), gender_words(frame, draft)),
            (
                t.propose_residence(),
                residence_words(frame, &about.residence, self.city),
            ),
        ];
        let rows: Vec<Fact> = rows
            .iter()
            .map(|(term, value)| Fact {
                change,
                ..Fact::new(term, html! { bdi { (value) } })
            })
            .collect();
        facts(&rows)
    }

    fn change(&self, frame: &Frame, step: Step) -> String {
        let id = self
            .view
            .id
            .map(|id| urls::draft_step(frame.locale, id, step.as_str()));
        format!("{}?{}={}", id.unwrap_or_default(), CHANGING.0, CHANGING.1)
    }
}

fn join(parts: &[&String]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}

fn gender_words(frame: &Frame, draft: &Draft) -> String {
    Gender::parse(&draft.gender)
        .map(|code| gender(frame.t, code))
        .unwrap_or_default()
}

fn residence_words(frame: &Frame, residence: &Residence, city: &CityMap) -> String {
    let t = frame.t;
    match residence {
        Residence::Area(code) => city.name_of(code.as_str()).unwrap_or_default().to_owned(),
        Residence::NotInGoteborg => t.propose_residence_outside(),
        Residence::WillNotSay => t.propose_residence_silent(),
        Residence::NotStated => t.propose_not_answered(),
    }
}

fn place_words(frame: &Frame, place: &PlaceMeant, city: &CityMap) -> Markup {
    let t = frame.t;
    let area = place
        .area
        .as_ref()
        .and_then(|area| city.name_of(area.as_str()));
    let is_city = area.is_none() && place.text.is_none() && place.point.is_none();
    html! {
        @if is_city { (t.propose_scope_city()) }
        @if let Some(area) = area { p { (area) } }
        @if let Some(text) = &place.text { p { bdi { (text) } } }
        @if let Some(point) = place.point {
            @let located = locate(point);
            @let area = located.and_then(|found| city.name_of(&found.mellanomrade)).unwrap_or_default();
            p { (t.propose_check_point(area, degrees(frame, point.latitude), degrees(frame, point.longitude))) }
        }
    }
}

/// Degrees as the map in the place step writes them.
fn degrees(frame: &Frame, degrees: f64) -> String {
    let text = format!("{degrees:.5}");
    match frame.locale {
        Locale::Sv => text.replace('.', ","),
        Locale::En => text,
    }
}

/// The last step.
pub struct SendPage<'a> {
    /// The step.
    pub view: StepView<'a>,
    /// How the person is signed in, if she is.
    pub level: Option<TrustLevel>,
    /// What the space asks for.
    pub needed: TrustLevel,
    /// Where she signs in and comes back to this page.
    pub sign_in: String,
    /// The last day of the review, if it is sent today.
    pub reviewed_by: String,
}

impl SendPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let title = t.propose_send_title();
        let main = html! {
            (self.view.steps(frame))
            h1 { (title) }
            p class="lead" { bdi { (self.view.draft.title.trim()) } }
            (whats_next(frame, html! {
                ol {
                    li { (t.propose_next_review(self.reviewed_by.as_str())) }
                    li { (t.propose_next_published()) }
                    li { (t.propose_next_mail()) }
                }
            }))
            (self.act(frame))
        };
        page(frame, &title, main)
    }

    fn act(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (back, later) = match self.view.id {
            Some(id) => (
                urls::draft_step(frame.locale, id, Step::Check.as_str()),
                urls::draft_saved(frame.locale, id),
            ),
            None => Default::default(),
        };
        let others = html! {
            (link(Weight::Secondary, &back, &t.propose_back()))
            (link(Weight::Quiet, &later, &t.propose_later()))
        };
        html! {
            @match self.level {
                Some(level) if level >= self.needed => {
                    form method="post" class="buttons" {
                        (submit(Weight::Primary, &t.propose_send_button()))
                        (others)
                    }
                }
                Some(_) => {
                    // A stronger sign-in begins with leaving the weaker one.
                    (notice(frame, Notice::Info, Some(&t.propose_send_sign_in_title()), html! { p { (t.propose_send_stronger()) } }))
                    div class="buttons" {
                        (link(Weight::Primary, &urls::sign_out(frame.locale), &t.site_sign_out()))
                        (others)
                    }
                }
                None => {
                    @let text = match self.needed {
                        TrustLevel::Eid => t.propose_send_stronger(),
                        TrustLevel::Email => t.propose_send_sign_in(),
                    };
                    (notice(frame, Notice::Info, Some(&t.propose_send_sign_in_title()), html! { p { (text) } }))
                    div class="buttons" {
                        (link(Weight::Primary, &self.sign_in, &t.propose_send_sign_in_button()))
                        (others)
                    }
                }
            }
        }
    }
}
