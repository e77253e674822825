//! A CSV file (RFC 4180) as rows that know their line and collect their faults.

use super::{RowError, RowReason};
use crate::domain::time::Day;

/// The byte order mark that some spreadsheets write first.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// The letters of a value that a fault shows.
const SHOWN: usize = 80;

/// A file that is being read, and what is wrong with it so far.
pub struct Table {
    file: &'static str,
    columns: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
    faults: Vec<RowError>,
}

impl Table {
    /// Reads the bytes; `needed` columns must be in the header, in any order, and others may be.
    pub fn read(file: &'static str, bytes: &[u8], needed: &[&str]) -> Self {
        let mut table = Table {
            file,
            columns: Vec::new(),
            rows: Vec::new(),
            faults: Vec::new(),
        };
        let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
        if bytes.iter().filter(|byte| **byte == b'"').count() % 2 == 1 {
            table.fault(last_quote(bytes), "", RowReason::UnclosedQuote, "");
            return table;
        }
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(bytes);
        let mut lines = Lines::new(bytes);
        for record in reader.byte_records() {
            // Reading bytes from memory without a fixed number of fields has no way to fail.
            let Ok(record) = record else { continue };
            let start = record
                .position()
                .map_or(0, |position| position.byte() as usize);
            let line = lines.line_at(start);
            table.take(line, &record);
        }
        table.check_header(needed);
        table
    }

    fn take(&mut self, line: u64, record: &csv::ByteRecord) {
        let known_faults = self.faults.len();
        let fields: Vec<String> = record
            .iter()
            .enumerate()
            .map(|(at, bytes)| self.decode(line, at, bytes))
            .collect();
        if self.columns.is_empty() {
            self.columns = fields;
        } else if fields.len() != self.columns.len() {
            let count = format!("{} / {}", fields.len(), self.columns.len());
            self.fault(line, "", RowReason::FieldCount, &count);
        } else if self.faults.len() == known_faults {
            self.rows.push((line, fields));
        }
    }

    fn decode(&mut self, line: u64, at: usize, bytes: &[u8]) -> String {
        let column = self.columns.get(at).cloned().unwrap_or_default();
        match std::str::from_utf8(bytes) {
            Ok(text) if text.contains(is_forbidden) => {
                self.fault(line, &column, RowReason::ControlCharacter, text);
            }
            Ok(text) => return text.trim().to_owned(),
            Err(_) => {
                let shown = String::from_utf8_lossy(bytes);
                self.fault(line, &column, RowReason::NotUtf8, &shown);
            }
        }
        String::new()
    }

    fn check_header(&mut self, needed: &[&str]) {
        for (at, column) in self.columns.clone().iter().enumerate() {
            if self.columns[..at].contains(column) {
                self.fault(1, column, RowReason::ColumnTwice, column);
            }
        }
        for column in needed {
            if !self.columns.iter().any(|name| name == column) {
                self.fault(1, column, RowReason::ColumnMissing, "");
            }
        }
        if self.faults.is_empty() && self.rows.is_empty() {
            self.fault(1, "", RowReason::NoRows, "");
        }
    }

    /// Notes a fault.
    pub fn fault(&mut self, line: u64, column: &str, reason: RowReason, value: &str) {
        self.faults.push(RowError {
            file: self.file,
            line,
            column: column.to_owned(),
            reason,
            value: value.chars().take(SHOWN).collect(),
        });
    }

    /// Reads each row with `read`, which gives `None` after it noted a fault; then all rows or all faults, by line.
    pub fn rows<T>(
        mut self,
        mut read: impl FnMut(&mut Row<'_>) -> Option<T>,
    ) -> Result<Vec<T>, Vec<RowError>> {
        // A wrong header would make every row wrong too.
        let has_columns = !self.faults.iter().any(|fault| {
            matches!(
                fault.reason,
                RowReason::ColumnMissing | RowReason::ColumnTwice
            )
        });
        let rows = std::mem::take(&mut self.rows);
        let mut read_rows = Vec::with_capacity(rows.len());
        for (line, fields) in rows.iter().filter(|_| has_columns) {
            let mut row = Row {
                line: *line,
                fields,
                table: &mut self,
            };
            read_rows.extend(read(&mut row));
        }
        if self.faults.is_empty() {
            return Ok(read_rows);
        }
        self.faults.sort_by_key(|fault| fault.line);
        Err(self.faults)
    }
}

/// One row. Each reader notes a fault in the table when the field can not be read.
pub struct Row<'a> {
    /// The line where the row begins.
    pub line: u64,
    fields: &'a [String],
    table: &'a mut Table,
}

impl Row<'_> {
    /// The field as written, without outer blanks; empty when there is no such column.
    pub fn text(&self, column: &str) -> String {
        let at = self.table.columns.iter().position(|name| name == column);
        at.and_then(|at| self.fields.get(at))
            .cloned()
            .unwrap_or_default()
    }

    /// The field as written; `None` when it is empty.
    pub fn optional(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|text| !text.is_empty())
    }

    /// The field as written, which must not be empty.
    pub fn required(&mut self, column: &str) -> Option<String> {
        let text = self.optional(column);
        if text.is_none() {
            self.fault(column, RowReason::Empty);
        }
        text
    }

    /// Notes a fault in this row's field.
    pub fn fault(&mut self, column: &str, reason: RowReason) {
        let value = self.text(column);
        self.table.fault(self.line, column, reason, &value);
    }

    /// The field read by `parse`; `Some(None)` when it is empty, `None` and a fault when it can not be read.
    pub fn parsed<T>(
        &mut self,
        column: &str,
        reason: RowReason,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<Option<T>> {
        let Some(text) = self.optional(column) else {
            return Some(None);
        };
        let value = parse(&text);
        if value.is_none() {
            self.fault(column, reason);
        }
        value.map(Some)
    }

    /// As [`Row::parsed`], for a field that must not be empty.
    pub fn needed<T>(
        &mut self,
        column: &str,
        reason: RowReason,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        self.required(column)?;
        self.parsed(column, reason, parse)?
    }

    /// A calendar day or nothing.
    pub fn day(&mut self, column: &str) -> Option<Option<Day>> {
        self.parsed(column, RowReason::NotADay, parse_day)
    }

    /// A count or nothing.
    pub fn count(&mut self, column: &str) -> Option<Option<i64>> {
        self.parsed(column, RowReason::NotANumber, parse_count)
    }

    /// 1 or 0, or nothing.
    pub fn flag(&mut self, column: &str) -> Option<Option<bool>> {
        self.parsed(column, RowReason::UnknownWord, |text| match text {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        })
    }
}

/// A day in exactly the form `2026-11-21`.
pub fn parse_day(text: &str) -> Option<Day> {
    if text.len() == 10 {
        Day::parse(text)
    } else {
        None
    }
}

/// A whole number that a count or a public number may be: digits only, below a thousand million.
pub fn parse_count(text: &str) -> Option<i64> {
    let is_count = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_count.then(|| text.parse().ok()).flatten()
}

fn is_forbidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// The line of the last quotation mark: of an odd number, the one that nothing closes.
fn last_quote(bytes: &[u8]) -> u64 {
    let at = bytes.iter().rposition(|byte| *byte == b'"').unwrap_or(0);
    Lines::new(bytes).line_at(at)
}

/// Counts lines up to growing offsets. The reader's own count is one behind after `\r\n` and after blank lines, since it
/// takes the end of a line with the row that follows.
struct Lines<'a> {
    bytes: &'a [u8],
    offset: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Lines {
            bytes,
            offset: 0,
            line: 1,
        }
    }

    /// The line, from 1, of the first byte from `offset` on that does not end a line.
    fn line_at(&mut self, offset: usize) -> u64 {
        while let Some(byte) = self.bytes.get(self.offset) {
            let is_end = matches!(byte, b'\r' | b'\n');
            if self.offset >= offset && !is_end {
                break;
            }
            self.offset += 1;
            let is_half = *byte == b'\r' && self.bytes.get(self.offset) == Some(&b'\n');
            self.line += u64::from(is_end && !is_half);
        }
        self.line
    }
}
