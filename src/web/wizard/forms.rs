//! What the steps post, raw, and which answers of a draft each of them changes.

use crate::domain::drafts::{Draft, Step};
use serde::{Deserialize, Serialize};

/// One form for all steps: a step reads only its own fields.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct StepForm {
    /// The id of the form, which becomes that of a new draft.
    pub form_id: String,
    /// Which button was pressed.
    pub till: String,
    /// Whether the person came from the check page to change something.
    pub andra: String,
    titel: String,
    text: String,
    amne: String,
    galler: String,
    omrade: String,
    plats: String,
    lat: String,
    lon: String,
    fornamn: String,
    efternamn: String,
    adress: String,
    postnummer: String,
    ort: String,
    land: String,
    alder: String,
    kon: String,
    epost: String,
    bor: String,
    samtycke: String,
}

/// Which button was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// On to the next step.
    Next,
    /// Back to the step before.
    Back,
    /// Save and go on another time.
    Later,
}

/// The value of the button that leads back.
pub const BACK: &str = "tillbaka";
/// The value of the button that saves.
pub const LATER: &str = "spara";
/// The value of the button that leads on.
pub const NEXT: &str = "vidare";
/// The field, and its value, that leads back to the check page.
pub const CHANGING: (&str, &str) = ("andra", "ja");

impl StepForm {
    /// Which button was pressed; the Enter key is the first one.
    pub fn press(&self) -> Press {
        match self.till.as_str() {
            BACK => Press::Back,
            LATER => Press::Later,
            _ => Press::Next,
        }
    }

    /// Whether the person came from the check page.
    pub fn is_changing(&self) -> bool {
        self.andra == CHANGING.1
    }

    /// Writes a step's answers into the draft, right or wrong.
    pub fn write(self, step: Step, draft: &mut Draft) {
        match step {
            Step::Idea => self.write_idea(draft),
            Step::Similar => draft.has_seen_similar |= self.press() == Press::Next,
            Step::Place => self.write_place(draft),
            Step::About => self.write_about(draft),
            Step::Check => {
                draft.consents_to_name = !self.samtycke.is_empty() && draft.may_offer_name();
            }
            Step::Send => {}
        }
    }

    /// Another idea may have other proposals like it.
    fn write_idea(self, draft: &mut Draft) {
        let text = self.text.replace("\r\n", "\n");
        draft.has_seen_similar &= draft.title == self.titel && draft.text == text;
        draft.title = self.titel;
        draft.text = text;
        draft.topic = self.amne;
    }

    fn write_place(self, draft: &mut Draft) {
        draft.scope = self.galler;
        draft.area = self.omrade;
        draft.place = self.plats;
        draft.latitude = self.lat;
        draft.longitude = self.lon;
    }

    /// A consent given at one age does not outlive it.
    fn write_about(self, draft: &mut Draft) {
        draft.first_name = self.fornamn;
        draft.last_name = self.efternamn;
        draft.address = self.adress.replace("\r\n", "\n");
        draft.postal_code = self.postnummer;
        draft.town = self.ort;
        draft.country = self.land;
        draft.age = self.alder;
        draft.gender = self.kon;
        draft.email = self.epost;
        draft.residence = self.bor;
        draft.consents_to_name &= draft.may_offer_name();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &str) -> StepForm {
        let mut form = StepForm::default();
        for (name, value) in pairs.split('&').filter_map(|pair| pair.split_once('=')) {
            match name {
                "titel" => value.clone_into(&mut form.titel),
                "alder" => value.clone_into(&mut form.alder),
                "samtycke" => value.clone_into(&mut form.samtycke),
                _ => value.clone_into(&mut form.till),
            }
        }
        form
    }

    #[test]
    fn a_step_changes_its_own_answers_alone() {
        let mut draft = Draft {
            title: "Fler bänkar".to_owned(),
            ..Draft::default()
        };
        form("titel=Annat&alder=40").write(Step::About, &mut draft);
        assert_eq!(
            (draft.title.as_str(), draft.age.as_str()),
            ("Fler bänkar", "40")
        );
    }

    #[test]
    fn another_title_has_other_proposals_like_it() {
        let mut draft = Draft {
            title: "Fler bänkar".to_owned(),
            has_seen_similar: true,
            ..Draft::default()
        };
        form("titel=Fler bänkar").write(Step::Idea, &mut draft);
        assert!(draft.has_seen_similar);
        form("titel=Färre bänkar").write(Step::Idea, &mut draft);
        assert!(!draft.has_seen_similar);
    }

    #[test]
    fn a_child_can_not_consent_whatever_is_posted() {
        let mut draft = Draft::default();
        form("alder=17").write(Step::About, &mut draft);
        form("samtycke=ja").write(Step::Check, &mut draft);
        assert!(!draft.consents_to_name);
        form("alder=18").write(Step::About, &mut draft);
        form("samtycke=ja").write(Step::Check, &mut draft);
        assert!(draft.consents_to_name);
        form("alder=16").write(Step::About, &mut draft);
        assert!(!draft.consents_to_name);
    }

    #[test]
    fn enter_leads_on() {
        assert_eq!(form("").press(), Press::Next);
        assert_eq!(form("till=tillbaka").press(), Press::Back);
        assert_eq!(form("till=spara").press(), Press::Later);
    }
}
