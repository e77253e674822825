//! The start page: what this is, what one can do, what goes on.

mod page;

use super::{error::WebError, extract::Ctx, proposals::answer, state::AppState};
use crate::{
    domain::{
        catalogue::{Catalogue, Filter, Search, Sort, Summary},
        display::FilterGroup,
        ids::ProposalNumber,
        settings::Rules,
    },
    store::proposals,
};
use axum::{Router, response::Response, routing::get};
use page::StartPage;

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new().route("/", get(show_start))
}

/// What each list of the page holds at most.
const CLOSING: usize = 6;
const DECIDED: usize = 3;
const DONE: usize = 3;

async fn show_start(ctx: Ctx) -> Result<Response, WebError> {
    let page = read(&ctx).await?;
    Ok(answer(&ctx, page.render(&ctx.frame())))
}

async fn read(ctx: &Ctx) -> Result<StartPage, WebError> {
    let live = ctx.app.live();
    live.catch_up(&ctx.app.env).await?;
    let chosen = Chosen::from(&*live.catalogue());
    let mut tx = ctx.read().await?;
    Ok(StartPage {
        summary: chosen.summary,
        open: chosen.open,
        closing: proposals::list_by_numbers(&mut tx, &chosen.closing).await?,
        decided: proposals::list_by_numbers(&mut tx, &chosen.decided).await?,
        done: proposals::list_by_numbers(&mut tx, &chosen.done).await?,
        directory: live.directory(),
        rules: Rules::clone(&ctx.app.env.rules),
    })
}

/// What stands on the page, chosen from all proposals.
struct Chosen {
    summary: Summary,
    open: usize,
    closing: Vec<ProposalNumber>,
    decided: Vec<ProposalNumber>,
    done: Vec<ProposalNumber>,
}

impl From<&Catalogue> for Chosen {
    fn from(catalogue: &Catalogue) -> Self {
        let collecting = Some(FilterGroup::Collecting);
        let (open, closing) = first(catalogue, collecting, Sort::ClosingSoon, CLOSING);
        let carried_out = Some(FilterGroup::CarriedOut);
        Chosen {
            summary: catalogue.summary(),
            open,
            closing,
            decided: decided(catalogue),
            done: first(catalogue, carried_out, Sort::LatelyDecided, DONE).1,
        }
    }
}

fn first(
    catalogue: &Catalogue,
    group: Option<FilterGroup>,
    sort: Sort,
    limit: usize,
) -> (usize, Vec<ProposalNumber>) {
    let search = Search {
        filter: Filter {
            group,
            ..Filter::default()
        },
        sort: Some(sort),
        ..Search::default()
    };
    let found = catalogue.find(&search, limit);
    (found.total, found.numbers)
}

/// Decided last, of those whose day of decision is known.
fn decided(catalogue: &Catalogue) -> Vec<ProposalNumber> {
    let (_, numbers) = first(catalogue, None, Sort::LatelyDecided, DECIDED);
    numbers
        .into_iter()
        .filter(|number| {
            catalogue
                .get(*number)
                .is_some_and(|entry| entry.facts.decided_on.is_some())
        })
        .collect()
}
