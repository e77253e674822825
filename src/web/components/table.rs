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
                table class=(class) id=(self.id) role=[self.role("table")] {
                    caption id=(caption_id) { (self.caption) }
                    thead role=[self.role("rowgroup")] { tr role=[self.role("row")] {
                        @for column in self.columns {
                            th scope="col" role=[self.role("columnheader")] class=[column.is_number.then_some("num")] { (column.heading) }
                        }
                    } }
                    tbody role=[self.role("rowgroup")] {
                        @for row in &self.rows { tr role=[self.role("row")] { (self.row(row)) } }
                    }
                }
            }
        }
    }

    fn row(&self, cells: &[Markup]) -> Markup {
        html! {
            @for (index, (cell, column)) in cells.iter().zip(self.columns).enumerate() {
                @let class = column.is_number.then_some("num");
                @if index == 0 { th scope="row" role=[self.role("rowheader")] class=[class] { (cell) } }
                @else { td role=[self.role("cell")] class=[class] data-label=[self.label(column)] { (cell) } }
            }
        }
    }

    /// A work list becomes a list of cards on a small screen: without its role it would then no longer be read as a
    /// table.
    fn role(&self, role: &'static str) -> Option<&'static str> {
        self.is_queue.then_some(role)
    }

    /// The heading that stands before a cell on a small screen.
    fn label<'c>(&self, column: &Column<'c>) -> Option<&'c str> {
        self.is_queue.then_some(column.heading)
    }
}
