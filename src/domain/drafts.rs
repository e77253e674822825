//! A draft: everything as typed, kept from the first step on, and read as a submission when it is complete.

use super::{
    email::Email,
    geometry::Point,
    identity::{Age, AreaCode, Gender, Residence},
    ids::DraftId,
    keys::{Keys, NONCE_BYTES},
    proposals::Topic,
    submissions::{About, Idea, PlaceMeant, Submission},
    text::{
        Body, Country, NameProblems, Ort, PersonName, PlaceText, PostalAddress, PostalCode,
        TextProblem, Title,
    },
};
use serde::{Deserialize, Serialize};

mod steps;

pub use steps::{Asked, Step};

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// A text that cannot be taken.
    Text(TextProblem),
    /// None of the choices.
    NotChosen,
    /// No number that can be meant.
    NotANumber,
    /// A point outside Göteborg.
    OutsideCity,
}

impl From<TextProblem> for Wrong {
    fn from(problem: TextProblem) -> Self {
        Wrong::Text(problem)
    }
}

/// Everything that is wrong, in the order it is asked.
pub type Problems = Vec<(Asked, Wrong)>;

/// What the rules need to know of the city.
pub trait City {
    /// Whether there is a mellanområde with this code.
    fn has_area(&self, code: &AreaCode) -> bool;
    /// Whether a point lies in the city.
    fn holds(&self, point: Point) -> bool;
}

/// The answers as typed, right or wrong: going back never loses anything.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The title.
    pub title: String,
    /// The text.
    pub text: String,
    /// The code of the topic.
    pub topic: String,
    /// `city` or `part`.
    pub scope: String,
    /// The code of the mellanområde it is about.
    pub area: String,
    /// The place in words.
    pub place: String,
    /// The latitude of the point.
    pub latitude: String,
    /// The longitude of the point.
    pub longitude: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Street and number.
    pub address: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// Country.
    pub country: String,
    /// Age.
    pub age: String,
    /// The code of the gender.
    pub gender: String,
    /// E-mail.
    pub email: String,
    /// The code of where she lives; empty when the question is left.
    pub residence: String,
    /// Whether the name may be published.
    pub consents_to_name: bool,
    /// Whether the similar proposals have been seen for what the draft asks now.
    pub has_seen_similar: bool,
}

/// It is about the whole city.
pub const WHOLE_CITY: &str = "city";
/// It is about a part of the city.
pub const PART_OF_CITY: &str = "part";

impl Draft {
    /// What it asks for.
    ///
    /// # Errors
    /// Every answer that cannot be taken.
    pub fn idea(&self) -> Result<Idea, Problems> {
        let mut problems = Problems::new();
        let title = keep(&mut problems, Asked::Title, Title::parse(&self.title));
        let text = keep(&mut problems, Asked::Text, Body::parse(&self.text));
        let topic = Topic::parse(&self.topic).ok_or(Wrong::NotChosen);
        let topic = keep(&mut problems, Asked::Topic, topic);
        match (title, text, topic) {
            (Some(title), Some(text), Some(topic)) => Ok(Idea { title, text, topic }),
            _ => Err(problems),
        }
    }

    /// The place it is about. Area, words and point count only for a part of the city.
    ///
    /// # Errors
    /// Every answer that cannot be taken.
    pub fn place(&self, city: &dyn City) -> Result<PlaceMeant, Problems> {
        match self.scope.as_str() {
            WHOLE_CITY => return Ok(PlaceMeant::default()),
            PART_OF_CITY => {}
            _ => return Err(vec![(Asked::Scope, Wrong::NotChosen)]),
        }
        let mut problems = Problems::new();
        let area = keep(&mut problems, Asked::Area, self.parse_area(city)).flatten();
        let words = optional(&self.place, PlaceText::parse);
        let text = keep(&mut problems, Asked::Place, words).flatten();
        let point = match self.parse_point(city) {
            Ok(point) => point,
            Err(wrong) => {
                problems.push(wrong);
                None
            }
        };
        let says_nothing = area.is_none() && text.is_none() && point.is_none();
        if says_nothing && problems.is_empty() {
            problems.push((Asked::Area, Wrong::NotChosen));
        }
        if problems.is_empty() {
            Ok(PlaceMeant { area, text, point })
        } else {
            Err(problems)
        }
    }

    fn parse_area(&self, city: &dyn City) -> Result<Option<AreaCode>, Wrong> {
        if self.area.is_empty() {
            return Ok(None);
        }
        let area = AreaCode::parse(&self.area).filter(|area| city.has_area(area));
        area.map(Some).ok_or(Wrong::NotChosen)
    }

    fn parse_point(&self, city: &dyn City) -> Result<Option<Point>, (Asked, Wrong)> {
        if self.latitude.trim().is_empty() && self.longitude.trim().is_empty() {
            return Ok(None);
        }
        let degrees = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok();
        let not_a_number = |asked| (asked, Wrong::NotANumber);
        let latitude = degrees(&self.latitude).ok_or_else(|| not_a_number(Asked::Latitude))?;
        let longitude = degrees(&self.longitude).ok_or_else(|| not_a_number(Asked::Longitude))?;
        let point = Point {
            longitude,
            latitude,
        };
        if city.holds(point) {
            Ok(Some(point))
        } else {
            Err((Asked::Latitude, Wrong::OutsideCity))
        }
    }

    /// About the proposer.
    ///
    /// # Errors
    /// Every answer that cannot be taken.
    pub fn about(&self, city: &dyn City) -> Result<About, Problems> {
        let mut problems = Problems::new();
        let p = &mut problems;
        let name = keep_name(p, PersonName::parse(&self.first_name, &self.last_name));
        let address = keep(p, Asked::Address, PostalAddress::parse(&self.address));
        let postal_code = optional(&self.postal_code, PostalCode::parse);
        let postal_code = keep(p, Asked::PostalCode, postal_code);
        let town = keep(p, Asked::Town, Ort::parse(&self.town));
        let country = keep(p, Asked::Country, Country::parse(&self.country));
        let age = keep(p, Asked::Age, parse_age(&self.age));
        let gender = Gender::parse(&self.gender).ok_or(Wrong::NotChosen);
        let gender = keep(p, Asked::Gender, gender);
        let email = keep(p, Asked::Email, Email::parse(&self.email));
        let residence = keep(p, Asked::Residence, self.parse_residence(city));
        let about = (|| {
            Some(About {
                name: name?,
                address: address?,
                postal_code: postal_code?,
                town: town?,
                country: country?,
                age: age?,
                gender: gender?,
                email: email?,
                residence: residence?,
                consents_to_name: self.consents_to_name,
            })
        })();
        about.ok_or(problems)
    }

    fn parse_residence(&self, city: &dyn City) -> Result<Residence, Wrong> {
        if self.residence.is_empty() {
            return Ok(Residence::NotStated);
        }
        Residence::parse(&self.residence)
            .filter(|residence| residence.area().is_none_or(|area| city.has_area(area)))
            .ok_or(Wrong::NotChosen)
    }

    /// Whether the typed age lets the name be published, so that consent may be asked for at all.
    pub fn may_offer_name(&self) -> bool {
        parse_age(&self.age).is_ok_and(Age::may_publish_name)
    }

    /// The whole draft as a submission.
    ///
    /// # Errors
    /// Every answer that cannot be taken.
    pub fn submission(&self, city: &dyn City) -> Result<Submission, Problems> {
        match (self.idea(), self.place(city), self.about(city)) {
            (Ok(idea), Ok(place), Ok(about)) => Ok(Submission { idea, place, about }),
            (idea, place, about) => {
                let all = [idea.err(), place.err(), about.err()];
                Err(all.into_iter().flatten().flatten().collect())
            }
        }
    }

    /// The first step with something to do before the draft can be checked.
    pub fn first_open_step(&self, city: &dyn City) -> Option<Step> {
        if self.idea().is_err() {
            return Some(Step::Idea);
        }
        if !self.has_seen_similar {
            return Some(Step::Similar);
        }
        let problems = self.submission(city).err()?;
        problems.first().map(|(asked, _)| asked.step())
    }

    /// Closes it, bound to the draft's id.
    pub fn seal(&self, keys: &Keys, id: DraftId, nonce: [u8; NONCE_BYTES]) -> Vec<u8> {
        keys.seal_json(self, id.0.as_bytes(), nonce)
    }

    /// Opens it; `None` when it belongs to another draft or other keys.
    pub fn open(keys: &Keys, id: DraftId, sealed: &[u8]) -> Option<Self> {
        serde_json::from_slice(&keys.open(sealed, id.0.as_bytes())?).ok()
    }
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Draft(..)")
    }
}

fn keep<T, E: Into<Wrong>>(
    problems: &mut Problems,
    asked: Asked,
    answer: Result<T, E>,
) -> Option<T> {
    answer
        .map_err(|wrong| problems.push((asked, wrong.into())))
        .ok()
}

fn keep_name(
    problems: &mut Problems,
    name: Result<PersonName, NameProblems>,
) -> Option<PersonName> {
    let NameProblems { first, last } = match name {
        Ok(name) => return Some(name),
        Err(wrong) => wrong,
    };
    problems.extend(first.map(|wrong| (Asked::FirstName, wrong.into())));
    problems.extend(last.map(|wrong| (Asked::LastName, wrong.into())));
    None
}

fn optional<T>(
    raw: &str,
    parse: impl Fn(&str) -> Result<T, TextProblem>,
) -> Result<Option<T>, TextProblem> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    parse(raw).map(Some)
}

fn parse_age(raw: &str) -> Result<Age, Wrong> {
    let raw = raw.trim();
    if raw.is_empty() {
        return Err(TextProblem::Missing.into());
    }
    let years = raw.parse().ok().and_then(Age::new);
    years.ok_or(Wrong::NotANumber)
}

#[cfg(test)]
#[path = "drafts_tests.rs"]
mod tests;
