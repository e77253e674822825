//! What a list is asked for.

use super::{Cursor, Facts, Sort};
use crate::domain::{
    display::{DisplayStage, FilterGroup},
    proposals::Topic,
    words::Query,
};

/// A search: words, filter, order, and where the page begins.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Search {
    /// The words looked for; empty for all.
    pub words: String,
    /// What must be true of a proposal.
    pub filter: Filter,
    /// The order asked for; none: best match when words are given, otherwise newest.
    pub sort: Option<Sort>,
    /// Where the page begins or ends.
    pub cursor: Option<Cursor>,
}

impl Search {
    /// The order the list stands in.
    pub(super) fn sort(&self, query: &Query) -> Sort {
        match self.sort {
            Some(Sort::BestMatch) | None if query.is_empty() => Sort::Newest,
            Some(sort) => sort,
            None => Sort::BestMatch,
        }
    }
}

/// What must be true of a proposal in the list; what is absent is not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The group of its stage.
    pub group: Option<FilterGroup>,
    /// Its stage.
    pub stage: Option<DisplayStage>,
    /// What it is about.
    pub topic: Option<Topic>,
    /// The word in addresses of a body that receives it.
    pub body: Option<String>,
    /// The code of an area its place lies in.
    pub area: Option<String>,
    /// The year it was sent in.
    pub year: Option<i16>,
}

impl Filter {
    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    pub(super) fn takes(&self, facts: &Facts) -> bool {
        self.group
            .is_none_or(|group| facts.stage.group() == Some(group))
            && self.stage.is_none_or(|stage| facts.stage == stage)
            && self.topic.is_none_or(|topic| facts.topic == Some(topic))
            && self
                .body
                .as_ref()
                .is_none_or(|body| facts.bodies.contains(body))
            && self
                .area
                .as_ref()
                .is_none_or(|area| facts.areas.contains(area))
            && self
                .year
                .is_none_or(|year| facts.submitted_on.is_some_and(|day| day.year() == year))
    }
}
