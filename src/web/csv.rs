//! Tables as CSV for Excel and the like: UTF-8 with a byte order mark (without it Excel reads å, ä and ö wrong), semicolons
//! (the list separator of Swedish Excel, which opens such a file with a double click in its columns), lines that end as
//! RFC 4180 says.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};

/// A file to be saved.
pub struct CsvFile {
    /// Its name, of letters that need no encoding.
    pub name: String,
    /// The first row names the columns.
    pub rows: Vec<Vec<String>>,
}

impl CsvFile {
    fn text(&self) -> String {
        let mut text = String::from('\u{feff}');
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(|cell| written(cell)).collect();
            text.push_str(&cells.join(";"));
            text.push_str("\r\n");
        }
        text
    }
}

impl IntoResponse for CsvFile {
    fn into_response(self) -> Response {
        let disposition = format!("attachment; filename=\"{}\"", self.name);
        (
            [
                (
                    header::CONTENT_TYPE,
                    "text/csv; charset=utf-8; header=present".to_owned(),
                ),
                (header::CONTENT_DISPOSITION, disposition),
            ],
            self.text(),
        )
            .into_response()
    }
}

/// A cell as it stands in the file. One that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
/// injection): bodies and titles are other people's words.
fn written(cell: &str) -> String {
    let cell = if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if cell.contains([';', ',', '"', '\r', '\n', '\t']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_words_and_separators_are_quoted() {
        assert_eq!(written("=1+1"), "'=1+1");
        assert_eq!(
            written("=HYPERLINK(\"x\";\"y\")"),
            "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\""
        );
        for start in ["+46", "-2", "@SUM", "\tx", "\rx", "\nx"] {
            assert!(
                written(start).trim_start_matches('"').starts_with('\''),
                "{start}"
            );
        }
        assert_eq!(written("Gata; park"), "\"Gata; park\"");
        assert_eq!(written("449"), "449");
        assert_eq!(written("a=b"), "a=b");
    }

    #[test]
    fn the_file_begins_with_its_mark_and_ends_its_lines() {
        let file = CsvFile {
            name: "x.csv".to_owned(),
            rows: vec![
                vec!["År".to_owned(), "Förslag".to_owned()],
                vec!["2017".to_owned(), "449".to_owned()],
            ],
        };
        assert_eq!(file.text(), "\u{feff}År;Förslag\r\n2017;449\r\n");
    }
}
