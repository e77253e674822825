//! Signing in by e-mail, telling who one is, signing out.

mod about_you;
pub mod cookies;
mod eid;
mod forms;
mod pages;
mod replies;

use super::{
    error::WebError,
    extract::{Ctx, SignedIn, client::Client},
    state::AppState,
    urls,
};
use crate::{
    domain::{ids::SignInId, sign_in::Wish},
    store::sign_ins,
    usecases::identity::{
        self, ConfirmProblem, confirm_by_code, confirm_by_link, open_address, save_details,
        token_hash,
    },
};
pub use about_you::{AboutYouPage, HomeArea, filled_in, is_home_area, list_home_areas};
use axum::{
    Form, Router,
    extract::{Path, Query},
    http::HeaderMap,
    response::{IntoResponse, Response},
    routing::{get, post},
};
pub use cookies::no_session_cookie;
pub use eid::away;
pub use forms::EmailForm;
use forms::{CodeForm, Errand};
pub use forms::{DetailsForm, DetailsProblems};
use pages::{LinkPage, SignOutPage};
pub use pages::{NotSignedInPage, ProviderChoice};
use replies::{about_you_page, code_page, go_on, sign_in_page, why_not};
pub use replies::{ask_for_code, providers, see_other, with_cookie};

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/logga-in", get(show_sign_in))
        .route("/logga-in/e-post", post(begin))
        .route("/logga-in/kod/{id}", get(show_code).post(confirm_code))
        .route("/logga-in/lank/{token}", get(show_link).post(confirm_link))
        .route("/logga-in/e-legitimation/{provider}", get(eid::begin))
        .route("/logga-in/om-dig", get(show_about_you).post(save_about_you))
        .route("/logga-ut", get(show_sign_out).post(sign_out))
        .route("/logga-ut/overallt", post(sign_out_everywhere))
}

/// What e-legitimations are told of us: where they send people back, and our keys. Registered there, so without language.
pub fn answers() -> Router<AppState> {
    Router::new()
        .route(urls::EID_ANSWER, get(eid::finish))
        .route(urls::OUR_KEYS, get(eid::show_keys))
}

/// Names the browser already here, so that a button pressed twice is pressed in one browser.
async fn show_sign_in(ctx: Ctx, headers: HeaderMap, Query(errand): Query<Errand>) -> Response {
    let wish = errand.wish();
    if ctx.session.is_some() && wish != Wish::default() {
        return see_other(&urls::go_on(ctx.locale, &wish));
    }
    let (_, set_cookie) = cookies::browser_token(&ctx.app, &headers);
    let page = sign_in_page(&ctx, wish, String::new(), None);
    with_cookie(page.into_response(), &set_cookie)
}

async fn begin(
    ctx: Ctx,
    client: Client,
    headers: HeaderMap,
    Form(form): Form<EmailForm>,
) -> Result<Response, WebError> {
    match ask_for_code(&ctx, &client, &headers, &form, None).await? {
        Ok(answer) => Ok(answer),
        Err((status, error)) => {
            let wish = form.errand().wish();
            let page = sign_in_page(&ctx, wish, form.epost, Some(error));
            Ok((status, page).into_response())
        }
    }
}

async fn show_code(
    ctx: Ctx,
    headers: HeaderMap,
    Path(id): Path<SignInId>,
) -> Result<Response, WebError> {
    code_page(&ctx, &headers, id, None).await
}

async fn confirm_code(
    ctx: Ctx,
    headers: HeaderMap,
    Path(id): Path<SignInId>,
    Form(form): Form<CodeForm>,
) -> Result<Response, WebError> {
    let t = ctx.t();
    if form.kod.trim().is_empty() {
        return code_page(&ctx, &headers, id, Some(t.signin_code_missing())).await;
    }
    let browser = cookies::find_browser_token(&ctx.app, &headers).unwrap_or_default();
    let came = replies::came(&ctx, &headers);
    let env = &ctx.app.env;
    match confirm_by_code(env, id, &token_hash(&browser), &form.kod, came).await {
        Ok((confirmed, wish)) => Ok(go_on(&ctx, &headers, &confirmed, &wish)),
        Err(ConfirmProblem::Wrong { left }) => {
            let error = t.signin_code_wrong(left, ctx.locale.number(left));
            code_page(&ctx, &headers, id, Some(error)).await
        }
        Err(problem) => why_not(&ctx, problem),
    }
}

async fn show_link(ctx: Ctx, Path(token): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.read().await?;
    let found = sign_ins::find_by_link(&mut tx, &token_hash(&token), "email").await?;
    let live = found.filter(|sign_in| sign_in.is_live(ctx.now));
    let is_adding = live.as_ref().is_some_and(|live| live.person_id.is_some());
    match live.and_then(|sign_in| open_address(&ctx.app.env, &sign_in)) {
        Some(email) => {
            let page = LinkPage {
                token,
                address: email.as_str().to_owned(),
                is_adding,
            };
            Ok(page.render(&ctx.frame()).into_response())
        }
        None => why_not(&ctx, ConfirmProblem::Ended),
    }
}

async fn confirm_link(
    ctx: Ctx,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, WebError> {
    let came = replies::came(&ctx, &headers);
    match confirm_by_link(&ctx.app.env, &token, came).await {
        Ok((confirmed, wish)) => Ok(go_on(&ctx, &headers, &confirmed, &wish)),
        Err(problem) => why_not(&ctx, problem),
    }
}

async fn show_about_you(
    SignedIn { ctx, session }: SignedIn,
    Query(errand): Query<Errand>,
) -> Result<Response, WebError> {
    let form = DetailsForm {
        till: errand.till,
        avsikt: errand.avsikt,
        ..filled_in(&session)
    };
    about_you_page(&ctx, form, Default::default()).await
}

async fn save_about_you(
    SignedIn { ctx, session }: SignedIn,
    Form(form): Form<DetailsForm>,
) -> Result<Response, WebError> {
    let areas = list_home_areas(&mut ctx.read().await?).await?;
    match form.parse(|code| is_home_area(&areas, code)) {
        Ok(details) => {
            save_details(&ctx.app.env, session.person, details).await?;
            ctx.app.sessions().forget_person(session.person);
            Ok(see_other(&urls::go_on(ctx.locale, &form.errand().wish())))
        }
        Err(problems) => about_you_page(&ctx, form, problems).await,
    }
}

async fn show_sign_out(ctx: Ctx) -> Response {
    match ctx.session {
        Some(_) => SignOutPage.render(&ctx.frame()).into_response(),
        None => see_other(&urls::start(ctx.locale)),
    }
}

async fn sign_out(ctx: Ctx) -> Result<Response, WebError> {
    if let Some(session) = &ctx.session {
        identity::sign_out(&ctx.app.env, &session.token_hash).await?;
        ctx.app.sessions().forget(&session.token_hash);
    }
    let answer = see_other(&urls::start(ctx.locale));
    Ok(with_cookie(answer, &cookies::no_session_cookie(&ctx.app)))
}

async fn sign_out_everywhere(SignedIn { ctx, session }: SignedIn) -> Result<Response, WebError> {
    identity::sign_out_everywhere(&ctx.app.env, session.person).await?;
    ctx.app.sessions().forget_person(session.person);
    let answer = see_other(&urls::start(ctx.locale));
    Ok(with_cookie(answer, &cookies::no_session_cookie(&ctx.app)))
}
