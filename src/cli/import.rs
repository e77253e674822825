//! `torget import`: takes in the city's open data, all of a file or nothing of it.

use super::{failure::Failure, sources::Source};
use crate::{
    domain::imports::AreaFiles,
    usecases::imports::{self, BodyFiles, CITY, ImportError, Report},
};
use clap::{Args, Subcommand};
use std::{fs, path::Path, path::PathBuf};

/// What can be taken in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Everything of Göteborgs Stad that this release carries
    CityData(Source),
    /// Proposals, from a CSV with the columns of real_titles.csv
    Proposals(File),
    /// Decision texts, from a CSV with the columns of real_decisions.csv
    Decisions(File),
    /// What minutes tell, from a CSV with the columns of real_ks_case_events.csv
    CaseEvents(File),
    /// Nämnder and bolag: namnder.csv, former_names.csv, topic_to_body.csv
    Bodies(Folder),
    /// Areas: areas.csv and the three files of polygons
    Areas(Folder),
}

/// One file.
#[derive(Debug, Args)]
pub struct File {
    #[command(flatten)]
    source: Source,
    /// The file
    file: PathBuf,
}

/// Several files in a folder.
#[derive(Debug, Args)]
pub struct Folder {
    #[command(flatten)]
    source: Source,
    /// The folder; without it, the data of Göteborgs Stad that this release carries
    folder: Option<PathBuf>,
}

/// Does one of them and prints what it did.
///
/// # Errors
/// Every row that can not be read, or why the database refused.
pub async fn run(what: Import) -> Result<(), Failure> {
    let done = match what {
        Import::CityData(source) => imports::import_city_data(&source.env().await?).await,
        Import::Proposals(File { source, file }) => {
            imports::import_proposals(&source.env().await?, &read(&file)?).await
        }
        Import::Decisions(File { source, file }) => {
            imports::import_decisions(&source.env().await?, &read(&file)?).await
        }
        Import::CaseEvents(File { source, file }) => {
            imports::import_case_events(&source.env().await?, &read(&file)?).await
        }
        Import::Bodies(Folder { source, folder }) => bodies(&source, folder.as_deref()).await?,
        Import::Areas(Folder { source, folder }) => areas(&source, folder.as_deref()).await?,
    };
    print(&done?);
    Ok(())
}

type Done = Result<Report, ImportError>;

async fn bodies(source: &Source, folder: Option<&Path>) -> Result<Done, Failure> {
    let env = source.env().await?;
    let Some(folder) = folder else {
        return Ok(imports::import_bodies(&env, CITY.bodies).await);
    };
    let bodies = read(&folder.join("namnder.csv"))?;
    let former_names = read(&folder.join("former_names.csv"))?;
    let topics = read(&folder.join("topic_to_body.csv"))?;
    let files = BodyFiles {
        bodies: &bodies,
        former_names: &former_names,
        topics: &topics,
    };
    Ok(imports::import_bodies(&env, files).await)
}

async fn areas(source: &Source, folder: Option<&Path>) -> Result<Done, Failure> {
    let env = source.env().await?;
    let Some(folder) = folder else {
        return Ok(imports::import_areas(&env, CITY.areas).await);
    };
    let areas = read(&folder.join("areas.csv"))?;
    let primaromraden = read(&folder.join("primaromraden.geojson"))?;
    let mellanomraden = read(&folder.join("mellanomraden.geojson"))?;
    let stadsomraden = read(&folder.join("stadsomraden.geojson"))?;
    let files = AreaFiles {
        areas: &areas,
        primaromraden: &primaromraden,
        mellanomraden: &mellanomraden,
        stadsomraden: &stadsomraden,
    };
    Ok(imports::import_areas(&env, files).await)
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::new(format!("{}: {error}", path.display())))
}

fn print(report: &Report) {
    for remark in &report.remarks {
        println!("note: {remark}");
    }
    println!(
        "{} rows read, {} written, {} notes.",
        report.read,
        report.written,
        report.remarks.len()
    );
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Rows(rows) => {
                let lines: Vec<String> = rows.iter().map(|row| format!("\n  {row}")).collect();
                Failure::new(format!("nothing was imported:{}", lines.concat()))
            }
            ImportError::Taken(_) => Failure::new(format!("nothing was imported: {error}")),
            ImportError::Store(error) => error.into(),
        }
    }
}
