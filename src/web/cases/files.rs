//! Files: sent to a case, taken away again, read by everyone once published.

use super::{act_page::crumbs, loading::Seen};
use crate::{
    domain::{
        documents::{File, FileProblem, MAX_BYTES, MAX_FILES, MediaType},
        ids::DocumentId,
    },
    store::{
        cases,
        documents::{self, Sent},
        events, proposals,
    },
    web::{
        components::{
            as_written,
            button::{Weight, link, submit},
            errors::error_summary,
            form_id,
        },
        error::WebError,
        extract::Ctx,
        layout::{Frame, page_with_crumbs},
        proposals::read::gone,
        urls,
    },
};
use axum::{
    extract::multipart::{Field, Multipart, MultipartError},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

/// The largest post of files: all of them and some room for the rest of the form.
pub const POST_BYTES: usize = MAX_FILES * MAX_BYTES + 256 * 1024;

/// What the form of files posts.
#[derive(Debug)]
pub struct Posted {
    /// The hidden id of the form.
    pub form_id: String,
    /// The files, checked; the first problem stops the rest.
    pub files: Result<Vec<File>, FileProblem>,
}

/// Reads the form as it comes, no further than the first thing that is wrong.
///
/// # Errors
/// [`WebError::BadRequest`] when it is no such form.
pub async fn read(mut parts: Multipart) -> Result<Posted, WebError> {
    let mut posted = Posted {
        form_id: String::new(),
        files: Ok(Vec::new()),
    };
    loop {
        let field = match parts.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => break,
            Err(error) => return too_large(posted, &error),
        };
        match field.name() {
            Some("form_id") => {
                posted.form_id = field.text().await.map_err(|_| WebError::BadRequest)?;
            }
            Some("filer") => match read_file(field).await {
                Ok(Some(file)) => add(&mut posted.files, file),
                Ok(None) => {}
                Err(error) => return too_large(posted, &error),
            },
            _ => return Err(WebError::BadRequest),
        }
    }
    if posted.files.as_ref().is_ok_and(Vec::is_empty) {
        posted.files = Err(FileProblem::Missing);
    }
    Ok(posted)
}

/// A field without a name and without bytes is a form in which nothing was chosen.
async fn read_file(field: Field<'_>) -> Result<Option<Result<File, FileProblem>>, MultipartError> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let content = field.bytes().await?;
    let is_nothing = name.is_empty() && content.is_empty();
    Ok((!is_nothing).then(|| File::parse(&name, content.to_vec())))
}

fn add(files: &mut Result<Vec<File>, FileProblem>, file: Result<File, FileProblem>) {
    let Ok(kept) = files else { return };
    match file {
        Ok(_) if kept.len() == MAX_FILES => *files = Err(FileProblem::TooMany),
        Ok(file) => kept.push(file),
        Err(problem) => *files = Err(problem),
    }
}

fn too_large(posted: Posted, error: &MultipartError) -> Result<Posted, WebError> {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return Ok(Posted {
            files: Err(FileProblem::TooLarge),
            ..posted
        });
    }
    Err(WebError::BadRequest)
}

/// The page that takes files.
pub struct FilesPage<'a> {
    pub seen: &'a Seen,
    pub form_id: &'a str,
    pub problem: Option<FileProblem>,
}

impl FilesPage<'_> {
    /// The page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let title = t.case_files_add();
        let error = self.problem.map(|problem| message(frame, problem));
        let errors: Vec<(&str, String)> =
            error.iter().map(|text| ("filer", text.clone())).collect();
        let main = html! {
            (error_summary(frame, &errors))
            h1 { (title) }
            p class="soft" { (as_written(&self.seen.proposal.title)) }
            p { (t.case_files_means()) }
            form method="post" enctype="multipart/form-data"
                action=(urls::case_act(frame.locale, self.seen.case.id, "filer")) {
                (form_id(self.form_id))
                div class="ds-field" data-error=[error.as_ref().map(|_| "true")] {
                    label for="filer" { (t.case_field_files()) }
                    p class="hint" id="filer-hint" { (t.case_field_files_hint(MAX_FILES.to_string(), megabytes())) }
                    @if let Some(error) = &error {
                        p class="ds-validation-message" id="filer-error" {
                            span class="ds-sr-only" { (t.form_error_prefix()) " " } (error)
                        }
                    }
                    input class="ds-input" type="file" id="filer" name="filer" multiple
                        accept=(accepted()) aria-describedby="filer-hint" aria-invalid=[error.as_ref().map(|_| "true")];
                }
                div class="buttons" {
                    (submit(Weight::Primary, &t.case_files_button()))
                    (link(Weight::Quiet, &urls::case(frame.locale, self.seen.case.id), &t.case_back()))
                }
            }
        };
        page_with_crumbs(frame, &title, &crumbs(frame, self.seen), main)
    }
}

fn accepted() -> String {
    let ends: Vec<String> = MediaType::ALL
        .iter()
        .map(|kind| format!(".{}", kind.extension()))
        .collect();
    ends.join(",")
}

fn megabytes() -> String {
    (MAX_BYTES / 1024 / 1024).to_string()
}

fn message(frame: &Frame, problem: FileProblem) -> String {
    let t = frame.t;
    match problem {
        FileProblem::Missing => t.case_error_file_missing(),
        FileProblem::TooLarge => t.case_error_file_large(megabytes()),
        FileProblem::Kind => t.case_error_file_kind(),
        FileProblem::Program => t.case_error_file_program(),
        FileProblem::TooMany => t.case_error_file_many(MAX_FILES.to_string()),
    }
}

/// A file for whoever may read it: everyone once it is published, its body's staff before.
///
/// # Errors
/// [`WebError::NotFound`]; [`WebError::Gone`] when the proposal was removed.
pub async fn find(ctx: &Ctx, id: &str) -> Result<Sent, WebError> {
    let id: DocumentId = id.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.read().await?;
    let sent = documents::find_content(&mut tx, id).await?;
    let sent = sent.ok_or(WebError::NotFound)?;
    if !sent.is_published {
        let case = cases::find_case(&mut tx, sent.case_id).await?;
        let session = ctx.session.as_ref().ok_or(WebError::NotFound)?;
        let is_theirs = case.is_some_and(|case| session.powers().may_see_cases(case.body));
        return is_theirs.then_some(sent).ok_or(WebError::NotFound);
    }
    let proposal = proposals::find_by_id(&mut tx, sent.proposal_id).await?;
    match proposal {
        Some(proposal) if proposal.stage.is_visible() => Ok(sent),
        Some(proposal) if proposal.stage.is_gone() => {
            let events = events::list_events(&mut tx, proposal.id).await?;
            Err(gone(ctx.t(), &events))
        }
        _ => Err(WebError::NotFound),
    }
}

/// The bytes as they were sent in, never guessed at. PDFs and pictures open in the browser, the rest is downloaded.
pub fn send(sent: Sent) -> Response {
    let way = match sent.media_type {
        MediaType::Pdf | MediaType::Png | MediaType::Jpeg => "inline",
        MediaType::Docx | MediaType::Xlsx | MediaType::Odt => "attachment",
    };
    let plain: String = sent
        .name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || ".-_ ".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect();
    let name =
        percent_encoding::utf8_percent_encode(&sent.name, percent_encoding::NON_ALPHANUMERIC);
    let disposition = format!("{way}; filename=\"{plain}\"; filename*=UTF-8''{name}");
    let disposition = HeaderValue::from_str(&disposition)
        .unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static(sent.media_type.as_str()),
        ),
        (header::CONTENT_DISPOSITION, disposition),
        (
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ),
    ];
    (headers, sent.content).into_response()
}
