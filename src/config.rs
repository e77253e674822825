//! What the operator sets: one TOML file and `TORGET_SECTION_FIELD` variables over it, read once, checked at start.
//!
//! Secrets are [`SecretString`], which no Debug or log prints. Every problem is found at once and named with what to do.

mod check;
mod eid;
mod read;

pub use check::Problem;
pub use eid::{AcrRequest, ClientAuth, EidSection, RequestObject, UserInfo};

use read::lenient;
use secrecy::SecretString;
use serde::Deserialize;

/// Everything that can be set, one struct per section.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// `[site]`
    pub site: SiteSection,
    /// `[database]`
    pub database: DatabaseSection,
    /// `[secret]`
    pub secret: SecretSection,
    /// `[mail]`
    pub mail: MailSection,
    /// `[[eid]]`, one for each e-legitimation people may choose
    pub eid: Vec<EidSection>,
    /// `[jobs]`
    pub jobs: JobsSection,
    /// `[limits]`
    pub limits: LimitsSection,
    /// `[metrics]`
    pub metrics: MetricsSection,
    /// `[log]`
    pub log: LogSection,
}

/// The site and where it listens.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SiteSection {
    /// The public address, `https://…` without a slash at the end.
    pub base_url: String,
    /// Where the process listens for the proxy: address and port.
    pub listen: String,
    /// How many proxies stand before the process and add to `X-Forwarded-For`. TLS ends in one, so at least 1.
    #[serde(deserialize_with = "lenient")]
    pub trusted_proxies: usize,
    /// The language of those who ask for none: `sv` or `en`.
    pub default_locale: String,
    /// Production refuses the official test numbers; a city's own test site sets this to false.
    #[serde(deserialize_with = "lenient")]
    pub is_production: bool,
}

impl Default for SiteSection {
    fn default() -> Self {
        SiteSection {
            base_url: String::new(),
            listen: "127.0.0.1:8080".to_owned(),
            trusted_proxies: 1,
            default_locale: "sv".to_owned(),
            is_production: true,
        }
    }
}

/// The database.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DatabaseSection {
    /// `postgres://user:password@host/name` or `sqlite:PATH`; `DATABASE_URL` is taken too.
    pub url: SecretString,
}

/// The one secret all keys derive from. Kept outside the database and its backups.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SecretSection {
    /// At least 64 hexadecimal digits: `openssl rand -hex 32`.
    pub key: SecretString,
    /// A file that holds them instead, alone or with older ones in the lines after it.
    pub file: String,
    /// Older secrets that have been `key` before, newest first: they find and open what was made with them.
    #[serde(deserialize_with = "read::secrets")]
    pub previous: Vec<SecretString>,
}

/// Outgoing mail.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailSection {
    /// The relay: `smtps://user:password@host:465` or `smtp://host:587?tls=required`.
    pub smtp_url: SecretString,
    /// Who mails come from: `Torget <torget@example.se>`.
    pub from: String,
    /// Where answers go; empty: to `from`.
    pub reply_to: String,
    /// A PEM file with the authority that signed the relay's certificate, when it is not a public one.
    pub ca_file: String,
}

/// Background jobs.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct JobsSection {
    /// Whether `serve` runs them too; false where `torget work` runs beside it.
    #[serde(deserialize_with = "lenient")]
    pub in_process: bool,
}

impl Default for JobsSection {
    fn default() -> Self {
        JobsSection { in_process: true }
    }
}

/// What one network address and the whole process may be asked at once.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LimitsSection {
    /// Pages one address may open a second, in the long run.
    #[serde(deserialize_with = "lenient")]
    pub reads_per_second: u32,
    /// Pages one address may open at once: schools and libraries share an address.
    #[serde(deserialize_with = "lenient")]
    pub reads_at_once: u32,
    /// Forms one address may post a minute, in the long run.
    #[serde(deserialize_with = "lenient")]
    pub posts_per_minute: u32,
    /// Forms one address may post at once.
    #[serde(deserialize_with = "lenient")]
    pub posts_at_once: u32,
    /// Requests under way in the process, beyond which the answer is 503.
    #[serde(deserialize_with = "lenient")]
    pub requests_at_once: usize,
    /// Seconds after which a request is given up with 503.
    #[serde(deserialize_with = "lenient")]
    pub seconds: u64,
}

impl Default for LimitsSection {
    fn default() -> Self {
        LimitsSection {
            reads_per_second: 50,
            reads_at_once: 500,
            posts_per_minute: 120,
            posts_at_once: 120,
            requests_at_once: 2_000,
            seconds: 15,
        }
    }
}

/// Prometheus metrics.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MetricsSection {
    /// Where they are read, apart from the site: `127.0.0.1:9100`. Empty: nowhere.
    pub listen: String,
}

/// The log on standard error.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LogSection {
    /// `json` for machines, `pretty` for people.
    pub format: String,
    /// What is logged: `info`, or `warn,torget=debug`.
    pub level: String,
}

impl Default for LogSection {
    fn default() -> Self {
        LogSection {
            format: "json".to_owned(),
            level: "info".to_owned(),
        }
    }
}
