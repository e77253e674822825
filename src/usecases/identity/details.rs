//! What a person tells about herself: asked once, changed on her own pages.

use crate::{
    domain::{
        identity::Residence,
        ids::PersonId,
        mail_choices::MailTopic,
        people::Profile,
        text::{Ort, PersonName},
    },
    store::{db::Result, mail_choices, people},
    usecases::env::Env,
};

/// Name and ort, which the riktlinje (§ 91) asks of all who sign, and the mellanområde, which is voluntary.
#[derive(Debug)]
pub struct Details {
    /// First and last name.
    pub name: PersonName,
    /// The place she lives in.
    pub ort: Ort,
    /// Where in Göteborg, if she says.
    pub residence: Residence,
}

/// Keeps what a person tells. Signatures she has given keep the area they were given from.
///
/// # Errors
/// What the store refuses.
pub async fn save_details(env: &Env, person: PersonId, details: Details) -> Result<()> {
    let mut tx = env.db.begin().await?;
    let told = people::find_told(&mut tx, person).await?;
    let known = told
        .and_then(|told| told.profile)
        .and_then(|sealed| Profile::open(&env.keys, person, &sealed));
    let profile = Profile {
        first_name: details.name.first().to_owned(),
        last_name: details.name.last().to_owned(),
        ort: details.ort.into_string(),
        email: known.and_then(|known| known.email),
    };
    let sealed = profile.seal(&env.keys, person, env.ids.bytes());
    people::update_told(&mut tx, person, sealed, details.residence.as_str()).await?;
    tx.commit().await
}

/// Keeps the language a person reads; her mails follow it.
///
/// # Errors
/// What the store refuses.
pub async fn choose_locale(env: &Env, person: PersonId, locale: &str) -> Result<()> {
    let mut tx = env.db.begin().await?;
    people::update_locale(&mut tx, person, locale).await?;
    tx.commit().await
}

/// Keeps which news a person does without; every other comes by mail.
///
/// # Errors
/// What the store refuses.
pub async fn choose_mails(env: &Env, person: PersonId, declined: &[MailTopic]) -> Result<()> {
    let mut tx = env.db.begin().await?;
    mail_choices::replace_declined(&mut tx, person, declined).await?;
    tx.commit().await
}
