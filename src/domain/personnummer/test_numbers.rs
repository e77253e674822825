//! Skatteverket's official test numbers, kept as sorted lines in the binary.
//!
//! No rule tells them from real numbers, only the list does. Of the personnummer every 14th is kept.

const PERSONNUMMER: &str =
    include_str!("../../../assets/data/testpersonnummer/personnummer-sample.txt");
const SAMORDNINGSNUMMER: &str =
    include_str!("../../../assets/data/testpersonnummer/samordningsnummer.txt");

/// A line: twelve digits and the line's end.
const LINE: usize = 13;

/// All test numbers kept, personnummer first, each list from the oldest to the youngest.
pub fn test_numbers() -> impl Iterator<Item = &'static str> {
    PERSONNUMMER.lines().chain(SAMORDNINGSNUMMER.lines())
}

/// Whether the number is in one of the lists.
pub fn is_listed(number: &[u8; 12]) -> bool {
    [PERSONNUMMER, SAMORDNINGSNUMMER].iter().any(|list| {
        let (lines, _) = list.as_bytes().as_chunks::<LINE>();
        lines
            .binary_search_by(|line| line[..12].cmp(number))
            .is_ok()
    })
}

#[cfg(test)]
#[test]
fn the_lists_are_sorted_lines_of_twelve_digits() {
    for list in [PERSONNUMMER, SAMORDNINGSNUMMER] {
        assert!(list.lines().is_sorted());
        assert!(
            list.lines()
                .all(|line| line.len() == 12 && line.bytes().all(|b| b.is_ascii_digit()))
        );
        assert_eq!(list.len(), list.lines().count() * LINE);
    }
}
