//! The city's data that this release carries; sources and licences lie beside the files in `assets/data`.

use super::BodyFiles;
use crate::domain::imports::AreaFiles;

/// All files of the city.
#[derive(Debug)]
pub struct CityData {
    /// Bodies, their former names, topics.
    pub bodies: BodyFiles<'static>,
    /// Areas.
    pub areas: AreaFiles<'static>,
    /// Proposals.
    pub proposals: &'static [u8],
    /// Decision texts.
    pub decisions: &'static [u8],
    /// Minutes.
    pub case_events: &'static [u8],
}

/// The city's data.
pub const CITY: CityData = CityData {
    bodies: BodyFiles {
        bodies: include_bytes!("../../../assets/data/org/namnder.csv"),
        former_names: include_bytes!("../../../assets/data/org/former_names.csv"),
        topics: include_bytes!("../../../assets/data/org/topic_to_body.csv"),
    },
    areas: AreaFiles {
        areas: include_bytes!("../../../assets/data/geo/areas.csv"),
        primaromraden: include_bytes!("../../../assets/data/geo/primaromraden.geojson"),
        mellanomraden: include_bytes!("../../../assets/data/geo/mellanomraden.geojson"),
        stadsomraden: include_bytes!("../../../assets/data/geo/stadsomraden.geojson"),
    },
    proposals: include_bytes!("../../../assets/data/proposals/real_titles.csv"),
    decisions: include_bytes!("../../../assets/data/proposals/real_decisions.csv"),
    case_events: include_bytes!("../../../assets/data/proposals/real_ks_case_events.csv"),
};
