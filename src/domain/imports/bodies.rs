//! Nämnder and bolag, what they were called, and where topics went.

use super::{RowError, RowReason, table::Table};
use crate::domain::{codes::text_enum, proposals::Topic};
use std::collections::HashSet;

const BODIES: &str = "namnder.csv";
const BODY_COLUMNS: &[&str] = &[
    "name",
    "type",
    "administration",
    "diary_prefix",
    "responsibility",
    "source",
];
const FORMER: &str = "former_names.csv";
const FORMER_COLUMNS: &[&str] = &["name_in_export", "body_today"];
const TOPICS: &str = "topic_to_body.csv";
const TOPIC_COLUMNS: &[&str] = &["topic", "body_today", "proposals"];

text_enum! {
    /// What kind of body it is.
    pub enum BodyKind {
        /// Kommunstyrelsen.
        Kommunstyrelse => "kommunstyrelse",
        /// A nämnd.
        Namnd => "namnd",
        /// A company the city owns.
        Bolag => "bolag",
    }
}

impl BodyKind {
    fn from_import_label(label: &str) -> Option<Self> {
        match label {
            "kommunstyrelse" => Some(BodyKind::Kommunstyrelse),
            "nämnd" => Some(BodyKind::Namnd),
            "bolag" => Some(BodyKind::Bolag),
            _ => None,
        }
    }
}

/// A body of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedBody {
    /// The name, for a bolag with its everyday name in brackets where it has one.
    pub name: String,
    /// What kind of body.
    pub kind: BodyKind,
    /// The förvaltning that works for it.
    pub administration: Option<String>,
    /// The prefix of its diary, such as `SLK`.
    pub diary_prefix: Option<String>,
    /// What it is responsible for.
    pub responsibility: Option<String>,
    /// Where the row comes from.
    pub source: String,
}

/// A name in old data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerName {
    /// The name as written there.
    pub name: String,
    /// The name of today's body, where there is a single successor.
    pub today: Option<String>,
}

/// How many proposals of a topic went to a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicShare {
    /// The topic.
    pub topic: Topic,
    /// The name of today's body.
    pub body: String,
    /// How many.
    pub proposals: i64,
}

/// The three files about bodies, which refer to each other by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bodies {
    /// Kommunstyrelsen, nämnder and bolag.
    pub bodies: Vec<ImportedBody>,
    /// Names in old data.
    pub former_names: Vec<FormerName>,
    /// A first guess for routing.
    pub topics: Vec<TopicShare>,
}

impl Bodies {
    /// The name of today's body for a recipient as written; `None` when it has no single successor or is not known.
    pub fn today(&self, written: &str) -> Option<&str> {
        self.current(written).or_else(|| {
            let former = self
                .former_names
                .iter()
                .find(|former| former.name == written)?;
            self.current(former.today.as_deref()?)
        })
    }

    /// The full name of a body of today, also when the everyday name in brackets is left out.
    fn current(&self, name: &str) -> Option<&str> {
        let body = self.bodies.iter().find(|body| {
            body.name == name
                || body
                    .name
                    .split(" (")
                    .next()
                    .is_some_and(|legal| legal == name)
        })?;
        Some(&body.name)
    }
}

/// Reads `namnder.csv`, `former_names.csv` and `topic_to_body.csv`; the faults of all three are told together.
pub fn parse_bodies(bodies: &[u8], former: &[u8], topics: &[u8]) -> Result<Bodies, Vec<RowError>> {
    let mut faults = Vec::new();
    let bodies = parse_current(bodies).unwrap_or_else(|found| {
        faults.extend(found);
        Vec::new()
    });
    let mut read = Bodies {
        bodies,
        ..Bodies::default()
    };
    // Without bodies each name in the other files would be a fault; the first file's are enough.
    if !faults.is_empty() {
        return Err(faults);
    }
    match parse_former(former, &read) {
        Ok(former_names) => read.former_names = former_names,
        Err(found) => faults.extend(found),
    }
    match parse_topics(topics, &read) {
        Ok(topics) => read.topics = topics,
        Err(found) => faults.extend(found),
    }
    if faults.is_empty() {
        Ok(read)
    } else {
        Err(faults)
    }
}

fn parse_current(bytes: &[u8]) -> Result<Vec<ImportedBody>, Vec<RowError>> {
    let mut seen = HashSet::new();
    Table::read(BODIES, bytes, BODY_COLUMNS).rows(|row| {
        let name = row.required("name");
        let kind = row.needed("type", RowReason::UnknownWord, BodyKind::from_import_label);
        let source = row.required("source");
        let name = name?;
        if !seen.insert(name.clone()) {
            row.fault("name", RowReason::Duplicate);
        }
        Some(ImportedBody {
            name,
            kind: kind?,
            administration: row.optional("administration"),
            diary_prefix: row.optional("diary_prefix"),
            responsibility: row.optional("responsibility"),
            source: source?,
        })
    })
}

fn parse_former(bytes: &[u8], bodies: &Bodies) -> Result<Vec<FormerName>, Vec<RowError>> {
    let mut seen = HashSet::new();
    Table::read(FORMER, bytes, FORMER_COLUMNS).rows(|row| {
        let name = row.required("name_in_export");
        let today = row.parsed("body_today", RowReason::UnknownReference, |name| {
            bodies.current(name).map(str::to_owned)
        });
        let name = name?;
        if !seen.insert(name.clone()) {
            row.fault("name_in_export", RowReason::Duplicate);
        }
        Some(FormerName {
            name,
            today: today?,
        })
    })
}

fn parse_topics(bytes: &[u8], bodies: &Bodies) -> Result<Vec<TopicShare>, Vec<RowError>> {
    let mut seen = HashSet::new();
    Table::read(TOPICS, bytes, TOPIC_COLUMNS).rows(|row| {
        let topic = row.needed("topic", RowReason::UnknownWord, Topic::from_import_label);
        let body = row.needed("body_today", RowReason::UnknownReference, |name| {
            bodies.current(name).map(str::to_owned)
        });
        row.required("proposals");
        let proposals = row.count("proposals");
        let share = TopicShare {
            topic: topic?,
            body: body?,
            proposals: proposals??,
        };
        if !seen.insert((share.topic, share.body.clone())) {
            row.fault("body_today", RowReason::Duplicate);
        }
        Some(share)
    })
}
