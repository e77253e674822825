//! Clock, chance and SQL built from strings each have one home; everything else gets them handed in.

use super::{
    assert_holds, example, places,
    source::{self, Fault, Source, words},
};

/// Where the clock is read and ids are made.
const ENV: &str = "src/usecases/env.rs";

/// What may be named in its home only: the words, the homes, and what to do instead.
const HOMES: &[(&[&str], &[&str], &str)] = &[
    (
        &[
            "SystemTime::now",
            "Timestamp::now",
            "Zoned::now",
            "Utc::now",
        ],
        &[ENV],
        "take `now` as a parameter; the clock is read in src/usecases/env.rs",
    ),
    (
        &[
            "now_v7",
            "new_v4",
            "rand::",
            "OsRng",
            "getrandom::",
            "fastrand::",
            "ThreadRng",
            "thread_rng",
        ],
        &[ENV],
        "ids and randomness come from src/usecases/env.rs, which tests seed",
    ),
    (
        &["AssertSqlSafe"],
        &[
            "src/store/db.rs",
            "src/store/migrate.rs",
            "src/store/backup.rs",
        ],
        "a statement is a named const; only a backup builds SQL, from the names in the database's own catalogue",
    ),
];

fn strangers(files: &[Source]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for source in files {
        for (names, homes, rule) in HOMES {
            if homes.contains(&source.path.as_str()) {
                continue;
            }
            for at in names.iter().flat_map(|name| words(&source.code, name)) {
                faults.push(source.fault(at, *rule));
            }
        }
    }
    faults
}

#[test]
fn clock_and_chance_come_from_their_home() {
    assert_holds(strangers(&source::all()));
}

#[test]
fn a_clock_read_elsewhere_is_found() {
    let bad = "fn f() {\n    let now = jiff::Timestamp::now();\n    let id = Uuid::now_v7();\n    let sql = AssertSqlSafe(text);\n}";
    assert_eq!(
        places(strangers(&example("src/jobs/x.rs", bad))),
        ["src/jobs/x.rs:2", "src/jobs/x.rs:3", "src/jobs/x.rs:4"]
    );
    assert_eq!(
        places(strangers(&example(ENV, bad))),
        ["src/usecases/env.rs:4"]
    );
}
