//! Hiding small counts of people (invariant 2): no cell under five is shown, nor can one be worked out from the rest.
//!
//! Covers counts of *people broken down* by area, age, gender, trust level, language or channel. It never covers a
//! proposal's total, nor counts of proposals, decisions and bodies.

/// The smallest count of people that is shown in a breakdown.
pub const SMALLEST_SHOWN: i64 = 5;

/// Primärområden that are industry and harbour: a handful of people live there, so a share of them says nothing.
pub const INDUSTRIAL_AREAS: &[&str] = &["516", "707"];

/// A count in a breakdown, as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// The count.
    Shown(i64),
    /// Hidden: small, or needed to hide a small one.
    Hidden,
}

impl Cell {
    /// The count, when it may be shown.
    pub fn count(self) -> Option<i64> {
        match self {
            Cell::Shown(count) => Some(count),
            Cell::Hidden => None,
        }
    }
}

/// Hides what must be hidden in one breakdown whose total is shown beside it.
///
/// Every count under five is hidden, zero included. Then the limit is raised to the next larger count (all cells that
/// share it are hidden together) until the hidden cells are safe against subtraction from the total:
/// * they are at least two, so that the remainder is not one cell;
/// * they add up to five or more, so that the remainder itself is no small count;
/// * not all are equal, so that the remainder divided by their number is not each of them.
///
/// Since what is hidden depends on the values alone and never on their order, exchanging two different hidden counts
/// gives the same published table: not even someone who knows this rule can tell which is which. When the cells run
/// out, all are hidden and the total alone remains.
pub fn suppress(counts: &[i64]) -> Vec<Cell> {
    let mut limit = SMALLEST_SHOWN - 1;
    while !is_safe(counts, limit) {
        match counts.iter().copied().filter(|count| *count > limit).min() {
            Some(next) => limit = next,
            None => break,
        }
    }
    counts
        .iter()
        .map(|count| {
            if *count > limit {
                Cell::Shown(*count)
            } else {
                Cell::Hidden
            }
        })
        .collect()
}

fn is_safe(counts: &[i64], limit: i64) -> bool {
    let hidden: Vec<i64> = counts
        .iter()
        .copied()
        .filter(|count| *count <= limit)
        .collect();
    let Some(first) = hidden.first() else {
        return true;
    };
    hidden.iter().any(|count| count != first) && hidden.iter().sum::<i64>() >= SMALLEST_SHOWN
}

/// One whole and its parts in a nested breakdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nested {
    /// The whole, such as a stadsområde.
    pub whole: Cell,
    /// Its parts, such as its mellanområden.
    pub parts: Vec<Cell>,
}

/// Hides in a breakdown of two levels, where each whole is the sum of its parts and the grand total is shown. A whole that
/// is hidden hides all its parts; a whole that is shown is the total its parts are measured against.
pub fn suppress_nested(groups: &[Vec<i64>]) -> Vec<Nested> {
    let wholes: Vec<i64> = groups.iter().map(|parts| parts.iter().sum()).collect();
    suppress(&wholes)
        .into_iter()
        .zip(groups)
        .map(|(whole, parts)| Nested {
            whole,
            parts: match whole {
                Cell::Shown(_) => suppress(parts),
                Cell::Hidden => vec![Cell::Hidden; parts.len()],
            },
        })
        .collect()
}

/// People per thousand inhabitants of an area, from a cell that is shown. `None` for hidden cells, for areas without
/// inhabitants and always for [`INDUSTRIAL_AREAS`].
pub fn per_thousand(area: &str, cell: Cell, population: i64) -> Option<f64> {
    if INDUSTRIAL_AREAS.contains(&area) || population <= 0 {
        return None;
    }
    cell.count()
        .map(|count| count as f64 * 1_000.0 / population as f64)
}

/// New signatures hour by hour of one day whose total is shown: an hour with fewer than five is folded into its day.
pub fn fold_hours(hours: &[i64; 24]) -> Vec<Cell> {
    hours
        .iter()
        .map(|count| {
            if *count >= SMALLEST_SHOWN {
                Cell::Shown(*count)
            } else {
                Cell::Hidden
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Cell::{Hidden, Shown};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn large_counts_are_shown_as_they_are() {
        assert_eq!(suppress(&[5, 12, 200]), [Shown(5), Shown(12), Shown(200)]);
        assert_eq!(suppress(&[]), []);
    }

    #[test]
    fn one_small_count_takes_the_next_smallest_with_it() {
        assert_eq!(
            suppress(&[40, 3, 12, 7]),
            [Shown(40), Hidden, Shown(12), Hidden]
        );
        assert_eq!(
            suppress(&[9, 3, 9, 50]),
            [Hidden, Hidden, Hidden, Shown(50)],
            "equal ones go together"
        );
    }

    #[test]
    fn a_small_remainder_is_hidden_in_a_larger_one() {
        assert_eq!(
            suppress(&[1, 2, 30, 40]),
            [Hidden, Hidden, Hidden, Shown(40)]
        );
        assert_eq!(
            suppress(&[0, 0, 0, 30, 40]),
            [Hidden, Hidden, Hidden, Hidden, Shown(40)]
        );
        assert_eq!(
            suppress(&[4, 3, 30, 40]),
            [Hidden, Hidden, Shown(30), Shown(40)]
        );
    }

    #[test]
    fn equal_small_counts_are_not_told_by_division() {
        assert_eq!(
            suppress(&[4, 4, 4, 30, 40]),
            [Hidden, Hidden, Hidden, Hidden, Shown(40)]
        );
    }

    #[test]
    fn when_cells_run_out_only_the_total_remains() {
        assert_eq!(suppress(&[3]), [Hidden]);
        assert_eq!(suppress(&[2, 0]), [Hidden, Hidden]);
        assert_eq!(suppress(&[200, 1]), [Hidden, Hidden]);
    }

    #[test]
    fn a_hidden_whole_hides_its_parts_and_a_shown_one_protects_them() {
        let nested = suppress_nested(&[vec![2, 1], vec![30, 3, 8], vec![20, 20], vec![6, 0]]);
        assert_eq!(
            nested[0],
            Nested {
                whole: Hidden,
                parts: vec![Hidden, Hidden]
            }
        );
        assert_eq!(
            nested[1],
            Nested {
                whole: Shown(41),
                parts: vec![Shown(30), Hidden, Hidden]
            }
        );
        assert_eq!(
            nested[2],
            Nested {
                whole: Shown(40),
                parts: vec![Shown(20), Shown(20)]
            }
        );
        assert_eq!(
            nested[3],
            Nested {
                whole: Hidden,
                parts: vec![Hidden, Hidden]
            }
        );
    }

    #[test]
    fn industry_has_no_rate_and_hidden_cells_have_none() {
        assert_eq!(per_thousand("101", Shown(20), 10_000), Some(2.0));
        assert_eq!(per_thousand("101", Hidden, 10_000), None);
        assert_eq!(per_thousand("101", Shown(20), 0), None);
        for area in INDUSTRIAL_AREAS {
            assert_eq!(per_thousand(area, Shown(20), 40), None);
        }
    }

    #[test]
    fn a_quiet_hour_is_folded_into_its_day() {
        let mut hours = [0; 24];
        (hours[11], hours[12], hours[21]) = (9, 4, 5);
        let folded = fold_hours(&hours);
        assert_eq!(
            (folded[11], folded[12], folded[21], folded[3]),
            (Shown(9), Hidden, Shown(5), Hidden)
        );
    }

    /// All tables that publish the same cells and the same total: what someone who knows the rule can not tell apart.
    fn possible(published: &[Cell], total: i64) -> Vec<Vec<i64>> {
        let shown: i64 = published.iter().filter_map(|cell| cell.count()).sum();
        let mut tables = vec![Vec::new()];
        for (index, cell) in published.iter().enumerate() {
            let is_last_hidden = !published[index + 1..].contains(&Hidden);
            let mut longer = Vec::new();
            for table in tables {
                let used: i64 = table
                    .iter()
                    .zip(published)
                    .filter(|(_, cell)| **cell == Hidden)
                    .map(|(n, _)| *n)
                    .sum();
                let left = total - shown - used;
                let choices = match cell {
                    Shown(count) => *count..=*count,
                    Hidden if is_last_hidden => left..=left,
                    Hidden => 0..=left,
                };
                for count in choices {
                    longer.push([table.as_slice(), &[count]].concat());
                }
            }
            tables = longer;
        }
        tables.retain(|table| suppress(table) == published);
        tables
    }

    proptest! {
        #[test]
        fn no_small_count_is_ever_shown(counts in prop::collection::vec(0_i64..60, 0..40)) {
            for (cell, count) in suppress(&counts).iter().zip(&counts) {
                prop_assert!(*cell == Hidden || (*cell == Shown(*count) && *count >= SMALLEST_SHOWN));
            }
        }

        #[test]
        fn the_remainder_is_never_one_cell_nor_small_while_something_is_shown(
            counts in prop::collection::vec(0_i64..60, 1..40),
        ) {
            let cells = suppress(&counts);
            let hidden: Vec<i64> =
                cells.iter().zip(&counts).filter(|(cell, _)| **cell == Hidden).map(|(_, count)| *count).collect();
            if !hidden.is_empty() && hidden.len() < counts.len() {
                prop_assert!(hidden.len() >= 2);
                prop_assert!(hidden.iter().sum::<i64>() >= SMALLEST_SHOWN);
            }
        }

        #[test]
        fn order_does_not_matter(counts in prop::collection::vec(0_i64..30, 1..12)) {
            let mut turned = counts.clone();
            turned.reverse();
            let mut cells = suppress(&turned);
            cells.reverse();
            prop_assert_eq!(cells, suppress(&counts));
        }

        /// The attack itself: whoever knows the rule lists every table that would look the same.
        #[test]
        fn no_hidden_count_can_be_worked_out(counts in prop::collection::vec(0_i64..9, 2..5)) {
            let published = suppress(&counts);
            let total: i64 = counts.iter().sum();
            let is_partly_shown = published.iter().any(|cell| *cell != Hidden);
            if is_partly_shown && published.contains(&Hidden) {
                let tables = possible(&published, total);
                prop_assert!(tables.contains(&counts));
                for (index, cell) in published.iter().enumerate() {
                    if *cell == Hidden {
                        let first = tables[0][index];
                        prop_assert!(tables.iter().any(|table| table[index] != first), "cell {index} of {counts:?}");
                    }
                }
            }
        }
    }
}
