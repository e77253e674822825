//! `torget report`: the yearly report to kommunfullmäktige as one file that can be printed, mailed and kept.

use super::{failure::Failure, sources::Source};
use crate::{
    i18n::Locale,
    web::{layout::Frame, statistics::report::Report},
};
use clap::{Args, ValueEnum};

/// All the style the file needs; it holds no other file.
const STYLE: &str = include_str!("../../assets/css/report.css");

/// What the report is about and how it is written.
#[derive(Debug, Args)]
pub struct ReportArgs {
    #[command(flatten)]
    source: Source,
    /// The year; without it, this year so far
    #[arg(long)]
    year: Option<i16>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,
    /// Count the demo's own proposals too
    #[arg(long)]
    examples: bool,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One accessible HTML file
    Html,
    /// Plain text
    Text,
}

/// Prints the report.
///
/// # Errors
/// When the database may not be worked on, or there is no such year.
pub async fn report(args: &ReportArgs) -> Result<(), Failure> {
    let env = args.source.env().await?;
    let now = env.now();
    let year = args.year.unwrap_or(now.day().year());
    let mut tx = env.db.begin_read().await?;
    let report = Report::read(&mut tx, year, args.examples, now)
        .await?
        .ok_or_else(|| Failure::new(format!("there is no year {year}")))?;
    let frame = Frame::new(Locale::Sv, "/personal/rapport", now);
    match args.format {
        Format::Html => println!("{}", document(&report, &frame)),
        Format::Text => print!("{}", report.text(&frame)),
    }
    Ok(())
}

/// One file that needs no other.
fn document(report: &Report, frame: &Frame) -> String {
    let (language, title) = (frame.locale.code(), report.title(frame));
    let body = report.render(frame).into_string();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<main>\n{body}\n</main>\n</body>\n</html>"
    )
}
