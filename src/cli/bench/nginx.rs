//! The yardstick: nginx serving the same bytes from a file, on the same machine in the same run.

use super::{connection::Answer, machine};
use std::{
    fs,
    io::Result,
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

/// A running nginx; dropping it ends it.
pub struct Nginx {
    child: Child,
    /// Where it answers.
    pub address: String,
}

impl Nginx {
    /// Starts one that serves `like`'s body with its headers that matter; `None` where nginx is not installed.
    ///
    /// # Errors
    /// When its files cannot be written.
    pub async fn start(folder: &Path, like: &Answer) -> Result<Option<Self>> {
        let folder = folder.join("nginx");
        fs::create_dir_all(folder.join("html"))?;
        fs::write(folder.join("html/page"), &like.body)?;
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let conf = folder.join("nginx.conf");
        fs::write(&conf, configuration(&folder, &address, like))?;
        let child = Command::new("nginx")
            .arg("-c")
            .arg(&conf)
            .arg("-p")
            .arg(&folder)
            .arg("-e")
            .arg(folder.join("error.log"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(child) = child else { return Ok(None) };
        tokio::time::sleep(Duration::from_millis(500)).await;
        Ok(Some(Nginx { child, address }))
    }

    /// Its first process, the parent of its workers.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // The workers end when their parent is told to stop; killed, it would leave them behind.
        let _ = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        let _ = self.child.wait();
    }
}

/// Two workers, no log, connections kept alive; the headers that the page has too.
fn configuration(folder: &Path, address: &str, like: &Answer) -> String {
    let header = |name: &str| {
        let value = like.header(name).unwrap_or_default().replace('"', "");
        format!("add_header {name} \"{value}\";\n")
    };
    let headers: String = [
        "cache-control",
        "content-encoding",
        "content-security-policy",
        "vary",
    ]
    .map(header)
    .concat();
    format!(
        "daemon off;\nuser {user};\nworker_processes 2;\npid {folder}/pid;\nerror_log {folder}/error.log;\n\
         events {{ worker_connections 1024; }}\n\
         http {{ access_log off; keepalive_requests 10000000; sendfile on; default_type \"text/html; charset=utf-8\";\n\
         server {{ listen {address}; root {folder}/html; {headers} }} }}\n",
        user = owner(),
        folder = folder.display(),
    )
}

fn owner() -> &'static str {
    // Its workers must be able to read the folder, which belongs to whoever measures.
    if machine::is_root() { "root" } else { "nobody" }
}
