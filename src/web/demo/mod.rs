//! Pages that only the demo has. Elsewhere they answer 404.

mod control;
mod post;

use super::{error::WebError, extract::Ctx, state::AppState, urls};
use crate::{
    domain::ids::ProposalNumber,
    usecases::{demo, post_box, signatures::SignError},
};
use axum::{
    Router,
    extract::{Form, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post as post_to},
};
use control::{ControlPage, Done};
use maud::Markup;
use post::PostPage;
use serde::Deserialize;

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/demo", get(show_control))
        .route("/demo/klocka", post_to(move_clock))
        .route("/demo/skriv-under", post_to(let_sign))
        .route("/demo/post", get(show_post))
}

fn only_in_the_demo(ctx: &Ctx) -> Result<(), WebError> {
    if ctx.app.site.is_demo {
        Ok(())
    } else {
        Err(WebError::NotFound)
    }
}

#[derive(Deserialize)]
struct Shown {
    #[serde(default)]
    klart: String,
    #[serde(default)]
    nummer: String,
    #[serde(default)]
    antal: String,
}

/// What the demo can be made to do.
async fn show_control(ctx: Ctx, Query(shown): Query<Shown>) -> Result<Markup, WebError> {
    only_in_the_demo(&ctx)?;
    let done = match shown.klart.as_str() {
        "klocka" => Some(Done::Moved),
        "underskrifter" => Some(Done::Signed {
            number: shown.nummer,
            count: shown.antal,
        }),
        _ => None,
    };
    Ok(ControlPage {
        done,
        ..ControlPage::default()
    }
    .render(&ctx.frame()))
}

#[derive(Deserialize)]
struct ClockForm {
    dagar: String,
}

/// Moves the clock forward.
async fn move_clock(ctx: Ctx, Form(form): Form<ClockForm>) -> Result<Response, WebError> {
    only_in_the_demo(&ctx)?;
    match form.dagar.trim().parse() {
        Ok(days) if (1..=demo::MOST_DAYS).contains(&days) => {
            demo::move_clock(&ctx.app.env, days).await?;
            let to = format!("{}?klart=klocka", urls::demo(ctx.locale, ""));
            Ok(Redirect::to(&to).into_response())
        }
        _ => {
            let error = ctx.t().demo_clock_error(ctx.locale.number(demo::MOST_DAYS));
            let page = ControlPage {
                days: form.dagar,
                days_error: Some(error),
                ..ControlPage::default()
            };
            Ok(refused(&ctx, &page))
        }
    }
}

#[derive(Deserialize)]
struct SignForm {
    nummer: String,
    antal: String,
}

/// Lets test persons sign a proposal.
async fn let_sign(ctx: Ctx, Form(form): Form<SignForm>) -> Result<Response, WebError> {
    only_in_the_demo(&ctx)?;
    let (number, count) = match form.parse(&ctx) {
        Ok(wish) => wish,
        Err(page) => return Ok(refused(&ctx, &page)),
    };
    match demo::let_sign(&ctx.app.env, number, count).await {
        Ok(signed) => {
            let to = urls::demo(ctx.locale, "");
            let to = format!("{to}?klart=underskrifter&nummer={number}&antal={signed}");
            Ok(Redirect::to(&to).into_response())
        }
        Err(SignError::Store(error)) => Err(error.into()),
        Err(_) => {
            let number_error = Some(ctx.t().demo_not_open());
            Ok(refused(
                &ctx,
                &ControlPage {
                    number_error,
                    ..form.page()
                },
            ))
        }
    }
}

impl SignForm {
    fn page(&self) -> ControlPage {
        ControlPage {
            number: self.nummer.clone(),
            count: self.antal.clone(),
            ..ControlPage::default()
        }
    }

    fn parse(&self, ctx: &Ctx) -> Result<(ProposalNumber, usize), Box<ControlPage>> {
        let number = self.nummer.trim().parse();
        let count = self.antal.trim().parse();
        match (number, count) {
            (Ok(number), Ok(count)) if (1..=demo::MOST_AT_ONCE).contains(&count) => {
                Ok((number, count))
            }
            (number, count) => {
                let is_possible =
                    count.is_ok_and(|count| (1..=demo::MOST_AT_ONCE).contains(&count));
                let most = ctx
                    .locale
                    .number(i64::try_from(demo::MOST_AT_ONCE).unwrap_or(i64::MAX));
                Err(Box::new(ControlPage {
                    number_error: number.is_err().then(|| ctx.t().demo_number_error()),
                    count_error: (!is_possible).then(|| ctx.t().demo_count_error(most)),
                    ..self.page()
                }))
            }
        }
    }
}

fn refused(ctx: &Ctx, page: &ControlPage) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page.render(&ctx.frame())).into_response()
}

#[derive(Deserialize)]
struct Filter {
    #[serde(default)]
    till: String,
}

/// The mails the demo has sent, newest first.
async fn show_post(ctx: Ctx, Query(filter): Query<Filter>) -> Result<Markup, WebError> {
    only_in_the_demo(&ctx)?;
    let mails = post_box::kept_mails(&ctx.app.env).unwrap_or_default();
    let is_wanted = |to: &str| filter.till.is_empty() || to.eq_ignore_ascii_case(&filter.till);
    let mails = mails
        .into_iter()
        .filter(|mail| is_wanted(&mail.to))
        .take(50)
        .collect();
    Ok(PostPage {
        mails,
        to: filter.till,
    }
    .render(&ctx.frame()))
}
