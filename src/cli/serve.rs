//! `torget serve` and `torget work`: production, from the configuration.

use super::{
    application::{Application, Parts},
    failure::Failure,
    figures, running,
};
use crate::{
    config::Config,
    i18n::Locale,
    outside::{
        e_legitimation::{ELegitimation, OidcProvider, Providers},
        mailer::{Post, SmtpMailer, SmtpSettings},
    },
    store::db::Db,
    telemetry,
    usecases::{env::Clock, start},
    web::state::Site,
};
use secrecy::ExposeSecret;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Serves the site until told to stop.
///
/// # Errors
/// Why it may not start, or when the listener breaks.
pub async fn serve(config: &Config, with_jobs: bool) -> Result<(), Failure> {
    telemetry::start_log(&config.log);
    let application = Application::new(parts(config).await?);
    figures::listen(&config.metrics.listen, application.jobs.env.clone()).await?;
    let listener = TcpListener::bind(&config.site.listen).await?;
    let stop = running::stop_signal()?;
    tracing::info!(address = %listener.local_addr()?, "process.serving");
    running::run(application, listener, with_jobs, stop).await
}

/// Does the jobs until told to stop.
///
/// # Errors
/// Why it may not start.
pub async fn work(config: &Config) -> Result<(), Failure> {
    telemetry::start_log(&config.log);
    let application = Application::new(parts(config).await?);
    figures::listen(&config.metrics.listen, application.jobs.env.clone()).await?;
    let stop = running::stop_signal()?;
    tracing::info!("process.working");
    running::work(application, stop).await;
    Ok(())
}

async fn parts(config: &Config) -> Result<Parts, Failure> {
    let db = Db::open(config.database.url.expose_secret()).await?;
    let keys = config.keys().map_err(Failure::new)?;
    let relay = SmtpMailer::new(&SmtpSettings {
        url: &config.mail.smtp_url,
        from: &config.mail.from,
        reply_to: &config.mail.reply_to,
        ca_file: &config.mail.ca_file,
    })
    .map_err(Failure::new)?;
    let post = Post::Relay(Arc::new(relay));
    let mut env =
        start::open_env(db, keys, Clock::system(), post, config.site.is_production).await?;
    env.eid = providers(config)?;
    Ok(Parts {
        env,
        demo_idp: None,
        limits: config.limits.clone(),
        site: Site {
            base_url: config.site.base_url.clone(),
            is_demo: false,
            secure_cookies: true,
            trusted_proxies: config.site.trusted_proxies,
            default_locale: Locale::parse(&config.site.default_locale).unwrap_or(Locale::DEFAULT),
        },
    })
}

fn providers(config: &Config) -> Result<Providers, Failure> {
    let mut providers: Vec<Arc<dyn ELegitimation>> = Vec::new();
    for section in &config.eid {
        let provider = OidcProvider::new(section, config.site.is_production);
        providers.push(Arc::new(provider.map_err(Failure::new)?));
    }
    Ok(Providers::new(providers))
}
