//! The texts in `locales/` become one typed function each; a gap in any language stops the build.

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, try_build_from_locales_folder};
use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
    path::Path,
};

const LOCALES: &str = "locales";
const DEFAULT: &str = "sv";

/// Writes `texts.rs` and `texts.ftl` into `out`.
pub fn generate(out: &Path) -> Result<(), Box<dyn Error>> {
    refuse_gaps()?;
    let options = BuildOptions::default()
        .with_locales_folder(LOCALES)
        .with_output_file_path(&out.join("texts.rs").to_string_lossy())
        .with_ftl_output(FtlOutputOptions::single_file(
            &out.join("texts.ftl").to_string_lossy(),
        ))
        .with_default_language(DEFAULT)
        .with_prefix("")
        .with_lint_level(LintLevel::Strict)
        .without_bidi_isolation()
        .without_format();
    try_build_from_locales_folder(options)?;
    Ok(())
}

/// The variables of each message of one language.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// The generator only warns about a message that some language lacks or fills with other variables; here that is an error.
fn refuse_gaps() -> Result<(), Box<dyn Error>> {
    let mut languages = BTreeMap::new();
    for entry in fs::read_dir(LOCALES)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            let name = entry.file_name().to_string_lossy().into_owned();
            languages.insert(name, read_language(&entry.path())?);
        }
    }
    let contract = languages
        .get(DEFAULT)
        .ok_or("the default language has no folder")?;
    let mut gaps = Vec::new();
    for (name, messages) in &languages {
        for (key, variables) in contract {
            match messages.get(key) {
                None => gaps.push(format!("{LOCALES}/{name}: {key} is missing")),
                Some(own) if own != variables => gaps.push(format!(
                    "{LOCALES}/{name}: {key} uses {own:?}, {DEFAULT} uses {variables:?}"
                )),
                Some(_) => {}
            }
        }
        for key in messages.keys().filter(|key| !contract.contains_key(*key)) {
            gaps.push(format!("{LOCALES}/{name}: {key} is not in {DEFAULT}"));
        }
    }
    if gaps.is_empty() {
        return Ok(());
    }
    Err(format!("the languages do not match:\n{}", gaps.join("\n")).into())
}

fn read_language(folder: &Path) -> Result<Messages, Box<dyn Error>> {
    let mut messages = Messages::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            read_messages(&fs::read_to_string(&path)?, &mut messages);
        }
    }
    Ok(messages)
}

/// Reads keys and variables by line: a key starts at the margin, an attribute with a dot, everything else continues.
fn read_messages(text: &str, messages: &mut Messages) {
    let mut current = None;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let head = line.split_once('=').map(|(head, _)| head.trim_end());
        let at_margin = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
        if let Some(key) = head.filter(|_| at_margin) {
            current = Some(key.to_owned());
            messages.entry(key.to_owned()).or_default();
        } else if let (Some(attribute), Some(key)) = (
            head.filter(|head| head.trim_start().starts_with('.')),
            &current,
        ) {
            let key = format!(
                "{}{}",
                key.split('.').next().unwrap_or_default(),
                attribute.trim_start()
            );
            messages.entry(key.clone()).or_default();
            current = Some(key);
        }
        if let Some(variables) = current.as_ref().and_then(|key| messages.get_mut(key)) {
            for part in line.split('$').skip(1) {
                let end = part
                    .find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
                    .unwrap_or(part.len());
                variables.insert(part[..end].to_owned());
            }
        }
    }
}
