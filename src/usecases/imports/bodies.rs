//! Nämnder and bolag.

use super::Report;
use crate::{
    domain::{
        ids::BodyId,
        imports::{Bodies, ImportedBody},
        words::collation_key,
    },
    store::{
        bodies::{self, Body},
        db::{Result, Tx},
    },
    usecases::env::Env,
};
use std::collections::HashMap;

/// Writes what is new or different.
pub(super) async fn write(tx: &mut Tx, env: &Env, rows: Bodies) -> Result<Report> {
    let mut report = Report {
        read: rows.bodies.len() + rows.former_names.len() + rows.topics.len(),
        ..Report::default()
    };
    let held: HashMap<String, Body> = bodies::list_bodies(tx)
        .await?
        .into_iter()
        .map(|body| (body.slug.clone(), body))
        .collect();
    let mut ids = HashMap::new();
    for row in rows.bodies {
        let slug = slug(&row.name);
        let id = held
            .get(&slug)
            .map_or_else(|| BodyId(env.ids.uuid()), |body| body.id);
        ids.insert(row.name.clone(), id);
        let body = body(id, slug, row);
        if held.get(&body.slug) != Some(&body) {
            bodies::write_body(tx, &body).await?;
            report.written += 1;
        }
    }
    let held = bodies::list_former_names(tx).await?;
    for row in rows.former_names {
        let today = row.today.and_then(|name| ids.get(&name).copied());
        if held.get(&row.name) != Some(&today) {
            bodies::write_former_name(tx, &row.name, today).await?;
            report.written += 1;
        }
    }
    let held = bodies::list_topic_bodies(tx).await?;
    for row in rows.topics {
        let Some(body) = ids.get(&row.body).copied() else {
            continue;
        };
        let topic = row.topic.as_str();
        if held.get(&(topic.to_owned(), body)) != Some(&row.proposals) {
            bodies::write_topic_body(tx, topic, body, row.proposals).await?;
            report.written += 1;
        }
    }
    Ok(report)
}

fn body(id: BodyId, slug: String, row: ImportedBody) -> Body {
    Body {
        id,
        slug,
        sort_key: collation_key(&row.name),
        name: row.name,
        kind: row.kind.as_str().to_owned(),
        administration: row.administration,
        diary_prefix: row.diary_prefix,
        responsibility: row.responsibility,
        source: row.source,
    }
}

/// The body's word in addresses: its name in small letters without å, ä, ö and what stands in brackets.
fn slug(name: &str) -> String {
    let name = name.split(" (").next().unwrap_or(name).to_lowercase();
    let plain: String = name
        .chars()
        .map(|c| match c {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            'é' => 'e',
            c if c.is_ascii_alphanumeric() => c,
            _ => '-',
        })
        .collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// The key of today's body for every name that data may hold: today's, with or without brackets, and former ones.
pub(super) async fn by_any_name(tx: &mut Tx) -> Result<HashMap<String, BodyId>> {
    let mut ids: HashMap<String, BodyId> = bodies::list_former_names(tx)
        .await?
        .into_iter()
        .filter_map(|(name, body)| Some((name, body?)))
        .collect();
    for body in bodies::list_bodies(tx).await? {
        if let Some((legal, _)) = body.name.split_once(" (") {
            ids.insert(legal.to_owned(), body.id);
        }
        ids.insert(body.name, body.id);
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn an_address_holds_plain_letters_only() {
        assert_eq!(
            slug("Nämnden för demokrati och medborgarservice"),
            "namnden-for-demokrati-och-medborgarservice"
        );
        assert_eq!(
            slug("Äldre samt vård- och omsorgsnämnden"),
            "aldre-samt-vard-och-omsorgsnamnden"
        );
        assert_eq!(
            slug("Bostads AB Poseidon (Poseidon)"),
            "bostads-ab-poseidon"
        );
    }
}
