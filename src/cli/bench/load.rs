//! Many clients at once, each waiting for its answer before it asks again.

use super::{
    connection::Connection,
    machine::{Spent, Watched},
};
use std::{
    io::Result,
    sync::Arc,
    time::{Duration, Instant},
};

/// How many clients ask at once.
pub const CLIENTS: usize = 64;
/// The longest one measurement takes.
const LONGEST: Duration = Duration::from_secs(20);

/// What a load led to.
#[derive(Debug, Clone)]
pub struct Measured {
    /// Requests answered as expected.
    pub good: usize,
    /// Requests answered otherwise.
    pub bad: usize,
    /// How long it took, in seconds.
    pub seconds: f64,
    /// Microseconds until each answer, sorted.
    waits: Vec<u32>,
    /// CPU meanwhile.
    pub spent: Spent,
}

impl Measured {
    /// Microseconds of CPU of server and database for each good answer.
    pub fn cpu(&self) -> f64 {
        (self.spent.server + self.spent.database) / self.count()
    }

    /// The server's part of it.
    pub fn server_cpu(&self) -> f64 {
        self.spent.server / self.count()
    }

    /// The database's part of it.
    pub fn database_cpu(&self) -> f64 {
        self.spent.database / self.count()
    }

    /// Good answers a second.
    pub fn pace(&self) -> f64 {
        self.good as f64 / self.seconds
    }

    /// Milliseconds within which this share of the answers came.
    pub fn wait(&self, share: f64) -> f64 {
        let index = (self.waits.len() as f64 * share) as usize;
        let wait = self
            .waits
            .get(index.min(self.waits.len().saturating_sub(1)));
        wait.map_or(0.0, |micros| f64::from(*micros) / 1_000.0)
    }

    fn count(&self) -> f64 {
        self.good.max(1) as f64
    }
}

/// Sends the requests of each client over its own connection; an answer is good when it has `status`.
///
/// # Errors
/// When the server cannot be reached or breaks off.
pub async fn press(
    watched: Watched,
    address: &str,
    clients: Vec<Vec<Vec<u8>>>,
    status: u16,
) -> Result<Measured> {
    let mut open = Vec::with_capacity(clients.len());
    for requests in clients {
        open.push((Connection::open(address).await?, Arc::new(requests)));
    }
    let before = watched.spent();
    let begun = Instant::now();
    let tasks: Vec<_> = open
        .into_iter()
        .map(|(connection, requests)| tokio::spawn(one_client(connection, requests, status, begun)))
        .collect();
    let (mut waits, mut bad) = (Vec::new(), 0);
    for task in tasks {
        let (good, failed) = task.await??;
        waits.extend(good);
        bad += failed;
    }
    let seconds = begun.elapsed().as_secs_f64();
    let spent = watched.spent().since(before);
    waits.sort_unstable();
    Ok(Measured {
        good: waits.len(),
        bad,
        seconds,
        waits,
        spent,
    })
}

async fn one_client(
    mut connection: Connection,
    requests: Arc<Vec<Vec<u8>>>,
    status: u16,
    begun: Instant,
) -> Result<(Vec<u32>, usize)> {
    let (mut waits, mut bad) = (Vec::with_capacity(requests.len()), 0);
    for request in requests.iter() {
        if begun.elapsed() > LONGEST {
            break;
        }
        let asked = Instant::now();
        let answer = connection.send(request).await?;
        if answer.status == status {
            waits.push(u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX));
        } else {
            bad += 1;
        }
    }
    Ok((waits, bad))
}

/// Deals requests out to the clients in turn.
pub fn deal(requests: impl IntoIterator<Item = Vec<u8>>) -> Vec<Vec<Vec<u8>>> {
    let mut clients = vec![Vec::new(); CLIENTS];
    for (n, request) in requests.into_iter().enumerate() {
        clients[n % CLIENTS].push(request);
    }
    clients
}
