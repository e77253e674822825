//! Signatures: written by the batch, read one person or one proposal at a time.

use super::{
    batch,
    db::{Result, Tx},
};
use crate::domain::{
    identity::{Residence, TrustLevel},
    ids::{ProposalId, ProposalNumber},
    stage_facts::StageFacts,
    stages::StageCode,
    time::{Day, Timestamp},
};
use serde::{Serialize, Serializer};
use sqlx::FromRow;

/// A person's pseudonym at one proposal.
pub type Pseudonym = [u8; 32];

/// Who acts on what: the key of a signature or a follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct SignerKey {
    /// The proposal.
    #[serde(serialize_with = "proposal_as_hex")]
    pub proposal: ProposalId,
    /// The person, as this proposal knows her.
    #[serde(serialize_with = "batch::as_hex")]
    pub pseudonym: Pseudonym,
}

fn proposal_as_hex<S: Serializer>(id: &ProposalId, to: S) -> std::result::Result<S::Ok, S::Error> {
    batch::id_as_hex(&id.0, to)
}

/// A signature to be kept.
#[derive(Debug, Clone, Serialize)]
pub struct NewSignature {
    /// Whose, and on what.
    #[serde(flatten)]
    pub key: SignerKey,
    /// The person's id, sealed to the proposal.
    #[serde(serialize_with = "batch::as_hex")]
    pub sealed: Vec<u8>,
    /// How the person proved who she is.
    pub level: TrustLevel,
    /// Where she said that she lives, as stored.
    pub residence: String,
    /// When the post came in.
    pub signed_at: Timestamp,
    /// The calendar day of that.
    pub signed_on: Day,
}

#[derive(FromRow)]
struct ProposalRow {
    id: ProposalId,
    number: ProposalNumber,
    stage: StageCode,
    submitted_at: Option<Timestamp>,
    answer_by: Option<Day>,
    published_on: Option<Day>,
    opens_at: Option<Timestamp>,
    closes_at: Option<Timestamp>,
    threshold: Option<i64>,
    reached_at: Option<Timestamp>,
    paused_at: Option<Timestamp>,
}

/// A proposal that a batch is about.
#[derive(Debug, Clone)]
pub struct LockedProposal {
    /// Its id.
    pub id: ProposalId,
    /// Its public number.
    pub number: ProposalNumber,
    /// Its stage, not yet checked for completeness.
    pub facts: StageFacts,
}

const LOCK_PROPOSALS_SQLITE: &str = "
    SELECT id, number, stage, submitted_at, answer_by, published_on, opens_at, closes_at, threshold,
        reached_at, paused_at
    FROM proposals WHERE id IN (SELECT unhex(value) FROM json_each($1))";
const LOCK_PROPOSALS_POSTGRES: &str = "
    SELECT id, number, stage, submitted_at, answer_by, published_on, opens_at, closes_at, threshold,
        reached_at, paused_at
    FROM proposals WHERE id = ANY (ARRAY(
        SELECT CAST(value AS uuid) FROM jsonb_array_elements_text(CAST($1 AS jsonb)) AS ids (value)))
    ORDER BY id FOR NO KEY UPDATE";

/// Reads the proposals of a batch and, on PostgreSQL, holds them in one order until the end of the transaction: neither
/// a second instance nor the closing of a proposal can come between what is read here and what is written.
///
/// # Errors
/// What the engine refuses.
pub async fn lock_proposals(tx: &mut Tx, ids: &[ProposalId]) -> Result<Vec<LockedProposal>> {
    let ids: Vec<_> = ids.iter().map(|id| id.0.simple().to_string()).collect();
    let rows: Vec<ProposalRow> = tx
        .query_each(LOCK_PROPOSALS_SQLITE, LOCK_PROPOSALS_POSTGRES)
        .bind(batch::rows("proposals", &ids)?)
        .all()
        .await?;
    Ok(rows.into_iter().map(LockedProposal::from).collect())
}

impl From<ProposalRow> for LockedProposal {
    fn from(row: ProposalRow) -> Self {
        LockedProposal {
            id: row.id,
            number: row.number,
            facts: StageFacts {
                code: row.stage,
                submitted_at: row.submitted_at,
                answer_by: row.answer_by,
                published_on: row.published_on,
                opens_at: row.opens_at,
                closes_at: row.closes_at,
                threshold: row.threshold,
                reached_at: row.reached_at,
                paused_at: row.paused_at,
            },
        }
    }
}

/// A key as rows hold it.
#[derive(FromRow)]
pub(super) struct KeyRow {
    proposal_id: ProposalId,
    pseudonym: Vec<u8>,
}

const INSERT_SIGNATURES_SQLITE: &str = "
    INSERT INTO signatures (proposal_id, pseudonym, sealed, level, residence, signed_at, signed_on)
    SELECT unhex(value ->> 'proposal'), unhex(value ->> 'pseudonym'), unhex(value ->> 'sealed'),
        value ->> 'level', value ->> 'residence', value ->> 'signed_at', value ->> 'signed_on'
    FROM json_each($1) WHERE TRUE
    ON CONFLICT (proposal_id, pseudonym) DO NOTHING
    RETURNING proposal_id, pseudonym";
const INSERT_SIGNATURES_POSTGRES: &str = "
    INSERT INTO signatures (proposal_id, pseudonym, sealed, level, residence, signed_at, signed_on)
    SELECT proposal, decode(pseudonym, 'hex'), decode(sealed, 'hex'), level, residence, signed_at, signed_on
    FROM json_to_recordset(CAST($1 AS json)) AS r (proposal uuid, pseudonym text, sealed text, level text,
        residence text, signed_at bigint, signed_on text)
    ON CONFLICT (proposal_id, pseudonym) DO NOTHING
    RETURNING proposal_id, pseudonym";

/// Keeps signatures in one statement and tells which are new; the others were there already.
///
/// # Errors
/// What the engine refuses.
pub async fn insert_signatures(tx: &mut Tx, new: &[NewSignature]) -> Result<Vec<SignerKey>> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<KeyRow> = tx
        .query_each(INSERT_SIGNATURES_SQLITE, INSERT_SIGNATURES_POSTGRES)
        .bind(batch::rows("signatures", new)?)
        .all()
        .await?;
    Ok(rows.into_iter().filter_map(KeyRow::key).collect())
}

impl KeyRow {
    pub(super) fn key(self) -> Option<SignerKey> {
        Some(SignerKey {
            proposal: self.proposal_id,
            pseudonym: self.pseudonym.try_into().ok()?,
        })
    }
}

/// A signature that was taken back: what the tallies must be lowered by.
#[derive(Debug, Clone)]
pub struct TakenBack {
    /// Whose it was, and on what.
    pub key: SignerKey,
    /// When it was given.
    pub signed_at: Timestamp,
    /// The day of that.
    pub signed_on: Day,
    /// Where she had said that she lives.
    pub residence: String,
    /// How she had proved who she is.
    pub level: TrustLevel,
}

#[derive(FromRow)]
struct TakenBackRow {
    proposal_id: ProposalId,
    pseudonym: Vec<u8>,
    signed_at: Timestamp,
    signed_on: Day,
    residence: String,
    level: TrustLevel,
}

const DELETE_SIGNATURES_SQLITE: &str = "
    DELETE FROM signatures WHERE (proposal_id, pseudonym) IN (
        SELECT unhex(value ->> 'proposal'), unhex(value ->> 'pseudonym') FROM json_each($1))
    RETURNING proposal_id, pseudonym, signed_at, signed_on, residence, level";
const DELETE_SIGNATURES_POSTGRES: &str = "
    DELETE FROM signatures WHERE (proposal_id, pseudonym) IN (
        SELECT proposal, decode(pseudonym, 'hex')
        FROM json_to_recordset(CAST($1 AS json)) AS r (proposal uuid, pseudonym text))
    RETURNING proposal_id, pseudonym, signed_at, signed_on, residence, level";

/// Removes signatures and tells which there were.
///
/// # Errors
/// What the engine refuses.
pub async fn delete_signatures(tx: &mut Tx, keys: &[SignerKey]) -> Result<Vec<TakenBack>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<TakenBackRow> = tx
        .query_each(DELETE_SIGNATURES_SQLITE, DELETE_SIGNATURES_POSTGRES)
        .bind(batch::rows("signatures", keys)?)
        .all()
        .await?;
    Ok(rows.into_iter().filter_map(TakenBackRow::read).collect())
}

impl TakenBackRow {
    fn read(self) -> Option<TakenBack> {
        Some(TakenBack {
            key: SignerKey {
                proposal: self.proposal_id,
                pseudonym: self.pseudonym.try_into().ok()?,
            },
            signed_at: self.signed_at,
            signed_on: self.signed_on,
            residence: self.residence,
            level: self.level,
        })
    }
}

/// A person's own signature on one proposal.
#[derive(Debug, Clone, FromRow)]
pub struct OwnSignature {
    /// On what.
    pub proposal_id: ProposalId,
    /// When she signed.
    pub signed_at: Timestamp,
    /// Where she said that she lives.
    pub residence: Residence,
    /// How she proved who she is.
    pub level: TrustLevel,
}

const FIND_OWN: &str = "
    SELECT proposal_id, signed_at, residence, level FROM signatures
    WHERE proposal_id = $1 AND pseudonym = $2";

/// The signature with this key, if it stands.
///
/// # Errors
/// What the engine refuses.
pub async fn find_own(tx: &mut Tx, key: &SignerKey) -> Result<Option<OwnSignature>> {
    tx.query(FIND_OWN)
        .bind(key.proposal)
        .bind(key.pseudonym.to_vec())
        .optional()
        .await
}

const LIST_OWN_SQLITE: &str = "
    SELECT proposal_id, signed_at, residence, level FROM signatures WHERE (proposal_id, pseudonym) IN (
        SELECT unhex(value ->> 'proposal'), unhex(value ->> 'pseudonym') FROM json_each($1))
    ORDER BY signed_at DESC, proposal_id";
const LIST_OWN_POSTGRES: &str = "
    SELECT proposal_id, signed_at, residence, level FROM signatures WHERE (proposal_id, pseudonym) IN (
        SELECT proposal, decode(pseudonym, 'hex')
        FROM json_to_recordset(CAST($1 AS json)) AS r (proposal uuid, pseudonym text))
    ORDER BY signed_at DESC, proposal_id";

/// The signatures that stand among these keys, newest first: with the person's keys at all proposals, all of hers.
///
/// # Errors
/// What the engine refuses.
pub async fn list_own(tx: &mut Tx, keys: &[SignerKey]) -> Result<Vec<OwnSignature>> {
    tx.query_each(LIST_OWN_SQLITE, LIST_OWN_POSTGRES)
        .bind(batch::rows("signatures", keys)?)
        .all()
        .await
}

/// One signer of one proposal, still sealed.
#[derive(Debug, Clone, FromRow)]
pub struct SealedSigner {
    /// The person, as this proposal knows her.
    pub pseudonym: Vec<u8>,
    /// The person's id, sealed to the proposal.
    pub sealed: Vec<u8>,
}

const LIST_SEALED: &str = "
    SELECT pseudonym, sealed FROM signatures
    WHERE proposal_id = $1 AND pseudonym > $2 ORDER BY pseudonym LIMIT $3";

/// The next `limit` signers of a proposal after a pseudonym (empty: from the first), for the acts that may open seals:
/// decision mail, name list, merge, joining accounts, held-for-checking.
///
/// # Errors
/// What the engine refuses.
pub async fn list_sealed(
    tx: &mut Tx,
    proposal: ProposalId,
    after: &[u8],
    limit: i64,
) -> Result<Vec<SealedSigner>> {
    tx.query(LIST_SEALED)
        .bind(proposal)
        .bind(after.to_vec())
        .bind(limit)
        .all()
        .await
}

const MARK_REACHED: &str = "UPDATE proposals SET reached_at = $1, changed_at = $2 WHERE id = $3";

/// Sets or clears the mark for having reached the threshold. The version stays: no one edits against the count.
///
/// # Errors
/// What the engine refuses.
pub async fn mark_reached(
    tx: &mut Tx,
    proposal: ProposalId,
    reached_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<()> {
    tx.query(MARK_REACHED)
        .bind(reached_at)
        .bind(now)
        .bind(proposal)
        .execute()
        .await?;
    Ok(())
}

const FIND_ID: &str = "SELECT id FROM proposals WHERE number = $1";

/// The id behind a public number; it never changes.
///
/// # Errors
/// What the engine refuses.
pub async fn find_proposal_id(tx: &mut Tx, number: ProposalNumber) -> Result<Option<ProposalId>> {
    let row: Option<(ProposalId,)> = tx.query(FIND_ID).bind(number).optional().await?;
    Ok(row.map(|(id,)| id))
}
