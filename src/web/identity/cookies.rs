//! The two cookies of signing in: the session, and the browser that has begun a sign-in.

use crate::{
    usecases::identity::{Entered, new_token},
    web::{
        extract::visitor::{cookie, session_cookie_name},
        state::AppState,
    },
};
use axum::http::HeaderMap;

/// A browser's name outlives the sign-ins it begins by a little.
const BROWSER_SECONDS: i64 = 3600;

/// The cookie that begins a session.
pub fn session_cookie(app: &AppState, entered: &Entered) -> String {
    set(
        app,
        session_cookie_name(app),
        &entered.token,
        entered.seconds,
    )
}

/// The cookie that ends it.
pub fn no_session_cookie(app: &AppState) -> String {
    set(app, session_cookie_name(app), "", 0)
}

/// The token that names this browser while it signs in, and the cookie that keeps it: one for all its tabs.
pub fn browser_token(app: &AppState, headers: &HeaderMap) -> (String, String) {
    let token = find_browser_token(app, headers).unwrap_or_else(|| new_token(&app.env));
    let set_cookie = set(app, browser_cookie_name(app), &token, BROWSER_SECONDS);
    (token, set_cookie)
}

/// The token this browser was named with.
pub fn find_browser_token(app: &AppState, headers: &HeaderMap) -> Option<String> {
    let token = cookie(headers, browser_cookie_name(app))?;
    let is_token = token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit());
    is_token.then(|| token.to_owned())
}

fn browser_cookie_name(app: &AppState) -> &'static str {
    if app.site.secure_cookies {
        "__Host-sign-in"
    } else {
        "sign-in"
    }
}

/// `Lax`: the mail's link and the e-legitimation lead here from elsewhere, and a post from elsewhere is never sent along.
fn set(app: &AppState, name: &str, value: &str, seconds: i64) -> String {
    let secure = if app.site.secure_cookies {
        "; Secure"
    } else {
        ""
    };
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}
