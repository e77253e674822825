//! Taking in the city's data: all of a file or nothing of it, and the same file twice changes nothing.

mod areas;
mod bodies;
mod cases;
mod city;
mod proposals;

pub use city::CITY;

use super::{
    audit::{self, Actor, Note},
    env::Env,
};
use crate::{
    domain::{
        ids::ProposalNumber,
        imports::{
            AreaFiles, Contradiction, RowError, parse_areas, parse_bodies, parse_case_events,
            parse_decisions, parse_proposals,
        },
    },
    store::{
        db::{StoreError, Tx},
        imports::list_numbers,
        page_versions::{self, PageKey},
    },
};
use serde::Serialize;

/// What an import did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows read.
    pub read: usize,
    /// Rows that were new or different, and were written.
    pub written: usize,
    /// What stands in the data and should be looked at; all of it was taken in as it stands.
    pub remarks: Vec<Remark>,
}

/// Something in the data to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// A row contradicts itself; both values are kept.
    Contradiction(Contradiction),
    /// A row is about a proposal that is not here, and was left out.
    WithoutProposal {
        /// The line.
        line: u64,
        /// The proposal.
        number: ProposalNumber,
    },
    /// A recipient that is no body of today; it is kept as written.
    NoBodyToday {
        /// As written.
        name: String,
    },
}

impl std::fmt::Display for Remark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Remark::Contradiction(found) => write!(
                f,
                "line {}: proposal {}: {}: {:?} and {:?}",
                found.line, found.number, found.kind, found.first, found.second
            ),
            Remark::WithoutProposal { line, number } => {
                write!(f, "line {line}: there is no proposal {number}; left out")
            }
            Remark::NoBodyToday { name } => {
                write!(f, "no body of today for {name:?}; kept as written")
            }
        }
    }
}

/// Why nothing was taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Rows that can not be read, every one of them.
    #[error("{} rows can not be read", .0.len())]
    Rows(Vec<RowError>),
    /// Numbers that proposals of another origin already have.
    #[error("the numbers {0:?} are taken by proposals that were not imported")]
    Taken(Vec<ProposalNumber>),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Imports proposals from a CSV with the columns of `real_titles.csv`.
///
/// # Errors
/// See [`ImportError`]; so for all imports.
pub async fn import_proposals(env: &Env, csv: &[u8]) -> Result<Report, ImportError> {
    let rows = parse_proposals(csv).map_err(ImportError::Rows)?;
    let mut tx = env.db.begin().await?;
    let report = proposals::write(&mut tx, env, &rows).await?;
    finish(tx, env, "import.proposals", report).await
}

/// Imports the committees' decision texts from a CSV with the columns of `real_decisions.csv`.
pub async fn import_decisions(env: &Env, csv: &[u8]) -> Result<Report, ImportError> {
    let rows = parse_decisions(csv).map_err(ImportError::Rows)?;
    let mut tx = env.db.begin().await?;
    let report = cases::write_decisions(&mut tx, env, rows).await?;
    finish(tx, env, "import.decisions", report).await
}

/// Imports what minutes tell of proposals from a CSV with the columns of `real_ks_case_events.csv`.
pub async fn import_case_events(env: &Env, csv: &[u8]) -> Result<Report, ImportError> {
    let rows = parse_case_events(csv).map_err(ImportError::Rows)?;
    let mut tx = env.db.begin().await?;
    let report = cases::write_events(&mut tx, env, rows).await?;
    finish(tx, env, "import.case_events", report).await
}

/// The bytes of the three files about bodies.
#[derive(Debug, Clone, Copy)]
pub struct BodyFiles<'a> {
    /// `namnder.csv`.
    pub bodies: &'a [u8],
    /// `former_names.csv`.
    pub former_names: &'a [u8],
    /// `topic_to_body.csv`.
    pub topics: &'a [u8],
}

/// Imports nämnder and bolag, their former names, and where topics went.
pub async fn import_bodies(env: &Env, files: BodyFiles<'_>) -> Result<Report, ImportError> {
    let rows =
        parse_bodies(files.bodies, files.former_names, files.topics).map_err(ImportError::Rows)?;
    let mut tx = env.db.begin().await?;
    let report = bodies::write(&mut tx, env, rows).await?;
    finish(tx, env, "import.bodies", report).await
}

/// Imports the city's areas with people and polygons.
pub async fn import_areas(env: &Env, files: AreaFiles<'_>) -> Result<Report, ImportError> {
    let rows = parse_areas(&files).map_err(ImportError::Rows)?;
    let mut tx = env.db.begin().await?;
    let report = areas::write(&mut tx, rows, &files).await?;
    finish(tx, env, "import.areas", report).await
}

/// Imports everything of the city that this release carries, unless proposals were imported before: for the demo's start.
pub async fn import_city_data_once(env: &Env) -> Result<(), ImportError> {
    let mut tx = env.db.begin_read().await?;
    let is_empty = list_numbers(&mut tx).await?.is_empty();
    drop(tx);
    if is_empty {
        import_city_data(env).await?;
    }
    Ok(())
}

/// Imports everything of the city that this release carries, in one unit of work.
pub async fn import_city_data(env: &Env) -> Result<Report, ImportError> {
    let bodies = parse_bodies(
        CITY.bodies.bodies,
        CITY.bodies.former_names,
        CITY.bodies.topics,
    )
    .map_err(ImportError::Rows)?;
    let areas = parse_areas(&CITY.areas).map_err(ImportError::Rows)?;
    let rows = parse_proposals(CITY.proposals).map_err(ImportError::Rows)?;
    let decisions = parse_decisions(CITY.decisions).map_err(ImportError::Rows)?;
    let events = parse_case_events(CITY.case_events).map_err(ImportError::Rows)?;
    let mut tx = env.db.begin().await?;
    let mut report = Report::default();
    report.add(bodies::write(&mut tx, env, bodies).await?);
    report.add(areas::write(&mut tx, areas, &CITY.areas).await?);
    report.add(proposals::write(&mut tx, env, &rows).await?);
    report.add(cases::write_decisions(&mut tx, env, decisions).await?);
    report.add(cases::write_events(&mut tx, env, events).await?);
    finish(tx, env, "import.city_data", report).await
}

impl Report {
    fn add(&mut self, other: Report) {
        self.read += other.read;
        self.written += other.written;
        self.remarks.extend(other.remarks);
    }
}

#[derive(Serialize)]
struct Facts {
    read: usize,
    written: usize,
    remarks: usize,
}

/// Notes the import and makes it durable; one that changed nothing leaves no trace.
async fn finish(
    mut tx: Tx,
    env: &Env,
    act: &'static str,
    report: Report,
) -> Result<Report, ImportError> {
    if report.written > 0 {
        let facts = Facts {
            read: report.read,
            written: report.written,
            remarks: report.remarks.len(),
        };
        let note = Note {
            act,
            subject: "import",
            facts,
            is_public: true,
        };
        audit::note(&mut tx, env, Actor::Operator, note).await?;
        page_versions::touch(&mut tx, PageKey::Everything, env.now()).await?;
    }
    tx.commit().await?;
    Ok(report)
}
