//! Where a request comes from on the network, for limits only; never stored as it is.

use crate::web::state::AppState;
use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, request::Parts},
};
use std::{
    convert::Infallible,
    net::{IpAddr, Ipv6Addr, SocketAddr},
};

/// The mark of the client's network: an IPv4 address, or the /64 of an IPv6 one, which is one household.
pub struct Client {
    /// `HMAC(K_id, network)`.
    pub mark: [u8; 32],
}

impl FromRequestParts<AppState> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Infallible> {
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|ConnectInfo(peer)| peer.ip());
        let address = forwarded(&parts.headers, app.site.trusted_proxies).or(peer);
        let network = address.map(network).unwrap_or_default();
        let mark = app.env.keys.mark("client", &[network.as_bytes()]);
        Ok(Client { mark })
    }
}

/// The address that the outermost trusted proxy saw: the one `hops` from the right. What stands further left is whatever
/// the client wrote (RFC 7239 §8.1).
fn forwarded(headers: &HeaderMap, hops: usize) -> Option<IpAddr> {
    let index_from_right = hops.checked_sub(1)?;
    let all: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    let index = all.len().checked_sub(1 + index_from_right)?;
    all.get(index)?.parse().ok()
}

fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(header: &'static str, hops: usize) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", header.parse().unwrap());
        forwarded(&headers, hops).map(|address| address.to_string())
    }

    #[test]
    fn what_the_client_writes_itself_is_not_believed() {
        let spoofed = "198.51.100.1, 203.0.113.7";
        assert_eq!(from(spoofed, 1).as_deref(), Some("203.0.113.7"));
        assert_eq!(from(spoofed, 2).as_deref(), Some("198.51.100.1"));
        assert_eq!(from(spoofed, 0), None);
        assert_eq!(from(spoofed, 3), None);
        assert_eq!(from("nonsense", 1), None);
    }

    #[test]
    fn a_household_of_ipv6_is_one_client() {
        let one = network("2001:db8:1:2:aaaa::1".parse().unwrap());
        assert_eq!(one, network("2001:db8:1:2:bbbb::9".parse().unwrap()));
        assert_ne!(one, network("2001:db8:1:3::1".parse().unwrap()));
        assert_eq!(
            network("::ffff:203.0.113.7".parse().unwrap()),
            "203.0.113.7"
        );
    }
}
