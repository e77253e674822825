//! Statistics: the public page, its tables as files, and the yearly report for staff.

mod charts;
mod figures;
mod labels;
mod map;
mod pages;
mod query;
pub mod report;
mod report_page;
mod sections;
mod sheet;
mod sheets;

use super::{
    cache::Public,
    csv::CsvFile,
    error::WebError,
    extract::{Ctx, Staff},
    state::AppState,
};
use axum::{
    Router,
    extract::{Path, Query},
    routing::get,
};
use figures::Figures;
use map::CityMap;
use maud::Markup;
use pages::StatisticsPage;
use query::{Choice, RawChoice};
use report::Report;
use report_page::ReportPage;

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/statistik", get(show_statistics))
        .route("/statistik/{file}", get(download_table))
        .route("/personal/rapport", get(show_report))
        .route("/personal/rapport.csv", get(download_report))
}

async fn show_statistics(
    ctx: Ctx,
    Query(raw): Query<RawChoice>,
) -> Result<Public<Markup>, WebError> {
    let mut tx = ctx.read().await?;
    let choice = raw.parse(ctx.app.site.is_demo);
    let figures = Figures::read(&mut tx, choice, ctx.now).await?;
    let map = CityMap::read(&mut tx, &figures.areas).await?;
    let page = StatisticsPage { figures, map };
    Ok(Public(page.render(&ctx.frame())))
}

async fn download_table(
    ctx: Ctx,
    Path(file): Path<String>,
    Query(raw): Query<RawChoice>,
) -> Result<Public<CsvFile>, WebError> {
    let name = file
        .strip_suffix(".csv")
        .filter(|name| sheets::FILES.contains(name))
        .ok_or(WebError::NotFound)?;
    let choice = raw.parse(ctx.app.site.is_demo);
    let figures = Figures::read(&mut ctx.read().await?, choice, ctx.now).await?;
    let frame = ctx.frame();
    let sheet = sheets::named(name, &frame, &figures).ok_or(WebError::NotFound)?;
    Ok(Public(CsvFile {
        name: format!("torget-{name}.csv"),
        rows: sheet.csv_rows(&frame),
    }))
}

async fn show_report(staff: Staff, Query(raw): Query<RawChoice>) -> Result<Markup, WebError> {
    let (report, year, choice) = read_report(&staff, &raw).await?;
    let page = ReportPage {
        report,
        year,
        choice,
    };
    Ok(page.render(&staff.ctx.frame()))
}

async fn download_report(staff: Staff, Query(raw): Query<RawChoice>) -> Result<CsvFile, WebError> {
    let (report, year, _) = read_report(&staff, &raw).await?;
    Ok(CsvFile {
        name: format!("torget-rapport-{year}.csv"),
        rows: report.csv_rows(&staff.ctx.frame()),
    })
}

/// The report of the year that is asked for, or of this year; only for those who read the whole city's figures.
async fn read_report(staff: &Staff, raw: &RawChoice) -> Result<(Report, i16, Choice), WebError> {
    let Staff { ctx, session } = staff;
    if !session.powers().may_read_figures(None) {
        return Err(WebError::NotFound);
    }
    let choice = raw.parse(ctx.app.site.is_demo);
    let year = choice.filter.year.unwrap_or(ctx.today().year());
    let mut tx = ctx.read().await?;
    let report = Report::read(&mut tx, year, choice.filter.with_examples, ctx.now).await?;
    Ok((report.ok_or(WebError::NotFound)?, year, choice))
}
