//! What these pages read: the proposal, and what the person herself has done with it.

use crate::{
    domain::{
        identity::Residence,
        ids::ProposalNumber,
        signatures::{Refusal, may_sign, may_take_back},
        stages::StageCode,
        time::Timestamp,
    },
    store::{
        proposals::{Proposal, find_by_number},
        signatures::OwnSignature,
    },
    usecases::signatures::{OwnState, own_state},
    web::{error::WebError, extract::Ctx},
};

/// A number from an address; anything else is an unknown page.
pub fn parse_number(text: &str) -> Result<ProposalNumber, WebError> {
    text.parse().map_err(|_| WebError::NotFound)
}

/// A proposal that the public can see, and the person's own state at it.
pub struct Seen {
    /// The proposal.
    pub proposal: Proposal,
    /// What she has done with it.
    pub own: Own,
}

/// What the person has done; nothing for one who is not signed in.
pub struct Own(Option<OwnState>);

impl Own {
    /// Her signature and whether she follows too.
    pub fn signed(&self) -> Option<(&OwnSignature, bool)> {
        let state = self.0.as_ref()?;
        Some((state.signature.as_ref()?, state.follows))
    }

    /// Whether her signature stands.
    pub fn is_some_and_signed(&self) -> bool {
        self.signed().is_some()
    }

    /// Whether she follows.
    pub fn follows(&self) -> bool {
        self.0.as_ref().is_some_and(|state| state.follows)
    }
}

/// Reads both in one transaction.
pub async fn see(ctx: &Ctx, number: ProposalNumber) -> Result<Seen, WebError> {
    let mut tx = ctx.read().await?;
    let proposal = find_by_number(&mut tx, number)
        .await?
        .ok_or(WebError::NotFound)?;
    if proposal.stage.code() == StageCode::Removed {
        return Err(WebError::Gone(String::new()));
    }
    if !proposal.stage.is_visible() {
        return Err(WebError::NotFound);
    }
    let own = match &ctx.session {
        Some(session) => {
            let state = own_state(&mut tx, &ctx.app.env, session.person, proposal.id).await?;
            Some(state)
        }
        None => None,
    };
    Ok(Seen {
        proposal,
        own: Own(own),
    })
}

impl Seen {
    /// Why this person can not sign now. One who is not signed in is only told about the proposal.
    pub fn refusal(&self, ctx: &Ctx) -> Option<Refusal> {
        let rules = &ctx.app.env.rules;
        let (level, residence) = match &ctx.session {
            Some(session) => (session.level, Residence::parse(&session.residence)),
            None => (rules.sign_level, None),
        };
        let residence = residence.unwrap_or(Residence::NotStated);
        let refused = may_sign(&self.proposal.stage, ctx.now, rules, level, &residence).err();
        refused.filter(|refusal| ctx.session.is_some() || *refusal != Refusal::NotResident)
    }

    /// Whether a signature may be taken back now.
    pub fn may_take_back(&self, now: Timestamp) -> bool {
        may_take_back(&self.proposal.stage, now).is_ok()
    }
}
