//! The numbered test persons one can be in the demo, built on Skatteverket's official test numbers.

use super::permissions::Role;

/// A test person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoPerson {
    /// Her number: "Testperson 4".
    pub number: u32,
    /// An official test number, which `torget serve` refuses.
    pub digits: &'static str,
    /// What she is here for.
    pub part: Part,
}

/// What a test person is here for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A resident.
    Resident,
    /// A resident under 18.
    Minor,
    /// A resident with a samordningsnummer.
    Coordination,
    /// Someone whose e-legitimation is too weak (tillitsnivå 2).
    Weak,
    /// Staff, with the slug of the body where the role asks for one.
    Staff(Role, Option<&'static str>),
}

/// Where the demo's people say that they live.
pub const TOWN: &str = "Göteborg";

/// Everyone one can be. The numbers are the first of Skatteverket's list, but where the part asks for another.
pub const DEMO_PEOPLE: &[DemoPerson] = &[
    person(1, "189001019802", Part::Resident),
    person(2, "189001159806", Part::Resident),
    person(3, "189001299800", Part::Resident),
    person(4, "189002129808", Part::Staff(Role::Moderator, None)),
    person(5, "189002269802", Part::Staff(Role::Coordinator, None)),
    person(
        6,
        "189003129807",
        Part::Staff(Role::Handlaggare, Some("stadsmiljonamnden")),
    ),
    person(
        7,
        "189003269801",
        Part::Staff(Role::Handlaggare, Some("idrotts-och-foreningsnamnden")),
    ),
    person(8, "189004099801", Part::Staff(Role::Analyst, None)),
    person(9, "189004239803", Part::Staff(Role::Administrator, None)),
    person(10, "201001122397", Part::Minor),
    person(11, "197001902399", Part::Coordination),
    person(12, "189005079802", Part::Weak),
];

const fn person(number: u32, digits: &'static str, part: Part) -> DemoPerson {
    DemoPerson {
        number,
        digits,
        part,
    }
}

impl DemoPerson {
    /// The address of her mails.
    pub fn email(&self) -> String {
        format!("testperson{}@example.se", self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{personnummer::Personnummer, time::Day};

    #[test]
    fn everyone_has_an_official_test_number_of_her_own() {
        let today = Day::new(2026, 11, 21).unwrap();
        for person in DEMO_PEOPLE {
            let number = Personnummer::parse(person.digits, today).ok().unwrap();
            assert!(number.is_test_number(), "{}", person.number);
            let is_samordning = person.part == Part::Coordination;
            assert_eq!(number.is_samordningsnummer(), is_samordning);
            let is_minor = number.age_on(today).is_some_and(|age| age < 18);
            assert_eq!(is_minor, person.part == Part::Minor);
        }
        let mut digits: Vec<_> = DEMO_PEOPLE.iter().map(|person| person.digits).collect();
        digits.sort_unstable();
        digits.dedup();
        assert_eq!(digits.len(), DEMO_PEOPLE.len());
    }
}
