//! What is wrong with an answer, in the person's language.

use crate::{
    domain::{
        drafts::{Asked, Problems, Wrong},
        identity::Age,
        text::TextProblem,
    },
    web::layout::Frame,
};

/// Field names with their messages, for the summary and beside the fields.
pub struct Messages(Vec<(&'static str, String)>);

impl Messages {
    /// The messages of these problems, in the order of the form.
    pub fn of(frame: &Frame, problems: &Problems) -> Self {
        let messages = problems
            .iter()
            .map(|(asked, wrong)| (asked.as_str(), message(frame, *asked, *wrong)));
        Messages(messages.collect())
    }

    /// All of them.
    pub fn all(&self) -> &[(&'static str, String)] {
        &self.0
    }

    /// The message beside a field.
    pub fn at(&self, asked: Asked) -> Option<&str> {
        let found = self.0.iter().find(|(field, _)| *field == asked.as_str());
        found.map(|(_, message)| message.as_str())
    }
}

fn message(frame: &Frame, asked: Asked, wrong: Wrong) -> String {
    let t = frame.t;
    let number = |n: usize| frame.locale.number(i64::try_from(n).unwrap_or(i64::MAX));
    match wrong {
        Wrong::Text(TextProblem::Missing) | Wrong::NotChosen => missing(frame, asked),
        Wrong::Text(TextProblem::TooShort { min, found }) => {
            t.propose_too_short(number(found), number(min))
        }
        Wrong::Text(TextProblem::TooLong { max, found }) => {
            t.propose_too_long(number(found), number(max))
        }
        Wrong::Text(TextProblem::BadCharacter) => t.propose_bad_character(),
        Wrong::Text(TextProblem::NotAnEmail) => t.propose_email_wrong(),
        Wrong::NotANumber if asked == Asked::Age => {
            t.propose_age_wrong(frame.locale.number(i64::from(Age::MAX)))
        }
        Wrong::NotANumber => t.propose_point_wrong(),
        Wrong::OutsideCity => t.propose_point_outside(),
    }
}

fn missing(frame: &Frame, asked: Asked) -> String {
    let t = frame.t;
    match asked {
        Asked::Title => t.propose_title_missing(),
        Asked::Text => t.propose_text_missing(),
        Asked::Topic => t.propose_topic_missing(),
        Asked::Scope => t.propose_scope_missing(),
        Asked::Area => t.propose_area_missing(),
        Asked::Place => t.propose_bad_character(),
        Asked::Latitude | Asked::Longitude => t.propose_point_wrong(),
        Asked::FirstName => t.propose_first_name_missing(),
        Asked::LastName => t.propose_last_name_missing(),
        Asked::Address => t.propose_address_missing(),
        Asked::PostalCode => t.propose_bad_character(),
        Asked::Town => t.propose_town_missing(),
        Asked::Country => t.propose_country_missing(),
        Asked::Age => t.propose_age_missing(),
        Asked::Gender => t.propose_gender_missing(),
        Asked::Email => t.propose_email_missing(),
        Asked::Residence => t.propose_residence_unknown(),
    }
}
