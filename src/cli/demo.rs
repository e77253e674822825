//! `torget demo`: everything on an embedded database in one folder, without a setting.

use super::{
    application::{Application, Parts},
    failure::Failure,
    running,
};
use crate::{
    config::{LimitsSection, LogSection},
    demo as living,
    domain::keys::Keys,
    i18n::Locale,
    outside::{
        e_legitimation::{OidcProvider, Providers},
        mailer::{Post, PostBox},
    },
    store::{db::Db, migrate},
    telemetry,
    usecases::{env::Ids, identity::seed_demo_people, imports, start},
    web::{demo_idp::DemoIdp, state::Site},
};
use std::{
    fs::{self, OpenOptions},
    io::Write,
    net::Ipv4Addr,
    os::unix::fs::OpenOptionsExt,
    path::Path,
    sync::Arc,
};
use tokio::net::TcpListener;

/// Starts the demo and serves it until told to stop.
///
/// # Errors
/// When the folder cannot be written, the port is taken or the database does not open.
pub async fn demo(port: u16, folder: &Path) -> Result<(), Failure> {
    telemetry::start_log(&LogSection {
        format: "pretty".to_owned(),
        level: "warn".to_owned(),
    });
    fs::create_dir_all(folder)
        .map_err(|error| Failure::new(format!("{} cannot be made: {error}", folder.display())))?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .await
        .map_err(|error| {
            Failure::new(format!(
                "port {port} cannot be used ({error}); `--port 0` takes a free one"
            ))
        })?;
    let base_url = format!("http://localhost:{}", listener.local_addr()?.port());
    let application = Application::new(parts(folder, base_url.clone()).await?);
    let stop = running::stop_signal()?;
    println!("Torget svarar på {base_url}");
    running::run(application, listener, true, stop).await
}

async fn parts(folder: &Path, base_url: String) -> Result<Parts, Failure> {
    let secret = secret(folder)?;
    let db = Db::open(&database_url(folder)).await?;
    migrate::run(&db).await?;
    let clock = start::demo_clock(&db).await?;
    let mut env = start::open_env(
        db,
        Keys::derive(&secret),
        clock,
        Post::Box(PostBox::default()),
        false,
    )
    .await?;
    imports::import_city_data_once(&env).await?;
    seed_demo_people(&env).await?;
    living::make_living_material(&env)
        .await
        .map_err(|error| Failure::new(format!("the examples could not be made: {error}")))?;
    let site = Site {
        base_url,
        is_demo: true,
        secure_cookies: false,
        trusted_proxies: 0,
        default_locale: Locale::Sv,
    };
    let idp = DemoIdp::new(&env, &site).map_err(|error| Failure::new(error.to_string()))?;
    let section = idp.section(Locale::Sv.texts().idp_name());
    let provider = OidcProvider::on_this_machine(&section).map_err(Failure::new)?;
    env.eid = Providers::new(vec![Arc::new(provider)]);
    Ok(Parts {
        env,
        limits: limits(),
        site,
        demo_idp: Some(idp),
    })
}

/// Everyone who visits a demo comes from the same machine, browser tests included.
fn limits() -> LimitsSection {
    LimitsSection {
        reads_per_second: 500,
        reads_at_once: 5_000,
        posts_per_minute: 6_000,
        posts_at_once: 1_000,
        ..LimitsSection::default()
    }
}

/// The database of a demo's folder.
pub fn database_url(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("torget.sqlite").display())
}

/// The secret of a demo's folder, made the first time; only its owner may read it.
///
/// # Errors
/// When it cannot be read or written.
pub fn secret(folder: &Path) -> Result<Vec<u8>, Failure> {
    let path = folder.join("secret");
    if path.exists() {
        let text = fs::read_to_string(&path).map_err(|error| about(&path, &error))?;
        return hex::decode(text.trim())
            .map_err(|_| Failure::new(format!("{} is damaged", path.display())));
    }
    fs::create_dir_all(folder).map_err(|error| about(&path, &error))?;
    let secret: [u8; 32] = Ids::new(crate::usecases::env::Clock::system()).bytes();
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path)
        .and_then(|mut file| writeln!(file, "{}", hex::encode(secret)))
        .map_err(|error| about(&path, &error))?;
    Ok(secret.to_vec())
}

fn about(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}", path.display()))
}
