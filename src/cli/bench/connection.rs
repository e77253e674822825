//! A small HTTP/1.1 client: one connection kept alive, requests as bytes, so that the load costs little beside the server.

use std::io::{Error, ErrorKind, Result};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// An open connection.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer, as far as a measurement needs it.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Status line and headers.
    pub head: String,
    /// The body as it came, compressed or not.
    pub body: Vec<u8>,
    /// All bytes that were sent for it.
    pub bytes: usize,
}

impl Answer {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// A request without a body, from someone behind the trusted proxy.
pub fn get(path: &str, from: &str, more: &str) -> Vec<u8> {
    let head = format!(
        "GET {path} HTTP/1.1\r\nHost: torget.example\r\nX-Forwarded-For: {from}\r\n{more}\r\n"
    );
    head.into_bytes()
}

/// A press on a button: a form without fields, posted from the site's own page.
pub fn press(path: &str, from: &str, session: &str) -> Vec<u8> {
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: torget.example\r\nX-Forwarded-For: {from}\r\n\
         Cookie: __Host-session={session}\r\nOrigin: https://torget.example\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n"
    );
    head.into_bytes()
}

impl Connection {
    /// Connects.
    ///
    /// # Errors
    /// When nobody listens.
    pub async fn open(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Connection {
            stream,
            buffer: Vec::with_capacity(64 * 1024),
        })
    }

    /// Sends a request and reads the whole answer.
    ///
    /// # Errors
    /// When the connection breaks, or the answer is no HTTP.
    pub async fn send(&mut self, request: &[u8]) -> Result<Answer> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let head_end = loop {
            if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                break end + 4;
            }
            self.fill().await?;
        };
        let head = String::from_utf8_lossy(&self.buffer[..head_end]).into_owned();
        let status = head
            .get(9..12)
            .and_then(|status| status.parse().ok())
            .ok_or(ErrorKind::InvalidData)?;
        let mut answer = Answer {
            status,
            head,
            body: Vec::new(),
            bytes: 0,
        };
        if answer.header("transfer-encoding") == Some("chunked") {
            self.read_chunks(head_end, &mut answer).await?;
        } else {
            let length: usize = answer
                .header("content-length")
                .and_then(|length| length.parse().ok())
                .unwrap_or(0);
            while self.buffer.len() < head_end + length {
                self.fill().await?;
            }
            answer.body = self.buffer[head_end..head_end + length].to_vec();
        }
        answer.bytes = self.buffer.len();
        Ok(answer)
    }

    async fn read_chunks(&mut self, mut at: usize, answer: &mut Answer) -> Result<()> {
        loop {
            let line_end = loop {
                if let Some(end) = find(&self.buffer[at..], b"\r\n") {
                    break at + end;
                }
                self.fill().await?;
            };
            let size = std::str::from_utf8(&self.buffer[at..line_end])
                .ok()
                .and_then(|size| usize::from_str_radix(size.trim(), 16).ok())
                .ok_or(ErrorKind::InvalidData)?;
            let begin = line_end + 2;
            while self.buffer.len() < begin + size + 2 {
                self.fill().await?;
            }
            answer
                .body
                .extend_from_slice(&self.buffer[begin..begin + size]);
            at = begin + size + 2;
            if size == 0 {
                return Ok(());
            }
        }
    }

    async fn fill(&mut self) -> Result<()> {
        if self.stream.read_buf(&mut self.buffer).await? == 0 {
            return Err(Error::from(ErrorKind::UnexpectedEof));
        }
        Ok(())
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
