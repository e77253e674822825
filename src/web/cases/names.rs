//! The list of names: asked for on a page that says it is logged, then read or taken as a file.

use super::{act_page::crumbs, loading::Seen};
use crate::{
    usecases::name_lists::{NameList, Named},
    web::{
        components::{
            as_written,
            boxes::{Notice, notice},
            button::{Weight, link, submit_named},
            table::{Column, Table},
        },
        layout::{Frame, page_with_crumbs},
        urls,
    },
};
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

/// What the form posts.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct NamesForm {
    /// `csv` for a file.
    pub form: String,
}

/// The page before the list is opened, or with it.
pub struct NamesPage<'a> {
    pub seen: &'a Seen,
    pub list: Option<&'a NameList>,
}

impl NamesPage<'_> {
    /// The page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let title = t.case_names_title();
        let main = html! {
            h1 { (title) }
            p { strong { (as_written(&self.seen.proposal.title)) } }
            p class="soft" { (self.about(frame)) }
            @match self.list {
                None => { (notice(frame, Notice::Info, None, html! { p { (t.case_names_logged()) } })) }
                Some(list) => {
                    p class="soft" { (self.opened(frame)) }
                    (names(frame, list))
                    p class="not-printed soft" { (t.case_names_print()) }
                }
            }
            form class="not-printed" method="post" action=(urls::case_act(frame.locale, self.seen.case.id, "namnlista")) {
                div class="buttons" {
                    @if self.list.is_none() { (submit_named(Weight::Primary, &t.case_names_open(), "form", "sida")) }
                    (submit_named(Weight::Secondary, &t.case_names_csv(), "form", "csv"))
                    (link(Weight::Quiet, &urls::case(frame.locale, self.seen.case.id), &t.case_back()))
                }
            }
        };
        page_with_crumbs(frame, &title, &crumbs(frame, self.seen), main)
    }
}

impl NamesPage<'_> {
    /// Which case, so that a sheet of paper can be put in the right file.
    fn about(&self, frame: &Frame) -> String {
        let case = &self.seen.case;
        let number = self.seen.proposal.number.to_string();
        let byline = frame.t.case_byline(number, case.body_name.as_str());
        match case.stage.dnr() {
            Some(dnr) => format!("{byline}. {}", frame.t.answer_diarienummer(dnr.as_str())),
            None => byline,
        }
    }

    /// Who opened the list and when: the same stands in the log.
    fn opened(&self, frame: &Frame) -> String {
        let name = frame
            .visitor
            .map_or("", |visitor| visitor.shown_name.as_str());
        let when = frame.locale.date_and_time(frame.now);
        frame.t.case_names_opened(name, when)
    }
}

fn names(frame: &Frame, list: &NameList) -> Markup {
    let t = frame.t;
    let headings = [t.case_names_name(), t.case_names_ort()];
    let columns = headings.each_ref().map(|heading| Column {
        heading,
        is_number: false,
    });
    let count = i64::try_from(list.signers.len()).unwrap_or(i64::MAX);
    let rows = list
        .signers
        .iter()
        .map(|named| {
            vec![
                html! { bdi { (named.name) } },
                html! { bdi { (named.ort) } },
            ]
        })
        .collect();
    let table = Table {
        id: "namn",
        caption: &t.case_names_caption(count, frame.locale.number(count)),
        columns: &columns,
        rows,
        is_queue: false,
    };
    html! {
        div class="names stack" {
        @if let Some(proposer) = &list.proposer {
            section {
                h2 { (t.case_names_proposer()) }
                p { bdi { (proposer.name) } ", " bdi { (proposer.ort) } }
                @if let Some(email) = &proposer.email { p { a href={ "mailto:" (email) } { (email) } } }
                p class="soft" { (t.case_names_invite()) }
            }
        }
        section {
            h2 { (t.case_names_signers()) }
            @if list.unnamed > 0 { p { (t.case_names_unnamed(list.unnamed, frame.locale.number(list.unnamed))) } }
            @if count > 0 { (table.render()) }
        }
        }
    }
}

/// The list as a file for a spreadsheet.
pub fn csv(frame: &Frame, number: String, list: &NameList) -> Response {
    let t = frame.t;
    let mut text = String::from("\u{FEFF}");
    let mut line = |cells: [&str; 3]| {
        let quoted = cells.map(quoted);
        text.push_str(&quoted.join(";"));
        text.push_str("\r\n");
    };
    line([
        &t.case_names_part(),
        &t.case_names_name(),
        &t.case_names_ort(),
    ]);
    let (proposer, signer) = (t.case_names_proposer(), t.case_names_signer());
    if let Some(Named { name, ort, .. }) = &list.proposer {
        line([&proposer, name, ort]);
    }
    for Named { name, ort, .. } in &list.signers {
        line([&signer, name, ort]);
    }
    let disposition = format!("attachment; filename=\"namnlista-{number}.csv\"");
    let disposition = HeaderValue::from_str(&disposition)
        .unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/csv; charset=utf-8"),
        ),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    (headers, text).into_response()
}

/// A cell that no spreadsheet takes for a formula (OWASP, CSV injection).
fn quoted(cell: &str) -> String {
    let guard = match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => "'",
        _ => "",
    };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_name_is_never_a_formula() {
        assert_eq!(quoted("Testperson 3"), "\"Testperson 3\"");
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted("a\"b;c"), "\"a\"\"b;c\"");
    }
}
