//! Who acts in the stories: numbered test persons with the roles of staff.

use super::DemoError;
use crate::{
    domain::{
        identity::Residence,
        ids::{BodyId, PersonId},
        permissions::{Grant, Role},
    },
    store::bodies,
    usecases::{audit::Actor, demo::test_person, env::Env, identity::grant_role},
};
use std::collections::BTreeMap;

/// The test numbers of those who act in the stories; the personas one can sign in as come before them.
const MODERATOR: usize = 60;
const FIRST_HANDLAGGARE: usize = 61;
/// The first author; each story has its own.
const FIRST_AUTHOR: usize = 75;

/// The staff of the stories.
pub struct Cast {
    /// Who reviews.
    pub moderator: PersonId,
    officials: BTreeMap<String, (BodyId, Grant)>,
}

impl Cast {
    /// Makes the staff and gives them their roles; doing it twice changes nothing.
    ///
    /// # Errors
    /// When a body is not in the city's data or the store refuses.
    pub async fn gather(env: &Env) -> Result<Self, DemoError> {
        let moderator = member(env, MODERATOR).await?;
        grant(
            env,
            Grant {
                person: moderator,
                role: Role::Moderator,
                body: None,
            },
        )
        .await?;
        let mut officials = BTreeMap::new();
        let names: std::collections::BTreeSet<_> =
            super::stories::all().map(|story| story.body).collect();
        for (index, name) in names.into_iter().enumerate() {
            let mut tx = env.db.begin_read().await?;
            let body = bodies::find_by_name(&mut tx, name).await?;
            drop(tx);
            let body = body.ok_or_else(|| DemoError::Story(format!("no body called {name}")))?;
            let person = member(env, FIRST_HANDLAGGARE + index).await?;
            let right = Grant {
                person,
                role: Role::Handlaggare,
                body: Some(body.id),
            };
            grant(env, right).await?;
            officials.insert(name.to_owned(), (body.id, right));
        }
        Ok(Cast {
            moderator,
            officials,
        })
    }

    /// The body of this name, and the handläggare who acts for it.
    ///
    /// # Errors
    /// When no story named it.
    pub fn official(&self, body: &str) -> Result<(BodyId, Grant), DemoError> {
        let found = self.officials.get(body).copied();
        found.ok_or_else(|| DemoError::Story(format!("nobody acts for {body}")))
    }
}

/// The author of the story with this place in the list.
///
/// # Errors
/// What the store refuses.
pub async fn author(env: &Env, story: usize) -> Result<PersonId, DemoError> {
    member(env, FIRST_AUTHOR + story).await
}

/// The address of a test person, which only the demo's post box ever sees.
pub fn email(index: usize) -> String {
    format!("testperson{}@example.se", index + 1)
}

/// The address of the author of the story with this place in the list.
pub fn author_email(story: usize) -> String {
    email(FIRST_AUTHOR + story)
}

/// The number in the name of the author of the story with this place in the list.
pub fn author_number(story: usize) -> usize {
    FIRST_AUTHOR + story + 1
}

async fn member(env: &Env, index: usize) -> Result<PersonId, DemoError> {
    Ok(test_person(env, index, &Residence::NotStated, Some(email(index))).await?)
}

async fn grant(env: &Env, grant: Grant) -> Result<(), DemoError> {
    match grant_role(env, Actor::Operator, grant).await {
        Ok(()) | Err(crate::usecases::identity::GrantProblem::NothingToChange) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
