//! The city's areas.

use super::Report;
use crate::{
    domain::{
        imports::{AreaFiles, ImportedArea, ImportedAreas},
        words::collation_key,
    },
    store::{
        areas::{self, Area},
        db::{Result, Tx},
    },
};
use serde::Deserialize;
use serde_json::Value;
use std::collections::HashMap;

/// Writes what is new or different.
pub(super) async fn write(
    tx: &mut Tx,
    rows: ImportedAreas,
    files: &AreaFiles<'_>,
) -> Result<Report> {
    let mut report = Report {
        read: rows.areas.len(),
        ..Report::default()
    };
    let held: HashMap<String, Area> = areas::list_areas(tx)
        .await?
        .into_iter()
        .map(|area| (area.code.clone(), area))
        .collect();
    let held_shapes: HashMap<String, String> =
        areas::list_all_shapes(tx).await?.into_iter().collect();
    let shapes = shapes(files);
    for row in rows.areas {
        let shape = shapes.get(&(row.level.as_str(), row.code.clone())).cloned();
        let area = area(row);
        let is_same = held.get(&area.code) == Some(&area)
            && held_shapes.get(&area.code).map(String::as_str)
                == Some(shape.as_deref().unwrap_or_default());
        if !is_same {
            areas::write_area(tx, &area, shape).await?;
            report.written += 1;
        }
    }
    Ok(report)
}

fn area(row: ImportedArea) -> Area {
    let people = row.population;
    Area {
        sort_key: collation_key(&row.name),
        code: row.code,
        level: row.level.as_str().to_owned(),
        name: row.name,
        parent: row.parent,
        population: people.map(|people| people.all),
        pop_0_18: people.map(|people| people.to_18),
        pop_19_65: people.map(|people| people.to_65),
        pop_66plus: people.map(|people| people.from_66),
        population_on: people.map(|people| people.on),
    }
}

#[derive(Deserialize)]
struct Features {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Value,
}

#[derive(Deserialize)]
struct Properties {
    code: String,
}

/// The geometries, by level and code. The files were parsed before, so what can not be read here is not there.
fn shapes(files: &AreaFiles<'_>) -> HashMap<(&'static str, String), String> {
    let levels = [
        ("primaromrade", files.primaromraden),
        ("mellanomrade", files.mellanomraden),
        ("stadsomrade", files.stadsomraden),
    ];
    levels
        .into_iter()
        .flat_map(|(level, bytes)| {
            let read: Option<Features> = serde_json::from_slice(bytes).ok();
            read.map_or_else(Vec::new, |read| read.features)
                .into_iter()
                .map(move |feature| {
                    let key = (level, feature.properties.code);
                    (key, feature.geometry.to_string())
                })
        })
        .collect()
}
