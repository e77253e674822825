//! The lines of an archive, compressed and counted, with a checksum over them.

use flate2::{Compression, read::MultiGzDecoder, write::GzEncoder};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::io::{self, BufRead, BufReader, Read, Write};

/// Why an archive cannot be written, read or trusted.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The file itself.
    #[error("the file: {0}")]
    File(#[source] io::Error),
    /// It is no archive, was changed, or was cut off.
    #[error("the archive is damaged: {0}")]
    Damaged(&'static str),
}

/// The longest line: a document of 20 MB as hexadecimal digits, and room.
const LONGEST_LINE: u64 = 64 * 1024 * 1024;

/// Writes lines.
pub struct Writer<W: Write> {
    out: GzEncoder<W>,
    hash: Sha256,
    rows: u64,
}

impl<W: Write> Writer<W> {
    /// A writer at the beginning.
    pub fn new(out: W) -> Self {
        Writer {
            out: GzEncoder::new(out, Compression::new(6)),
            hash: Sha256::new(),
            rows: 0,
        }
    }

    /// Writes one value on a line of its own.
    pub fn write_line(&mut self, value: &Value) -> Result<(), ArchiveError> {
        let mut line = value.to_string().into_bytes();
        line.push(b'\n');
        self.hash.update(&line);
        self.out.write_all(&line).map_err(ArchiveError::File)
    }

    /// Writes a row of the table at this place in the header.
    pub fn write_row(&mut self, table: usize, row: &Value) -> Result<(), ArchiveError> {
        self.rows += 1;
        self.write_line(&json!([table, row]))
    }

    /// Writes the last line; gives the number of rows.
    pub fn finish(mut self) -> Result<u64, ArchiveError> {
        let digest = hex::encode(self.hash.finalize_reset());
        self.write_line(&json!({ "rows": self.rows, "sha256": digest }))?;
        let mut file = self.out.finish().map_err(ArchiveError::File)?;
        file.flush().map_err(ArchiveError::File)?;
        Ok(self.rows)
    }
}

/// Reads lines and keeps the checksum of those read.
pub struct Reader<R: Read> {
    lines: BufReader<MultiGzDecoder<R>>,
    hash: Sha256,
    rows: u64,
}

impl<R: Read> Reader<R> {
    /// A reader at the beginning.
    pub fn new(file: R) -> Self {
        Reader {
            lines: BufReader::new(MultiGzDecoder::new(file)),
            hash: Sha256::new(),
            rows: 0,
        }
    }

    /// The next line.
    pub fn read_line(&mut self) -> Result<Value, ArchiveError> {
        let (line, value) = self.next()?;
        self.hash.update(&line);
        Ok(value)
    }

    /// The next row and its table's place in the header; `None` at the last line, whose checksum must hold.
    pub fn read_row(&mut self) -> Result<Option<(usize, Vec<Value>)>, ArchiveError> {
        let (line, value) = self.next()?;
        if value.is_object() {
            return self.check_last(&value).map(|()| None);
        }
        self.hash.update(&line);
        self.rows += 1;
        serde_json::from_value(value)
            .map(Some)
            .map_err(|_| ArchiveError::Damaged("a line is no row"))
    }

    /// Reads all rows; gives how many there are.
    pub fn check_to_end(&mut self) -> Result<u64, ArchiveError> {
        while self.read_row()?.is_some() {}
        Ok(self.rows)
    }

    fn check_last(&mut self, last: &Value) -> Result<(), ArchiveError> {
        let digest = hex::encode(self.hash.finalize_reset());
        let holds = last["sha256"] == digest.as_str() && last["rows"] == self.rows;
        if !holds {
            return Err(ArchiveError::Damaged("its checksum does not hold"));
        }
        // To the end of the file, so that the compression's own checksum is read too.
        let mut rest = [0; 1];
        match self.lines.read(&mut rest) {
            Ok(0) => Ok(()),
            Ok(_) => Err(ArchiveError::Damaged("it goes on after its end")),
            Err(error) => Err(broken(error)),
        }
    }

    fn next(&mut self) -> Result<(Vec<u8>, Value), ArchiveError> {
        let mut line = Vec::new();
        let mut limited = (&mut self.lines).take(LONGEST_LINE);
        limited.read_until(b'\n', &mut line).map_err(broken)?;
        if line.last() != Some(&b'\n') {
            return Err(ArchiveError::Damaged("it was cut off"));
        }
        let value = serde_json::from_slice(&line)
            .map_err(|_| ArchiveError::Damaged("a line cannot be read"))?;
        Ok((line, value))
    }
}

/// What the decompressor says of a file that is no gzip, changed or short is damage; the rest is the file's.
fn broken(error: io::Error) -> ArchiveError {
    match error.kind() {
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
            ArchiveError::Damaged("it cannot be decompressed")
        }
        io::ErrorKind::UnexpectedEof => ArchiveError::Damaged("it was cut off"),
        _ => ArchiveError::File(error),
    }
}
