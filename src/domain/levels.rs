//! Levels of e-legitimations as a profile lists them: which may be taken, and which never.

use super::identity::{UNCERTIFIED_ACR, is_accepted_acr};

/// Where the Swedish levels have their names (Sweden Connect, Registry for Identifiers 1.8 §3.1).
const SWEDISH: [&str; 2] = [
    "http://id.elegnamnden.se/loa/",
    "http://id.swedenconnect.se/loa/",
];
/// What a provider's own name for a level may stand for: `urn:example:strong=loa3`.
const STRONG: [&str; 4] = ["loa3", "loa4", "eidas_sub", "eidas_high"];
/// The same, too weak to act with.
const WEAK: [&str; 3] = ["loa1", "loa2", "eidas_low"];

/// Why a level cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LevelProblem {
    /// Below tillitsnivå 3 and eIDAS substantial.
    #[error("is too weak: tillitsnivå 3 or 4, or eIDAS substantial or high, is needed")]
    TooWeak,
    /// Claimed by a test provider.
    #[error("is reviewed by nobody and counts only where site.is_production = false")]
    Uncertified,
    /// Said to stand for something unknown.
    #[error("may stand for loa3, loa4, eidas_sub or eidas_high only")]
    Unknown,
}

/// A level as listed, `acr` or `acr=level` where a provider has names of its own; gives the `acr`.
///
/// # Errors
/// [`LevelProblem`].
pub fn parse_level(listed: &str, is_production: bool) -> Result<&str, LevelProblem> {
    let (acr, stands_for) = match listed.rsplit_once('=') {
        Some((acr, level)) => (acr, Some(level)),
        None => (listed, None),
    };
    let is_swedish = SWEDISH.iter().any(|start| acr.starts_with(start));
    match stands_for {
        _ if is_swedish && UNCERTIFIED_ACR.contains(&acr) && is_production => {
            Err(LevelProblem::Uncertified)
        }
        _ if is_swedish && !is_accepted_acr(acr, is_production) => Err(LevelProblem::TooWeak),
        Some(level) if WEAK.contains(&level) => Err(LevelProblem::TooWeak),
        Some(level) if !STRONG.contains(&level) => Err(LevelProblem::Unknown),
        _ => Ok(acr),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_taken_is_strong_enough() {
        use LevelProblem::{TooWeak, Uncertified, Unknown};
        let swedish = |level: &str| format!("http://id.elegnamnden.se/loa/1.0/{level}");
        let test = "http://id.swedenconnect.se/loa/1.0/uncertified-loa3";
        for (listed, is_production, result) in [
            (swedish("loa3").as_str(), true, Ok(())),
            (&swedish("eidas-high"), true, Ok(())),
            (&swedish("loa2"), true, Err(TooWeak)),
            (&swedish("loa2=loa3"), true, Err(TooWeak)),
            (&swedish("eidas-nf-high"), false, Err(TooWeak)),
            (test, true, Err(Uncertified)),
            (test, false, Ok(())),
            (
                "http://id.swedenconnect.se/loa/1.0/uncertified-loa2",
                false,
                Err(TooWeak),
            ),
            ("urn:grn:authn:se:bankid", true, Ok(())),
            ("urn:grn:authn:se:bankid=loa3", true, Ok(())),
            ("idp:x=loa2", true, Err(TooWeak)),
            ("idp:x=high", true, Err(Unknown)),
        ] {
            let parsed = parse_level(listed, is_production);
            assert_eq!(parsed.map(|_| ()), result, "{listed}");
        }
        assert_eq!(parse_level("PLUS=loa3", true), Ok("PLUS"));
    }
}
