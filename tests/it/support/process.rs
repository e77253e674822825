//! The real program as a process of its own, to be killed.

use super::TestApp;
use std::{
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use torget::{
    cli::bench::connection::{Connection, get},
    domain::keys::Keys,
    usecases::env::{Clock, Ids},
};

/// 32 different bytes: a repeated one is refused as weak.
const SECRET: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// How to start `torget serve` on a test's database, as often as wanted.
pub struct Program {
    address: String,
    config: PathBuf,
    folder: TempDir,
}

/// A started process; dropping it kills it.
pub struct Running {
    child: Child,
    /// Where it answers.
    pub address: String,
}

impl TestApp {
    /// The same application with the machine's clock and the secret of a [`Program`], so that both see the same.
    pub fn beside_a_program(mut self) -> Self {
        self.env.clock = Clock::system();
        self.env.ids = Ids::new(self.env.clock.clone());
        self.env.keys = Arc::new(Keys::derive(&hex::decode(SECRET).expect("digits")));
        self
    }

    /// `torget serve` on this test's database; its mail goes nowhere.
    pub fn program(&self) -> Program {
        self.program_with_relay(1)
    }

    /// The same with a relay on this port.
    pub fn program_with_relay(&self, relay_port: u16) -> Program {
        let folder = tempfile::tempdir().expect("a folder");
        let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = free.local_addr().expect("an address").to_string();
        let config = folder.path().join("torget.toml");
        let text = format!(
            "[site]\nbase_url = \"https://torget.example\"\nlisten = \"{address}\"\nis_production = false\n\
             [database]\nurl = \"{}\"\n[secret]\nkey = \"{SECRET}\"\n\
             [mail]\nsmtp_url = \"smtp://127.0.0.1:{relay_port}\"\nfrom = \"Torget <torget@example.se>\"\n\
             [[eid]]\ncode = \"test\"\nname = \"Test\"\nissuer = \"https://eid.example\"\n\
             client_id = \"torget\"\nclient_secret = \"{SECRET}\"\n\
             [log]\nlevel = \"warn\"\n",
            self.database_url
        );
        std::fs::write(&config, text).expect("a configuration");
        Program {
            address,
            config,
            folder,
        }
    }
}

impl Program {
    /// Starts it and waits until it answers.
    pub async fn start(&self) -> Running {
        let mut running = self.run("serve");
        let begun = Instant::now();
        while !running.answers().await {
            let ended = running.child.try_wait().expect("a child");
            let is_late = begun.elapsed() > Duration::from_secs(60);
            assert!(ended.is_none() && !is_late, "{ended:?}: {}", self.log());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        running
    }

    /// Starts `torget work` on the same database, which does the jobs alone and answers nobody.
    pub fn work(&self) -> Running {
        self.run("work")
    }

    fn run(&self, command: &str) -> Running {
        let log = std::fs::File::create(self.folder.path().join("log")).expect("a log");
        let child = Command::new(env!("CARGO_BIN_EXE_torget"))
            .arg(command)
            .arg("--config")
            .arg(&self.config)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("the program starts");
        Running {
            child,
            address: self.address.clone(),
        }
    }

    /// What it has logged since it was last started.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }
}

impl Running {
    async fn answers(&self) -> bool {
        let Ok(mut connection) = Connection::open(&self.address).await else {
            return false;
        };
        let live = get("/health/live", "203.0.113.1", "");
        connection
            .send(&live)
            .await
            .is_ok_and(|answer| answer.status == 200)
    }

    /// SIGKILL: it can not finish anything.
    pub fn kill(mut self) {
        self.stop();
    }

    /// SIGTERM: it finishes what it has begun; waits until it has.
    pub async fn end(mut self) {
        let pid = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &pid]).status();
        assert!(told.expect("kill runs").success());
        // Never a wait that holds the thread: what the program talks to may live in this very process.
        let ended = loop {
            match self.child.try_wait().expect("a child") {
                Some(ended) => break ended,
                None => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        };
        assert!(ended.success(), "{ended:?}");
    }

    fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}
