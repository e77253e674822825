//! Signing a proposal, taking a signature back, following: each press is a POST that leads to a page of its own.

mod loading;
pub mod pages;
pub mod parts;

use super::{
    error::WebError,
    extract::{Ctx, Session, SignedIn},
    state::AppState,
    urls,
};
use crate::{
    domain::{
        identity::Residence,
        ids::ProposalNumber,
        sign_in::{Intent, LocalPath, Wish},
        signatures::Refusal,
    },
    usecases::signatures::{self, SignError, Signed, Signer},
};
use axum::{
    Router,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use loading::{Seen, parse_number, see};
use maud::Markup;
use pages::{FollowPage, SignPage, SignedPage, TakeBackPage};

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/forslag/{number}/skriv-under", get(show_sign).post(sign))
        .route("/forslag/{number}/underskrift", get(show_signed))
        .route(
            "/forslag/{number}/ta-tillbaka",
            get(show_take_back).post(take_back),
        )
        .route("/forslag/{number}/folj", get(show_follow).post(follow))
        .route("/forslag/{number}/sluta-folja", post(unfollow))
}

async fn show_sign(ctx: Ctx, Path(number): Path<String>) -> Result<Response, WebError> {
    let seen = see(&ctx, parse_number(&number)?).await?;
    if seen.own.is_some_and_signed() {
        return Ok(go(&urls::signed(ctx.locale, seen.proposal.number)));
    }
    let refusal = seen.refusal(&ctx);
    Ok(sign_page(&ctx, &seen, refusal).into_response())
}

/// The one press. Who is not signed in signs in first and lands one press away; who has not told name and ort is asked
/// once.
async fn sign(ctx: Ctx, Path(number): Path<String>) -> Result<Response, WebError> {
    let number = parse_number(&number)?;
    let wish = wish(&ctx, Intent::Sign(number), number);
    let session = match &ctx.session {
        None => return Ok(go(&urls::sign_in_to(ctx.locale, &wish))),
        Some(session) if !session.is_complete() => {
            return Ok(go(&urls::about_you(ctx.locale, &wish)));
        }
        Some(session) => session,
    };
    match signatures::sign(&ctx.app.env, &signer(session), number, ctx.now).await {
        Ok(Signed::New { number: place }) => Ok(go(&urls::signed_as(ctx.locale, number, place))),
        Ok(Signed::Already) => Ok(go(&urls::signed(ctx.locale, number))),
        Err(SignError::Refused(refusal)) => {
            let seen = see(&ctx, number).await?;
            let page = sign_page(&ctx, &seen, Some(refusal));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(told(error)),
    }
}

fn sign_page(ctx: &Ctx, seen: &Seen, refusal: Option<Refusal>) -> Markup {
    let page = SignPage {
        proposal: &seen.proposal,
        refusal,
        is_signed_in: ctx.session.is_some(),
        was_taken_back: ctx.query == urls::TAKEN_BACK,
        wish: wish(
            ctx,
            Intent::Sign(seen.proposal.number),
            seen.proposal.number,
        ),
    };
    page.render(&ctx.frame())
}

async fn show_signed(
    SignedIn { ctx, .. }: SignedIn,
    Path(number): Path<String>,
) -> Result<Response, WebError> {
    let seen = see(&ctx, parse_number(&number)?).await?;
    let Some((signature, follows)) = seen.own.signed() else {
        return Ok(go(&urls::sign(ctx.locale, seen.proposal.number)));
    };
    let page = SignedPage {
        proposal: &seen.proposal,
        signature,
        follows,
        place: urls::place_of(&ctx.query),
        base_url: &ctx.app.site.base_url,
    };
    Ok(page.render(&ctx.frame()).into_response())
}

async fn show_take_back(
    SignedIn { ctx, .. }: SignedIn,
    Path(number): Path<String>,
) -> Result<Markup, WebError> {
    let seen = see(&ctx, parse_number(&number)?).await?;
    Ok(take_back_page(&ctx, &seen))
}

async fn take_back(
    SignedIn { ctx, session }: SignedIn,
    Path(number): Path<String>,
) -> Result<Response, WebError> {
    let number = parse_number(&number)?;
    match signatures::take_back(&ctx.app.env, session.person, number, ctx.now).await {
        Ok(_) => Ok(go(&urls::taken_back(ctx.locale, number))),
        Err(SignError::Refused(_)) => {
            let seen = see(&ctx, number).await?;
            Ok((StatusCode::CONFLICT, take_back_page(&ctx, &seen)).into_response())
        }
        Err(error) => Err(told(error)),
    }
}

fn take_back_page(ctx: &Ctx, seen: &Seen) -> Markup {
    let page = TakeBackPage {
        proposal: &seen.proposal,
        has_signed: seen.own.is_some_and_signed(),
        is_possible: seen.may_take_back(ctx.now),
    };
    page.render(&ctx.frame())
}

async fn show_follow(ctx: Ctx, Path(number): Path<String>) -> Result<Response, WebError> {
    let seen = see(&ctx, parse_number(&number)?).await?;
    let page = FollowPage {
        proposal: &seen.proposal,
        follows: seen.own.follows(),
        has_ended: ctx.query == urls::UNFOLLOWED,
    };
    Ok(page.render(&ctx.frame()).into_response())
}

async fn follow(ctx: Ctx, Path(number): Path<String>) -> Result<Response, WebError> {
    let number = parse_number(&number)?;
    let Some(session) = &ctx.session else {
        let wish = wish(&ctx, Intent::Follow(number), number);
        return Ok(go(&urls::sign_in_to(ctx.locale, &wish)));
    };
    signatures::follow(&ctx.app.env, session.person, number, ctx.now)
        .await
        .map_err(told)?;
    Ok(go(&urls::follow(ctx.locale, number)))
}

async fn unfollow(
    SignedIn { ctx, session }: SignedIn,
    Path(number): Path<String>,
) -> Result<Response, WebError> {
    let number = parse_number(&number)?;
    signatures::unfollow(&ctx.app.env, session.person, number)
        .await
        .map_err(told)?;
    Ok(go(&urls::unfollowed(ctx.locale, number)))
}

fn signer(session: &Session) -> Signer {
    Signer {
        person: session.person,
        level: session.level,
        residence: Residence::parse(&session.residence).unwrap_or(Residence::NotStated),
    }
}

fn wish(ctx: &Ctx, intent: Intent, number: ProposalNumber) -> Wish {
    Wish {
        intent,
        back: LocalPath::parse(&urls::proposal(ctx.locale, number)),
    }
}

fn go(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// What is left when the act's own refusals have been shown on their page.
fn told(error: SignError) -> WebError {
    match error {
        SignError::NoSuchProposal => WebError::NotFound,
        SignError::Refused(_) => WebError::Stale,
        SignError::Busy => WebError::Unavailable,
        SignError::Store(error) => WebError::Store(error),
    }
}
