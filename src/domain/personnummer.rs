//! Personnummer and samordningsnummer: reading and checking them.
//!
//! No number is ever stored or logged: the type has no `Debug` and no `Display`, and its errors carry no digit.
//! Rules: folkbokföringslagen (1991:481) 18 §; the check digit is that of Skatteverket's brochure SKV 704.

mod test_numbers;

use super::time::Day;
pub use test_numbers::test_numbers;

/// Nobody who was given a number when they came in 1947 was born before this year.
const EARLIEST_YEAR: i16 = 1840;

/// A checked personnummer or samordningsnummer, as the twelve digits `YYYYMMDDNNNC`.
#[derive(Clone, PartialEq, Eq)]
pub struct Personnummer([u8; 12]);

/// Why a text is no such number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PersonnummerFault {
    /// Neither ten nor twelve digits, with at most one `-` or `+` before the last four.
    #[error("not ten or twelve digits")]
    Shape,
    /// The check digit does not fit the others: most often a slip of the finger.
    #[error("the check digit is wrong")]
    CheckDigit,
    /// No such day. The numbers of organisations end here too: their month is 20 or more.
    #[error("no such day of birth")]
    Date,
    /// A day of birth that lies ahead, or one in the far past.
    #[error("the day of birth lies ahead or too far back")]
    Year,
    /// One of Skatteverket's test numbers, where only real ones are taken.
    #[error("a test number")]
    TestNumber,
    /// Not one of Skatteverket's test numbers, where only those are taken.
    #[error("not a test number")]
    NotTestNumber,
}

/// Which numbers are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admitted {
    /// In service: never a test number.
    Real,
    /// In the demo and in tests: never a real person's number.
    Test,
}

/// What the next to last digit says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegalSex {
    /// Even.
    Female,
    /// Odd.
    Male,
}

impl Personnummer {
    /// Reads `YYYYMMDDNNNC` or `YYMMDDNNNC`, with or without `-` or `+` before the last four digits; blanks are forgiven.
    /// With two digits for the year, `+` says that the person turns 100 this year or has done so.
    pub fn parse(text: &str, today: Day) -> Result<Self, PersonnummerFault> {
        let (digits, is_centenarian) = digits(text)?;
        if !is_checked(&digits[digits.len() - 10..]) {
            return Err(PersonnummerFault::CheckDigit);
        }
        let number = match <[u8; 12]>::try_from(digits.as_slice()) {
            Ok(digits) => Personnummer(digits),
            Err(_) => with_century(&digits, is_centenarian, today),
        };
        number.check_day(today)?;
        Ok(number)
    }

    /// The number, if such numbers are taken here.
    pub fn admit(self, admitted: Admitted) -> Result<Self, PersonnummerFault> {
        match (admitted, self.is_test_number()) {
            (Admitted::Real, true) => Err(PersonnummerFault::TestNumber),
            (Admitted::Test, false) => Err(PersonnummerFault::NotTestNumber),
            _ => Ok(self),
        }
    }

    /// The twelve ASCII digits, to be hashed at once and shown to nobody.
    pub fn reveal(&self) -> &[u8; 12] {
        &self.0
    }

    /// Whether it is one of Skatteverket's official test numbers that the project keeps.
    pub fn is_test_number(&self) -> bool {
        test_numbers::is_listed(&self.0)
    }

    /// Whether it is a samordningsnummer: 60 is added to the day.
    pub fn is_samordningsnummer(&self) -> bool {
        self.written_day() >= 60
    }

    /// The day of birth; `None` when a samordningsnummer leaves month or day open or has a day that
    /// the month lacks.
    pub fn born_on(&self) -> Option<Day> {
        Day::new(self.year(), self.month(), self.written_day() % 60)
    }

    /// Full years on a day; `None` when the day of birth is not known.
    pub fn age_on(&self, today: Day) -> Option<i16> {
        let born = self.born_on()?;
        let is_before_birthday = (today.month(), today.day()) < (born.month(), born.day());
        Some(today.year() - born.year() - i16::from(is_before_birthday))
    }

    /// What the number says of the sex. Says nothing of gender, which people state themselves.
    pub fn legal_sex(&self) -> LegalSex {
        if self.0[10].is_multiple_of(2) {
            LegalSex::Female
        } else {
            LegalSex::Male
        }
    }

    fn part(&self, from: usize, to: usize) -> i16 {
        self.0[from..to]
            .iter()
            .fold(0, |sum, digit| sum * 10 + i16::from(digit - b'0'))
    }

    fn year(&self) -> i16 {
        self.part(0, 4)
    }

    fn month(&self) -> i8 {
        self.part(4, 6) as i8
    }

    /// The day as written: 1 to 31, or 60 to 91 in a samordningsnummer.
    fn written_day(&self) -> i8 {
        self.part(6, 8) as i8
    }

    fn check_day(&self, today: Day) -> Result<(), PersonnummerFault> {
        let (year, month, day) = (self.year(), self.month(), self.written_day());
        if !self.is_day() {
            return Err(PersonnummerFault::Date);
        }
        // An unknown month or day is 0 and so never makes the day lie ahead.
        let is_ahead = (year, month, day % 60) > (today.year(), today.month(), today.day());
        if year < EARLIEST_YEAR || is_ahead {
            return Err(PersonnummerFault::Year);
        }
        Ok(())
    }

    /// A day of the calendar. A samordningsnummer may leave month (00) or day (60) open, and Skatteverket's own list has
    /// days such as 31 April: the day is then not known.
    fn is_day(&self) -> bool {
        if self.is_samordningsnummer() {
            return (0..=12).contains(&self.month()) && (60..=91).contains(&self.written_day());
        }
        self.born_on().is_some()
    }
}

/// The ten or twelve ASCII digits, and whether a `+` stood before the last four.
fn digits(text: &str) -> Result<(Vec<u8>, bool), PersonnummerFault> {
    let marks: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut digits = Vec::with_capacity(12);
    let mut is_centenarian = false;
    for (at, mark) in marks.iter().enumerate() {
        match mark {
            '0'..='9' if digits.len() < 12 => digits.push(*mark as u8),
            // A dash pasted from a text may be any of the typographic ones.
            '-' | '+' | '\u{2010}'..='\u{2015}' | '\u{2212}' if at + 5 == marks.len() => {
                is_centenarian = *mark == '+';
            }
            _ => return Err(PersonnummerFault::Shape),
        }
    }
    if matches!(digits.len(), 10 | 12) {
        Ok((digits, is_centenarian))
    } else {
        Err(PersonnummerFault::Shape)
    }
}

/// Luhn on the ten digits as written: a samordningsnummer keeps the 60 in its day.
fn is_checked(ten: &[u8]) -> bool {
    let sum: u32 = ten
        .iter()
        .enumerate()
        .map(|(at, digit)| {
            let product = u32::from(digit - b'0') * if at % 2 == 0 { 2 } else { 1 };
            product / 10 + product % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Adds the century to ten digits: the latest one that does not lie ahead, or with `+` the latest in which the person turns
/// 100 this year or earlier.
fn with_century(ten: &[u8], is_centenarian: bool, today: Day) -> Personnummer {
    let complete = |century: i16| {
        let mut digits = [b'0'; 12];
        digits[0] += (century / 10) as u8;
        digits[1] += (century % 10) as u8;
        digits[2..].copy_from_slice(ten);
        Personnummer(digits)
    };
    let this_century = today.year() / 100;
    let latest = complete(this_century);
    let is_possible = if is_centenarian {
        latest.year() <= today.year() - 100
    } else {
        latest.check_day(today) != Err(PersonnummerFault::Year)
    };
    if is_possible {
        return latest;
    }
    let earlier = complete(this_century - 1);
    if is_centenarian && earlier.year() > today.year() - 100 {
        complete(this_century - 2)
    } else {
        earlier
    }
}

#[cfg(test)]
mod tests;
