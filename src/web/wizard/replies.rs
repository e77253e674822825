//! What the wizard's handlers answer with: each step read from the draft, errors as pages.

use super::{
    about::AboutPage,
    check::{CheckPage, SendPage},
    cookies::writer,
    forms::StepForm,
    idea::IdeaPage,
    place::PlacePage,
    similar::{SimilarPage, find_similar},
    step::StepView,
};
use crate::{
    domain::{
        drafts::{Draft, Problems, Step},
        identity::Residence,
        ids::DraftId,
        reviews,
        sign_in::{Intent, LocalPath, Wish},
    },
    usecases::{
        city::CityMap,
        drafts::{self, DraftError, Waiting},
    },
    web::{
        error::WebError,
        extract::Ctx,
        kept_forms::{forget_kept, keep_and_sign_in},
        urls,
    },
};
use axum::{
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};

/// 303: go and read there.
pub fn see_other(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// A draft's id in an address; anything else is an unknown page.
pub fn parse_id(text: &str) -> Result<DraftId, WebError> {
    text.parse().map_err(|_| WebError::NotFound)
}

/// Why a draft does not open, as an answer.
pub fn told(ctx: &Ctx, error: DraftError) -> Response {
    match error {
        DraftError::NoSuchDraft => WebError::NotFound.into_response(),
        DraftError::Sent(number) => see_other(&urls::proposal_sent(ctx.locale, number)),
        DraftError::SignIn => see_other(&sign_in_here(ctx)),
        DraftError::Store(error) => WebError::Store(error).into_response(),
    }
}

/// Where one signs in and comes back to this page.
pub fn sign_in_here(ctx: &Ctx) -> String {
    urls::sign_in_and_return(ctx.locale, &urls::in_language(ctx.locale, &ctx.path))
}

/// Where one signs in in order to send a draft.
pub fn sign_in_to_send(ctx: &Ctx, id: DraftId) -> String {
    let page = urls::draft_step(ctx.locale, id, Step::Send.as_str());
    let wish = Wish {
        intent: Intent::SendDraft(id),
        back: LocalPath::parse(&page),
    };
    urls::sign_in_to(ctx.locale, &wish)
}

/// The city as the rules need it.
pub async fn read_city(ctx: &Ctx) -> Result<CityMap, WebError> {
    Ok(CityMap::read(&mut ctx.read().await?).await?)
}

/// A step of a draft that may be opened, with what is wrong with it.
pub struct Shown {
    /// The draft.
    pub id: DraftId,
    /// The step.
    pub step: Step,
    /// What is written.
    pub draft: Draft,
    /// What is wrong with it.
    pub problems: Problems,
    /// Whether the person came from the check page.
    pub is_changing: bool,
    /// Whether it holds what was typed when the session had ended.
    pub was_kept: bool,
}

/// The page of a step. The last two are reached when all before them is answered.
pub async fn step_page(ctx: &Ctx, shown: Shown, city: &CityMap) -> Result<Response, WebError> {
    let status = match shown.problems.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let draft = match shown.step {
        Step::About => filled_in(ctx, shown.draft),
        _ => shown.draft,
    };
    let view = StepView {
        id: Some(shown.id),
        step: shown.step,
        draft: &draft,
        problems: &shown.problems,
        areas: &city.areas,
        is_changing: shown.is_changing,
        was_kept: shown.was_kept,
        form_id: None,
    };
    let page = match shown.step {
        Step::Idea => IdeaPage { view, waiting: &[] }.render(&ctx.frame()),
        Step::Similar => {
            let found = &find_similar(ctx, &draft.title, &draft.text).await?;
            SimilarPage { view, found }.render(&ctx.frame())
        }
        Step::Place => PlacePage { view }.render(&ctx.frame()),
        Step::About => AboutPage { view }.render(&ctx.frame()),
        Step::Check | Step::Send => return last_steps(ctx, view, city),
    };
    Ok((status, page).into_response())
}

fn last_steps(ctx: &Ctx, view: StepView<'_>, city: &CityMap) -> Result<Response, WebError> {
    let id = view.id.ok_or(WebError::NotFound)?;
    if let Some(open) = view.draft.first_open_step(city) {
        let address = urls::draft_step(ctx.locale, id, open.as_str());
        return Ok(see_other(&address));
    }
    let rules = &ctx.app.env.rules;
    let submission = match view.draft.submission(city) {
        Ok(submission) => submission,
        Err(_) => return Err(WebError::Stale),
    };
    let page = if view.step == Step::Check {
        CheckPage {
            view,
            submission: &submission,
            city,
        }
        .render(&ctx.frame())
    } else {
        let due = reviews::due_on(ctx.now, rules);
        SendPage {
            view,
            level: ctx.session.as_ref().map(|session| session.level),
            needed: rules.propose_level,
            sign_in: sign_in_to_send(ctx, id),
            reviewed_by: ctx.locale.date_with_weekday(due),
        }
        .render(&ctx.frame())
    };
    Ok(page.into_response())
}

/// The first page, before there is a draft; or again, when its draft could not be begun.
pub fn first_page(
    ctx: &Ctx,
    draft: &Draft,
    problems: &Problems,
    waiting: &[Waiting],
) -> maud::Markup {
    let view = StepView {
        id: None,
        step: Step::Idea,
        draft,
        problems,
        areas: &[],
        is_changing: false,
        was_kept: false,
        form_id: Some(ctx.app.env.ids.form().to_string()),
    };
    IdeaPage { view, waiting }.render(&ctx.frame())
}

/// What the session knows of the person stands in the form already, where she has written nothing yet.
fn filled_in(ctx: &Ctx, mut draft: Draft) -> Draft {
    let is_untouched = [
        &draft.first_name,
        &draft.last_name,
        &draft.town,
        &draft.email,
    ]
    .iter()
    .all(|answer| answer.is_empty());
    if draft.country.is_empty() && is_untouched {
        draft.country = ctx.t().propose_country_home();
    }
    let Some(session) = ctx.session.as_ref().filter(|_| is_untouched) else {
        return draft;
    };
    if let Some(profile) = &session.profile {
        draft.first_name.clone_from(&profile.first_name);
        draft.last_name.clone_from(&profile.last_name);
        draft.town.clone_from(&profile.ort);
        draft.email = profile.email.clone().unwrap_or_default();
    }
    if let Some(Residence::Area(area)) = Residence::parse(&session.residence) {
        draft.residence = area.as_str().to_owned();
    }
    draft
}

/// The draft, opened for whoever asks; otherwise the answer why not.
pub async fn open(ctx: &Ctx, headers: &HeaderMap, id: DraftId) -> Result<Draft, Response> {
    drafts::open(&ctx.app.env, &writer(ctx, headers), id)
        .await
        .map_err(|error| told(ctx, error))
}

/// Keeps a step's answers; or the answer why not. One whose session has ended signs in first, and loses nothing.
pub async fn save(
    ctx: &Ctx,
    headers: &HeaderMap,
    (id, step): (DraftId, Step),
    form: StepForm,
) -> Result<Result<Draft, Response>, WebError> {
    let typed = form.clone();
    let change = |draft: &mut Draft| typed.write(step, draft);
    match drafts::save(&ctx.app.env, &writer(ctx, headers), id, change).await {
        Ok(draft) => {
            forget_kept(ctx, headers).await?;
            Ok(Ok(draft))
        }
        Err(DraftError::SignIn) => Ok(Err(keep_and_sign_in(ctx, headers, &form).await?)),
        Err(error) => Ok(Err(told(ctx, error))),
    }
}
