//! What the address asks for: `?ar=2019&amne=school&kvartal=2026-3&exempel=1`. What is not understood is left out.

use crate::domain::{
    proposals::Topic,
    statistics::{Filter, Quarter},
};
use serde::Deserialize;

/// The query as sent.
#[derive(Debug, Default, Deserialize)]
pub struct RawChoice {
    ar: Option<String>,
    amne: Option<String>,
    kvartal: Option<String>,
    exempel: Option<String>,
}

/// What is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choice {
    /// Which proposals.
    pub filter: Filter,
    /// Of which quarter signers are told; `None`: the newest there is.
    pub quarter: Option<Quarter>,
}

impl RawChoice {
    /// The choice; examples can be counted in the demo only.
    pub fn parse(&self, is_demo: bool) -> Choice {
        let year = self.ar.as_deref().filter(|year| year.len() == 4);
        Choice {
            filter: Filter {
                year: year
                    .and_then(|year| year.parse().ok())
                    .filter(|year| *year > 0),
                topic: self.amne.as_deref().and_then(Topic::parse),
                with_examples: is_demo && self.exempel.as_deref() == Some("1"),
            },
            quarter: self.kvartal.as_deref().and_then(Quarter::parse),
        }
    }
}

impl Choice {
    /// The same choice as a query, `?` included; empty when nothing is chosen.
    pub fn query(&self) -> String {
        let year = self.filter.year.map(|year| format!("ar={year}"));
        let topic = self.filter.topic.map(|topic| format!("amne={topic}"));
        let quarter = self.quarter.map(|quarter| format!("kvartal={quarter}"));
        let examples = self.filter.with_examples.then(|| "exempel=1".to_owned());
        let parts: Vec<String> = [year, topic, quarter, examples]
            .into_iter()
            .flatten()
            .collect();
        if parts.is_empty() {
            String::new()
        } else {
            format!("?{}", parts.join("&"))
        }
    }

    /// Whether some proposals are left out.
    pub fn is_narrow(&self) -> bool {
        self.filter.year.is_some() || self.filter.topic.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_comes_back_from_its_address_and_nonsense_is_left_out() {
        let raw = RawChoice {
            ar: Some("2019".to_owned()),
            amne: Some("school".to_owned()),
            kvartal: Some("2026-3".to_owned()),
            exempel: Some("1".to_owned()),
        };
        let address = "?ar=2019&amne=school&kvartal=2026-3&exempel=1";
        assert_eq!(raw.parse(true).query(), address);
        assert!(!raw.parse(false).filter.with_examples, "only in the demo");
        let nonsense = RawChoice {
            ar: Some("-001".to_owned()),
            amne: Some("'; DROP".to_owned()),
            kvartal: Some("9".to_owned()),
            exempel: Some("ja".to_owned()),
        };
        assert_eq!(nonsense.parse(true), Choice::default());
        assert_eq!(Choice::default().query(), "");
    }
}
