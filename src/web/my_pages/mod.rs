//! A person's own pages: what she wrote, signed and follows, and what she told.

mod erasing;
mod joining;
mod joining_pages;
mod mail_settings;
mod own_data;
mod pages;
mod sessions;

use super::{
    error::WebError,
    extract::{Ctx, SignedIn, client::Client},
    identity::{
        AboutYouPage, DetailsForm, EmailForm, ask_for_code, filled_in, is_home_area,
        list_home_areas,
    },
    state::AppState,
    urls,
};
use crate::{
    domain::ids::ProposalId,
    i18n::Locale,
    store::{
        db::Tx,
        follows, own_proposals,
        own_proposals::ProposalLine,
        people,
        signatures::{self, SignerKey},
    },
    usecases::identity::{choose_locale, save_details},
};
use axum::{
    Form, Router,
    extract::Query,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use maud::Markup;
use pages::{AddEmailPage, MyPage, Signed};
use serde::Deserialize;
use std::collections::HashMap;

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/mina-sidor", get(show_my_page))
        .route(
            "/mina-sidor/uppgifter",
            get(edit_details).post(keep_details),
        )
        .route("/mina-sidor/e-post", get(show_add_email).post(add_email))
        .route("/mina-sidor/sprak", post(keep_language))
        .route("/mina-sidor/inloggningar", get(sessions::list_sessions))
        .route("/mina-sidor/inloggningar/andra", post(sessions::end_others))
        .route(
            "/mina-sidor/inloggningar/{name}/avsluta",
            post(sessions::end_session),
        )
        .route(
            "/mina-sidor/mejl",
            get(mail_settings::show_mail_settings).post(mail_settings::keep_mail_settings),
        )
        .route("/mina-sidor/allt", get(own_data::show_own_data))
        .route(
            "/mina-sidor/allt/mina-uppgifter.json",
            get(own_data::download_own_data),
        )
        .route(
            "/mina-sidor/radera",
            get(erasing::show_erasing).post(erasing::submit_erasing),
        )
        .route("/mina-sidor/raderat", get(erasing::show_erased))
        .route("/mina-sidor/e-legitimation", get(joining::show_add_eid))
        .route(
            "/mina-sidor/e-legitimation/{provider}",
            get(joining::add_eid),
        )
        .route(
            "/mina-sidor/konton/{id}",
            get(joining::show_joining).post(joining::submit_joining),
        )
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Shown {
    sparat: Option<String>,
}

async fn show_my_page(
    SignedIn { ctx, session }: SignedIn,
    Query(shown): Query<Shown>,
) -> Result<Markup, WebError> {
    let mut tx = ctx.read().await?;
    let keys: Vec<SignerKey> = own_proposals::list_with_people(&mut tx)
        .await?
        .into_iter()
        .map(|proposal| SignerKey {
            proposal,
            pseudonym: ctx.app.env.keys.pseudonym(session.person, proposal),
        })
        .collect();
    let signed = list_signed(&mut tx, &keys).await?;
    let follows = follows::list_followed(&mut tx, &keys).await?;
    let page = MyPage {
        written: own_proposals::list_written(&mut tx, session.person).await?,
        follows: lines(&mut tx, follows).await?,
        signed,
        areas: list_home_areas(&mut tx).await?,
        ways: people::list_identity_kinds(&mut tx, session.person).await?,
        told: people::find_told(&mut tx, session.person).await?,
        session: &session,
        has_eid: ctx.app.env.eid.iter().next().is_some(),
        done: shown.sparat.as_deref(),
    };
    Ok(page.render(&ctx.frame()))
}

async fn list_signed(tx: &mut Tx, keys: &[SignerKey]) -> Result<Vec<Signed>, WebError> {
    let own = signatures::list_own(tx, keys).await?;
    let ids: Vec<ProposalId> = own.iter().map(|signature| signature.proposal_id).collect();
    let signed_on: HashMap<_, _> = own
        .iter()
        .map(|signature| (signature.proposal_id, signature.signed_at.day()))
        .collect();
    let signed = lines(tx, ids).await?.into_iter().filter_map(|line| {
        let day = *signed_on.get(&line.id)?;
        Some(Signed { line, day })
    });
    Ok(signed.collect())
}

/// The lines of these proposals, in the order of `ids`.
async fn lines(tx: &mut Tx, ids: Vec<ProposalId>) -> Result<Vec<ProposalLine>, WebError> {
    let mut found: HashMap<_, _> = own_proposals::list_lines(tx, &ids)
        .await?
        .into_iter()
        .map(|line| (line.id, line))
        .collect();
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

async fn edit_details(SignedIn { ctx, session }: SignedIn) -> Result<Markup, WebError> {
    let areas = list_home_areas(&mut ctx.read().await?).await?;
    let page = AboutYouPage::to_change(&ctx, filled_in(&session), Default::default(), areas);
    Ok(page.render(&ctx.frame()))
}

async fn keep_details(
    SignedIn { ctx, session }: SignedIn,
    Form(form): Form<DetailsForm>,
) -> Result<Response, WebError> {
    let areas = list_home_areas(&mut ctx.read().await?).await?;
    match form.parse(|code| is_home_area(&areas, code)) {
        Ok(details) => {
            save_details(&ctx.app.env, session.person, details).await?;
            ctx.app.sessions().forget_person(session.person);
            Ok(Redirect::to(&urls::my_pages(ctx.locale)).into_response())
        }
        Err(problems) => {
            let page = AboutYouPage::to_change(&ctx, form, problems, areas);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.render(&ctx.frame())).into_response())
        }
    }
}

async fn show_add_email(SignedIn { ctx, .. }: SignedIn) -> Markup {
    add_email_page(&ctx, String::new(), None)
}

/// The address is confirmed as at sign-in, by its code or link, in a browser where the same person is signed in.
async fn add_email(
    SignedIn { ctx, session }: SignedIn,
    client: Client,
    headers: HeaderMap,
    Form(form): Form<EmailForm>,
) -> Result<Response, WebError> {
    match ask_for_code(&ctx, &client, &headers, &form, Some(session.person)).await? {
        Ok(answer) => Ok(answer),
        Err((status, error)) => {
            let page = add_email_page(&ctx, form.epost, Some(error));
            Ok((status, page).into_response())
        }
    }
}

fn add_email_page(ctx: &Ctx, email: String, error: Option<String>) -> Markup {
    let page = AddEmailPage {
        email,
        error,
        form_id: ctx.app.env.ids.form().to_string(),
    };
    page.render(&ctx.frame())
}

#[derive(Deserialize)]
struct LanguageForm {
    sprak: String,
}

async fn keep_language(
    SignedIn { ctx, session }: SignedIn,
    Form(form): Form<LanguageForm>,
) -> Result<Redirect, WebError> {
    let locale = Locale::parse(&form.sprak).ok_or(WebError::BadRequest)?;
    choose_locale(&ctx.app.env, session.person, locale.code()).await?;
    Ok(Redirect::to(&urls::my_pages_language_saved(ctx.locale)))
}
