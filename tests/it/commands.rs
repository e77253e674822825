//! The program as an operator meets it.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Child, Command, Output, Stdio},
};

fn torget(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_torget"));
    command.args(arguments).env_clear();
    command
}

fn run(arguments: &[&str]) -> Output {
    torget(arguments).output().expect("the program runs")
}

#[track_caller]
fn succeeded(output: &Output) -> String {
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{out}{err}");
    out
}

#[track_caller]
fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
    text(&output.stderr)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A running demo; SIGTERM ends it.
struct Demo {
    child: Child,
    address: String,
}

impl Demo {
    fn start(folder: &Path) -> Self {
        let folder = folder.to_str().expect("a path");
        let mut child = torget(&["demo", "--port", "0", "--data", folder])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the demo starts");
        let mut line = String::new();
        let out = child.stdout.as_mut().expect("a pipe");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let address = line
            .trim()
            .strip_prefix("Torget svarar på http://")
            .expect("the address");
        Demo {
            address: address.to_owned(),
            child,
        }
    }

    fn get(&self, path: &str) -> String {
        let mut connection = TcpStream::connect(&self.address).expect("it listens");
        write!(
            connection,
            "GET {path} HTTP/1.0\r\nHost: {}\r\n\r\n",
            self.address
        )
        .expect("sent");
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).expect("an answer");
        text(&answer)
    }

    fn stop(mut self) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill")
            .args(["-TERM", &pid])
            .status()
            .expect("kill runs");
        assert!(sent.success());
        let status = self.child.wait().expect("it ends");
        assert!(status.success(), "{status}");
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn an_empty_configuration_is_refused_setting_by_setting() {
    for command in ["check-config", "serve", "work"] {
        let said = refused(&run(&[command]));
        for setting in [
            "site.base_url (TORGET_SITE_BASE_URL)",
            "database.url (TORGET_DATABASE_URL)",
            "secret.key (TORGET_SECRET_KEY)",
            "mail.smtp_url (TORGET_MAIL_SMTP_URL)",
            "eid.1.issuer (TORGET_EID_1_ISSUER)",
        ] {
            assert!(said.contains(setting), "{command}: {said}");
        }
    }
}

#[test]
fn the_example_configuration_lacks_only_the_secret() {
    let said = refused(&run(&[
        "check-config",
        "--config",
        "docs/torget.example.toml",
    ]));
    assert!(said.contains("secret.file"), "{said}");
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("secret");
    let digits: String = (0..32).map(|n| format!("{n:02x}")).collect();
    fs::write(&secret, digits).unwrap();
    let whole = torget(&["check-config", "--config", "docs/torget.example.toml"])
        .env("TORGET_SECRET_FILE", &secret)
        .output()
        .unwrap();
    succeeded(&whole);
}

#[test]
fn a_key_for_e_legitimations_is_made_once_and_never_printed() {
    let folder = tempfile::tempdir().unwrap();
    let (secret, key) = (folder.path().join("secret"), folder.path().join("key.pem"));
    let digits: String = (0..32).map(|n| format!("{n:02x}")).collect();
    fs::write(&secret, digits).unwrap();
    let check = |key: &Path| {
        torget(&["check-config", "--config", "docs/torget.example.toml"])
            .env("TORGET_SECRET_FILE", &secret)
            .env("TORGET_EID_2_CODE", "other")
            .env("TORGET_EID_2_NAME", "Other")
            .env("TORGET_EID_2_ISSUER", "https://id.example")
            .env("TORGET_EID_2_CLIENT_ID", "torget")
            .env("TORGET_EID_2_CLIENT_AUTH", "private_key_jwt")
            .env("TORGET_EID_2_CLIENT_KEY_FILE", key)
            .output()
            .unwrap()
    };
    assert!(refused(&check(&key)).contains("eid.2.client_key_file"));
    let name = key.to_str().unwrap();
    let said = succeeded(&run(&["admin", "make-eid-key", name]));
    let pem = fs::read_to_string(&key).unwrap();
    assert!(pem.starts_with("-----BEGIN PRIVATE KEY-----"), "{pem}");
    assert!(!said.contains(pem.lines().nth(1).unwrap()), "{said}");
    succeeded(&check(&key));
    refused(&run(&["admin", "make-eid-key", name]));
    assert_eq!(
        fs::read_to_string(&key).unwrap(),
        pem,
        "no key is overwritten"
    );
    let said = refused(&check(&secret));
    assert!(
        said.contains("P-256") && said.contains("make-eid-key"),
        "{said}"
    );
}

#[test]
fn a_database_is_migrated_before_anything_else_and_keeps_its_secret() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("x.sqlite").display());
    let with_secret = |arguments: &[&str], first: u8| {
        let secret: String = (first..first + 32).map(|n| format!("{n:02x}")).collect();
        let mut command = torget(arguments);
        command
            .env("DATABASE_URL", &url)
            .env("TORGET_SECRET_KEY", secret);
        command.output().unwrap()
    };
    let said = refused(&with_secret(&["admin", "verify-log"], 0));
    assert!(said.contains("torget migrate"), "{said}");
    for _ in 0..2 {
        assert!(succeeded(&with_secret(&["migrate"], 0)).contains("schema"));
    }
    assert!(succeeded(&with_secret(&["admin", "verify-log"], 0)).contains("0 entries"));
    let said = refused(&with_secret(&["admin", "verify-log"], 1));
    assert!(said.contains("Set the secret it was made with"), "{said}");
}

#[test]
fn the_demo_needs_nothing_and_comes_back_from_its_backup() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    let demo = Demo::start(&first);
    assert!(demo.get("/health/ready").starts_with("HTTP/1.0 200"));
    assert!(demo.get("/sv/forslag/839").contains("839"));
    demo.stop();
    let mode = fs::metadata(first.join("secret"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);

    let archive = folder.path().join("torget.backup");
    let (archive, first, second) = (
        archive.to_str().unwrap(),
        first.to_str().unwrap(),
        second.to_str().unwrap(),
    );
    succeeded(&run(&["backup", "--data", first, archive]));
    let said = refused(&run(&["backup", "--data", first, archive]));
    assert!(said.contains("exists already"), "{said}");
    assert_eq!(
        fs::metadata(archive).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let said = refused(&run(&["restore", "--data", second, archive]));
    assert!(said.contains("written with secret"), "{said}");
    fs::copy(
        Path::new(first).join("secret"),
        Path::new(second).join("secret"),
    )
    .unwrap();
    assert!(succeeded(&run(&["restore", "--data", second, archive])).contains("Restored"));
    let demo = Demo::start(Path::new(second));
    assert!(demo.get("/sv/forslag/839").contains("839"));
    demo.stop();
}
