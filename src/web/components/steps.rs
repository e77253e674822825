//! Where one is in a wizard: *Steg 2 av 5*.

use crate::web::layout::Frame;
use maud::{Markup, html};

/// The step `current` of `total`, both counted from 1, with its name.
pub fn steps(frame: &Frame, current: i64, total: i64, name: &str) -> Markup {
    let number = |n: i64| frame.locale.number(n);
    html! {
        div class="steps" {
            p { (frame.t.component_step(number(current), number(total))) ": " (name) }
            ol class="plain" aria-hidden="true" {
                @for step in 1..=total {
                    li data-state=[(step < current).then_some("done")]
                        aria-current=[(step == current).then_some("step")] {}
                }
            }
        }
    }
}
