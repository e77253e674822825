//! Sending mail: by SMTP, or into a post box that the demo shows and tests read.

use crate::domain::time::Timestamp;
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart, header},
};
use secrecy::{ExposeSecret, SecretString};
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

/// How to reach the relay.
#[derive(Debug, Clone)]
pub struct SmtpSettings<'a> {
    /// `smtps://user:password@host:465` or `smtp://host:587?tls=required`.
    pub url: &'a SecretString,
    /// Who mails come from: `Torget <torget@example.se>`.
    pub from: &'a str,
    /// Where answers go; empty: to `from`.
    pub reply_to: &'a str,
}

/// Mail by SMTP through the city's relay, which signs it (DKIM).
pub struct SmtpMailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    reply_to: Option<Mailbox>,
}

impl SmtpMailer {
    /// Prepares a pool of connections; must be called inside the runtime.
    ///
    /// # Errors
    /// When an address or the relay's is not understood; in words for the operator, without the password.
    pub fn new(settings: &SmtpSettings) -> Result<Self, String> {
        let from = settings
            .from
            .parse()
            .map_err(|error| format!("mail.from: {error}"))?;
        let reply_to = match settings.reply_to {
            "" => None,
            address => Some(
                address
                    .parse()
                    .map_err(|error| format!("mail.reply_to: {error}"))?,
            ),
        };
        let url = settings.url.expose_secret();
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| "mail.smtp_url: cannot be understood".to_owned())?;
        Ok(SmtpMailer {
            transport: builder.build(),
            from,
            reply_to,
        })
    }

    fn message(&self, mail: &Outgoing) -> Result<Message, MailError> {
        let never = |error: &dyn std::fmt::Display| MailError::Never(error.to_string());
        let to: Address = mail.to.parse().map_err(|error| never(&error))?;
        let id = format!("<{}@{}>", mail.message_id, self.from.email.domain());
        let mut builder = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(mail.subject.clone())
            .message_id(Some(id))
            .raw_header(raw("Content-Language", mail.language))
            .raw_header(raw("Auto-Submitted", "auto-generated"));
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(reply_to.clone());
        }
        if let Some(url) = &mail.way_out_url {
            builder = builder
                .raw_header(raw("List-Unsubscribe", &format!("<{url}>")))
                .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }
        builder
            .multipart(MultiPart::alternative_plain_html(
                mail.text.clone(),
                mail.html.clone(),
            ))
            .map_err(|error| never(&error))
    }
}

/// The relay's 55x answers concern the address (RFC 5321 §4.2.3); other refusals, such as a wrong password, concern us
/// and every mail, so they are tried again.
fn is_about_the_address(error: &lettre::transport::smtp::Error) -> bool {
    error
        .status()
        .is_some_and(|code| (550..=559).contains(&u16::from(code)))
}

fn raw(name: &'static str, value: &str) -> header::HeaderValue {
    header::HeaderValue::new(
        header::HeaderName::new_from_ascii_str(name),
        value.to_owned(),
    )
}

impl Mailer for SmtpMailer {
    fn send<'a>(
        &'a self,
        mail: &'a Outgoing,
    ) -> Pin<Box<dyn Future<Output = Result<(), MailError>> + Send + 'a>> {
        Box::pin(async move {
            let message = self.message(mail)?;
            match self.transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) if is_about_the_address(&error) => {
                    Err(MailError::Never(error.to_string()))
                }
                Err(error) => Err(MailError::Later(error.to_string())),
            }
        })
    }
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
