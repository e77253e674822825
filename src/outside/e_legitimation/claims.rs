//! What was said of the person, by the names that the profile gives the claims.

use super::{EidProblem, Proven, provider::OidcProvider, refused};
use crate::domain::{personnummer::Personnummer, time::Timestamp};
use serde_json::{Map, Value};

impl OidcProvider {
    /// Adds what UserInfo says to what the ID token says, which comes first. They must not name two people.
    pub(super) fn add(
        &self,
        said: &mut Map<String, Value>,
        more: Map<String, Value>,
    ) -> Result<(), EidProblem> {
        for (name, value) in more {
            let known = said.entry(name.clone()).or_insert_with(|| value.clone());
            if *known != value && self.profile.number_claims.contains(&name) {
                return Err(refused("UserInfo and the ID token name two people"));
            }
        }
        Ok(())
    }

    /// Who it is.
    pub(super) fn read(
        &self,
        said: &Map<String, Value>,
        now: Timestamp,
    ) -> Result<Proven, EidProblem> {
        let digits = first(said, &self.profile.number_claims);
        let number = digits.and_then(|digits| Personnummer::parse(digits, now.day()).ok());
        let text = |name: &str| said.get(name).and_then(Value::as_str).unwrap_or_default();
        Ok(Proven {
            number: number.ok_or(EidProblem::NoNumber)?,
            given_name: text("given_name").to_owned(),
            family_name: text("family_name").to_owned(),
        })
    }
}

/// The first of these claims that says something.
fn first<'s>(said: &'s Map<String, Value>, names: &[String]) -> Option<&'s str> {
    let values = names.iter().filter_map(|name| said.get(name)?.as_str());
    values.into_iter().find(|value| !value.is_empty())
}
