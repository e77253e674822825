//! A form posted when the session had ended is kept for its browser, until the person has signed in and come back to it.
//!
//! It changes nothing else: whether she may see and save it is asked again when she is signed in.

use super::env::Env;
use crate::store::{
    db::Result,
    kept_forms::{self, KeptKey},
};
use serde::{Serialize, de::DeserializeOwned};

/// So long it is kept, in seconds: as long as the browser is known by the cookie of its sign-in.
pub const KEPT_SECONDS: i64 = 3600;

/// Keeps what was typed.
///
/// # Errors
/// What the store refuses.
pub async fn keep(env: &Env, key: &KeptKey, form: &impl Serialize) -> Result<()> {
    let sealed = env.keys.seal_json(form, &about(key), env.ids.bytes());
    let mut tx = env.db.begin().await?;
    kept_forms::upsert_form(&mut tx, key, sealed, env.now()).await?;
    tx.commit().await
}

/// What was typed, if it is kept still.
///
/// # Errors
/// What the store refuses.
pub async fn find<F: DeserializeOwned>(env: &Env, key: &KeptKey) -> Result<Option<F>> {
    let mut tx = env.db.begin_read().await?;
    let since = env.now().plus_seconds(-KEPT_SECONDS);
    let sealed = kept_forms::find_form(&mut tx, key, since).await?;
    let plain = sealed.and_then(|sealed| env.keys.open(&sealed, &about(key)));
    Ok(plain.and_then(|plain| serde_json::from_slice(&plain).ok()))
}

/// Forgets it, when the form has been posted again.
///
/// # Errors
/// What the store refuses.
pub async fn forget(env: &Env, key: &KeptKey) -> Result<()> {
    let mut tx = env.db.begin().await?;
    kept_forms::delete_form(&mut tx, key).await?;
    tx.commit().await
}

/// What the seal is bound to: the browser and the form.
fn about(key: &KeptKey) -> Vec<u8> {
    [key.browser_hash.as_slice(), key.path.as_bytes()].concat()
}
