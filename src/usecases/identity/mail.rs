//! Signing in by e-mail: a code is sent, then typed in where it began, or the link's button is pressed anywhere.
//!
//! The code opens only the browser that asked for it. The link opens the browser in which its button is pressed, since
//! whoever holds it reads that mailbox; whoever merely asked for it gets nothing by someone else pressing it.

use super::{
    joining::{NotAdded, add_address},
    new_token,
    sessions::{Entered, Entry, Proof, enter},
    token_hash,
};
use crate::{
    domain::{
        email::Email,
        identity::{IdentityKind, TrustLevel},
        ids::{FormId, JoiningId, PersonId, SignInId},
        keys::Keys,
        news::{MailRole, NewsFacts, NewsKind, SignInLetter},
        people::Profile,
        sign_in::{Code, MAX_PER_ADDRESS, MAX_PER_CLIENT, MAX_TRIES, SIGN_IN_SECONDS, Wish},
    },
    store::{
        db::{StoreError, Tx},
        form_posts,
        mails::{NewMail, insert_mail},
        sign_ins::{self, NewSignIn, SignIn},
    },
    usecases::{env::Env, mails::send_soon},
};

/// A sign-in by e-mail that is asked for.
#[derive(Debug)]
pub struct BeginByMail<'a> {
    /// The address.
    pub email: Email,
    /// The form it was asked with: pressed twice, one mail is sent.
    pub form_id: Option<FormId>,
    /// The hash of the token that names the browser.
    pub browser_hash: Vec<u8>,
    /// The mark of the network address.
    pub client: [u8; 32],
    /// The language of the mail and of what follows.
    pub locale: &'a str,
    /// The path of the link without its token: `/sv/logga-in/lank/`.
    pub link_path: String,
    /// What the person was about to do.
    pub wish: Wish,
    /// The account the address is to be added to; `None` to sign in with it.
    pub add_to: Option<PersonId>,
}

/// What the browser that confirms came with.
#[derive(Debug, Default)]
pub struct Came {
    /// The hash of its session's token, in force or not.
    pub old_session: Option<Vec<u8>>,
    /// Who is signed in.
    pub person: Option<PersonId>,
    /// How she proved who she is.
    pub level: Option<TrustLevel>,
}

/// What proving who one is led to.
#[derive(Debug)]
pub enum Confirmed {
    /// A session has begun.
    LetIn(Entered),
    /// The address was added to the account of the one who is signed in.
    Added,
    /// It may not be added.
    NotAdded(NotAdded),
    /// It opens another account of the one who is signed in: she is asked whether the two are to be one.
    ToJoin {
        /// The question.
        id: JoiningId,
        /// Her session, with a new token.
        renewed: Entered,
    },
}

/// Why no code is sent.
#[derive(Debug, thiserror::Error)]
pub enum BeginProblem {
    /// The address has been sent as many codes as it may in an hour.
    #[error("too many codes for this address")]
    TooManyForAddress,
    /// The network address has begun as many sign-ins as it may in an hour.
    #[error("too many sign-ins from this client")]
    TooManyForClient,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a code or link does not open.
#[derive(Debug, thiserror::Error)]
pub enum ConfirmProblem {
    /// Another code than the one sent; so many tries are left.
    #[error("wrong code")]
    Wrong {
        /// Tries left.
        left: i64,
    },
    /// All tries are used.
    #[error("all tries are used")]
    NoTriesLeft,
    /// Used, too old, unknown, or begun in another browser.
    #[error("ended")]
    Ended,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Sends a code and a link to the address, known here or not: the answer is the same.
///
/// # Errors
/// [`BeginProblem`].
pub async fn begin_by_mail(env: &Env, wish: BeginByMail<'_>) -> Result<SignInId, BeginProblem> {
    let now = env.now();
    let lookup = env.keys.lookup(IdentityKind::Mail, &wish.email.lookup());
    let lookup = lookup.newest();
    let id = SignInId(env.ids.uuid());
    let mut tx = env.db.begin().await?;
    if let Some(earlier) = claim_form(&mut tx, env, wish.form_id, id).await? {
        return Ok(earlier);
    }
    let since = now.plus_seconds(-3600);
    let (address_count, client_count) =
        sign_ins::count_since(&mut tx, Some(lookup.to_vec()), &wish.client, since).await?;
    if client_count >= MAX_PER_CLIENT {
        return Err(BeginProblem::TooManyForClient);
    }
    if address_count >= MAX_PER_ADDRESS {
        return Err(BeginProblem::TooManyForAddress);
    }
    let code = Code::from_random(env.ids.bytes());
    let token = new_token(env);
    let letter = SignInLetter {
        to: wish.email.as_str().to_owned(),
        code: code.as_str().to_owned(),
        path: format!("{}{token}", wish.link_path),
    };
    let new = NewSignIn {
        id,
        way: "email",
        browser_hash: &wish.browser_hash,
        client: &wish.client,
        lookup: Some(lookup.to_vec()),
        sealed: seal_address(env, id, &wish.email),
        person_id: wish.add_to,
        code_hash: Some(code_hash(&env.keys, &wish.browser_hash, &code)),
        link_hash: token_hash(&token),
        provider: None,
        wish: &wish.wish,
        locale: wish.locale,
        created_at: now,
        ends_at: now.plus_seconds(SIGN_IN_SECONDS),
    };
    sign_ins::insert_sign_in(&mut tx, new).await?;
    queue_letter(&mut tx, env, id, &lookup, wish.locale, &letter).await?;
    tx.commit().await?;
    Ok(id)
}

/// The sign-in that an earlier press on the same button began.
async fn claim_form(
    tx: &mut Tx,
    env: &Env,
    form_id: Option<FormId>,
    id: SignInId,
) -> Result<Option<SignInId>, StoreError> {
    let Some(form_id) = form_id else {
        return Ok(None);
    };
    let earlier = form_posts::claim(tx, form_id, env.now(), &id.to_string()).await?;
    Ok(earlier.and_then(|earlier| earlier.parse().ok()))
}

async fn queue_letter(
    tx: &mut Tx,
    env: &Env,
    id: SignInId,
    lookup: &[u8],
    locale: &str,
    letter: &SignInLetter,
) -> Result<(), StoreError> {
    let mail = NewMail {
        kind: NewsKind::SignInCode,
        topic_key: &format!("sign_in:{id}"),
        version: 1,
        recipient: lookup.to_vec(),
        role: MailRole::Oneself,
        subject_id: id.0,
        sealed: letter.seal(&env.keys, id, env.ids.bytes()),
        locale: Some(locale.to_owned()),
        facts: &NewsFacts::default(),
    };
    insert_mail(tx, mail, env.now()).await?;
    send_soon(tx, env).await
}

/// Opens the browser that began the sign-in, when the code is right.
///
/// # Errors
/// [`ConfirmProblem`].
pub async fn confirm_by_code(
    env: &Env,
    id: SignInId,
    browser_hash: &[u8],
    typed: &str,
    came: Came,
) -> Result<(Confirmed, Wish), ConfirmProblem> {
    let now = env.now();
    let mut tx = env.db.begin().await?;
    let Some(tried) = sign_ins::mark_tried(&mut tx, id, browser_hash, now, MAX_TRIES).await? else {
        let found = sign_ins::find_in_browser(&mut tx, id, browser_hash).await?;
        let is_spent = found.is_some_and(|found| found.is_live(now));
        return Err(if is_spent {
            ConfirmProblem::NoTriesLeft
        } else {
            ConfirmProblem::Ended
        });
    };
    let found = match Code::parse(typed) {
        Some(code) => {
            let hash = code_hash(&env.keys, browser_hash, &code);
            sign_ins::find_by_code(&mut tx, &hash, browser_hash, now).await?
        }
        None => None,
    };
    let Some(sign_in) = found else {
        tx.commit().await?;
        return Err(match MAX_TRIES - tried {
            0 => ConfirmProblem::NoTriesLeft,
            left => ConfirmProblem::Wrong { left },
        });
    };
    finish(tx, env, sign_in, came).await
}

/// Opens the browser in which the link's button was pressed.
///
/// # Errors
/// [`ConfirmProblem`].
pub async fn confirm_by_link(
    env: &Env,
    token: &str,
    came: Came,
) -> Result<(Confirmed, Wish), ConfirmProblem> {
    let mut tx = env.db.begin().await?;
    let found = sign_ins::find_by_link(&mut tx, &token_hash(token), "email").await?;
    let sign_in = found.ok_or(ConfirmProblem::Ended)?;
    finish(tx, env, sign_in, came).await
}

async fn finish(
    mut tx: Tx,
    env: &Env,
    sign_in: SignIn,
    came: Came,
) -> Result<(Confirmed, Wish), ConfirmProblem> {
    // Otherwise someone could add another's address to her own account by a link the other presses.
    if sign_in.person_id.is_some() && sign_in.person_id != came.person {
        return Err(ConfirmProblem::Ended);
    }
    if !sign_ins::mark_used(&mut tx, sign_in.id, env.now()).await? {
        return Err(ConfirmProblem::Ended);
    }
    let email = open_address(env, &sign_in).ok_or(ConfirmProblem::Ended)?;
    if let Some(person) = sign_in.person_id {
        let confirmed = add_address(&mut tx, env, person, &came, &email).await?;
        tx.commit().await?;
        return Ok((confirmed, sign_in.wish));
    }
    let proof = Proof {
        kind: IdentityKind::Mail,
        lookup: env.keys.lookup(IdentityKind::Mail, &email.lookup()),
        previous: None,
        profile: Profile {
            email: Some(email.as_str().to_owned()),
            ..Profile::default()
        },
    };
    let entry = Entry {
        proof,
        locale: &sign_in.locale,
        old_session: came.old_session,
    };
    let entered = enter(&mut tx, env, entry).await?;
    tx.commit().await?;
    Ok((Confirmed::LetIn(entered), sign_in.wish))
}

fn seal_address(env: &Env, id: SignInId, email: &Email) -> Vec<u8> {
    let plain = email.as_str().as_bytes();
    env.keys.seal(plain, id.0.as_bytes(), env.ids.bytes())
}

/// The address a sign-in by e-mail goes to.
pub fn open_address(env: &Env, sign_in: &SignIn) -> Option<Email> {
    let plain = env.keys.open(&sign_in.sealed, sign_in.id.0.as_bytes())?;
    String::from_utf8(plain).ok().map(Email::from_stored)
}

/// Codes have only 10⁸ values, so they are marked with a key: a dump does not give them away.
fn code_hash(keys: &Keys, browser_hash: &[u8], code: &Code) -> Vec<u8> {
    let mark = keys.mark("code", &[browser_hash, code.as_str().as_bytes()]);
    mark.to_vec()
}
