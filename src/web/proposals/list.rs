//! What the list is asked for, from its address, and what it finds.

use super::list_page::ListPage;
use crate::{
    domain::{
        catalogue::{Cursor, Filter, Search, Sort},
        display::FilterGroup,
        proposals::Topic,
    },
    store::proposals,
    web::{error::WebError, extract::Ctx},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

/// Proposals on a page.
const PAGE: usize = 20;

/// The longest search that is looked at, in characters.
const LONGEST: usize = 200;

/// The query of the list's address. What is not understood is not asked, so that old links go on working.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    /// Words.
    q: String,
    /// Group of stages.
    skede: String,
    /// Topic.
    amne: String,
    /// Body.
    namnd: String,
    /// Area.
    omrade: String,
    /// Year of submission.
    ar: String,
    /// Order.
    sortera: String,
    /// Where the page begins.
    efter: String,
}

impl ListQuery {
    /// What is looked for.
    pub fn search(&self) -> Search {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Search {
            words: self.q.trim().chars().take(LONGEST).collect(),
            filter: Filter {
                group: FilterGroup::parse(&self.skede),
                stage: None,
                topic: Topic::parse(&self.amne),
                body: given(&self.namnd),
                area: given(&self.omrade),
                year: self.ar.parse().ok(),
            },
            sort: Sort::parse(&self.sortera),
            cursor: Cursor::parse(&self.efter),
        }
    }
}

/// The list's query for a search, with `?`; empty for the list as it is.
pub fn query(search: &Search) -> String {
    let filter = &search.filter;
    let pairs = [
        (
            "q",
            Some(search.words.clone()).filter(|words| !words.is_empty()),
        ),
        ("skede", filter.group.map(|group| group.to_string())),
        ("amne", filter.topic.map(|topic| topic.to_string())),
        ("namnd", filter.body.clone()),
        ("omrade", filter.area.clone()),
        ("ar", filter.year.map(|year| year.to_string())),
        ("sortera", search.sort.map(|sort| sort.to_string())),
        ("efter", search.cursor.map(|cursor| cursor.to_string())),
    ];
    let mut query = String::new();
    for (name, value) in pairs {
        if let Some(value) = value {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(name);
            query.push('=');
            query.extend(utf8_percent_encode(&value, NON_ALPHANUMERIC));
        }
    }
    query
}

/// Finds one page of the list.
///
/// # Errors
/// When the database is away.
pub async fn read(ctx: &Ctx, query: ListQuery) -> Result<ListPage, WebError> {
    let live = ctx.app.live();
    live.catch_up(&ctx.app.env).await?;
    let search = query.search();
    let (found, suggestion, years) = {
        let catalogue = live.catalogue();
        let found = catalogue.find(&search, PAGE);
        let suggestion = if found.total == 0 {
            catalogue.did_you_mean(&search.words)
        } else {
            None
        };
        (found, suggestion, catalogue.years())
    };
    let mut tx = ctx.read().await?;
    let proposals = proposals::list_by_numbers(&mut tx, &found.numbers).await?;
    Ok(ListPage {
        search,
        found,
        proposals,
        suggestion,
        years,
        directory: live.directory(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_back_to_the_same_search() {
        let asked = ListQuery {
            q: " lekplats & gunga ".to_owned(),
            skede: "decided".to_owned(),
            amne: "school".to_owned(),
            ar: "2019".to_owned(),
            sortera: "flest".to_owned(),
            ..ListQuery::default()
        };
        assert_eq!(
            query(&asked.search()),
            "?q=lekplats%20%26%20gunga&skede=decided&amne=school&ar=2019&sortera=flest"
        );
        assert_eq!(query(&Search::default()), "");
    }

    #[test]
    fn what_is_not_understood_is_not_asked() {
        let asked = ListQuery {
            skede: "okänt".to_owned(),
            ar: "i fjol".to_owned(),
            sortera: "bäst".to_owned(),
            efter: "…".to_owned(),
            ..ListQuery::default()
        };
        assert_eq!(asked.search(), Search::default());
    }
}
