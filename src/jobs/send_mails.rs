//! Works the outbox: what someone waits for first. Only mails in flight at a kill may repeat, with the same Message-ID.

use super::{JobContext, JobError};
use crate::{
    domain::{
        ids::{PersonId, ProposalId},
        mail_choices::MailTopic,
        news::{MailRole, NewsKind, SignInLetter},
        people::Profile,
        sign_in::SIGN_IN_SECONDS,
    },
    i18n::Locale,
    mails::{Writing, letter::Letter, sign_in_code, write},
    outside::mailer::{MailError, Outgoing},
    store::{
        db::Tx,
        mail_choices,
        mails::{self, DueMail},
        queue::{self, Lease},
    },
    usecases::mails::{opt_out_token, send_at, send_soon},
};
use futures_util::{StreamExt, stream};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Mails claimed at once; a newer, more urgent one waits for at most so many.
const BATCH: i64 = 20;
/// Batches in one run; what is left is a new run, so that a run ends within its lease.
const BATCHES: usize = 15;
/// Mails handed over side by side.
const SIDE_BY_SIDE: usize = 8;
/// Given up after this many tries: with the back-off about a day.
const MAX_ATTEMPTS: i64 = 11;

/// Sends what is due, up to 300 mails, and completes the lease.
///
/// # Errors
/// When the store refuses or the lease was lost.
pub async fn send_mails(context: &JobContext, lease: &Lease) -> Result<(), JobError> {
    let env = &context.env;
    let mut is_more = true;
    for _ in 0..BATCHES {
        is_more = send_batch(context, lease.owner).await?;
        if !is_more {
            break;
        }
    }
    let mut tx = env.db.begin().await?;
    if is_more {
        send_soon(&mut tx, env).await?;
    }
    if !queue::complete(&mut tx, lease, env.now()).await? {
        return Err(JobError::LeaseLost);
    }
    Ok(tx.commit().await?)
}

/// What became of one mail.
enum Fate {
    Ended(&'static str, Option<String>),
    Again(String),
}

async fn send_batch(context: &JobContext, owner: Uuid) -> Result<bool, JobError> {
    let env = &context.env;
    let now = env.now();
    let mut tx = env.db.begin().await?;
    let due = mails::claim_due_mails(&mut tx, owner, now.plus_seconds(300), now, BATCH).await?;
    tx.commit().await?;
    let is_more = due.len() as i64 == BATCH;
    let fates: Vec<_> = stream::iter(due)
        .map(|mail| async move {
            let fate = send_one(context, &mail).await;
            (mail, fate)
        })
        .buffer_unordered(SIDE_BY_SIDE)
        .collect()
        .await;
    let mut tx = env.db.begin().await?;
    for (mail, fate) in fates {
        match fate? {
            Fate::Ended(outcome, error) => {
                metrics::counter!("mails_ended_total", "outcome" => outcome).increment(1);
                mails::end_mail(&mut tx, &mail, outcome, error, env.now()).await?;
            }
            Fate::Again(error) => {
                metrics::counter!("mails_postponed_total").increment(1);
                let run_at = env.now().plus_seconds(wait_seconds(&mail));
                mails::postpone_mail(&mut tx, &mail, error, run_at).await?;
                if mail.kind == NewsKind::SignInCode {
                    send_at(&mut tx, env, run_at).await?;
                }
            }
        }
    }
    tx.commit().await?;
    Ok(is_more)
}

/// Someone waits for a code, which is good for a quarter of an hour: 5, 10, 20 … seconds. News: 1, 2, 4 … minutes.
fn wait_seconds(mail: &DueMail) -> i64 {
    let doublings = (mail.attempts - 1).clamp(0, 9);
    match mail.kind {
        NewsKind::SignInCode => 5 << doublings,
        _ => 60 << doublings,
    }
}

async fn send_one(context: &JobContext, mail: &DueMail) -> Result<Fate, JobError> {
    if mail.is_superseded {
        return Ok(Fate::Ended("superseded", None));
    }
    let (to, letter) = match compose(context, mail).await? {
        Composed::Letter { to, letter } => (to, letter),
        Composed::Nothing(why) => return Ok(Fate::Ended(why, None)),
    };
    let outgoing = Outgoing {
        to,
        message_id: message_id(mail),
        language: letter.locale.code(),
        subject: letter.subject.clone(),
        text: letter.text(),
        html: letter.html(),
        way_out_url: letter.way_out_url().map(str::to_owned),
        at: context.env.now(),
    };
    Ok(match context.mailer.send(&outgoing).await {
        Ok(()) => Fate::Ended("sent", None),
        Err(MailError::Never(error)) => Fate::Ended("failed", Some(error)),
        Err(MailError::Later(error)) if mail.attempts >= MAX_ATTEMPTS => {
            Fate::Ended("failed", Some(error))
        }
        Err(MailError::Later(error)) => Fate::Again(error),
    })
}

enum Composed {
    Letter { to: String, letter: Letter },
    Nothing(&'static str),
}

async fn compose(context: &JobContext, mail: &DueMail) -> Result<Composed, JobError> {
    let keys = &context.env.keys;
    let Some(plain) = keys.open(&mail.sealed, mail.subject_id.as_bytes()) else {
        return Ok(Composed::Nothing("unreadable"));
    };
    if mail.kind == NewsKind::SignInCode {
        if mail.created_at.plus_seconds(SIGN_IN_SECONDS) <= context.env.now() {
            return Ok(Composed::Nothing("expired"));
        }
        let Ok(sign_in) = serde_json::from_slice::<SignInLetter>(&plain) else {
            return Ok(Composed::Nothing("unreadable"));
        };
        let locale = mail
            .locale
            .as_deref()
            .and_then(Locale::parse)
            .unwrap_or(Locale::DEFAULT);
        let letter = sign_in_code::write(locale, &context.base_url, &sign_in);
        return Ok(Composed::Letter {
            to: sign_in.to,
            letter,
        });
    }
    let Ok(person) = Uuid::from_slice(&plain).map(PersonId) else {
        return Ok(Composed::Nothing("unreadable"));
    };
    compose_news(context, mail, person).await
}

async fn compose_news(
    context: &JobContext,
    mail: &DueMail,
    person: PersonId,
) -> Result<Composed, JobError> {
    let env = &context.env;
    let pseudonym = env.keys.pseudonym(person, ProposalId(mail.subject_id));
    let token = opt_out_token(&pseudonym);
    let mut tx = env.db.begin_read().await?;
    let addressee = mails::find_addressee(&mut tx, person).await?;
    let has_opted_out =
        mails::has_opted_out(&mut tx, &token).await? || does_without(&mut tx, mail, person).await?;
    drop(tx);
    let Some((Some(profile), locale)) = addressee else {
        return Ok(Composed::Nothing("no_address"));
    };
    let profile = Profile::open(&env.keys, person, &profile);
    let Some(to) = profile.and_then(|profile| profile.email) else {
        return Ok(Composed::Nothing("no_address"));
    };
    let may_leave = mail.role != MailRole::Author;
    if may_leave && has_opted_out {
        return Ok(Composed::Nothing("opted_out"));
    }
    let locale = Locale::parse(&locale).unwrap_or(Locale::DEFAULT);
    let facts = mail.parsed_facts()?;
    let base_url = context.base_url.as_str();
    let writing = Writing {
        locale,
        t: locale.texts(),
        base_url,
        facts: &facts,
        role: mail.role,
    };
    let way_out = may_leave.then(|| {
        format!(
            "{base_url}/{}/utskick/{}",
            locale.code(),
            hex::encode(token)
        )
    });
    Ok(match write(mail.kind, &writing, way_out) {
        Some(letter) => Composed::Letter { to, letter },
        None => Composed::Nothing("unreadable"),
    })
}

/// Whether she has chosen to do without such news.
async fn does_without(tx: &mut Tx, mail: &DueMail, person: PersonId) -> Result<bool, JobError> {
    let Some(topic) = MailTopic::of(mail.kind, mail.role) else {
        return Ok(false);
    };
    Ok(mail_choices::list_declined(tx, person)
        .await?
        .contains(&topic))
}

/// The same for every try of the same mail, and tells nobody what it is made of.
fn message_id(mail: &DueMail) -> String {
    let mut hash = Sha256::new();
    for part in [
        mail.kind.as_str().as_bytes(),
        mail.topic_key.as_bytes(),
        &mail.recipient,
    ] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.update(mail.version.to_be_bytes());
    hex::encode(&hash.finalize()[..16])
}
