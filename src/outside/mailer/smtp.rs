//! Mail by SMTP (RFC 5321): the message, the way to the relay, and what its answers mean.

use super::{MailError, Mailer, Outgoing};
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart, header},
    transport::smtp::{
        self,
        client::{Certificate, Tls, TlsParameters},
    },
};
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use std::{error::Error, fmt, future::Future, pin::Pin};

/// How to reach the relay.
#[derive(Debug, Clone)]
pub struct SmtpSettings<'a> {
    /// `smtps://user:password@host:465` or `smtp://host:587?tls=required`.
    pub url: &'a SecretString,
    /// Who mails come from: `Torget <torget@example.se>`.
    pub from: &'a str,
    /// Where answers go; empty: to `from`.
    pub reply_to: &'a str,
    /// A PEM file with the authority that signed the relay's certificate, beside the public ones; empty: none.
    pub ca_file: &'a str,
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
        Ok(SmtpMailer {
            transport: transport(settings)?,
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

fn transport(settings: &SmtpSettings) -> Result<AsyncSmtpTransport<Tokio1Executor>, String> {
    let not_understood = "mail.smtp_url: cannot be understood";
    let url = settings.url.expose_secret();
    let builder =
        AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| not_understood)?;
    if settings.ca_file.is_empty() {
        return Ok(builder.build());
    }
    let told = |error: &dyn std::fmt::Display| format!("mail.ca_file: {error}");
    let pem = std::fs::read(settings.ca_file).map_err(|error| told(&error))?;
    let authority = Certificate::from_pem(&pem).map_err(|error| told(&error))?;
    let relay = Url::parse(url).map_err(|_| not_understood)?;
    let host = relay.host_str().ok_or(not_understood)?.to_owned();
    let parameters = TlsParameters::builder(host)
        .add_root_certificate(authority)
        .build()
        .map_err(|error| told(&error))?;
    Ok(match relay.scheme() {
        "smtps" => builder.tls(Tls::Wrapper(parameters)).build(),
        _ => builder.tls(Tls::Required(parameters)).build(),
    })
}

/// What the relay answered, without its words, which often repeat the address: `550 5.1.1`.
struct Answer {
    code: u16,
    /// RFC 3463, where the relay gives one.
    detail: String,
}

impl Answer {
    fn of(error: &smtp::Error) -> Option<Self> {
        let words = error.source().map(ToString::to_string).unwrap_or_default();
        Some(Answer {
            code: error.status()?.into(),
            detail: detail(&words).to_owned(),
        })
    }

    /// Whether this address will never take a mail: it or its mailbox is named as the reason, or nothing is and the
    /// code says so (RFC 5321 §4.2.3). Other refusals, such as a wrong password or a relay that does not know us,
    /// concern us and every mail, so they are tried again.
    fn is_about_the_address(&self) -> bool {
        match self.detail.as_str() {
            "" => matches!(self.code, 550 | 551 | 553),
            detail => {
                (500..600).contains(&self.code)
                    && (detail.starts_with("5.1.") || detail.starts_with("5.2."))
            }
        }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the relay answered {} {}", self.code, self.detail)
    }
}

/// The enhanced status code that a reply begins with, or nothing.
fn detail(words: &str) -> &str {
    let first = words.split_whitespace().next().unwrap_or_default();
    let parts: Vec<&str> = first.split('.').collect();
    let are_numbers = parts
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if parts.len() == 3 && are_numbers {
        first
    } else {
        ""
    }
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
            let Err(error) = self.transport.send(message).await else {
                return Ok(());
            };
            Err(match Answer::of(&error) {
                Some(answer) if answer.is_about_the_address() => {
                    MailError::Never(answer.to_string())
                }
                Some(answer) => MailError::Later(answer.to_string()),
                None => MailError::Later(error.to_string()),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(code: u16, words: &str) -> Answer {
        Answer {
            code,
            detail: detail(words).to_owned(),
        }
    }

    #[test]
    fn only_what_concerns_the_address_is_final() {
        for (code, words) in [
            (550, "5.1.1 <x@example.se>: unknown"),
            (550, "no such user"),
            (553, "5.1.3 bad address"),
            (552, "5.2.2 mailbox full"),
        ] {
            assert!(answer(code, words).is_about_the_address(), "{code} {words}");
        }
        for (code, words) in [
            (554, "5.7.1 <x@example.se>: relay access denied"),
            (550, "5.7.26 not authenticated"),
            (535, "5.7.8 bad password"),
            (554, "transaction failed"),
            (451, "4.7.1 greylisted"),
            (450, "4.2.1 busy"),
        ] {
            assert!(
                !answer(code, words).is_about_the_address(),
                "{code} {words}"
            );
        }
    }

    #[test]
    fn what_is_kept_of_an_answer_names_nobody() {
        let kept = answer(550, "5.1.1 <testperson2@example.se>: unknown").to_string();
        assert_eq!(kept, "the relay answered 550 5.1.1");
        assert_eq!(detail("<testperson2@example.se> is unknown"), "");
        assert_eq!(detail("1.2.x.y"), "");
    }
}
