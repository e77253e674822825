//! Statements: each is a named const in `src/store`, and both databases can prepare it on a migrated schema.

use super::{
    assert_holds, example, places,
    source::{self, Fault, Source, words},
};
use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};
use torget::store::{db::Db, migrate};

/// What a statement begins with; other text constants are left alone.
const VERBS: &[&str] = &["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES"];

/// A statement in a file: where it stands and its text as the compiler sees it.
#[derive(Debug)]
struct Statement<'f> {
    file: &'f Source,
    at: usize,
    name: String,
    sql: String,
}

impl Statement<'_> {
    fn runs_on(&self, engine: &str) -> bool {
        match self.name.rsplit('_').next() {
            Some("SQLITE") => engine == "SQLite",
            Some("POSTGRES") => engine == "PostgreSQL",
            _ => true,
        }
    }
}

/// All `const NAME: &str = …;` of the store that hold SQL, from one literal or from `concat!` of literals.
fn statements(files: &[Source]) -> (Vec<Statement<'_>>, Vec<Fault>) {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for file in files.iter().filter(|file| file.layer() == "store") {
        for at in words(file.shipped(), "const") {
            let Some((name, rest)) = file.code[at + "const".len()..].split_once(':') else {
                continue;
            };
            let Some((kind, value)) = rest.split_once('=') else {
                continue;
            };
            if kind
                .trim()
                .trim_start_matches("&'static")
                .trim_start_matches('&')
                .trim()
                != "str"
            {
                continue;
            }
            let begin = file.code.len() - value.len();
            let end = begin + value.find(';').unwrap_or(value.len());
            let sql: String = file
                .texts
                .iter()
                .filter(|text| (begin..end).contains(&text.at))
                .map(|text| unescape(&text.raw))
                .collect();
            let verb = sql
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .to_uppercase();
            if !VERBS.contains(&verb.as_str()) {
                continue;
            }
            let literal: String = value[..end - begin]
                .chars()
                .filter(|c| !c.is_whitespace())
                .collect();
            if !["\"\"", "r\"\"", "r#\"\"#"].contains(&literal.as_str())
                && !literal.starts_with("concat!(")
            {
                faults.push(file.fault(at, "write the statement as one literal or concat! of literals, so that it can be checked"));
            }
            found.push(Statement {
                file,
                at,
                name: name.trim().to_owned(),
                sql,
            });
        }
    }
    (found, faults)
}

/// What a literal as written means: line continuations and the escapes that SQL texts use.
fn unescape(raw: &str) -> String {
    let mut text = String::new();
    let mut rest = raw.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next() {
                Some('\n') => while rest.next_if(|c| c.is_whitespace()).is_some() {},
                Some('n') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            c => text.push(c),
        }
    }
    text
}

/// Statements written where they run, which no rule could find.
fn unnamed(files: &[Source]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.path != "src/store/db.rs") {
        for call in [".query(", ".query_each("] {
            for (at, _) in file.shipped().match_indices(call) {
                if file.code[at + call.len()..]
                    .trim_start()
                    .starts_with(['"', 'r'])
                {
                    faults.push(
                        file.fault(at, "give the statement a name: a const beside the function"),
                    );
                }
            }
        }
    }
    faults
}

/// Prepares every statement that runs on this engine; each refusal is a fault.
async fn refused(db: &Db, files: &[Source]) -> Vec<Fault> {
    let engine = if db.is_postgres() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    let (all, mut faults) = statements(files);
    for statement in all.iter().filter(|statement| statement.runs_on(engine)) {
        let text = AssertSqlSafe(statement.sql.clone()).into_sql_str();
        let prepared = match db {
            Db::Sqlite { write, .. } => write.prepare(text).await.map(drop),
            Db::Postgres(pool) => pool.prepare(text).await.map(drop),
        };
        if let Err(error) = prepared {
            let rule = format!("{engine} refuses {}: {error}", statement.name);
            faults.push(statement.file.fault(statement.at, rule));
        }
    }
    faults
}

async fn sqlite(folder: &tempfile::TempDir) -> Db {
    let path = folder.path().join("rules.sqlite");
    let db = Db::open(&format!("sqlite:{}", path.display()))
        .await
        .expect("a new file opens");
    migrate::run(&db)
        .await
        .expect("the migrations run on SQLite");
    db
}

/// A schema of its own on the server the tests were given, removed again afterwards.
async fn on_postgres(schema: &str, files: &[Source]) -> Vec<Fault> {
    let server = std::env::var("TORGET_TEST_POSTGRES").expect(
        "TORGET_TEST_POSTGRES is not set: export TORGET_TEST_POSTGRES=$(scripts/postgres start)",
    );
    let schema = format!("{schema}_{}", std::process::id());
    let Ok(Db::Postgres(admin)) = Db::open(&server).await else {
        panic!("{server} does not answer")
    };
    let run = async |sql: String| {
        admin
            .execute(AssertSqlSafe(sql))
            .await
            .expect("schemas can be made")
    };
    run(format!("CREATE SCHEMA {schema}")).await;
    let db = Db::open(&format!("{server}?schema={schema}"))
        .await
        .expect("the schema opens");
    migrate::run(&db)
        .await
        .expect("the migrations run on PostgreSQL");
    let faults = refused(&db, files).await;
    db.close().await;
    run(format!("DROP SCHEMA {schema} CASCADE")).await;
    faults
}

#[tokio::test]
async fn sqlite_prepares_every_statement() {
    let folder = tempfile::tempdir().expect("a folder for the file");
    let db = sqlite(&folder).await;
    assert_holds(refused(&db, &source::all()).await);
}

#[tokio::test]
async fn postgres_prepares_every_statement() {
    assert_holds(on_postgres("rules_all", &source::all()).await);
}

#[test]
fn every_statement_has_a_name() {
    assert_holds(unnamed(&source::all()));
}

#[test]
fn the_store_has_statements_to_check() {
    let files = source::all();
    assert!(
        !statements(&files).0.is_empty(),
        "no statement was found in src/store"
    );
}

#[test]
fn a_nameless_statement_is_found() {
    let bad = "tx.query(FIND)\n  .one();\ntx.query(\n  \"SELECT 1\");";
    assert_eq!(
        places(unnamed(&example("src/store/x.rs", bad))),
        ["src/store/x.rs:3"]
    );
}

#[test]
fn a_statement_is_read_as_the_compiler_reads_it() {
    let files = example(
        "src/store/x.rs",
        "pub const A: &str = \"SELECT \\\n    \\\"x\\\"\";\nconst B: &str = \"no statement\";\nconst C: &'static str = concat!(\"DELETE \", \"FROM x\");\nconst D: &str = r\"SELECT\n1\";\nconst E: &str = with_columns!(\"SELECT x\");",
    );
    let (found, faults) = statements(&files);
    let sql: Vec<&str> = found
        .iter()
        .map(|statement| statement.sql.as_str())
        .collect();
    assert_eq!(
        sql,
        ["SELECT \"x\"", "DELETE FROM x", "SELECT\n1", "SELECT x"]
    );
    assert_eq!(places(faults), ["src/store/x.rs:7"]);
}

/// One that only SQLite reads, one that only PostgreSQL reads, one for each engine by name, one for both.
const MIXED: &str = "const A: &str = \"SELECT now()\";\nconst B: &str = \"SELECT 1 = TRUE\";\nconst C_SQLITE: &str = \"SELECT value FROM json_each('[1]')\";\nconst D_POSTGRES: &str = \"SELECT 1::bigint\";\nconst E: &str = \"SELECT CAST($1 AS BIGINT)\";";

#[tokio::test]
async fn what_only_one_database_reads_is_found() {
    let files = example("src/store/x.rs", MIXED);
    let folder = tempfile::tempdir().expect("a folder for the file");
    let db = sqlite(&folder).await;
    assert_eq!(places(refused(&db, &files).await), ["src/store/x.rs:1"]);
    assert_eq!(
        places(on_postgres("rules_mixed", &files).await),
        ["src/store/x.rs:2"]
    );
}
