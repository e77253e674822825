//! The moderators' queue: what waits, the most urgent first.

use super::{
    loading::{Names, hides},
    words,
};
use crate::{
    domain::{
        ids::PersonId,
        proposals::Origin,
        time::{Day, Timestamp},
    },
    store::{
        refusal_reasons::ReasonText,
        reviews::{Decided, Queued},
    },
    web::{
        components::{
            as_written, boxes,
            table::{Column, Table},
            tag::{Tone, tag},
        },
        layout::{Crumb, Frame, page_with_crumbs},
        urls, words as shared,
    },
};
use maud::{Markup, html};

/// A group of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// All that waits.
    Waiting,
    /// What one works on oneself.
    Mine,
    /// What nobody works on.
    Free,
    /// What should have been decided.
    Late,
    /// What waits for its author's answer.
    Returned,
    /// What was decided lately.
    Decided,
}

impl Group {
    /// Every group, in the order shown.
    pub const ALL: [Group; 6] = [
        Group::Waiting,
        Group::Mine,
        Group::Free,
        Group::Late,
        Group::Returned,
        Group::Decided,
    ];

    /// Its word in addresses; empty: the queue as it is.
    pub const fn word(self) -> &'static str {
        match self {
            Group::Waiting => "",
            Group::Mine => "mina",
            Group::Free => "lediga",
            Group::Late => "sena",
            Group::Returned => "fragor",
            Group::Decided => "avgjorda",
        }
    }

    /// The group with this word; an unknown one shows all that waits.
    pub fn parse(word: &str) -> Self {
        let found = Group::ALL.into_iter().find(|group| group.word() == word);
        found.unwrap_or(Group::Waiting)
    }

    /// Whether what waits belongs to this group.
    pub fn holds(self, queued: &Queued, me: PersonId, now: Timestamp) -> bool {
        match self {
            Group::Waiting => true,
            Group::Mine => queued.holder(now) == Some(me),
            Group::Free => queued.holder(now).is_none(),
            Group::Late => queued.due_on < now.day(),
            Group::Returned | Group::Decided => false,
        }
    }

    fn label(self, frame: &Frame) -> String {
        let t = frame.t;
        match self {
            Group::Waiting => t.review_group_waiting(),
            Group::Mine => t.review_group_mine(),
            Group::Free => t.review_group_free(),
            Group::Late => t.review_group_late(),
            Group::Returned => t.review_group_returned(),
            Group::Decided => t.review_group_decided(),
        }
    }

    fn address(self, frame: &Frame) -> String {
        match self {
            Group::Waiting => urls::review_queue(frame.locale),
            group => urls::review_queue_of(frame.locale, group.word()),
        }
    }
}

/// What a group holds, and how much waits in all.
pub struct Lines {
    /// Its lines, unless the group is what was decided.
    pub queued: Vec<Queued>,
    /// What was decided, if that is the group.
    pub decided: Vec<Decided>,
    /// How many wait in all.
    pub waiting_count: i64,
    /// How many of them are late.
    pub late_count: i64,
}

impl Lines {
    /// The colleagues they name.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        let holders = self.queued.iter().filter_map(|line| line.claimed_by);
        holders.chain(self.decided.iter().filter_map(|line| line.decided_by))
    }
}

/// The queue.
pub struct QueuePage {
    /// The group shown.
    pub group: Group,
    /// What it holds.
    pub lines: Lines,
    /// Colleagues.
    pub names: Names,
    /// All grounds.
    pub reasons: Vec<ReasonText>,
    /// Who looks.
    pub me: PersonId,
    /// What was done just now, in words.
    pub done: Option<Markup>,
}

impl QueuePage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let crumbs = [Crumb {
            label: t.site_nav_staff(),
            href: urls::staff(frame.locale),
        }];
        let main = html! {
            h1 { (t.review_queue_title()) }
            @if let Some(done) = &self.done {
                (boxes::notice(frame, boxes::Notice::Done, None, done.clone()))
            }
            (self.lead(frame))
            (self.groups(frame))
            @if self.group == Group::Decided { (self.decided_table(frame)) }
            @else { (self.table(frame)) }
        };
        page_with_crumbs(frame, &t.review_queue_title(), &crumbs, main)
    }

    fn lead(&self, frame: &Frame) -> Markup {
        let (t, locale) = (frame.t, frame.locale);
        let late = self.lines.late_count;
        html! {
            p class="lead" { (t.review_queue_waiting(self.lines.waiting_count, locale.number(self.lines.waiting_count))) }
            @if late > 0 { p class="late" { (t.review_queue_late(late, locale.number(late))) } }
            @else if self.lines.waiting_count > 0 { p { (t.review_queue_in_time()) } }
        }
    }

    fn groups(&self, frame: &Frame) -> Markup {
        html! {
            nav aria-label=(frame.t.review_groups_label()) {
                ul class="plain buttons" {
                    @for group in Group::ALL {
                        li {
                            a class="ds-button" href=(group.address(frame))
                                data-variant=(if group == self.group { "secondary" } else { "tertiary" })
                                aria-current=[(group == self.group).then_some("page")] { (group.label(frame)) }
                        }
                    }
                }
            }
        }
    }

    fn table(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        if self.lines.queued.is_empty() {
            let words = match self.group {
                Group::Waiting => t.review_empty_waiting(),
                _ => t.review_empty_group(),
            };
            return boxes::empty(html! { p { (words) } });
        }
        let (due, title) = match self.group {
            Group::Returned => (t.review_column_answer(), t.review_column_title()),
            _ => (t.review_column_due(), t.review_column_title()),
        };
        let (topic, sent, who) = (
            t.review_column_topic(),
            t.review_column_sent(),
            t.review_column_who(),
        );
        let column = |heading| Column {
            heading,
            is_number: false,
        };
        let table = Table {
            id: "ko",
            caption: &self.group.label(frame),
            columns: &[
                column(&due),
                column(&title),
                column(&topic),
                column(&sent),
                column(&who),
            ],
            rows: self
                .lines
                .queued
                .iter()
                .map(|line| self.row(frame, line))
                .collect(),
            is_queue: true,
        };
        table.render()
    }

    fn row(&self, frame: &Frame, line: &Queued) -> Vec<Markup> {
        let today = frame.now.day();
        let topic = line.topic.map(|topic| shared::topic(frame.t, topic));
        let sent = line.submitted_on.map(|day| frame.locale.date(day));
        vec![
            self.due(frame, line, today),
            html! {
                a href=(urls::review(frame.locale, line.number)) { (as_written(&line.title)) }
                " " span class="soft nowrap" { (line.number) }
                @if line.origin == Origin::Demo { " " (tag(Tone::Plain, &frame.t.review_demo())) }
            },
            html! { (topic.unwrap_or_default()) },
            html! { (sent.unwrap_or_default()) },
            self.who(frame, line),
        ]
    }

    /// What waits for its author is not ours to be late with.
    fn due(&self, frame: &Frame, line: &Queued, today: Day) -> Markup {
        let (tone, words) = words::urgency(frame.locale, line.due_on, today);
        let tone = if self.group == Group::Returned {
            Tone::Plain
        } else {
            tone
        };
        html! { span class="nowrap" { (frame.locale.date(line.due_on)) } " " (tag(tone, &words)) }
    }

    fn who(&self, frame: &Frame, line: &Queued) -> Markup {
        let t = frame.t;
        html! {
            @match line.holder(frame.now) {
                Some(holder) if holder == self.me => strong { (t.review_who_me()) },
                Some(holder) => bdi { (self.names.get(&holder).map_or("", String::as_str)) },
                None if self.group == Group::Returned => (t.review_who_author()),
                None => span class="soft" { (t.review_who_nobody()) },
            }
        }
    }

    fn decided_table(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        if self.lines.decided.is_empty() {
            return boxes::empty(html! { p { (t.review_empty_group()) } });
        }
        let headings = [
            t.review_column_when(),
            t.review_column_title(),
            t.review_column_what(),
            t.review_column_who(),
        ];
        let columns: Vec<Column> = headings
            .iter()
            .map(|heading| Column {
                heading,
                is_number: false,
            })
            .collect();
        let table = Table {
            id: "avgjorda",
            caption: &self.group.label(frame),
            columns: &columns,
            rows: self
                .lines
                .decided
                .iter()
                .map(|line| self.decided_row(frame, line))
                .collect(),
            is_queue: true,
        };
        table.render()
    }

    fn decided_row(&self, frame: &Frame, line: &Decided) -> Vec<Markup> {
        let t = frame.t;
        let codes = line.codes();
        let is_hidden = hides(&self.reasons, &codes);
        vec![
            html! { span class="nowrap" { (frame.locale.date(line.decided_at.day())) } },
            html! {
                a href=(urls::review(frame.locale, line.number)) {
                    @if is_hidden { (t.review_hidden_title(line.number.to_string())) }
                    @else { (as_written(&line.title)) }
                }
                @if !is_hidden { " " span class="soft nowrap" { (line.number) } }
            },
            html! {
                (words::step(t, line.kind))
                @let names = words::reason_names(frame.locale, &self.reasons, &codes);
                @if !names.is_empty() { br; span class="soft" { (names) } }
            },
            html! {
                @match line.decided_by.and_then(|by| self.names.get(&by)) {
                    Some(name) => bdi { (name) },
                    None => (t.review_who_time()),
                }
            },
        ]
    }
}
