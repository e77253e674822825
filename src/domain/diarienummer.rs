//! A case's number in the diary of the body that handles it.

/// A diarienummer in one of the city's three formats, written as the city writes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Diarienummer(String);

/// Why a text is no diarienummer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotADiarienummer {
    /// Nothing is written.
    #[error("nothing is written")]
    Missing,
    /// None of the three formats.
    #[error("none of the formats 0993/12, N043-0162/23 and SLK-2023-00802")]
    UnknownFormat,
    /// The year lies before 1900 or too far ahead to be true.
    #[error("the year can not be right")]
    Year,
}

impl Diarienummer {
    /// Accepts `0993/12` (number and year, used to about 2022), `N043-0162/23` (nämnd, number and year) and
    /// `SLK-2023-00802` (prefix, year, five digits; used now). Case, outer space and the kind of dash are forgiven.
    pub fn parse(raw: &str) -> Result<Self, NotADiarienummer> {
        let number: String = raw
            .trim()
            .chars()
            .map(|c| match c {
                '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
                other => other,
            })
            .collect::<String>()
            .to_uppercase();
        if number.is_empty() {
            return Err(NotADiarienummer::Missing);
        }
        match number.split_once('-') {
            Some((prefix, rest)) if rest.contains('-') => with_prefix(prefix, rest)?,
            Some((unit, rest)) => with_unit(unit, rest)?,
            None => number_and_year(&number, 1..=5)?,
        }
        Ok(Diarienummer(number))
    }

    /// Takes a number that was accepted earlier.
    pub fn from_stored(number: String) -> Self {
        Diarienummer(number)
    }

    /// The number as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Diarienummer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_digits(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn ensure(holds: bool) -> Result<(), NotADiarienummer> {
    if holds {
        Ok(())
    } else {
        Err(NotADiarienummer::UnknownFormat)
    }
}

/// `0993/12`.
fn number_and_year(
    text: &str,
    digits: std::ops::RangeInclusive<usize>,
) -> Result<(), NotADiarienummer> {
    let (number, year) = text
        .split_once('/')
        .ok_or(NotADiarienummer::UnknownFormat)?;
    ensure(is_digits(number, digits) && is_digits(year, 2..=2))
}

/// `N043` and `0162/23`.
fn with_unit(unit: &str, rest: &str) -> Result<(), NotADiarienummer> {
    ensure(
        unit.strip_prefix('N')
            .is_some_and(|digits| is_digits(digits, 3..=3)),
    )?;
    number_and_year(rest, 4..=5)
}

/// `SLK` and `2023-00802`.
fn with_prefix(prefix: &str, rest: &str) -> Result<(), NotADiarienummer> {
    let letters = prefix.chars().count();
    ensure(
        (2..=6).contains(&letters)
            && prefix
                .chars()
                .all(|c| c.is_ascii_uppercase() || "ÅÄÖ".contains(c)),
    )?;
    let (year, number) = rest
        .split_once('-')
        .ok_or(NotADiarienummer::UnknownFormat)?;
    ensure(is_digits(year, 4..=4) && is_digits(number, 5..=5))?;
    if ("1900".."2100").contains(&year) {
        Ok(())
    } else {
        Err(NotADiarienummer::Year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_formats_are_accepted_as_they_are_written() {
        for number in [
            "0993/12",
            "1473/18",
            "N043-0162/23",
            "N609-3849/22",
            "SLK-2023-00802",
            "SLK-2025-00553",
            "SBF-2024-01234",
        ] {
            assert_eq!(Diarienummer::parse(number).unwrap().as_str(), number);
        }
    }

    #[test]
    fn case_space_and_kind_of_dash_are_forgiven() {
        for raw in [
            " slk-2023-00802 ",
            "SLK–2023–00802",
            "Slk\u{2011}2023\u{2212}00802",
        ] {
            assert_eq!(
                Diarienummer::parse(raw).unwrap().as_str(),
                "SLK-2023-00802",
                "{raw}"
            );
        }
        assert_eq!(
            Diarienummer::parse("n043-0162/23").unwrap().as_str(),
            "N043-0162/23"
        );
    }

    #[test]
    fn everything_else_is_refused_with_a_reason() {
        assert_eq!(Diarienummer::parse("  "), Err(NotADiarienummer::Missing));
        assert_eq!(
            Diarienummer::parse("SLK-0023-00802"),
            Err(NotADiarienummer::Year)
        );
        for bad in [
            "0993",
            "0993/2012",
            "/12",
            "123456/12",
            "N43-0162/23",
            "X043-0162/23",
            "N043-162/23",
            "SLK-2023-802",
            "SLK-23-00802",
            "S-2023-00802",
            "SLK2023-00802",
            "SLK-2023-00802-1",
            "12879",
            "SLK-2023-0080A",
            "٠٩٩٣/12",
            "SLK-2023-00802/1",
            "N043-0162-23",
        ] {
            assert_eq!(
                Diarienummer::parse(bad),
                Err(NotADiarienummer::UnknownFormat),
                "{bad}"
            );
        }
    }
}
