use super::*;
use crate::domain::{
    decisions::Outcome,
    ids::ProposalNumber,
    proposals::{ImportedStatus, Topic},
    time::Day,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

const TITLES: &[u8] = include_bytes!("../../../assets/data/proposals/real_titles.csv");
const DECISIONS: &[u8] = include_bytes!("../../../assets/data/proposals/real_decisions.csv");
const EVENTS: &[u8] = include_bytes!("../../../assets/data/proposals/real_ks_case_events.csv");
const NAMNDER: &[u8] = include_bytes!("../../../assets/data/org/namnder.csv");
const FORMER: &[u8] = include_bytes!("../../../assets/data/org/former_names.csv");
const TOPICS: &[u8] = include_bytes!("../../../assets/data/org/topic_to_body.csv");
const AREAS: AreaFiles<'_> = AreaFiles {
    areas: include_bytes!("../../../assets/data/geo/areas.csv"),
    primaromraden: include_bytes!("../../../assets/data/geo/primaromraden.geojson"),
    mellanomraden: include_bytes!("../../../assets/data/geo/mellanomraden.geojson"),
    stadsomraden: include_bytes!("../../../assets/data/geo/stadsomraden.geojson"),
};

fn proposals() -> Vec<ImportedProposal> {
    parse_proposals(TITLES).unwrap()
}

fn bodies() -> Bodies {
    parse_bodies(NAMNDER, FORMER, TOPICS).unwrap()
}

fn day(text: &str) -> Option<Day> {
    Day::parse(text)
}

mod faults;
mod real_data;
