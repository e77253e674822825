//! The city's rules as settings with history: a proposal keeps the rule it was published under (invariant 6).

use super::identity::TrustLevel;
use serde::{Deserialize, Serialize};

/// The rules of Göteborgsförslaget (riktlinje KF 2023-12-07 § 91) as numbers that a decision of the council can change.
/// What is missing in a stored version takes today's default; an unknown name is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// Calendar days after the day of publication during which signing is open (§ 91: 90).
    pub open_days: i64,
    /// Signatures needed for a case (§ 91: at least 200).
    pub threshold: i64,
    /// Calendar days within which a proposal is reviewed (§ 91: two weeks).
    pub review_days: i64,
    /// Calendar days a proposer has to answer a returned proposal (§ 91: two weeks).
    pub answer_days: i64,
    /// Minutes a moderator holds a claimed review before others may take it.
    pub claim_minutes: i64,
    /// Hours within which a publication, or a moderator's own refusal or return, can be undone.
    pub undo_hours: i64,
    /// Days within which a case should stand on an agenda: our reading of "first possible meeting" (§ 91).
    pub agenda_days: i64,
    /// Months after which a case without a final decision is marked late: a house rule, modelled on
    /// förvaltningslagen 12 §, which itself gives a proposer no right.
    pub late_months: i64,
    /// Days between follow-ups of a decision that is being carried out.
    pub follow_up_days: i64,
    /// Trust needed to send a proposal.
    pub propose_level: TrustLevel,
    /// Trust needed to sign.
    pub sign_level: TrustLevel,
    /// Only those who state an area in Göteborg may sign. Off: the riktlinje lets anyone sign wherever she lives.
    pub only_residents_sign: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Rules {
            open_days: 90,
            threshold: 200,
            review_days: 14,
            answer_days: 14,
            claim_minutes: 60,
            undo_hours: 24,
            agenda_days: 60,
            late_months: 6,
            follow_up_days: 182,
            propose_level: TrustLevel::Email,
            sign_level: TrustLevel::Email,
            only_residents_sign: false,
        }
    }
}

/// A number outside what makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfRange {
    /// The name of the setting, as in [`Rules`].
    pub setting: &'static str,
    /// The lowest value accepted.
    pub min: i64,
    /// The highest value accepted.
    pub max: i64,
}

impl Rules {
    /// Every setting that is out of range, so that an administrator sees all at once.
    pub fn problems(&self) -> Vec<OutOfRange> {
        [
            ("open_days", self.open_days, 1, 730),
            ("threshold", self.threshold, 1, 1_000_000),
            ("review_days", self.review_days, 1, 365),
            ("answer_days", self.answer_days, 1, 365),
            ("claim_minutes", self.claim_minutes, 1, 1_440),
            ("undo_hours", self.undo_hours, 0, 168),
            ("agenda_days", self.agenda_days, 1, 730),
            ("late_months", self.late_months, 1, 60),
            ("follow_up_days", self.follow_up_days, 1, 1_460),
        ]
        .into_iter()
        .filter(|(_, value, min, max)| !(min..=max).contains(&value))
        .map(|(setting, _, min, max)| OutOfRange { setting, min, max })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_those_of_the_riktlinje() {
        let rules = Rules::default();
        assert_eq!(
            (
                rules.open_days,
                rules.threshold,
                rules.review_days,
                rules.answer_days
            ),
            (90, 200, 14, 14)
        );
        assert_eq!(rules.sign_level, TrustLevel::Email);
        assert!(!rules.only_residents_sign);
        assert!(rules.problems().is_empty());
    }

    #[test]
    fn an_older_version_takes_the_defaults_and_a_misspelt_name_is_refused() {
        let rules: Rules =
            serde_json::from_str(r#"{"threshold": 300, "sign_level": "eid"}"#).unwrap();
        assert_eq!(
            (rules.threshold, rules.open_days, rules.sign_level),
            (300, 90, TrustLevel::Eid)
        );
        assert!(serde_json::from_str::<Rules>(r#"{"treshold": 300}"#).is_err());
        let json = serde_json::to_string(&rules).unwrap();
        assert_eq!(serde_json::from_str::<Rules>(&json).unwrap(), rules);
    }

    #[test]
    fn every_setting_out_of_range_is_named() {
        let rules = Rules {
            threshold: 0,
            open_days: 9_999,
            ..Rules::default()
        };
        let names: Vec<_> = rules
            .problems()
            .iter()
            .map(|problem| problem.setting)
            .collect();
        assert_eq!(names, ["open_days", "threshold"]);
    }
}
