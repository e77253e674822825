//! Reads the file and lays the environment over it.

use super::{Config, check::Problem};
use secrecy::SecretString;
use serde::{Deserialize, Deserializer, de::Error};
use std::{collections::BTreeMap, fs, path::Path, str::FromStr};
use toml::{Table, Value};

/// Variables that begin like settings and are none.
const OTHER_VARIABLES: &[&str] = &["TORGET_CONFIG", "TORGET_SLOW"];
const SECTIONS: &[&str] = &[
    "site", "database", "secret", "mail", "jobs", "limits", "metrics", "log",
];

impl Config {
    /// Reads `file`, if one is given, and the variables over it.
    ///
    /// # Errors
    /// What cannot be read, each with where it stands.
    pub fn load(
        file: Option<&Path>,
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Config, Vec<Problem>> {
        let mut root = match file {
            Some(path) => read_file(path)?,
            None => Table::new(),
        };
        lay_over(&mut root, variables)?;
        let mut config: Config = Value::Table(root)
            .try_into()
            .map_err(|error| vec![unreadable("configuration", &error.to_string())])?;
        config.read_secret_file()?;
        config.read_key_files()?;
        Ok(config)
    }

    fn read_secret_file(&mut self) -> Result<(), Vec<Problem>> {
        if self.secret.file.is_empty() {
            return Ok(());
        }
        let text = fs::read_to_string(&self.secret.file)
            .map_err(|error| vec![unreadable("secret.file", &error.to_string())])?;
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        self.secret.key = SecretString::from(lines.next().unwrap_or_default().to_owned());
        let older = lines.map(|line| SecretString::from(line.to_owned()));
        let listed = std::mem::take(&mut self.secret.previous);
        self.secret.previous = older.chain(listed).collect();
        Ok(())
    }

    fn read_key_files(&mut self) -> Result<(), Vec<Problem>> {
        for (index, eid) in self.eid.iter_mut().enumerate() {
            let files = [
                ("client_key_file", &eid.client_key_file, &mut eid.client_key),
                ("other_key_file", &eid.other_key_file, &mut eid.other_key),
            ];
            for (field, file, key) in files.into_iter().filter(|(_, file, _)| !file.is_empty()) {
                let setting = format!("eid.{}.{field}", index + 1);
                let text = fs::read_to_string(file)
                    .map_err(|error| vec![unreadable(&setting, &error.to_string())])?;
                *key = SecretString::from(text);
            }
        }
        Ok(())
    }
}

fn read_file(path: &Path) -> Result<Table, Vec<Problem>> {
    let shown = path.display().to_string();
    let text =
        fs::read_to_string(path).map_err(|error| vec![unreadable(&shown, &error.to_string())])?;
    text.parse()
        .map_err(|error: toml::de::Error| vec![unreadable(&shown, error.message())])
}

/// `TORGET_SITE_BASE_URL` is `base_url` in `[site]`; `TORGET_EID_1_ISSUER` is `issuer` of one more `[[eid]]`.
fn lay_over(
    root: &mut Table,
    variables: impl IntoIterator<Item = (String, String)>,
) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    let mut eids: BTreeMap<String, Table> = BTreeMap::new();
    for (name, value) in variables {
        if name == "DATABASE_URL" {
            section(root, "database")
                .entry("url")
                .or_insert(Value::String(value));
            continue;
        }
        let Some(rest) = name.strip_prefix("TORGET_") else {
            continue;
        };
        if OTHER_VARIABLES.contains(&name.as_str()) || rest.starts_with("TEST_") {
            continue;
        }
        let rest = rest.to_ascii_lowercase();
        match rest.split_once('_') {
            Some(("eid", rest)) => {
                let (number, field) = rest.split_once('_').unwrap_or((rest, ""));
                let eid = eids.entry(number.to_owned()).or_default();
                eid.insert(field.to_owned(), Value::String(value));
            }
            Some((word, field)) if SECTIONS.contains(&word) => {
                section(root, word).insert(field.to_owned(), Value::String(value));
            }
            _ => problems.push(Problem::new(
                &name,
                "is no setting of torget. Correct its name or unset it.",
            )),
        }
    }
    if !eids.is_empty()
        && let Value::Array(list) = root.entry("eid").or_insert(Value::Array(Vec::new()))
    {
        list.extend(eids.into_values().map(Value::Table));
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

/// A section of the file, made when missing. A file that gives the name another shape is told when it is decoded.
fn section<'t>(root: &'t mut Table, name: &str) -> &'t mut Table {
    let entry = root
        .entry(name.to_owned())
        .or_insert(Value::Table(Table::new()));
    if !entry.is_table() {
        *entry = Value::Table(Table::new());
    }
    match entry {
        Value::Table(table) => table,
        _ => unreachable!("made a table above"),
    }
}

fn unreadable(name: &str, why: &str) -> Problem {
    Problem::new(name, &format!("cannot be read: {}", why.trim()))
}

/// Secrets, as a list or as text from a variable with commas between them.
pub(super) fn secrets<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<SecretString>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        List(Vec<SecretString>),
        Text(String),
    }
    Ok(match Either::deserialize(deserializer)? {
        Either::List(list) => list,
        Either::Text(text) => text
            .split(',')
            .map(|one| SecretString::from(one.trim().to_owned()))
            .collect(),
    })
}

/// A number or a truth value, as TOML writes it or as text from a variable.
pub(super) fn lenient<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + FromStr,
{
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either<T> {
        Value(T),
        Text(String),
    }
    match Either::deserialize(deserializer)? {
        Either::Value(value) => Ok(value),
        Either::Text(text) => text
            .trim()
            .parse()
            .map_err(|_| D::Error::custom(format!("{text:?} is not a fitting value"))),
    }
}
