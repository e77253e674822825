//! Which mails a person gets.

use crate::{
    domain::mail_choices::MailTopic,
    i18n::Texts,
    store::mail_choices,
    usecases::identity::choose_mails,
    web::{
        components::{
            boxes::{Notice, notice},
            button::{Weight, submit},
            choices::{Choice, checkboxes},
            field::Field,
        },
        error::WebError,
        extract::SignedIn,
        layout::{Frame, page},
        urls,
    },
};
use axum::{Form, extract::Query, response::Redirect};
use maud::{Markup, html};
use serde::Deserialize;

/// What was just done, by its word in the address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Done {
    sparat: Option<String>,
}

/// The choices.
pub async fn show_mail_settings(
    SignedIn { ctx, session }: SignedIn,
    Query(done): Query<Done>,
) -> Result<Markup, WebError> {
    let mut tx = ctx.read().await?;
    let page = MailSettingsPage {
        declined: mail_choices::list_declined(&mut tx, session.person).await?,
        is_saved: done.sparat.is_some(),
        has_address: session
            .profile
            .is_some_and(|profile| profile.email.is_some()),
    };
    Ok(page.render(&ctx.frame()))
}

/// Keeps them: what is not ticked is declined.
pub async fn keep_mail_settings(
    SignedIn { ctx, session }: SignedIn,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Redirect, WebError> {
    let is_wanted = |topic: &&MailTopic| {
        form.iter()
            .any(|(name, value)| name == "mejl" && value == topic.as_str())
    };
    let declined: Vec<MailTopic> = MailTopic::ALL
        .iter()
        .filter(|topic| !is_wanted(topic))
        .copied()
        .collect();
    choose_mails(&ctx.app.env, session.person, &declined).await?;
    Ok(Redirect::to(&urls::my_mails_saved(ctx.locale)))
}

struct MailSettingsPage {
    declined: Vec<MailTopic>,
    is_saved: bool,
    has_address: bool,
}

impl MailSettingsPage {
    fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (label, hint) = (t.my_mails_label(), t.my_mails_hint());
        let field = Field {
            hint: Some(&hint),
            ..Field::new("mejl", &label)
        };
        let words: Vec<(MailTopic, String)> = MailTopic::ALL
            .iter()
            .map(|topic| (*topic, topic_words(t, *topic)))
            .collect();
        let choices: Vec<Choice> = words
            .iter()
            .map(|(topic, words)| {
                Choice::new(topic.as_str(), words, !self.declined.contains(topic))
            })
            .collect();
        let main = html! {
            h1 { (t.my_mails_title()) }
            @if self.is_saved {
                (notice(frame, Notice::Done, None, html! { p { (t.my_mails_saved()) } }))
            }
            @if !self.has_address {
                p { (t.my_details_no_email()) " " a href=(urls::my_email(frame.locale)) { (t.my_email_title()) } }
            }
            form method="post" action=(urls::my_mails(frame.locale)) {
                (checkboxes(frame, &field, &choices))
                (submit(Weight::Primary, &t.my_mails_button()))
            }
            p { a href=(urls::my_pages(frame.locale)) { (t.my_back()) } }
        };
        page(frame, &t.my_mails_title(), main)
    }
}

fn topic_words(t: &Texts, topic: MailTopic) -> String {
    match topic {
        MailTopic::Signatures => t.my_mails_signatures(),
        MailTopic::Meetings => t.my_mails_meetings(),
        MailTopic::Decisions => t.my_mails_decisions(),
        MailTopic::FollowUps => t.my_mails_follow_ups(),
    }
}
