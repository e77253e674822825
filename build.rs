//! Builds what the binary carries inside: the typed texts, the compressed assets, the migrations.

#[path = "build/assets.rs"]
mod assets;
#[path = "build/texts.rs"]
mod texts;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=migrations");
    let out = std::path::PathBuf::from(std::env::var("OUT_DIR")?);
    texts::generate(&out)?;
    assets::generate(&out)?;
    Ok(())
}
