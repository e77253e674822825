//! The city's rules: read by every act, changed by the operator, in force in every running process within a second.

use super::{
    audit::{Actor, Note, note},
    env::Env,
};
use crate::{
    domain::settings::{OutOfRange, Rules},
    store::{
        db::{self, StoreError, Tx},
        page_versions::{PageKey, touch},
        settings,
    },
};
use serde_json::{Value, json};
use std::{
    ops::Deref,
    sync::{Arc, PoisonError, RwLock},
};

/// The rules in force now, shared by all clones of an [`Env`]. Reads as [`Rules`].
///
/// A version that was replaced is never freed: whoever reads it holds no lock, and the council changes its rules less
/// often than a process is restarted.
#[derive(Debug, Clone)]
pub struct RulesInForce(Arc<RwLock<&'static Rules>>);

impl RulesInForce {
    /// These, until others are read from the database.
    pub fn new(rules: Rules) -> Self {
        RulesInForce(Arc::new(RwLock::new(Box::leak(Box::new(rules)))))
    }

    /// `false`: they are the same.
    fn replace(&self, rules: Rules) -> bool {
        if **self == rules {
            return false;
        }
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Box::leak(Box::new(rules));
        true
    }
}

impl Deref for RulesInForce {
    type Target = Rules;
    fn deref(&self) -> &Rules {
        *self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Puts in force what the database says is. `true`: it is something else than until now.
///
/// # Errors
/// When the database is away, or holds rules that this release cannot read.
pub async fn catch_up(tx: &mut Tx, env: &Env) -> db::Result<bool> {
    let stored = settings::find_rules(tx, env.now()).await?;
    Ok(stored.is_some_and(|rules| env.rules.replace(rules)))
}

/// Why a rule was not changed.
#[derive(Debug, thiserror::Error)]
pub enum RuleProblem {
    /// No rule has this name; there are these.
    #[error("no rule is called so; there are: {}", .0.join(", "))]
    Unknown(Vec<String>),
    /// The value is of the wrong kind.
    #[error("the value is not understood: {0}")]
    Value(String),
    /// The value is out of range.
    #[error("{} must be {} to {}", .0.setting, .0.min, .0.max)]
    Range(OutOfRange),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Every rule in force and its value, in the order of the riktlinje.
pub fn list(rules: &Rules) -> Vec<(&'static str, String)> {
    let told = json!(rules);
    NAMES
        .iter()
        .map(|name| (*name, told[name].to_string().replace('"', "")))
        .collect()
}

/// Changes one rule from now on. What began under another goes on under that one (invariant 6).
///
/// # Errors
/// [`RuleProblem`]; nothing is changed then.
pub async fn change(
    env: &Env,
    actor: Actor,
    name: &str,
    value: &str,
) -> Result<Rules, RuleProblem> {
    let now = env.now();
    let mut tx = env.db.begin().await?;
    // First, since it makes a second change wait for this one.
    touch(&mut tx, PageKey::Site, now).await?;
    let old = settings::find_rules(&mut tx, now).await?;
    let old = old.unwrap_or_default();
    let new = with(&old, name, value)?;
    settings::insert_rules(&mut tx, &new, now).await?;
    let entry = Note {
        act: "rules.change",
        subject: "rules",
        facts: json!({"rule": name, "from": json!(old)[name], "to": json!(new)[name]}),
        is_public: true,
    };
    note(&mut tx, env, actor, entry).await?;
    tx.commit().await?;
    Ok(new)
}

const NAMES: &[&str] = &[
    "open_days",
    "threshold",
    "review_days",
    "answer_days",
    "claim_minutes",
    "undo_hours",
    "agenda_days",
    "late_months",
    "follow_up_days",
    "propose_level",
    "sign_level",
    "only_residents_sign",
];

fn with(old: &Rules, name: &str, value: &str) -> Result<Rules, RuleProblem> {
    let mut told = json!(old);
    let Some(place) = told.get_mut(name) else {
        let names = NAMES.iter().map(|name| (*name).to_owned());
        return Err(RuleProblem::Unknown(names.collect()));
    };
    *place = serde_json::from_str(value).unwrap_or_else(|_| Value::from(value));
    let new: Rules =
        serde_json::from_value(told).map_err(|error| RuleProblem::Value(error.to_string()))?;
    match new.problems().first() {
        Some(problem) => Err(RuleProblem::Range(*problem)),
        None => Ok(new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::identity::TrustLevel;

    #[test]
    fn every_rule_has_its_name_in_the_list() {
        let told = json!(Rules::default());
        let mut names: Vec<&String> = told.as_object().unwrap().keys().collect();
        let mut listed = NAMES.to_vec();
        names.sort();
        listed.sort_unstable();
        assert_eq!(names, listed);
        assert_eq!(list(&Rules::default())[0], ("open_days", "90".to_owned()));
        assert!(list(&Rules::default()).contains(&("sign_level", "email".to_owned())));
    }

    #[test]
    fn a_rule_is_changed_by_name_and_no_other_with_it() {
        let new = with(&Rules::default(), "threshold", "150").unwrap();
        assert_eq!(
            new,
            Rules {
                threshold: 150,
                ..Rules::default()
            }
        );
        let new = with(&Rules::default(), "sign_level", "eid").unwrap();
        assert_eq!(new.sign_level, TrustLevel::Eid);
        let new = with(&Rules::default(), "only_residents_sign", "true").unwrap();
        assert!(new.only_residents_sign);
    }

    #[test]
    fn what_is_no_rule_or_no_value_is_refused() {
        let refused = |name, value| with(&Rules::default(), name, value).unwrap_err();
        assert!(matches!(refused("treshold", "1"), RuleProblem::Unknown(_)));
        for (name, value) in [
            ("threshold", "many"),
            ("threshold", ""),
            ("threshold", "1.5"),
            ("threshold", "99999999999999999999"),
            ("sign_level", "word"),
            ("only_residents_sign", "yes"),
        ] {
            let problem = refused(name, value);
            assert!(
                matches!(problem, RuleProblem::Value(_)),
                "{name} {value}: {problem}"
            );
        }
        assert_eq!(
            refused("threshold", "0").to_string(),
            "threshold must be 1 to 1000000"
        );
    }
}
