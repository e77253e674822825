//! The page of one review: the whole text, what is known of it, what was done, what can be done.

use super::{
    differences::{differences, render},
    loading::Reviewed,
    panel::Panel,
    words,
};
use crate::{
    domain::{
        events::EventKind,
        review_aids::{Finding, Readability, findings, lix},
        submissions::AuthorFacts,
    },
    web::{
        components::{
            as_written,
            boxes::{self, Notice},
            button::{self, Weight},
            facts::{Fact, facts},
            tag::tag,
            timeline::{Event, When, timeline},
        },
        layout::{Crumb, Frame, page_with_crumbs},
        live::Directory,
        urls, words as shared,
    },
};
use maud::{Markup, html};

/// A proposal that is like this one.
pub struct Similar {
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// How like, in per cent.
    pub percent: i64,
    /// The words of the title that both have.
    pub shared: Vec<String>,
}

/// One review.
pub struct ReviewPage<'a> {
    /// What is reviewed.
    pub reviewed: &'a Reviewed,
    /// What can be done.
    pub panel: Panel<'a>,
    /// Who wrote it, once opened.
    pub author: Option<AuthorFacts>,
    /// Public proposals like it.
    pub similar: Vec<Similar>,
    /// Bodies and areas.
    pub directory: &'a Directory,
    /// What was done just before.
    pub done: Option<Markup>,
    /// Why an act was not done.
    pub refusal: Option<String>,
}

impl ReviewPage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let proposal = &self.reviewed.proposal;
        let crumbs = [
            Crumb {
                label: t.site_nav_staff(),
                href: urls::staff(frame.locale),
            },
            Crumb {
                label: t.review_queue_title(),
                href: urls::review_queue(frame.locale),
            },
        ];
        let is_hidden = self.reviewed.hides_text();
        let title = if is_hidden {
            t.review_hidden_title(proposal.number.to_string())
        } else {
            proposal.title.clone()
        };
        let main = html! {
            @if let Some(done) = &self.done { (boxes::notice(frame, Notice::Done, None, done.clone())) }
            @if let Some(refusal) = &self.refusal {
                (boxes::notice(frame, Notice::Error, Some(&t.review_refused_title()), html! { p { (refusal) } }))
            }
            div class="split" {
                div class="stack" {
                    (self.stage_line(frame))
                    h1 { @if is_hidden { (title) } @else { (as_written(&title)) } }
                    @if is_hidden { (boxes::details(&t.review_hidden_show(), self.wording())) }
                    @else { (self.wording()) }
                }
                div class="side" { (self.panel.render(frame)) }
                div class="stack" {
                    (self.known(frame))
                    (self.author(frame))
                    (self.aids(frame))
                    (self.similar(frame))
                    (self.changes(frame))
                    (self.history(frame))
                }
            }
        };
        page_with_crumbs(frame, &title, &crumbs, main)
    }

    fn stage_line(&self, frame: &Frame) -> Markup {
        let proposal = &self.reviewed.proposal;
        let stage = self.panel.shown_stage(frame.now);
        html! {
            p class="about" {
                (frame.t.component_card_number(proposal.number.to_string())) " "
                (tag(shared::stage_tone(stage), &shared::stage(frame.t, stage)))
            }
        }
    }

    fn wording(&self) -> Markup {
        let proposal = &self.reviewed.proposal;
        html! {
            @if self.reviewed.hides_text() { p { strong { (as_written(&proposal.title)) } } }
            div class="stack" {
                @for paragraph in proposal.text.as_deref().unwrap_or_default().split("\n\n") {
                    p { bdi lang=(proposal.locale) {
                        @for (index, line) in paragraph.lines().enumerate() { @if index > 0 { br; } (line) }
                    } }
                }
            }
        }
    }

    fn known(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let proposal = &self.reviewed.proposal;
        let place = [
            proposal.place.text.as_deref(),
            proposal
                .place
                .mellan
                .as_deref()
                .and_then(|code| self.directory.area_name(code)),
        ];
        let place: Vec<&str> = place.into_iter().flatten().collect();
        let place = match place.as_slice() {
            [] => html! { span class="soft" { (t.review_no_place()) } },
            parts => html! { bdi { (parts.join(", ")) } },
        };
        let topic = proposal.topic.map(|topic| shared::topic(t, topic));
        let sent = proposal.submitted_on.map(|day| frame.locale.date(day));
        let name = match &proposal.author_name {
            Some(name) => html! { bdi { (name) } },
            None => html! { (t.review_name_hidden()) },
        };
        html! {
            section {
                h2 { (t.review_known_title()) }
                (facts(&[
                    Fact::new(&t.review_topic(), html! { (topic.unwrap_or_default()) }),
                    Fact::new(&t.review_place(), place),
                    Fact::new(&t.review_column_sent(), html! { (sent.unwrap_or_default()) }),
                    Fact::new(&t.review_name(), name),
                ]))
            }
        }
    }

    fn author(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let number = self.reviewed.proposal.number;
        html! {
            @if let Some(author) = &self.author {
                section id="forfattare" {
                    h2 { (t.review_author_title()) }
                    (facts(&[
                        Fact::new(&t.review_author_name(), html! { bdi { (author.first_name) " " (author.last_name) } }),
                        Fact::new(&t.review_author_age(), html! { (frame.locale.number(author.age)) }),
                        Fact::new(&t.review_author_mail(), html! { bdi { (author.email) } }),
                        Fact::new(&t.review_author_town(), html! { bdi { (author.town) ", " (author.country) } }),
                    ]))
                    p class="soft" { (t.review_author_noted()) }
                }
            } @else if self.panel.may_act() && self.reviewed.proposal.author.is_some() {
                (boxes::details(&t.review_author_open(), html! {
                    p { (t.review_author_hint()) }
                    (button::post(Weight::Secondary, &urls::review_act(frame.locale, number, "forfattare"),
                        &t.review_author_button(), self.panel.hidden()))
                }))
            }
        }
    }

    /// Where to look, never what to think.
    fn aids(&self, frame: &Frame) -> Markup {
        let (t, locale) = (frame.t, frame.locale);
        let proposal = &self.reviewed.proposal;
        let text = proposal.text.as_deref().unwrap_or_default();
        let whole = format!("{} {text}", proposal.title);
        let found = findings(&whole);
        let lix = lix(text).filter(|_| proposal.locale == "sv");
        html! {
            section {
                h2 { (t.review_aids_title()) }
                ul {
                    @for finding in &found {
                        li { (match finding {
                            Finding::Email(words) => t.review_found_email(words.as_str()),
                            Finding::Phone(words) => t.review_found_phone(words.as_str()),
                            Finding::PersonalNumber(words) => t.review_found_number(words.as_str()),
                            Finding::Link(words) => t.review_found_link(words.as_str()),
                        }) }
                    }
                    @if found.is_empty() { li { (t.review_found_nothing()) } }
                    @if let Some(lix) = lix {
                        li { (match Readability::of(lix) {
                            Readability::Easy => t.review_lix_easy(locale.number(lix)),
                            Readability::Medium => t.review_lix_medium(locale.number(lix)),
                            Readability::Hard => t.review_lix_hard(locale.number(lix)),
                        }) }
                    }
                }
            }
        }
    }

    fn similar(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            section {
                h2 { (t.review_similar_title()) }
                @if self.similar.is_empty() { p { (t.review_similar_none()) } }
                @else {
                    p class="soft" { (t.review_similar_hint()) }
                    ul {
                        @for one in &self.similar {
                            li {
                                a href=(one.href) { (as_written(&one.title)) }
                                " " span class="soft nowrap" { (one.number) }
                                br;
                                (t.review_similar_score(frame.locale.percent(one.percent, 100)))
                                @if !one.shared.is_empty() { " " (t.review_similar_words(frame.locale.list_and(&one.shared))) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn changes(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            @for (number, pair) in (2_i64..).zip(self.reviewed.wordings.windows(2)) {
                section {
                    h2 { (t.review_changes_title(frame.locale.number(number), frame.locale.date(pair[1].written_at.day()))) }
                    @if pair[0].title != pair[1].title {
                        p { strong { (render(&differences(&pair[0].title, &pair[1].title), &t.review_change_gone(), &t.review_change_new())) } }
                    }
                    div class="stack" {
                        p { (render(&differences(&pair[0].text, &pair[1].text), &t.review_change_gone(), &t.review_change_new())) }
                    }
                }
            }
        }
    }

    fn history(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let mut lines = Vec::new();
        for event in &self.reviewed.events {
            let title = match event.kind {
                EventKind::Submitted => t.review_event_submitted(),
                EventKind::Answered => t.review_event_answered(),
                EventKind::Withdrawn => t.review_event_withdrawn(),
                _ => continue,
            };
            lines.push((event.at, title, None));
        }
        for step in &self.reviewed.steps {
            let names = words::reason_names(frame.locale, &self.reviewed.reasons, &step.reasons);
            let by = match step.by {
                Some(_) => self.reviewed.name(step.by).to_owned(),
                None => t.review_who_time(),
            };
            let body = html! {
                p { bdi { (by) } }
                @if !names.is_empty() { p { (names) } }
                @if let Some(note) = &step.note { blockquote { p { (as_written(note)) } } }
            };
            lines.push((step.at, words::step(t, step.kind), Some(body)));
        }
        lines.sort_by_key(|(at, ..)| *at);
        let events: Vec<Event> = lines
            .into_iter()
            .map(|(at, title, body)| Event {
                anchor: None,
                when: When::Done,
                date: frame.locale.date_and_time(at),
                title,
                body,
                responsible: None,
            })
            .collect();
        html! {
            section {
                h2 { (t.review_history_title()) }
                @if events.is_empty() { p { (t.review_history_none()) } } @else { (timeline(frame, &events)) }
            }
        }
    }
}
