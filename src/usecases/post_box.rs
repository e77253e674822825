//! What the demo's post page and tests read: mails that stayed here instead of going out.

use super::env::Env;
use crate::domain::time::Timestamp;

/// A mail as its reader would have got it.
#[derive(Debug, Clone)]
pub struct KeptMail {
    /// The address it would have gone to.
    pub to: String,
    /// The language's code.
    pub language: &'static str,
    /// The subject.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// When it was made.
    pub at: Timestamp,
}

/// The kept mails, newest first; `None` where mail goes out to people.
pub fn kept_mails(env: &Env) -> Option<Vec<KeptMail>> {
    let mails = env.post.post_box()?.newest();
    let kept = mails.into_iter().map(|mail| KeptMail {
        to: mail.to,
        language: mail.language,
        subject: mail.subject,
        text: mail.text,
        at: mail.at,
    });
    Some(kept.collect())
}
