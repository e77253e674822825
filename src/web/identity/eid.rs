//! Away to an e-legitimation and back again.

use super::{
    cookies,
    forms::Errand,
    pages::{DeparturePage, NotSignedInPage},
    replies::{came, go_on, see_other, with_cookie},
};
use crate::{
    domain::{ids::PersonId, sign_in::Wish},
    i18n::Locale,
    usecases::identity::{
        Answer, BeginByEid, Departure, EidProblem, EidSignInProblem, begin_by_eid, finish_by_eid,
        take_visit, token_hash,
    },
    web::{
        error::WebError,
        extract::{Ctx, client::Client},
        middleware::headers::policy_with_forms_to,
        state::AppState,
        urls,
    },
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};

/// Away: with an address, or by a page whose one button posts what our key has signed.
pub async fn begin(
    ctx: Ctx,
    client: Client,
    headers: HeaderMap,
    Path(provider): Path<String>,
    Query(errand): Query<Errand>,
) -> Result<Response, WebError> {
    away(&ctx, &client, &headers, &provider, (errand.wish(), None)).await
}

/// Away with what the person was about to do, or to add the e-legitimation to her account.
pub async fn away(
    ctx: &Ctx,
    client: &Client,
    headers: &HeaderMap,
    provider: &str,
    (wish, add_to): (Wish, Option<PersonId>),
) -> Result<Response, WebError> {
    let env = &ctx.app.env;
    let provider = env.eid.find(provider).ok_or(WebError::NotFound)?;
    let (browser, set_cookie) = cookies::browser_token(&ctx.app, headers);
    let asked = BeginByEid {
        browser_hash: token_hash(&browser),
        client: client.mark,
        locale: ctx.locale.code(),
        redirect_uri: format!("{}{}", ctx.app.site.base_url, urls::EID_ANSWER),
        message: &ctx.t().eid_user_message(),
        wish: wish.clone(),
        add_to,
    };
    let answer = match begin_by_eid(env, provider, asked).await {
        Ok(Departure::Redirect(address)) => see_other(&address),
        Ok(Departure::Post {
            action,
            fields,
            targets,
        }) => {
            let page = DeparturePage {
                provider: provider.name(ctx.locale.code()),
                action,
                fields,
                wish,
            };
            departure(ctx, &page, &targets)?
        }
        Err(problem) => return not_let_in(ctx, problem, wish),
    };
    Ok(with_cookie(answer, &set_cookie))
}

/// The one page whose form leaves the site, so that its policy names where to.
fn departure(ctx: &Ctx, page: &DeparturePage, targets: &[String]) -> Result<Response, WebError> {
    let policy = policy_with_forms_to(targets).ok_or(WebError::NotFound)?;
    let mut frame = ctx.frame();
    frame.path = "/logga-in";
    let headers = [(header::CONTENT_SECURITY_POLICY, policy)];
    Ok((headers, page.render(&frame)).into_response())
}

/// Back again. What is refused is told on a page; nothing a browser brings here leads to a 500.
pub async fn finish(
    mut ctx: Ctx,
    headers: HeaderMap,
    Query(answer): Query<Answer>,
) -> Result<Response, WebError> {
    let browser = cookies::find_browser_token(&ctx.app, &headers).unwrap_or_default();
    let env = ctx.app.env.clone();
    let visit = match take_visit(&env, &answer.state, &token_hash(&browser)).await {
        Ok(visit) => visit,
        Err(_) if ctx.session.is_some() => return Ok(see_other(&urls::my_pages(ctx.locale))),
        Err(problem) => return not_let_in(&ctx, problem, Wish::default()),
    };
    ctx.locale = Locale::parse(&visit.locale).unwrap_or(ctx.locale);
    let came = came(&ctx, &headers);
    match finish_by_eid(&env, &env.eid, &visit, &answer, came).await {
        Ok(confirmed) => Ok(go_on(&ctx, &headers, &confirmed, &visit.wish)),
        Err(EidSignInProblem::Eid(EidProblem::Cancelled)) if visit.person_id.is_some() => {
            Ok(see_other(&urls::my_eid(ctx.locale)))
        }
        Err(problem) => not_let_in(&ctx, problem, visit.wish),
    }
}

/// Our public keys. Providers read them anew when they meet one they do not know.
pub async fn show_keys(State(app): State<AppState>) -> impl IntoResponse {
    let kept = [(header::CACHE_CONTROL, "public, max-age=600")];
    (kept, Json(app.env.eid.key_set()))
}

fn not_let_in(ctx: &Ctx, problem: EidSignInProblem, wish: Wish) -> Result<Response, WebError> {
    let problem = match problem {
        EidSignInProblem::Store(error) => return Err(error.into()),
        EidSignInProblem::TooManyForClient => return Err(WebError::TooMany),
        EidSignInProblem::Eid(problem) => problem,
    };
    tracing::warn!(problem = %problem, "identity.eid_not_let_in");
    let t = ctx.t();
    let (status, title, text) = match problem {
        EidProblem::Cancelled => (
            StatusCode::OK,
            t.eid_cancelled_title(),
            t.eid_cancelled_text(),
        ),
        EidProblem::TooWeak => (StatusCode::FORBIDDEN, t.eid_weak_title(), t.eid_weak_text()),
        EidProblem::Away(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            t.eid_away_title(),
            t.eid_away_text(),
        ),
        EidProblem::Refused(_) => (
            StatusCode::BAD_REQUEST,
            t.eid_refused_title(),
            t.eid_refused_text(),
        ),
        EidProblem::NoNumber => (
            StatusCode::FORBIDDEN,
            t.eid_number_title(),
            t.eid_number_text(),
        ),
    };
    let page = NotSignedInPage {
        title,
        text,
        button: t.eid_again(),
        wish,
    };
    let mut frame = ctx.frame();
    frame.path = "/logga-in";
    Ok((status, page.render(&frame)).into_response())
}
