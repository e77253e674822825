//! Every release's database comes through `torget migrate` to this release's schema with nothing lost.
//!
//! `releases/VERSION.backup` is what `torget backup` made of that release's demo, with rows in every table. A release is
//! frozen by adding the next one, and is tested from then on without another line here.

use crate::support::{TestApp, both_engines, database::TestDatabase, process::Program};
use flate2::read::GzDecoder;
use serde::Deserialize;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs,
    io::Read,
    path::{Path, PathBuf},
};
use torget::{
    store::{
        backup::{self, Column, Table},
        db::Db,
        migrate,
    },
    usecases::{audit_chain::verify_log, backup::back_up, env::Env},
};

both_engines!(
    every_release_is_migrated_with_nothing_lost,
    a_migrated_schema_is_that_of_a_new_database,
);

/// Columns that a migration has dropped or given other values, by decision.
const CHANGED: &[(&str, &str)] = &[];

#[derive(Deserialize)]
struct Header {
    schema: i64,
    tables: Vec<Table>,
    migrations: BTreeMap<i64, String>,
}

/// A release's database.
struct Release {
    header: Header,
    /// The rows of each table, in the order of the header.
    rows: Vec<Vec<Vec<Value>>>,
}

impl Release {
    fn read(archive: &[u8]) -> Self {
        let mut text = String::new();
        GzDecoder::new(archive)
            .read_to_string(&mut text)
            .expect("gzip");
        let mut lines: Vec<&str> = text.lines().collect();
        lines.pop();
        let header: Header = serde_json::from_str(lines[0]).expect("a header");
        let mut rows = vec![Vec::new(); header.tables.len()];
        for line in &lines[1..] {
            let (table, row): (usize, Vec<Value>) = serde_json::from_str(line).expect("a row");
            rows[table].push(row);
        }
        Release { header, rows }
    }

    /// A database as the release left it.
    async fn restore(&self, database: &TestDatabase) -> Db {
        let db = Db::open(&database.url()).await.expect("it opens");
        let schema = migrate::run_to(&db, self.header.schema).await;
        schema.expect("the release's own migrations");
        let mut tx = db.begin().await.unwrap();
        backup::clear_seeded(&mut tx).await.unwrap();
        for (table, rows) in self.header.tables.iter().zip(&self.rows) {
            for rows in rows.chunks(100) {
                backup::write_rows(&mut tx, table, rows).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
        db
    }

    /// The rows of a table with only these columns, in an order of their own.
    fn told(&self, table: &str, columns: &[&Column]) -> Vec<String> {
        let found = |named: &&(usize, &Table)| named.1.name == table;
        let tables: Vec<(usize, &Table)> = self.header.tables.iter().enumerate().collect();
        let Some((index, own)) = tables.iter().find(found) else {
            return Vec::new();
        };
        let places: Vec<usize> = columns
            .iter()
            .filter_map(|wanted| own.columns.iter().position(|one| one.name == wanted.name))
            .collect();
        assert_eq!(places.len(), columns.len(), "{table} lost a column");
        let tell = |row: &Vec<Value>| {
            let values: Vec<&Value> = places.iter().map(|place| &row[*place]).collect();
            serde_json::to_string(&values).unwrap()
        };
        let mut told: Vec<String> = self.rows[*index].iter().map(tell).collect();
        told.sort();
        told
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/releases")
}

/// All releases, by name of file.
fn releases() -> Vec<(String, Release)> {
    let mut all: Vec<(String, Release)> = fs::read_dir(folder())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let archive = fs::read(&path).expect("an archive");
            (path.display().to_string(), Release::read(&archive))
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

async fn every_release_is_migrated_with_nothing_lost(app: TestApp) {
    let app = app.beside_a_program();
    for (name, release) in releases() {
        let database = TestDatabase::create(app.engine).await;
        let db = release.restore(&database).await;
        let before = env_on(&app, db);
        let chain = verify_log(&before).await.expect("the release's own log");
        assert!(chain.sealed > 0, "{name}");
        before.db.close().await;

        let program = Program::on(&database.url(), 1);
        let newest = format!("schema {}", migrate::newest_version());
        assert_says(&program, &["migrate"], &newest);
        assert_says(&program, &["admin", "verify-log"], "The audit log holds");
        assert_says(&program, &["admin", "recount"], " 0 repaired");

        let after = env_on(&app, Db::open(&database.url()).await.unwrap());
        assert_eq!(verify_log(&after).await.unwrap().head, chain.head);
        let mut archive = Vec::new();
        back_up(&after, &mut archive).await.unwrap();
        assert_nothing_is_lost(&name, &release, &Release::read(&archive));
        assert_it_is_shown(&app.with_env_of(after.clone()), &release).await;
        after.db.close().await;
        database.remove().await;
    }
}

fn env_on(app: &TestApp, db: Db) -> Env {
    Env {
        db,
        ..app.env.clone()
    }
}

#[track_caller]
fn assert_says(program: &Program, arguments: &[&str], words: &str) {
    let output = program.run(arguments);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    let is_well = output.status.success() && said.contains(words);
    assert!(is_well, "{arguments:?}: {said}{err}");
}

fn assert_nothing_is_lost(name: &str, old: &Release, new: &Release) {
    for table in &old.header.tables {
        let kept: Vec<&Column> = table
            .columns
            .iter()
            .filter(|column| !CHANGED.contains(&(&table.name, &column.name)))
            .collect();
        if kept.is_empty() {
            continue;
        }
        let (was, is) = (old.told(&table.name, &kept), new.told(&table.name, &kept));
        assert_eq!(was.len(), is.len(), "{name}: rows of {}", table.name);
        assert_eq!(was, is, "{name}: {}", table.name);
    }
}

/// What the release showed is shown, what was sealed can be opened.
async fn assert_it_is_shown(app: &TestApp, release: &Release) {
    let mut browser = app.browser();
    let list = browser.get("/api/v1/proposals?limit=200").await.assert_ok();
    let numbers: Vec<i64> = list.json()["proposals"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|proposal| proposal["number"].as_i64().expect("a number"))
        .collect();
    let published = |column: &&Column| ["number", "opens_at"].contains(&column.name.as_str());
    let table = release.header.tables.iter().find(|t| t.name == "proposals");
    let columns: Vec<&Column> = table.unwrap().columns.iter().filter(published).collect();
    let opened = release.told("proposals", &columns);
    let opened = opened.iter().filter(|row| !row.contains("null")).count();
    assert!(opened > 0 && numbers.len() >= opened, "{numbers:?}");
    for number in numbers {
        let page = format!("/sv/forslag/{number}");
        browser.get(&page).await.assert_ok();
    }
    browser.get("/sv/statistik").await.assert_ok();
}

async fn a_migrated_schema_is_that_of_a_new_database(app: TestApp) {
    let mut tx = app.env.db.begin_read().await.unwrap();
    let fresh = backup::list_tables(&mut tx).await.unwrap();
    drop(tx);
    for (name, release) in releases() {
        let database = TestDatabase::create(app.engine).await;
        let db = release.restore(&database).await;
        migrate::run(&db).await.unwrap();
        let mut tx = db.begin_read().await.unwrap();
        let migrated = backup::list_tables(&mut tx).await.unwrap();
        assert_eq!(migrated, fresh, "{name}");
        drop(tx);
        db.close().await;
        database.remove().await;
    }
}

/// Whoever gives the crate a new version freezes that release: see `docs/operating.md`, "A new release".
#[test]
fn this_version_is_frozen_with_rows_in_every_table() {
    let file = folder().join(concat!(env!("CARGO_PKG_VERSION"), ".backup"));
    let release = Release::read(&fs::read(&file).expect("this version's archive"));
    for (table, rows) in release.header.tables.iter().zip(&release.rows) {
        assert!(!rows.is_empty(), "{} holds no row to lose", table.name);
    }
}

/// A database that has been through a migration refuses a changed one; add another migration instead.
#[test]
fn no_released_migration_was_changed() {
    let own = migrate::checksums();
    for (name, release) in releases() {
        for (version, checksum) in &release.header.migrations {
            let is_same = own.get(version) == Some(checksum);
            assert!(is_same, "migration {version} is not that of {name}");
        }
        let last = release.header.migrations.keys().max();
        assert_eq!(last, Some(&release.header.schema), "{name}");
    }
}
