//! A table with a caption, that scrolls by itself on small screens.

use maud::{Markup, html};

/// A column: its heading, and whether it holds numbers.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    /// The heading.
    pub heading: &'a str,
    /// Numbers stand to the right, so that their digits line up.
    pub is_number: bool,
}

/// A table; the first cell of a row is its heading.
pub struct Table<'a> {
    /// The id of the table, unique on the page.
    pub id: &'a str,
    /// What the table shows.
    pub caption: &'a str,
    /// The columns.
    pub columns: &'a [Column<'a>],
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Markup>>,
    /// Whether it is a work list: denser, rows light up.
    pub is_queue: bool,
}

impl Table<'_> {
    /// The table in a region that can be scrolled with the keyboard.
    pub fn render(&self) -> Markup {
        let caption_id = format!("{}-caption", self.id);
        let class = if self.is_queue {
            "ds-table queue"
        } else {
            "ds-table"
        };
        html! {
            div class="scroll" role="region" tabindex="0" aria-labelledby=(caption_id) {
                table class=(class) id=(self.id) {
                    caption id=(caption_id) { (self.caption) }
                    thead { tr {
                        @for column in self.columns {
                            th scope="col" class=[column.is_number.then_some("num")] { (column.heading) }
                        }
                    } }
                    tbody { @for row in &self.rows { tr { (self.row(row)) } } }
                }
            }
        }
    }

    fn row(&self, cells: &[Markup]) -> Markup {
        html! {
            @for (index, (cell, column)) in cells.iter().zip(self.columns).enumerate() {
                @let class = column.is_number.then_some("num");
                @if index == 0 { th scope="row" class=[class] { (cell) } }
                @else { td class=[class] { (cell) } }
            }
        }
    }
}
