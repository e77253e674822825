//! The city's areas: their people from a table, their polygons from GeoJSON.

use super::{
    RowError, RowReason,
    table::{Row, Table, parse_day},
};
use crate::domain::{
    codes::text_enum,
    geometry::{AreaShape, Geography, ShapeFault, parse_shapes},
    time::Day,
};
use std::collections::HashMap;

const FILE: &str = "areas.csv";
const COLUMNS: &[&str] = &[
    "level",
    "code",
    "name",
    "parent",
    "population",
    "pop_0_18",
    "pop_19_65",
    "pop_66plus",
    "year",
    "source",
];
const PRIMAR: &str = "primaromraden.geojson";
const MELLAN: &str = "mellanomraden.geojson";
const STAD: &str = "stadsomraden.geojson";

text_enum! {
    /// The levels of the city's division, the largest first.
    pub enum AreaLevel {
        /// The municipality.
        Kommun => "kommun",
        /// One of four.
        Stadsomrade => "stadsomrade",
        /// One of 36.
        Mellanomrade => "mellanomrade",
        /// One of 96.
        Primaromrade => "primaromrade",
        /// People registered in the municipality without an area; no place on the map.
        Ospecificerat => "ospecificerat",
    }
}

impl AreaLevel {
    /// Whether areas of this level have polygons here.
    pub const fn has_polygon(self) -> bool {
        matches!(
            self,
            AreaLevel::Stadsomrade | AreaLevel::Mellanomrade | AreaLevel::Primaromrade
        )
    }
}

/// How many people live in an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Population {
    /// All.
    pub all: i64,
    /// 0 to 18 years.
    pub to_18: i64,
    /// 19 to 65 years.
    pub to_65: i64,
    /// 66 years and older.
    pub from_66: i64,
    /// The day they were counted.
    pub on: Day,
}

/// An area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedArea {
    /// The level.
    pub level: AreaLevel,
    /// The city's code; the municipality's has four digits.
    pub code: String,
    /// The name.
    pub name: String,
    /// The code of the area it is part of.
    pub parent: Option<String>,
    /// The people, where they are known.
    pub population: Option<Population>,
    /// Where the row comes from.
    pub source: String,
}

/// The bytes of the four files.
#[derive(Debug, Clone, Copy)]
pub struct AreaFiles<'a> {
    /// `areas.csv`.
    pub areas: &'a [u8],
    /// `primaromraden.geojson`.
    pub primaromraden: &'a [u8],
    /// `mellanomraden.geojson`.
    pub mellanomraden: &'a [u8],
    /// `stadsomraden.geojson`.
    pub stadsomraden: &'a [u8],
}

/// The areas and their polygons; every area of a level that has polygons has one, and the reverse.
#[derive(Debug, Clone)]
pub struct ImportedAreas {
    /// All areas, an area always after the one it is part of.
    pub areas: Vec<ImportedArea>,
    /// The polygons.
    pub geography: Geography,
}

/// Reads the four files.
pub fn parse_areas(files: &AreaFiles<'_>) -> Result<ImportedAreas, Vec<RowError>> {
    let mut faults = Vec::new();
    let (areas, found) = match parse_table(files.areas) {
        Ok(areas) => (areas, Vec::new()),
        Err(found) => (Vec::new(), found),
    };
    let has_table = found.is_empty();
    faults.extend(found);
    let mut shapes = |file, bytes| {
        parse_shapes(bytes).unwrap_or_else(|fault| {
            faults.push(not_geojson(file, &fault));
            Vec::new()
        })
    };
    let geography = Geography {
        primaromraden: shapes(PRIMAR, files.primaromraden),
        mellanomraden: shapes(MELLAN, files.mellanomraden),
        stadsomraden: shapes(STAD, files.stadsomraden),
    };
    if has_table && faults.is_empty() {
        faults.extend(disagreements(&areas, &geography));
    }
    if faults.is_empty() {
        Ok(ImportedAreas { areas, geography })
    } else {
        Err(faults)
    }
}

fn parse_table(bytes: &[u8]) -> Result<Vec<ImportedArea>, Vec<RowError>> {
    let mut seen = HashMap::new();
    Table::read(FILE, bytes, COLUMNS).rows(|row| {
        let area = read(row)?;
        if seen.insert(area.code.clone(), area.level).is_some() {
            row.fault("code", RowReason::Duplicate);
        }
        let is_known = area
            .parent
            .as_ref()
            .is_none_or(|parent| seen.contains_key(parent));
        if !is_known || (area.parent.is_none() && area.level != AreaLevel::Kommun) {
            row.fault("parent", RowReason::UnknownReference);
        }
        Some(area)
    })
}

fn read(row: &mut Row<'_>) -> Option<ImportedArea> {
    let level = row.needed("level", RowReason::UnknownWord, AreaLevel::parse);
    let code = row.needed("code", RowReason::UnknownWord, |code| {
        let is_code = code.len() <= 4 && code.bytes().all(|byte| byte.is_ascii_digit());
        is_code.then(|| code.to_owned())
    });
    let name = row.required("name");
    let all = row.count("population");
    let to_18 = row.count("pop_0_18");
    let to_65 = row.count("pop_19_65");
    let from_66 = row.count("pop_66plus");
    let on = row.parsed("year", RowReason::NotADay, parse_day);
    let source = row.required("source");
    let population = match (all?, to_18?, to_65?, from_66?, on?) {
        (Some(all), Some(to_18), Some(to_65), Some(from_66), Some(on)) => Some(Population {
            all,
            to_18,
            to_65,
            from_66,
            on,
        }),
        _ => None,
    };
    Some(ImportedArea {
        level: level?,
        code: code?,
        name: name?,
        parent: row.optional("parent"),
        population,
        source: source?,
    })
}

fn not_geojson(file: &'static str, fault: &ShapeFault) -> RowError {
    let line = match fault {
        ShapeFault::NotJson { line, .. } => *line as u64,
        ShapeFault::NotFeatures | ShapeFault::NotAnArea(_) => 1,
    };
    RowError {
        file,
        line,
        column: String::new(),
        reason: RowReason::NotGeoJson,
        value: fault.to_string(),
    }
}

/// Areas without a polygon, polygons without an area, and polygons with another parent than the table says.
fn disagreements(areas: &[ImportedArea], geography: &Geography) -> Vec<RowError> {
    let levels: [(AreaLevel, &'static str, &[AreaShape]); 3] = [
        (AreaLevel::Primaromrade, PRIMAR, &geography.primaromraden),
        (AreaLevel::Mellanomrade, MELLAN, &geography.mellanomraden),
        (AreaLevel::Stadsomrade, STAD, &geography.stadsomraden),
    ];
    let mut faults = Vec::new();
    for (level, file, shapes) in levels {
        let mut note = |column: &str, reason, code: &str| {
            let (column, value) = (column.to_owned(), code.to_owned());
            faults.push(RowError {
                file,
                line: 1,
                column,
                reason,
                value,
            });
        };
        let of_level = || areas.iter().filter(|area| area.level == level);
        for shape in shapes {
            match of_level().find(|area| area.code == shape.code) {
                None => note("code", RowReason::UnknownReference, &shape.code),
                Some(area) if shape.parent.is_some() && area.parent != shape.parent => {
                    note("parent", RowReason::UnknownReference, &shape.code);
                }
                Some(_) => {}
            }
        }
        for area in of_level() {
            if !shapes.iter().any(|shape| shape.code == area.code) {
                note("code", RowReason::NoPolygon, &area.code);
            }
        }
    }
    faults
}
