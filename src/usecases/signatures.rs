//! Signing, taking back, following: the acts of those who stand behind a proposal.

pub mod writer;
