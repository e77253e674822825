//! What was said of the person, by the names that the profile gives the claims.

use super::{EidProblem, Foreign, Proven, ProvenIdentity, provider::OidcProvider, refused};
use crate::domain::{
    personnummer::Personnummer,
    prid::{Persistence, Prid},
    time::Timestamp,
};
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
            if *known != value
                && self
                    .profile
                    .claims
                    .of_identity()
                    .any(|claim| *claim == name)
            {
                return Err(refused("UserInfo and the ID token name two people"));
            }
        }
        Ok(())
    }

    /// Who it is. One with a Swedish number is known by it, also when she came with a foreign e-legitimation.
    pub(super) fn read(
        &self,
        said: &Map<String, Value>,
        now: Timestamp,
    ) -> Result<Proven, EidProblem> {
        let names = &self.profile.claims;
        let number = |digits| Personnummer::parse(digits, now.day()).ok();
        let identity = match first(said, &names.number) {
            Some(digits) => number(digits).map(ProvenIdentity::Swedish),
            None => self.foreign(said).map(ProvenIdentity::Foreign),
        };
        Ok(Proven {
            identity: identity.ok_or(EidProblem::NoNumber)?,
            previous: first(said, &names.previous).and_then(number),
            given_name: first(said, &names.given).unwrap_or_default().to_owned(),
            family_name: first(said, &names.family).unwrap_or_default().to_owned(),
        })
    }

    fn foreign(&self, said: &Map<String, Value>) -> Option<Foreign> {
        let names = &self.profile.claims;
        let prid = Prid::parse(first(said, &names.prid)?)?;
        let country = first(said, &names.country).filter(|code| code.len() == 2);
        Some(Foreign {
            persistence: first(said, &names.persistence).and_then(Persistence::parse),
            country: country.unwrap_or(prid.country()).to_ascii_uppercase(),
            prid,
        })
    }
}

/// The first of these claims that says something.
fn first<'s>(said: &'s Map<String, Value>, names: &[String]) -> Option<&'s str> {
    let values = names.iter().filter_map(|name| said.get(name)?.as_str());
    values.into_iter().find(|value| !value.is_empty())
}
