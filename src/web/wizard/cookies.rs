//! The cookie that names a browser for its drafts. It names nobody, and is set when a draft is begun.

use crate::{
    usecases::{
        drafts::{KEPT_DAYS, Writer},
        identity::{new_token, token_hash},
    },
    web::{
        extract::{Ctx, visitor::cookie},
        state::AppState,
    },
};
use axum::http::HeaderMap;

fn name(app: &AppState) -> &'static str {
    if app.site.secure_cookies {
        "__Host-draft"
    } else {
        "draft"
    }
}

/// Who asks for a draft: this browser, and whoever is signed in.
pub fn writer(ctx: &Ctx, headers: &HeaderMap) -> Writer {
    let token = cookie(headers, name(&ctx.app));
    Writer {
        token_hash: token.map(token_hash).unwrap_or_default(),
        person: ctx.session.as_ref().map(|session| session.person),
    }
}

/// The same, named if it had no name, with the cookie that keeps it.
pub fn named_writer(ctx: &Ctx, headers: &HeaderMap) -> (Writer, String) {
    let app = &ctx.app;
    let token = cookie(headers, name(app))
        .filter(|token| token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit()))
        .map_or_else(|| new_token(&app.env), str::to_owned);
    let writer = Writer {
        token_hash: token_hash(&token),
        ..writer(ctx, headers)
    };
    let secure = if app.site.secure_cookies {
        "; Secure"
    } else {
        ""
    };
    let seconds = KEPT_DAYS * 24 * 3600;
    let set_cookie = format!(
        "{}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}",
        name(app)
    );
    (writer, set_cookie)
}
