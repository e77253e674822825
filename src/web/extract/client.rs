//! Where a request comes from on the network, for limits only; never stored as it is.

use crate::web::{middleware::client::client_network, state::AppState};
use axum::{extract::FromRequestParts, http::request::Parts};
use std::convert::Infallible;

/// The mark of the client's network: an IPv4 address, or the /64 of an IPv6 one, which is one household.
pub struct Client {
    /// `HMAC(K_id, network)`.
    pub mark: [u8; 32],
}

impl FromRequestParts<AppState> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Infallible> {
        let proxies = app.site.trusted_proxies;
        let network = client_network(&parts.headers, &parts.extensions, proxies).to_string();
        let mark = app.env.keys.mark("client", &[network.as_bytes()]);
        Ok(Client { mark })
    }
}
