//! The steps of the wizard and the questions each of them asks.

use crate::domain::codes::text_enum;

text_enum! {
    /// The steps of the wizard; the codes stand in addresses.
    pub enum Step {
        /// Title, text, topic.
        Idea => "ide",
        /// Similar proposals.
        Similar => "liknande",
        /// The place meant.
        Place => "plats",
        /// About the proposer.
        About => "om-dig",
        /// Everything once more.
        Check => "kontrollera",
        /// Sending.
        Send => "skicka",
    }
}

impl Step {
    /// Where it stands among the steps, from 1.
    pub fn number(self) -> i64 {
        let at = Step::ALL.iter().position(|step| *step == self);
        at.and_then(|at| i64::try_from(at).ok()).unwrap_or(0) + 1
    }

    /// The step after it.
    pub fn next(self) -> Option<Step> {
        let at = Step::ALL.iter().position(|step| *step == self)?;
        Step::ALL.get(at + 1).copied()
    }

    /// The step before it.
    pub fn previous(self) -> Option<Step> {
        let at = Step::ALL.iter().position(|step| *step == self)?;
        Step::ALL.get(at.checked_sub(1)?).copied()
    }
}

text_enum! {
    /// What is asked; the codes are the names of the form's fields.
    pub enum Asked {
        /// The title.
        Title => "titel",
        /// The text.
        Text => "text",
        /// The topic.
        Topic => "amne",
        /// The whole city or a part of it.
        Scope => "galler",
        /// The mellanområde it is about.
        Area => "omrade",
        /// The place in words.
        Place => "plats",
        /// The latitude of the point.
        Latitude => "lat",
        /// The longitude of the point.
        Longitude => "lon",
        /// First name.
        FirstName => "fornamn",
        /// Last name.
        LastName => "efternamn",
        /// Street and number.
        Address => "adress",
        /// Postal code.
        PostalCode => "postnummer",
        /// Town.
        Town => "ort",
        /// Country.
        Country => "land",
        /// Age.
        Age => "alder",
        /// Gender.
        Gender => "kon",
        /// E-mail.
        Email => "epost",
        /// Where in Göteborg she lives.
        Residence => "bor",
    }
}

impl Asked {
    /// The step that asks it.
    pub const fn step(self) -> Step {
        use Asked as A;
        match self {
            A::Title | A::Text | A::Topic => Step::Idea,
            A::Scope | A::Area | A::Place | A::Latitude | A::Longitude => Step::Place,
            _ => Step::About,
        }
    }
}
