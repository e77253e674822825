//! What the sign-in forms post, raw, and what the domain makes of it.

use crate::{
    domain::{
        identity::{AreaCode, Residence},
        sign_in::{Intent, LocalPath, Wish},
        text::{NameProblems, Ort, PersonName, TextProblem},
    },
    usecases::identity::Details,
};
use serde::Deserialize;

/// Errand and return address, carried through addresses and hidden fields. Not trusted: parsed each time.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Errand {
    /// Where the person was.
    pub till: String,
    /// What she was about to do.
    pub avsikt: String,
}

impl Errand {
    /// What is kept of it.
    pub fn wish(&self) -> Wish {
        Wish {
            intent: Intent::from_word(&self.avsikt),
            back: LocalPath::parse(&self.till),
        }
    }

    /// The errand of a wish, for the next address.
    pub fn of(wish: &Wish) -> Self {
        Errand {
            till: wish
                .back
                .as_ref()
                .map(|back| back.as_str().to_owned())
                .unwrap_or_default(),
            avsikt: wish.intent.as_word(),
        }
    }
}

/// The form that asks for a code.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct EmailForm {
    /// The hidden id of the form.
    pub form_id: String,
    /// The address as typed.
    pub epost: String,
    /// Where the person was.
    pub till: String,
    /// What she was about to do.
    pub avsikt: String,
}

impl EmailForm {
    /// Errand and return address.
    pub fn errand(&self) -> Errand {
        Errand {
            till: self.till.clone(),
            avsikt: self.avsikt.clone(),
        }
    }
}

/// The form that takes the code.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CodeForm {
    /// The code as typed.
    pub kod: String,
}

/// The form about the person.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DetailsForm {
    /// First name.
    pub fornamn: String,
    /// Last name.
    pub efternamn: String,
    /// The place she lives in.
    pub ort: String,
    /// A mellanområde, `not_in_goteborg`, `will_not_say`, or empty.
    pub omrade: String,
    /// Where the person was.
    pub till: String,
    /// What she was about to do.
    pub avsikt: String,
}

/// What is wrong with the form about the person, field by field.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct DetailsProblems {
    /// The first name.
    pub first: Option<TextProblem>,
    /// The last name.
    pub last: Option<TextProblem>,
    /// The place.
    pub ort: Option<TextProblem>,
    /// The area is not one of the list.
    pub area: bool,
}

impl DetailsForm {
    /// Errand and return address.
    pub fn errand(&self) -> Errand {
        Errand {
            till: self.till.clone(),
            avsikt: self.avsikt.clone(),
        }
    }

    /// What she tells, when every field can be read; `is_area` knows the city's mellanområden.
    ///
    /// # Errors
    /// Every field that cannot.
    pub fn parse(&self, is_area: impl Fn(&AreaCode) -> bool) -> Result<Details, DetailsProblems> {
        let name = PersonName::parse(&self.fornamn, &self.efternamn);
        let ort = Ort::parse(&self.ort);
        let residence = match self.omrade.as_str() {
            "" => Some(Residence::NotStated),
            code => {
                Residence::parse(code).filter(|residence| residence.area().is_none_or(&is_area))
            }
        };
        match (name, ort, residence) {
            (Ok(name), Ok(ort), Some(residence)) => Ok(Details {
                name,
                ort,
                residence,
            }),
            (name, ort, residence) => {
                let NameProblems { first, last } = name.err().unwrap_or(NameProblems {
                    first: None,
                    last: None,
                });
                Err(DetailsProblems {
                    first,
                    last,
                    ort: ort.err(),
                    area: residence.is_none(),
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(omrade: &str) -> DetailsForm {
        DetailsForm {
            fornamn: "Testperson".to_owned(),
            efternamn: "3".to_owned(),
            ort: "Göteborg".to_owned(),
            omrade: omrade.to_owned(),
            ..DetailsForm::default()
        }
    }

    #[test]
    fn the_area_is_voluntary_but_must_be_one_of_the_citys() {
        let knows_35 = |area: &AreaCode| area.as_str() == "35";
        for (typed, stored) in [
            ("", "not_stated"),
            ("35", "35"),
            ("not_in_goteborg", "not_in_goteborg"),
            ("will_not_say", "will_not_say"),
        ] {
            let details = form(typed).parse(knows_35).unwrap();
            assert_eq!(details.residence.as_str(), stored);
        }
        for wrong in ["36", "x", "101"] {
            assert!(form(wrong).parse(knows_35).unwrap_err().area, "{wrong}");
        }
    }

    #[test]
    fn every_missing_field_is_named_at_once() {
        let problems = DetailsForm::default().parse(|_| true).unwrap_err();
        let missing = Some(TextProblem::Missing);
        assert_eq!(
            (problems.first, problems.last, problems.ort, problems.area),
            (missing, missing, missing, false)
        );
    }
}
