//! The addresses of a person's own pages.

use super::in_language;
use crate::{domain::ids::JoiningId, i18n::Locale};

/// The signed-in person's own pages.
pub fn my_pages(locale: Locale) -> String {
    in_language(locale, "/mina-sidor")
}

/// What the person has told about herself.
pub fn my_details(locale: Locale) -> String {
    in_language(locale, "/mina-sidor/uppgifter")
}

/// Where a person adds an address to her account.
pub fn my_email(locale: Locale) -> String {
    in_language(locale, "/mina-sidor/e-post")
}

/// Where a person adds an e-legitimation to her account.
pub fn my_eid(locale: Locale) -> String {
    in_language(locale, "/mina-sidor/e-legitimation")
}

/// The way to one e-legitimation, to add it.
pub fn my_eid_at(locale: Locale, provider: &str) -> String {
    format!("{}/{provider}", my_eid(locale))
}

/// Where a person decides whether two accounts are to be one.
pub fn my_joining(locale: Locale, id: JoiningId) -> String {
    in_language(locale, &format!("/mina-sidor/konton/{id}"))
}

/// The person's pages after two accounts became one.
pub fn my_pages_joined(locale: Locale) -> String {
    in_language(locale, "/mina-sidor?sparat=konton")
}

/// Where the language of a person's mails is chosen.
pub fn my_language(locale: Locale) -> String {
    in_language(locale, "/mina-sidor/sprak")
}

/// The person's pages after the language was chosen.
pub fn my_pages_language_saved(locale: Locale) -> String {
    in_language(locale, "/mina-sidor?sparat=sprak#sprakval")
}

/// Where a person is signed in.
pub fn my_sessions(locale: Locale) -> String {
    in_language(locale, "/mina-sidor/inloggningar")
}

/// The same, after sessions were ended.
pub fn my_sessions_ended(locale: Locale) -> String {
    format!("{}?klart=1", my_sessions(locale))
}

/// Where all sessions but the present one are ended.
pub fn my_sessions_others(locale: Locale) -> String {
    format!("{}/andra", my_sessions(locale))
}

/// Where one session is ended.
pub fn my_session_end(locale: Locale, name: &str) -> String {
    format!("{}/{name}/avsluta", my_sessions(locale))
}

/// Everything kept about the person.
pub fn my_data(locale: Locale) -> String {
    in_language(locale, "/mina-sidor/allt")
}

/// The same as a file.
pub fn my_data_file(locale: Locale) -> String {
    format!("{}/mina-uppgifter.json", my_data(locale))
}

/// Where an account is erased.
pub fn my_erasing(locale: Locale) -> String {
    in_language(locale, "/mina-sidor/radera")
}

/// That it is done.
pub fn erased(locale: Locale) -> String {
    in_language(locale, "/mina-sidor/raderat")
}

/// Which mails the person gets.
pub fn my_mails(locale: Locale) -> String {
    in_language(locale, "/mina-sidor/mejl")
}

/// The same, after they were chosen.
pub fn my_mails_saved(locale: Locale) -> String {
    format!("{}?sparat=1", my_mails(locale))
}
