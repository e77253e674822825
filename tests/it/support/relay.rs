//! A mail relay that speaks SMTP (RFC 5321) over a socket, takes everything and remembers whom each mail went to.

use std::sync::{Arc, Mutex};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream, tcp::OwnedWriteHalf},
};

/// A mail as it was taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// The address it went to.
    pub to: String,
    /// What tells a repeat from a new mail.
    pub message_id: String,
}

/// A relay on a port of its own, until the test's runtime ends.
pub struct Relay {
    /// Where it listens.
    pub port: u16,
    taken: Arc<Mutex<Vec<Taken>>>,
}

impl Relay {
    /// Begins to listen.
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let taken = Arc::<Mutex<Vec<Taken>>>::default();
        let shared = Arc::clone(&taken);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&shared)));
            }
        });
        Relay { port, taken }
    }

    /// How many mails it has taken.
    pub fn count(&self) -> usize {
        self.taken.lock().expect("no panic").len()
    }

    /// The mails it has taken, in order.
    pub fn taken(&self) -> Vec<Taken> {
        self.taken.lock().expect("no panic").clone()
    }
}

/// One connection; a sender that is killed ends it anywhere, and a mail counts when its last line has come.
async fn serve(stream: TcpStream, taken: Arc<Mutex<Vec<Taken>>>) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut mail = Taken::default();
    say(&mut write, "220 relay").await?;
    while let Some(line) = lines.next_line().await.ok()? {
        let verb = line.split([' ', ':']).next().unwrap_or_default();
        let answer = match verb.to_ascii_uppercase().as_str() {
            "EHLO" => "250-relay\r\n250 8BITMIME",
            "RCPT" => {
                mail.to = between(&line, '<', '>').to_owned();
                "250 OK"
            }
            "DATA" => {
                say(&mut write, "354 go on").await?;
                loop {
                    let line = lines.next_line().await.ok()??;
                    if line == "." {
                        break;
                    }
                    if let Some(id) = line.strip_prefix("Message-ID: ") {
                        mail.message_id = id.to_owned();
                    }
                }
                taken
                    .lock()
                    .expect("no panic")
                    .push(std::mem::take(&mut mail));
                "250 taken"
            }
            "QUIT" => "221 bye",
            "MAIL" | "RSET" | "NOOP" => "250 OK",
            _ => "500 what?",
        };
        say(&mut write, answer).await?;
    }
    Some(())
}

async fn say(write: &mut OwnedWriteHalf, line: &str) -> Option<()> {
    write.write_all(format!("{line}\r\n").as_bytes()).await.ok()
}

fn between(text: &str, open: char, close: char) -> &str {
    let rest = text.split_once(open).map_or("", |(_, rest)| rest);
    rest.split_once(close).map_or("", |(inside, _)| inside)
}
