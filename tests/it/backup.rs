//! A backup holds everything, and either engine is restored from either engine's.

use super::support::{Engine, TestApp, both_engines, database::TestDatabase};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use std::{
    io::{Cursor, Read, Write},
    sync::Arc,
};
use torget::{
    domain::{identity::TrustLevel, keys::Keys},
    store::backup::{TABLES, list_tables},
    usecases::{
        audit::{Actor, Note, note},
        audit_chain::{SETTLE_SECONDS, verify_log},
        backup::{ArchiveError, BackupError, back_up, restore},
        env::Env,
        imports::import_city_data,
    },
};

both_engines!(
    everything_comes_back_on_the_other_engine,
    a_damaged_archive_changes_nothing,
    a_wrong_secret_or_release_is_refused,
    a_database_in_use_is_not_written_over,
    every_table_has_its_place,
);

async fn archive(env: &Env) -> Vec<u8> {
    let mut bytes = Vec::new();
    back_up(env, &mut bytes).await.expect("a backup");
    bytes
}

/// The rows of an archive, one a line, in an order of their own.
fn rows(archive: &[u8]) -> Vec<String> {
    let text = unpack(archive);
    let lines: Vec<&str> = text.lines().collect();
    let mut rows: Vec<String> = lines[1..lines.len() - 1]
        .iter()
        .map(|line| (*line).to_owned())
        .collect();
    rows.retain(|row| !row.contains("backup.restore"));
    rows.sort();
    rows
}

fn unpack(archive: &[u8]) -> String {
    let mut text = String::new();
    GzDecoder::new(archive)
        .read_to_string(&mut text)
        .expect("gzip");
    text
}

fn pack(text: &str) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::fast());
    out.write_all(text.as_bytes()).expect("gzip");
    out.finish().expect("gzip")
}

/// A fresh database of the other engine, with the same keys.
async fn other(app: &TestApp) -> (TestDatabase, Env) {
    let engine = match app.engine {
        Engine::Sqlite => Engine::Postgres,
        Engine::Postgres => Engine::Sqlite,
    };
    let database = TestDatabase::create(engine).await;
    let db = database.open().await;
    (
        database,
        Env {
            db,
            ..app.env.clone()
        },
    )
}

async fn done(database: TestDatabase, env: &Env) {
    env.db.close().await;
    database.remove().await;
}

async fn used(app: &TestApp) {
    let person = app.person(1).await;
    app.signed_in(person, TrustLevel::Eid).await;
    let mut tx = app.env.db.begin().await.unwrap();
    let facts = serde_json::json!({ "words": "Blåbär \u{1F6B2} \"citat\"\n" });
    let entry = Note {
        act: "test.note",
        subject: "test",
        facts,
        is_public: true,
    };
    note(&mut tx, &app.env, Actor::Operator, entry)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    app.pass_seconds(SETTLE_SECONDS);
    app.run_jobs().await;
}

async fn everything_comes_back_on_the_other_engine(app: TestApp) {
    import_city_data(&app.env).await.expect("the city's data");
    used(&app).await;
    let before = verify_log(&app.env).await.unwrap();
    assert!(before.sealed > 0);
    let taken = archive(&app.env).await;
    let (database, restored) = other(&app).await;
    let contents = restore(&restored, Cursor::new(&taken))
        .await
        .expect("a restore");
    assert!(contents.rows > 3_000, "{}", contents.rows);
    assert_eq!(rows(&taken), rows(&archive(&restored).await));
    let after = verify_log(&restored).await.unwrap();
    assert_eq!((after.sealed, after.head), (before.sealed, before.head));
    assert_eq!(
        after.unsealed,
        before.unsealed + 1,
        "the restore itself is noted"
    );
    done(database, &restored).await;
}

async fn a_damaged_archive_changes_nothing(app: TestApp) {
    used(&app).await;
    let taken = archive(&app.env).await;
    let text = unpack(&taken);
    let last_row = text.trim_end().rfind("\n{").expect("a last line") + 1;
    let mut flipped = taken.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0x10;
    let damaged = [
        flipped,
        taken[..taken.len() - 20].to_vec(),
        pack(&text.replacen("test.note", "test.vote", 1)),
        pack(&text[..last_row]),
        pack(&text.replacen("\"torget_backup\":1", "\"torget_backup\":2", 1)),
        [taken.clone(), b"more".to_vec()].concat(),
        b"no archive".to_vec(),
        Vec::new(),
    ];
    let (database, restored) = other(&app).await;
    for (number, bytes) in damaged.into_iter().enumerate() {
        let refused = restore(&restored, Cursor::new(bytes)).await;
        assert!(
            matches!(refused, Err(BackupError::Archive(ArchiveError::Damaged(_)))),
            "{number}: {refused:?}"
        );
    }
    restore(&restored, Cursor::new(&taken))
        .await
        .expect("still empty and fit");
    done(database, &restored).await;
}

async fn a_wrong_secret_or_release_is_refused(app: TestApp) {
    let taken = archive(&app.env).await;
    let (database, restored) = other(&app).await;
    let stranger = Env {
        keys: Arc::new(Keys::derive(&[8; 32])),
        ..restored.clone()
    };
    let refused = restore(&stranger, Cursor::new(&taken)).await;
    assert!(
        matches!(refused, Err(BackupError::Secret { .. })),
        "{refused:?}"
    );
    let text = unpack(&taken);
    let schema = text.find("\"schema\":").expect("a header") + "\"schema\":".len();
    let end = schema + text[schema..].find([',', '}']).expect("a number");
    let text = format!("{}99999{}", &text[..schema], &text[end..]);
    let refused = restore(&restored, Cursor::new(pack(&text))).await;
    let is_schema = matches!(
        refused,
        Err(BackupError::Schema {
            archived: 99_999,
            ..
        })
    );
    assert!(is_schema, "{refused:?}");
    done(database, &restored).await;
}

async fn a_database_in_use_is_not_written_over(app: TestApp) {
    used(&app).await;
    let taken = archive(&app.env).await;
    let refused = restore(&app.env, Cursor::new(&taken)).await;
    assert!(
        matches!(refused, Err(BackupError::NotEmpty(_))),
        "{refused:?}"
    );
    assert_eq!(rows(&taken), rows(&archive(&app.env).await));
}

async fn every_table_has_its_place(app: TestApp) {
    let mut tx = app.env.db.begin_read().await.unwrap();
    let tables = list_tables(&mut tx)
        .await
        .expect("no table without a place");
    assert_eq!(tables.len(), TABLES.len());
    for table in &tables {
        assert!(
            !table.columns.is_empty(),
            "{} is not in the schema",
            table.name
        );
    }
    drop(tx);
    let (database, other) = other(&app).await;
    let mut tx = other.db.begin_read().await.unwrap();
    assert_eq!(
        list_tables(&mut tx).await.unwrap(),
        tables,
        "both engines have the same tables"
    );
    drop(tx);
    done(database, &other).await;
}
