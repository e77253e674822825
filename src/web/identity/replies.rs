//! What the sign-in handlers answer with.

use super::{
    about_you::{AboutYouPage, list_home_areas},
    cookies,
    forms::{DetailsForm, DetailsProblems, EmailForm},
    pages::{CodePage, NotSignedInPage, ProviderChoice, SignInPage},
};
use crate::{
    domain::{
        email::Email,
        ids::{PersonId, SignInId},
        sign_in::{Intent, Wish},
    },
    store::sign_ins,
    usecases::identity::{
        BeginByMail, BeginProblem, Came, ConfirmProblem, Confirmed, Entered, NotAdded,
        begin_by_mail, open_address, token_hash,
    },
    web::{
        error::WebError,
        extract::{
            Ctx,
            client::Client,
            visitor::{cookie, session_cookie_name},
        },
        urls,
    },
};
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use maud::Markup;

/// 303: what was posted is done, go and read there.
pub fn see_other(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// Adds a cookie to an answer.
pub fn with_cookie(mut answer: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        answer.headers_mut().append(header::SET_COOKIE, value);
    }
    answer
}

/// The hash of the session token the browser came with, in force or not: it ends when a new one begins.
pub fn old_session(ctx: &Ctx, headers: &HeaderMap) -> Option<Vec<u8>> {
    cookie(headers, session_cookie_name(&ctx.app)).map(token_hash)
}

/// What the browser came with.
pub fn came(ctx: &Ctx, headers: &HeaderMap) -> Came {
    Came {
        old_session: old_session(ctx, headers),
        person: ctx.session.as_ref().map(|session| session.person),
        level: ctx.session.as_ref().map(|session| session.level),
    }
}

/// After someone proved who she is: let in, told that it was added, or asked whether two accounts are to be one.
pub fn go_on(ctx: &Ctx, headers: &HeaderMap, confirmed: &Confirmed, wish: &Wish) -> Response {
    match confirmed {
        Confirmed::LetIn(entered) => let_in(ctx, headers, entered, wish),
        Confirmed::Added => {
            if let Some(session) = &ctx.session {
                ctx.app.sessions().forget_person(session.person);
            }
            see_other(&urls::my_pages(ctx.locale))
        }
        Confirmed::NotAdded(why) => not_added(ctx, *why),
        Confirmed::ToJoin { id, renewed } => {
            if let Some(session) = &ctx.session {
                ctx.app.sessions().forget(&session.token_hash);
            }
            let answer = see_other(&urls::my_joining(ctx.locale, *id));
            with_cookie(answer, &cookies::session_cookie(&ctx.app, renewed))
        }
    }
}

fn not_added(ctx: &Ctx, why: NotAdded) -> Response {
    let t = ctx.t();
    let (title, text) = match why {
        NotAdded::TooWeak => (t.add_weak_title(), t.add_weak_text()),
        NotAdded::OtherNumber => (t.add_other_title(), t.add_other_text()),
    };
    let page = NotSignedInPage {
        title,
        text,
        button: t.my_back(),
        wish: Wish::default(),
    };
    let mut frame = ctx.frame();
    frame.path = "/mina-sidor";
    let page = page.render_leading_to(&frame, &urls::my_pages(ctx.locale));
    (StatusCode::CONFLICT, page).into_response()
}

/// Begins the session in the browser and leads on to the errand, past the questions to a new person. Whoever is about to
/// send a proposal has answered them there.
pub fn let_in(ctx: &Ctx, headers: &HeaderMap, entered: &Entered, wish: &Wish) -> Response {
    if let Some(old) = old_session(ctx, headers) {
        ctx.app.sessions().forget(&old);
    }
    let has_told = entered.is_complete || matches!(wish.intent, Intent::SendDraft(_));
    let address = if has_told {
        urls::go_on(ctx.locale, wish)
    } else {
        urls::about_you(ctx.locale, wish)
    };
    with_cookie(
        see_other(&address),
        &cookies::session_cookie(&ctx.app, entered),
    )
}

/// The sign-in page.
pub fn sign_in_page(ctx: &Ctx, wish: Wish, email: String, error: Option<String>) -> Markup {
    let page = SignInPage {
        wish,
        email,
        error,
        providers: providers(ctx),
        form_id: ctx.app.env.ids.form().to_string(),
    };
    page.render(&ctx.frame())
}

/// The e-legitimations to choose from.
pub fn providers(ctx: &Ctx) -> Vec<ProviderChoice> {
    let providers = ctx.app.env.eid.iter();
    let choices = providers.map(|provider| ProviderChoice {
        code: provider.code().to_owned(),
        label: provider.name(ctx.locale.code()).to_owned(),
    });
    choices.collect()
}

/// Sends a code to the address typed, to sign in with or to add to a person's account, and leads to where it is typed
/// in; or why none was sent, with its status.
///
/// # Errors
/// When the database is away.
pub async fn ask_for_code(
    ctx: &Ctx,
    client: &Client,
    headers: &HeaderMap,
    form: &EmailForm,
    add_to: Option<PersonId>,
) -> Result<Result<Response, (StatusCode, String)>, WebError> {
    let Ok(email) = Email::parse(&form.epost) else {
        return Ok(Err(why_no_code(ctx, &form.epost, None)));
    };
    let (browser, set_cookie) = cookies::browser_token(&ctx.app, headers);
    let asked = BeginByMail {
        email,
        form_id: form.form_id.parse().ok(),
        browser_hash: token_hash(&browser),
        client: client.mark,
        locale: ctx.locale.code(),
        link_path: urls::sign_in_link(ctx.locale, ""),
        wish: form.errand().wish(),
        add_to,
    };
    match begin_by_mail(&ctx.app.env, asked).await {
        Ok(id) => {
            let answer = see_other(&urls::sign_in_code(ctx.locale, id));
            Ok(Ok(with_cookie(answer, &set_cookie)))
        }
        Err(BeginProblem::Store(error)) => Err(error.into()),
        Err(problem) => Ok(Err(why_no_code(ctx, &form.epost, Some(&problem)))),
    }
}

/// Why no code was sent, in words; without a problem the address cannot be read.
fn why_no_code(ctx: &Ctx, typed: &str, problem: Option<&BeginProblem>) -> (StatusCode, String) {
    let t = ctx.t();
    match problem {
        Some(BeginProblem::TooManyForAddress) => {
            (StatusCode::TOO_MANY_REQUESTS, t.signin_mail_too_many())
        }
        Some(_) => (StatusCode::TOO_MANY_REQUESTS, t.signin_client_too_many()),
        None if typed.trim().is_empty() => {
            (StatusCode::UNPROCESSABLE_ENTITY, t.signin_mail_missing())
        }
        None => (StatusCode::UNPROCESSABLE_ENTITY, t.signin_mail_wrong()),
    }
}

/// The page where the code is typed in, if this browser began the sign-in and it is still good.
pub async fn code_page(
    ctx: &Ctx,
    headers: &HeaderMap,
    id: SignInId,
    error: Option<String>,
) -> Result<Response, WebError> {
    let browser = cookies::find_browser_token(&ctx.app, headers).unwrap_or_default();
    let mut tx = ctx.read().await?;
    let found = sign_ins::find_in_browser(&mut tx, id, &token_hash(&browser)).await?;
    let Some(sign_in) = found.filter(|sign_in| sign_in.is_live(ctx.now)) else {
        return why_not(ctx, ConfirmProblem::Ended);
    };
    let address = open_address(&ctx.app.env, &sign_in).ok_or(WebError::NotFound)?;
    let status = match error {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let page = CodePage {
        id,
        address: address.as_str().to_owned(),
        is_adding: sign_in.person_id.is_some(),
        wish: sign_in.wish,
        error,
    };
    Ok((status, page.render(&ctx.frame())).into_response())
}

/// Why nobody was signed in. One who is signed in already (she pressed twice) goes on.
///
/// # Errors
/// When it was the store's fault.
pub fn why_not(ctx: &Ctx, problem: ConfirmProblem) -> Result<Response, WebError> {
    let t = ctx.t();
    let (status, title, text) = match problem {
        ConfirmProblem::Store(error) => return Err(error.into()),
        _ if ctx.session.is_some() => return Ok(see_other(&urls::my_pages(ctx.locale))),
        ConfirmProblem::NoTriesLeft => (
            StatusCode::TOO_MANY_REQUESTS,
            t.signin_spent_title(),
            t.signin_spent_text(),
        ),
        ConfirmProblem::Wrong { .. } | ConfirmProblem::Ended => (
            StatusCode::GONE,
            t.signin_ended_title(),
            t.signin_ended_text(),
        ),
    };
    let page = NotSignedInPage {
        title,
        text,
        button: t.signin_ended_button(),
        wish: Wish::default(),
    };
    Ok((status, page.render(&ctx.frame())).into_response())
}

/// The questions to a new person; with problems, what was typed is kept.
pub async fn about_you_page(
    ctx: &Ctx,
    form: DetailsForm,
    problems: DetailsProblems,
) -> Result<Response, WebError> {
    let t = ctx.t();
    let status = if problems == DetailsProblems::default() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let page = AboutYouPage {
        areas: list_home_areas(&mut ctx.read().await?).await?,
        form,
        problems,
        action: urls::in_language(ctx.locale, &ctx.path),
        title: t.about_you_title(),
        lead: t.about_you_lead(),
        button: t.about_you_button(),
    };
    Ok((status, page.render(&ctx.frame())).into_response())
}
