//! The summary of what is wrong with a form, first on the page.

use crate::web::layout::Frame;
use maud::{Markup, html};

/// Lists each error as a link to its field; draws nothing when there is none. Pairs are field name and message.
pub fn error_summary(frame: &Frame, errors: &[(&str, String)]) -> Markup {
    let count = i64::try_from(errors.len()).unwrap_or(i64::MAX);
    html! {
        @if !errors.is_empty() {
            div class="ds-error-summary" role="alert" tabindex="-1" id="fel" {
                h2 { (frame.t.form_errors_title(count, frame.locale.number(count))) }
                ul {
                    @for (field, message) in errors {
                        li { a href={ "#" (field) } { (message) } }
                    }
                }
            }
        }
    }
}
