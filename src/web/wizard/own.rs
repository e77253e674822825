//! An author's own proposal, in any stage: what the city asks or says, answering, taking back, and the page after sending.

use super::own_pages::{AnswerForm, OwnPage, SentPage, WithdrawPage};
use crate::{
    domain::{
        drafts::Problems,
        ids::ProposalNumber,
        reviews::{self, ReviewStep},
        stages::{NotAllowed, Stage},
    },
    store::{
        db::Tx,
        proposals::{Proposal, find_by_number},
        refusal_reasons::{self, ReasonText},
        review_decisions,
    },
    usecases::submissions::{Answer, AuthorError, answer, withdraw},
    web::{
        error::WebError,
        extract::{Ctx, SignedIn},
        kept_forms::{find_kept, forget_kept, keep_and_sign_in},
        state::AppState,
        urls,
    },
};
use axum::{
    Form, Router,
    extract::Path,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use maud::Markup;

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(
            "/mina-sidor/forslag/{number}",
            get(show_own).post(post_answer),
        )
        .route("/mina-sidor/forslag/{number}/skickat", get(show_sent))
        .route(
            "/mina-sidor/forslag/{number}/ta-tillbaka",
            get(ask_withdraw).post(take_back),
        )
}

/// What the author's page reads.
struct Own {
    proposal: Proposal,
    reasons: Vec<ReasonText>,
    note: Option<String>,
}

/// Someone else's proposal is as unknown here as one that never was.
async fn read_own(who: &SignedIn, number: &str) -> Result<Own, WebError> {
    let number: ProposalNumber = number.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = who.ctx.read().await?;
    let found = find_by_number(&mut tx, number).await?;
    let proposal = found
        .filter(|proposal| proposal.author == Some(who.session.person))
        .ok_or(WebError::NotFound)?;
    let (reasons, note) = read_told(&mut tx, &proposal).await?;
    Ok(Own {
        proposal,
        reasons,
        note,
    })
}

/// What the latest decision told the author: reasons with their texts, and the moderator's own words.
async fn read_told(
    tx: &mut Tx,
    proposal: &Proposal,
) -> Result<(Vec<ReasonText>, Option<String>), WebError> {
    let (step, kind) = match proposal.stage {
        Stage::Returned { .. } | Stage::Lapsed { .. } => (ReviewStep::Returned, "return"),
        Stage::Refused { .. } => (ReviewStep::Refused, "refuse"),
        Stage::Removed => (ReviewStep::Removed, "remove"),
        _ => return Ok((Vec::new(), None)),
    };
    let steps = review_decisions::list_steps(tx, proposal.id).await?;
    let Some(told) = steps.into_iter().rfind(|taken| taken.kind == step) else {
        return Ok((Vec::new(), None));
    };
    let mut reasons = refusal_reasons::list_reasons(tx, kind).await?;
    reasons.retain(|reason| told.reasons.contains(&reason.code));
    // What is written at a removal is for colleagues.
    let note = told.note.filter(|_| step != ReviewStep::Removed);
    Ok((reasons, note))
}

/// What stands in the form.
struct Typed<'a> {
    form: &'a AnswerForm,
    problems: &'a Problems,
    was_kept: bool,
}

fn own_page(ctx: &Ctx, own: &Own, typed: &Typed) -> Markup {
    let page = OwnPage {
        proposal: &own.proposal,
        reasons: &own.reasons,
        note: own.note.as_deref(),
        form: typed.form,
        problems: typed.problems,
        was_kept: typed.was_kept,
        form_id: ctx.app.env.ids.form().to_string(),
        rules: &ctx.app.env.rules,
    };
    page.render(&ctx.frame())
}

async fn show_own(
    who: SignedIn,
    headers: HeaderMap,
    Path(number): Path<String>,
) -> Result<Markup, WebError> {
    let own = read_own(&who, &number).await?;
    let kept = find_kept(&who.ctx, &headers).await?;
    let typed = Typed {
        was_kept: kept.is_some(),
        form: &kept.unwrap_or_else(|| AnswerForm::of(&own.proposal)),
        problems: &Problems::new(),
    };
    Ok(own_page(&who.ctx, &own, &typed))
}

/// An answer from one whose session has ended is kept until she has signed in again.
async fn post_answer(
    ctx: Ctx,
    headers: HeaderMap,
    Path(number): Path<String>,
    Form(form): Form<AnswerForm>,
) -> Result<Response, WebError> {
    let Some(session) = ctx.session.clone() else {
        return keep_and_sign_in(&ctx, &headers, &form).await;
    };
    let who = SignedIn { ctx, session };
    let answer = keep_answer(&who, &number, form).await?;
    forget_kept(&who.ctx, &headers).await?;
    Ok(answer)
}

async fn keep_answer(who: &SignedIn, number: &str, form: AnswerForm) -> Result<Response, WebError> {
    let own = read_own(who, number).await?;
    let ctx = &who.ctx;
    let (title, text) = match form.parse() {
        Ok(wording) => wording,
        Err(problems) => {
            let typed = Typed {
                form: &form,
                problems: &problems,
                was_kept: false,
            };
            let page = own_page(ctx, &own, &typed);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let leads_to = urls::own_proposal(ctx.locale, own.proposal.number);
    let wish = Answer {
        number: own.proposal.number,
        title,
        text,
        form_id: form.form_id.parse().map_err(|_| WebError::BadRequest)?,
        leads_to: &leads_to,
    };
    told(answer(&ctx.app.env, who.session.person, wish).await)?;
    Ok(Redirect::to(&leads_to).into_response())
}

async fn show_sent(who: SignedIn, Path(number): Path<String>) -> Result<Response, WebError> {
    let own = read_own(&who, &number).await?;
    let ctx = &who.ctx;
    let Stage::Submitted { at } = own.proposal.stage else {
        let page = urls::own_proposal(ctx.locale, own.proposal.number);
        return Ok(Redirect::to(&page).into_response());
    };
    let due = reviews::due_on(at, &ctx.app.env.rules);
    let profile = who.session.profile.as_ref();
    let page = SentPage {
        proposal: &own.proposal,
        reviewed_by: ctx.locale.date_with_weekday(due),
        has_address: profile.is_some_and(|profile| profile.email.is_some()),
        rules: &ctx.app.env.rules,
    };
    Ok(page.render(&ctx.frame()).into_response())
}

async fn ask_withdraw(who: SignedIn, Path(number): Path<String>) -> Result<Response, WebError> {
    let own = read_own(&who, &number).await?;
    if !own.proposal.stage.may_be_withdrawn() {
        let page = urls::own_proposal(who.ctx.locale, own.proposal.number);
        return Ok(Redirect::to(&page).into_response());
    }
    let page = WithdrawPage {
        proposal: &own.proposal,
    };
    Ok(page.render(&who.ctx.frame()).into_response())
}

async fn take_back(who: SignedIn, Path(number): Path<String>) -> Result<Response, WebError> {
    let number: ProposalNumber = number.parse().map_err(|_| WebError::NotFound)?;
    told(withdraw(&who.ctx.app.env, who.session.person, number).await)?;
    let page = urls::own_proposal(who.ctx.locale, number);
    Ok(Redirect::to(&page).into_response())
}

/// An act that came too late or in another stage leads to the page, which says what holds now.
fn told(outcome: Result<(), AuthorError>) -> Result<(), WebError> {
    match outcome {
        Ok(()) | Err(AuthorError::NotAllowed(NotAllowed::WrongStage(_) | NotAllowed::TooLate)) => {
            Ok(())
        }
        Err(AuthorError::NoSuchProposal) => Err(WebError::NotFound),
        Err(AuthorError::NotAllowed(_) | AuthorError::Stale) => Err(WebError::Stale),
        Err(AuthorError::Store(error)) => Err(error.into()),
    }
}
