//! How providers are reached: reqwest 0.13 under the OpenID crates, which know only older ones.

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse, http};
use reqwest::redirect::Policy;
use std::{future::Future, pin::Pin, time::Duration};

/// A provider that has not answered by then is away; a person is waiting.
const WAIT: Duration = Duration::from_secs(10);
/// Metadata, keys and tokens are a few kilobytes.
const MOST_BYTES: usize = 512 * 1024;

/// Why a provider was not heard.
#[derive(Debug, thiserror::Error)]
pub enum HttpProblem {
    /// Not reached, or not in time.
    #[error("{0}")]
    Request(#[from] reqwest::Error),
    /// More than anyone needs to say.
    #[error("the answer is too long")]
    TooLong,
    /// An answer that cannot be put together again.
    #[error("{0}")]
    Unreadable(#[from] http::Error),
}

/// A client that follows no redirect, so that a token never goes elsewhere.
#[derive(Debug, Clone)]
pub struct Http(reqwest::Client);

impl Http {
    /// Only TLS, unless `on_this_machine`: then plain http, and no proxy.
    ///
    /// # Errors
    /// When the machine's certificates cannot be read.
    pub fn new(on_this_machine: bool) -> Result<Self, reqwest::Error> {
        // Only the first call installs it; the others find it there.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = reqwest::Client::builder()
            .redirect(Policy::none())
            .timeout(WAIT)
            .connect_timeout(WAIT / 2)
            .https_only(!on_this_machine);
        if on_this_machine {
            builder = builder.no_proxy();
        }
        builder.build().map(Http)
    }

    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, HttpProblem> {
        let mut answer = self.0.execute(request.try_into()?).await?;
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > MOST_BYTES {
                return Err(HttpProblem::TooLong);
            }
        }
        let mut response = http::Response::builder().status(answer.status());
        for (name, value) in answer.headers() {
            response = response.header(name, value);
        }
        Ok(response.body(bytes)?)
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpProblem;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpProblem>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}
