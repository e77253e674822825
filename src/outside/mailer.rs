//! Sending mail: by SMTP, or into a post box that the demo shows and tests read.

mod smtp;

pub use smtp::{SmtpMailer, SmtpSettings};

use crate::domain::time::Timestamp;
use std::{
    collections::VecDeque,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

/// A mail ready to be sent.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// The address it goes to.
    pub to: String,
    /// The same each time this mail is sent, so that a repeat is known as one (RFC 5322 §3.6.4): the part before `@`.
    pub message_id: String,
    /// The language's code, for `Content-Language`.
    pub language: &'static str,
    /// The subject.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// As HTML.
    pub html: String,
    /// Where one press gets no more of these (RFC 8058).
    pub way_out_url: Option<String>,
    /// When it was made.
    pub at: Timestamp,
}

/// Why a mail did not go out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// Try again later.
    #[error("not now: {0}")]
    Later(String),
    /// This address will never take it.
    #[error("never: {0}")]
    Never(String),
}

/// A way to send mail.
pub trait Mailer: Send + Sync {
    /// Hands one mail over; it is sent when this gives `Ok`.
    fn send<'a>(
        &'a self,
        mail: &'a Outgoing,
    ) -> Pin<Box<dyn Future<Output = Result<(), MailError>> + Send + 'a>>;
}

/// A post box in memory: the newest mails, for the demo's page and for tests.
#[derive(Debug, Clone, Default)]
pub struct PostBox(Arc<Mutex<VecDeque<Outgoing>>>);

/// How many mails the post box keeps.
const POST_BOX_SIZE: usize = 2_000;

impl PostBox {
    /// The mails in it, newest first.
    pub fn newest(&self) -> Vec<Outgoing> {
        let mails = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        mails.iter().rev().cloned().collect()
    }
}

impl Mailer for PostBox {
    fn send<'a>(
        &'a self,
        mail: &'a Outgoing,
    ) -> Pin<Box<dyn Future<Output = Result<(), MailError>> + Send + 'a>> {
        Box::pin(async move {
            let mut mails = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if mails.len() == POST_BOX_SIZE {
                mails.pop_front();
            }
            mails.push_back(mail.clone());
            Ok(())
        })
    }
}

/// Where this installation's mail goes.
#[derive(Clone)]
pub enum Post {
    /// To people, through the city's relay.
    Relay(Arc<SmtpMailer>),
    /// Nowhere: it stays in the post box, which the demo shows.
    Box(PostBox),
}

impl Post {
    /// The way mail goes out.
    pub fn mailer(&self) -> Arc<dyn Mailer> {
        match self {
            Post::Relay(relay) => relay.clone(),
            Post::Box(post_box) => Arc::new(post_box.clone()),
        }
    }

    /// The post box, where there is one.
    pub fn post_box(&self) -> Option<&PostBox> {
        match self {
            Post::Relay(_) => None,
            Post::Box(post_box) => Some(post_box),
        }
    }
}
