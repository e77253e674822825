//! Which news a person does without.

use super::db::{Result, Tx};
use crate::domain::{ids::PersonId, mail_choices::MailTopic};

const LIST_DECLINED: &str = "SELECT topic FROM declined_mails WHERE person_id = $1 ORDER BY topic";

/// The news a person does without.
///
/// # Errors
/// What the engine refuses.
pub async fn list_declined(tx: &mut Tx, person: PersonId) -> Result<Vec<MailTopic>> {
    let rows: Vec<(MailTopic,)> = tx.query(LIST_DECLINED).bind(person).all().await?;
    Ok(rows.into_iter().map(|(topic,)| topic).collect())
}

const DELETE_DECLINED: &str = "DELETE FROM declined_mails WHERE person_id = $1";
const INSERT_DECLINED: &str = "
    INSERT INTO declined_mails (person_id, topic) VALUES ($1, $2) ON CONFLICT (person_id, topic) DO NOTHING";

/// Keeps what a person does without from now on, in place of what she did before.
///
/// # Errors
/// What the engine refuses.
pub async fn replace_declined(tx: &mut Tx, person: PersonId, declined: &[MailTopic]) -> Result<()> {
    tx.query(DELETE_DECLINED).bind(person).execute().await?;
    for topic in declined {
        tx.query(INSERT_DECLINED)
            .bind(person)
            .bind(*topic)
            .execute()
            .await?;
    }
    Ok(())
}
