//! SQL. One file per aggregate; the only folder that imports sqlx. Every function is `async fn name(tx: &mut Tx, …)`.

pub mod audit;
pub mod batch;
pub mod columns;
pub mod db;
pub mod demo;
pub mod events;
pub mod follows;
pub mod form_posts;
pub mod grants;
pub mod mails;
pub mod migrate;
pub mod page_versions;
pub mod people;
pub mod proposals;
pub mod queue;
pub mod retention;
pub mod sessions;
pub mod settings;
pub mod sign_ins;
pub mod signature_tallies;
pub mod signatures;
