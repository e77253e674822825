//! A key for `client_key_file`, in a file of its own.

use crate::{
    cli::failure::Failure,
    domain::signing_keys::SigningKey,
    usecases::env::{Clock, Ids},
};
use clap::Args;
use std::{fs::OpenOptions, io::Write, os::unix::fs::OpenOptionsExt, path::PathBuf};

/// Where the key goes.
#[derive(Debug, Args)]
pub struct NewKey {
    /// The file to write it to, which must not exist yet
    file: PathBuf,
}

/// Makes one, readable by its owner alone.
///
/// # Errors
/// When the file exists or cannot be written.
pub fn make(new: &NewKey) -> Result<(), Failure> {
    let ids = Ids::new(Clock::system());
    let key = loop {
        if let Some(key) = SigningKey::of_bytes(&ids.bytes()) {
            break key;
        }
    };
    let pem = key.to_pem().map_err(|why| Failure::new(why.to_string()))?;
    let shown = new.file.display();
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&new.file);
    let written = file.and_then(|mut file| file.write_all(pem.as_bytes()));
    written.map_err(|error| Failure::new(format!("{shown} cannot be written: {error}")))?;
    println!("{shown} holds the key {}.", key.id());
    println!("Set client_key_file to it and client_auth to \"private_key_jwt\".");
    println!("The provider reads the public half at /.well-known/jwks.json of the site.");
    Ok(())
}
