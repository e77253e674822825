//! The one-time code to sign in with.

use super::letter::Letter;
use crate::{domain::news::SignInLetter, i18n::Locale};

/// Writes the letter: the code to type in, and a link that leads to a page with a button.
pub fn write(locale: Locale, base_url: &str, sign_in: &SignInLetter) -> Letter {
    let t = locale.texts();
    Letter::new(
        locale,
        t.mail_code_subject(sign_in.code.as_str()),
        t.mail_code_first(),
    )
    .code(&sign_in.code)
    .paragraph(t.mail_code_minutes())
    .action(t.mail_code_action(), format!("{base_url}{}", sign_in.path))
    .paragraph(t.mail_code_not_you())
    .because(t.mail_why_oneself())
}
