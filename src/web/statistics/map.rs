//! The city as a map: mellanområden in five classes with their numbers, stadsområden as heavy lines.

use super::figures::Figures;
use crate::{
    domain::{
        geometry::{AreaShape, OutlineMap, outlines},
        statistics::{by, class},
    },
    store::{
        areas::{self, Area},
        db::{Result, Tx},
    },
    web::layout::Frame,
};
use maud::{Markup, html};
use std::collections::HashMap;

/// The width of the drawing in its own units, and how far lines may move when they are simplified.
const WIDTH: u32 = 1_000;
const TOLERANCE: f64 = 2.5;

/// The outlines of the city's areas.
pub struct CityMap {
    drawn: OutlineMap,
    /// So many of the outlines are mellanområden; the rest are stadsområden.
    parts: usize,
}

impl CityMap {
    /// Reads the shapes; `None` when the city has none.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn read(tx: &mut Tx, known: &[Area]) -> Result<Option<Self>> {
        let mut shapes = read_level(tx, known, "mellanomrade").await?;
        let parts = shapes.len();
        shapes.extend(read_level(tx, known, "stadsomrade").await?);
        Ok((parts > 0).then(|| CityMap {
            drawn: outlines(&shapes, WIDTH, TOLERANCE),
            parts,
        }))
    }

    /// Proposals on the map.
    pub fn render(&self, frame: &Frame, figures: &Figures) -> Markup {
        let counts = by(&figures.facts, |fact| fact.mellan.clone());
        let counts: HashMap<&str, i64> = counts
            .iter()
            .filter_map(|(code, totals)| Some((code.as_deref()?, totals.proposals)))
            .collect();
        let highest = counts.values().copied().max().unwrap_or(0);
        let (parts, wholes) = self.drawn.outlines.split_at(self.parts);
        let count = |code: &str| counts.get(code).copied().unwrap_or(0);
        html! {
            svg class="city-map" role="img" aria-labelledby="karta-title karta-desc"
                viewBox={ "-4 -4 " (self.drawn.width + 8) " " (self.drawn.height + 8) } {
                title id="karta-title" { (frame.t.statistics_places_caption()) }
                desc id="karta-desc" { (frame.t.statistics_map_spoken()) }
                @for area in parts {
                    @let class = class(count(&area.code), highest).unwrap_or(0);
                    path class={ "area class-" (class) } fill-rule="evenodd" d=(area.path) {}
                }
                @for area in wholes { path class="whole" d=(area.path) {} }
                @for area in parts.iter().filter(|area| count(&area.code) > 0) {
                    @let class = class(count(&area.code), highest).unwrap_or(0);
                    text class={ "on-" (class) } x=(area.label.0.round()) y=(area.label.1.round())
                        text-anchor="middle" dominant-baseline="central" { (frame.locale.number(count(&area.code))) }
                }
            }
        }
    }
}

async fn read_level(tx: &mut Tx, known: &[Area], level: &str) -> Result<Vec<AreaShape>> {
    let names: HashMap<&str, &str> = known
        .iter()
        .map(|area| (area.code.as_str(), area.name.as_str()))
        .collect();
    let shapes = areas::list_shapes(tx, level).await?;
    Ok(shapes
        .into_iter()
        .filter_map(|(code, geometry)| {
            let name = (*names.get(code.as_str())?).to_owned();
            AreaShape::from_geometry(code, name, None, &geometry)
        })
        .collect())
}
