//! The context of a request: application, language, address, who is signed in.

use super::visitor::{Session, find_session};
use crate::{
    domain::time::{Day, Timestamp},
    i18n::{Locale, Texts},
    store::db::Tx,
    web::{error::WebError, layout::Frame, state::AppState},
};
use axum::{
    extract::{FromRequestParts, OriginalUri},
    http::request::Parts,
};

/// The language a route lies under, put there by the router.
#[derive(Debug, Clone, Copy)]
pub struct RouteLocale(pub Locale);

/// Everything a page handler needs to know about its request.
pub struct Ctx {
    /// The application.
    pub app: AppState,
    /// The language of the address.
    pub locale: Locale,
    /// The path without its language: `/forslag/839`.
    pub path: String,
    /// The query as sent, without `?`.
    pub query: String,
    /// Who is signed in.
    pub session: Option<Session>,
    /// When the request came.
    pub now: Timestamp,
}

impl Ctx {
    /// The texts in the language of the address.
    pub fn t(&self) -> &'static Texts {
        self.locale.texts()
    }

    /// The frame every page is drawn in.
    pub fn frame(&self) -> Frame<'_> {
        Frame {
            locale: self.locale,
            t: self.t(),
            path: &self.path,
            visitor: self.session.as_ref().map(|session| &session.visitor),
            now: self.now,
            demo: self.app.site.is_demo,
        }
    }

    /// Today in Göteborg.
    pub fn today(&self) -> Day {
        self.now.day()
    }

    /// Begins a unit of work that only reads.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn read(&self) -> Result<Tx, WebError> {
        Ok(self.app.env.db.begin_read().await?)
    }
}

impl FromRequestParts<AppState> for Ctx {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, WebError> {
        let locale = match parts.extensions.get::<RouteLocale>() {
            Some(RouteLocale(locale)) => *locale,
            None => super::visitor::preferred_locale(&parts.headers, app),
        };
        let uri = match parts.extensions.get::<OriginalUri>() {
            Some(OriginalUri(uri)) => uri.clone(),
            None => parts.uri.clone(),
        };
        let prefix = format!("/{}", locale.code());
        let path = uri
            .path()
            .strip_prefix(&prefix)
            .unwrap_or(uri.path())
            .to_owned();
        Ok(Ctx {
            session: find_session(&parts.headers, app).await?,
            app: app.clone(),
            locale,
            path,
            query: uri.query().unwrap_or_default().to_owned(),
            now: app.env.now(),
        })
    }
}
