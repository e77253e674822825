//! Layers: who may import whom, and which crates may be used where. The table of ARCHITECTURE.md as code.

use super::{
    assert_holds, example, places,
    source::{self, Fault, Source, closing, words},
};
use std::fs;

/// A layer and the layers it may import besides itself. `cli` and `demo` put everything together.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("config", &["domain"]),
    ("telemetry", &["config"]),
    ("store", &["domain"]),
    ("i18n", &["domain"]),
    ("outside", &["domain", "config"]),
    ("mails", &["domain", "i18n"]),
    ("usecases", &["domain", "store", "outside"]),
    ("web", &["domain", "store", "usecases", "i18n", "config"]),
    (
        "api",
        &["domain", "store", "usecases", "i18n", "config", "web"],
    ),
    (
        "jobs",
        &[
            "domain", "store", "usecases", "outside", "mails", "i18n", "config",
        ],
    ),
];

/// Put everything together and may import all.
const ASSEMBLY: &[&str] = &["lib", "main", "cli", "demo", "bench"];

/// One file may step over the table: the list of all routes names those of the API too.
const EXCEPTIONS: &[(&str, &str)] = &[("src/web/router.rs", "api")];

/// What the domain may use: pure crates, no I/O, no clock.
const DOMAIN_CRATES: &[&str] = &[
    "base64",
    "chacha20poly1305",
    "csv",
    "hex",
    "hmac",
    "icu_collator",
    "icu_decimal",
    "icu_locale_core",
    "jiff",
    "p256",
    "serde",
    "serde_json",
    "sha2",
    "thiserror",
    "uuid",
];

/// Crates and the only layers that may name them.
const HOMES_OF_CRATES: &[(&str, &[&str])] = &[
    ("sqlx", &["store"]),
    ("axum", &["web", "api", "cli", "demo"]),
    ("axum_extra", &["web", "api"]),
    ("maud", &["web", "api", "mails"]),
    ("lettre", &["outside", "mails"]),
    ("reqwest", &["outside", "bench"]),
    ("clap", &["cli", "demo", "bench", "main"]),
];

/// Every `crate::x` and every `super::…` that reaches the root: where, and which layer is named.
fn named_layers(source: &Source) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for at in words(&source.code, "crate::") {
        found.extend(targets(&source.code, at + "crate::".len()));
    }
    let up_to_root = levels_to_root(&source.path);
    for at in words(&source.code, "super::") {
        if source.code[..at].ends_with("super::") {
            continue;
        }
        let rest = &source.code[at..];
        let ups = rest
            .split("super::")
            .take_while(|between| between.is_empty())
            .count();
        if ups >= up_to_root && at < source.tests_at {
            found.extend(targets(&source.code, at + ups * "super::".len()));
        }
    }
    found
}

/// How many `super::` lead from this file to the root of the crate.
fn levels_to_root(path: &str) -> usize {
    let parts = path
        .trim_start_matches("src/")
        .trim_end_matches(".rs")
        .split('/');
    parts.filter(|part| *part != "mod").count()
}

/// The first names of a path or of a braced list of paths.
fn targets(code: &str, at: usize) -> Vec<(usize, String)> {
    if !code[at..].starts_with('{') {
        return vec![(at, first_name(&code[at..]))];
    }
    let mut found = Vec::new();
    let (mut depth, mut expecting) = (0, true);
    for (offset, c) in code[at..=closing(code, at).min(code.len() - 1)].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => expecting = true,
            c if expecting && (c.is_alphabetic() || c == '_') => {
                found.push((at + offset, first_name(&code[at + offset..])));
                expecting = false;
            }
            _ => {}
        }
    }
    found
}

fn first_name(code: &str) -> String {
    code.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

fn layers(files: &[Source]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for source in files
        .iter()
        .filter(|source| !ASSEMBLY.contains(&source.layer()))
    {
        let own = source.layer();
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(layer, _)| *layer == own) else {
            faults.push(source.fault(
                0,
                format!("`{own}` has no row in MAY_IMPORT of tests/rules/imports.rs"),
            ));
            continue;
        };
        for (at, target) in named_layers(source) {
            let known = MAY_IMPORT.iter().any(|(layer, _)| *layer == target)
                || ASSEMBLY.contains(&target.as_str());
            let excepted = EXCEPTIONS.contains(&(source.path.as_str(), target.as_str()));
            if known && target != own && !allowed.contains(&target.as_str()) && !excepted {
                let rule = format!("{own} may import {allowed:?} and itself, never {target}");
                faults.push(source.fault(at, rule));
            }
        }
    }
    faults
}

/// The names of our direct dependencies as Rust writes them.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut section = "";
    let mut found = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line.trim();
        } else if section == "[dependencies]"
            && let Some((name, _)) = line.split_once('=')
        {
            found.push(name.trim().replace('-', "_"));
        }
    }
    found
}

fn crates(files: &[Source], dependencies: &[String]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for source in files {
        let code = source.shipped();
        for name in dependencies {
            let uses = words(code, &format!("{name}::"));
            let Some(at) = uses.first() else { continue };
            if source.layer() == "domain" && !DOMAIN_CRATES.contains(&name.as_str()) {
                faults.push(source.fault(
                    *at,
                    format!("the domain is pure: {name} is not in DOMAIN_CRATES"),
                ));
            }
            let homes = HOMES_OF_CRATES.iter().find(|(home_of, _)| home_of == name);
            if let Some((_, homes)) = homes
                && !homes.contains(&source.layer())
            {
                faults.push(source.fault(*at, format!("{name} is used in {homes:?} only")));
            }
        }
    }
    faults
}

/// web and api read in a read transaction, which the engine refuses to write in; every write is an act in usecases.
fn pages_only_read(files: &[Source]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for source in files
        .iter()
        .filter(|source| ["web", "api"].contains(&source.layer()))
    {
        for at in words(source.shipped(), ".begin()") {
            faults.push(source.fault(
                at,
                "pages read with begin_read(); writing is an act in usecases",
            ));
        }
    }
    faults
}

#[test]
fn no_layer_imports_one_above_it() {
    assert_holds(layers(&source::all()));
}

#[test]
fn crates_stay_in_their_layers() {
    let manifest = fs::read_to_string("Cargo.toml").expect("the manifest");
    let dependencies = dependencies(&manifest);
    assert!(
        dependencies.contains(&"sqlx".to_owned()),
        "the manifest was not understood"
    );
    assert_holds(crates(&source::all(), &dependencies));
}

#[test]
fn pages_never_begin_a_writing_transaction() {
    assert_holds(pages_only_read(&source::all()));
}

#[test]
fn a_forbidden_import_is_found_however_it_is_written() {
    let bad = "use crate::domain::ids;\nuse crate::{\n    domain::{text, time},\n    web::urls,\n};\nfn f() { crate::jobs::run() }\nuse super::super::usecases;\n";
    assert_eq!(
        places(layers(&example("src/store/proposals.rs", bad))),
        [
            "src/store/proposals.rs:4",
            "src/store/proposals.rs:6",
            "src/store/proposals.rs:7"
        ]
    );
    assert_eq!(
        places(layers(&example("src/helpers/mod.rs", ""))),
        ["src/helpers/mod.rs:1"]
    );
}

#[test]
fn an_allowed_import_passes() {
    let good = "//! crate::web\nuse crate::domain::ids;\nuse super::db;\nuse super::super::domain::time;\n";
    assert!(layers(&example("src/store/proposals.rs", good)).is_empty());
    assert!(layers(&example("src/web/router.rs", "use crate::api;")).is_empty());
}

#[test]
fn a_crate_outside_its_layer_is_found() {
    let dependencies =
        dependencies("[dependencies]\nsqlx = \"1\"\ntower-http = \"1\"\nuuid = \"1\"\n");
    let bad = "use uuid::Uuid;\nuse tower_http::csrf;\nfn f() { sqlx::query() }\n";
    assert_eq!(
        places(crates(&example("src/domain/x.rs", bad), &dependencies)),
        [
            "src/domain/x.rs:3",
            "src/domain/x.rs:3",
            "src/domain/x.rs:2"
        ]
    );
    assert_eq!(
        places(crates(&example("src/web/x.rs", bad), &dependencies)),
        ["src/web/x.rs:3"]
    );
}

#[test]
fn a_page_that_writes_is_found() {
    let bad = "async fn sign() {\n    let tx = db.begin().await;\n}";
    assert_eq!(
        places(pages_only_read(&example("src/web/signatures/mod.rs", bad))),
        ["src/web/signatures/mod.rs:2"]
    );
    assert!(pages_only_read(&example("src/web/x.rs", "db.begin_read().await")).is_empty());
}
