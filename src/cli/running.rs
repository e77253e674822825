//! A running process: requests and jobs until told to stop, then what was begun is finished.

use super::{application::Application, failure::Failure};
use crate::jobs::runner;
use std::{net::SocketAddr, time::Duration};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::watch,
    task::JoinHandle,
};

/// How long requests and jobs under way may take to finish when the process is told to stop.
const PATIENCE: Duration = Duration::from_secs(20);

/// Becomes true when the process is told to stop (SIGTERM, or ctrl-C).
///
/// # Errors
/// When signals cannot be received.
pub fn stop_signal() -> Result<watch::Receiver<bool>, Failure> {
    let (tell, stop) = watch::channel(false);
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("process.stopping");
        let _ = tell.send(true);
    });
    Ok(stop)
}

/// Answers requests at `listener` and, when wanted, does jobs, until `stop`.
///
/// # Errors
/// When the listener breaks.
pub async fn run(
    application: Application,
    listener: TcpListener,
    with_jobs: bool,
    stop: watch::Receiver<bool>,
) -> Result<(), Failure> {
    let jobs = with_jobs.then(|| begin_jobs(&application, stop.clone()));
    let service = application
        .router()
        .into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(told(stop.clone()));
    tokio::select! {
        served = serving => served?,
        () = too_late(stop) => tracing::warn!("process.requests_cut_off"),
    }
    if let Some(jobs) = jobs {
        finish(jobs).await;
    }
    application.state.env.db.close().await;
    Ok(())
}

/// Does jobs alone, until `stop`.
pub async fn work(application: Application, stop: watch::Receiver<bool>) {
    let jobs = begin_jobs(&application, stop.clone());
    told(stop).await;
    finish(jobs).await;
    application.state.env.db.close().await;
}

fn begin_jobs(application: &Application, stop: watch::Receiver<bool>) -> JoinHandle<()> {
    tokio::spawn(runner::work(application.jobs.clone(), stop))
}

async fn finish(jobs: JoinHandle<()>) {
    if tokio::time::timeout(PATIENCE, jobs).await.is_err() {
        tracing::warn!("process.job_cut_off");
    }
}

async fn told(mut stop: watch::Receiver<bool>) {
    let _ = stop.wait_for(|stopping| *stopping).await;
}

async fn too_late(stop: watch::Receiver<bool>) {
    told(stop).await;
    tokio::time::sleep(PATIENCE).await;
}
