//! Who is asking: nobody, a signed-in person, or staff.

use super::context::Ctx;
use crate::{
    domain::{
        identity::TrustLevel,
        ids::PersonId,
        people::Profile,
        permissions::{Grant, Powers},
        sign_in::{IDLE_SECONDS, STAFF_IDLE_SECONDS},
        time::Timestamp,
    },
    i18n::Locale,
    usecases::identity,
    web::{error::WebError, layout::Visitor, state::AppState, urls},
};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};

/// How often the use of a session is noted: more often would be a write for every page.
const NOTED_EVERY: i64 = 5 * 60;

/// A session in force, with what pages and acts need to know of the person.
#[derive(Debug, Clone)]
pub struct Session {
    /// Whose it is.
    pub person: PersonId,
    /// How the person proved who it is.
    pub level: TrustLevel,
    /// What the header shows.
    pub visitor: Visitor,
    /// Name, ort and e-mail; `None` until first asked for.
    pub profile: Option<Profile>,
    /// Where the person says they live, as stored.
    pub residence: String,
    /// The person's rights.
    pub grants: Vec<Grant>,
    /// The hash of the session's token.
    pub token_hash: Vec<u8>,
    /// When it was last used, to within five minutes.
    pub last_seen_at: Timestamp,
    /// When it ends, whatever happens.
    pub ends_at: Timestamp,
}

impl Session {
    /// Whether it is in force: neither ended nor unused for too long.
    fn is_in_force(&self, now: Timestamp) -> bool {
        let idle = if self.powers().is_staff() {
            STAFF_IDLE_SECONDS
        } else {
            IDLE_SECONDS
        };
        now < self.ends_at && now.seconds_since(self.last_seen_at) < idle
    }

    /// Whether name and ort are told, which signing asks once.
    pub fn is_complete(&self) -> bool {
        self.profile.as_ref().is_some_and(Profile::is_complete)
    }

    /// What the person's rights allow.
    pub fn powers(&self) -> Powers<'_> {
        Powers::of(&self.grants)
    }
}

/// A signed-in person; without one the answer is the sign-in page, which leads back here.
pub struct SignedIn {
    /// The request's context.
    pub ctx: Ctx,
    /// Who it is.
    pub session: Session,
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, WebError> {
        let ctx = Ctx::from_request_parts(parts, app).await?;
        match ctx.session.clone() {
            Some(session) => Ok(SignedIn { ctx, session }),
            None => {
                let back = urls::in_language(ctx.locale, &ctx.path);
                Err(WebError::SignIn(urls::sign_in_and_return(
                    ctx.locale, &back,
                )))
            }
        }
    }
}

/// Staff, signed in with e-legitimation; others are told 404, since the staff site is not theirs to know.
pub struct Staff {
    /// The request's context.
    pub ctx: Ctx,
    /// Who it is.
    pub session: Session,
}

impl FromRequestParts<AppState> for Staff {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, WebError> {
        if let Some(token) = cookie(&parts.headers, session_cookie_name(app)) {
            app.sessions().forget(&token_hash(token));
        }
        let SignedIn { ctx, session } = SignedIn::from_request_parts(parts, app).await?;
        if !session.powers().is_staff() || session.level != TrustLevel::Eid {
            return Err(WebError::NotFound);
        }
        Ok(Staff { ctx, session })
    }
}

/// The name of the session cookie: `__Host-` wherever cookies are Secure (RFC 6265bis §4.1.3).
pub fn session_cookie_name(app: &AppState) -> &'static str {
    if app.site.secure_cookies {
        "__Host-session"
    } else {
        "session"
    }
}

/// The value of a cookie.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// The language of someone whose address names none.
pub fn preferred_locale(headers: &HeaderMap, _app: &AppState) -> Locale {
    let accepted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    Locale::negotiate(cookie(headers, Locale::COOKIE), accepted)
}

pub use crate::usecases::identity::token_hash;

/// The session the request's cookie names, if it is in force.
///
/// # Errors
/// When the database is away.
pub async fn find_session(
    headers: &HeaderMap,
    app: &AppState,
) -> Result<Option<Session>, WebError> {
    let Some(token) = cookie(headers, session_cookie_name(app)) else {
        return Ok(None);
    };
    let token_hash = token_hash(token);
    let now = app.env.now();
    let session = match app.sessions().get(&token_hash) {
        Some(session) => session,
        None => match read_session(app, token_hash).await? {
            Some(session) => {
                app.sessions().keep(&session);
                session
            }
            None => return Ok(None),
        },
    };
    if !session.is_in_force(now) {
        return Ok(None);
    }
    if now.seconds_since(session.last_seen_at) >= NOTED_EVERY {
        return note_seen(app, session, now).await.map(Some);
    }
    Ok(Some(session))
}

async fn note_seen(app: &AppState, session: Session, now: Timestamp) -> Result<Session, WebError> {
    identity::note_seen(&app.env, &session.token_hash).await?;
    let session = Session {
        last_seen_at: now,
        ..session
    };
    app.sessions().keep(&session);
    Ok(session)
}

async fn read_session(app: &AppState, token_hash: Vec<u8>) -> Result<Option<Session>, WebError> {
    let found = app.session_reader().read(&app.env, token_hash).await?;
    let Some((token_hash, row, grants)) = found else {
        return Ok(None);
    };
    let profile = row
        .profile
        .and_then(|sealed| Profile::open(&app.env.keys, row.person_id, &sealed));
    let shown_name = profile
        .as_ref()
        .map(Profile::shown_name)
        .unwrap_or_default();
    Ok(Some(Session {
        person: row.person_id,
        level: row.level,
        visitor: Visitor {
            shown_name,
            is_staff: row.level == TrustLevel::Eid && Powers::of(&grants).is_staff(),
        },
        profile,
        residence: row.residence,
        grants,
        token_hash,
        last_seen_at: row.last_seen_at,
        ends_at: row.ends_at,
    }))
}
