//! What the machine spent: CPU time and memory of processes, read from `/proc`.

use std::{collections::HashMap, fs};

/// Clock ticks a second in `/proc` (Linux gives 100 on every architecture).
const TICKS: f64 = 100.0;

/// Microseconds of CPU that some processes have used so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spent {
    /// The server.
    pub server: f64,
    /// The database's processes; 0 for an embedded one.
    pub database: f64,
    /// This process, which makes the load.
    pub load: f64,
    /// Everything that runs on the machine.
    pub machine: f64,
}

/// Which processes are watched.
#[derive(Debug, Clone, Copy)]
pub struct Watched {
    /// The server's process.
    pub server: u32,
    /// PostgreSQL's first process, the parent of all of its others.
    pub postmaster: Option<u32>,
}

impl Watched {
    /// What has been spent until now.
    pub fn spent(&self) -> Spent {
        let machine = fs::read_to_string("/proc/stat").unwrap_or_default();
        let line = machine.lines().next().unwrap_or_default();
        let parts: Vec<f64> = line
            .split_whitespace()
            .skip(1)
            .filter_map(|ticks| ticks.parse().ok())
            .collect();
        // user, nice, system, irq and softirq; idle, waiting and what guests repeat are left out.
        let busy: f64 = [0, 1, 2, 5, 6]
            .iter()
            .filter_map(|index| parts.get(*index))
            .sum();
        Spent {
            server: micros(self.server, false),
            database: self.postmaster.map_or(0.0, family),
            load: micros(std::process::id(), false),
            machine: busy / TICKS * 1e6,
        }
    }
}

impl Spent {
    /// What was spent since `earlier`.
    pub fn since(self, earlier: Spent) -> Spent {
        Spent {
            server: self.server - earlier.server,
            database: self.database - earlier.database,
            load: self.load - earlier.load,
            machine: self.machine - earlier.machine,
        }
    }

    /// The share of the machine's two or more cores that other processes used meanwhile, 0 to 1.
    pub fn others(self, seconds: f64) -> f64 {
        let cores = std::thread::available_parallelism().map_or(1, usize::from) as f64;
        let ours = self.server + self.database + self.load;
        ((self.machine - ours) / (seconds * 1e6 * cores)).clamp(0.0, 1.0)
    }
}

/// A process and all its children, also those that have ended.
pub fn family(parent: u32) -> f64 {
    let own = micros(parent, true);
    let children: f64 = processes()
        .into_iter()
        .filter(|(_, of)| *of == parent)
        .map(|(pid, _)| micros(pid, false))
        .sum();
    own + children
}

/// The process that started this one.
pub fn parent(pid: u32) -> Option<u32> {
    stat(pid)?.get(1)?.parse().ok()
}

fn processes() -> HashMap<u32, u32> {
    let Ok(entries) = fs::read_dir("/proc") else {
        return HashMap::new();
    };
    entries
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|pid| Some((pid, parent(pid)?)))
        .collect()
}

fn micros(pid: u32, with_ended_children: bool) -> f64 {
    let Some(fields) = stat(pid) else { return 0.0 };
    let last = if with_ended_children { 14 } else { 12 };
    let ticks: f64 = (11..=last)
        .filter_map(|index| fields.get(index)?.parse::<f64>().ok())
        .sum();
    ticks / TICKS * 1e6
}

/// The fields after the name, which may hold spaces: 0 state, 1 parent, 11 user, 12 system, 13 and 14 of ended children.
fn stat(pid: u32) -> Option<Vec<String>> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, rest) = text.rsplit_once(')')?;
    Some(rest.split_whitespace().map(str::to_owned).collect())
}

/// Memory that a process holds alone or shares, in MB (proportional set size).
pub fn memory(pid: u32) -> Option<f64> {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = text.lines().find(|line| line.starts_with("Pss:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}

/// Whether this process runs as root.
pub fn is_root() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .any(|line| line.starts_with("Uid:") && line.split_whitespace().nth(1) == Some("0"))
}
