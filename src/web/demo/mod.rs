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
            let to = format!("{}?klart=klocka", urls::demo_control(ctx.locale));
            Ok(Redirect::to(&to).into_response())
        }
        _ => {
            let error = ctx.t().demo_clock_error(ctx.locale.number(demo::MOST_DAYS));
            let page = ControlPage {
                days: form.dagar,
                days_error: Some(error),
                ..ControlPage::default()
            };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.render(&ctx.frame())).into_response())
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
    let t = ctx.t();
    let mut page = ControlPage {
        number: form.nummer,
        count: form.antal,
        ..ControlPage::default()
    };
    let count = page
        .count
        .trim()
        .parse()
        .ok()
        .filter(|count| (1..=demo::MOST_AT_ONCE).contains(count));
    let (Ok(number), Some(count)) = (page.number.trim().parse(), count) else {
        if page.number.trim().parse::<ProposalNumber>().is_err() {
            page.number_error = Some(t.demo_number_error());
        }
        if count.is_none() {
            let most = i64::try_from(demo::MOST_AT_ONCE).unwrap_or(i64::MAX);
            page.count_error = Some(t.demo_count_error(ctx.locale.number(most)));
        }
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page.render(&ctx.frame())).into_response());
    };
    match demo::let_sign(&ctx.app.env, number, count).await {
        Ok(signed) => {
            let to = urls::demo_control(ctx.locale);
            let to = format!("{to}?klart=underskrifter&nummer={number}&antal={signed}");
            Ok(Redirect::to(&to).into_response())
        }
        Err(SignError::Store(error)) => Err(error.into()),
        Err(_) => {
            page.number_error = Some(t.demo_not_open());
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.render(&ctx.frame())).into_response())
        }
    }
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
