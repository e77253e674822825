//! Erasing one's account: what goes, what stays and why, and the button that does it.

use crate::{
    usecases::identity::{EraseProblem, erase},
    web::{
        components::{
            button::{Weight, submit},
            choices::checkbox,
            errors::error_summary,
            field::Field,
        },
        error::WebError,
        extract::{Ctx, SignedIn},
        identity::{no_session_cookie, see_other, with_cookie},
        layout::{Frame, page},
        urls,
    },
};
use axum::{
    Form,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

/// The box that must be ticked.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct EraseForm {
    forstar: String,
}

/// What erasing means.
pub async fn show_erasing(SignedIn { ctx, session }: SignedIn) -> Markup {
    let page = ErasePage {
        is_staff: !session.grants.is_empty(),
        error: None,
    };
    page.render(&ctx.frame())
}

/// Erases the account and ends the session.
pub async fn submit_erasing(
    SignedIn { ctx, session }: SignedIn,
    Form(form): Form<EraseForm>,
) -> Result<Response, WebError> {
    if form.forstar != "ja" {
        let page = ErasePage {
            is_staff: false,
            error: Some(ctx.t().erase_not_ticked()),
        };
        let page = page.render(&ctx.frame());
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    match erase(&ctx.app.env, session.person).await {
        Ok(()) => {
            ctx.app.sessions().forget_person(session.person);
            let answer = see_other(&urls::erased(ctx.locale));
            Ok(with_cookie(answer, &no_session_cookie(&ctx.app)))
        }
        Err(EraseProblem::IsStaff) => {
            let page = ErasePage {
                is_staff: true,
                error: None,
            };
            Ok((StatusCode::CONFLICT, page.render(&ctx.frame())).into_response())
        }
        Err(EraseProblem::Store(error)) => Err(error.into()),
    }
}

/// It is done; for whoever opens it.
pub async fn show_erased(ctx: Ctx) -> Markup {
    let frame = ctx.frame();
    let t = frame.t;
    let main = html! {
        h1 { (t.erased_title()) }
        p class="lead" { (t.erased_text()) }
        p { a href=(urls::start(frame.locale)) { (t.erased_start()) } }
    };
    page(&frame, &t.erased_title(), main)
}

struct ErasePage {
    is_staff: bool,
    error: Option<String>,
}

impl ErasePage {
    fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let errors: Vec<_> = self.error.iter().map(|e| ("forstar", e.clone())).collect();
        let main = html! {
            (error_summary(frame, &errors))
            h1 { (t.erase_title()) }
            p class="lead" { (t.erase_lead()) }
            section class="text" {
                h2 { (t.erase_gone_title()) }
                ul {
                    li { (t.erase_gone_profile()) }
                    li { (t.erase_gone_open()) }
                    li { (t.erase_gone_rest()) }
                }
            }
            section class="text" {
                h2 { (t.erase_kept_title()) }
                ul {
                    li { (t.erase_kept_proposals()) }
                    li { (t.erase_kept_closed()) }
                    li { (t.erase_kept_log()) }
                }
            }
            p { a href=(urls::my_data(frame.locale)) { (t.erase_take_first()) } }
            @if self.is_staff {
                p { strong { (t.erase_staff()) } }
            } @else {
                (self.form(frame))
            }
            p { a href=(urls::my_pages(frame.locale)) { (t.join_cancel()) } }
        };
        page(frame, &t.erase_title(), main)
    }

    fn form(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let label = t.erase_understand();
        let field = Field {
            value: "ja",
            error: self.error.as_deref(),
            ..Field::new("forstar", &label)
        };
        html! {
            form method="post" action=(urls::my_erasing(frame.locale)) novalidate {
                (checkbox(frame, &field, false))
                (submit(Weight::Primary, &t.erase_button()))
            }
        }
    }
}
