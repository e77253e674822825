//! The city as the rules for a proposal's place need it: the areas in the database and the borders in the binary.

use super::imports::CITY;
use crate::{
    domain::{
        drafts::City,
        geometry::{Geography, Located, OutlineMap, Point, outlines, parse_shapes},
        identity::AreaCode,
    },
    store::{
        areas::{self, Area},
        db::{Result, Tx},
    },
};
use std::sync::LazyLock;

/// Read when the first point is asked about; a file that cannot be read fails the test below.
static BORDERS: LazyLock<Option<Geography>> = LazyLock::new(|| {
    let files = &CITY.areas;
    Some(Geography {
        primaromraden: parse_shapes(files.primaromraden).ok()?,
        mellanomraden: parse_shapes(files.mellanomraden).ok()?,
        stadsomraden: parse_shapes(files.stadsomraden).ok()?,
    })
});

/// The mellanområden people choose among.
#[derive(Debug, Clone)]
pub struct CityMap {
    /// In Swedish order of their names.
    pub areas: Vec<Area>,
}

impl CityMap {
    /// The areas as they are now.
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn read(tx: &mut Tx) -> Result<Self> {
        let areas = areas::list_by_level(tx, "mellanomrade").await?;
        Ok(CityMap { areas })
    }

    /// The name of a mellanområde.
    pub fn name_of(&self, code: &str) -> Option<&str> {
        let area = self.areas.iter().find(|area| area.code == code)?;
        Some(&area.name)
    }
}

impl City for CityMap {
    fn has_area(&self, code: &AreaCode) -> bool {
        self.name_of(code.as_str()).is_some()
    }

    fn holds(&self, point: Point) -> bool {
        locate(point).is_some()
    }
}

/// The areas a point lies in; `None` outside the city.
pub fn locate(point: Point) -> Option<Located> {
    BORDERS.as_ref()?.locate(point.latitude, point.longitude)
}

/// The city's outlines for a map to choose a point on.
pub struct CityOutline {
    /// The mellanområden, and after them the stadsområden.
    pub drawn: OutlineMap,
    /// So many of the outlines are mellanområden.
    pub parts: usize,
}

/// The width of the map in its own units, and how far lines may move when they are simplified: some 40 metres a unit.
const WIDTH: u32 = 1_000;
const TOLERANCE: f64 = 1.5;

static OUTLINE: LazyLock<Option<CityOutline>> = LazyLock::new(|| {
    let borders = BORDERS.as_ref()?;
    let shapes = [borders.mellanomraden.clone(), borders.stadsomraden.clone()].concat();
    Some(CityOutline {
        drawn: outlines(&shapes, WIDTH, TOLERANCE),
        parts: borders.mellanomraden.len(),
    })
});

/// The outlines, drawn once.
pub fn outline() -> Option<&'static CityOutline> {
    OUTLINE.as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_borders_can_be_read_and_hold_the_city_alone() {
        let point = |latitude, longitude| Point {
            longitude,
            latitude,
        };
        let found = locate(point(57.7072, 11.9668)).expect("Brunnsparken lies in Göteborg");
        assert_eq!(found.stadsomrade.len(), 2);
        assert!(
            locate(point(59.3293, 18.0686)).is_none(),
            "Stockholm does not"
        );
    }
}
