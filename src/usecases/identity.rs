//! Signing in and out, what a person tells about herself, and the rights of staff.

mod details;
mod eid;
mod erasing;
mod grants;
mod joining;
mod mail;
mod own_data;
mod seed;
mod sessions;

pub use details::{Details, choose_locale, choose_mails, save_details};
pub use eid::{BeginByEid, EidSignInProblem, begin_by_eid, finish_by_eid, take_visit};
pub use erasing::{EraseProblem, erase, settle as settle_erasure};
pub use grants::{GrantProblem, grant_role, revoke_role};
pub use joining::{
    JoinProblem, NotAdded, Preview, join, keep_one_voice, preview as preview_joining,
    settle as settle_joining,
};
pub use mail::{
    BeginByMail, BeginProblem, Came, ConfirmProblem, Confirmed, begin_by_mail, confirm_by_code,
    confirm_by_link, open_address,
};
pub use own_data::{Named, OwnData, OwnProposal, OwnSignature, read_own_data};
pub use seed::seed_demo_people;
pub use sessions::{Entered, Entry, Proof, enter, note_seen, sign_out, sign_out_everywhere};

pub use crate::outside::e_legitimation::{Answer, Departure, EidProblem};
use sha2::{Digest, Sha256};

/// A random token of 256 bits as it stands in a cookie or a link: 64 hexadecimal digits.
pub fn new_token(env: &super::env::Env) -> String {
    hex::encode(env.ids.bytes::<32>())
}

/// The hash under which a token is stored; a fast one is enough for 256 random bits.
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}
