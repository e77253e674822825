//! Signing in by e-legitimation. The number is looked up under K_id and forgotten; it is never stored or logged.

use super::{
    joining::add_or_ask,
    mail::{Came, Confirmed},
    new_token,
    sessions::{Entry, Proof, enter},
    token_hash,
};
use crate::{
    domain::{
        identity::IdentityKind,
        ids::{PersonId, SignInId},
        keys::Lookup,
        people::Profile,
        personnummer::{Admitted, Personnummer},
        sign_in::{MAX_PER_CLIENT, SIGN_IN_SECONDS, Wish},
    },
    outside::e_legitimation::{
        Answer, Departure, ELegitimation, EidProblem, Moment, Proven, ProvenIdentity, Providers,
        Reader, Visit,
    },
    store::{
        db::StoreError,
        sign_ins::{self, NewSignIn, SignIn},
    },
    usecases::env::Env,
};
use serde::{Deserialize, Serialize};

/// A visit to a provider that is asked for.
#[derive(Debug)]
pub struct BeginByEid<'a> {
    /// The hash of the token that names the browser.
    pub browser_hash: Vec<u8>,
    /// The mark of the network address.
    pub client: [u8; 32],
    /// The language of what follows.
    pub locale: &'a str,
    /// What the provider may show the person about why.
    pub message: &'a str,
    /// Where the provider sends people back.
    pub redirect_uri: String,
    /// What the person was about to do.
    pub wish: Wish,
    /// The account the e-legitimation is to be added to; `None` to sign in with it.
    pub add_to: Option<PersonId>,
}

/// Why nobody was let in by e-legitimation.
#[derive(Debug, thiserror::Error)]
pub enum EidSignInProblem {
    /// The network address has begun as many sign-ins as it may in an hour.
    #[error("too many sign-ins from this client")]
    TooManyForClient,
    /// The provider, or its answer.
    #[error(transparent)]
    Eid(#[from] EidProblem),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What is kept sealed of a visit until its answer comes.
#[derive(Serialize, Deserialize)]
struct Kept {
    nonce: String,
    verifier: String,
    redirect_uri: String,
}

/// Begins a visit; tells how the browser goes to the provider.
///
/// # Errors
/// [`EidSignInProblem`].
pub async fn begin_by_eid(
    env: &Env,
    provider: &dyn ELegitimation,
    asked: BeginByEid<'_>,
) -> Result<Departure, EidSignInProblem> {
    let now = env.now();
    let visit = Visit {
        state: new_token(env),
        nonce: new_token(env),
        verifier: new_token(env),
        redirect_uri: asked.redirect_uri,
    };
    let reader = Reader {
        language: asked.locale,
        message: asked.message,
    };
    let departure = provider.begin(&visit, reader, moment(env)).await?;
    let mut tx = env.db.begin().await?;
    let since = now.plus_seconds(-3600);
    let (_, begun) = sign_ins::count_since(&mut tx, None, &asked.client, since).await?;
    if begun >= MAX_PER_CLIENT {
        return Err(EidSignInProblem::TooManyForClient);
    }
    let id = SignInId(env.ids.uuid());
    let new = NewSignIn {
        id,
        way: "eid",
        browser_hash: &asked.browser_hash,
        client: &asked.client,
        lookup: None,
        sealed: seal(env, id, &visit),
        person_id: asked.add_to,
        code_hash: None,
        link_hash: token_hash(&visit.state),
        provider: Some(provider.code().to_owned()),
        wish: &asked.wish,
        locale: asked.locale,
        created_at: now,
        ends_at: now.plus_seconds(SIGN_IN_SECONDS),
    };
    sign_ins::insert_sign_in(&mut tx, new).await?;
    tx.commit().await?;
    Ok(departure)
}

/// The visit an answer belongs to, used up: no answer is taken twice.
///
/// # Errors
/// [`EidProblem::Refused`] when this browser began no such visit, or it has ended.
pub async fn take_visit(
    env: &Env,
    state: &str,
    browser_hash: &[u8],
) -> Result<SignIn, EidSignInProblem> {
    let refused = |why: &str| EidProblem::Refused(why.to_owned());
    let now = env.now();
    let mut tx = env.db.begin().await?;
    let found = sign_ins::find_by_link(&mut tx, &token_hash(state), "eid").await?;
    let visit = found.ok_or_else(|| refused("unknown state"))?;
    if visit.browser_hash != browser_hash {
        return Err(refused("the state belongs to another browser").into());
    }
    if !sign_ins::mark_used(&mut tx, visit.id, now).await? {
        return Err(refused("the state is used or too old").into());
    }
    tx.commit().await?;
    Ok(visit)
}

/// Exchanges the answer to a visit for a session, or adds the e-legitimation to the account of the one who is signed in.
///
/// # Errors
/// [`EidSignInProblem`].
pub async fn finish_by_eid(
    env: &Env,
    providers: &Providers,
    sign_in: &SignIn,
    answer: &Answer,
    came: Came,
) -> Result<Confirmed, EidSignInProblem> {
    if !answer.error.is_empty() {
        return Err(EidProblem::of_error(&answer.error).into());
    }
    let refused = || EidProblem::Refused("the visit cannot be read".to_owned());
    let code = sign_in.provider.as_deref().unwrap_or_default();
    let provider = providers.find(code).ok_or_else(refused)?;
    if sign_in.person_id.is_some() && sign_in.person_id != came.person {
        return Err(refused().into());
    }
    let visit = open(env, sign_in, &answer.state).ok_or_else(refused)?;
    let proven = provider.finish(&visit, answer, moment(env)).await?;
    let entry = Entry {
        proof: proof(env, proven)?,
        locale: &sign_in.locale,
        old_session: came.old_session.clone(),
    };
    let mut tx = env.db.begin().await?;
    if let Some(person) = sign_in.person_id {
        let question = add_or_ask(&mut tx, env, person, &came, (&entry.proof, None)).await?;
        if let Some(question) = question {
            tx.commit().await?;
            return Ok(question);
        }
    }
    let entered = enter(&mut tx, env, entry).await?;
    tx.commit().await?;
    Ok(Confirmed::LetIn(entered))
}

fn moment(env: &Env) -> Moment {
    Moment {
        now: env.now(),
        unique: new_token(env),
    }
}

/// What she proved, looked up; a coordination number she had before is one more value of hers.
fn proof(env: &Env, proven: Proven) -> Result<Proof, EidProblem> {
    let (kind, lookup) = match proven.identity {
        ProvenIdentity::Swedish(number) => (IdentityKind::Se, lookup_number(env, number)?),
        ProvenIdentity::Foreign(foreign) => {
            let prid = foreign.prid.reveal();
            (IdentityKind::Eu, env.keys.lookup(IdentityKind::Eu, prid))
        }
    };
    let previous = proven.previous.map(|number| lookup_number(env, number));
    Ok(Proof {
        kind,
        lookup,
        previous: previous.transpose()?,
        profile: Profile {
            first_name: proven.given_name,
            last_name: proven.family_name,
            ort: String::new(),
            email: None,
        },
    })
}

/// Production takes no test number; the demo and tests take nothing else, so that no real number is ever typed there.
fn lookup_number(env: &Env, number: Personnummer) -> Result<Lookup, EidProblem> {
    let admitted = if env.is_production {
        Admitted::Real
    } else {
        Admitted::Test
    };
    let number = number.admit(admitted).map_err(|_| EidProblem::NoNumber)?;
    let digits = std::str::from_utf8(number.reveal()).map_err(|_| EidProblem::NoNumber)?;
    Ok(env.keys.lookup(IdentityKind::Se, digits))
}

fn seal(env: &Env, id: SignInId, visit: &Visit) -> Vec<u8> {
    let kept = Kept {
        nonce: visit.nonce.clone(),
        verifier: visit.verifier.clone(),
        redirect_uri: visit.redirect_uri.clone(),
    };
    env.keys.seal_json(&kept, id.0.as_bytes(), env.ids.bytes())
}

fn open(env: &Env, sign_in: &SignIn, state: &str) -> Option<Visit> {
    let plain = env.keys.open(&sign_in.sealed, sign_in.id.0.as_bytes())?;
    let kept: Kept = serde_json::from_slice(&plain).ok()?;
    Some(Visit {
        state: state.to_owned(),
        nonce: kept.nonce,
        verifier: kept.verifier,
        redirect_uri: kept.redirect_uri,
    })
}
