//! Finds every missing or weak setting at once and says what to do.

use super::Config;
use crate::domain::keys::Keys;
use secrecy::{ExposeSecret, SecretString};
use std::{collections::HashSet, fmt, fs, net::SocketAddr};
use tracing_subscriber::EnvFilter;

/// A setting that must be put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which: `site.base_url`.
    pub setting: String,
    /// What is wrong and what to do.
    pub advice: String,
}

impl Problem {
    pub(super) fn new(setting: &str, advice: &str) -> Self {
        Problem {
            setting: setting.to_owned(),
            advice: advice.to_owned(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.setting)?;
        if self.setting.contains('.') {
            let variable = self.setting.replace('.', "_").to_uppercase();
            write!(f, " (TORGET_{variable})")?;
        }
        write!(f, " {}", self.advice)
    }
}

/// Bytes a secret needs at least: 256 bits.
const SECRET_BYTES: usize = 32;
/// Different bytes a random secret of that length surely has; typed and repeated ones have fewer.
const SECRET_VARIETY: usize = 16;

impl Config {
    /// Every problem that `serve` refuses to start on.
    pub fn problems(&self) -> Vec<Problem> {
        let mut all = self.site_problems();
        all.extend(self.storage_problems());
        all.extend(self.mail_problems());
        all.extend(self.eid_problems());
        all.extend(self.limit_problems());
        all
    }

    /// The problems of what every command needs: database, secret, log.
    pub fn storage_problems(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        let url = self.database.url.expose_secret();
        if !["sqlite:", "postgres://", "postgresql://"]
            .iter()
            .any(|scheme| url.starts_with(scheme) && url.len() > scheme.len())
        {
            found.push(Problem::new(
                "database.url",
                "is missing or not understood. Set postgres://user:password@host/name or sqlite:PATH.",
            ));
        }
        if let Err(why) = self.older_secrets() {
            found.push(Problem::new(
                "secret.previous",
                &format!("{why}. List the secrets that were secret.key before, newest first."),
            ));
        }
        if let Err(why) = self.secret_bytes() {
            found.push(Problem::new(
                "secret.key",
                &format!(
                    "{why}. Make one with `openssl rand -hex 32`, keep a copy outside the database and its backups, \
                     and never lose it: without it no stored name, address or signature can be opened."
                ),
            ));
        }
        if !["json", "pretty"].contains(&self.log.format.as_str()) {
            found.push(Problem::new("log.format", "must be json or pretty."));
        }
        if EnvFilter::try_new(&self.log.level).is_err() {
            found.push(Problem::new(
                "log.level",
                "is not understood. Set error, warn, info or debug.",
            ));
        }
        found
    }

    /// The secret as bytes.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn secret_bytes(&self) -> Result<Vec<u8>, &'static str> {
        bytes_of(&self.secret.key)
    }

    /// The secrets before it as bytes, newest first.
    ///
    /// # Errors
    /// Why one cannot be used.
    pub fn older_secrets(&self) -> Result<Vec<Vec<u8>>, &'static str> {
        self.secret.previous.iter().map(bytes_of).collect()
    }

    /// The keys of all of them.
    ///
    /// # Errors
    /// Why one cannot be used.
    pub fn keys(&self) -> Result<Keys, &'static str> {
        Ok(Keys::derive(&self.secret_bytes()?).with_older(&self.older_secrets()?))
    }

    fn site_problems(&self) -> Vec<Problem> {
        let site = &self.site;
        let mut found = Vec::new();
        let host = site.base_url.strip_prefix("https://").unwrap_or_default();
        if host.is_empty() || host.contains('/') || host.contains(char::is_whitespace) {
            found.push(Problem::new(
                "site.base_url",
                "must be the public address, https:// and a host without a slash at the end: sign-in and cookies need TLS.",
            ));
        }
        if site.listen.parse::<SocketAddr>().is_err() {
            found.push(Problem::new(
                "site.listen",
                "must be an address and a port, such as 127.0.0.1:8080.",
            ));
        }
        if !(1..=5).contains(&site.trusted_proxies) {
            found.push(Problem::new(
                "site.trusted_proxies",
                "must be 1 to 5: how many proxies, the one that ends TLS included, add to X-Forwarded-For.",
            ));
        }
        if !["sv", "en"].contains(&site.default_locale.as_str()) {
            found.push(Problem::new("site.default_locale", "must be sv or en."));
        }
        let metrics = &self.metrics.listen;
        if !metrics.is_empty() && metrics.parse::<SocketAddr>().is_err() {
            found.push(Problem::new(
                "metrics.listen",
                "must be an address and a port, such as 127.0.0.1:9100, or empty.",
            ));
        } else if !metrics.is_empty() && *metrics == site.listen {
            found.push(Problem::new(
                "metrics.listen",
                "must differ from site.listen: figures are not for the public.",
            ));
        }
        found
    }

    fn mail_problems(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        let url = self.mail.smtp_url.expose_secret();
        let is_encrypted = url.starts_with("smtps://")
            || (url.starts_with("smtp://") && url.contains("tls=required"));
        let is_local = ["smtp://localhost", "smtp://127.0.0.1"]
            .iter()
            .any(|local| url.starts_with(local));
        if !is_encrypted && !is_local {
            found.push(Problem::new(
                "mail.smtp_url",
                "must name the relay: smtps://user:password@host:465 or smtp://host:587?tls=required.",
            ));
        }
        if !is_mailbox(&self.mail.from) {
            found.push(Problem::new(
                "mail.from",
                "must say who mails come from: Torget <torget@example.se>.",
            ));
        }
        if !self.mail.reply_to.is_empty() && !is_mailbox(&self.mail.reply_to) {
            found.push(Problem::new(
                "mail.reply_to",
                "must be an address, or empty for the same as mail.from.",
            ));
        }
        let ca_file = &self.mail.ca_file;
        if !ca_file.is_empty() && !is_encrypted {
            found.push(Problem::new(
                "mail.ca_file",
                "is of no use without TLS: set smtps:// or ?tls=required in mail.smtp_url, or leave it out.",
            ));
        } else if !ca_file.is_empty() && fs::read(ca_file).is_err() {
            found.push(Problem::new(
                "mail.ca_file",
                "cannot be read. Set the PEM file of the authority that signed the relay's certificate.",
            ));
        }
        found
    }

    fn limit_problems(&self) -> Vec<Problem> {
        let limits = &self.limits;
        [
            ("reads_per_second", u64::from(limits.reads_per_second)),
            ("reads_at_once", u64::from(limits.reads_at_once)),
            ("posts_per_minute", u64::from(limits.posts_per_minute)),
            ("posts_at_once", u64::from(limits.posts_at_once)),
            ("requests_at_once", limits.requests_at_once as u64),
            ("seconds", limits.seconds),
        ]
        .into_iter()
        .filter(|(_, value)| !(1..=1_000_000).contains(value))
        .map(|(name, _)| Problem::new(&format!("limits.{name}"), "must be 1 to 1000000."))
        .collect()
    }
}

/// `name@host` or `Words <name@host>`; the mailer reads it exactly.
fn is_mailbox(text: &str) -> bool {
    let address = match text.split_once('<') {
        Some((_, rest)) => rest.strip_suffix('>').unwrap_or_default(),
        None => text,
    };
    let has_space = address.contains(char::is_whitespace);
    !has_space
        && address
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// A secret as bytes, or why it cannot be used.
fn bytes_of(secret: &SecretString) -> Result<Vec<u8>, &'static str> {
    let text = secret.expose_secret().trim();
    if text.is_empty() {
        return Err("is missing");
    }
    let bytes = hex::decode(text).map_err(|_| "is not hexadecimal")?;
    if bytes.len() < SECRET_BYTES {
        return Err("is too short: 64 hexadecimal digits are needed");
    }
    let variety: HashSet<u8> = bytes.iter().copied().collect();
    if variety.len() < SECRET_VARIETY {
        return Err("is not random");
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    const WHOLE: &[(&str, &str)] = &[
        ("TORGET_SITE_BASE_URL", "https://torget.example"),
        ("DATABASE_URL", "postgres://torget@db/torget"),
        (
            "TORGET_SECRET_KEY",
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        ),
        (
            "TORGET_MAIL_SMTP_URL",
            "smtps://torget:secret-word@mail.example:465",
        ),
        ("TORGET_MAIL_FROM", "Torget <torget@example.se>"),
        ("TORGET_EID_1_CODE", "freja"),
        ("TORGET_EID_1_NAME", "Freja"),
        ("TORGET_EID_1_ISSUER", "https://id.example"),
        ("TORGET_EID_1_CLIENT_ID", "torget"),
        ("TORGET_EID_1_CLIENT_SECRET", "secret-word-of-the-city"),
    ];

    fn with(changes: &[(&str, &str)]) -> Vec<String> {
        let mut all = variables(WHOLE);
        all.extend(variables(changes));
        let config = Config::load(None, all).unwrap();
        config
            .problems()
            .into_iter()
            .map(|problem| problem.setting)
            .collect()
    }

    #[test]
    fn a_whole_configuration_has_no_problem() {
        assert_eq!(with(&[]), [""; 0]);
    }

    #[test]
    fn an_empty_configuration_names_every_missing_setting() {
        let config = Config::load(None, []).unwrap();
        let settings: Vec<String> = config
            .problems()
            .into_iter()
            .map(|problem| problem.setting)
            .collect();
        assert_eq!(
            settings,
            [
                "site.base_url",
                "database.url",
                "secret.key",
                "mail.smtp_url",
                "mail.from",
                "eid.1.issuer"
            ]
        );
    }

    #[test]
    fn weak_settings_are_refused() {
        let repeated = "ab".repeat(32);
        for (name, value, setting) in [
            (
                "TORGET_SITE_BASE_URL",
                "http://torget.example",
                "site.base_url",
            ),
            (
                "TORGET_SITE_BASE_URL",
                "https://torget.example/",
                "site.base_url",
            ),
            ("TORGET_SECRET_KEY", "00010203", "secret.key"),
            ("TORGET_SECRET_KEY", "not hexadecimal at all", "secret.key"),
            ("TORGET_SECRET_KEY", &repeated, "secret.key"),
            ("TORGET_DATABASE_URL", "mysql://db", "database.url"),
            (
                "TORGET_MAIL_SMTP_URL",
                "smtp://mail.example:25",
                "mail.smtp_url",
            ),
            ("TORGET_MAIL_FROM", "Torget", "mail.from"),
            ("TORGET_MAIL_CA_FILE", "/no/such/file.pem", "mail.ca_file"),
            ("TORGET_EID_1_ISSUER", "http://id.example", "eid.1.issuer"),
            (
                "TORGET_EID_1_ISSUER",
                "https://id.example/.well-known/openid-configuration",
                "eid.1.issuer",
            ),
            (
                "TORGET_EID_1_ACCEPTED_ACR",
                "http://id.elegnamnden.se/loa/1.0/loa2",
                "eid.1.accepted_acr",
            ),
            (
                "TORGET_EID_1_ACCEPTED_ACR",
                "http://id.swedenconnect.se/loa/1.0/uncertified-loa3",
                "eid.1.accepted_acr",
            ),
            (
                "TORGET_EID_1_ACCEPTED_ACR",
                "x=strong",
                "eid.1.accepted_acr",
            ),
            (
                "TORGET_EID_1_ID_TOKEN_SECONDS",
                "7200",
                "eid.1.id_token_seconds",
            ),
            (
                "TORGET_EID_1_FORM_TARGETS",
                "login.example",
                "eid.1.form_targets",
            ),
            ("TORGET_EID_1_CLIENT_SECRET", "short", "eid.1.client_secret"),
            (
                "TORGET_EID_1_CLIENT_AUTH",
                "private_key_jwt",
                "eid.1.client_key_file",
            ),
            ("TORGET_EID_1_OTHER_KEY", "no key", "eid.1.other_key_file"),
            ("TORGET_SITE_TRUSTED_PROXIES", "0", "site.trusted_proxies"),
            ("TORGET_METRICS_LISTEN", "127.0.0.1:8080", "metrics.listen"),
            ("TORGET_LIMITS_SECONDS", "0", "limits.seconds"),
            ("TORGET_LOG_FORMAT", "xml", "log.format"),
        ] {
            assert_eq!(with(&[(name, value)]), [setting], "{name}={value}");
        }
    }

    #[test]
    fn the_ready_profiles_lack_only_what_a_provider_gives() {
        let folder = tempfile::tempdir().unwrap();
        let key = crate::domain::signing_keys::SigningKey::of_bytes(&std::array::from_fn(|at| {
            u8::try_from(5 * at + 1).unwrap_or_default()
        }));
        let file = folder.path().join("key.pem");
        std::fs::write(&file, key.unwrap().to_pem().unwrap()).unwrap();
        let mut profiles = 0;
        for entry in std::fs::read_dir("docs/eid").unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.replace("/etc/torget/eid-key.pem", file.to_str().unwrap());
            let ready = folder.path().join(path.file_name().unwrap());
            std::fs::write(&ready, text).unwrap();
            let rest = WHOLE
                .iter()
                .filter(|(name, _)| !name.starts_with("TORGET_EID"));
            let rest: Vec<_> = rest.copied().collect();
            let config = Config::load(Some(&ready), variables(&rest)).unwrap();
            assert_eq!(config.problems(), [], "{}", path.display());
            profiles += config.eid.len();
        }
        assert!(profiles >= 5, "{profiles}");
    }

    #[test]
    fn a_misspelt_setting_is_no_silence() {
        let errors = Config::load(None, variables(&[("TORGET_SITES_X", "1")])).unwrap_err();
        assert_eq!(errors[0].setting, "TORGET_SITES_X");
        let errors = Config::load(None, variables(&[("TORGET_SITE_BASEURL", "1")])).unwrap_err();
        assert!(errors[0].advice.contains("baseurl"), "{errors:?}");
        let errors =
            Config::load(None, variables(&[("TORGET_LIMITS_SECONDS", "soon")])).unwrap_err();
        assert!(errors[0].advice.contains("soon"), "{errors:?}");
    }

    #[test]
    fn the_environment_stands_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("torget.toml");
        std::fs::write(&file, "[limits]\nseconds = 3\nposts_at_once = 4\n").unwrap();
        let over = variables(&[("TORGET_LIMITS_SECONDS", "5")]);
        let config = Config::load(Some(&file), over).unwrap();
        assert_eq!((config.limits.seconds, config.limits.posts_at_once), (5, 4));
    }

    #[test]
    fn nothing_secret_is_printed() {
        let config = Config::load(None, variables(WHOLE)).unwrap();
        let printed = format!("{config:?}");
        for secret in ["secret-word", "0001020304", "torget@db"] {
            assert!(!printed.contains(secret), "{printed}");
        }
    }
}
