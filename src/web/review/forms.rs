//! What the review's forms post, raw, and what the domain makes of it.

use crate::{
    domain::{
        identity::AreaCode,
        ids::ProposalNumber,
        proposals::Topic,
        reviews::{RefusalReason, RemovalReason, ReturnReason},
        routing::Routing,
        text::{Note, Reason, TextProblem},
    },
    usecases::reviews::{Publication, Refusal, RemovalWish, Return, Task},
    web::live::Directory,
};
use serde::Deserialize;

/// An act that has a form of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Publish.
    Publish,
    /// Send back with a question.
    Ask,
    /// Refuse.
    Refuse,
    /// Ask that a published proposal is taken away.
    Remove,
}

impl Act {
    /// Its word in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Act::Publish => "publicera",
            Act::Ask => "fraga",
            Act::Refuse => "avsla",
            Act::Remove => "ta-bort",
        }
    }

    /// The act with this word.
    pub fn parse(word: &str) -> Option<Self> {
        [Act::Publish, Act::Ask, Act::Refuse, Act::Remove]
            .into_iter()
            .find(|act| act.word() == word)
    }

    /// The kind of grounds it is chosen from; publishing needs none.
    pub const fn reasons(self) -> Option<&'static str> {
        match self {
            Act::Publish => None,
            Act::Ask => Some("return"),
            Act::Refuse => Some("refuse"),
            Act::Remove => Some("remove"),
        }
    }
}

/// The value of the button that shows what the proposer will read.
pub const PREVIEW: &str = "forhandsvisa";

/// Every form of the review: an act uses the fields it has.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ReviewForm {
    /// The hidden id of the form.
    pub form_id: String,
    /// The version of the review that the page showed.
    pub sedd: String,
    /// Which button was pressed.
    pub gor: String,
    /// The topic's code.
    pub amne: String,
    /// The mellanområde's code; empty: none.
    pub omrade: String,
    /// The word of the body that answers.
    pub samordnar: String,
    /// The words of the bodies that are informed.
    pub informeras: Vec<String>,
    /// The codes of the grounds.
    pub skal: Vec<String>,
    /// Words to the proposer, or to the colleague.
    pub text: String,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No topic is chosen.
    Topic,
    /// No body is chosen.
    Body,
    /// There is no such area.
    Area,
    /// No ground is chosen.
    Reason,
    /// The words.
    Text(TextProblem),
}

/// Fields by name and what is wrong with them.
pub type Faults = Vec<(&'static str, Fault)>;

impl ReviewForm {
    /// Whether the page is only to show what would be sent.
    pub fn is_preview(&self) -> bool {
        self.gor == PREVIEW
    }

    /// Which review, which version, which form. `None`: not a form of ours.
    pub fn task(&self, number: ProposalNumber, leads_to: String) -> Option<Task> {
        Some(Task {
            number,
            seen: self.sedd.parse().ok()?,
            form: self.form_id.parse().ok()?,
            leads_to,
        })
    }

    /// What is published, and where it goes.
    pub fn publication(&self, directory: &Directory) -> Result<Publication, Faults> {
        let topic = Topic::parse(&self.amne).ok_or(("amne", Fault::Topic));
        let body = directory.body(&self.samordnar);
        let body = body.ok_or(("samordnar", Fault::Body));
        let area = match self.omrade.as_str() {
            "" => Ok(None),
            code => AreaCode::parse(code)
                .filter(|code| directory.area_name(code.as_str()).is_some())
                .map(Some)
                .ok_or(("omrade", Fault::Area)),
        };
        let note = self.note();
        match (topic, body, area, note) {
            (Ok(topic), Ok(body), Ok(area), Ok(note)) => {
                let informed = self.informeras.iter();
                let informed = informed.filter_map(|slug| directory.body(slug));
                Ok(Publication {
                    topic,
                    routing: Routing::new(body.id, informed.map(|body| body.id)),
                    area,
                    note,
                })
            }
            (topic, body, area, note) => Err([topic.err(), body.err(), area.err(), note.err()]
                .into_iter()
                .flatten()
                .collect()),
        }
    }

    /// A question to the author.
    pub fn question(&self) -> Result<Return, Faults> {
        let reasons: Vec<ReturnReason> = self.chosen(ReturnReason::parse);
        let question = Reason::parse(&self.text).map_err(|problem| ("text", Fault::Text(problem)));
        match question {
            Ok(question) if !reasons.is_empty() => Ok(Return { reasons, question }),
            question => Err(no_reason(reasons.is_empty())
                .chain(question.err())
                .collect()),
        }
    }

    /// A refusal.
    pub fn refusal(&self) -> Result<Refusal, Faults> {
        let reasons: Vec<RefusalReason> = self.chosen(RefusalReason::parse);
        match self.note() {
            Ok(note) if !reasons.is_empty() => Ok(Refusal { reasons, note }),
            note => Err(no_reason(reasons.is_empty()).chain(note.err()).collect()),
        }
    }

    /// A wish that it is taken away.
    pub fn removal(&self) -> Result<RemovalWish, Faults> {
        let reasons: Vec<RemovalReason> = self.chosen(RemovalReason::parse);
        let note = Note::parse(&self.text).map_err(|problem| ("text", Fault::Text(problem)));
        match (reasons.first(), note) {
            (Some(reason), Ok(note)) => Ok(RemovalWish {
                reason: *reason,
                note,
            }),
            (reason, note) => Err(no_reason(reason.is_none()).chain(note.err()).collect()),
        }
    }

    fn chosen<T>(&self, parse: fn(&str) -> Option<T>) -> Vec<T> {
        self.skal.iter().filter_map(|code| parse(code)).collect()
    }

    fn note(&self) -> Result<Option<Note>, (&'static str, Fault)> {
        match Note::parse(&self.text) {
            Ok(note) => Ok(Some(note)),
            Err(TextProblem::Missing) if self.text.trim().is_empty() => Ok(None),
            Err(problem) => Err(("text", Fault::Text(problem))),
        }
    }
}

fn no_reason(is_missing: bool) -> impl Iterator<Item = (&'static str, Fault)> {
    is_missing.then_some(("skal", Fault::Reason)).into_iter()
}
