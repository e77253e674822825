//! Where a person is signed in: the list, and ending one or all others.

use crate::{
    domain::{identity::TrustLevel, sign_in::IDLE_SECONDS},
    store::sessions::{self, OwnSession},
    web::{
        components::{
            boxes::{Notice, notice},
            button::{self, Weight},
            facts::{Fact, facts},
            tag::{Tone, tag},
        },
        error::WebError,
        extract::{Ctx, Session, SignedIn},
        layout::{Frame, page},
        urls,
    },
};
use axum::{
    extract::{Path, Query},
    response::Redirect,
};
use maud::{Markup, html};
use serde::Deserialize;

/// What was just done, by its word in the address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Done {
    klart: Option<String>,
}

/// The list.
pub async fn list_sessions(
    SignedIn { ctx, session }: SignedIn,
    Query(done): Query<Done>,
) -> Result<Markup, WebError> {
    let page = SessionsPage {
        sessions: own_sessions(&ctx, &session).await?,
        here: &session.token_hash,
        name_of: &|hash| name_of(&ctx, hash),
        done: done.klart.is_some(),
    };
    Ok(page.render(&ctx.frame()))
}

/// Ends one; the one she is in ends by signing out.
pub async fn end_session(
    SignedIn { ctx, session }: SignedIn,
    Path(name): Path<String>,
) -> Result<Redirect, WebError> {
    let own = own_sessions(&ctx, &session).await?;
    let others = own
        .iter()
        .filter(|one| one.token_hash != session.token_hash);
    let named: Vec<&OwnSession> = others
        .filter(|one| name_of(&ctx, &one.token_hash) == name)
        .collect();
    end(&ctx, &named).await
}

/// Ends all but the one she is in.
pub async fn end_others(SignedIn { ctx, session }: SignedIn) -> Result<Redirect, WebError> {
    let own = own_sessions(&ctx, &session).await?;
    let others: Vec<&OwnSession> = own
        .iter()
        .filter(|one| one.token_hash != session.token_hash)
        .collect();
    end(&ctx, &others).await
}

async fn end(ctx: &Ctx, ended: &[&OwnSession]) -> Result<Redirect, WebError> {
    for one in ended {
        crate::usecases::identity::sign_out(&ctx.app.env, &one.token_hash).await?;
        ctx.app.sessions().forget(&one.token_hash);
    }
    Ok(Redirect::to(&urls::my_sessions_ended(ctx.locale)))
}

async fn own_sessions(ctx: &Ctx, session: &Session) -> Result<Vec<OwnSession>, WebError> {
    let idle_since = ctx.now.plus_seconds(-IDLE_SECONDS);
    let mut tx = ctx.read().await?;
    Ok(sessions::list_own(&mut tx, session.person, ctx.now, idle_since).await?)
}

/// What a session is called in an address: a mark that opens nothing.
fn name_of(ctx: &Ctx, token_hash: &[u8]) -> String {
    let mark = ctx.app.env.keys.mark("session", &[token_hash]);
    hex::encode(&mark[..8])
}

/// Where a person is signed in.
struct SessionsPage<'a> {
    sessions: Vec<OwnSession>,
    here: &'a [u8],
    name_of: &'a dyn Fn(&[u8]) -> String,
    done: bool,
}

impl SessionsPage<'_> {
    fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let main = html! {
            h1 { (t.sessions_title()) }
            @if self.done {
                (notice(frame, Notice::Done, None, html! { p { (t.sessions_ended()) } }))
            }
            p class="lead" { (t.sessions_lead()) }
            ul class="plain list" {
                @for one in &self.sessions {
                    li { section class="ds-card stack" { (self.one(frame, one)) } }
                }
            }
            @if self.sessions.len() > 1 {
                (button::post(
                    Weight::Primary,
                    &urls::my_sessions_others(frame.locale),
                    &t.sessions_end_others(),
                    html! {},
                ))
            } @else { p class="soft" { (t.sessions_only_here()) } }
            p { a href=(urls::my_pages(frame.locale)) { (t.my_back()) } }
        };
        page(frame, &t.sessions_title(), main)
    }

    fn one(&self, frame: &Frame, one: &OwnSession) -> Markup {
        let t = frame.t;
        let way = match one.level {
            TrustLevel::Email => t.sessions_by_mail(),
            TrustLevel::Eid => t.sessions_by_eid(),
        };
        let terms = (
            t.sessions_begun(),
            t.sessions_last_seen(),
            t.sessions_until(),
        );
        let at = |at| html! { (frame.locale.date_and_time(at)) };
        let begun = frame.locale.date_and_time(one.created_at);
        html! {
            h2 { (way) }
            @if one.token_hash == self.here {
                p { (tag(Tone::Active, &t.sessions_here())) }
            }
            (facts(&[
                Fact::new(&terms.0, at(one.created_at)),
                Fact::new(&terms.1, at(one.last_seen_at)),
                Fact::new(&terms.2, at(one.ends_at)),
            ]))
            @if one.token_hash != self.here {
                form method="post" action=(urls::my_session_end(frame.locale, &(self.name_of)(&one.token_hash))) {
                    button type="submit" class="ds-button" data-variant="secondary" {
                        (t.sessions_end()) span class="ds-sr-only" { " " (t.sessions_end_which(begun)) }
                    }
                }
            }
        }
    }
}
