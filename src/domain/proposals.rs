//! A proposal's fixed facts: where it comes from, what it is about, and what an import knows of it.

use super::codes::text_enum;
use super::decisions::Outcome;
use super::time::Day;

text_enum! {
    /// Where a proposal comes from.
    pub enum Origin {
        /// Sent in here.
        Own => "own",
        /// From the city's open data or minutes; enters no clock, closing, reminder or mail.
        Imported => "imported",
        /// Made for the demo; always marked as such.
        Demo => "demo",
    }
}

impl Origin {
    /// Whether clocks, closing, reminders and mail concern such a proposal.
    pub const fn is_living(self) -> bool {
        !matches!(self, Origin::Imported)
    }
}

text_enum! {
    /// The city's ten topics (open data export of 2022-11-21).
    pub enum Topic {
        /// Gata, park och lekplatser.
        StreetsParks => "streets_parks",
        /// Trafik och kommunikationer.
        Transport => "transport",
        /// Kultur och fritid.
        CultureLeisure => "culture_leisure",
        /// Miljö och hälsa.
        EnvironmentHealth => "environment_health",
        /// Bygga och bo.
        Housing => "housing",
        /// Skola och utbildning.
        School => "school",
        /// Turism och näringsliv.
        TourismBusiness => "tourism_business",
        /// Trygghet och säkerhet.
        Safety => "safety",
        /// Vård och omsorg.
        Care => "care",
        /// Övrigt/Annat.
        Other => "other",
    }
}

impl Topic {
    /// The topic as the city's open data write it. The words people read lie in `locales/`.
    pub const fn import_label(self) -> &'static str {
        match self {
            Topic::StreetsParks => "Gata, park och lekplatser",
            Topic::Transport => "Trafik och kommunikationer",
            Topic::CultureLeisure => "Kultur och fritid",
            Topic::EnvironmentHealth => "Miljö och hälsa",
            Topic::Housing => "Bygga och bo",
            Topic::School => "Skola och utbildning",
            Topic::TourismBusiness => "Turism och näringsliv",
            Topic::Safety => "Trygghet och säkerhet",
            Topic::Care => "Vård och omsorg",
            Topic::Other => "Övrigt/Annat",
        }
    }

    /// The topic with this label in the open data.
    pub fn from_import_label(label: &str) -> Option<Self> {
        Topic::ALL
            .iter()
            .copied()
            .find(|topic| topic.import_label() == label)
    }
}

text_enum! {
    /// The status of an imported proposal.
    pub enum ImportedStatus {
        /// Samlar underskrifter.
        Collecting => "collecting",
        /// Inväntar beslut från nämnd.
        AwaitingDecision => "awaiting_decision",
        /// Godkänd arkiverad.
        Archived => "archived",
    }
}

impl ImportedStatus {
    /// The status with these words in the open data.
    pub fn from_import_label(label: &str) -> Option<Self> {
        match label {
            "Samlar underskrifter" => Some(ImportedStatus::Collecting),
            "Inväntar beslut från nämnd" => Some(ImportedStatus::AwaitingDecision),
            "Godkänd arkiverad" => Some(ImportedStatus::Archived),
            _ => None,
        }
    }
}

/// What the source says of an imported proposal, kept as written and beside the stage machine. Status and result are
/// entered by hand in the source and do not always agree: both are kept, neither is corrected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportedFacts {
    /// The status as written.
    pub status: Option<String>,
    /// The result as written.
    pub result: Option<String>,
    /// The result as a code, our reading.
    pub outcome: Option<Outcome>,
    /// Recipients as written, several divided by `; `.
    pub recipients: Option<String>,
    /// Whether the source says that it reached 200 signatures.
    pub reached: Option<bool>,
    /// The day these facts were last known to hold.
    pub seen_on: Option<Day>,
}

impl ImportedFacts {
    /// The status as a code; `None` when none is written.
    pub fn status_code(&self) -> Option<ImportedStatus> {
        self.status
            .as_deref()
            .and_then(ImportedStatus::from_import_label)
    }

    /// Status and result that contradict each other, for the import's list of remarks.
    pub fn is_contradictory(&self, votes: Option<i64>, threshold: i64) -> bool {
        let open_with_result = self.outcome.is_some()
            && matches!(
                self.status_code(),
                Some(ImportedStatus::Collecting | ImportedStatus::AwaitingDecision)
            );
        let below_with_enough = self.outcome == Some(Outcome::BelowThreshold)
            && votes.is_some_and(|votes| votes >= threshold);
        open_with_result || below_with_enough
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_is_found_by_its_label_in_the_open_data() {
        assert_eq!(Topic::ALL.len(), 10);
        for topic in Topic::ALL {
            assert_eq!(Topic::from_import_label(topic.import_label()), Some(*topic));
            assert_eq!(Topic::parse(topic.as_str()), Some(*topic));
        }
        assert_eq!(Topic::from_import_label("gata"), None);
    }

    #[test]
    fn contradictions_are_seen_and_nothing_is_corrected() {
        let facts = |status: &str, outcome| ImportedFacts {
            status: Some(status.to_owned()),
            outcome,
            ..ImportedFacts::default()
        };
        let archived_below = facts("Godkänd arkiverad", Some(Outcome::BelowThreshold));
        assert!(
            archived_below.is_contradictory(Some(205), 200),
            "proposal 12641"
        );
        assert!(!archived_below.is_contradictory(Some(199), 200));
        assert!(!archived_below.is_contradictory(None, 200));
        assert!(
            facts("Inväntar beslut från nämnd", Some(Outcome::NotImplemented))
                .is_contradictory(Some(300), 200)
        );
        assert!(!facts("Inväntar beslut från nämnd", None).is_contradictory(Some(300), 200));
        assert!(
            !facts("Godkänd arkiverad", Some(Outcome::NotImplemented))
                .is_contradictory(Some(300), 200)
        );
    }
}
