//! Adding an e-legitimation, and deciding whether two accounts are to be one.

use super::joining_pages::{AddEidPage, JoinPage};
use crate::{
    domain::{
        ids::JoiningId,
        sign_in::{LocalPath, Wish},
    },
    usecases::identity::{JoinProblem, join, preview_joining},
    web::{
        error::WebError,
        extract::{Ctx, SignedIn, client::Client},
        identity::{self, NotSignedInPage},
        urls,
    },
};
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use maud::Markup;

/// What adding an e-legitimation means, and which there are.
pub async fn show_add_eid(SignedIn { ctx, .. }: SignedIn) -> Markup {
    let page = AddEidPage {
        providers: identity::providers(&ctx),
    };
    page.render(&ctx.frame())
}

/// Away to an e-legitimation that is to be added to the account.
pub async fn add_eid(
    SignedIn { ctx, session }: SignedIn,
    client: Client,
    headers: HeaderMap,
    Path(provider): Path<String>,
) -> Result<Response, WebError> {
    let wish = Wish {
        back: LocalPath::parse(&urls::my_pages(ctx.locale)),
        ..Wish::default()
    };
    let errand = (wish, Some(session.person));
    identity::away(&ctx, &client, &headers, &provider, errand).await
}

/// What joining means for these two accounts.
pub async fn show_joining(
    SignedIn { ctx, session }: SignedIn,
    Path(id): Path<JoiningId>,
) -> Result<Response, WebError> {
    match preview_joining(&ctx.app.env, id, &session.token_hash).await? {
        Some(other) => {
            let page = JoinPage { id, other };
            Ok(page.render(&ctx.frame()).into_response())
        }
        None => Ok(ended(&ctx)),
    }
}

/// Joins them. Whoever pressed twice finds it done.
pub async fn submit_joining(
    SignedIn { ctx, session }: SignedIn,
    Path(id): Path<JoiningId>,
) -> Result<Response, WebError> {
    match join(&ctx.app.env, id, &session.token_hash).await {
        Ok(gone) => {
            ctx.app.sessions().forget_person(gone);
            ctx.app.sessions().forget_person(session.person);
            Ok(Redirect::to(&urls::my_pages_joined(ctx.locale)).into_response())
        }
        Err(JoinProblem::Ended) => Ok(ended(&ctx)),
        Err(JoinProblem::Store(error)) => Err(error.into()),
    }
}

fn ended(ctx: &Ctx) -> Response {
    let t = ctx.t();
    let page = NotSignedInPage {
        title: t.join_ended_title(),
        text: t.join_ended_text(),
        button: t.join_ended_button(),
        wish: Wish::default(),
    };
    let again = urls::my_pages(ctx.locale);
    (
        StatusCode::GONE,
        page.render_leading_to(&ctx.frame(), &again),
    )
        .into_response()
}
