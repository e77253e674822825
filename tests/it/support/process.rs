//! The real program as a process of its own, to be killed.

use super::TestApp;
use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, ChildStderr, Command, Output, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread::JoinHandle,
    time::Duration,
};
use tempfile::TempDir;
use tokio::sync::oneshot;
use torget::{
    domain::keys::Keys,
    usecases::env::{Clock, Ids},
};

/// 32 different bytes: a repeated one is refused as weak.
const SECRET: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// A program that says nothing for so long has hung; nothing waits this long when all is well.
const HUNG: Duration = Duration::from_secs(300);

/// How to start `torget serve` on a test's database, as often as wanted.
pub struct Program {
    config: PathBuf,
    _folder: TempDir,
}

/// A started process; dropping it kills it.
pub struct Running {
    child: Child,
    log: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
    /// Where it answers: a port that the system gave it, so that nobody else can have it.
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
        Program::on(&self.database_url, relay_port)
    }
}

impl Program {
    /// The program on this database, with a relay on this port.
    pub fn on(database_url: &str, relay_port: u16) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let config = folder.path().join("torget.toml");
        let text = format!(
            "[site]\nbase_url = \"https://torget.example\"\nlisten = \"127.0.0.1:0\"\nis_production = false\n\
             [database]\nurl = \"{database_url}\"\n[secret]\nkey = \"{SECRET}\"\n\
             [mail]\nsmtp_url = \"smtp://127.0.0.1:{relay_port}\"\nfrom = \"Torget <torget@example.se>\"\n\
             [[eid]]\ncode = \"test\"\nname = \"Test\"\nissuer = \"https://eid.example\"\n\
             client_id = \"torget\"\nclient_secret = \"{SECRET}\"\n\
             [log]\nlevel = \"warn,torget::cli=info\"\n"
        );
        std::fs::write(&config, text).expect("a configuration");
        Program {
            config,
            _folder: folder,
        }
    }

    /// Starts it and waits until it says where it listens.
    pub async fn start(&self) -> Running {
        let (tell, told) = oneshot::channel();
        let mut running = self.spawn("serve", Some(tell));
        match tokio::time::timeout(HUNG, told).await {
            Ok(Ok(address)) => running.address = address,
            Ok(Err(_)) => panic!("the program ended: {}", running.log()),
            Err(_) => panic!("the program hangs: {}", running.log()),
        }
        running
    }

    /// Starts `torget work` on the same database, which does the jobs alone and answers nobody.
    pub fn work(&self) -> Running {
        self.spawn("work", None)
    }

    fn spawn(&self, command: &str, tell: Option<oneshot::Sender<String>>) -> Running {
        let mut child = self
            .command(&[command])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let log = Arc::new(Mutex::new(String::new()));
        let err = child.stderr.take().expect("a pipe");
        let kept = Arc::clone(&log);
        let reader = std::thread::spawn(move || read_log(err, &kept, tell));
        Running {
            child,
            log,
            reader: Some(reader),
            address: String::new(),
        }
    }

    /// Another command of the program with the same configuration, done at once.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_torget"));
        command.args(arguments).arg("--config").arg(&self.config);
        command
    }
}

/// Keeps the log, and tells the address from the line that the program writes when it listens. Ends with the program.
fn read_log(err: ChildStderr, log: &Mutex<String>, mut tell: Option<oneshot::Sender<String>>) {
    for line in BufReader::new(err).lines().map_while(Result::ok) {
        if line.contains("process.serving") {
            let said: serde_json::Value = serde_json::from_str(&line).expect("a line of JSON");
            let address = said["address"].as_str().expect("an address").to_owned();
            if let Some(tell) = tell.take() {
                let _ = tell.send(address);
            }
        }
        let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
        log.push_str(&line);
        log.push('\n');
    }
}

impl Running {
    /// What it has logged.
    pub fn log(&self) -> String {
        self.log
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// SIGKILL: it can not finish anything.
    pub fn kill(mut self) {
        self.stop();
    }

    /// The same, for one whose log is read afterwards. Returns when it is gone.
    pub fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(reader) = self.reader.take() {
            let _ = reader.join();
        }
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
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}
