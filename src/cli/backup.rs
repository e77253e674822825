//! `torget backup` and `torget restore`.

use super::{failure::Failure, sources::Source};
use crate::usecases::backup::{BackupError, back_up, file_name, restore};
use clap::Args;
use std::{
    fs::{self, File, OpenOptions},
    io::BufReader,
    io::BufWriter,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

/// A command on one archive.
#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    source: Source,
    /// The archive; without a name, one with the date in this folder
    file: Option<PathBuf>,
}

/// A command on one archive.
#[derive(Debug, Args)]
pub struct Restore {
    #[command(flatten)]
    source: Source,
    /// The archive
    file: PathBuf,
}

/// Writes everything into a new file that only its owner may read; an old one is never written over, and a half-written
/// one never bears the name.
///
/// # Errors
/// When the database or the file refuses.
pub async fn write(args: &Backup) -> Result<(), Failure> {
    let env = args.source.env().await?;
    let path = match &args.file {
        Some(path) => path.clone(),
        None => PathBuf::from(file_name(env.now())),
    };
    if path.exists() {
        return Err(Failure::new(format!("{} exists already", path.display())));
    }
    let half = path.with_extension("half");
    let contents = async {
        let file = BufWriter::new(create(&half)?);
        back_up(&env, file).await.map_err(failure)
    };
    let contents = match contents.await {
        Ok(contents) => contents,
        Err(failure) => {
            let _ = fs::remove_file(&half);
            return Err(failure);
        }
    };
    File::open(&half)?.sync_all()?;
    fs::rename(&half, &path)?;
    println!("{}: {} rows.", path.display(), contents.rows);
    println!("Keep the secret elsewhere: without it the backup cannot be used.");
    Ok(())
}

/// Puts an archive into an empty database, which is migrated first.
///
/// # Errors
/// Why it was not restored.
pub async fn read(args: &Restore) -> Result<(), Failure> {
    let file = File::open(&args.file)
        .map_err(|error| Failure::new(format!("{}: {error}", args.file.display())))?;
    let env = args.source.new_env().await?;
    let contents = restore(&env, BufReader::new(file)).await.map_err(failure)?;
    println!(
        "Restored {} rows, as of {}.",
        contents.rows, contents.made_at
    );
    Ok(())
}

fn create(path: &Path) -> Result<File, Failure> {
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| Failure::new(format!("{}: {error}", path.display())))
}

fn failure(error: BackupError) -> Failure {
    match error {
        BackupError::Store(error) => error.into(),
        other => Failure::new(other.to_string()),
    }
}
