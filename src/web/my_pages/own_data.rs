//! Everything kept about the person, to read and to take along.

use super::pages::area_words;
use crate::{
    domain::{
        drafts::Draft,
        identity::{Residence, TrustLevel},
        people::Profile,
        submissions::AuthorFacts,
    },
    i18n::{Locale, Texts},
    usecases::identity::{OwnData, OwnProposal, read_own_data},
    web::{
        components::{
            button::{self, Weight},
            facts::{Fact, facts},
        },
        error::WebError,
        extract::SignedIn,
        identity::{HomeArea, list_home_areas},
        layout::{Frame, page},
        urls,
        wizard::gender,
        words,
    },
};
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

/// To read.
pub async fn show_own_data(SignedIn { ctx, session }: SignedIn) -> Result<Markup, WebError> {
    let data = read_own_data(&ctx.app.env, session.person).await?;
    let page = OwnDataPage {
        data: data.ok_or(WebError::NotFound)?,
        areas: list_home_areas(&mut ctx.read().await?).await?,
    };
    Ok(page.render(&ctx.frame()))
}

/// To take along, as JSON.
pub async fn download_own_data(SignedIn { ctx, session }: SignedIn) -> Result<Response, WebError> {
    let data = read_own_data(&ctx.app.env, session.person).await?;
    let data = data.ok_or(WebError::NotFound)?;
    let headers = [(
        header::CONTENT_DISPOSITION,
        "attachment; filename=\"mina-uppgifter.json\"",
    )];
    Ok((headers, axum::Json(data)).into_response())
}

/// Label and value of each thing kept.
type Rows = Vec<(String, String)>;

struct OwnDataPage {
    data: OwnData,
    areas: Vec<HomeArea>,
}

impl OwnDataPage {
    fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let data = &self.data;
        let main = html! {
            h1 { (t.data_title()) }
            p class="lead" { (t.data_lead()) }
            p { (button::link(Weight::Primary, &urls::my_data_file(frame.locale), &t.data_download())) }
            (part(&t.my_details_title(), html! {
                (rows(self.person(frame)))
                p { a href=(urls::my_sessions(frame.locale)) { (t.my_sessions()) } }
            }))
            (part(&t.my_proposals_title(), html! {
                @for one in &data.proposals { (proposal(frame, one)) }
                @if data.proposals.is_empty() { (none(t)) }
            }))
            (part(&t.data_drafts(), html! {
                @for one in &data.drafts { (rows(draft(t, one))) }
                @if data.drafts.is_empty() { (none(t)) }
            }))
            (part(&t.my_signatures_title(), self.signatures(frame)))
            (part(&t.my_follows_title(), html! {
                ul { @for one in &data.follows { li { bdi { (one.title) } } } }
                @if data.follows.is_empty() { (none(t)) }
            }))
            p { a href=(urls::my_pages(frame.locale)) { (t.my_back()) } }
        };
        page(frame, &t.data_title(), main)
    }

    fn person(&self, frame: &Frame) -> Rows {
        let t = frame.t;
        let data = &self.data;
        let told = |of: fn(&Profile) -> String| data.profile.as_ref().map(of).unwrap_or_default();
        let residence = Residence::parse(&data.residence);
        let language = Locale::parse(&data.language).map(Locale::own_name);
        let ways: Vec<String> = data
            .ways_in
            .iter()
            .map(|way| way_words(t, way.trust()))
            .collect();
        let roles: Vec<&str> = data.roles.iter().map(|role| role.as_str()).collect();
        vec![
            (t.my_details_name(), told(Profile::shown_name)),
            (t.my_details_ort(), told(|profile| profile.ort.clone())),
            (
                t.my_details_email(),
                told(|profile| profile.email.clone().unwrap_or_default()),
            ),
            (t.my_details_area(), self.area(frame, residence.as_ref())),
            (
                t.my_language_title(),
                language.unwrap_or_default().to_owned(),
            ),
            (t.my_details_ways(), frame.locale.list_and(&ways)),
            (t.data_roles(), roles.join(", ")),
        ]
    }

    fn area(&self, frame: &Frame, residence: Option<&Residence>) -> String {
        let words = residence.and_then(|residence| area_words(frame, &self.areas, residence));
        words.unwrap_or_default()
    }

    fn signatures(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            @for one in &self.data.signatures {
                (rows(vec![
                    (t.propose_title_label(), one.named.title.clone()),
                    (t.data_signed_at(), frame.locale.date_and_time(one.signed_at)),
                    (t.data_signed_by(), way_words(t, one.level)),
                    (t.my_details_area(), self.area(frame, Some(&one.residence))),
                ]))
            }
            @if self.data.signatures.is_empty() { (none(t)) }
        }
    }
}

fn part(title: &str, body: Markup) -> Markup {
    html! { section { h2 { (title) } (body) } }
}

fn none(t: &Texts) -> Markup {
    html! { p class="soft" { (t.data_none()) } }
}

fn way_words(t: &Texts, level: TrustLevel) -> String {
    match level {
        TrustLevel::Email => t.my_way_mail(),
        TrustLevel::Eid => t.my_way_eid(),
    }
}

/// What is empty was never told, and is left out.
fn rows(rows: Rows) -> Markup {
    let told: Vec<Fact> = rows
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| Fact::new(label, html! { bdi class="prewrap" { (value) } }))
        .collect();
    facts(&told)
}

fn proposal(frame: &Frame, one: &OwnProposal) -> Markup {
    let t = frame.t;
    let day = one.submitted_on.map(|day| frame.locale.date(day));
    let mut all = vec![
        (t.propose_title_label(), one.named.title.clone()),
        (t.data_number(), one.named.number.to_string()),
        (t.data_stage(), words::stage(t, one.stage)),
        (t.data_submitted(), day.unwrap_or_default()),
        (t.propose_text_label(), one.text.clone().unwrap_or_default()),
        (
            t.data_published_name(),
            one.published_name.clone().unwrap_or_default(),
        ),
    ];
    all.extend(
        one.about_you
            .as_ref()
            .map(|about| author(t, about))
            .into_iter()
            .flatten(),
    );
    rows(all)
}

fn author(t: &Texts, about: &AuthorFacts) -> Rows {
    vec![
        (t.propose_first_name(), about.first_name.clone()),
        (t.propose_last_name(), about.last_name.clone()),
        (t.propose_address(), about.address.clone()),
        (
            t.propose_postal_code(),
            about.postal_code.clone().unwrap_or_default(),
        ),
        (t.propose_town(), about.town.clone()),
        (t.propose_country(), about.country.clone()),
        (t.propose_age(), about.age.to_string()),
        (t.propose_gender(), gender(t, about.gender)),
        (t.propose_email(), about.email.clone()),
    ]
}

fn draft(t: &Texts, draft: &Draft) -> Rows {
    vec![
        (t.propose_title_label(), draft.title.clone()),
        (t.propose_text_label(), draft.text.clone()),
        (t.data_place(), draft.place.clone()),
        (t.propose_first_name(), draft.first_name.clone()),
        (t.propose_last_name(), draft.last_name.clone()),
        (t.propose_address(), draft.address.clone()),
        (t.propose_postal_code(), draft.postal_code.clone()),
        (t.propose_town(), draft.town.clone()),
        (t.propose_country(), draft.country.clone()),
        (t.propose_age(), draft.age.clone()),
        (t.propose_email(), draft.email.clone()),
    ]
}
