//! A running process: requests and jobs until told to stop, then what was begun is finished.

use super::{application::Application, failure::Failure};
use crate::{jobs::runner, web::state::AppState};
use std::{net::SocketAddr, time::Duration};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::watch,
    task::JoinHandle,
    time::MissedTickBehavior,
};

/// How long requests and jobs under way may take to finish when the process is told to stop.
const PATIENCE: Duration = Duration::from_secs(20);

/// So that a long job (a mail to thousands) does not keep a proposal from closing on time.
const RUNNERS: usize = 2;

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
    let jobs = if with_jobs {
        begin_jobs(&application, &stop)
    } else {
        Vec::new()
    };
    let forgetting = tokio::spawn(forget_idle_networks(application.state.clone()));
    let keeping_up = tokio::spawn(keep_up(application.state.clone()));
    let service = application
        .router()
        .into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(told(stop.clone()));
    tokio::select! {
        served = serving => served?,
        () = too_late(stop) => tracing::warn!("process.requests_cut_off"),
    }
    forgetting.abort();
    keeping_up.abort();
    finish(jobs).await;
    application.state.env.db.close().await;
    Ok(())
}

/// Does jobs alone, until `stop`.
pub async fn work(application: Application, stop: watch::Receiver<bool>) {
    let jobs = begin_jobs(&application, &stop);
    told(stop).await;
    finish(jobs).await;
    application.state.env.db.close().await;
}

fn begin_jobs(application: &Application, stop: &watch::Receiver<bool>) -> Vec<JoinHandle<()>> {
    (0..RUNNERS)
        .map(|_| tokio::spawn(runner::work(application.jobs.clone(), stop.clone())))
        .collect()
}

async fn finish(runners: Vec<JoinHandle<()>>) {
    let all = async {
        for runner in runners {
            let _ = runner.await;
        }
    };
    if tokio::time::timeout(PATIENCE, all).await.is_err() {
        tracing::warn!("process.job_cut_off");
    }
}

/// Keeps memory from growing with every network that ever asked for something.
async fn forget_idle_networks(app: AppState) {
    let mut timer = tokio::time::interval(Duration::from_secs(60));
    loop {
        timer.tick().await;
        app.limits().forget_idle();
    }
}

/// Looks every second for rules that were changed and pages that became old, also when nobody asks for a page. A look
/// that fails is made up for by the next.
async fn keep_up(app: AppState) {
    let mut timer = tokio::time::interval(Duration::from_secs(1));
    timer.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        timer.tick().await;
        if let Err(error) = app.live().catch_up(&app.env).await {
            tracing::warn!(error = %error, "live.not_caught_up");
        }
    }
}

async fn told(mut stop: watch::Receiver<bool>) {
    let _ = stop.wait_for(|stopping| *stopping).await;
}

async fn too_late(stop: watch::Receiver<bool>) {
    told(stop).await;
    tokio::time::sleep(PATIENCE).await;
}
