//! What the list is asked for. Unlike a page for people, what is not known is refused by name, so that no program is
//! misled by an answer to something else.

use super::reply::Problem;
use crate::{
    domain::{
        catalogue::{Filter, Search, Sort},
        display::{DisplayStage, FilterGroup},
        proposals::Topic,
    },
    web::live::Directory,
};
use serde::Deserialize;

/// Proposals on a page unless asked otherwise, and at most.
const PAGE: usize = 50;
const LARGEST_PAGE: usize = 200;
/// The longest search that is looked at, in characters.
const LONGEST: usize = 200;

/// The query of the list, as sent. Empty is not asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ListQuery {
    q: String,
    stage: String,
    topic: String,
    body: String,
    area: String,
    year: String,
    sort: String,
    limit: String,
    page: String,
}

/// The same, understood.
#[derive(Debug)]
pub struct Asked {
    /// What must be true of a proposal, and the order.
    pub search: Search,
    /// The page, from 1.
    pub page: usize,
    /// Proposals on a page.
    pub limit: usize,
}

impl ListQuery {
    /// Understands it. `stage` is a group of stages, or else a stage, by code.
    ///
    /// # Errors
    /// The first value that is not known.
    pub fn asked(self, directory: &Directory) -> Result<Asked, Problem> {
        if self.q.chars().count() > LONGEST {
            return Err(Problem::value("q"));
        }
        let group = FilterGroup::parse(&self.stage);
        let stage = match group {
            Some(_) => None,
            None => known("stage", &self.stage, DisplayStage::parse)?,
        };
        let body = |slug: &str| directory.body(slug).map(|body| body.slug.clone());
        let area = |code: &str| directory.area_name(code).map(|_| code.to_owned());
        let filter = Filter {
            group,
            stage,
            topic: known("topic", &self.topic, Topic::parse)?,
            body: known("body", &self.body, body)?,
            area: known("area", &self.area, area)?,
            year: known("year", &self.year, |year| year.parse().ok())?,
        };
        let sort = known("sort", &self.sort, Sort::parse)?;
        let limit = known("limit", &self.limit, |limit| {
            let limit = limit.parse().ok()?;
            (1..=LARGEST_PAGE).contains(&limit).then_some(limit)
        })?;
        let page = known("page", &self.page, |page| {
            page.parse().ok().filter(|page| *page > 0)
        })?;
        Ok(Asked {
            search: Search {
                words: self.q,
                filter,
                sort,
                cursor: None,
            },
            page: page.unwrap_or(1),
            limit: limit.unwrap_or(PAGE),
        })
    }
}

/// Nothing given is nothing asked; something not known is refused.
fn known<T>(
    name: &str,
    given: &str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, Problem> {
    match given {
        "" => Ok(None),
        value => parse(value).map(Some).ok_or_else(|| Problem::value(name)),
    }
}
