//! What a nämnd or a bolag can decide, and how a decision is written down.

use super::codes::text_enum;
use super::text::Reason;
use super::time::Day;

text_enum! {
    /// The first decision, exactly one of three (riktlinje KF 2023-12-07 § 91).
    pub enum FirstOutcome {
        /// Genomförs.
        CarryOut => "carry_out",
        /// Genomförs inte.
        NotCarryOut => "not_carry_out",
        /// Utreds vidare: it must come back.
        Investigate => "investigate",
    }
}

text_enum! {
    /// The final decision after an investigation (riktlinje § 91).
    pub enum FinalOutcome {
        /// Genomförs.
        CarryOut => "carry_out",
        /// Genomförs inte.
        NotCarryOut => "not_carry_out",
        /// Genomförs inte just nu, men tas vidare som underlag till kommande budgetplanering. The reason says what
        /// this means and when.
        NotNow => "not_now",
    }
}

text_enum! {
    /// Whether a decision is the first or the final one.
    pub enum Round {
        /// The first time at a meeting.
        First => "first",
        /// After an investigation.
        Final => "final",
    }
}

text_enum! {
    /// The result of an imported proposal as a code: our reading of the words in the source.
    pub enum Outcome {
        /// För få underskrifter.
        BelowThreshold => "below_threshold",
        /// Genomförs fullt ut.
        Implemented => "implemented",
        /// Genomförs delvis.
        PartlyImplemented => "partly_implemented",
        /// Tas med i framtida planering.
        FuturePlanning => "future_planning",
        /// Genomförs ej.
        NotImplemented => "not_implemented",
        /// Uppfyller ej regelverket.
        NotCompliant => "not_compliant",
        /// Redan omhändertaget.
        AlreadyHandled => "already_handled",
    }
}

impl FirstOutcome {
    /// The end of the case at the meeting, unless it is to be investigated.
    pub const fn settled(self) -> Option<FinalOutcome> {
        match self {
            FirstOutcome::CarryOut => Some(FinalOutcome::CarryOut),
            FirstOutcome::NotCarryOut => Some(FinalOutcome::NotCarryOut),
            FirstOutcome::Investigate => None,
        }
    }
}

/// The paragraph of the minutes: a number, written `§ 91`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Paragraph(u16);

impl Paragraph {
    /// Accepts `91`, `§ 91`, `§91` and `91 §`, from 1 to 9 999.
    pub fn parse(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        let number = raw
            .strip_prefix('§')
            .or_else(|| raw.strip_suffix('§'))
            .unwrap_or(raw)
            .trim();
        let is_number =
            (1..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        let number = is_number.then(|| number.parse().ok()).flatten()?;
        (number > 0).then_some(Paragraph(number))
    }

    /// The number alone, as it is stored.
    pub fn number(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for Paragraph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "§ {}", self.0)
    }
}

/// A decision as it is recorded, parsed: what was decided, when, and why in klarspråk. The outcome comes with the
/// transition that records it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// The day of the meeting.
    pub on: Day,
    /// The paragraph; some boards of bolag have none.
    pub paragraph: Option<Paragraph>,
    /// The reason, which the proposer and everyone who signed can read (riktlinje § 91).
    pub reason: Reason,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_read_however_it_is_written() {
        for raw in ["91", "§ 91", "§91", " 91 § ", "0091"] {
            assert_eq!(Paragraph::parse(raw).unwrap().to_string(), "§ 91", "{raw}");
        }
        for bad in [
            "", "§", "0", "-1", "91a", "12345", "§ 9 1", "§ 91 §", "９１",
        ] {
            assert_eq!(Paragraph::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_an_investigation_leaves_the_case_open() {
        assert_eq!(
            FirstOutcome::CarryOut.settled(),
            Some(FinalOutcome::CarryOut)
        );
        assert_eq!(
            FirstOutcome::NotCarryOut.settled(),
            Some(FinalOutcome::NotCarryOut)
        );
        assert_eq!(FirstOutcome::Investigate.settled(), None);
    }

    #[test]
    fn imported_results_have_the_codes_of_the_data() {
        for code in [
            "below_threshold",
            "implemented",
            "partly_implemented",
            "future_planning",
            "not_implemented",
            "not_compliant",
            "already_handled",
        ] {
            assert_eq!(Outcome::parse(code).unwrap().as_str(), code);
        }
    }
}
