//! Nothing typed is lost when the session has ended: the post is kept, and stands in its form again after signing in.

use super::{
    components::boxes::{Notice, notice},
    error::WebError,
    extract::Ctx,
    identity::cookies::{browser_token, find_browser_token},
    layout::Frame,
    urls,
};
use crate::{
    store::kept_forms::KeptKey,
    usecases::{identity::token_hash, kept_forms},
};
use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use serde::{Serialize, de::DeserializeOwned};

/// Keeps what was posted to this address, and leads to the sign-in page, which leads back to it.
///
/// # Errors
/// When the database is away.
pub async fn keep_and_sign_in(
    ctx: &Ctx,
    headers: &HeaderMap,
    form: &impl Serialize,
) -> Result<Response, WebError> {
    let (browser, set_cookie) = browser_token(&ctx.app, headers);
    let key = KeptKey {
        browser_hash: token_hash(&browser),
        path: ctx.path.clone(),
    };
    kept_forms::keep(&ctx.app.env, &key, form).await?;
    let back = urls::in_language(ctx.locale, &ctx.path);
    let sign_in = urls::sign_in_and_return(ctx.locale, &back);
    let mut answer = Redirect::to(&sign_in).into_response();
    if let Ok(value) = HeaderValue::from_str(&set_cookie) {
        answer.headers_mut().append(header::SET_COOKIE, value);
    }
    Ok(answer)
}

/// What was typed at this address when the session had ended, for one who has signed in since.
///
/// # Errors
/// When the database is away.
pub async fn find_kept<F: DeserializeOwned>(
    ctx: &Ctx,
    headers: &HeaderMap,
) -> Result<Option<F>, WebError> {
    match key(ctx, headers).filter(|_| ctx.session.is_some()) {
        Some(key) => Ok(kept_forms::find(&ctx.app.env, &key).await?),
        None => Ok(None),
    }
}

/// Forgets it, when the form has been posted again.
///
/// # Errors
/// When the database is away.
pub async fn forget_kept(ctx: &Ctx, headers: &HeaderMap) -> Result<(), WebError> {
    match key(ctx, headers) {
        Some(key) => Ok(kept_forms::forget(&ctx.app.env, &key).await?),
        None => Ok(()),
    }
}

/// Says above the form that it holds what was typed, and that it is not saved.
pub fn kept_notice(frame: &Frame) -> Markup {
    let t = frame.t;
    notice(
        frame,
        Notice::Info,
        Some(&t.propose_kept_title()),
        html! { p { (t.propose_kept_text()) } },
    )
}

fn key(ctx: &Ctx, headers: &HeaderMap) -> Option<KeptKey> {
    let browser = find_browser_token(&ctx.app, headers)?;
    Some(KeptKey {
        browser_hash: token_hash(&browser),
        path: ctx.path.clone(),
    })
}
