//! What the catalogue of public proposals is filled from.

use super::{
    db::{Result, Tx},
    proposals::json,
};
use crate::domain::{
    catalogue::{Entry, Facts, Words},
    display::DisplayStage,
    ids::ProposalNumber,
    proposals::{Origin, Topic},
    time::{Day, Timestamp},
    words::index_text,
};
use sqlx::FromRow;

/// A proposal with everything it can be found by.
#[derive(Debug, FromRow)]
pub struct Searchable {
    number: ProposalNumber,
    origin: Origin,
    shown_stage: DisplayStage,
    topic: Option<Topic>,
    title: String,
    text: Option<String>,
    body_names: String,
    place_text: Option<String>,
    place_primar: Option<String>,
    place_mellan: Option<String>,
    place_stad: Option<String>,
    submitted_on: Option<Day>,
    published_on: Option<Day>,
    closes_at: Option<Timestamp>,
    decided_on: Option<Day>,
    changed_at: Timestamp,
    threshold: Option<i64>,
    import_reached: Option<bool>,
    total_count: Option<i64>,
    area_names: Option<String>,
    body_slugs: Option<String>,
    bodies_today: Option<String>,
    imported_decision: Option<String>,
    reasons: Option<String>,
}

impl Searchable {
    /// What lists filter by and sort by.
    pub fn facts(&self) -> Facts {
        let areas = [&self.place_primar, &self.place_mellan, &self.place_stad];
        let slugs = self.body_slugs.as_deref().unwrap_or_default();
        Facts {
            number: self.number,
            origin: self.origin,
            stage: self.shown_stage,
            topic: self.topic,
            bodies: slugs
                .split(',')
                .filter(|slug| !slug.is_empty())
                .map(str::to_owned)
                .collect(),
            areas: areas.into_iter().flatten().cloned().collect(),
            submitted_on: self.submitted_on,
            published_on: self.published_on,
            closes_at: self.closes_at,
            decided_on: self.decided_on,
            count: self.total_count,
            reached: self.reached(),
            changed_at: self.changed_at,
        }
    }

    /// An import says so itself; otherwise the count does.
    fn reached(&self) -> bool {
        self.import_reached.unwrap_or_else(|| {
            self.total_count
                .zip(self.threshold)
                .is_some_and(|(count, threshold)| count >= threshold)
        })
    }

    /// The whole entry: analyses every word, so only for what is new or changed.
    pub fn into_entry(self) -> Entry {
        let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
        let about = index_text(&[
            self.topic.map(Topic::import_label).unwrap_or_default(),
            &self.body_names,
            &or_empty(&self.bodies_today),
            &or_empty(&self.place_text),
            &or_empty(&self.area_names),
            &or_empty(&self.text),
        ]);
        let decision = index_text(&[&or_empty(&self.imported_decision), &or_empty(&self.reasons)]);
        Entry {
            facts: self.facts(),
            words: Words {
                title: index_text(&[&self.title]),
                about: distinct(&about),
                decision: distinct(&decision),
            },
            title: self.title,
        }
    }
}

/// Each word once: where a word stands a hundred times says nothing more in a ranking, and costs memory.
fn distinct(words: &str) -> String {
    let mut seen = std::collections::HashSet::new();
    let kept: Vec<&str> = words.split(' ').filter(|word| seen.insert(*word)).collect();
    kept.join(" ")
}

const LIST_PUBLIC: &str = "
    SELECT p.number, p.origin, p.shown_stage, p.topic, p.title, p.text, p.body_names, p.place_text,
        p.place_primar, p.place_mellan, p.place_stad, p.submitted_on, p.published_on, p.closes_at, p.decided_on,
        p.changed_at, p.threshold, p.import_reached, c.total_count,
        (SELECT string_agg(a.name, ' ') FROM areas a
         WHERE a.code IN (p.place_primar, p.place_mellan, p.place_stad)) AS area_names,
        (SELECT string_agg(b.slug, ',') FROM proposal_bodies r JOIN bodies b ON b.id = r.body_id
         WHERE r.proposal_id = p.id) AS body_slugs,
        (SELECT string_agg(b.name, ' ') FROM proposal_bodies r JOIN bodies b ON b.id = r.body_id
         WHERE r.proposal_id = p.id) AS bodies_today,
        (SELECT d.text FROM imported_decisions d WHERE d.proposal_id = p.id) AS imported_decision,
        (SELECT string_agg(d.reason, ' ') FROM decisions d JOIN cases k ON k.id = d.case_id
         WHERE k.proposal_id = p.id) AS reasons
    FROM proposals p LEFT JOIN proposal_counts c ON c.proposal_id = p.id
    WHERE p.stage IN ('published', 'closed_below', 'closed_reached', 'imported')";

/// All public proposals.
///
/// # Errors
/// What the engine refuses.
pub async fn list_public(tx: &mut Tx) -> Result<Vec<Searchable>> {
    tx.query(LIST_PUBLIC).all().await
}

const LIST_CHANGED_SQLITE: &str = "
    SELECT p.number, p.origin, p.shown_stage, p.topic, p.title, p.text, p.body_names, p.place_text,
        p.place_primar, p.place_mellan, p.place_stad, p.submitted_on, p.published_on, p.closes_at, p.decided_on,
        p.changed_at, p.threshold, p.import_reached, c.total_count,
        (SELECT string_agg(a.name, ' ') FROM areas a
         WHERE a.code IN (p.place_primar, p.place_mellan, p.place_stad)) AS area_names,
        (SELECT string_agg(b.slug, ',') FROM proposal_bodies r JOIN bodies b ON b.id = r.body_id
         WHERE r.proposal_id = p.id) AS body_slugs,
        (SELECT string_agg(b.name, ' ') FROM proposal_bodies r JOIN bodies b ON b.id = r.body_id
         WHERE r.proposal_id = p.id) AS bodies_today,
        (SELECT d.text FROM imported_decisions d WHERE d.proposal_id = p.id) AS imported_decision,
        (SELECT string_agg(d.reason, ' ') FROM decisions d JOIN cases k ON k.id = d.case_id
         WHERE k.proposal_id = p.id) AS reasons
    FROM proposals p LEFT JOIN proposal_counts c ON c.proposal_id = p.id
    WHERE p.number IN (SELECT value FROM json_each($1))";
const LIST_CHANGED_POSTGRES: &str = "
    SELECT p.number, p.origin, p.shown_stage, p.topic, p.title, p.text, p.body_names, p.place_text,
        p.place_primar, p.place_mellan, p.place_stad, p.submitted_on, p.published_on, p.closes_at, p.decided_on,
        p.changed_at, p.threshold, p.import_reached, c.total_count,
        (SELECT string_agg(a.name, ' ') FROM areas a
         WHERE a.code IN (p.place_primar, p.place_mellan, p.place_stad)) AS area_names,
        (SELECT string_agg(b.slug, ',') FROM proposal_bodies r JOIN bodies b ON b.id = r.body_id
         WHERE r.proposal_id = p.id) AS body_slugs,
        (SELECT string_agg(b.name, ' ') FROM proposal_bodies r JOIN bodies b ON b.id = r.body_id
         WHERE r.proposal_id = p.id) AS bodies_today,
        (SELECT d.text FROM imported_decisions d WHERE d.proposal_id = p.id) AS imported_decision,
        (SELECT string_agg(d.reason, ' ') FROM decisions d JOIN cases k ON k.id = d.case_id
         WHERE k.proposal_id = p.id) AS reasons
    FROM proposals p LEFT JOIN proposal_counts c ON c.proposal_id = p.id
    WHERE p.number IN (SELECT CAST(value AS BIGINT) FROM jsonb_array_elements_text($1::jsonb))";

/// The proposals with these numbers, public or not.
///
/// # Errors
/// What the engine refuses.
pub async fn list_changed(tx: &mut Tx, numbers: &[ProposalNumber]) -> Result<Vec<Searchable>> {
    tx.query_each(LIST_CHANGED_SQLITE, LIST_CHANGED_POSTGRES)
        .bind(json(numbers)?)
        .all()
        .await
}
