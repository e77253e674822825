//! Where a measurement happens: a throw-away database, filled, and the server on it as a process of its own.

use super::{
    super::failure::Failure,
    connection::{Connection, get},
    machine::{self, Watched},
};
use crate::{
    domain::{
        ids::{PersonId, ProposalId, ProposalNumber},
        keys::Keys,
        people::Profile,
    },
    outside::mailer::{Post, PostBox},
    store::{bench, db::Db, migrate},
    usecases::{
        env::{Clock, Env, Ids},
        identity::{new_token, token_hash},
        imports, start,
    },
};
use std::{
    fs,
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// The first number of the proposals that are signed in a measurement.
pub const FIRST_NUMBER: i64 = 50_001;

/// A database that is removed at the end, and how the server is started on it.
pub struct Place {
    /// Database, clock, ids, keys, rules.
    pub env: Env,
    /// A folder for configuration, log and an embedded database.
    pub folder: PathBuf,
    /// Where the server answers.
    pub address: String,
    /// PostgreSQL's first process, when it runs on this machine.
    pub postmaster: Option<u32>,
    server_url: Option<String>,
}

/// The running server; dropping it ends it.
pub struct Server {
    child: Child,
    /// Milliseconds from starting the process to its first page.
    pub first_answer: f64,
}

impl Place {
    /// Makes a fresh database: an SQLite file, or a schema at `url`, with the city's data.
    ///
    /// # Errors
    /// When the database cannot be made.
    pub async fn make(url: Option<String>) -> Result<Self, Failure> {
        let ids = Ids::new(Clock::system());
        let folder = std::env::temp_dir().join(format!("torget-bench-{}", ids.uuid().simple()));
        fs::create_dir_all(&folder)?;
        let database = match &url {
            None => format!("sqlite:{}", folder.join("bench.sqlite").display()),
            Some(url) => {
                let db = Db::open(url).await?;
                let mut tx = db.begin().await?;
                bench::reset_schema(&mut tx, true).await?;
                tx.commit().await?;
                db.close().await;
                format!("{url}?schema={}", bench::SCHEMA)
            }
        };
        let secret: [u8; 32] = ids.bytes();
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        write_config(&folder, &database, &address, &hex::encode(secret))?;
        let db = Db::open(&database).await?;
        migrate::run(&db).await?;
        let post = Post::Box(PostBox::default());
        let env = start::open_env(db, Keys::derive(&secret), Clock::system(), post, false).await?;
        imports::import_city_data_once(&env)
            .await
            .map_err(|error| Failure::new(error.to_string()))?;
        let postmaster = match url {
            Some(_) => postmaster(&env.db).await?,
            None => None,
        };
        Ok(Place {
            env,
            folder,
            address,
            postmaster,
            server_url: url,
        })
    }

    /// People who are signed in: the tokens of their sessions.
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn people(&self, count: usize) -> Result<Vec<String>, Failure> {
        let env = &self.env;
        let mut tokens = Vec::with_capacity(count);
        while tokens.len() < count {
            let mut tx = env.db.begin().await?;
            for _ in 0..1_000.min(count - tokens.len()) {
                let person = PersonId(env.ids.uuid());
                let number = tokens.len();
                let profile = Profile {
                    first_name: "Testperson".to_owned(),
                    last_name: number.to_string(),
                    ort: "Ort".to_owned(),
                    email: Some(format!("testperson{number}@example.se")),
                };
                let sealed = profile.seal(&env.keys, person, env.ids.bytes());
                let token = new_token(env);
                let residence = ["not_stated", "10", "35", "not_in_goteborg"][number % 4];
                let hash = token_hash(&token);
                bench::insert_signed_in(&mut tx, person, sealed, residence, hash, env.now())
                    .await?;
                tokens.push(token);
            }
            tx.commit().await?;
        }
        Ok(tokens)
    }

    /// Proposals to sign, numbered from [`FIRST_NUMBER`].
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn proposals(&self, count: i64) -> Result<(), Failure> {
        let env = &self.env;
        let text = "Bänkar, träd och belysning längs gång- och cykelbanan. ".repeat(20);
        let mut tx = env.db.begin().await?;
        for n in 0..count {
            let id = ProposalId(env.ids.uuid());
            let number = ProposalNumber(FIRST_NUMBER + n);
            let title = format!("Fler bänkar och träd {n}");
            bench::insert_open_proposal(&mut tx, id, number, &title, &text, env.now()).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Fills up to so many proposals, their titles put together from words of those there are.
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn fill_up(&self, count: usize, words: &[String]) -> Result<(), Failure> {
        let env = &self.env;
        let word = |n: usize| {
            words
                .get(n % words.len().max(1))
                .map_or("park", String::as_str)
        };
        let first = FIRST_NUMBER + 10_000;
        let mut made = 0;
        while made < count {
            let mut tx = env.db.begin().await?;
            for n in made..(made + 1_000).min(count) {
                let id = ProposalId(env.ids.uuid());
                let number = ProposalNumber(first + i64::try_from(n).unwrap_or(0));
                let title = [n, n * 3 + 1, n * 5 + 2, n * 11 + 3].map(word).join(" ");
                bench::insert_open_proposal(&mut tx, id, number, &title, "En text.", env.now())
                    .await?;
            }
            tx.commit().await?;
            made += 1_000;
        }
        Ok(())
    }

    /// Starts the server and waits for its first page.
    ///
    /// # Errors
    /// When it ends or does not answer within a minute.
    pub async fn serve(&self) -> Result<Server, Failure> {
        let log = fs::File::create(self.folder.join("log"))?;
        let begun = Instant::now();
        let child = Command::new(std::env::current_exe()?)
            .arg("serve")
            .arg("--config")
            .arg(self.folder.join("torget.toml"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()?;
        let mut server = Server {
            child,
            first_answer: 0.0,
        };
        while !self.answers().await {
            let is_late = begun.elapsed() > Duration::from_secs(60);
            if is_late || server.child.try_wait()?.is_some() {
                let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                return Err(Failure::new(format!("the server does not answer: {log}")));
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        server.first_answer = begun.elapsed().as_secs_f64() * 1_000.0;
        Ok(server)
    }

    async fn answers(&self) -> bool {
        let Ok(mut connection) = Connection::open(&self.address).await else {
            return false;
        };
        let first = get("/sv/regler", "203.0.113.1", "");
        connection
            .send(&first)
            .await
            .is_ok_and(|answer| answer.status < 500)
    }

    /// The processes of a measurement.
    pub fn watched(&self, server: &Server) -> Watched {
        Watched {
            server: server.pid(),
            postmaster: self.postmaster,
        }
    }

    /// Removes what was made.
    ///
    /// # Errors
    /// What the store or the file system refuses.
    pub async fn remove(self) -> Result<(), Failure> {
        self.env.db.close().await;
        if let Some(url) = &self.server_url {
            let db = Db::open(url).await?;
            let mut tx = db.begin().await?;
            bench::reset_schema(&mut tx, false).await?;
            tx.commit().await?;
            db.close().await;
        }
        fs::remove_dir_all(&self.folder)?;
        Ok(())
    }
}

impl Server {
    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Every limit stays as production has it; clients are told apart by what the trusted proxy says.
fn write_config(
    folder: &std::path::Path,
    database: &str,
    address: &str,
    secret: &str,
) -> Result<(), Failure> {
    let text = format!(
        "[site]\nbase_url = \"https://torget.example\"\nlisten = \"{address}\"\ntrusted_proxies = 1\n\
         is_production = false\n[database]\nurl = \"{database}\"\n[secret]\nkey = \"{secret}\"\n\
         [mail]\nsmtp_url = \"smtp://127.0.0.1:1\"\nfrom = \"Torget <torget@example.se>\"\n\
         [[eid]]\ncode = \"bench\"\nname = \"Bench\"\nissuer = \"https://eid.example\"\n\
         client_id = \"torget\"\nclient_secret = \"{secret}\"\n[log]\nlevel = \"warn\"\n"
    );
    fs::write(folder.join("torget.toml"), text)?;
    Ok(())
}

/// The first process of a PostgreSQL on this machine: the parent of the one that serves us.
async fn postmaster(db: &Db) -> Result<Option<u32>, Failure> {
    let mut tx = db.begin_read().await?;
    let pid = bench::backend_pid(&mut tx).await?;
    Ok(u32::try_from(pid).ok().and_then(machine::parent))
}
