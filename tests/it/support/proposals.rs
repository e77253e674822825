//! Proposals put straight into the database, for tests that are not about how they got there.

use super::TestApp;
use torget::domain::{
    ids::{ProposalId, ProposalNumber},
    proposals::Origin,
    stage_facts::StageFacts,
    stages::Stage,
    time::Timestamp,
};

const INSERT_PROPOSAL: &str = "
    INSERT INTO proposals (id, number, origin, version, stage, title, text, locale, author_residence,
        place_is_fallback, submitted_at, submitted_on, published_on, opens_at, closes_at, threshold,
        shown_stage, body_names, created_at, changed_at)
    VALUES ($1, $2, $3, 1, $4, $5, 'En text.', 'sv', 'not_stated',
        FALSE, $6, $7, $7, $8, $9, $10, 'collecting', '', $6, $6)";
const INSERT_COUNTS: &str = "
    INSERT INTO proposal_counts (proposal_id, imported_count, own_count, total_count, follow_count)
    VALUES ($1, $2, 0, $2, 0)";
const COUNTS: &str = "
    SELECT c.own_count, c.total_count, c.follow_count,
        (SELECT CAST(COUNT(*) AS BIGINT) FROM signatures s WHERE s.proposal_id = c.proposal_id),
        (SELECT CAST(COALESCE(SUM(t.count), 0) AS BIGINT) FROM signature_tallies t
            WHERE t.proposal_id = c.proposal_id)
    FROM proposal_counts c WHERE c.proposal_id = $1";
const REACHED_AT: &str = "SELECT reached_at FROM proposals WHERE id = $1";

/// What is kept about the signatures of a proposal.
#[derive(Debug, PartialEq, Eq)]
pub struct Counts {
    /// Own signatures as counted.
    pub own: i64,
    /// Imported and own.
    pub total: i64,
    /// Follows as counted.
    pub follows: i64,
    /// Signatures there are.
    pub rows: i64,
    /// The sum of the tallies.
    pub tallied: i64,
}

impl Counts {
    /// What it all comes to where nothing was imported and everything agrees.
    pub fn exactly(signed: i64, follows: i64) -> Self {
        Counts {
            own: signed,
            total: signed,
            follows,
            rows: signed,
            tallied: signed,
        }
    }
}

impl TestApp {
    /// A proposal published now under the rules in force, open through day 90.
    pub async fn open_proposal(&self, number: i64) -> ProposalId {
        self.open_proposal_with(number, 0).await
    }

    /// The same with so many imported signatures.
    pub async fn open_proposal_with(&self, number: i64, imported: i64) -> ProposalId {
        let now = self.env.now();
        let stage = Stage::submit(now)
            .publish(now, &self.env.rules)
            .expect("a submitted proposal can be published");
        self.proposal_in(number, &stage, imported).await
    }

    /// A proposal in this stage, which must be submitted, published or closed.
    pub async fn proposal_in(&self, number: i64, stage: &Stage, imported: i64) -> ProposalId {
        let id = ProposalId(self.env.ids.uuid());
        let facts = StageFacts::from(stage);
        let mut tx = self.env.db.begin().await.expect("the database answers");
        tx.query(INSERT_PROPOSAL)
            .bind(id)
            .bind(ProposalNumber(number))
            .bind(Origin::Own)
            .bind(facts.code)
            .bind(format!("Förslag {number}"))
            .bind(facts.submitted_at.unwrap_or_else(|| self.env.now()))
            .bind(facts.published_on)
            .bind(facts.opens_at)
            .bind(facts.closes_at)
            .bind(facts.threshold)
            .execute()
            .await
            .expect("a proposal");
        tx.query(INSERT_COUNTS)
            .bind(id)
            .bind(imported)
            .execute()
            .await
            .expect("counts");
        tx.commit().await.expect("a commit");
        id
    }

    /// What is kept about a proposal's signatures.
    pub async fn counts(&self, id: ProposalId) -> Counts {
        self.counts_and_mark(id).await.0
    }

    /// The mark for having reached the threshold.
    pub async fn reached_at(&self, id: ProposalId) -> Option<Timestamp> {
        self.counts_and_mark(id).await.1
    }

    /// Both as they were at one moment: what a killed process left to its server may still be committed.
    pub async fn counts_and_mark(&self, id: ProposalId) -> (Counts, Option<Timestamp>) {
        let mut tx = self.env.db.begin_read().await.expect("a read");
        let (own, total, follows, rows, tallied) =
            tx.query(COUNTS).bind(id).one().await.expect("counts");
        let counts = Counts {
            own,
            total,
            follows,
            rows,
            tallied,
        };
        let mark = tx.query(REACHED_AT).bind(id).one().await;
        let (reached_at,) = mark.expect("a proposal");
        (counts, reached_at)
    }
}
